package main

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"iter"
	"os"
	"slices"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"example.org/demarche"
	"example.org/demarche/internal/reader"
	"example.org/demarche/internal/text"
	"example.org/demarche/record"
)

// inputs are the flags that say what to read; commands that analyse articles share them.
type inputs struct {
	s         *streams
	published string
	format    string
	fields    reader.Fields
	samples   bool
	output    string // a file that the command writes, which is never an input; "" for none
	outputs   string // the flag that names it, "" for output
}

// An input is one article, or what was wrong with it.
type input struct {
	article demarche.Article
	where   string // the article's place, for messages: "news.jsonl:12"
	err     error
}

// add declares the flags on a command.
func (in *inputs) add(f *pflag.FlagSet) {
	f.StringVar(&in.published, "published", "", "`DAY` of publication of all inputs: YYYY-MM-DD, or a date and time")
	f.StringVar(&in.format, "input", "", "`FORMAT` of the inputs: txt, html, jsonl or csv (default: by the file's name)")
	f.StringVar(&in.fields.ID, "id-field", "", "`FIELD` of JSONL or CSV that holds the id (default: id, uid, _id)")
	f.StringVar(&in.fields.Text, "text-field", "", "`FIELD` that holds the text (default: text, body, content, article)")
	f.StringVar(&in.fields.Date, "date-field", "", "`FIELD` that holds the day of publication (default: date, published, pubDate)")
	f.StringVar(&in.fields.Title, "title-field", "", "`FIELD` that holds the title (default: title, headline)")
	f.StringVar(&in.fields.URL, "url-field", "", "`FIELD` that holds the address (default: url, link)")
	f.BoolVar(&in.samples, "samples", false, "read the sample articles that are built in")
}

const inputHelp = `

Inputs are files, folders (walked in order of name) and - for standard input, which needs --input. Read are plain text (.txt),
HTML (.html, .htm), JSON lines (.jsonl, .ndjson) and CSV (.csv), each also with .gz at the end.`

// check looks at the flags before anything is read.
func (in *inputs) check(cmd *cobra.Command, paths []string) error {
	if len(paths) == 0 && !in.samples {
		return fmt.Errorf("nothing to read: name files or folders, - for standard input, or --samples; see %s --help", cmd.CommandPath())
	}
	if in.format != "" && !slices.Contains([]reader.Format{reader.TXT, reader.HTML, reader.JSONL, reader.CSV}, reader.Format(in.format)) {
		return fmt.Errorf("--input %s: unknown format; use txt, html, jsonl or csv", in.format)
	}
	if slices.Contains(paths, "-") && in.format == "" {
		return errors.New("standard input needs --input txt, html, jsonl or csv")
	}
	if err := in.checkOutput(paths); err != nil {
		return err
	}
	return in.checkPublished()
}

// checkPublished brings the day of publication into its form.
func (in *inputs) checkPublished() error {
	if in.published == "" {
		return nil
	}
	day, ok := text.ParseDay(in.published)
	if !ok {
		return fmt.Errorf("--published %q is no date; write YYYY-MM-DD", in.published)
	}
	in.published = day
	return nil
}

// checkOutput refuses to write over what is to be read.
func (in *inputs) checkOutput(paths []string) error {
	for _, p := range paths {
		if in.isOutput(p) {
			return fmt.Errorf("--%s %s: is an input too; write to another file", cmp.Or(in.outputs, "output"), in.output)
		}
	}
	return nil
}

// isOutput reports whether a file is the one that the command writes.
func (in *inputs) isOutput(name string) bool {
	if in.output == "" {
		return false
	}
	a, errA := os.Stat(in.output)
	b, errB := os.Stat(name)
	return errA == nil && errB == nil && os.SameFile(a, b)
}

// articles yields the articles of all inputs in their order, and for what cannot be read an error that names it.
func (in *inputs) articles(paths []string) iter.Seq[input] {
	return func(yield func(input) bool) {
		if in.samples && !samples(yield) {
			return
		}
		for _, p := range paths {
			if !in.path(p, yield) {
				return
			}
		}
	}
}

// path reads one path of the command line, and reports whether to go on.
func (in *inputs) path(p string, yield func(input) bool) bool {
	if p == "-" {
		return in.stream(in.s.in, "stdin", yield)
	}
	info, err := os.Stat(p)
	if err != nil {
		return yield(input{err: unreadable(p, err)})
	}
	if !info.IsDir() {
		return in.file(p, yield)
	}
	return in.folder(p, yield)
}

// folder reads the files of a folder; those of other kinds are passed over.
func (in *inputs) folder(folder string, yield func(input) bool) bool {
	found := false
	for name, err := range files(folder) {
		switch {
		case err != nil:
			found = true
			if !yield(input{err: err}) {
				return false
			}
		case in.reads(name):
			found = true
			if !in.file(name, yield) {
				return false
			}
		}
	}
	if !found {
		return yield(input{err: fmt.Errorf("%s: no file of a known kind is in it; articles are .txt, .html, .jsonl or .csv, or name their format with --input", folder)})
	}
	return true
}

// reads reports whether a file of a folder is one to read.
func (in *inputs) reads(name string) bool {
	_, known := reader.FormatOf(name)
	return (known || in.format != "") && !in.isOutput(name)
}

// file reads one file.
func (in *inputs) file(name string, yield func(input) bool) bool {
	f, err := os.Open(name)
	if err != nil {
		return yield(input{err: unreadable(name, err)})
	}
	defer f.Close()
	return in.stream(f, name, yield)
}

// stream reads the articles of one open input.
func (in *inputs) stream(r io.Reader, name string, yield func(input) bool) bool {
	for a, err := range reader.Read(r, name, reader.Options{Format: reader.Format(in.format), Fields: in.fields, Published: in.published}) {
		if !yield(input{public(a), a.Where, err}) {
			return false
		}
	}
	return true
}

// public is an article as the library takes it.
func public(a text.Article) demarche.Article {
	return demarche.Article{
		Text: a.Text, Published: a.Published, PublishedFrom: record.Origin(a.Origin), Title: a.Title, URL: a.URL, SourceID: a.SourceID,
		Publisher: a.Publisher, Author: a.Author,
	}
}
