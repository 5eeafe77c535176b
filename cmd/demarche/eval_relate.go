package main

import (
	"context"
	"errors"
	"fmt"
	"math"
	"runtime"
	"slices"

	"github.com/spf13/cobra"

	"example.org/demarche"
	"example.org/demarche/internal/score"
)

func newEvalRelate(s *streams) *cobra.Command {
	e := relations{measuring: measuring{s: s}}
	cmd := &cobra.Command{
		Use:   "relate FILE.tsv",
		Short: "What one string of a sentence does to another, against a dataset of such relations",
		Long: `relate reads a table with the columns sentence, source, target and gold_root, as PLV has them (also gzipped, - for standard input),
answers each row as demarche relate does, and prints accuracy and macro-F1 over the 15 types and their 4 classes, and how far confidences
can be trusted. CONCEDE and RETREAT are PLV's YIELD; the class is gold_penta, or that of gold_root. --list tells of rows with an even number
(from 0) alone.` + evalExitHelp,
		Example: "  demarche eval relate --always --rows odd PLV_train.tsv\n  demarche eval relate --rows even --list PLV_train.tsv",
		Args:    cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			report, err := e.report(cmd.Context(), args[0])
			if err != nil {
				return err
			}
			return e.print(report)
		},
	}
	cmd.Flags().BoolVar(&e.always, "always", false, "give a best guess where no frame fits")
	cmd.Flags().StringVar(&e.rows, "rows", "all", "`WHICH` rows: odd, even or all, by their numbers from 0")
	cmd.Flags().BoolVar(&e.list, "list", false, "list what was taken for what, in even rows alone")
	e.add(cmd.Flags())
	return cmd
}

// relations is one run of the command.
type relations struct {
	measuring
	always bool
	rows   string // all, odd or even
	list   bool
}

// report answers the rows of a file anew and compares.
func (e *relations) report(ctx context.Context, path string) (score.RelationReport, error) {
	if !slices.Contains([]string{"all", "odd", "even"}, e.rows) {
		return score.RelationReport{}, fmt.Errorf("--rows %s: use odd, even or all", e.rows)
	}
	if e.list && e.rows == "odd" {
		return score.RelationReport{}, errors.New("--list tells of even rows alone; leave out --rows odd")
	}
	asked, err := e.questions(path)
	if err != nil {
		return score.RelationReport{}, err
	}
	answers, err := e.answers(ctx, asked)
	if err != nil {
		return score.RelationReport{}, err
	}
	return score.CompareRelations(answers, e.list), nil
}

// A question is a row of a dataset of relations.
type question struct {
	score.Relation
	where, source, target string
	err                   error
}

// questions reads the rows that are asked for.
func (e *relations) questions(path string) ([]question, error) {
	in, name, err := e.s.open(path)
	if err != nil {
		return nil, err
	}
	defer in.Close()
	t, err := openTable(in, name)
	if err != nil {
		return nil, err
	}
	var columns [4]int
	for i, column := range []string{"sentence", "source", "target", "gold_root"} {
		if columns[i], err = t.column(column); err != nil {
			return nil, err
		}
	}
	class := slices.Index(t.columns, "gold_penta")
	var all []question
	n := -1
	for r := range t.rows {
		n++
		if r.err != nil {
			return nil, r.err
		}
		if e.rows == "odd" && n%2 == 0 || e.rows == "even" && n%2 == 1 {
			continue
		}
		q := question{where: r.where, source: r.cells[columns[1]], target: r.cells[columns[2]]}
		q.Row, q.Sentence, q.Root = n, r.cells[columns[0]], r.cells[columns[3]]
		if class >= 0 {
			q.Class = r.cells[class]
		}
		if err := q.Check(); err != nil {
			return nil, fmt.Errorf("%s: %w", r.where, err)
		}
		all = append(all, q)
	}
	if all == nil {
		return nil, fmt.Errorf("%s: there is no such row in it", name)
	}
	return all, nil
}

// answers fills in what relate answers, with its confidence as it is printed.
func (e *relations) answers(ctx context.Context, asked []question) ([]score.Relation, error) {
	coder, err := demarche.Open(e.engine.options())
	if err != nil {
		return nil, err
	}
	var all []score.Relation
	err = inOrder(ctx, slices.Values(asked), runtime.GOMAXPROCS(0), func(ctx context.Context, q question) question {
		rel, err := coder.Relate(ctx, q.Sentence, q.source, q.target, e.always)
		if err != nil {
			q.err = fmt.Errorf("%s: %w", q.where, err)
		}
		q.Found, q.Confidence, q.Why = rel.Type, math.Round(100*rel.Confidence)/100, oneCell(rel.Why)
		return q
	}, func(q question) error {
		all = append(all, q.Relation)
		return q.err
	})
	return all, err
}
