package encoder_test

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"slices"
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
	kinds   *names.KindTagger
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
		{"mentions.dmm", func(s string) (err error) { n.kinds, err = names.OpenKindTagger(s, n.encoder); return }},
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

// tree is a tree without an analysis over words with a space between them.
func tree(words []string) *syntax.Tree {
	var tokens []text.Token
	at := 0
	for _, w := range words {
		span := text.Span{Start: at, End: at + len(w)}
		tokens = append(tokens, text.Token{Span: span, Surface: span})
		at = span.End + 1
	}
	return syntax.New(0, strings.Join(words, " "), tokens)
}

// A found is what the heads say of the sentences of a batch.
type found struct {
	trees         []*syntax.Tree
	labels, kinds [][]string
}

// add makes room for one more sentence.
func (f *found) add(words []string) {
	f.trees = append(f.trees, tree(words))
	f.labels, f.kinds = append(f.labels, make([]string, len(words))), append(f.kinds, make([]string, len(words)))
}

// sentence is all of sentence i, in words.
func (f *found) sentence(i int) string { return fmt.Sprint(f.trees[i], f.labels[i], f.kinds[i]) }

// run encodes the batch that was added and runs all heads on it.
func (n network) run(sc *encoder.Scratch, f *found) {
	v := n.encoder.Encode(sc)
	n.tagger.Tag(sc, v, f.trees)
	n.parser.Parse(sc, v, f.trees)
	n.names.Label(sc, v, f.labels)
	n.kinds.Label(sc, v, f.kinds)
}

// analyse tells all of one sentence.
func (n network) analyse(sc *encoder.Scratch, words []string) string {
	var f found
	f.add(words)
	n.encoder.Add(sc, words)
	n.run(sc, &f)
	return f.sentence(0)
}

// All kernels give the same trees, tags and names, and one Encoder serves many workers at once.
func TestKernelsAndWorkersAgree(t *testing.T) {
	reference := openNetwork(t, kernel.Portable)
	sentences := reference.fixture.Sentences[:min(6, len(reference.fixture.Sentences))]
	want := make([]string, len(sentences))
	sc := reference.encoder.NewScratch()
	for i, s := range sentences {
		want[i] = reference.analyse(sc, s.Words)
	}
	for _, k := range kernel.All()[1:] {
		n := openNetwork(t, k.Name())
		var workers sync.WaitGroup
		for range 4 {
			workers.Go(func() {
				sc := n.encoder.NewScratch()
				for i, s := range sentences {
					if got := n.analyse(sc, s.Words); got != want[i] {
						t.Errorf("%s: %s, portable: %s", k.Name(), got, want[i])
					}
				}
			})
		}
		workers.Wait()
	}
}

// openSmall is a small random network.
func openSmall(t *testing.T) network {
	t.Helper()
	parts, err := encoder.OpenBundle(modeltest.Bundle(1).String())
	if err != nil {
		t.Fatal(err)
	}
	var n network
	if n.encoder, err = encoder.Open(parts.Encoder, kernel.Auto); err != nil {
		t.Fatal(err)
	}
	if n.tagger, err = tagger.Open(parts.Tagger, n.encoder); err != nil {
		t.Fatal(err)
	}
	if n.parser, err = parser.Open(parts.Parser, n.encoder); err != nil {
		t.Fatal(err)
	}
	if n.names, err = names.OpenTagger(parts.Names, n.encoder); err != nil {
		t.Fatal(err)
	}
	if n.kinds, err = names.OpenKindTagger(parts.Mentions, n.encoder); err != nil {
		t.Fatal(err)
	}
	return n
}

// The heads find the same in a batch as in each of its sentences, be it empty or longer than the encoder reaches.
func TestBatchesAgree(t *testing.T) {
	n := openSmall(t)
	sc := n.encoder.NewScratch()
	sentences := [][]string{
		strings.Fields("the minister talks"), slices.Repeat([]string{"talks", "ab"}, 400), {}, {"x"},
		strings.Fields("no talks were held in the port of a city by the sea"), {}, slices.Repeat([]string{strings.Repeat("a", 90)}, 9), {"Talks"},
	}
	var f found
	for _, s := range sentences {
		n.encoder.Add(sc, s)
		f.add(s)
	}
	n.run(sc, &f)
	for i, s := range sentences {
		if got, want := f.sentence(i), n.analyse(n.encoder.NewScratch(), s); got != want {
			t.Errorf("sentence %d: %.300s, alone %.300s", i, got, want)
		}
	}
}

// BenchmarkNetwork analyses the fixture's sentences whole, from words to trees and names, in batches. Trees and labels are
// made anew each time, as the pipeline does; allocs/sentence tells how many allocations that is.
func BenchmarkNetwork(b *testing.B) {
	for _, k := range kernel.All() {
		b.Run(k.Name(), func(b *testing.B) {
			n := openNetwork(b, k.Name())
			sc := n.encoder.NewScratch()
			words, sentences := 0, 0
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			for b.Loop() {
				words += n.batches(sc)
				sentences += len(n.fixture.Sentences)
			}
			runtime.ReadMemStats(&after)
			b.ReportMetric(float64(words)/b.Elapsed().Seconds(), "words/s")
			b.ReportMetric(float64(after.Mallocs-before.Mallocs)/float64(sentences), "allocs/sentence")
		})
	}
}

// batches analyses the fixture's sentences and returns how many words they have.
func (n network) batches(sc *encoder.Scratch) (words int) {
	var f found
	for i, s := range n.fixture.Sentences {
		words += len(s.Words)
		f.add(s.Words)
		if n.encoder.Add(sc, s.Words) && i+1 < len(n.fixture.Sentences) {
			continue
		}
		n.run(sc, &f)
		f.trees, f.labels, f.kinds = f.trees[:0], f.labels[:0], f.kinds[:0]
	}
	return words
}
