package lexicon

import "slices"

// answerable returns who is said to have done the deed that a site speaks of by the clause around: "apologised for the raid", "claimed
// responsibility for the raid", "denied any part in the raid", "blamed the raid on rebels", "blamed rebels for the raid".
func (r *roles) answerable(s *site) []int {
	t, top := r.t, s.top()
	h := t.Head(top)
	switch {
	case h < 0:
		return nil
	case t.Is(top, "nmod") && t.UPOS[h] == "NOUN":
		return r.ownedUp(h, caseOf(t, top), s.climbs+1)
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

// ownedUp returns who takes upon himself, or off himself, the deed that stands with a preposition after noun h: "their apology for the raid", "had
// no hand in the raid".
func (r *roles) ownedUp(h int, preposition string, climbs int) []int {
	t := r.t
	switch {
	case preposition == "for" && slices.Contains(owned, t.Lemmas[h]):
	case preposition == "in" && slices.Contains(shares, t.Lemmas[h]):
	default:
		return nil
	}
	if v := t.Head(h); v >= 0 && t.Is(h, "obj", "nsubj:pass") && (slices.Contains(owningUp, t.Lemmas[v]) || r.lex.IsLight(t.Lemmas[v]) || t.Lemmas[v] == "deny") {
		return r.deepSubject(v, climbs)
	}
	if t.Is(h, "obj") {
		return nil
	}
	for _, role := range r.nounSubject(r.site(h, climbs), nil) {
		return role.Words
	}
	return nil
}

// owningUp are verbs whose subject says that the deed after "for", or after "responsibility for", is its own.
var owningUp = []string{"apologise", "apologize", "atone", "claim", "accept", "admit", "take", "acknowledge", "assume"}

// owned are nouns whose "for" names what is owned up to; shares are nouns whose "in" names what one took part in.
var (
	owned  = []string{"responsibility", "apology", "regret", "remorse", "credit", "blame"}
	shares = []string{"role", "part", "hand", "involvement", "complicity", "participation"}
)
