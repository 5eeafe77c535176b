package main

import (
	"context"
	"fmt"
	"os"
	"runtime"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"example.org/demarche"
)

func newRelate(s *streams) *cobra.Command {
	r := relating{s: s}
	cmd := &cobra.Command{
		Use:   "relate FILE.tsv",
		Short: "Say what one string of a sentence does to another, for validating datasets",
		Long: `relate reads a table with the columns sentence, source and target (tab-separated, no quoting, a header; - for standard input) and
adds event_type and mode (PLOVER's, folded as its codebook folds), cameo, status, confidence and why. All other columns pass through; rows
keep their order. The target "a recipient" means none.` + exitHelp,
		Example: "  demarche relate pairs.tsv > answers.tsv\n  demarche relate --always pairs.tsv > guesses.tsv",
		Args:    cobra.ExactArgs(1),
		RunE:    func(cmd *cobra.Command, args []string) error { return r.run(cmd.Context(), args[0]) },
	}
	cmd.Flags().BoolVar(&r.always, "always", false, "give a best guess where nothing is likely")
	cmd.Flags().StringVar(&r.by, "by", "both", "who decides: `WHO` is frames, head or both")
	r.engine.add(cmd.Flags())
	r.words.add(cmd.Flags())
	r.words.addVerbs(cmd.Flags())
	return cmd
}

// relating is one run of the command.
type relating struct {
	engine
	words
	s       *streams
	by      string
	always  bool
	columns [3]int // of sentence, source, target
}

// added are the columns that relate adds, noAnswer what they hold where nothing is known.
const (
	added    = "event_type\tmode\tcameo\tstatus\tconfidence\twhy"
	noAnswer = "\t\t\t\t\t"
)

func (r *relating) run(ctx context.Context, path string) error {
	name, in := "stdin", r.s.in
	if path != "-" {
		f, err := os.Open(path)
		if err != nil {
			return unreadable(path, err)
		}
		defer f.Close()
		name, in = path, f
	}
	t, err := openTable(in, name)
	if err != nil {
		return err
	}
	for i, column := range []string{"sentence", "source", "target"} {
		if r.columns[i], err = t.column(column); err != nil {
			return err
		}
	}
	o := r.engine.options()
	if err := r.words.set(&o); err != nil {
		return err
	}
	if o.Judge, err = demarche.JudgeByName(r.by); err != nil {
		return err
	}
	coder, err := demarche.Open(o)
	if err != nil {
		return err
	}
	if _, err := fmt.Fprintf(r.s.out, "%s\t%s\n", strings.Join(t.columns, "\t"), added); err != nil {
		return err
	}
	return r.rows(ctx, t, coder)
}

// An answered row has what relate adds to it.
type answered struct {
	row
	answer string
}

// rows answers all rows in their order.
func (r *relating) rows(ctx context.Context, t *table, coder *demarche.Coder) error {
	failed := false
	err := inOrder(ctx, t.rows, runtime.GOMAXPROCS(0), func(ctx context.Context, x row) answered { return r.answer(ctx, coder, x) }, func(x answered) error {
		if x.err != nil {
			failed = true
			fmt.Fprintln(r.s.err, "demarche:", x.err)
		}
		_, err := fmt.Fprintf(r.s.out, "%s\t%s\n", strings.Join(x.cells, "\t"), x.answer)
		return err
	})
	if err == nil && failed {
		return errInputs
	}
	return err
}

// answer fills in what relate adds to a row.
func (r *relating) answer(ctx context.Context, coder *demarche.Coder, x row) answered {
	if x.err != nil {
		return answered{x, noAnswer}
	}
	rel, err := coder.Relate(ctx, x.cells[r.columns[0]], x.cells[r.columns[1]], x.cells[r.columns[2]], r.always)
	switch {
	case err != nil:
		x.err = fmt.Errorf("%s: %w", x.where, err)
		return answered{x, noAnswer}
	case rel.Type == "":
		return answered{x, noAnswer + oneCell(rel.Why)}
	}
	return answered{x, strings.Join([]string{rel.Type, rel.Mode, rel.CAMEO, string(rel.Status), strconv.FormatFloat(rel.Confidence, 'f', 2, 64), oneCell(rel.Why)}, "\t")}
}

// oneCell keeps tabs and line breaks out of a cell.
func oneCell(s string) string { return strings.Join(strings.Fields(s), " ") }
