package coder

import (
	"slices"
	"strings"

	"example.org/demarche/internal/event"
	"example.org/demarche/internal/syntax"
)

// isAnswered reports whether verb h denies what noun w, a word of speech, says, or what it asks for: "denied accusations", "denied a request", "blocked
// a request".
func isAnswered(t *syntax.Tree, w, h int, request bool) bool {
	switch t.Lemmas[h] {
	case "deny", "dispute", "refute", "rebut", "debunk":
		return !hasAny(t, w)
	case "block", "refuse", "thwart", "rebuff":
		return t.UPOS[w] == "NOUN" && request && !hasAny(t, w)
	}
	return false
}

// isBeside reports whether word h, which says s of what stands in a slot, leaves a deed there that is known already as it is: "kept from the trial", "a
// source close to the inquiry", "helped the king in his fight".
func (f *statusFinder) isBeside(slot string, s event.Status, h int) bool {
	switch slot {
	case "from":
		return s == event.DeniedDeed
	case "to":
		return slices.Contains([]string{"close", "near", "opposition", "objection"}, f.t.Lemmas[h])
	case "for":
		return slices.Contains([]string{"support", "backing", "enthusiasm", "approval"}, f.t.Lemmas[h])
	case "over":
		return true
	case "against":
		return f.t.Lemmas[h] == "speak" || f.t.Lemmas[h] == "argue" || f.t.Lemmas[h] == "campaign"
	case "on", "about":
		return f.kind == "ASSAULT" && f.t.Lemmas[h] != "depend" && f.t.Lemmas[h] != "hinge" || f.t.Lemmas[h] == "think" || f.t.Lemmas[h] == "speak" || f.t.Lemmas[h] == "talk"
	case "of":
		return strings.HasPrefix(f.t.Lemmas[h], "favo") || f.t.Lemmas[h] == "importance" || f.t.Lemmas[h] == "significance" || f.t.Lemmas[h] == "think" || f.t.Lemmas[h] == "speak" || f.t.Lemmas[h] == "talk"
	case "object":
		switch f.t.Lemmas[h] {
		case "win", "lose", "support", "favor", "favour", "oppose", "advocate": // "would win its fight"
			return true
		case "let", "allow", "permit": // "did not let the killing stop him"
			return f.t.Dependent(h, "xcomp", "ccomp") >= 0
		}
	case "in":
		switch f.t.Lemmas[h] {
		case "help", "assist", "aid", "support", "back":
			return f.t.UPOS[h] == "VERB"
		}
	}
	return false
}

// isAlleged reports whether a noun is only said to be what it is: "the alleged victim".
func (f *statusFinder) isAlleged(n int) bool {
	for d := range f.t.Dependents(n) {
		if f.t.Is(d, "amod") && f.embeddings.of(f.t, d, "modifier") == event.Hypothetical {
			return true
		}
	}
	return false
}

// unsure is what a word before noun h says of what it reports: "unconfirmed reports of", "false reports that".
func (f *statusFinder) unsure(h int) event.Status {
	for d := range f.t.Dependents(h) {
		if f.t.Is(d, "amod") && f.embeddings.has(f.t, d, "report") {
			return f.embeddings.of(f.t, d, "report")
		}
	}
	return ""
}

// exists reports whether a noun tells of something that is there to be refused: words spoken, or what is known already.
func (f *statusFinder) exists(w int) bool {
	if f.isWords() {
		return true
	}
	switch f.kind {
	case "RETREAT", "COOPERATE", "AID":
		return false // "rejected the extradition": it was only asked for
	}
	d := f.t.Dependent(w, "det", "nmod:poss")
	return d >= 0 && f.t.Lemmas[d] != "a" && f.t.Lemmas[d] != "any" && f.t.Lemmas[d] != "no"
}

// isDescribed reports whether verb h says of its object what it is: "considered the attack a crime", "saw the attack as a crime".
func isDescribed(t *syntax.Tree, h int) bool {
	switch t.Lemmas[h] {
	case "see", "view", "regard", "treat", "portray", "cast", "hail", "present", "perceive", "interpret":
		for d := range t.Dependents(h) {
			if t.Is(d, "obl", "advcl", "xcomp") && d > h && (t.Case(d) == "as" || hasMark(t, d, "as")) {
				return true
			}
		}
	}
	x := t.Dependent(h, "xcomp")
	return x >= 0 && (t.UPOS[x] == "ADJ" || t.UPOS[x] == "NOUN") && t.Dependent(x, "mark", "case", "cop") < 0
}
