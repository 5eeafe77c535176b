package main

import (
	"context"
	"fmt"
	"runtime"

	"github.com/spf13/cobra"

	"example.org/demarche"
	"example.org/demarche/internal/score"
)

func newEvalRoles(s *streams) *cobra.Command {
	e := measuring{s: s}
	cmd := &cobra.Command{
		Use:   "roles GOLD.jsonl",
		Short: "Who fills the arguments of verbs, nouns and adjectives, against PropBank",
		Long: `roles analyses the sentences of GOLD (JSON lines, also gzipped, - for standard input), whose words and predicates are given, and prints precision, recall
and F1 of the words that head ARG0, ARG1, ARG2, ARGM-LOC and ARGM-TMP. A line holds
  {"tokens": ["Rebels", "fled"], "predicates": [{"token": 1, "sense": "flee.01", "pos": "v", "args": [{"role": "ARG0", "head": 0}]}]}
Auxiliaries (be.03, have.01, do.01) and light verbs (senses that end in .LV) are left out.` + evalExitHelp,
		Example: "  demarche eval roles ewt-dev.jsonl.gz",
		Args:    cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			file, err := e.read(args[0])
			if err != nil {
				return err
			}
			report, err := e.roles(cmd.Context(), file)
			if err != nil {
				return err
			}
			return e.print(report)
		},
	}
	e.add(cmd.Flags())
	return cmd
}

// roles finds what fills the arguments of a file's predicates anew and compares.
func (e *measuring) roles(ctx context.Context, file goldFile) (score.ArgumentReport, error) {
	gold, err := parseGold(file, score.ReadArguments)
	if err != nil {
		return score.ArgumentReport{}, err
	}
	coder, err := demarche.Open(e.engine.options())
	if err != nil {
		return score.ArgumentReport{}, err
	}
	sentences := func(yield func(argued) bool) {
		for _, s := range gold {
			if !yield(argued{gold: s}) {
				return
			}
		}
	}
	var found [][]score.Arguments
	err = inOrder(ctx, sentences, runtime.GOMAXPROCS(0), func(ctx context.Context, s argued) argued {
		predicates, err := coder.Predicates(ctx, s.gold.Words, s.gold.Predicates)
		for _, p := range predicates {
			s.found = append(s.found, p.Arguments)
		}
		if err != nil {
			s.err = fmt.Errorf("%s: line %d: %w", file.name, s.gold.Line, err)
		}
		return s
	}, func(s argued) error {
		found = append(found, s.found)
		return s.err
	})
	if err != nil {
		return score.ArgumentReport{}, err
	}
	return score.CompareArguments(gold, found), nil
}

// An argued is a sentence of gold with what was found in it.
type argued struct {
	gold  score.Argued
	found []score.Arguments
	err   error
}
