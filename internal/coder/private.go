package coder

import (
	"example.org/demarche/internal/event"
	"example.org/demarche/internal/lexicon"
	"example.org/demarche/internal/syntax"
)

// isPress reports whether a deed is the daily work of the press: it inquires and talks with people.
func isPress(e *event.Event) bool {
	return (e.Mode == "investigate" || e.Type == "CONSULT") && allOf(e.Actors, "JRN")
}

// areTravellers reports whether those who visit hold no office: tourists, pilgrims, a people.
func areTravellers(sides []event.Side) bool {
	for _, s := range sides {
		if p := s.Participant; p.Kind != event.EntityPeople || p.Sector != "" && p.Sector != "CVL" {
			return false
		}
	}
	return len(sides) > 0
}

// kin are words for those whom one is related to or lives with.
var kin = map[string]bool{
	"wife": true, "husband": true, "spouse": true, "brother": true, "sister": true, "father": true, "mother": true, "son": true, "daughter": true, "parent": true, "uncle": true,
	"aunt": true, "cousin": true, "nephew": true, "niece": true, "grandfather": true, "grandmother": true, "girlfriend": true, "boyfriend": true, "fiancee": true, "family": true,
	"child": true, "friend": true, "neighbor": true, "neighbour": true,
}

// isAmongKin reports whether a deed of words, or help, is one between somebody and his own people: "met his brother for dinner", "his wife warned him". An office may be
// left to a brother.
func (r *run) isAmongKin(t *syntax.Tree, e *event.Event) bool {
	return r.quad(e) <= 3 && e.Type != "RETREAT" && e.Type != "CONCEDE" && (r.areKin(t, e.Actors, e.Recipients, false) || r.areKin(t, e.Recipients, e.Actors, true))
}

// areKin reports whether sides are told as the kin of one of the others, and hold no office. In object "his brother" is the subject's.
func (r *run) areKin(t *syntax.Tree, sides, others []event.Side, object bool) bool {
	for _, s := range sides {
		if p := s.Participant; p.Sector != "" && p.Sector != "CVL" || s.Range.Sentence != t.Sentence {
			return false
		}
		found := false
		for w := s.Range.Start; w < s.Range.End && !found; w++ {
			switch of := t.Dependent(w, "nmod:poss"); {
			case !kin[t.Lemmas[w]] || t.UPOS[w] != "NOUN":
			case of >= 0:
				found = object && t.UPOS[of] == "PRON" && len(others) > 0 || has(others, r.in.Participants.At(t.Ref(of)))
			default:
				found = object && t.Lemmas[w] == "friend" && t.Dependent(w, "det", "amod", "nmod") < 0 // "met with friends"
			}
		}
		if !found {
			return false
		}
	}
	return len(sides) > 0
}

// isMishap reports whether people came to harm in an accident, which the clause above tells, and nobody's weapons are spoken of: "an army helicopter crashed, killing
// four".
func (r *run) isMishap(t *syntax.Tree, c *lexicon.Candidate, e *event.Event) bool {
	h := t.Head(c.Predicate)
	if e.Type != "ASSAULT" || !harms[t.Lemmas[c.Trigger]] || c.Means >= 0 || h < 0 || t.UPOS[h] != "VERB" || !t.Is(c.Predicate, "advcl", "conj") ||
		!mishaps[t.Lemmas[h]] || t.Dependent(h, "obj") >= 0 || t.Feat(h, "Voice") == "Pass" {
		return false
	}
	spare := func(w int) bool { // the craft itself, the dead, and the word for how they died
		return w == c.Trigger || t.Is(w, "nsubj", "obj") || t.Is(w, "nmod", "compound", "appos") && t.Is(t.Head(w), "nsubj", "obj")
	}
	for w := range t.Len() {
		for _, class := range []string{"Weapon", "Fighting", "Fighter"} {
			if !spare(w) && r.lexicon.Classes.Holds(t, w, class) {
				return false
			}
		}
	}
	return true
}

// mishaps are verbs of accidents.
var mishaps = map[string]bool{"crash": true, "collide": true, "derail": true, "capsize": true, "overturn": true, "sink": true, "collapse": true, "plunge": true, "skid": true}
