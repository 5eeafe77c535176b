package coder

import (
	"example.org/demarche/internal/event"
	"example.org/demarche/internal/syntax"
)

// where finds the place of a deed: a location that hangs on one of the words that carry it, or on what they act upon.
// Nothing beyond the deed's own clause is looked at.
func (r *run) where(t *syntax.Tree, carriers []int) *event.Place {
	for _, c := range carriers {
		for d := range t.Dependents(c) {
			if !t.Is(d, "obl", "nmod", "obj", "nsubj:pass", "advmod") || !isWhere(t, d) {
				continue
			}
			if p := r.placeOf(t, d); p != nil {
				return p
			}
		}
	}
	return nil
}

// placeOf finds the place that a dependent of the deed tells. One that speaks of somebody tells it only by where that body is:
// "arrested protesters in Cairo", but not "met the president of Kenya".
func (r *run) placeOf(t *syntax.Tree, d int) *event.Place {
	if r.place[t.Sentence][d] != nil || r.in.Participants.At(t.Ref(d)) == nil {
		return r.placeBelow(t, d)
	}
	for x := range t.Dependents(d) {
		switch t.Case(x) {
		case "in", "at", "near", "outside":
			if p := r.placeBelow(t, x); p != nil {
				return p
			}
		}
	}
	return nil
}

// isWhere reports whether a dependent may say where: bare, or after a preposition of place.
func isWhere(t *syntax.Tree, d int) bool {
	switch t.Case(d) {
	case "", "in", "at", "on", "near", "outside", "inside", "around", "across", "throughout", "along", "over", "off", "north of",
		"into", "to", "within", "from", "between", "of", "through", "towards", "toward", "beyond":
		return true
	}
	return false
}

// placeBelow returns the location named by word d, or by what specifies it: "the key oil town of X", "an army base near Y",
// "X, 750km east of Y" is X.
func (r *run) placeBelow(t *syntax.Tree, d int) *event.Place {
	if p := r.place[t.Sentence][d]; p != nil {
		return p
	}
	for x := range t.Dependents(d) {
		if !t.Is(x, "nmod", "appos", "compound", "flat") || t.Is(x, "nmod:poss") {
			continue
		}
		if p := r.placeBelow(t, x); p != nil {
			return p
		}
	}
	return nil
}
