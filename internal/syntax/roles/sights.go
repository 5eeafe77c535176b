package roles

import "example.org/demarche/internal/syntax"

// Sight is what the network sees of a predicate and its candidates besides the words' vectors, for its training.
type Sight struct {
	Features   []uint8   // of the predicate, PredicateFeatures
	Sets       [2]uint32 // relations of what hangs on it, and on the word above
	Candidates []int     // words
	Pairs      []uint8   // for each candidate, PairFeatures
	Part       string    // v, n, j or "": by which the predicate is looked up, with its lemma
}

// SightsOf returns what the network sees of some words of a sentence.
func SightsOf(t *syntax.Tree, predicates []int) []Sight {
	s := newSight(t)
	var all []Sight
	for _, p := range predicates {
		one := Sight{Features: make([]uint8, predicateFeatures), Sets: s.sets(p), Part: part(t, p)}
		s.traits(p, one.Features)
		for _, c := range s.candidates(p, t.Len(), nil) {
			f := make([]uint8, pairFeatures)
			s.pair(p, c, f)
			one.Candidates, one.Pairs = append(one.Candidates, int(c.word)), append(one.Pairs, f...)
		}
		all = append(all, one)
	}
	return all
}
