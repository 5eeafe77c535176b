package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"slices"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"example.org/demarche/internal/reader"
	"example.org/demarche/internal/text"
)

// inputs are the flags that say what to read; commands that analyse articles share them.
type inputs struct {
	s         *streams
	published string
	format    string
	fields    reader.Fields
	samples   bool
}

// add declares the flags on a command.
func (in *inputs) add(f *pflag.FlagSet) {
	f.StringVar(&in.published, "published", "", "day of publication of all inputs: YYYY-MM-DD, or a date and time")
	f.StringVar(&in.format, "input", "", "format of the inputs: txt, html, jsonl or csv (default: by the file's name)")
	f.StringVar(&in.fields.ID, "id-field", "", "field of JSONL or CSV that holds the id (default: id, uid, _id)")
	f.StringVar(&in.fields.Text, "text-field", "", "field that holds the text (default: text, body, content, article)")
	f.StringVar(&in.fields.Date, "date-field", "", "field that holds the day of publication (default: date, published, pubDate)")
	f.StringVar(&in.fields.Title, "title-field", "", "field that holds the title (default: title, headline)")
	f.StringVar(&in.fields.URL, "url-field", "", "field that holds the address (default: url, link)")
	f.BoolVar(&in.samples, "samples", false, "read the sample articles that are built in")
}

const inputHelp = `
Inputs are files, folders (walked in order of name) and - for standard input, which needs --input. Read are plain text (.txt),
HTML (.html, .htm), JSON lines (.jsonl, .ndjson) and CSV (.csv), each also with .gz at the end.`

// check looks at the flags before anything is read.
func (in *inputs) check(cmd *cobra.Command, paths []string) error {
	if len(paths) == 0 && !in.samples {
		return fmt.Errorf("nothing to read: name files or folders, - for standard input, or --samples; see demarche %s --help", cmd.Name())
	}
	if in.format != "" && !slices.Contains([]reader.Format{reader.TXT, reader.HTML, reader.JSONL, reader.CSV}, reader.Format(in.format)) {
		return fmt.Errorf("--input %s: unknown format; use txt, html, jsonl or csv", in.format)
	}
	if in.published != "" {
		day, ok := text.ParseDay(in.published)
		if !ok {
			return fmt.Errorf("--published %q is no date; write YYYY-MM-DD", in.published)
		}
		in.published = day
	}
	for _, p := range paths {
		if p == "-" && in.format == "" {
			return errors.New("standard input needs --input txt, html, jsonl or csv")
		}
	}
	return nil
}

// articles yields the articles of all inputs in their order, and for what cannot be read an error that names it.
func (in *inputs) articles(paths []string) iter.Seq2[text.Article, error] {
	return func(yield func(text.Article, error) bool) {
		if in.samples {
			for a, err := range samples() {
				if !yield(a, err) {
					return
				}
			}
		}
		for _, p := range paths {
			if !in.path(p, yield) {
				return
			}
		}
	}
}

// path reads one path of the command line.
func (in *inputs) path(p string, yield func(text.Article, error) bool) bool {
	if p == "-" {
		return in.stream(in.s.in, "stdin", in.format, yield)
	}
	info, err := os.Stat(p)
	if err != nil {
		return yield(text.Article{}, fmt.Errorf("%s: cannot be read: %w", p, reason(err)))
	}
	if !info.IsDir() {
		return in.file(p, yield)
	}
	ok := true
	err = filepath.WalkDir(p, func(name string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			ok = yield(text.Article{}, fmt.Errorf("%s: cannot be read: %w", name, reason(err)))
		case d.IsDir() || !in.reads(name):
			return nil // other files of a folder are passed over
		default:
			ok = in.file(name, yield)
		}
		if !ok {
			return fs.SkipAll
		}
		return nil
	})
	return ok && err == nil
}

// file reads one file.
func (in *inputs) file(name string, yield func(text.Article, error) bool) bool {
	f, err := os.Open(name)
	if err != nil {
		return yield(text.Article{}, fmt.Errorf("%s: cannot be read: %w", name, reason(err)))
	}
	defer f.Close()
	return in.stream(f, name, in.format, yield)
}

// reads reports whether a file of a folder is one to read.
func (in *inputs) reads(name string) bool {
	_, known := reader.FormatOf(name)
	return known || in.format != ""
}

// stream reads the articles of one open input.
func (in *inputs) stream(r io.Reader, name, format string, yield func(text.Article, error) bool) bool {
	for a, err := range reader.Read(r, name, reader.Options{Format: reader.Format(format), Fields: in.fields, Published: in.published}) {
		if !yield(a, err) {
			return false
		}
	}
	return true
}

// reason is what the system says, without the path that the message names already.
func reason(err error) error {
	var p *fs.PathError
	if errors.As(err, &p) {
		return p.Err
	}
	return err
}
