package dates_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"example.org/demarche/internal/dates"
	"example.org/demarche/internal/lexicon"
	"example.org/demarche/internal/treetest"
)

// published is the day of publication of all examples, a Tuesday.
const published = "2011-07-19"

// TestExamples runs the examples of data/dates: a sentence, and an expression in it with its value.
func TestExamples(t *testing.T) {
	k := load(t)
	files, err := filepath.Glob("../../data/dates/*.txt")
	if err != nil || len(files) < 4 {
		t.Fatalf("files %v, %v", files, err)
	}
	for _, file := range files {
		f, err := os.Open(file)
		if err != nil {
			t.Fatal(err)
		}
		blocks, err := lexicon.ReadBlocks(f, filepath.Base(file))
		f.Close()
		if err != nil {
			t.Fatal(err)
		}
		for _, b := range blocks {
			for _, l := range b.Lines {
				if l.Key == "+" {
					check(t, k, b.File, l)
				}
			}
		}
	}
}

func check(t *testing.T, k *dates.Knowledge, file string, l lexicon.Line) {
	t.Helper()
	sentence, want, _ := strings.Cut(l.Value, " | ")
	words, value, ok := strings.Cut(want, " = ")
	if !ok {
		t.Errorf("%s:%d: an example is a sentence, a bar, an expression, = and its value", file, l.Number)
		return
	}
	g, trees, _ := treetest.Parse(t, sentence)
	var found []string
	for _, x := range dates.Find(trees, nil, k, published) {
		s := g.Form(g.Span(x.Range))
		if s == words && x.Value == value {
			return
		}
		found = append(found, s+" = "+x.Value+" by "+x.Evidence.Rule)
	}
	t.Errorf("%s:%d: %s\nwant %s = %s, found %v", file, l.Number, sentence, words, value, found)
}
