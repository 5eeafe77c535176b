package roles

import (
	"slices"

	"example.org/demarche/internal/syntax"
)

// A Feature is one of a few values that tell what a word is; the network has a row of numbers for each.
type Feature struct {
	Name string
	Size int // how many values it has
}

// PairFeatures tell how a candidate stands to a predicate, PredicateFeatures what the predicate is.
var (
	PairFeatures = []Feature{
		{"first up", len(relations) + 2},
		{"second up", len(relations) + 2},
		{"third up", len(relations) + 2},
		{"first down", len(relations) + 2},
		{"second down", len(relations) + 2},
		{"relation", len(relations) + 2},
		{"distance", 2*len(distances) + 1},
		{"upos", len(parts) + 1},
		{"preposition", len(prepositions) + 2},
		{"marker", len(markers) + 2},
	}
	PredicateFeatures = []Feature{
		{"relation", len(relations) + 2},
		{"upos", len(parts) + 1},
		{"xpos", len(tags) + 1},
		{"passive", 2},
		{"upos above", len(parts) + 1},
		{"preposition", len(prepositions) + 2},
		{"marker", len(markers) + 2},
	}
)

const (
	pairFeatures      = 10
	predicateFeatures = 7
	mostUp            = 3 // steps up to a candidate that are gone, and are features
	mostDown          = 2
)

// distances are the bounds of the steps in which distance is counted.
var distances = []int{1, 2, 3, 4, 6, 10, 20}

// relations are those told apart; a subtype that is not named counts as its base. The numbers of a model refer to their order.
var relations = []string{
	"root", "nsubj", "nsubj:pass", "obj", "iobj", "csubj", "ccomp", "xcomp", "obl", "obl:agent", "obl:unmarked", "vocative", "expl", "dislocated",
	"advcl", "advcl:relcl", "advmod", "discourse", "aux", "aux:pass", "cop", "mark", "nmod", "nmod:poss", "nmod:desc", "nmod:unmarked", "appos", "nummod",
	"acl", "acl:relcl", "amod", "det", "case", "conj", "cc", "fixed", "flat", "list", "parataxis", "compound", "compound:prt", "orphan", "goeswith",
	"reparandum", "punct", "dep",
}

// parts are the parts of speech.
var parts = []string{
	"ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON", "PROPN", "PUNCT", "SCONJ", "SYM", "VERB", "X",
}

// tags are the Penn tags of words that may be predicates.
var tags = []string{"VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "NN", "NNS", "NNP", "NNPS", "JJ", "JJR", "JJS", "MD"}

// prepositions and markers (of clauses) that are told apart.
var (
	prepositions = []string{
		"of", "in", "to", "for", "on", "with", "at", "from", "by", "about", "as", "into", "like", "over", "after", "between", "against", "through",
		"during", "before", "under", "without", "since", "around", "out", "among", "within", "toward", "towards", "because", "because of", "off", "up",
		"until", "upon", "near", "onto", "behind", "across", "along", "above", "below", "beyond", "despite", "than", "'s", "’s", "'", "’",
	}
	markers = []string{"to", "that", "if", "for", "because", "as", "of", "in", "by", "while", "whether", "after", "so", "before", "than", "since", "with", "until", "from", "like"}
)

// number is the place of a name in a list, from 1, and behind the list for one that it lacks; 0 for "".
func number(list []string, name string) uint8 {
	if name == "" {
		return 0
	}
	if i := slices.Index(list, name); i >= 0 {
		return uint8(i + 1)
	}
	return uint8(len(list) + 1)
}

// relation is the number of a relation, from 1.
func relation(rel string) uint8 {
	if i := slices.Index(relations, rel); i >= 0 {
		return uint8(i + 1)
	}
	return number(relations, syntax.Base(rel))
}

// below are the relations of dependents that tell what arguments a predicate has, or leaves to others; relative stands for a dependent
// that is a relative pronoun, by its relation.
var below = []string{
	"nsubj", "nsubj:pass", "obj", "iobj", "obl", "obl:agent", "ccomp", "xcomp", "advcl", "acl", "acl:relcl", "aux", "aux:pass", "cop", "mark",
	"case", "det", "nmod:poss", "nmod", "amod", "advmod", "conj", "compound:prt", "expl", "csubj", "appos", "compound", "parataxis",
	"relative nsubj", "relative obj", "relative obl", "relative",
}

// Below is the number of relations in a set of dependents.
var Below = len(below)

// A sight is what features need of a sentence, gathered once: by word.
type sight struct {
	t            *syntax.Tree
	relations    []uint8
	parts        []uint8
	prepositions []uint8
	markers      []uint8
	below        []uint32 // bit i for below[i]
}

func newSight(t *syntax.Tree) *sight {
	n := t.Len()
	room := make([]uint8, 4*n)
	s := &sight{
		t: t, relations: room[:n], parts: room[n : 2*n], prepositions: room[2*n : 3*n], markers: room[3*n:], below: make([]uint32, n),
	}
	for i := range n {
		s.relations[i] = relation(t.Rels[i])
		s.parts[i] = uint8(slices.Index(parts, t.UPOS[i]) + 1)
	}
	for i := range n {
		h := t.Head(i)
		if h < 0 {
			continue
		}
		switch {
		case s.prepositions[h] == 0 && t.Is(i, "case"):
			s.prepositions[h] = number(prepositions, t.Lemmas[i])
		case s.markers[h] == 0 && t.Is(i, "mark"):
			s.markers[h] = number(markers, t.Lemmas[i])
		}
		s.below[h] |= s.dependent(i)
	}
	return s
}

// belowBits are the sets of one relation, by its number.
var belowBits = func() (bits [64]uint32) {
	for i, rel := range relations {
		k := slices.Index(below, rel)
		if k < 0 {
			k = slices.Index(below, syntax.Base(rel))
		}
		if k >= 0 {
			bits[i+1] = 1 << k
		}
	}
	return bits
}()

// dependent is what word i adds to the set of its head.
func (s *sight) dependent(i int) uint32 {
	set := belowBits[s.relations[i]]
	if s.t.UPOS[i] == "PRON" && s.t.Feat(i, "PronType") == "Rel" {
		k := slices.Index(below, "relative "+syntax.Base(s.t.Rels[i]))
		if k < 0 {
			k = slices.Index(below, "relative")
		}
		set |= 1 << k
	}
	return set
}

// A candidate is a word that may fill an argument of a predicate, with the path to it: so many steps up, then down.
type candidate struct {
	word     int32
	up, down uint8
	path     [mostUp + mostDown]uint8 // relations on the way up, then on the way down
}

// mostCandidates is how many words are looked at for one predicate, so that the work grows with the number of predicates alone.
const mostCandidates = 64

// candidates adds to all the candidates of a predicate, of the first reached words: what hangs on it, and what on that; the words above it and what
// hangs on them. The order is that of this walk.
func (s *sight) candidates(predicate, reached int, all []candidate) []candidate {
	first := len(all)
	add := func(i int, c candidate) bool {
		if i < reached && s.t.UPOS[i] != "PUNCT" {
			c.word = int32(i)
			all = append(all, c)
		}
		return len(all)-first < mostCandidates
	}
	for d := range s.t.Dependents(predicate) {
		c := candidate{down: 1, path: [...]uint8{mostUp: s.relations[d], mostUp + 1: 0}}
		if !add(d, c) {
			return all
		}
		for e := range s.t.Dependents(d) {
			c.down, c.path[mostUp+1] = 2, s.relations[e]
			if !add(e, c) {
				return all
			}
		}
	}
	from, c := predicate, candidate{}
	for c.up < mostUp && s.t.Head(from) >= 0 {
		c.path[c.up] = s.relations[from]
		c.up++
		above := s.t.Head(from)
		if !add(above, c) {
			return all
		}
		for d := range s.t.Dependents(above) {
			if d == from {
				continue
			}
			c := c
			c.down, c.path[mostUp] = 1, s.relations[d]
			if !add(d, c) {
				return all
			}
		}
		from = above
	}
	return all
}

// pair sets the features of a candidate.
func (s *sight) pair(predicate int, c candidate, out []uint8) {
	j := int(c.word)
	copy(out, c.path[:])
	out = out[mostUp+mostDown:]
	out[0], out[1], out[2], out[3], out[4] = s.relations[j], distance(j-predicate), s.parts[j], s.prepositions[j], s.markers[j]
}

// traits sets the features of a predicate.
func (s *sight) traits(i int, out []uint8) {
	out[0], out[1] = s.relations[i], s.parts[i]
	out[2] = uint8(slices.Index(tags, s.t.XPOS[i]) + 1)
	out[3] = 0
	if s.t.IsPassive(i) {
		out[3] = 1
	}
	out[4] = 0
	if h := s.t.Head(i); h >= 0 {
		out[4] = s.parts[h]
	}
	out[5], out[6] = s.prepositions[i], s.markers[i]
}

// sets are the relations of what hangs on a predicate, and of what hangs on the word above it.
func (s *sight) sets(i int) [2]uint32 {
	if h := s.t.Head(i); h >= 0 {
		return [2]uint32{s.below[i], s.below[h]}
	}
	return [2]uint32{s.below[i], 0}
}

// distance is the number of the step that a distance falls into.
func distance(d int) uint8 {
	away, _ := slices.BinarySearch(distances, max(d, -d)+1)
	if d < 0 {
		return uint8(len(distances) - away)
	}
	return uint8(len(distances) + away)
}
