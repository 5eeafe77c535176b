package main

import (
	"bufio"
	"context"
	"fmt"
	"os"
	"runtime"
	"slices"
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
adds event_type (PLOVER's, folded as its codebook folds), cameo, status, confidence and why. All other columns pass through; rows
keep their order. The target "a recipient" means none.` + exitHelp,
		Example: "  demarche relate pairs.tsv > answers.tsv\n  demarche relate --always pairs.tsv > guesses.tsv",
		Args:    cobra.ExactArgs(1),
		RunE:    func(cmd *cobra.Command, args []string) error { return r.run(cmd.Context(), args[0]) },
	}
	cmd.Flags().BoolVar(&r.always, "always", false, "give a best guess where no frame fits")
	cmd.Flags().StringVar(&r.kernel, "kernel", "auto", "code for matrix products: auto, portable or avx2; it changes no byte of output")
	return cmd
}

// relating is one run of the command.
type relating struct {
	s       *streams
	always  bool
	kernel  string
	columns [3]int // of sentence, source, target
	width   int
}

// added are the columns that relate adds.
const added = "event_type\tcameo\tstatus\tconfidence\twhy"

// A row is one line of the table.
type row struct {
	line   int
	cells  []string
	answer string
	err    error
}

// maxRow is the longest line of a table in bytes.
const maxRow = 1 << 20

func (r *relating) run(ctx context.Context, path string) error {
	in := r.s.in
	if path != "-" {
		f, err := os.Open(path)
		if err != nil {
			return fmt.Errorf("%s: cannot be read: %w", path, reason(err))
		}
		defer f.Close()
		in = f
	}
	sc := bufio.NewScanner(in)
	sc.Buffer(make([]byte, 0, 1<<16), maxRow)
	if !sc.Scan() {
		return fmt.Errorf("%s:1: no header; the first line must name the columns sentence, source and target", path)
	}
	if err := r.header(path, sc.Text()); err != nil {
		return err
	}
	coder, err := demarche.Open(demarche.Options{Kernel: r.kernel})
	if err != nil {
		return err
	}
	return r.rows(ctx, path, sc, coder)
}

// header finds the columns and prints the new header.
func (r *relating) header(path, line string) error {
	names := strings.Split(strings.TrimSuffix(line, "\r"), "\t")
	r.width = len(names)
	for i, want := range []string{"sentence", "source", "target"} {
		if r.columns[i] = slices.Index(names, want); r.columns[i] < 0 {
			return fmt.Errorf("%s:1: no column %q; the header must name the columns sentence, source and target, parted by tabs", path, want)
		}
	}
	_, err := fmt.Fprintf(r.s.out, "%s\t%s\n", strings.Join(names, "\t"), added)
	return err
}

// rows answers all rows in their order.
func (r *relating) rows(ctx context.Context, path string, sc *bufio.Scanner, coder *demarche.Coder) error {
	items := func(yield func(row) bool) {
		n := 1
		for sc.Scan() {
			n++
			if !yield(r.parse(path, n, sc.Text())) {
				return
			}
		}
		if err := sc.Err(); err != nil {
			yield(row{err: fmt.Errorf("%s:%d: %w; a line may hold %d bytes", path, n+1, err, maxRow)})
		}
	}
	failed := false
	err := inOrder(ctx, items, runtime.GOMAXPROCS(0), func(ctx context.Context, x row) row { return r.answer(ctx, path, coder, x) }, func(x row) error {
		if x.err != nil {
			failed = true
			fmt.Fprintln(r.s.err, "demarche:", x.err)
			if x.cells == nil {
				return nil
			}
		}
		_, err := fmt.Fprintf(r.s.out, "%s\t%s\n", strings.Join(x.cells, "\t"), x.answer)
		return err
	})
	if err == nil && failed {
		return errInputs
	}
	return err
}

// parse splits a line; a short one is filled up, so that rows stay in step with the input.
func (r *relating) parse(path string, n int, line string) row {
	x := row{line: n, cells: strings.Split(strings.TrimSuffix(line, "\r"), "\t")}
	if len(x.cells) != r.width {
		x.err = fmt.Errorf("%s:%d: %d columns where the header has %d; tabs part columns, and no field may hold one", path, n, len(x.cells), r.width)
		for len(x.cells) < r.width {
			x.cells = append(x.cells, "")
		}
		x.cells = x.cells[:r.width]
	}
	return x
}

// answer fills in what relate adds to a row.
func (r *relating) answer(ctx context.Context, path string, coder *demarche.Coder, x row) row {
	x.answer = "\t\t\t\t"
	if x.err != nil {
		return x
	}
	rel, err := coder.Relate(ctx, x.cells[r.columns[0]], x.cells[r.columns[1]], x.cells[r.columns[2]], r.always)
	if err != nil {
		x.err = fmt.Errorf("%s:%d: %w", path, x.line, err)
		return x
	}
	if rel.Type != "" {
		x.answer = strings.Join([]string{rel.Type, rel.CAMEO, string(rel.Status), strconv.FormatFloat(rel.Confidence, 'f', 2, 64), oneCell(rel.Why)}, "\t")
	} else {
		x.answer = "\t\t\t\t" + oneCell(rel.Why)
	}
	return x
}

// oneCell keeps tabs and line breaks out of a cell.
func oneCell(s string) string { return strings.Join(strings.Fields(s), " ") }
