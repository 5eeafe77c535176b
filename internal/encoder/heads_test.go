package encoder_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"example.org/demarche/internal/encoder"
	"example.org/demarche/internal/encoder/kernel"
	"example.org/demarche/internal/encoder/modeltest"
	"example.org/demarche/internal/names"
	"example.org/demarche/internal/syntax"
	"example.org/demarche/internal/syntax/parser"
	"example.org/demarche/internal/syntax/tagger"
	"example.org/demarche/internal/text"
)

const models = "../../data/models"

// network is the encoder that the program ships with all its heads.
type network struct {
	encoder *encoder.Encoder
	tagger  *tagger.Tagger
	parser  *parser.Parser
	names   *names.Tagger
	fixture *modeltest.Fixture
}

func openNetwork(t testing.TB, kernelName string) network {
	t.Helper()
	var n network
	for _, part := range []struct {
		file string
		open func(data string) error
	}{
		{"encoder.dmm", func(s string) (err error) { n.encoder, err = encoder.Open(s, kernelName); return }},
		{"tagger.dmm", func(s string) (err error) { n.tagger, err = tagger.Open(s, n.encoder); return }},
		{"parser.dmm", func(s string) (err error) { n.parser, err = parser.Open(s, n.encoder); return }},
		{"names.dmm", func(s string) (err error) { n.names, err = names.OpenTagger(s, n.encoder); return }},
		{"fixture.json", func(s string) (err error) { n.fixture, err = modeltest.ParseFixture([]byte(s)); return }},
	} {
		data, err := os.ReadFile(filepath.Join(models, part.file))
		if err == nil {
			err = part.open(string(data))
		}
		if err != nil {
			t.Fatalf("%s: %v", part.file, err)
		}
	}
	return n
}

// analyse returns the tree of a sentence and the labels of its names.
func (n network) analyse(sc *encoder.Scratch, words []string) (*syntax.Tree, []string) {
	var tokens []text.Token
	at := 0
	for _, w := range words {
		span := text.Span{Start: at, End: at + len(w)}
		tokens = append(tokens, text.Token{Span: span, Surface: span})
		at = span.End + 1
	}
	t := syntax.New(0, strings.Join(words, " "), tokens)
	n.encoder.Add(sc, words)
	v := n.encoder.Encode(sc)
	trees, labels := []*syntax.Tree{t}, [][]string{make([]string, len(words))}
	n.tagger.Tag(sc, v, trees)
	n.parser.Parse(sc, v, trees)
	n.names.Label(sc, v, labels)
	return t, labels[0]
}

// All kernels give the same trees, tags and names, and one Encoder serves many workers at once.
func TestKernelsAndWorkersAgree(t *testing.T) {
	reference := openNetwork(t, kernel.Portable)
	sentences := reference.fixture.Sentences[:min(6, len(reference.fixture.Sentences))]
	want := make([]string, len(sentences))
	sc := reference.encoder.NewScratch()
	for i, s := range sentences {
		want[i] = fmt.Sprint(reference.analyse(sc, s.Words))
	}
	for _, k := range kernel.All()[1:] {
		n := openNetwork(t, k.Name())
		var workers sync.WaitGroup
		for range 4 {
			workers.Go(func() {
				sc := n.encoder.NewScratch()
				for i, s := range sentences {
					if got := fmt.Sprint(n.analyse(sc, s.Words)); got != want[i] {
						t.Errorf("%s: %s, portable: %s", k.Name(), got, want[i])
					}
				}
			})
		}
		workers.Wait()
	}
}

// BenchmarkNetwork analyses the fixture's sentences whole, from words to trees and names.
func BenchmarkNetwork(b *testing.B) {
	for _, k := range kernel.All() {
		b.Run(k.Name(), func(b *testing.B) {
			n := openNetwork(b, k.Name())
			sc, words := n.encoder.NewScratch(), 0
			b.ReportAllocs()
			for b.Loop() {
				for _, s := range n.fixture.Sentences {
					n.analyse(sc, s.Words)
					words += len(s.Words)
				}
			}
			b.ReportMetric(float64(words)/b.Elapsed().Seconds(), "words/s")
		})
	}
}
