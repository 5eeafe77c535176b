package linker

import (
	"slices"
	"strings"

	"example.org/demarche/internal/syntax"
)

// A Feature is one of a few values that tell how words stand to one another; the network has a row of numbers for each.
type Feature struct {
	Name string
	Size int // how many values it has
}

// PairFeatures tell how a word stands to a cue, WordFeatures what a word is that may be one.
var (
	PairFeatures = []Feature{
		{"distance", 2*len(distances) + 1},
		{"path", (mostUp + 1) * (mostDown + 1)},
		{"down", len(relations) + 2},
		{"up", len(relations) + 2},
		{"between", 8},
		{"quotes", 16},
	}
	WordFeatures = []Feature{
		{"relation", len(relations) + 2},
		{"upos", len(parts) + 1},
		{"before", len(marks) + 1},
		{"after", len(marks) + 1},
		{"quotes", 4},
	}
)

// maxFeatures is more than a word has.
const maxFeatures = 8

const (
	mostUp   = 4 // steps of a path that are counted
	mostDown = 5
)

// distances are the bounds of the steps in which distance is counted.
var distances = []int{1, 2, 3, 4, 5, 7, 10, 15, 22, 32}

// relations are those told apart; a subtype that is not named counts as its base. The numbers of a model refer to their order.
var relations = []string{
	"root", "nsubj", "nsubj:pass", "obj", "iobj", "csubj", "ccomp", "xcomp", "obl", "obl:agent", "obl:unmarked", "vocative", "expl", "dislocated",
	"advcl", "advmod", "discourse", "aux", "aux:pass", "cop", "mark", "nmod", "nmod:poss", "appos", "nummod", "acl", "acl:relcl", "amod", "det", "case",
	"conj", "cc", "fixed", "flat", "list", "parataxis", "compound", "compound:prt", "orphan", "goeswith", "reparandum", "punct", "dep",
}

// parts are the parts of speech.
var parts = []string{
	"ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON", "PROPN", "PUNCT", "SCONJ", "SYM", "VERB", "X",
}

// marks are words beside a cue that tell of it.
var marks = []string{",", ":", "\"", "–", "that", "to", "of", "by", "as", "for", "."}

// Relation is the number of a relation, from 1; 0 is that of no relation.
func relation(rel string) uint8 {
	if i := slices.Index(relations, rel); i >= 0 {
		return uint8(i + 1)
	}
	if i := slices.Index(relations, syntax.Base(rel)); i >= 0 {
		return uint8(i + 1)
	}
	return uint8(len(relations) + 1)
}

// sight is what features need of a sentence, gathered once.
type sight struct {
	t         *syntax.Tree
	relations []uint8
	quotes    []uint8 // quotation marks up to a word, itself counted
	between   []stops // commas, colons and the like up to a word, itself counted
	up        []int32 // steps from the cue up to a word, -1 where it is not above
	steps     []step  // by word: how the tree leads to it from the cue
}

type stops struct{ commas, colons uint16 }

type step struct {
	up, down int32
	rel      uint8 // of the first word on the way down
	from     uint8 // of the last word on the way up
	known    bool
}

func newSight(t *syntax.Tree) *sight {
	n := t.Len()
	s := &sight{t: t, relations: make([]uint8, n), quotes: make([]uint8, n), between: make([]stops, n), up: make([]int32, n), steps: make([]step, n)}
	var quotes uint8
	var at stops
	for i := range n {
		s.relations[i] = relation(t.Rels[i])
		switch form := t.Form(i); {
		case isQuote(form):
			quotes++
		case form == ",":
			at.commas++
		case form == ":" || form == ";" || form == "–" || form == "—" || form == "--":
			at.colons++
		}
		s.quotes[i], s.between[i] = quotes, at
	}
	return s
}

func isQuote(form string) bool {
	switch form {
	case "\"", "“", "”", "''", "``", "«", "»", "„":
		return true
	}
	return false
}

// pairs sets the features of all words as seen from a cue, len(PairFeatures) for each word.
func (s *sight) pairs(cue int, out []uint8) {
	s.paths(cue)
	for j := range s.t.Len() {
		f := out[j*len(PairFeatures):][:len(PairFeatures)]
		p := s.steps[j]
		f[0] = distance(j - cue)
		f[1] = uint8(min(p.up, mostUp)*(mostDown+1) + min(p.down, mostDown))
		f[2], f[3] = p.rel, p.from
		lo, hi := min(cue, j), max(cue, j)
		f[4] = 0
		if s.between[hi].commas > s.between[lo].commas {
			f[4] |= 1
		}
		if s.between[hi].colons > s.between[lo].colons {
			f[4] |= 2
		}
		if s.t.UPOS[j] == "PUNCT" {
			f[4] |= 4
		}
		f[5] = min(s.quotes[hi]-s.quotes[lo], 3)<<2 | s.quotes[cue]&1<<1 | s.quotes[j]&1
	}
}

// distance is the number of the step that a distance falls into.
func distance(d int) uint8 {
	away, _ := slices.BinarySearch(distances, max(d, -d)+1)
	if d < 0 {
		return uint8(len(distances) - away)
	}
	return uint8(len(distances) + away)
}

// paths sets steps: how the tree leads from the cue to each word.
func (s *sight) paths(cue int) {
	for i := range s.up {
		s.up[i], s.steps[i] = -1, step{}
	}
	var from uint8
	for i, n := cue, int32(0); i >= 0; i, n = s.t.Head(i), n+1 {
		s.up[i], s.steps[i] = n, step{up: n, from: from, known: true}
		from = s.relations[i]
	}
	for j := range s.steps {
		s.lead(j)
	}
}

// lead sets the step of word j and of those between it and the cue's line.
func (s *sight) lead(j int) step {
	if s.steps[j].known {
		return s.steps[j]
	}
	p := step{known: true} // of a second root
	if h := s.t.Head(j); h >= 0 {
		p = s.lead(h)
	}
	if p.down == 0 {
		p.rel = s.relations[j]
	}
	p.down++
	s.steps[j] = p
	return p
}

// traits sets the features of a word that may be a cue.
func (s *sight) traits(i int, out []uint8) {
	out[0] = s.relations[i]
	out[1] = uint8(slices.Index(parts, s.t.UPOS[i]) + 1)
	out[2], out[3] = s.mark(i-1), s.mark(i+1)
	out[4] = s.quotes[i]&1 | min(s.quotes[len(s.quotes)-1], 1)<<1
}

func (s *sight) mark(i int) uint8 {
	if i < 0 || i >= s.t.Len() {
		return 0
	}
	form := strings.ToLower(s.t.Form(i))
	if isQuote(form) {
		form = "\""
	}
	return uint8(slices.Index(marks, form) + 1)
}

// below are relations of dependents that tell whether a word is a cue.
var below = []string{
	"nsubj", "nsubj:pass", "obj", "iobj", "obl", "obl:agent", "ccomp", "xcomp", "advcl", "acl", "acl:relcl", "aux", "aux:pass", "cop", "mark",
	"parataxis", "case", "det", "nmod:poss", "nmod", "amod", "advmod", "cc", "compound:prt", "expl", "conj", "csubj", "appos", "compound", "flat", "punct",
}

// dependents is a set of the relations of a word's dependents, bit i for below[i].
func (s *sight) dependents(i int) uint32 {
	var set uint32
	for d := range s.t.Dependents(i) {
		for k, rel := range below {
			if s.t.Rels[d] == rel || s.t.Is(d, rel) && !slices.Contains(below, s.t.Rels[d]) {
				set |= 1 << k
			}
		}
	}
	return set
}
