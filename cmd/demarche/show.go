package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"

	"github.com/spf13/cobra"

	"example.org/demarche/record"
)

func newShow(s *streams) *cobra.Command {
	c := coding{inputs: inputs{s: s}}
	var explain bool
	var output string
	cmd := &cobra.Command{
		Use:   "show PATH",
		Short: "Print the dossier of an article or of a record",
		Long: `show prints an article with sources, cues, actors and events marked, then who did what to whom, what holds, and who says so.
It takes an article, which it codes, or a file of records that demarche code wrote. It respects NO_COLOR and the width of
the terminal (elsewhere COLUMNS, 100 if unset).` + inputHelp + exitHelp,
		Example: "  demarche show --published 2011-07-19 article.txt\n  demarche show --explain --samples | less -R\n  demarche show records.jsonl",
		RunE: func(cmd *cobra.Command, paths []string) error {
			return s.writeTo(output, func(out io.Writer) error {
				w := dossierWriter{out, newStyle(out), explain}
				if len(paths) == 1 && c.trees == "" && isRecords(paths[0]) {
					return showRecords(s, paths[0], w)
				}
				if err := c.check(cmd, paths); err != nil {
					return err
				}
				return c.run(cmd.Context(), paths, w)
			})
		},
	}
	c.add(cmd)
	cmd.Flags().StringVarP(&output, "output", "o", "", "file to write to (default: standard output)")
	cmd.Flags().BoolVar(&explain, "explain", false, "print for every event its words, rule, status and why, and what was passed over")
	return cmd
}

// A dossierWriter writes records as dossiers.
type dossierWriter struct {
	out     io.Writer
	style   style
	explain bool
}

func (d dossierWriter) Write(r *record.Record) error {
	return writeDossier(d.out, d.style, r, d.explain)
}

// isRecords reports whether a file begins as a record does.
func isRecords(path string) bool {
	f, err := os.Open(path)
	if err != nil {
		return false
	}
	defer f.Close()
	head := make([]byte, 64)
	n, _ := f.Read(head)
	return bytes.HasPrefix(bytes.TrimSpace(head[:n]), []byte(`{"schema":"demarche/`))
}

// showRecords prints the dossiers of a file of records.
func showRecords(s *streams, path string, w dossierWriter) error {
	f, err := os.Open(path)
	if err != nil {
		return fmt.Errorf("%s: cannot be read: %w", path, reason(err))
	}
	defer f.Close()
	failed := false
	for r, err := range record.Read(f) {
		if err != nil {
			fmt.Fprintf(s.err, "demarche: %s: %v\n", path, err)
			failed = true
			continue
		}
		if err := w.Write(&r); err != nil && !errors.Is(err, context.Canceled) {
			return err
		}
	}
	if failed {
		return errInputs
	}
	return nil
}
