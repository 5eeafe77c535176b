package tagger

import (
	"slices"

	"example.org/demarche/internal/encoder"
	"example.org/demarche/internal/syntax"
)

// A Tagger is immutable and safe for concurrent use.
type Tagger struct {
	width             int
	upos, xpos, feats scorer
	lemma             scorer
	scripts           []script // by label of lemma
	lexicon           lexicon
}

// A scorer gives each of its labels a score.
type scorer struct {
	*encoder.Linear
	labels []string
}

// Open reads the tagger for the vectors of an encoder. The error is an *encoder.FormatError.
func Open(data string, e *encoder.Encoder) (*Tagger, error) {
	f, err := encoder.OpenFile(data, "tagger", e.Kernel())
	if err != nil {
		return nil, err
	}
	t := &Tagger{width: f.Int("width", e.Width(), e.Width())}
	t.upos, t.xpos = newScorer(f, "upos", t.width), newScorer(f, "xpos", t.width)
	t.feats, t.lemma = newScorer(f, "feats", t.width), newScorer(f, "lemma", t.width)
	t.lexicon = lexicon(f.Text("lexicon"))
	if err := f.Close(); err != nil {
		return nil, err
	}
	if !t.lexicon.sorted() {
		return nil, &encoder.FormatError{Part: "tensor lexicon", Why: "its lines are not in order"}
	}
	if i := slices.Index(t.feats.labels, "_"); i >= 0 {
		t.feats.labels[i] = ""
	}
	if t.scripts, err = parseScripts(t.lemma.labels); err != nil {
		return nil, err
	}
	return t, nil
}

func newScorer(f *encoder.File, name string, width int) scorer {
	labels := f.Labels(name)
	return scorer{f.Linear(name, len(labels), width), labels}
}

// Words that the encoder did not reach are tagged as what cannot be analysed.
const (
	unknownUPOS = "X"
	unknownXPOS = "XX"
)

// Tag sets UPOS, XPOS, Feats and Lemmas of a tree's words from their vectors, as Encode gave them.
func (t *Tagger) Tag(sc *encoder.Scratch, vectors []float32, tree *syntax.Tree) {
	defer sc.Release(sc.Mark())
	n := len(vectors) / t.width
	t.upos.Quantise(&sc.Activations, vectors)
	t.upos.choose(sc, tree.UPOS[:n])
	t.xpos.choose(sc, tree.XPOS[:n])
	t.feats.choose(sc, tree.Feats[:n])
	t.lemmas(sc, tree, n)
	for i := n; i < tree.Len(); i++ {
		tree.UPOS[i], tree.XPOS[i], tree.Lemmas[i] = unknownUPOS, unknownXPOS, tree.Form(i)
	}
}

// choose sets out to the best label of each row of the activations.
func (s scorer) choose(sc *encoder.Scratch, out []string) {
	defer sc.Release(sc.Mark())
	for i, best := range s.best(sc, len(out)) {
		out[i] = s.labels[best]
	}
}

// best returns the number of the best label for each of n rows.
func (s scorer) best(sc *encoder.Scratch, n int) []int32 {
	best, scores := encoder.Take[int32](sc, n), encoder.Take[float32](sc, n*len(s.labels))
	s.Apply(scores, &sc.Activations)
	for i := range best {
		best[i] = first(scores[i*len(s.labels):][:len(s.labels)])
	}
	return best
}

// first is the index of the greatest score, the first of equals.
func first(scores []float32) int32 {
	best, top := 0, scores[0]
	for i, s := range scores {
		if s > top {
			best, top = i, s
		}
	}
	return int32(best)
}

// lemmas sets the lemmas of the first n words of a tree that has its XPOS.
func (t *Tagger) lemmas(sc *encoder.Scratch, tree *syntax.Tree, n int) {
	defer sc.Release(sc.Mark())
	var room [128]byte
	for i, best := range t.lemma.best(sc, n) {
		form := tree.Form(i)
		key := append(appendLower(room[:0], form), '\t')
		key = append(append(key, tree.XPOS[i]...), '\t')
		lemma, ok := t.lexicon.find(key)
		if !ok {
			lemma = t.scripts[best].apply(sc, form)
		}
		tree.Lemmas[i] = lemma
	}
}
