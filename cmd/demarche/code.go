package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"runtime"

	"github.com/spf13/cobra"

	"example.org/demarche"
	"example.org/demarche/internal/text"
	"example.org/demarche/record"
)

// coding are the flags of commands that code articles.
type coding struct {
	inputs
	kernel  string
	workers int
	trees   string
	timings bool
}

func (c *coding) add(cmd *cobra.Command) {
	f := cmd.Flags()
	c.inputs.add(f)
	f.StringVar(&c.kernel, "kernel", "auto", "code for matrix products: auto, portable or avx2; it changes no byte of output")
	f.IntVar(&c.workers, "workers", runtime.GOMAXPROCS(0), "articles coded at the same time; it changes no byte of output")
	f.StringVar(&c.trees, "trees", "", "code from the trees of a CoNLL-U file instead of texts")
	f.BoolVar(&c.timings, "timings", false, "print at the end what each stage took")
}

func newCode(s *streams) *cobra.Command {
	c := coding{inputs: inputs{s: s}}
	var format, output string
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
			return s.writeTo(output, func(out io.Writer) error {
				w, err := newWriter(out)
				if err != nil {
					return err
				}
				return c.run(cmd.Context(), paths, w)
			})
		},
	}
	c.add(cmd)
	cmd.Flags().StringVar(&format, "format", "jsonl", "what to write: jsonl, csv or table")
	cmd.Flags().StringVarP(&output, "output", "o", "", "file to write to (default: standard output)")
	return cmd
}

// check looks at the flags.
func (c *coding) check(cmd *cobra.Command, paths []string) error {
	if c.workers < 1 {
		return fmt.Errorf("--workers %d: at least one is needed", c.workers)
	}
	if c.trees != "" {
		if len(paths) > 0 {
			return fmt.Errorf("--trees takes the place of paths; leave out %s", paths[0])
		}
		if c.published == "" {
			return nil
		}
		paths = []string{c.trees}
	}
	return c.inputs.check(cmd, paths)
}

// An outcome is what became of one input.
type outcome struct {
	record record.Record
	err    error
}

// run codes all inputs and writes their records.
func (c *coding) run(ctx context.Context, paths []string, w recordWriter) error {
	watch := newStopwatch()
	o := demarche.Options{Kernel: c.kernel}
	if c.timings {
		o.Stopwatch = watch
	}
	coder, err := demarche.Open(o)
	if err != nil {
		return err
	}
	bar := newProgress(c.s.err, len(paths) > 1 || !c.samples)
	defer bar.finish()
	failed := false
	err = c.records(ctx, coder, paths, func(x outcome) error {
		if x.err != nil {
			bar.clear()
			failed = true
			fmt.Fprintln(c.s.err, "demarche:", x.err)
			return nil
		}
		bar.add()
		return w.Write(&x.record)
	})
	if c.timings {
		watch.print(c.s.err)
	}
	if err == nil && failed {
		return errInputs
	}
	return err
}

// records hands on the outcome of every input in order.
func (c *coding) records(ctx context.Context, coder *demarche.Coder, paths []string, emit func(outcome) error) error {
	if c.trees != "" {
		return c.fromTrees(ctx, coder, emit)
	}
	type input struct {
		article text.Article
		err     error
	}
	items := func(yield func(input) bool) {
		for a, err := range c.articles(paths) {
			if !yield(input{a, err}) {
				return
			}
		}
	}
	return inOrder(ctx, items, c.workers, func(ctx context.Context, in input) outcome {
		if in.err != nil {
			return outcome{err: in.err}
		}
		r, err := coder.Code(ctx, public(in.article))
		if err != nil {
			err = fmt.Errorf("%s: %w", in.article.Where, err)
		}
		return outcome{r, err}
	}, emit)
}

// fromTrees codes the trees of a CoNLL-U file.
func (c *coding) fromTrees(ctx context.Context, coder *demarche.Coder, emit func(outcome) error) error {
	f, err := os.Open(c.trees)
	if err != nil {
		return fmt.Errorf("--trees %s: cannot be read: %w", c.trees, reason(err))
	}
	defer f.Close()
	for r, err := range coder.CodeTrees(ctx, f, c.trees, c.published) {
		if err := emit(outcome{r, err}); err != nil {
			return err
		}
	}
	return ctx.Err()
}

// public is an article as the library takes it.
func public(a text.Article) demarche.Article {
	return demarche.Article{
		Text: a.Text, Published: a.Published, PublishedFrom: record.Origin(a.Origin), Title: a.Title, URL: a.URL, SourceID: a.SourceID,
		Publisher: a.Publisher, Author: a.Author,
	}
}

// writeTo opens the output, standard output for "", and hands it to f.
func (s *streams) writeTo(path string, f func(io.Writer) error) (err error) {
	if path == "" {
		return f(s.out)
	}
	file, err := os.Create(path)
	if err != nil {
		return fmt.Errorf("--output %s: cannot be written: %w", path, reason(err))
	}
	defer func() {
		if e := file.Close(); err == nil {
			err = e
		}
	}()
	return f(file)
}
