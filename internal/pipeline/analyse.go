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
	timed(w, "segment", func() { an.Segments = segment.Split(s, p.encoder.Pieces, p.boundaries) })
	an.Trees = make([]*syntax.Tree, len(an.Segments.Sentences))
	an.Labels = make([][]string, len(an.Trees))
	sc := p.scratch.Get().(*scratch)
	defer p.scratch.Put(sc)
	for i := range an.Trees {
		if err := ctx.Err(); err != nil {
			return Analysis{}, err
		}
		t := syntax.New(i, s, an.Segments.Words(i))
		an.Labels[i] = p.sentence(sc, t, w)
		an.Trees[i] = t
	}
	return an, nil
}

// sentence fills one tree and returns the labels of its names.
func (p *Pipeline) sentence(sc *scratch, t *syntax.Tree, w Stopwatch) (labels []string) {
	var vectors []float32
	timed(w, "encoder", func() { vectors = p.encode(sc, t) })
	timed(w, "tagger", func() { p.tagger.Tag(sc.encoder, vectors, t) })
	timed(w, "parser", func() { p.parser.Parse(sc.encoder, vectors, t) })
	t.Reattach(p.coder.TakesInfinitive)
	timed(w, "names", func() { labels = p.labels.Label(sc.encoder, vectors, t.Len()) })
	return labels
}

// encode returns the vectors of a tree's words.
func (p *Pipeline) encode(sc *scratch, t *syntax.Tree) []float32 {
	sc.words = sc.words[:0]
	for i := range t.Len() {
		sc.words = append(sc.words, t.Form(i))
	}
	vectors, _ := p.encoder.Encode(sc.encoder, sc.words)
	return vectors
}

// label runs the names head alone, over trees that were given.
func (p *Pipeline) label(ctx context.Context, an *Analysis, w Stopwatch) error {
	sc := p.scratch.Get().(*scratch)
	defer p.scratch.Put(sc)
	an.Labels = make([][]string, len(an.Trees))
	for i, t := range an.Trees {
		if err := ctx.Err(); err != nil {
			return err
		}
		var vectors []float32
		timed(w, "encoder", func() { vectors = p.encode(sc, t) })
		timed(w, "names", func() { an.Labels[i] = p.labels.Label(sc.encoder, vectors, t.Len()) })
	}
	return nil
}
