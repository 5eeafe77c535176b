package export

import (
	"encoding/csv"
	"io"
	"strconv"
	"strings"
)

// quoteColumns are the columns of the table of statements, named as the fields of JSON, and how each is filled.
var quoteColumns = []struct {
	name string
	cell func(*Quote) string
}{
	{"article_id", func(q *Quote) string { return string(q.ArticleID) }},
	{"source_id", func(q *Quote) string { return string(q.SourceID) }},
	{"url", func(q *Quote) string { return string(q.URL) }},
	{"title", func(q *Quote) string { return string(q.Title) }},
	{"publisher", func(q *Quote) string { return string(q.Publisher) }},
	{"published", func(q *Quote) string { return string(q.Published) }},
	{"statement_id", func(q *Quote) string { return string(q.ID) }},
	{"sentence_start", func(q *Quote) string { return position(q.SentenceStart) }},
	{"sentence_end", func(q *Quote) string { return position(q.SentenceEnd) }},
	{"source", func(q *Quote) string { return oneLine(string(q.Source)) }},
	{"source_kind", func(q *Quote) string { return string(q.SourceKind) }},
	{"who", func(q *Quote) string { return string(q.Who) }},
	{"who_kind", func(q *Quote) string { return string(q.WhoKind) }},
	{"who_country", func(q *Quote) string { return string(q.WhoCountry) }},
	{"who_role", func(q *Quote) string { return string(q.WhoRole) }},
	{"cue", func(q *Quote) string { return oneLine(string(q.Cue)) }},
	{"stance", func(q *Quote) string { return string(q.Stance) }},
	{"negated", func(q *Quote) string { return strconv.FormatBool(q.Negated) }},
	{"type", func(q *Quote) string { return string(q.Type) }},
	{"quote", func(q *Quote) string { return string(q.Quote) }},
	{"content", pieces},
	{"addressee", func(q *Quote) string { return oneLine(string(q.Addressee)) }},
	{"addressee_who", func(q *Quote) string { return string(q.AddresseeWho) }},
	{"date_words", func(q *Quote) string { return oneLine(string(q.DateWords)) }},
	{"date_from", func(q *Quote) string { return string(q.DateFrom) }},
	{"date_to", func(q *Quote) string { return string(q.DateTo) }},
	{"place", func(q *Quote) string { return string(q.Place) }},
	{"place_country", func(q *Quote) string { return string(q.PlaceCountry) }},
	{"medium", func(q *Quote) string { return string(q.Medium) }},
	{"occasion", func(q *Quote) string { return string(q.Occasion) }},
	{"within", func(q *Quote) string { return string(q.Within) }},
	{"rule", func(q *Quote) string { return string(q.Rule) }},
	{"confidence", func(q *Quote) string { return strconv.FormatFloat(float64(q.Confidence), 'f', 2, 64) }},
	{"coder_version", func(q *Quote) string { return string(q.CoderVersion) }},
	{"coder_data", func(q *Quote) string { return string(q.CoderData) }},
}

// QuoteColumns are the names of the columns of the table of statements, in order.
func QuoteColumns() []string {
	names := make([]string, len(quoteColumns))
	for i, c := range quoteColumns {
		names[i] = c.name
	}
	return names
}

// A QuotesCSV writes statements as the rows of a table, in the form of [CSV].
type QuotesCSV struct{ w *csv.Writer }

// NewQuotesCSV returns a writer and writes the header, so that a table without statements has one too.
func NewQuotesCSV(w io.Writer) (*QuotesCSV, error) {
	c := &QuotesCSV{csv.NewWriter(w)}
	if err := c.w.Write(QuoteColumns()); err != nil {
		return nil, err
	}
	return c, c.flush()
}

// Write writes statements.
func (c *QuotesCSV) Write(quotes []Quote) error {
	row := make([]string, len(quoteColumns))
	for i := range quotes {
		for j := range quoteColumns {
			row[j] = quoteColumns[j].cell(&quotes[i])
		}
		if err := c.w.Write(row); err != nil {
			return err
		}
	}
	return c.flush()
}

// flush writes what is buffered.
func (c *QuotesCSV) flush() error {
	c.w.Flush()
	return c.w.Error()
}

// pieces are what is said, in one cell.
func pieces(q *Quote) string {
	var out []string
	for _, s := range q.Content {
		out = append(out, oneLine(s))
	}
	return strings.Join(out, "|")
}

// position is a number of code points, "" if it is not known.
func position(p *int) string {
	if p == nil {
		return ""
	}
	return strconv.Itoa(*p)
}
