package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"iter"
	"os"
	"regexp"

	"github.com/spf13/cobra"

	"example.org/demarche/record"
)

func newShow(s *streams) *cobra.Command {
	c := coding{inputs: inputs{s: s}}
	var explain bool
	var page string
	cmd := &cobra.Command{
		Use:   "show PATHS…",
		Short: "Print the dossier of an article or of a record",
		Long: `show prints an article with sources, cues, actors and events marked, then who did what to whom, what holds, and who says so.
It takes articles, which it codes, or files of records that demarche code wrote. It respects NO_COLOR and the width of
the terminal (elsewhere COLUMNS, 100 if unset).

--html FILE writes the dossier of one article or of one record as a page, to be opened in a browser, mailed or printed: one file that holds
everything, fetches nothing and sends nothing. docs/file.md tells what is in it.` + inputHelp + exitHelp,
		Example: "  demarche show --published 2011-07-19 article.txt\n  demarche show --explain --samples | less\n  demarche show records.jsonl\n  demarche show --html dossier.html --published 2011-07-19 article.txt",
		RunE: func(cmd *cobra.Command, paths []string) error {
			dossiers := func(out io.Writer) (recordWriter, error) { return dossierWriter{out, newStyle(out), explain}, nil }
			records := c.trees == "" && !c.samples && c.areRecords(paths)
			if page != "" {
				if explain || c.output != "" {
					return errors.New("--html writes a page that tells why, to the file that it names; leave out --explain and --output")
				}
				return c.showPage(cmd, paths, records, page)
			}
			if records {
				return c.showRecords(cmd.Context(), paths, dossiers)
			}
			if err := c.check(cmd, paths); err != nil {
				return err
			}
			return c.run(cmd.Context(), paths, dossiers)
		},
	}
	c.add(cmd)
	c.words.add(cmd.Flags())
	cmd.Flags().StringVar(&page, "html", "", "write the dossier of one article or record as a page to `FILE`, which holds everything and fetches nothing")
	cmd.Flags().BoolVar(&explain, "explain", false, "print for every event its words, rule, status and why, and what was passed over")
	return cmd
}

// A dossierWriter writes records as dossiers.
type dossierWriter struct {
	out     io.Writer
	style   style
	explain bool
}

func (d dossierWriter) Write(r *record.Record) error {
	return writeDossier(d.out, d.style, r, d.explain)
}

// areRecords reports whether all inputs begin as records do; none, no.
func (c *coding) areRecords(paths []string) bool {
	for _, p := range paths {
		if p == "-" {
			in := bufio.NewReader(c.s.in)
			c.s.in = in // what was looked at is still to be read
			if !beginsRecord(in) {
				return false
			}
			continue
		}
		f, err := os.Open(p)
		if err != nil {
			return false
		}
		is := beginsRecord(bufio.NewReader(f))
		f.Close()
		if !is {
			return false
		}
	}
	return len(paths) > 0
}

// recordHead is how a record begins, on one line or on many.
var recordHead = regexp.MustCompile(`^\s*\{\s*"schema"\s*:\s*"demarche/`)

// beginsRecord reports whether what comes next from a reader is a record.
func beginsRecord(r *bufio.Reader) bool {
	head, _ := r.Peek(64) // shorter at the end of the input
	return recordHead.Match(head)
}

// showRecords prints the dossiers of files of records.
func (c *coding) showRecords(ctx context.Context, paths []string, newWriter func(io.Writer) (recordWriter, error)) error {
	if err := c.checkOutput(paths); err != nil {
		return err
	}
	return c.s.writeTo(c.output, func(out io.Writer) error {
		w, err := newWriter(out)
		if err != nil {
			return err
		}
		failed := false
		for r, err := range c.recordsOf(paths) {
			switch {
			case ctx.Err() != nil:
				return ctx.Err()
			case err != nil:
				failed = true
				fmt.Fprintln(c.s.err, "demarche:", err)
			default:
				if err := w.Write(&r); err != nil {
					return err
				}
			}
		}
		if failed {
			return errInputs
		}
		return nil
	})
}

// recordsOf yields the records of files, and of standard input for -.
func (c *coding) recordsOf(paths []string) iter.Seq2[record.Record, error] {
	return func(yield func(record.Record, error) bool) {
		for _, p := range paths {
			for r, err := range c.recordsIn(p) {
				if !yield(r, err) {
					return
				}
			}
		}
	}
}

// recordsIn yields the records of one file.
func (c *coding) recordsIn(path string) iter.Seq2[record.Record, error] {
	return func(yield func(record.Record, error) bool) {
		name, in := "stdin", c.s.in
		if path != "-" {
			f, err := os.Open(path)
			if err != nil {
				yield(record.Record{}, unreadable(path, err))
				return
			}
			defer f.Close()
			name, in = path, f
		}
		for r, err := range record.Read(in) {
			if err != nil {
				err = fmt.Errorf("%s: %w; the records behind it were not read", name, err)
			}
			if !yield(r, err) {
				return
			}
		}
	}
}
