package main

import (
	"compress/gzip"
	"os"
	"strings"

	"example.org/demarche/internal/segment"
	"example.org/demarche/internal/syntax"
	"example.org/demarche/internal/text"
)

// free are the genres of GUM whose texts may be trained on.
var free = map[string]bool{
	"academic": true, "bio": true, "court": true, "interview": true, "news": true, "speech": true, "textbook": true, "vlog": true, "voyage": true,
}

// A document is a raw text and where its sentences are.
type document struct {
	text      string
	sentences []text.Span
}

// read reads the documents of a treebank; gum tells that only the free genres are wanted, "GUM_news_…".
func read(file string, gum bool) ([]document, error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		return nil, err
	}
	var docs []document
	for d, err := range syntax.ReadCoNLLU(z) {
		if err != nil {
			return nil, err
		}
		if gum && !free[genre(d.ID)] {
			continue
		}
		docs = append(docs, document{d.Segmentation.Text, spans(d.Segmentation)})
	}
	return docs, nil
}

// genre is that of a document of GUM, the second part of its id.
func genre(id string) string {
	_, rest, _ := strings.Cut(id, "_")
	genre, _, _ := strings.Cut(rest, "_")
	return genre
}

// spans are the sentences of a segmentation.
func spans(g *text.Segmentation) []text.Span {
	var all []text.Span
	for _, s := range g.Sentences {
		all = append(all, s.Span)
	}
	return all
}

// A sample is a place where a sentence may end.
type sample struct {
	features [segment.Features]uint32
	ends     bool
}

// gather returns the samples of documents.
func gather(docs []document) []sample {
	var all []sample
	for _, d := range docs {
		ends := make(map[int]bool, len(d.sentences))
		for _, s := range d.sentences {
			ends[s.End] = true
		}
		segment.Candidates(d.text, func(at int) bool { return ends[at] }, func(f *[segment.Features]uint32, end bool) {
			all = append(all, sample{*f, end})
		})
	}
	return all
}

// f1 is the F1 of sentences, in percent, of a model or, where it is nil, of the rules.
func f1(docs []document, m *segment.Boundaries) float64 {
	both, sum := 0, 0
	for _, d := range docs {
		gold := make(map[text.Span]bool, len(d.sentences))
		for _, s := range d.sentences {
			gold[s] = true
		}
		got := spans(segment.Split(d.text, nil, m))
		for _, s := range got {
			if gold[s] {
				both++
			}
		}
		sum += len(gold) + len(got)
	}
	return 200 * float64(both) / float64(sum)
}
