package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"example.org/demarche"
)

func newVersion(s *streams) *cobra.Command {
	return &cobra.Command{
		Use:     "version",
		Short:   "Print the version and the hash of what the program knows",
		Long:    "version prints the program's version and the SHA-256 of its knowledge and models: together they fix every record." + exitHelp,
		Example: "  demarche version",
		Args:    cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			_, err := fmt.Fprintf(s.out, "demarche %s\ndata %s\n", demarche.Version, demarche.DataHash)
			return err
		},
	}
}
