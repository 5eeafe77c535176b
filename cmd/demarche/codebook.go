package main

import (
	"github.com/spf13/cobra"

	"example.org/demarche"
)

func newCodebook(s *streams) *cobra.Command {
	return &cobra.Command{
		Use:   "codebook",
		Short: "Print what an event can be, as Markdown",
		Long: `codebook prints the ontology as Markdown: PLOVER's types and modes with definitions, neighbours, examples and CAMEO codes, contexts,
sectors, statuses, and CAMEO's tree with Goldstein values.` + exitHelp,
		Example: "  demarche codebook > codebook.md",
		Args:    cobra.NoArgs,
		RunE:    func(*cobra.Command, []string) error { return demarche.WriteCodebook(s.out) },
	}
}
