package segment

import (
	"compress/gzip"
	"os"
	"testing"

	"example.org/demarche/internal/syntax"
	"example.org/demarche/internal/text"
)

// TestTreebanks measures against the development parts of two treebanks, as the CoNLL 2018 shared task does: F1 of the
// spans of surface tokens, sentences and words, in percent. The floors are what was reached, less rounding.
func TestTreebanks(t *testing.T) {
	for _, c := range []struct {
		name                     string
		tokens, sentences, words float64
	}{
		{"en_ewt-dev", 99.2, 90.0, 98.9},
		{"en_gum-dev", 99.7, 95.8, 99.7},
	} {
		f, err := os.Open("../../../shared/data/ud/" + c.name + ".conllu.gz")
		if err != nil {
			t.Skip("needs ../shared/data/ud")
		}
		defer f.Close()
		z, err := gzip.NewReader(f)
		if err != nil {
			t.Fatal(err)
		}
		var tokens, sentences, words overlap
		for d, err := range syntax.ReadCoNLLU(z) {
			if err != nil {
				t.Fatal(err)
			}
			gold, got := d.Segmentation, Split(d.Segmentation.Text, nil, model(t))
			tokens.add(surfaces(gold), surfaces(got))
			sentences.add(sentenceSpans(gold), sentenceSpans(got))
			words.add(wordSpans(gold), wordSpans(got))
		}
		t.Logf("%s: tokens %.2f, sentences %.2f, words %.2f", c.name, tokens.f1(), sentences.f1(), words.f1())
		if tokens.f1() < c.tokens || sentences.f1() < c.sentences || words.f1() < c.words {
			t.Errorf("%s: below %.1f, %.1f, %.1f", c.name, c.tokens, c.sentences, c.words)
		}
	}
}

// An overlap counts spans: those of the treebank, ours, and those that are both.
type overlap struct{ gold, got, both int }

func (o *overlap) add(gold, got []text.Span) {
	in := make(map[text.Span]bool, len(gold))
	for _, s := range gold {
		in[s] = true
	}
	for _, s := range got {
		if in[s] {
			o.both++
		}
	}
	o.gold += len(gold)
	o.got += len(got)
}

func (o *overlap) f1() float64 { return 200 * float64(o.both) / float64(o.gold+o.got) }

func surfaces(g *text.Segmentation) []text.Span {
	var spans []text.Span
	for _, w := range g.Tokens {
		if n := len(spans); n == 0 || spans[n-1] != w.Surface {
			spans = append(spans, w.Surface)
		}
	}
	return spans
}

func sentenceSpans(g *text.Segmentation) []text.Span {
	var spans []text.Span
	for _, s := range g.Sentences {
		spans = append(spans, s.Span)
	}
	return spans
}

func wordSpans(g *text.Segmentation) []text.Span {
	var spans []text.Span
	for _, w := range g.Tokens {
		spans = append(spans, w.Span)
	}
	return spans
}
