package main

import (
	"bytes"
	"math/rand/v2"
	"strings"
	"testing"

	"example.org/demarche/internal/segment"
	"example.org/demarche/internal/text"
)

// documents have sentences that end without a mark, which the rules cannot see.
func documents(n int) []document {
	var docs []document
	for range n {
		d := document{text: "We agree thanks Talks go on"}
		at := strings.Index(d.text, " Talks")
		d.sentences = []text.Span{{Start: 0, End: at}, {Start: at + 1, End: len(d.text)}}
		docs = append(docs, d)
	}
	return docs
}

// A model learns what the rules do not know, and the same samples in the same order give the same file.
func TestLearn(t *testing.T) {
	docs := documents(40)
	file := learn(gather(docs), rand.New(rand.NewPCG(1, 1)))
	if !bytes.Equal(file, learn(gather(docs), rand.New(rand.NewPCG(1, 1)))) {
		t.Error("another file from the same samples")
	}
	m, err := segment.OpenBoundaries(string(file))
	if err != nil {
		t.Fatal(err)
	}
	if rules, learned := f1(docs, nil), f1(docs, m); rules != 0 || learned != 100 {
		t.Errorf("F1 %g by rules, %g with the model; want 0 and 100", rules, learned)
	}
}

func TestGenre(t *testing.T) {
	for id, want := range map[string]string{"GUM_news_asylum": "news", "GUM_vlog": "vlog", "weblog": "", "": ""} {
		if got := genre(id); got != want {
			t.Errorf("the genre of %q is %q, want %q", id, got, want)
		}
	}
}
