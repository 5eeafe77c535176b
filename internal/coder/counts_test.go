package coder_test

import (
	"context"
	"os"
	"slices"
	"strings"
	"testing"

	"example.org/demarche"
	"example.org/demarche/internal/lexicon"
)

// TestCountExamples runs the examples of data/status/counts.txt: text, and the type, kind and words of a count of its events; or, after
// "-", a text whose events count nobody.
func TestCountExamples(t *testing.T) {
	c, err := demarche.Open(demarche.Options{})
	if err != nil {
		t.Fatal(err)
	}
	examples := 0
	err = lexicon.EachBlock(os.DirFS("../../data/status"), "counts.txt", func(b lexicon.Block) error {
		for _, l := range b.Lines {
			if l.Key == "+" || l.Key == "-" {
				examples++
				checkCount(t, c, l)
			}
		}
		return nil
	})
	if err != nil || examples < 20 {
		t.Fatalf("%d examples, %v", examples, err)
	}
}

func checkCount(t *testing.T, c *demarche.Coder, l lexicon.Line) {
	t.Helper()
	text, want, _ := strings.Cut(l.Value, " | ")
	r, err := c.Code(context.Background(), demarche.Article{Text: text, Published: "2011-07-19"})
	if err != nil {
		t.Fatal(err)
	}
	var found []string
	for _, e := range r.Events {
		for _, n := range e.Counts {
			found = append(found, string(e.Type)+" "+string(n.Kind)+" "+n.Cut(text))
		}
	}
	if l.Key == "+" && !slices.Contains(found, want) || l.Key == "-" && len(found) > 0 {
		t.Errorf("counts.txt:%d: %s\nwant %q, found %q\n%s", l.Number, text, want, found, draw(&r))
	}
}
