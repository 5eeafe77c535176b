package export_test

import (
	"encoding/csv"
	"encoding/json"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"example.org/demarche/internal/export"
	"example.org/demarche/record"
	"example.org/demarche/record/recordtest"
)

// TestQuoteColumnsAreDocumented holds docs/quotes.md to the columns, in their order, and these to the fields of JSON.
func TestQuoteColumnsAreDocumented(t *testing.T) {
	doc, err := os.ReadFile("../../docs/quotes.md")
	if err != nil {
		t.Fatal(err)
	}
	var documented []string
	for line := range strings.Lines(string(doc)) {
		if cells := strings.Split(line, "|"); len(cells) > 2 {
			for _, m := range regexp.MustCompile("`([a-z_]+)`").FindAllStringSubmatch(cells[1], -1) {
				documented = append(documented, m[1])
			}
		}
	}
	if !slices.Equal(documented, export.QuoteColumns()) {
		t.Errorf("docs/quotes.md describes %q, the columns are %q", documented, export.QuoteColumns())
	}
	line, err := export.Quote{}.JSON()
	if err != nil {
		t.Fatal(err)
	}
	var fields []string
	for _, m := range regexp.MustCompile(`"([a-z_]+)":`).FindAllStringSubmatch(string(line), -1) {
		fields = append(fields, m[1])
	}
	if !slices.Equal(fields, export.QuoteColumns()) {
		t.Errorf("the fields of JSON are %q, the columns %q", fields, export.QuoteColumns())
	}
}

// told is the sample's statement, with all that one can have.
func told() record.Record {
	r := recordtest.Sample()
	a := &r.Attributions[0]
	r.Article.Text = strings.Replace(r.Article.Text, "police &", "police\n&", 1)
	a.Source.Text = "a\nminister"
	a.Content = []record.Span{{Start: 39, End: 43}, {Start: 44, End: 57}}
	a.Addressee = &record.Addressee{Span: record.Span{Start: 44, End: 57}, Text: "police &\n army", Entity: "n2"}
	a.Medium, a.Occasion, a.Within = "statement", "visit", "a7"
	r.Article.SourceID, r.Article.URL, r.Article.Publisher = "s1", "https://news.example/1", "News"
	return r
}

// quoteCells is what the columns hold for it.
func quoteCells(r record.Record) map[string]string {
	return map[string]string{
		"article_id": string(r.Article.ID), "source_id": "s1", "url": "https://news.example/1", "title": "Bridge", "publisher": "News", "published": "1993-02-02",
		"statement_id": "a1", "sentence_start": "0", "sentence_end": "111", "source": "a minister", "source_kind": "unnamed_official", "who": "a minister",
		"who_kind": "role", "who_country": "HRV", "who_role": "minister", "cue": "said", "stance": "reported", "negated": "false", "type": "assertion", "quote": "indirect",
		"content": "that|police & army", "addressee": "police & army", "addressee_who": "Police", "date_words": "on Monday", "date_from": "1993-02-01",
		"date_to": "1993-02-01", "place": "Zagreb", "place_country": "HRV", "medium": "statement", "occasion": "visit", "within": "a7",
		"rule": "say.txt:12 say", "confidence": "1.00", "coder_version": "0.1.0", "coder_data": string(r.Coder.Data),
	}
}

// TestQuotesCSV reads back the rows of two records, of which one says nothing.
func TestQuotesCSV(t *testing.T) {
	r, quiet := told(), recordtest.Sample()
	quiet.Attributions = nil
	rows := quoteTable(t, quiet, r)
	if len(rows) != 2 || !slices.Equal(rows[0], export.QuoteColumns()) {
		t.Fatalf("%q", rows)
	}
	want := quoteCells(r)
	for i, name := range rows[0] {
		if rows[1][i] != want[name] {
			t.Errorf("%s is %q, want %q", name, rows[1][i], want[name])
		}
	}
}

// TestQuoteJSON: a line holds the same, the words as they stand, in pieces.
func TestQuoteJSON(t *testing.T) {
	r := told()
	line, err := export.Quotes(&r)[0].JSON()
	if err != nil {
		t.Fatal(err)
	}
	if strings.Contains(string(line), "\n") || !strings.Contains(string(line), `"content":["that","police\n& army"]`) {
		t.Errorf("%s", line)
	}
	var got map[string]any
	if err := json.Unmarshal(line, &got); err != nil {
		t.Fatal(err)
	}
	want := quoteCells(r)
	want["addressee"], want["source"] = "police &\n army", "a\nminister"
	for name, value := range got {
		if s, ok := value.(string); ok && s != want[name] {
			t.Errorf("%s is %q, want %q", name, s, want[name])
		}
	}
	if got["sentence_end"] != 111.0 || got["confidence"] != 1.0 {
		t.Errorf("%s", line)
	}
}

// TestQuotesOfABareRecord: what a record leaves out, or points at in vain, is null and an empty cell.
func TestQuotesOfABareRecord(t *testing.T) {
	bare := record.Record{
		Sentences: []record.Span{{Start: 0, End: 4}, {Start: 9, End: 12}},
		Attributions: []record.Attribution{
			{ID: "a1", Source: &record.Source{Span: record.Span{Start: 20, End: 22}, Entity: "n9"}, Place: "p9", Date: "d9", Content: []record.Span{{Start: 5, End: 99}}},
			{ID: "a2", Cue: &record.Cue{Span: record.Span{Start: 9, End: 11}}, Content: []record.Span{{Start: 1, End: 3}}}, // the cue's sentence, not the content's
			{ID: "a3", Cue: &record.Cue{Span: record.Span{Start: 4, End: 6}}},                                              // between sentences
			{ID: "a4"}, // without words
		},
	}
	rows := quoteTable(t, bare)
	at := func(row int, name string) string { return rows[row][slices.Index(rows[0], name)] }
	for _, name := range []string{"who", "who_kind", "place", "date_words", "date_from", "content", "cue", "sentence_start", "addressee"} {
		if got := at(1, name); got != "" {
			t.Errorf("%s is %q, want nothing", name, got)
		}
	}
	if at(2, "sentence_start") != "9" || at(2, "sentence_end") != "12" || at(3, "sentence_start") != "" || at(4, "sentence_start") != "" {
		t.Errorf("sentences %q %q %q", at(2, "sentence_start"), at(2, "sentence_end"), at(3, "sentence_start"))
	}
	line, err := export.Quotes(&record.Record{Attributions: bare.Attributions[2:]})[0].JSON()
	if err != nil || !strings.Contains(string(line), `"sentence_start":null,"sentence_end":null,"source":null,`) || !strings.Contains(string(line), `"content":[],`) {
		t.Errorf("%s, %v", line, err)
	}
}

// quoteTable is what is written, read back.
func quoteTable(t *testing.T, records ...record.Record) [][]string {
	t.Helper()
	var b strings.Builder
	w, err := export.NewQuotesCSV(&b)
	if err != nil {
		t.Fatal(err)
	}
	for i := range records {
		if err := w.Write(export.Quotes(&records[i])); err != nil {
			t.Fatal(err)
		}
	}
	rows, err := csv.NewReader(strings.NewReader(b.String())).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	return rows
}
