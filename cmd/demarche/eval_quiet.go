package main

import (
	"context"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"example.org/demarche"
	"example.org/demarche/internal/score"
)

func newEvalQuiet(s *streams) *cobra.Command {
	e := quiet{measuring: measuring{s: s}}
	cmd := &cobra.Command{
		Use:   "quiet FILES…",
		Short: "In how many sentences events are coded, in texts that tell of next to none",
		Long: `quiet reads documents of treebanks (CoNLL-U, also gzipped, - for standard input), codes their raw text without a day of publication,
and prints in how many of their sentences an event has its trigger. In reviews, lectures and recipes hardly any should.` + evalExitHelp,
		Example: "  demarche eval quiet --documents reviews,answers en_ewt-dev.conllu.gz",
		Args:    cobra.MinimumNArgs(1),
		RunE: func(cmd *cobra.Command, paths []string) error {
			report, err := e.report(cmd.Context(), paths)
			if err != nil {
				return err
			}
			return e.print(report)
		},
	}
	cmd.Flags().StringSliceVar(&e.documents, "documents", nil, "only documents whose id begins with `PREFIX`; several are parted by commas")
	cmd.Flags().BoolVar(&e.list, "list", false, "list the events")
	e.add(cmd.Flags())
	return cmd
}

// quiet is one run of the command.
type quiet struct {
	measuring
	documents []string // prefixes of ids
	list      bool
}

// report codes the documents of files anew and counts.
func (e *quiet) report(ctx context.Context, paths []string) (score.QuietReport, error) {
	var all []score.Document
	for _, path := range paths {
		file, err := e.read(path)
		if err != nil {
			return score.QuietReport{}, err
		}
		some, err := parseGold(file, score.ReadDocuments)
		if err != nil {
			return score.QuietReport{}, err
		}
		all = append(all, some...)
	}
	chosen, err := score.OfPrefixes(all, e.documents)
	if err != nil {
		return score.QuietReport{}, fmt.Errorf("%s: %w", strings.Join(paths, ", "), err)
	}
	found, err := e.code(ctx, func(yield func(input) bool) {
		for _, d := range chosen {
			if !yield(input{where: d.ID, article: demarche.Article{SourceID: d.ID, Text: d.Text}}) {
				return
			}
		}
	})
	if err != nil {
		return score.QuietReport{}, err
	}
	return score.CountQuiet(chosen, found, e.documents, e.list), nil
}
