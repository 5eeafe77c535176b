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
	lexicon           *lexicon
}

// A scorer gives each of its labels a score.
type scorer struct {
	*encoder.Linear
	labels   []string
	greatest func([]float32) int // the index of the greatest score, the first of equals
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
	t.lexicon = newLexicon(f.Text("lexicon"))
	if err := f.Close(); err != nil {
		return nil, err
	}
	if i := slices.Index(t.feats.labels, "_"); i >= 0 {
		t.feats.labels[i] = ""
	}
	if t.scripts, err = parseScripts(t.lemma.labels); err != nil {
		return nil, err
	}
	return t, nil
}

// Check checks what opening takes on trust, so as not to read all of it: the order of the lexicon. A model from outside
// the program is checked before it is used. The error is an *encoder.FormatError.
func (t *Tagger) Check() error {
	if !t.lexicon.sorted() {
		return &encoder.FormatError{Part: "tensor lexicon", Why: "its lines are not in order, or not of the form word TAB tag TAB lemma"}
	}
	return nil
}

func newScorer(f *encoder.File, name string, width int) scorer {
	labels := f.Labels(name)
	return scorer{f.Linear(name, len(labels), width), labels, f.Kernel().Best}
}

// Words that the encoder did not reach are tagged as what cannot be analysed.
const (
	unknownUPOS = "X"
	unknownXPOS = "XX"
)

// Tag sets UPOS, XPOS, Feats and Lemmas of the words of trees from their vectors, as Encode gave them for the sentences of
// a batch.
func (t *Tagger) Tag(sc *encoder.Scratch, v encoder.Vectors, trees []*syntax.Tree) {
	defer sc.Release(sc.Mark())
	t.upos.Quantise(&sc.Activations, v.Rows)
	choose(sc, t.upos, v, trees, func(tree *syntax.Tree) []string { return tree.UPOS })
	choose(sc, t.xpos, v, trees, func(tree *syntax.Tree) []string { return tree.XPOS })
	choose(sc, t.feats, v, trees, func(tree *syntax.Tree) []string { return tree.Feats })
	t.lemmas(sc, v, trees)
	for s, tree := range trees {
		first, end := v.Sentence(s)
		for i := end - first; i < tree.Len(); i++ {
			tree.UPOS[i], tree.XPOS[i], tree.Lemmas[i] = unknownUPOS, unknownXPOS, tree.Form(i)
		}
	}
}

// choose sets a field of the words of all trees to the best label of each row of the activations.
func choose(sc *encoder.Scratch, from scorer, v encoder.Vectors, trees []*syntax.Tree, field func(*syntax.Tree) []string) {
	defer sc.Release(sc.Mark())
	best := from.best(sc, v.Len())
	for s, tree := range trees {
		first, end := v.Sentence(s)
		out := field(tree)
		for i, label := range best[first:end] {
			out[i] = from.labels[label]
		}
	}
}

// best returns the number of the best label, the first of equals, for each of n rows of the activations.
func (s scorer) best(sc *encoder.Scratch, n int) []int32 {
	best, scores := encoder.Take[int32](sc, n), encoder.Take[float32](sc, n*s.Stride())
	s.Apply(scores, &sc.Activations)
	for i := range best {
		best[i] = int32(s.greatest(scores[i*s.Stride():][:len(s.labels)]))
	}
	return best
}

// lemmas sets the lemmas of words that have their XPOS: those that the lexicon lacks are made by the best edit script.
func (t *Tagger) lemmas(sc *encoder.Scratch, v encoder.Vectors, trees []*syntax.Tree) {
	unknown := encoder.Take[int32](sc, v.Len())[:0]
	var room [128]byte
	for s, tree := range trees {
		first, end := v.Sentence(s)
		for row := first; row < end; row++ {
			i := row - first
			key := append(appendLower(room[:0], tree.Form(i)), '\t')
			lemma, ok := t.lexicon.find(append(append(key, tree.XPOS[i]...), '\t'))
			if !ok {
				unknown = append(unknown, int32(row))
			}
			tree.Lemmas[i] = lemma
		}
	}
	sc.Activations.Keep(unknown)
	s, word := 0, 0
	for i, script := range t.lemma.best(sc, len(unknown)) {
		s, word = v.Word(int(unknown[i]), s)
		trees[s].Lemmas[word] = t.scripts[script].apply(sc, trees[s].Form(word))
	}
}
