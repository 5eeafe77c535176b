package linker

import (
	"fmt"
	"slices"

	"example.org/demarche/internal/encoder"
	"example.org/demarche/internal/event"
	"example.org/demarche/internal/syntax"
)

// A Linker is the head of statements on the encoder's vectors. It is immutable and safe for concurrent use.
type Linker struct {
	arithmetic arithmetic

	own, above *encoder.Linear // of a word that may be a cue: its vector, that of its head
	cueFeature table
	judge      *encoder.Linear // none, the types, the stances

	cue, word   *encoder.Linear // of a pair: the vector of the cue, that of the word
	pairFeature table
	role        []float32 // a row for each role

	types   []event.AttributionType // behind none
	stances []event.Stance
}

// arithmetic is what the linker needs of the encoder's kernel.
type arithmetic interface {
	Dots(dst, q, rows []float32, stride int)
	LeakyReLU(x []float32, slope float32)
	Add(x, y []float32)
	Best(x []float32) int
}

const slope = 0.1 // of the activation, for negative numbers

// A table has a row of numbers for each value of each feature, the features one behind the other.
type table struct {
	rows  []float32
	width int
	first []int // the first row of each feature
}

// row is that of a value of feature f.
func (t *table) row(f int, value uint8) []float32 {
	return t.rows[(t.first[f]+int(value))*t.width:][:t.width]
}

// tableOf reads a table for features, with more rows behind theirs.
func tableOf(f *encoder.File, name string, features []Feature, more, width int) table {
	t := table{width: width}
	rows := 0
	for _, feature := range features {
		t.first = append(t.first, rows)
		rows += feature.Size
	}
	t.first = append(t.first, rows)
	t.rows = f.Floats(name, rows+more, width)
	return t
}

// The roles of a word, in the order of their rows.
const (
	roleNone = iota
	roleSource
	roleCue
	roleContent
	roleAddressee
	roles
)

var roleNames = []string{"none", "source", "cue", "content", "addressee"}

// none is the first of the types: the word is no cue.
const none = "none"

// Open reads the head for the vectors of an encoder. The error is an *encoder.FormatError.
func Open(data string, e *encoder.Encoder) (*Linker, error) {
	f, err := encoder.OpenFile(data, "statements", e.Kernel())
	if err != nil {
		return nil, err
	}
	d, h, p := f.Int("width", e.Width(), e.Width()), f.Width("cue"), f.Width("link")
	types, stances := f.Labels("type"), f.Labels("stance")
	l := &Linker{
		arithmetic: e.Kernel(),
		own:        f.Linear("own", h, d), above: f.Linear("above", h, d),
		cueFeature: tableOf(f, "cuefeature", WordFeatures, Dependents, h),
		judge:      f.Linear("judge", len(types)+len(stances), h),
		cue:        f.Linear("cue", p, d), word: f.Linear("word", p, d),
		pairFeature: tableOf(f, "pairfeature", PairFeatures, 0, p),
		role:        f.Floats("role", roles, p+1),
	}
	given := f.Labels("role")
	if err := f.Close(); err != nil {
		return nil, err
	}
	switch {
	case !slices.Equal(given, roleNames):
		return nil, &encoder.FormatError{Part: "labels role", Why: fmt.Sprintf("are %v, want %v", given, roleNames)}
	case types[0] != none || len(types) == 1:
		return nil, &encoder.FormatError{Part: "labels type", Why: "the first is not " + none + ", or there is no other"}
	}
	for _, t := range types[1:] {
		l.types = append(l.types, event.AttributionType(t))
	}
	for _, s := range stances {
		l.stances = append(l.stances, event.Stance(s))
	}
	return l, nil
}

// Least is the score from which a word is looked at as a cue.
const Least = -4

// Link sets, for each sentence of a batch, the words that may be cues and what the others are to them, from the words' vectors,
// as Encode gave them, and the trees. The cues are in order of text. Words that the encoder did not reach are no cues, and
// have no role.
func (l *Linker) Link(sc *encoder.Scratch, v encoder.Vectors, trees []*syntax.Tree, linked [][]event.Linked) {
	if v.Len() == 0 {
		return
	}
	defer sc.Release(sc.Mark())
	words := l.products(sc, v, l.own, l.above, l.word, l.cue)
	for s, t := range trees {
		linked[s] = nil
		if first, end := v.Sentence(s); first < end {
			b := &sentence{Linker: l, sc: sc, sight: newSight(t), words: words.of(first, end)}
			linked[s] = b.link()
		}
	}
}

// products are the products of four matrices with vectors.
type products struct {
	own, above, word, cue []float32
	h, p                  int
}

// products multiplies the vectors with the matrices.
func (l *Linker) products(sc *encoder.Scratch, v encoder.Vectors, of ...*encoder.Linear) products {
	l.own.Quantise(&sc.Activations, v.Rows)
	var y [4][]float32
	for i, m := range of {
		y[i] = encoder.Take[float32](sc, v.Len()*m.Stride())
		m.Apply(y[i], &sc.Activations)
	}
	return products{own: y[0], above: y[1], word: y[2], cue: y[3], h: l.own.Stride(), p: l.word.Stride()}
}

// of are the products of the rows [first, end).
func (p products) of(first, end int) products {
	p.own, p.above = p.own[first*p.h:end*p.h], p.above[first*p.h:end*p.h]
	p.word, p.cue = p.word[first*p.p:end*p.p], p.cue[first*p.p:end*p.p]
	return p
}

// sentence is one at work.
type sentence struct {
	*Linker
	*sight
	sc    *encoder.Scratch
	words products
}

// reached is the number of words that have vectors.
func (s *sentence) reached() int { return len(s.words.own) / s.words.h }

// link judges each word and links the others to those that may be cues.
func (s *sentence) link() []event.Linked {
	defer s.sc.Release(s.sc.Mark())
	n, h, stride := s.reached(), s.words.h, s.judge.Stride()
	x, y := encoder.Take[float32](s.sc, n*h), encoder.Take[float32](s.sc, n*stride)
	for i := range n {
		s.hidden(i, x[i*h:][:h])
	}
	s.arithmetic.LeakyReLU(x, slope)
	s.judge.Quantise(&s.sc.Activations, x)
	s.judge.Apply(y, &s.sc.Activations)
	var all []event.Linked
	for i := range n {
		if c := s.judged(i, y[i*stride:][:stride]); c.Score >= Least {
			all = append(all, c)
		}
	}
	all = likeliest(all)
	s.roles(all)
	return all
}

// mostCues is of how many words in a sentence the others are linked to.
const mostCues = 32

// likeliest leaves those cues that are likelier than all but mostCues, so that the work does not grow with the square of a
// sentence.
func likeliest(all []event.Linked) []event.Linked {
	if len(all) <= mostCues {
		return all
	}
	scores := make([]float32, len(all))
	for i, c := range all {
		scores[i] = c.Score
	}
	slices.Sort(scores)
	bar := scores[len(scores)-mostCues-1]
	return slices.DeleteFunc(all, func(c event.Linked) bool { return c.Score <= bar })
}

// hidden sets x to the sum of what speaks for and against word i being a cue.
func (s *sentence) hidden(i int, x []float32) {
	h := s.words.h
	copy(x, s.words.own[i*h:][:h])
	above := s.t.Head(i)
	if above < 0 || above >= s.reached() {
		above = i
	}
	s.arithmetic.Add(x, s.words.above[above*h:][:h])
	var f [maxFeatures]uint8
	s.traits(i, f[:len(WordFeatures)])
	for k := range WordFeatures {
		s.arithmetic.Add(x, s.cueFeature.row(k, f[k]))
	}
	set := s.dependents(i)
	for k := range Dependents {
		if set&(1<<k) != 0 {
			s.arithmetic.Add(x, s.cueFeature.row(len(WordFeatures), uint8(k)))
		}
	}
}

// judged reads the scores of word i.
func (s *sentence) judged(i int, y []float32) event.Linked {
	types, stances := y[1:1+len(s.types)], y[1+len(s.types):][:len(s.stances)]
	best := s.arithmetic.Best(types)
	return event.Linked{Word: i, Score: types[best] - y[0], Type: s.types[best], Stance: s.stances[s.arithmetic.Best(stances)]}
}

// roles sets what the words of the sentence are to each cue.
func (s *sentence) roles(cues []event.Linked) {
	defer s.sc.Release(s.sc.Mark())
	n, all, p := s.reached(), s.t.Len(), s.words.p
	x, logits := encoder.Take[float32](s.sc, p), make([]float32, roles)
	features := make([]uint8, all*len(PairFeatures))
	for c := range cues {
		cue := &cues[c]
		cue.Roles = make([]event.Roles, all)
		s.pairs(cue.Word, features)
		for j := range n {
			copy(x, s.words.cue[cue.Word*p:][:p])
			s.arithmetic.Add(x, s.words.word[j*p:][:p])
			for k := range PairFeatures {
				s.arithmetic.Add(x, s.pairFeature.row(k, features[j*len(PairFeatures)+k]))
			}
			s.arithmetic.LeakyReLU(x, slope)
			s.arithmetic.Dots(logits, x, s.role, p+1)
			for r := range logits {
				logits[r] += s.role[r*(p+1)+p]
			}
			cue.Roles[j] = event.Roles{
				Source: margin(logits, roleSource), Cue: margin(logits, roleCue),
				Content: margin(logits, roleContent), Addressee: margin(logits, roleAddressee),
			}
		}
	}
}

// margin is by how much a logit is greater than the greatest of the others.
func margin(logits []float32, role int) float32 {
	other := logits[roleNone]
	for r, x := range logits {
		if r != role {
			other = max(other, x)
		}
	}
	if role == roleNone {
		panic("linker: none is no role")
	}
	return logits[role] - other
}

// Features returns what the network sees of a sentence besides the words' vectors, for its training: the features of each
// word, the sets of dependents, and the features of each pair, cue by cue.
func Features(t *syntax.Tree) (words []uint8, dependents []uint32, pairs []uint8) {
	s, n := newSight(t), t.Len()
	words, pairs = make([]uint8, n*len(WordFeatures)), make([]uint8, n*n*len(PairFeatures))
	for i := range n {
		s.traits(i, words[i*len(WordFeatures):][:len(WordFeatures)])
		s.pairs(i, pairs[i*n*len(PairFeatures):][:n*len(PairFeatures)])
		dependents = append(dependents, s.dependents(i))
	}
	return words, dependents, pairs
}

// Dependents is the number of relations in a set of dependents.
var Dependents = len(below)
