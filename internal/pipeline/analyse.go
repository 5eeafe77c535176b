package pipeline

import (
	"context"

	"example.org/demarche/internal/encoder"
	"example.org/demarche/internal/segment"
	"example.org/demarche/internal/syntax"
	"example.org/demarche/internal/text"
)

// An Analysis is how an article's text falls into sentences and words, and how these hang together.
type Analysis struct {
	Language string
	Segments *text.Segmentation
	Trees    []*syntax.Tree
	Labels   [][]string // by sentence and word: O, B-PER, I-PER …; nil where the names head did not run
}

// scratch is one worker's memory.
type scratch struct {
	encoder *encoder.Scratch
	words   []string
}

func (p *Pipeline) newScratch() *scratch { return &scratch{encoder: p.encoder.NewScratch()} }

// Analyse segments, encodes, tags and parses a text.
func (p *Pipeline) Analyse(ctx context.Context, s string, w Stopwatch) (Analysis, error) {
	an := Analysis{Language: "en"}
	sc := p.scratch.Get().(*scratch)
	defer p.scratch.Put(sc)
	pieces := func(word string) int { return p.encoder.Pieces(sc.encoder, word) }
	timed(w, "segment", func() { an.Segments = segment.Split(s, pieces) })
	an.Trees = make([]*syntax.Tree, len(an.Segments.Sentences))
	for i := range an.Trees {
		an.Trees[i] = syntax.New(i, s, an.Segments.Words(i))
	}
	an.Labels = newLabels(an.Trees)
	err := p.batches(ctx, sc, &an, w, func(v encoder.Vectors, trees []*syntax.Tree, labels [][]string) {
		timed(w, "tagger", func() { p.tagger.Tag(sc.encoder, v, trees) })
		timed(w, "parser", func() { p.parser.Parse(sc.encoder, v, trees) })
		for _, t := range trees {
			t.Reattach(p.coder.TakesInfinitive)
		}
		timed(w, "names", func() { p.labels.Label(sc.encoder, v, labels) })
	})
	if err != nil {
		return Analysis{}, err
	}
	return an, nil
}

// newLabels is room for the labels of all words.
func newLabels(trees []*syntax.Tree) [][]string {
	words := 0
	for _, t := range trees {
		words += t.Len()
	}
	all, labels := make([]string, words), make([][]string, len(trees))
	for i, t := range trees {
		labels[i], all = all[:t.Len():t.Len()], all[t.Len():]
	}
	return labels
}

// batches encodes the sentences of an analysis, as many together as the encoder likes, and hands each batch on.
func (p *Pipeline) batches(
	ctx context.Context, sc *scratch, an *Analysis, w Stopwatch, f func(v encoder.Vectors, trees []*syntax.Tree, labels [][]string),
) error {
	for first := 0; first < len(an.Trees); {
		if err := ctx.Err(); err != nil {
			return err
		}
		end := first
		var v encoder.Vectors
		timed(w, "encoder", func() {
			for more := true; more && end < len(an.Trees); end++ {
				more = p.add(sc, an.Trees[end])
			}
			v = p.encoder.Encode(sc.encoder)
		})
		f(v, an.Trees[first:end], an.Labels[first:end])
		first = end
	}
	return nil
}

// add adds the words of a tree to the encoder's batch, and reports whether there is room for more.
func (p *Pipeline) add(sc *scratch, t *syntax.Tree) (more bool) {
	sc.words = sc.words[:0]
	for i := range t.Len() {
		sc.words = append(sc.words, t.Form(i))
	}
	return p.encoder.Add(sc.encoder, sc.words)
}

// label runs the names head alone, over trees that were given.
func (p *Pipeline) label(ctx context.Context, an *Analysis, w Stopwatch) error {
	sc := p.scratch.Get().(*scratch)
	defer p.scratch.Put(sc)
	an.Labels = newLabels(an.Trees)
	return p.batches(ctx, sc, an, w, func(v encoder.Vectors, _ []*syntax.Tree, labels [][]string) {
		timed(w, "names", func() { p.labels.Label(sc.encoder, v, labels) })
	})
}
