package coder

import (
	"fmt"

	"example.org/demarche/internal/event"
	"example.org/demarche/internal/syntax"
)

// stepNominal deals with a noun of event below a verb or another noun: "called for talks", "threat of war".
func (f *statusFinder) stepNominal(w, h int) bool {
	t := f.t
	if f.light[h] {
		return true
	}
	slot := nominalSlot(t, w, h)
	s := f.embeddings.of(t, h, slot)
	switch {
	case s == fact:
		return false
	case s == same:
		return true
	case s == refused && f.exists(w):
		return false // "rejected the criticism": it was voiced
	case s == refused:
		f.add(event.DeniedDeed, "%s of %q", slotWords(slot), t.Form(h))
		return true
	case s != "":
		f.add(s, "%s of %q", slotWords(slot), t.Form(h))
		return true
	case t.Is(w, "nmod") && (slot == "of" || slot == "in") && isQuantity(t.Lemmas[h]):
		return true
	case t.UPOS[w] == "VERB":
		return t.Is(w, "obl", "nmod")
	}
	return false
}

// exists reports whether a noun tells of something that is there to be refused: words spoken, or what is known already.
func (f *statusFinder) exists(w int) bool {
	switch f.kind {
	case "REQUEST", "ACCUSE", "REJECT", "THREATEN", "AGREE":
		return true
	}
	d := f.t.Dependent(w, "det", "nmod:poss")
	return d >= 0 && f.t.Lemmas[d] != "a" && f.t.Lemmas[d] != "any" && f.t.Lemmas[d] != "no"
}

// nominalSlot names the place of noun w below h as embedding.txt does.
func nominalSlot(t *syntax.Tree, w, h int) string {
	switch {
	case t.Is(w, "obj"), t.Is(w, "nsubj:pass"), t.Is(w, "nsubj") && t.IsPassive(h):
		return "object"
	case t.Is(w, "nsubj"):
		return "subject"
	case t.Is(w, "compound"):
		return "of" // "the peace talks plan" is a plan of talks
	}
	return t.Case(w)
}

func slotWords(slot string) string {
	switch slot {
	case "object", "subject":
		return slot
	}
	return fmt.Sprintf("after %q", slot)
}

// isQuantity reports whether a noun counts or gathers what its "of" names: "a series of attacks".
func isQuantity(lemma string) bool {
	switch lemma {
	case "series", "round", "wave", "number", "spate", "string", "campaign", "day", "week", "hour", "month", "kind", "type",
		"act", "form", "part", "start", "beginning", "end", "resumption", "continuation", "dozen", "hundred", "set", "course",
		"increase", "rise", "surge", "upsurge", "escalation":
		return true
	}
	return false
}
