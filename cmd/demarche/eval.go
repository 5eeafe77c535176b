package main

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"example.org/demarche"
	"example.org/demarche/internal/score"
	"example.org/demarche/record"
)

func newEval(s *streams) *cobra.Command {
	cmd := &cobra.Command{
		Use:     "eval",
		Short:   "Compare what the program finds with annotated articles",
		Long:    "eval codes annotated articles and prints how far the program agrees with them." + exitHelp,
		Example: "  demarche eval events gold/",
	}
	cmd.AddCommand(newEvalEvents(s))
	return cmd
}

func newEvalEvents(s *streams) *cobra.Command {
	return &cobra.Command{
		Use:   "events PATHS…",
		Short: "Precision and recall of events by type, and of attributions",
		Long: `events reads gold records (*.json, one record a file; folders are walked), codes the text of each with its day of
publication, and prints precision, recall and F1 of events by type, of attributions, and how often the fields agree.` + exitHelp,
		Example: "  demarche eval events gold/",
		Args:    cobra.MinimumNArgs(1),
		RunE: func(cmd *cobra.Command, paths []string) error {
			gold, err := goldRecords(paths)
			if err != nil {
				return err
			}
			coder, err := demarche.Open(demarche.Options{})
			if err != nil {
				return err
			}
			found := make([]record.Record, len(gold))
			for i, g := range gold {
				a := g.Article
				found[i], err = coder.Code(cmd.Context(), demarche.Article{Text: a.Text, Published: string(a.Published), URL: string(a.URL), Title: string(a.Title)})
				if err != nil {
					return err
				}
			}
			return score.Events(gold, found).Write(s.out)
		},
	}
}

// goldRecords reads the records of files and folders, in order of name.
func goldRecords(paths []string) ([]record.Record, error) {
	var all []record.Record
	for _, p := range paths {
		err := filepath.WalkDir(p, func(name string, d fs.DirEntry, err error) error {
			if err != nil {
				return fmt.Errorf("%s: cannot be read: %w", name, reason(err))
			}
			if d.IsDir() || filepath.Ext(name) != ".json" {
				return nil
			}
			f, err := os.Open(name)
			if err != nil {
				return fmt.Errorf("%s: cannot be read: %w", name, reason(err))
			}
			defer f.Close()
			for r, err := range record.Read(f) {
				if err != nil {
					return fmt.Errorf("%s: %w", name, err)
				}
				all = append(all, r)
			}
			return nil
		})
		if err != nil {
			return nil, err
		}
	}
	if all == nil {
		return nil, fmt.Errorf("no gold records (*.json) in %v", paths)
	}
	return all, nil
}
