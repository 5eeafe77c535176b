package coder

import (
	"slices"

	"example.org/demarche/internal/event"
	"example.org/demarche/internal/syntax"
)

// linkWithin makes one happening of two words of one clause that tell one deed: the verb of coming together and the noun of its occasion ("gathered for a summit",
// "arrived for a visit"), a form of protest and its purpose ("blocked the road to protest the ruling"), a fight and what it cost ("fought a war that killed
// thousands", "fired air strikes"), a charge and what it says ("the indictment accuses him"). The later word points at the earlier.
func (r *run) linkWithin(t *syntax.Tree, events []*event.Event) {
	at := make(map[int]*event.Event, len(events))
	for _, e := range events {
		if e != nil && at[e.Trigger.Token] == nil {
			at[e.Trigger.Token] = e
		}
	}
	for _, e := range events {
		if e == nil || e.SameAs != nil {
			continue
		}
		f := at[sameDeed(t, e)]
		if f == nil || f == e || f.Type != e.Type || first(f) == e || f.Trigger.Token > e.Trigger.Token {
			continue
		}
		if e.Type == "ASSAULT" || e.Type == "ACCUSE" { // the dead of a fight are others than the foe; a charge need not say against whom
			if realis(f) != realis(e) || e.Type == "ACCUSE" && disagree(f.Recipients, e.Recipients) {
				continue
			}
		} else if disagree(f.Recipients, e.Recipients) || agree(f.Actors, e.Actors) == 0 {
			continue
		}
		e.SameAs = first(f)
	}
}

// sameDeed returns the word that may tell the same deed as an event's word, beside it in the tree; -1 for none.
func sameDeed(t *syntax.Tree, e *event.Event) int {
	w := e.Trigger.Token
	h := t.Head(w)
	if h < 0 && e.Type != "ACCUSE" {
		return -1
	}
	switch e.Type {
	case "CONSULT":
		if t.Is(w, "obl", "nmod") && t.Case(w) == "for" && t.UPOS[w] == "NOUN" {
			if t.UPOS[h] != "VERB" { // "in Malta for a summit"
				h = t.Head(h)
			}
			return h
		}
	case "PROTEST":
		if t.Is(w, "advcl", "xcomp", "ccomp") && t.Lemmas[w] == "protest" && isInfinitive(t, w) {
			return h
		}
	case "ACCUSE":
		if n := t.Dependent(w, "nsubj"); n >= 0 && t.UPOS[w] == "VERB" && t.UPOS[n] == "NOUN" {
			return n // "the indictment accuses him"
		}
		if t.Is(w, "acl") && t.XPOS[w] == "VBG" {
			return h // "an indictment charging him with fraud"
		}
		if t.Is(w, "acl") && t.Lemmas[w] == "accuse" && t.XPOS[w] == "VBN" { // "an indictment against a couple accused of fraud"
			if g := t.Head(h); g >= 0 && slices.Contains([]string{"indictment", "charge", "indict", "complaint"}, t.Lemmas[g]) {
				return g
			}
		}
	case "ASSAULT":
		if t.Is(w, "obj") || t.Is(w, "acl") && t.Lemmas[w] == "target" { // "a bombing targeting a patrol"
			return h
		}
		if t.Is(w, "acl:relcl") && t.Is(h, "obj") {
			return t.Head(h)
		}
	}
	return -1
}
