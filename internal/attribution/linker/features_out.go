package linker

import "example.org/demarche/internal/syntax"

// Features returns what the network sees of a sentence besides the words' vectors, for its training: the features of each
// word, those of each pair (cue by cue), and the sets of dependents.
func Features(t *syntax.Tree) (words, pairs []uint8, dependents []uint32) {
	s, n := newSight(t), t.Len()
	words, pairs = make([]uint8, n*len(WordFeatures)), make([]uint8, n*n*len(PairFeatures))
	for i := range n {
		s.word(i, words[i*len(WordFeatures):][:len(WordFeatures)])
		s.pairs(i, pairs[i*n*len(PairFeatures):][:n*len(PairFeatures)])
		dependents = append(dependents, s.dependents(i))
	}
	return words, pairs, dependents
}

// Dependents is the number of relations in a set of dependents.
var Dependents = len(below)
