package dates_test

import (
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"

	"example.org/demarche/internal/dates"
	"example.org/demarche/internal/event"
	"example.org/demarche/internal/syntax"
	"example.org/demarche/internal/text"
	"example.org/demarche/internal/treetest"
)

var update = flag.Bool("update", false, "write testdata/find.txt anew")

// TestFind runs the cases of testdata/find.txt, published on Tuesday 2011-07-19: a text, "----", its time expressions.
func TestFind(t *testing.T) {
	const file = "testdata/find.txt"
	b, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	k := load(t)
	cases := strings.Split(strings.TrimSpace(string(b)), "\n\n")
	for i, c := range cases {
		article, want, _ := strings.Cut(c, "\n----\n")
		g, trees, _ := treetest.Parse(t, article)
		got := draw(g, trees, dates.Find(trees, nil, k, published))
		if !*update && got != want {
			t.Errorf("%s\n----\n%s\nwant\n%s", article, got, want)
		}
		cases[i] = article + "\n----\n" + got
	}
	if *update {
		if err := os.WriteFile(file, []byte(strings.Join(cases, "\n\n")+"\n"), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// draw is a line for each expression: its words, its value, its days where the value is no single day, what it dates, its
// bound.
func draw(g *text.Segmentation, trees []*syntax.Tree, found []*event.TimeExpr) string {
	var lines []string
	for _, x := range found {
		days := ""
		if x.From != "" && (x.From != x.To || x.Value != x.From) {
			days = fmt.Sprintf(" (%s..%s)", x.From, x.To)
		}
		anchor := trees[x.Anchor.Sentence].Form(x.Anchor.Token)
		lines = append(lines, fmt.Sprintf("%s = %s%s, dates %q, %s", g.Form(g.Span(x.Range)), x.Value, days, anchor, x.Bound))
	}
	return strings.Join(lines, "\n")
}

// TestFindWithoutTheDayOfPublication: what is told from it is found, without a value; what is not has one.
func TestFindWithoutTheDayOfPublication(t *testing.T) {
	g, trees, _ := treetest.Parse(t, "The envoys met on Friday, signed the treaty on March 3, 1995, and left last night.")
	got := draw(g, trees, dates.Find(trees, nil, load(t), ""))
	want := `Friday = , dates "met", on
March 3, 1995 = 1995-03-03, dates "signed", on
last night = , dates "left", on`
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// TestTheDayOfSayingIsNotTheDayOfDoing: a time behind a cue dates the cue, though the parser hangs it on what is said.
func TestTheDayOfSayingIsNotTheDayOfDoing(t *testing.T) {
	g, trees, _ := treetest.Parse(t, "Troops shelled the port, witnesses said on Monday.")
	tree := trees[0]
	shelled, said, monday := 1, 6, 8
	tree.Heads[monday] = int32(shelled)
	tree.Link()
	a := &event.Attribution{
		Source:  event.Phrase{Range: text.Range{Start: 5, End: 6}, Head: 5},
		Cue:     event.Phrase{Range: text.Range{Start: said, End: said + 1}, Head: said},
		Content: []text.Range{{Start: 0, End: 4}},
	}
	for _, c := range []struct {
		attributions []*event.Attribution
		want         string
	}{
		{nil, `Monday = 2011-07-18, dates "shelled", on`},
		{[]*event.Attribution{a}, `Monday = 2011-07-18, dates "said", on`},
	} {
		if got := draw(g, trees, dates.Find(trees, c.attributions, load(t), published)); got != c.want {
			t.Errorf("with %d attributions: %s, want %s", len(c.attributions), got, c.want)
		}
	}
}

// BenchmarkFind looks for the time expressions of a page of sentences, most without any.
func BenchmarkFind(b *testing.B) {
	const page = "The minister said on Friday that the army had taken the port two days earlier. A spokesman for some of the rebels " +
		"denied it. About 300 people fled in the first week of the war, and a second group left in early March. Nobody was hurt. "
	_, trees, _ := treetest.Parse(b, strings.Repeat(page, 10))
	k := load(b)
	words := 0
	for _, t := range trees {
		words += t.Len()
	}
	b.ReportAllocs()
	for b.Loop() {
		dates.Find(trees, nil, k, published)
	}
	b.ReportMetric(float64(words*b.N)/b.Elapsed().Seconds(), "words/s")
}

func load(t testing.TB) *dates.Knowledge {
	t.Helper()
	k, err := dates.Load(os.DirFS("../../data/dates"))
	if err != nil {
		t.Fatal(err)
	}
	return k
}
