package coder

import (
	"os"
	"slices"
	"strings"
	"testing"

	"example.org/demarche/internal/event"
	"example.org/demarche/internal/lexicon"
	"example.org/demarche/internal/ontology"
	"example.org/demarche/internal/treetest"
)

// TestEmbeddingExamples runs the examples of data/status/embedding.txt: sentence, word, status of the deed that the word tells.
// A status "same" is that of a deed told as done.
func TestEmbeddingExamples(t *testing.T) {
	dir := os.DirFS("../../data/status")
	lex := loadLexicon(t)
	e, err := LoadEmbeddings(dir, lex.Forms)
	if err != nil {
		t.Fatal(err)
	}
	f, err := dir.Open("embedding.txt")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	blocks, err := lexicon.ReadBlocks(f, "embedding.txt")
	if err != nil {
		t.Fatal(err)
	}
	for _, b := range blocks {
		examples := 0
		for _, l := range b.Lines {
			if l.Key == "+" {
				examples++
				checkStatus(t, e, lex, l)
			}
		}
		if examples == 0 {
			t.Errorf("embedding.txt:%d: no example; every block needs one", b.Line)
		}
	}
}

func loadLexicon(t *testing.T) *lexicon.Lexicon {
	t.Helper()
	o, err := ontology.Load(os.DirFS("../../data/ontology"))
	if err != nil {
		t.Fatal(err)
	}
	l, err := lexicon.Load(os.DirFS("../../data/lexicon"), o)
	if err != nil {
		t.Fatal(err)
	}
	return l
}

func checkStatus(t *testing.T, e *Embeddings, lex *lexicon.Lexicon, l lexicon.Line) {
	t.Helper()
	sentence, want, ok := strings.Cut(l.Value, " | ")
	word, status, ok2 := strings.Cut(want, " ")
	if !ok || !ok2 {
		t.Errorf("embedding.txt:%d: an example is a sentence, a bar, a word and its status", l.Number)
		return
	}
	if status == string(same) {
		status = string(event.Occurred)
	}
	_, trees, _ := treetest.Parse(t, sentence)
	for _, tree := range trees {
		for w := range tree.Len() {
			if !slices.Contains(append(lex.Forms(lexicon.Verb, word), lex.Forms(lexicon.Noun, word)...), tree.Lower(w)) {
				continue
			}
			f := &statusFinder{t: tree, embeddings: e, cues: make([]bool, tree.Len()), light: make([]bool, tree.Len())}
			f.climb(w)
			got := finding{status: event.Occurred, why: "told as done"}
			if b, ok := f.best(); ok {
				got = b
			}
			if string(got.status) != status {
				t.Errorf("embedding.txt:%d: %s\n%q is %s (%s), want %s\n%s", l.Number, sentence, word, got.status, got.why, status, tree.Draw())
			}
			return
		}
	}
	t.Errorf("embedding.txt:%d: no word %q in %s", l.Number, word, sentence)
}
