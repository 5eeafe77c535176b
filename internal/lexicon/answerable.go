package lexicon

import "slices"

// answerable returns who is said to have done the deed that a site speaks of by the clause around: "apologised for the raid", "claimed
// responsibility for the raid", "blamed the raid on rebels", "blamed rebels for the raid".
func (r *roles) answerable(s *site) []int {
	t, top := r.t, s.top()
	h := t.Head(top)
	switch {
	case h < 0:
		return nil
	case t.Is(top, "nmod") && t.Lemmas[h] == "responsibility" && caseOf(t, top) == "for":
		if v := t.Head(h); v >= 0 && t.Is(h, "obj") && slices.Contains(owningUp, t.Lemmas[v]) {
			return r.surface(v, s.climbs+1)
		}
	case t.UPOS[h] != "VERB":
	case t.Is(top, "obl") && caseOf(t, top) == "for" && slices.Contains(owningUp, t.Lemmas[h]):
		return r.surface(h, s.climbs+1)
	case t.Is(top, "obl") && caseOf(t, top) == "for" && t.Lemmas[h] == "blame":
		return r.deepObject(h, s.climbs+1)
	case t.Is(top, "obj", "nsubj:pass") && t.Lemmas[h] == "blame":
		if on := r.below(h, "obl", "on"); on >= 0 {
			return r.expand(on)
		}
	}
	return nil
}

// owningUp are verbs whose subject says that the deed after "for", or after "responsibility for", is its own.
var owningUp = []string{"apologise", "apologize", "atone", "claim", "accept", "admit", "take", "acknowledge", "assume"}
