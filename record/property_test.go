package record_test

import (
	"bytes"
	"strings"
	"testing"

	"example.org/demarche/internal/text"
	"example.org/demarche/record"
	"example.org/demarche/record/recordtest"
	"pgregory.net/rapid"
)

// words are what the texts of TestSpansCutTheText are made of: what counts differently in bytes, code points and characters.
var words = []string{
	"minister", "said", "naïve", "re\u0301sume\u0301", "Đặng", "🚢", "👩🏽‍🚀", "🇱🇾", "漢字", "\u0627\u0644\u0642\u0627\u0647\u0631\u0629", "\u200b", "“yes”", "ﬁ", "<b>", "\u2028",
}

// gaps part them.
var gaps = []string{" ", "\u00a0", "\r\n", "\r\n\r\n", "\ufeff", "\t", ""}

// TestSpansCutTheText builds records over texts with emoji, combining marks, CRLF, byte-order marks and non-breaking
// spaces: byte spans become code points, go through JSON, and cut out the very words they were made for.
func TestSpansCutTheText(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		article, spans := drawText(t)
		r := recordOf(article, spans)
		if err := recordtest.Check(r); err != nil {
			t.Fatal(err)
		}
		var buf bytes.Buffer
		if err := record.Write(&buf, r); err != nil {
			t.Fatal(err)
		}
		for back, err := range record.Read(&buf) {
			if err != nil {
				t.Fatal(err)
			}
			if back.Article.Text != article {
				t.Fatalf("the text came back as %q, not %q", back.Article.Text, article)
			}
			for i, d := range back.Dates {
				if got, want := d.Cut(back.Article.Text), article[spans[i].Start:spans[i].End]; got != want || d.Text != want {
					t.Fatalf("[%d, %d) cuts %q, not %q", d.Start, d.End, got, want)
				}
			}
		}
	})
}

// drawText draws a text and the byte spans of its words.
func drawText(t *rapid.T) (string, []text.Span) {
	var b strings.Builder
	var spans []text.Span
	b.WriteString(rapid.SampledFrom([]string{"", "\ufeff"}).Draw(t, "mark"))
	for range rapid.IntRange(1, 60).Draw(t, "words") {
		start := b.Len()
		b.WriteString(rapid.SampledFrom(words).Draw(t, "word"))
		spans = append(spans, text.Span{Start: start, End: b.Len()})
		b.WriteString(rapid.SampledFrom(gaps).Draw(t, "gap"))
	}
	return b.String(), spans
}

// recordOf is a record with one time expression for each span.
func recordOf(article string, spans []text.Span) record.Record {
	points := text.NewCodePoints(article)
	r := recordtest.Sample()
	r.Article.Text = article
	r.Article.ID = record.ArticleID(article, "")
	r.Sentences = record.List[record.Span]{{Start: 0, End: points.Of(len(article))}}
	r.Entities, r.Places, r.Dates, r.Attributions, r.Events, r.States, r.Notes = nil, nil, nil, nil, nil, nil, nil
	for i, s := range spans {
		r.Dates = append(r.Dates, record.TimeExpr{
			ID: record.NewID('d', i), Span: record.Span{Start: points.Of(s.Start), End: points.Of(s.End)},
			Text: article[s.Start:s.End], Type: record.TimeDate, Rule: "test.txt:1",
		})
	}
	return r
}
