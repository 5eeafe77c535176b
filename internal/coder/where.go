package coder

import (
	"slices"

	"example.org/demarche/internal/event"
	"example.org/demarche/internal/syntax"
)

// where finds the place of a deed: a location that hangs on one of the words that carry it, or on what they act upon; else the place
// that its clause describes ("Gao, where rebels attacked"), or where its doers had come to before ("flew to Gao and met them").
// Nothing beyond the deed's own sentence is looked at, but "the town" is the one named last.
func (r *run) where(t *syntax.Tree, e *event.Event, carriers []int) *event.Place {
	for _, c := range carriers {
		if p := r.placeBeside(t, e, c); p != nil {
			return p
		}
	}
	w := carriers[0]
	switch {
	case t.Is(w, "acl:relcl") && hasWhere(t, w):
		return r.place[t.Sentence][t.Head(w)]
	case t.Is(w, "conj") && t.UPOS[w] == "VERB" && t.Dependent(w, "nsubj") < 0:
		return r.reached(t, t.Head(w))
	}
	return nil
}

// placeBeside returns the location that a dependent of word c tells.
func (r *run) placeBeside(t *syntax.Tree, e *event.Event, c int) *event.Place {
	for d := range t.Dependents(c) {
		if !t.Is(d, "obl", "nmod", "obj", "nsubj:pass", "advmod") || !isWhere(t, d) {
			continue
		}
		if p := r.placeOf(t, e, d); p != nil {
			return p
		}
	}
	return nil
}

// placeOf finds the place that a dependent of the deed tells. One that speaks of somebody tells it only by where that body is, and only
// of deeds done there: "arrested protesters in Cairo", but not "met the president of Kenya", "recognised the council in Gao".
func (r *run) placeOf(t *syntax.Tree, e *event.Event, d int) *event.Place {
	if r.place[t.Sentence][d] != nil || r.in.Participants.At(t.Ref(d)) == nil || isPart(t, d) {
		return r.placeBelow(t, d)
	}
	if e.QuadClass == 1 || e.QuadClass == 3 {
		return nil
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

// isPart reports whether word d tells how much of a place: "most of Zawiyah".
func isPart(t *syntax.Tree, d int) bool {
	switch t.Lemmas[d] {
	case "most", "much", "part", "half", "all", "rest", "third", "quarter", "bulk", "centre", "center", "outskirts", "suburb":
		return true
	}
	return false
}

// hasWhere reports whether a relative clause begins with "where".
func hasWhere(t *syntax.Tree, w int) bool {
	for d := range t.Dependents(w) {
		if t.Is(d, "advmod") && t.Lower(d) == "where" {
			return true
		}
	}
	return false
}

// reached returns the place to which, or in which, verb w brings its doers: "flew to Gao", "entered Gao".
func (r *run) reached(t *syntax.Tree, w int) *event.Place {
	for d := range t.Dependents(w) {
		switch c := t.Case(d); {
		case t.Is(d, "obl") && (c == "to" || c == "in" || c == "into" || c == "at"), t.Is(d, "obj") && slices.Contains(arriving, t.Lemmas[w]):
			if p := r.placeBelow(t, d); p != nil {
				return p
			}
		}
	}
	return nil
}

// arriving are verbs whose object is the place that one comes to.
var arriving = []string{"enter", "reach", "visit", "storm", "invade", "occupy", "tour"}

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
		if !t.Is(x, "nmod", "appos", "compound", "flat") && !(t.Is(x, "obl") && isPart(t, d)) || t.Is(x, "nmod:poss") || t.Is(x, "nmod") && r.isWith(t, x) {
			continue
		}
		if p := r.placeBelow(t, x); p != nil {
			return p
		}
	}
	return r.namedBefore(t, d)
}

// isWith reports whether what stands after a preposition tells with or against whom something is done, rather than where: the envoys of "talks with
// envoys of Chad" tell no place.
func (r *run) isWith(t *syntax.Tree, x int) bool {
	p := r.in.Participants.At(t.Ref(x))
	return !isWhere(t, x) || p != nil && isHuman(p)
}

// recent is how many sentences back "the town" may point.
const recent = 6

// namedBefore returns the town that "the town" speaks of: the one named last before it.
func (r *run) namedBefore(t *syntax.Tree, d int) *event.Place {
	if !isTown(t.Lemmas[d]) || !hasArticle(t, d) || t.Dependent(d, "nmod", "amod", "compound", "acl", "flat", "appos") >= 0 {
		return nil
	}
	for s := t.Sentence; s >= max(0, t.Sentence-recent); s-- {
		last := len(r.place[s])
		if s == t.Sentence {
			last = d
		}
		for w := last - 1; w >= 0; w-- {
			if p := r.place[s][w]; p != nil && (p.Precision == event.AtCity || p.Precision == event.AtPoint) && !isAside(r.in.Trees[s], w) {
				return p
			}
		}
	}
	return nil
}

// isAside reports whether a place is named only to say where something else lies, or where somebody was told: "50km west of Tripoli", "told
// reporters in Tripoli".
func isAside(t *syntax.Tree, w int) bool {
	press := func(d int) bool { return slices.Contains([]string{"reporter", "journalist"}, t.Lemmas[d]) }
	if h := t.Head(w); h != syntax.NoHead {
		if o := t.Dependent(h, "obj", "iobj"); press(h) || o >= 0 && press(o) {
			return true
		}
	}
	return w > 1 && t.Lower(w-1) == "of" && slices.Contains([]string{"north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest", "outside"}, t.Lower(w-2))
}

// isTown reports whether a noun is one of towns.
func isTown(lemma string) bool {
	return lemma == "town" || lemma == "city" || lemma == "village" || lemma == "port"
}
