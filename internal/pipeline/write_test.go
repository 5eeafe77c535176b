package pipeline

import (
	"fmt"
	"testing"

	"example.org/demarche/internal/text"
)

func TestSortByKeepsTheOrderOfEquals(t *testing.T) {
	list := []string{"c1", "a1", "c2", "b1", "a2"}
	asked := 0
	sortBy(list, func(s string) int { asked++; return int(s[0]) })
	if got := fmt.Sprint(list); got != "[a1 a2 b1 c1 c2]" || asked != len(list) {
		t.Errorf("%s after %d questions", got, asked)
	}
}

// TestJoined: pieces of a content are joined over white space only. "é" takes two bytes and one code point.
func TestJoined(t *testing.T) {
	const article = "é no , we do"
	g := &text.Segmentation{Text: article, Sentences: []text.Sentence{{Span: text.Span{End: len(article)}, End: 5}}}
	for _, s := range []text.Span{{Start: 0, End: 2}, {Start: 3, End: 5}, {Start: 6, End: 7}, {Start: 8, End: 10}, {Start: 11, End: 13}} {
		g.Tokens = append(g.Tokens, text.Token{Span: s})
	}
	w := &writer{Layers: &Layers{Analysis: Analysis{Segments: g}}, points: text.NewCodePoints(article)}
	words := func(first, end int) text.Range { return text.Range{Start: first, End: end} }
	for _, c := range []struct {
		in   []text.Range
		want string
	}{
		{nil, "[]"},
		{[]text.Range{words(0, 1), words(1, 2)}, "[{0 4}]"},
		{[]text.Range{words(0, 2), words(3, 5)}, "[{0 4} {7 12}]"},
		{[]text.Range{words(3, 4), words(4, 5), words(0, 1)}, "[{7 12} {0 1}]"},
	} {
		if got := fmt.Sprint(w.joined(c.in)); got != c.want {
			t.Errorf("%v: %s, want %s", c.in, got, c.want)
		}
	}
}
