package main

import (
	"context"
	"fmt"
	"iter"
	"runtime"
	"slices"

	"github.com/spf13/cobra"

	"example.org/demarche"
	"example.org/demarche/internal/score"
	"example.org/demarche/internal/text"
	"example.org/demarche/record"
)

func newEvalAttribution(s *streams) *cobra.Command {
	e := measuring{s: s}
	cmd := &cobra.Command{
		Use:   "attribution GOLD.jsonl",
		Short: "Sources, cues and contents against articles in which somebody marked them",
		Long: `attribution codes the articles of GOLD (JSON lines, also gzipped, - for standard input) and prints precision, recall and F1 of
sources, cues and contents by exact spans and by words, of whole attributions, and of which lies inside which. A line holds
  {"id": …, "text": …, "date": …, "attributions": [{"source": [[0, 2]], "cue": [[3, 7]], "content": [[8, 20], [25, 40]]}, …]}
with spans [start, end) in code points of text; date, the day of publication, may be left out, and so may any role. The figures are
those that PolNeAR is measured by: a statement inside another one counts only where GOLD has one too.` + evalExitHelp,
		Example: "  demarche eval attribution polnear-dev.jsonl.gz\n  go run ./train/statements write | demarche eval attribution --json -",
		Args:    cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			file, err := e.read(args[0])
			if err != nil {
				return err
			}
			report, err := e.attribution(cmd.Context(), file)
			if err != nil {
				return err
			}
			return e.print(report)
		},
	}
	e.add(cmd.Flags())
	return cmd
}

// attribution codes the articles of a file anew and compares.
func (e *measuring) attribution(ctx context.Context, file goldFile) (score.AttributedReport, error) {
	gold, err := parseGold(file, score.ReadAttributed)
	if err != nil {
		return score.AttributedReport{}, err
	}
	if !slices.ContainsFunc(gold, func(a score.Attributed) bool { return a.Told() > 0 }) {
		return score.AttributedReport{}, fmt.Errorf("%s: no article in it has attributions; is it the right file?", file.name)
	}
	found, err := e.code(ctx, articlesOf(file.name, gold))
	if err != nil {
		return score.AttributedReport{}, err
	}
	return score.CompareAttributed(gold, found), nil
}

// articlesOf are the articles of a file of gold, each with its place.
func articlesOf(name string, gold []score.Attributed) iter.Seq[input] {
	return func(yield func(input) bool) {
		for _, g := range gold {
			in := input{where: fmt.Sprintf("%s: line %d", name, g.Line), article: demarche.Article{SourceID: g.ID, Text: g.Text}}
			if g.Date != "" {
				day, ok := text.ParseDay(g.Date)
				if !ok {
					in.err = fmt.Errorf("%s: date %q is no day; write YYYY-MM-DD", in.where, g.Date)
				}
				in.article.Published, in.article.PublishedFrom = day, record.OriginField
			}
			if !yield(in) {
				return
			}
		}
	}
}

// code codes all articles, or says what is wrong with the first that it cannot.
func (e *measuring) code(ctx context.Context, articles iter.Seq[input]) ([]record.Record, error) {
	coder, err := demarche.Open(e.engine.options())
	if err != nil {
		return nil, err
	}
	var found []record.Record
	err = inOrder(ctx, articles, runtime.GOMAXPROCS(0), func(ctx context.Context, in input) outcome {
		if in.err != nil {
			return outcome{err: in.err}
		}
		return guarded(in.where, func() (record.Record, error) { return coder.Code(ctx, in.article) })
	}, func(x outcome) error {
		found = append(found, x.record)
		return x.err
	})
	return found, err
}
