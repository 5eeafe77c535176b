package roles

import (
	"fmt"
	"math/bits"
	"slices"

	"example.org/demarche/internal/encoder"
	"example.org/demarche/internal/syntax"
)

// A Finder is the head of roles on the encoder's vectors. It is immutable and safe for concurrent use.
type Finder struct {
	arithmetic arithmetic

	predicate, word *encoder.Linear // of a pair: the vector of the predicate, that of the candidate
	role            *encoder.Linear // the scores, from the hidden layer

	pairFeature, predicateFeature table
	known                         []int8    // rows that words name: their class's, and their own
	scale                         []float32 // what one unit of each row stands for
	zeros                         []float32
	words                         words
}

// arithmetic is what the finder needs of the encoder's kernel.
type arithmetic interface {
	Embed(x []float32, word []int8, scale float32, position, shape []float32)
	LeakyReLU(x []float32, slope float32)
	Add(x, y []float32)
}

const slope = 0.1 // of the activations, for negative numbers

// A table has a row of numbers for each value of each feature, the features one behind the other.
type table struct {
	rows  []float32
	width int
	first []int // the first row of each feature, then that behind the last feature
}

// row is that of a value of feature f.
func (t *table) row(f int, value uint8) []float32 {
	return t.rows[(t.first[f]+int(value))*t.width:][:t.width]
}

// tableOf reads a table for features, with more rows behind theirs.
func tableOf(f *encoder.File, name string, features []Feature, more, width int) table {
	t := table{width: width, first: []int{0}}
	rows := 0
	for _, feature := range features {
		rows += feature.Size
		t.first = append(t.first, rows)
	}
	t.rows = f.Floats(name, rows+more, width)
	return t
}

// Names are the labels of the scores: none, then the arguments in the order of syntax.Arg.
var Names = func() []string {
	names := []string{"none"}
	for a := range syntax.Arg(syntax.NumArgs) {
		names = append(names, a.String())
	}
	return names
}()

// mostKnown is how many rows words can name.
const mostKnown = 1 << 14

// Open reads the head for the vectors of an encoder. The error is an *encoder.FormatError.
func Open(data string, e *encoder.Encoder) (*Finder, error) {
	f, err := encoder.OpenFile(data, "roles", e.Kernel())
	if err != nil {
		return nil, err
	}
	d, h, known := f.Int("width", e.Width(), e.Width()), f.Width("pair"), f.Int("known", 1, mostKnown)
	r := &Finder{
		arithmetic: e.Kernel(),
		predicate:  f.Linear("predicate", h, d), word: f.Linear("word", h, d),
		role:             f.Linear("role", len(Names), h),
		pairFeature:      tableOf(f, "pairfeature", PairFeatures, 0, h),
		predicateFeature: tableOf(f, "predicatefeature", PredicateFeatures, 2*Below, h),
		known:            f.Integers("known.weight", known, h), scale: f.Floats("known.scale", known),
		zeros: make([]float32, h), words: words(f.Text("words")),
	}
	given := f.Labels("role")
	if err := f.Close(); err != nil {
		return nil, err
	}
	if !slices.Equal(given, Names) {
		return nil, &encoder.FormatError{Part: "labels role", Why: fmt.Sprintf("are %v, want %v", given, Names)}
	}
	return r, nil
}

// MayBePredicate reports whether a word may be a predicate: a verb, or a noun or an adjective that PropBank has frames of.
func (f *Finder) MayBePredicate(t *syntax.Tree, word int) bool {
	switch t.UPOS[word] {
	case "VERB":
		return true
	case "NOUN", "ADJ":
		_, ok := f.words.find(t, word)
		return ok
	}
	return false
}

// Find sets the roles of the trees of a batch, for the words that isPredicate takes, from the words' vectors, as Encode gave them. Words that
// the encoder did not reach have no roles and fill none.
func (f *Finder) Find(sc *encoder.Scratch, v encoder.Vectors, trees []*syntax.Tree, isPredicate func(t *syntax.Tree, word int) bool) {
	if v.Len() == 0 {
		return
	}
	defer sc.Release(sc.Mark())
	words := f.word.Scores(sc, v)
	rows := encoder.Take[int32](sc, v.Len())[:0]
	for s, t := range trees {
		first, end := v.Sentence(s)
		t.Roles = nil
		for i := range end - first {
			if isPredicate(t, i) {
				t.Roles, rows = append(t.Roles, syntax.Roles{Predicate: i}), append(rows, int32(first+i))
			}
		}
	}
	sc.Activations.Keep(rows)
	predicates := encoder.Take[float32](sc, len(rows)*f.predicate.Stride())
	f.predicate.Apply(predicates, &sc.Activations)
	stride := f.word.Stride()
	for s, t := range trees {
		if n := len(t.Roles); n > 0 {
			first, end := v.Sentence(s)
			b := &sentence{Finder: f, sc: sc, sight: newSight(t), words: words[first*stride : end*stride], predicates: predicates[:n*stride]}
			b.fill()
			predicates = predicates[n*stride:]
		}
	}
}

// A sentence is one at work.
type sentence struct {
	*Finder
	*sight
	sc         *encoder.Scratch
	words      []float32 // products of the words' vectors, a row for each
	predicates []float32 // likewise of the predicates
}

// fill sets the fillers of all predicates of the sentence.
func (s *sentence) fill() {
	defer s.sc.Release(s.sc.Mark())
	h := s.word.Stride()
	reached := len(s.words) / h
	var all []candidate
	ends := make([]int, len(s.t.Roles))
	for k := range s.t.Roles {
		all = s.candidates(s.t.Roles[k].Predicate, reached, all)
		ends[k] = len(all)
	}
	x, scores := encoder.Take[float32](s.sc, len(all)*h), encoder.Take[float32](s.sc, len(all)*s.role.Stride())
	from := 0
	for k, end := range ends {
		p := s.t.Roles[k].Predicate
		s.given(p, s.predicates[k*h:][:h])
		for c := from; c < end; c++ {
			s.hidden(p, all[c], s.predicates[k*h:][:h], x[c*h:][:h])
		}
		from = end
	}
	if len(all) > 0 {
		s.arithmetic.LeakyReLU(x, slope)
		s.role.Quantise(&s.sc.Activations, x)
		s.role.Apply(scores, &s.sc.Activations)
	}
	from = 0
	for k, end := range ends {
		s.t.Roles[k].Fillers = s.fillers(all[from:end], scores[from*s.role.Stride():])
		from = end
	}
}

// given adds to the product of a predicate's vector what its word and its features say.
func (s *sentence) given(predicate int, x []float32) {
	rows, _ := s.Finder.words.find(s.t, predicate)
	for _, row := range rows {
		if row > 0 && row < len(s.scale) { // 0 for none; the file's word is not taken for the rest
			s.arithmetic.Embed(x, s.known[row*len(x):][:len(x)], s.scale[row], x, s.zeros)
		}
	}
	var f [predicateFeatures]uint8
	s.traits(predicate, f[:])
	for k, value := range f {
		s.arithmetic.Add(x, s.predicateFeature.row(k, value))
	}
	for k, set := range s.sets(predicate) {
		for ; set != 0; set &= set - 1 {
			s.arithmetic.Add(x, s.predicateFeature.row(predicateFeatures, uint8(k*Below+bits.TrailingZeros32(set))))
		}
	}
}

// hidden sets x to the sum of what speaks of a candidate as an argument of a predicate.
func (s *sentence) hidden(predicate int, c candidate, given, x []float32) {
	copy(x, given)
	s.arithmetic.Add(x, s.words[int(c.word)*len(x):][:len(x)])
	var f [pairFeatures]uint8
	s.pair(predicate, c, f[:])
	for k, value := range f {
		s.arithmetic.Add(x, s.pairFeature.row(k, value))
	}
}
