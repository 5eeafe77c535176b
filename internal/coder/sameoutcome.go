package coder

import (
	"slices"

	"example.org/demarche/internal/event"
	"example.org/demarche/internal/syntax"
)

// linkMeans makes one happening of a deed and the deed that did it ("the bombing killed ten"): the later word points at the
// earlier.
func (r *run) linkMeans(e, means *event.Event) {
	e, means = first(e), first(means)
	switch {
	case e == means || e.Type != means.Type || !r.modesAgree(e, means): // somebody may be killed in a kidnapping
	case means.Trigger.Before(e.Trigger):
		e.SameAs = means
	default:
		means.SameAs = e
	}
}

// linkOutcomes makes one happening of violence and its outcome in one sentence: "shelled the town, killing six", "killed twelve and
// wounded thirty".
func (r *run) linkOutcomes(t *syntax.Tree, events []*event.Event) {
	at := make(map[int]*event.Event, len(events))
	for _, e := range events {
		if e != nil && at[e.Trigger.Token] == nil {
			at[e.Trigger.Token] = e
		}
	}
	for _, e := range events { // "launched an attack, leaving three dead"
		for i := 0; e != nil && i < len(e.Evidence.Words); i++ {
			for w := e.Evidence.Words[i].Start; w < e.Evidence.Words[i].End; w++ {
				if at[w] == nil {
					at[w] = e
				}
			}
		}
	}
	for _, e := range events {
		if e == nil || e.Type != "ASSAULT" || !r.isOutcome(t, e.Trigger.Token) {
			continue
		}
		if f := at[outcomeOf(t, e.Trigger.Token)]; f != nil && f != e && f.Type == e.Type && !r.contradict(f, e) && factual(f) == factual(e) {
			r.linkMeans(e, f)
		}
		if f := at[bringsAbout(t, e.Trigger.Token, at)]; f != nil && f != e && !r.contradict(f, e) && factual(f) == factual(e) {
			r.linkMeans(e, f)
		}
		for d := range t.Dependents(e.Trigger.Token) { // "the blasts wounded dozens", "killed in clashes"
			if f := at[inCourse(t, d)]; f != nil && f != e && f.Type == e.Type && f.Mode != "abduct" && factual(f) == factual(e) && (t.Is(d, "nsubj") || befallsIn(t, d)) {
				r.linkMeans(e, f)
			}
		}
	}
}

// bringsAbout is the noun of violence that the relative clause at word w describes, itself or through what hangs on it: "the bombing of a mosque in
// Hyderabad that killed eleven"; -1 if there is none among the events at words.
func bringsAbout(t *syntax.Tree, w int, at map[int]*event.Event) int {
	if !t.Is(w, "acl:relcl") {
		return -1
	}
	for h := t.Head(w); h != syntax.NoHead && t.UPOS[h] != "VERB"; h = t.Head(h) {
		if f := at[h]; f != nil && f.Type == "ASSAULT" {
			return h
		}
		if !t.Is(h, "nmod") {
			break
		}
	}
	return -1
}

// inCourse returns what a word measures, itself if it is no measure of time or number: the clashes of "killed in three days of clashes".
func inCourse(t *syntax.Tree, d int) int {
	switch t.Lemmas[d] {
	case "day", "week", "month", "hour", "year", "night", "series", "wave", "spate", "round":
		for n := range t.Dependents(d) {
			if t.Is(n, "nmod") && t.Case(n) == "of" {
				return n
			}
		}
	}
	return d
}

// befallsIn reports whether word d tells, below an outcome, the violence in which it came: "killed in clashes", "the killing of
// six in a strike", "wounded when a bomb exploded".
func befallsIn(t *syntax.Tree, d int) bool {
	switch {
	case t.Is(d, "obl"), t.Is(d, "nmod") && t.UPOS[t.Head(d)] == "NOUN":
		c := t.Case(d)
		return c == "in" || c == "during"
	case t.Is(d, "advcl"):
		m := t.Dependent(d, "mark", "advmod")
		return m >= 0 && (t.Lemmas[m] == "when" || t.Lemmas[m] == "as") && m < d
	}
	return false
}

// isOutcome reports whether word w says what befell people, or is the verb of "leaving ten dead".
func (r *run) isOutcome(t *syntax.Tree, w int) bool {
	k := r.tolls.kindOf(t, w)
	return k == "killed" || k == "injured" || t.Lemmas[w] == "leave"
}

// outcomeOf returns the verb whose outcome verb w tells: that above its participle, or the one it is coordinated with under the same
// subject; -1 for none.
func outcomeOf(t *syntax.Tree, w int) int {
	switch {
	case t.Is(w, "advcl") && (t.XPOS[w] == "VBG" || t.XPOS[w] == "VBN"):
		if m := t.Dependent(w, "mark"); m < 0 || t.Lemmas[m] == "with" {
			return t.Head(w)
		}
	case t.Is(w, "conj") && (t.Dependent(w, "nsubj") < 0 || t.XPOS[w] == "VBN"):
		if h := t.Head(w); t.Is(h, "xcomp") { // "left one dead and one wounded"
			return t.Head(h)
		}
		return t.Head(w)
	case t.Is(w, "ccomp") && t.XPOS[w] == "VBN" && t.Dependent(w, "nsubj:pass") >= 0: // "shelled the town, and the army says six were killed"
		if h := t.Head(w); t.Is(h, "conj") && (t.Lemmas[h] == "say" || t.Lemmas[h] == "report") {
			if x := t.Dependent(t.Head(h), "xcomp"); x >= 0 && x < h { // "continued to shell"
				return x
			}
			return t.Head(h)
		}
	}
	return -1
}

// isToll reports whether e tells whom the violence of f, told just before, cost life or health, in a sentence that sets it apart by no day, place or
// word: "gunmen raided a village … ten people were killed".
func (r *run) isToll(f, e *event.Event) bool {
	t, w := r.in.Trees[e.Trigger.Sentence], e.Trigger.Token
	if e.Type != "ASSAULT" || len(e.Actors) > 0 || !r.isOutcome(t, w) || !t.IsPassive(w) && t.Lemmas[w] != "die" || e.Trigger.Sentence-f.Trigger.Sentence > 1 || !factual(f) || !factual(e) {
		return false
	}
	u, v := r.in.Trees[f.Trigger.Sentence], f.Trigger.Token
	struckOne := func(s event.Side) bool { return isHuman(s.Participant) && !r.isMany(s) }
	others := r.strikesOthers(e)
	if !others && (slices.ContainsFunc(f.Recipients, struckOne) || r.isOutcome(u, v) || u.UPOS[v] == "NOUN" && r.isPlural(f)) {
		return false
	}
	if len(r.times[t.Sentence]) > 0 || e.Place != nil && e.Place != f.Place {
		return false
	}
	for d := range t.Dependents(w) { // "in the same province a soldier was killed"
		if t.Is(d, "obl") && d < w {
			return false
		}
	}
	for d := range t.Len() {
		if l := t.Lower(d); r.same.again[l] || (r.same.new[l] || r.same.others[l]) && !(others && standsIn(t, d, e.Recipients)) {
			return false
		}
	}
	return true
}

// strikesOthers reports whether those whom violence struck are others than those told of just before: "ten were killed. Six others were wounded"; "another
// was killed" may be of another day.
func (r *run) strikesOthers(e *event.Event) bool {
	t, w := r.in.Trees[e.Trigger.Sentence], e.Trigger.Token
	if e.Type != "ASSAULT" || len(e.Actors) > 0 || !t.IsPassive(w) || !r.isOutcome(t, w) {
		return false
	}
	for d := range t.Len() {
		if l := t.Lower(d); (l == "other" || l == "others") && standsIn(t, d, e.Recipients) {
			return true
		}
	}
	return false
}

// standsIn reports whether word d is one of those of sides.
func standsIn(t *syntax.Tree, d int, sides []event.Side) bool {
	return slices.ContainsFunc(sides, func(s event.Side) bool {
		return s.Range.Has(t.Ref(d))
	})
}
