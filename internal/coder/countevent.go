package coder

import (
	"slices"

	"example.org/demarche/internal/event"
	"example.org/demarche/internal/syntax"
)

// eventOf returns the event that a word of harm belongs to: the one that it tells itself, or the violence that it is the
// outcome of; nil if there is none in its sentence.
func (c *counter) eventOf(w int) *event.Event {
	if e := c.eventAt(w); e != nil {
		return e
	}
	t := c.t
	for h := w; ; h = t.Head(h) { // up through "left 12 dead", "12 dead and 30 wounded"
		if e := c.cause(h); e != nil {
			return e
		}
		if t.Head(h) == syntax.NoHead || t.Is(h, "ccomp", "acl:relcl") || isGoverned(t, h) {
			break
		}
		if e := c.violent(t.Head(h)); e != nil {
			return e
		}
	}
	return nil
}

// isSetApart reports whether the sentence tells of a happening of its own: it has an event, a time or a place, or says that what it
// tells is something else.
func (c *counter) isSetApart() bool {
	s := c.t.Sentence
	if len(c.times[s]) > 0 || slices.ContainsFunc(c.events, func(e *event.Event) bool { return e != nil }) {
		return true
	}
	for w := range c.t.Len() {
		if l := c.t.Lower(w); c.place[s][w] != nil || c.same.new[l] || c.same.again[l] {
			return true
		}
	}
	return false
}

// isGoverned reports whether the clause or noun at word h is told as a cause or a circumstance of what stands above it, and so
// no outcome of that: "marched because two had died".
func isGoverned(t *syntax.Tree, h int) bool {
	m := t.Dependent(h, "mark")
	return t.Is(h, "advcl") && m >= 0 && t.Lemmas[m] != "with"
}

// eventAt returns the event whose trigger or predicate is word w, or nil.
func (c *counter) eventAt(w int) *event.Event {
	for i, e := range c.events {
		if e != nil && (c.cands[i].Trigger == w || c.cands[i].Predicate == w) {
			return e
		}
	}
	return nil
}

// violent returns the event at word w if it may have dead and wounded.
func (c *counter) violent(w int) *event.Event {
	if e := c.eventAt(w); e != nil && (e.Type == "ASSAULT" || e.Type == "PROTEST") {
		return e
	}
	return nil
}

// cause returns the violence that is subject of word h, or its circumstance: "the bombing left", "died in the attack", "when gunmen
// opened fire", or that the clause of h describes.
func (c *counter) cause(h int) *event.Event {
	t := c.t
	if s := t.Subject(h); s >= 0 {
		if e := c.violent(c.antecedent(s)); e != nil {
			return e
		}
	}
	for d := range t.Dependents(h) {
		if !t.Is(d, "obl", "nmod", "advcl", "obj") {
			continue
		}
		if e := c.violent(d); e != nil {
			return e
		}
	}
	return nil
}

// lastViolence returns the violence told last before this sentence, not more than two sentences ago; nil if there is none.
func (c *counter) lastViolence() *event.Event {
	for i := len(c.out.Events) - 1; i >= 0; i-- {
		e := c.out.Events[i]
		if e.Trigger.Sentence < c.t.Sentence-2 {
			return nil
		}
		if e.Type == "ASSAULT" && factual(e) && len(e.Actors)+len(e.Recipients) > 0 {
			return e
		}
	}
	return nil
}
