package main

import (
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/spf13/cobra"

	"example.org/demarche/internal/export"
	"example.org/demarche/record"
)

func newQuotes(s *streams) *cobra.Command {
	c := coding{inputs: inputs{s: s}}
	var format string
	var keep quoteFilter
	cmd := &cobra.Command{
		Use:   "quotes PATHS…",
		Short: "Print who said what, and nothing else",
		Long: `quotes prints the statements of articles: who is said to have said, thought, wanted or denied what, in which words, to whom, when and where.
It takes articles, which it codes, or files of records that demarche code wrote, and writes a table for reading, as wide as the
terminal (elsewhere COLUMNS, 100 if unset), a flat CSV table or JSON lines, one statement a row; docs/quotes.md tells the columns.` + inputHelp + exitHelp,
		Example: "  demarche quotes article.txt\n  demarche quotes --source \"foreign minister\" --stance denied,declined corpus/\n  demarche quotes --format csv -o quotes.csv records.jsonl",
		RunE: func(cmd *cobra.Command, paths []string) error {
			newWriter := quoteWriters[format]
			if newWriter == nil {
				return fmt.Errorf("--format %s: unknown format; use table, csv or jsonl", format)
			}
			if err := keep.check(); err != nil {
				return err
			}
			kept := func(out io.Writer) (recordWriter, error) {
				w, err := newWriter(out)
				return quoteSieve{keep, w}, err
			}
			if c.trees == "" && !c.samples && c.areRecords(paths) {
				return c.showRecords(cmd.Context(), paths, kept)
			}
			if err := c.check(cmd, paths); err != nil {
				return err
			}
			return c.run(cmd.Context(), paths, kept)
		},
	}
	c.add(cmd)
	f := cmd.Flags()
	f.StringVar(&format, "format", "table", "`FORMAT` to write: table, csv or jsonl")
	f.StringVar(&keep.source, "source", "", "`TEXT` that the source, or the name of whoever is behind it, has to hold, from the beginning of a word on")
	f.StringSliceVar(&keep.stances, "stance", nil, "`STANCES` to keep, parted by commas: "+strings.Join(stances, ", "))
	f.StringSliceVar(&keep.types, "type", nil, "`TYPES` to keep, parted by commas: "+strings.Join(attributionTypes, ", "))
	return cmd
}

// stances and attributionTypes are the codes that can be asked for.
var (
	stances          = []string{"reported", "claimed", "confirmed", "denied", "accused", "promised", "threatened", "demanded", "believed", "declined"}
	attributionTypes = []string{"assertion", "belief", "knowledge", "intention", "attitude", "refusal"}
)

// A quoteFilter says which statements are wanted; the zero value takes all.
type quoteFilter struct {
	source         string
	stances, types []string
}

// check refuses codes that are none.
func (f *quoteFilter) check() error {
	for _, c := range []struct {
		flag          string
		values, known []string
	}{{"stance", f.stances, stances}, {"type", f.types, attributionTypes}} {
		if c.values != nil && len(c.values) == 0 {
			return fmt.Errorf("--%s: nothing is named; use %s", c.flag, strings.Join(c.known, ", "))
		}
		for i, v := range c.values {
			v = strings.TrimSpace(v)
			if !slices.Contains(c.known, v) {
				return fmt.Errorf("--%s %q: unknown; use %s, several parted by commas", c.flag, v, strings.Join(c.known, ", "))
			}
			c.values[i] = v
		}
	}
	return nil
}

// wants reports whether a statement passes.
func (f *quoteFilter) wants(q *export.Quote) bool {
	return (f.stances == nil || slices.Contains(f.stances, string(q.Stance))) &&
		(f.types == nil || slices.Contains(f.types, string(q.Type))) &&
		(holds(string(q.Source), f.source) || holds(string(q.Who), f.source))
}

// holds reports whether text has the words of another from the beginning of a word on; case and white space do not matter.
func holds(text, words string) bool {
	text, words = strings.ToLower(squeeze(text)), strings.ToLower(squeeze(words))
	before := ' '
	for {
		head, _, ok := strings.Cut(text, words)
		if !ok {
			return false
		}
		if r, size := utf8.DecodeLastRuneInString(head); size > 0 {
			before = r
		}
		if !unicode.IsLetter(before) && !unicode.IsNumber(before) {
			return true
		}
		r, size := utf8.DecodeRuneInString(text[len(head):])
		before, text = r, text[len(head)+size:]
	}
}

// A quoteSieve hands on the statements of records that are wanted; a record without any leaves no trace.
type quoteSieve struct {
	keep  quoteFilter
	write quoteWriter
}

func (s quoteSieve) Write(r *record.Record) error {
	quotes := slices.DeleteFunc(export.Quotes(r), func(q export.Quote) bool { return !s.keep.wants(&q) })
	if len(quotes) == 0 {
		return nil
	}
	return s.write(r, quotes)
}

// A quoteWriter writes statements of a record in some format.
type quoteWriter func(*record.Record, []export.Quote) error

// quoteWriters make the writers of the formats of quotes.
var quoteWriters = map[string]func(io.Writer) (quoteWriter, error){
	"table": func(w io.Writer) (quoteWriter, error) { return quoteTable{newStyle(w), w}.write, nil },
	"csv": func(w io.Writer) (quoteWriter, error) {
		table, err := export.NewQuotesCSV(w)
		return func(_ *record.Record, quotes []export.Quote) error { return table.Write(quotes) }, err
	},
	"jsonl": func(w io.Writer) (quoteWriter, error) {
		return func(_ *record.Record, quotes []export.Quote) error { return writeQuoteLines(w, quotes) }, nil
	},
}

// writeQuoteLines writes one JSON object a line, those of a record in one call.
func writeQuoteLines(w io.Writer, quotes []export.Quote) error {
	var b []byte
	for _, q := range quotes {
		line, err := q.JSON()
		if err != nil {
			return err
		}
		b = append(append(b, line...), '\n')
	}
	_, err := w.Write(b)
	return err
}
