package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"runtime"
	"runtime/debug"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"example.org/demarche"
	"example.org/demarche/record"
)

// coding are the flags of commands that code articles.
type coding struct {
	inputs
	engine
	words
	workers int
	trees   string
	timings bool
	watch   *stopwatch
}

func (c *coding) add(cmd *cobra.Command) {
	f := cmd.Flags()
	c.inputs.add(f)
	c.engine.add(f)
	addWorkers(f, &c.workers)
	f.StringVar(&c.trees, "trees", "", "code from the trees of a CoNLL-U `FILE` instead of texts (- for standard input)")
	f.BoolVar(&c.timings, "timings", false, "print at the end, to standard error, what each stage took")
	f.StringVarP(&c.output, "output", "o", "", "`FILE` to write to (default: standard output)")
}

func addWorkers(f *pflag.FlagSet, workers *int) {
	f.IntVar(workers, "workers", runtime.GOMAXPROCS(0), "`NUMBER` of articles in work at the same time; it changes no byte of output")
}

// checkWorkers refuses a number of workers that does nothing.
func checkWorkers(n int) error {
	if n < 1 {
		return fmt.Errorf("--workers %d: at least one is needed", n)
	}
	return nil
}

func newCode(s *streams) *cobra.Command {
	c := coding{inputs: inputs{s: s}}
	var format string
	cmd := &cobra.Command{
		Use:   "code PATHS…",
		Short: "Code articles: one record an article",
		Long: `code reads articles and writes a record for each, in the order of the inputs: JSON lines, a flat CSV table of events, or a
plain table.` + inputHelp + exitHelp,
		Example: "  demarche code --published 2011-07-19 article.txt\n  demarche code --format csv -o events.csv corpus/\n  zcat news.jsonl.gz | demarche code --input jsonl --id-field id -",
		RunE: func(cmd *cobra.Command, paths []string) error {
			if err := c.check(cmd, paths); err != nil {
				return err
			}
			newWriter := recordWriters[format]
			if newWriter == nil {
				return fmt.Errorf("--format %s: unknown format; use jsonl, csv or table", format)
			}
			return c.run(cmd.Context(), paths, newWriter)
		},
	}
	c.add(cmd)
	c.words.add(cmd.Flags())
	c.words.addPetrarch(cmd.Flags())
	cmd.Flags().StringVar(&format, "format", "jsonl", "`FORMAT` to write: jsonl, csv or table")
	return cmd
}

// check looks at the flags.
func (c *coding) check(cmd *cobra.Command, paths []string) error {
	if err := checkWorkers(c.workers); err != nil {
		return err
	}
	if c.trees == "" {
		return c.inputs.check(cmd, paths)
	}
	if len(paths) > 0 {
		return fmt.Errorf("--trees takes the place of paths; leave out %s", paths[0])
	}
	if c.samples {
		return errors.New("--trees takes the place of --samples; leave out one of them")
	}
	if err := c.checkOutput([]string{c.trees}); err != nil {
		return err
	}
	return c.checkPublished()
}

// An outcome is what became of one input.
type outcome struct {
	record record.Record
	err    error
}

// run codes all inputs and writes their records. The output is opened when all else is ready.
func (c *coding) run(ctx context.Context, paths []string, newWriter func(io.Writer) (recordWriter, error)) error {
	coder, err := c.openCoder()
	if err != nil {
		return err
	}
	return c.s.writeTo(c.output, func(out io.Writer) error {
		w, err := newWriter(out)
		if err != nil {
			return err
		}
		return c.write(ctx, coder, paths, w, newProgress(c.s.err, out))
	})
}

// openCoder opens the coder that the flags ask for.
func (c *coding) openCoder() (*demarche.Coder, error) {
	o := c.engine.options()
	if err := c.words.set(&o); err != nil {
		return nil, err
	}
	if c.timings {
		c.watch = newStopwatch()
		o.Stopwatch = c.watch
	}
	return demarche.Open(o)
}

// write writes the records of all inputs, and tells what went wrong with some.
func (c *coding) write(ctx context.Context, coder *demarche.Coder, paths []string, w recordWriter, bar *progress) error {
	failed := false
	err := c.outcomes(ctx, coder, paths, func(x outcome) error {
		if x.err != nil {
			failed = true
			bar.clear()
			fmt.Fprintln(c.s.err, "demarche:", x.err)
			return nil
		}
		bar.add()
		return w.Write(&x.record)
	})
	bar.finish()
	if c.timings {
		c.watch.print(c.s.err)
	}
	if err == nil && failed {
		return errInputs
	}
	return err
}

// outcomes hands on what became of every input, in order.
func (c *coding) outcomes(ctx context.Context, coder *demarche.Coder, paths []string, emit func(outcome) error) error {
	if c.trees != "" {
		return c.fromTrees(ctx, coder, emit)
	}
	return inOrder(ctx, c.articles(paths), c.workers, func(ctx context.Context, in input) outcome {
		if in.err != nil {
			return outcome{err: in.err}
		}
		return guarded(in.where, func() (record.Record, error) { return coder.Code(ctx, in.article) })
	}, emit)
}

// guarded codes one article. A fault of the program costs that article only: what a run of days has left to do is not lost with it.
func guarded(where string, code func() (record.Record, error)) (x outcome) {
	defer func() {
		if fault := recover(); fault != nil {
			x = outcome{err: fmt.Errorf("%s: a fault of the program, not of the text: %v; please report it with the text\n%s", where, fault, debug.Stack())}
		}
	}()
	r, err := code()
	if err != nil {
		err = fmt.Errorf("%s: %w", where, err)
	}
	return outcome{r, err}
}

// fromTrees codes the trees of a CoNLL-U file.
func (c *coding) fromTrees(ctx context.Context, coder *demarche.Coder, emit func(outcome) error) error {
	name, in := "stdin", c.s.in
	if c.trees != "-" {
		f, err := os.Open(c.trees)
		if err != nil {
			return fmt.Errorf("--trees %w", unreadable(c.trees, err))
		}
		defer f.Close()
		name, in = c.trees, f
	}
	found := false
	for r, err := range coder.CodeTrees(ctx, in, name, c.published) {
		if ctx.Err() != nil {
			return ctx.Err()
		}
		found = true
		if err := emit(outcome{r, err}); err != nil {
			return err
		}
	}
	if !found {
		return emit(outcome{err: fmt.Errorf("%s: there is no document in it; write one with demarche parse", name)})
	}
	return nil
}
