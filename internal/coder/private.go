package coder

import (
	"strings"

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

// isMishap reports whether people came to harm in an accident, which a clause above or below tells, and nobody's weapons are spoken of: "an army helicopter crashed,
// killing four", "were injured when their helicopter made a hard landing".
func (r *run) isMishap(t *syntax.Tree, c *lexicon.Candidate, e *event.Event) bool {
	if e.Type != "ASSAULT" || !harms[t.Lemmas[c.Trigger]] || c.Means >= 0 || !inMishap(t, c.Predicate, len(e.Actors) == 0) {
		return false
	}
	spare := func(w int) bool { // the craft itself, the dead, and the word for how they died
		return w == c.Trigger || t.Is(w, "nsubj", "nsubj:pass", "obj") || t.Is(w, "nmod", "compound", "appos") && t.Is(t.Head(w), "nsubj", "nsubj:pass", "obj")
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

// inMishap reports whether the verb above verb v tells of an accident, or one below it, if that may be looked at.
func inMishap(t *syntax.Tree, v int, below bool) bool {
	if h := t.Head(v); h >= 0 && t.Is(v, "advcl", "conj") && isAccident(t, h) {
		return true
	}
	for d := range t.Dependents(v) {
		if below && t.Is(d, "advcl") && isAccident(t, d) {
			return true
		}
	}
	return false
}

// isAccident reports whether a clause tells of an accident that nobody is said to have caused.
func isAccident(t *syntax.Tree, v int) bool {
	if t.UPOS[v] != "VERB" || t.Feat(v, "Voice") == "Pass" {
		return false
	}
	o := t.Dependent(v, "obj")
	return mishaps[t.Lemmas[v]] && o < 0 || o >= 0 && t.Lemmas[v] == "make" && strings.HasSuffix(t.Lemmas[o], "landing")
}

// mishaps are verbs of accidents.
var mishaps = map[string]bool{"crash": true, "collide": true, "derail": true, "capsize": true, "overturn": true, "sink": true, "collapse": true, "plunge": true, "skid": true}
