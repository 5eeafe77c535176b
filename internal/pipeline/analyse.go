package pipeline

import (
	"context"

	"example.org/demarche/internal/attribution/linker"
	"example.org/demarche/internal/encoder"
	"example.org/demarche/internal/event"
	"example.org/demarche/internal/segment"
	"example.org/demarche/internal/syntax"
	"example.org/demarche/internal/syntax/roles"
	"example.org/demarche/internal/text"
)

// An Analysis is how an article's text falls into sentences and words, and how these hang together.
type Analysis struct {
	Language string
	Segments *text.Segmentation
	Trees    []*syntax.Tree
	Labels   [][]string       // by sentence and word: O, B-PER, I-PER …; nil where the names head did not run
	Kinds    [][]string       // by sentence and word: O, or the kind of the mention that the word heads; nil where that head did not run
	Linked   [][]event.Linked // by sentence: the words that may be cues; nil where the head of statements did not run
	Sketches [][]float32      // by sentence: what the choice head keeps of it; nil where there is no such head

	predicates func(t *syntax.Tree, word int) bool // whose roles the trees get; nil for none
}

// scratch is one worker's memory. It goes back to the pool when the work is done, never by defer: what a fault of the program leaves half
// used must not enter the next article.
type scratch struct {
	encoder *encoder.Scratch
	words   []string
}

func (p *Pipeline) newScratch() *scratch { return &scratch{encoder: p.encoder.NewScratch()} }

// Analyse segments, encodes, tags and parses a text.
func (p *Pipeline) Analyse(ctx context.Context, s string, w Stopwatch) (Analysis, error) {
	return p.analyse(ctx, s, w, nil, nil)
}

// analyse is Analyse, which also links words to cues if there is a linker, and gives trees roles if there is a finder of them.
func (p *Pipeline) analyse(ctx context.Context, s string, w Stopwatch, l *linker.Linker, r *roles.Finder) (Analysis, error) {
	an := Analysis{Language: "en"}
	sc := p.scratch.Get().(*scratch)
	pieces := func(word string) int { return p.encoder.Pieces(sc.encoder, word) }
	timed(w, "segment", func() { an.Segments = segment.Split(s, pieces, p.boundaries) })
	an.Trees = make([]*syntax.Tree, len(an.Segments.Sentences))
	for i := range an.Trees {
		an.Trees[i] = syntax.New(i, s, an.Segments.Words(i))
	}
	if l != nil {
		an.Linked = make([][]event.Linked, len(an.Trees))
	}
	if r != nil {
		an.predicates = r.MayBePredicate
	}
	err := p.parse(ctx, sc, &an, w)
	p.scratch.Put(sc)
	if err != nil {
		return Analysis{}, err
	}
	return an, nil
}

// parse encodes the sentences of an analysis and runs all heads on them.
func (p *Pipeline) parse(ctx context.Context, sc *scratch, an *Analysis, w Stopwatch) error {
	p.makeRoom(an)
	return p.batches(ctx, sc, an, w, func(v encoder.Vectors, first, end int) {
		trees := an.Trees[first:end]
		timed(w, "tagger", func() { p.tagger.Tag(sc.encoder, v, trees) })
		timed(w, "parser", func() { p.parser.Parse(sc.encoder, v, trees) })
		for _, t := range trees {
			t.Reattach(p.coder.TakesInfinitive)
		}
		p.fill(sc, an, v, first, end, w)
		p.name(sc, an, v, first, end, w)
		p.link(sc, an, v, first, end, w)
		p.sketch(sc, an, v, first, end, w)
	})
}

// sketch keeps of a batch what the choice head will ask for, if there is one.
func (p *Pipeline) sketch(sc *scratch, an *Analysis, v encoder.Vectors, first, end int, w Stopwatch) {
	if p.chooser == nil {
		return
	}
	if an.Sketches == nil {
		an.Sketches = make([][]float32, len(an.Trees))
	}
	timed(w, "coder", func() { p.chooser.Sketch(sc.encoder, v, an.Trees[first:end], an.Sketches[first:end]) })
}

// fill runs the head of roles on a batch, if the analysis says for which words.
func (p *Pipeline) fill(sc *scratch, an *Analysis, v encoder.Vectors, first, end int, w Stopwatch) {
	if an.predicates != nil {
		timed(w, "roles", func() { p.roles.Find(sc.encoder, v, an.Trees[first:end], an.predicates) })
	}
}

// link runs the head of statements on a batch, if the analysis has room for what it says.
func (p *Pipeline) link(sc *scratch, an *Analysis, v encoder.Vectors, first, end int, w Stopwatch) {
	if an.Linked != nil {
		timed(w, "attribution", func() { p.linker.Link(sc.encoder, v, an.Trees[first:end], an.Linked[first:end]) })
	}
}

// name runs the heads of names and of kinds on a batch.
func (p *Pipeline) name(sc *scratch, an *Analysis, v encoder.Vectors, first, end int, w Stopwatch) {
	timed(w, "names", func() {
		p.labels.Label(sc.encoder, v, an.Labels[first:end])
		if p.kinds != nil {
			p.kinds.Label(sc.encoder, v, an.Kinds[first:end])
		}
	})
}

// makeRoom gives an analysis room for what the heads of names and of kinds say.
func (p *Pipeline) makeRoom(an *Analysis) {
	an.Labels = newLabels(an.Trees)
	if p.kinds != nil {
		an.Kinds = newLabels(an.Trees)
	}
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

// batches encodes the sentences of an analysis, as many together as the encoder likes, and hands on each batch with the
// numbers of its sentences.
func (p *Pipeline) batches(
	ctx context.Context, sc *scratch, an *Analysis, w Stopwatch, f func(v encoder.Vectors, first, end int),
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
		f(v, first, end)
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

// label runs the heads of names, of kinds, of statements and of roles alone, over trees that were given.
func (p *Pipeline) label(ctx context.Context, an *Analysis, w Stopwatch) error {
	sc := p.scratch.Get().(*scratch)
	p.makeRoom(an)
	if p.linker != nil {
		an.Linked = make([][]event.Linked, len(an.Trees))
	}
	if p.roles != nil {
		an.predicates = p.roles.MayBePredicate
	}
	err := p.batches(ctx, sc, an, w, func(v encoder.Vectors, first, end int) {
		p.fill(sc, an, v, first, end, w)
		p.name(sc, an, v, first, end, w)
		p.link(sc, an, v, first, end, w)
		p.sketch(sc, an, v, first, end, w)
	})
	p.scratch.Put(sc)
	return err
}
