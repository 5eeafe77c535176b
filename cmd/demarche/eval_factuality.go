package main

import (
	"context"
	"fmt"
	"runtime"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"example.org/demarche"
	"example.org/demarche/internal/score"
	"example.org/demarche/record"
)

func newEvalFactuality(s *streams) *cobra.Command {
	e := factuality{measuring: measuring{s: s}}
	cmd := &cobra.Command{
		Use:   "factuality GOLD.jsonl",
		Short: "Whether it happened, against what people judged",
		Long: `factuality reads sentences with predicates of which people judged whether they happened (JSON lines, also gzipped, - for standard
input), analyses their words, and prints how often the status that the program would give an event at the predicate has the right sign: occurred,
ongoing and historical are happened, all else is not. A line holds
  {"sent_id": …, "tokens": ["She", "left", "."], "predicates": [{"token": 1, "factuality": 2.6}, …]}
Compared are predicates at 1 or more or -1 or less; those with "negated": true are left out.` + evalExitHelp,
		Example: "  demarche eval factuality ewt-dev.jsonl.gz",
		Args:    cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			report, err := e.report(cmd.Context(), args[0])
			if err != nil {
				return err
			}
			return e.print(report)
		},
	}
	cmd.Flags().BoolVar(&e.list, "list", false, "list the predicates whose sign is wrong")
	e.add(cmd.Flags())
	return cmd
}

// factuality is one run of the command.
type factuality struct {
	measuring
	list bool
}

// report analyses the sentences of a file anew and compares.
func (e *factuality) report(ctx context.Context, path string) (score.FactualityReport, error) {
	file, err := e.read(path)
	if err != nil {
		return score.FactualityReport{}, err
	}
	gold, err := parseGold(file, score.ReadFactuality)
	if err != nil {
		return score.FactualityReport{}, err
	}
	coder, err := demarche.Open(e.engine.options())
	if err != nil {
		return score.FactualityReport{}, err
	}
	type answer struct {
		statuses []record.Status
		err      error
	}
	var found [][]record.Status
	err = inOrder(ctx, slices.Values(gold), runtime.GOMAXPROCS(0), func(ctx context.Context, s score.JudgedSentence) (a answer) {
		if a.statuses, a.err = statuses(ctx, coder, s.Tokens); a.err != nil {
			a.err = fmt.Errorf("%s: %s: %w", file.name, s.ID, a.err)
		}
		return a
	}, func(a answer) error {
		found = append(found, a.statuses)
		return a.err
	})
	if err != nil {
		return score.FactualityReport{}, err
	}
	return score.CompareFactuality(gold, found, e.list), nil
}

// statuses is the status of each word of a sentence that is given by its words.
func statuses(ctx context.Context, coder *demarche.Coder, words []string) ([]record.Status, error) {
	var conllu strings.Builder
	for i, w := range words {
		fmt.Fprintf(&conllu, "%d\t%s%s\n", i+1, w, strings.Repeat("\t_", 8))
	}
	for t, err := range demarche.ReadTokens(strings.NewReader(conllu.String()), "words") {
		if err != nil {
			return nil, err
		}
		found, err := coder.Statuses(ctx, t)
		if err != nil {
			return nil, err
		}
		return found[0], nil
	}
	return nil, nil
}
