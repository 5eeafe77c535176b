// Package treetest gives tests the analysis of a text by the embedded models: what rules over trees see in the program, but
// for the infinitives that the pipeline hangs anew with the coder's help. It is imported by tests only.
package treetest

import (
	"sync"
	"testing"

	"example.org/demarche/data"
	"example.org/demarche/internal/encoder"
	"example.org/demarche/internal/names"
	"example.org/demarche/internal/segment"
	"example.org/demarche/internal/syntax"
	"example.org/demarche/internal/syntax/parser"
	"example.org/demarche/internal/syntax/roles"
	"example.org/demarche/internal/syntax/tagger"
	"example.org/demarche/internal/text"
)

// models are opened once for all tests of a package.
var models = sync.OnceValues(func() (m struct {
	encoder    *encoder.Encoder
	tagger     *tagger.Tagger
	parser     *parser.Parser
	roles      *roles.Finder
	labels     *names.Tagger
	boundaries *segment.Boundaries
}, err error) {
	if m.encoder, err = encoder.Open(data.Encoder, "auto"); err != nil {
		return m, err
	}
	if m.tagger, err = tagger.Open(data.Tagger, m.encoder); err != nil {
		return m, err
	}
	if m.parser, err = parser.Open(data.Parser, m.encoder); err != nil {
		return m, err
	}
	if m.roles, err = roles.Open(data.Roles, m.encoder); err != nil {
		return m, err
	}
	if m.boundaries, err = segment.OpenBoundaries(data.Boundaries); err != nil {
		return m, err
	}
	m.labels, err = names.OpenTagger(data.Names, m.encoder)
	return m, err
})

// Parse segments, tags and parses a text; labels are the names head's, by sentence and word.
func Parse(t testing.TB, s string) (g *text.Segmentation, trees []*syntax.Tree, labels [][]string) {
	t.Helper()
	m, err := models()
	if err != nil {
		t.Fatal(err)
	}
	sc := m.encoder.NewScratch()
	g = segment.Split(s, func(word string) int { return m.encoder.Pieces(sc, word) }, m.boundaries)
	for i := range g.Sentences {
		tree := syntax.New(i, s, g.Words(i))
		words := make([]string, tree.Len())
		for w := range words {
			words[w] = tree.Form(w)
		}
		trees, labels = append(trees, tree), append(labels, make([]string, tree.Len()))
		m.encoder.Add(sc, words)
		v := m.encoder.Encode(sc)
		m.tagger.Tag(sc, v, trees[i:])
		m.parser.Parse(sc, v, trees[i:])
		tree.Reattach(func(string) bool { return false })
		m.roles.Find(sc, v, trees[i:], m.roles.MayBePredicate)
		m.labels.Label(sc, v, labels[i:])
	}
	return g, trees, labels
}
