package coder

import (
	"slices"
	"strings"

	"example.org/demarche/internal/event"
	"example.org/demarche/internal/syntax"
)

// lasts says why a deed that nothing makes less than real goes on, "" if it does not: by the aspect of its predicate, or of a word above that it
// is done with ("is facing charges", "are in Cairo holding talks").
func (f *statusFinder) lasts(predicate int) string {
	t := f.t
	for _, w := range f.bearers(predicate) {
		switch {
		case isProgressive(t, w) || isUnderWay(t, w):
			return "told as going on"
		case isHabit(t, w):
			return "told as a habit"
		case hasSince(t, w) && f.embeddings.has(t, w, "lasting") && !isCounted(t, w):
			return "told as lasting since"
		case isPresent(t, w) && t.Dependent(w, "xcomp") < 0 && f.embeddings.has(t, w, "present"):
			return "told as lasting"
		case isStill(t, w):
			return "told as lasting by \"still\""
		case isPresent(t, w) && isMeanwhile(t, w):
			return "told as going on meanwhile"
		case isPresentPassive(t, w) && f.embeddings.has(t, w, "lasting"), w != predicate && f.isState(w):
			return "told as a state"
		}
	}
	if h := t.Head(predicate); h != syntax.NoHead && t.Is(predicate, "acl:") && t.XPOS[predicate] == "VBG" && isUnderWay(t, h) {
		return "told as going on" // "is in Cairo holding talks"
	}
	if t.XPOS[predicate] == "VBG" && hasMark(t, predicate, "by") && f.embeddings.has(t, predicate, "present") && tellsPresent(t, finiteAbove(t, predicate)) {
		return "told as lasting" // "breaks its word by harbouring him"
	}
	if f.isState(predicate) || f.isStateNoun(f.path[0]) {
		return "told as a state"
	}
	return ""
}

// bearers are the predicate of a deed and the words above it that it was found to be as firm as, along complements and participles.
func (f *statusFinder) bearers(predicate int) []int {
	t, all := f.t, []int{predicate}
	for w := predicate; ; {
		h := t.Head(w)
		if h == syntax.NoHead || !slices.Contains(f.path, h) || slices.Contains(f.given, w) {
			return all
		}
		nominal := t.Is(w, "obj", "obl", "nmod", "nsubj", "xcomp")
		participle := t.Is(w, "advcl") && t.XPOS[w] == "VBG" && t.Dependent(w, "mark", "aux") < 0
		protest := t.Is(w, "advcl") && t.Lemmas[w] == "protest" && isInfinitive(t, w) // "are marching to protest"
		if !nominal && !participle && !protest {
			return all
		}
		all, w = append(all, h), h
	}
}

// isState reports whether verb w tells in a participle or a passive perfect of a state rather than a change: "monks held by the junta", "have been held
// without trial", "a group seeking their release". Those who were let go are no longer held.
func (f *statusFinder) isState(w int) bool {
	t := f.t
	if f.kind == "CONSULT" || f.kind == "PROTEST" || t.UPOS[w] != "VERB" {
		return false
	}
	state := f.embeddings.has(t, w, "state")
	if p := t.FirstConjunct(w); t.Is(p, "acl:") && isParticiple(t, w) {
		return (state || t.XPOS[w] == "VBG" && f.embeddings.has(t, w, "doing")) && !isLetGo(t, t.Head(p))
	}
	return state && t.IsPassive(w) && isPresentPerfect(t, w)
}

// isLetGo reports whether noun w is what a verb in the past lets go: "freed the monks", "the monks escaped".
func isLetGo(t *syntax.Tree, w int) bool {
	h := t.Head(w)
	if h == syntax.NoHead || !isPast(t, h) {
		return false
	}
	switch t.Lemmas[h] {
	case "free", "release", "rescue", "liberate", "recover", "escape", "flee", "return", "ransom", "swap", "deport", "kill", "die":
		return true
	}
	return false
}

// isStateNoun reports whether noun w tells of something that goes on for long, in a clause of the present: "a year-long insurgency", "the insurgency has
// emptied the valley".
func (f *statusFinder) isStateNoun(w int) bool {
	t := f.t
	if t.UPOS[w] != "NOUN" || slices.Contains(f.given, w) || !f.embeddings.has(t, w, "state") && !hasLasted(t, w) {
		return false
	}
	h := t.Head(w)
	if h == syntax.NoHead {
		return tellsPresent(t, w)
	}
	c := t.Clause(h)
	for t.Is(c, "acl:") && t.XPOS[c] == "VBG" && t.Head(c) != syntax.NoHead { // "is among states joining the campaign"
		c = t.Clause(t.Head(c))
	}
	return tellsPresent(t, c)
}

// isCounted reports whether the subject of passive w is a number of people, who it befell one after the other: "forty have been detained since Monday".
func isCounted(t *syntax.Tree, w int) bool {
	s := t.Subject(w)
	return t.IsPassive(w) && s >= 0 && t.Dependent(s, "nummod") >= 0
}

// finiteAbove is the nearest finite predicate above word w, or the root.
func finiteAbove(t *syntax.Tree, w int) int {
	for h := t.Head(w); h != syntax.NoHead; w, h = h, t.Head(h) {
		if t.Feat(h, "VerbForm") == "Fin" || t.Dependent(h, "cop") >= 0 || t.Dependent(h, "aux") >= 0 && !isInfinitive(t, h) {
			return h
		}
	}
	return w
}

// tellsPresent reports whether predicate w is in the present or its perfect.
func tellsPresent(t *syntax.Tree, w int) bool {
	if isPresent(t, w) {
		return true
	}
	for d := range t.Dependents(w) {
		if t.Is(d, "aux", "cop") && t.Feat(d, "Tense") == "Pres" {
			return true
		}
	}
	return false
}

// isPresentPerfect reports whether verb w is in the perfect of the present: "have been held".
func isPresentPerfect(t *syntax.Tree, w int) bool {
	return slices.ContainsFunc(t.Auxiliaries(w), func(a int) bool { return t.Lemmas[a] == "have" && t.Feat(a, "Tense") == "Pres" })
}

// isPresentPassive reports whether verb w is in the passive of the present: "is held", "are oppressed".
func isPresentPassive(t *syntax.Tree, w int) bool {
	return t.IsPassive(w) && slices.ContainsFunc(t.Auxiliaries(w), func(a int) bool { return t.Lemmas[a] == "be" && t.Feat(a, "Tense") == "Pres" }) &&
		!isUncertain(t, w)
}

// isStill reports whether predicate w is told in the present to be so still: "still oppose", "is still held".
func isStill(t *syntax.Tree, w int) bool {
	for d := range t.Dependents(w) {
		if t.Is(d, "advmod") && t.Lower(d) == "still" {
			return isPresent(t, w) || isPresentPassive(t, w) || isCopular(t, w)
		}
	}
	return false
}

// isCopular reports whether word w is said of somebody in the present: "are hostile".
func isCopular(t *syntax.Tree, w int) bool {
	c := t.Dependent(w, "cop")
	return c >= 0 && t.Feat(c, "Tense") == "Pres"
}

// isMeanwhile reports whether clause w tells what goes on beside another: "while the envoy negotiates".
func isMeanwhile(t *syntax.Tree, w int) bool {
	m := t.Dependent(w, "mark")
	return m >= 0 && t.Is(w, "advcl") && t.Lower(m) == "while"
}

// hasLasted reports whether noun w tells of something that has gone on for a while: "the week-long siege", "their 18-month talks".
func hasLasted(t *syntax.Tree, w int) bool {
	for d := range t.Dependents(w) {
		l := t.Lower(d)
		if !t.Is(d, "amod", "compound", "nmod") || d > w {
			continue
		}
		if strings.HasSuffix(l, "old") || strings.HasSuffix(l, "long") || isSpanWord(l) || isSpan(t, d) && t.Dependent(d, "nummod") >= 0 {
			return true
		}
	}
	return false
}

// isSpanWord reports whether a word measures time in front of a noun: "18-month", "long-running".
func isSpanWord(w string) bool {
	for _, unit := range []string{"-hour", "-day", "-week", "-month", "-year", "-decade", "-running", "-standing"} {
		if strings.HasSuffix(w, unit) {
			return true
		}
	}
	return false
}

// isBegunBefore reports whether the beginning told by verb h lies, in a clause of time, before what the clause above tells: "fired back after the rebels
// began shooting". What began then was done.
func isBegunBefore(t *syntax.Tree, h int) bool {
	m := t.Dependent(h, "mark")
	return t.Is(h, "advcl") && m >= 0 && isPastTense(t, h) && (isTemporal(t.Lemmas[m]) || t.Lemmas[m] == "before" || t.Lemmas[m] == "until")
}

// wasCut is what the verb "stop" says of its object w: one that was to come did not, others went on until then.
func wasCut(t *syntax.Tree, w int) event.Status {
	if t.XPOS[w] == "NN" && !isGiven(t, w) && !hasLasted(t, w) {
		return event.DeniedDeed
	}
	return ended
}
