package coder

import (
	"slices"
	"strings"

	"example.org/demarche/internal/syntax"
)

// hasComma reports whether a comma parts word w from word h before it.
func hasComma(t *syntax.Tree, w, h int) bool {
	for i := h + 1; i < w; i++ {
		if t.Form(i) == "," && t.Head(i) == w {
			return true
		}
	}
	return false
}

// isComplementing reports whether a preposition before a verb in -ing makes it a part of what the verb above tells: "came round to
// recognising it", "insisted on leaving".
func isComplementing(preposition string) bool {
	switch preposition {
	case "to", "into", "in", "on", "of", "about", "towards", "toward", "at", "through":
		return true
	}
	return false
}

// isSoon reports whether word h is the "soon" of "as soon as", in a clause of what is to come.
func isSoon(t *syntax.Tree, h int) bool {
	return t.Lemmas[h] == "soon" && t.Head(h) != syntax.NoHead && isFuture(t, t.Head(h))
}

// isTemporal reports whether a conjunction says when.
func isTemporal(lemma string) bool {
	switch lemma {
	case "when", "once", "after", "till", "whenever":
		return true
	}
	return false
}

// clauseSlot tells a that-clause, an infinitive and a participle apart: "told the rebels that", "told the rebels to", "kept firing".
func clauseSlot(t *syntax.Tree, w int) string {
	if t.Feat(w, "VerbForm") == "Fin" || t.Is(w, "ccomp") && !isInfinitive(t, w) {
		return "that"
	}
	if hasMark(t, w, "that") {
		return "that"
	}
	if isInfinitive(t, w) || t.XPOS[w] == "VB" {
		return "infinitive"
	}
	return "participle"
}

// isInfinitive reports whether word w is a verb after "to": "to go", "for him to go", "to be taken", "to have gone".
func isInfinitive(t *syntax.Tree, w int) bool {
	if t.XPOS[w] == "VBG" && t.Dependent(w, "aux") < 0 || t.UPOS[w] != "VERB" && t.UPOS[w] != "AUX" && t.Dependent(w, "cop") < 0 {
		return false
	}
	return hasMark(t, w, "to") && !isToBe(t, w)
}

// hasMark reports whether clause w begins with a conjunction.
func hasMark(t *syntax.Tree, w int, lemma string) bool {
	for d := range t.Dependents(w) {
		if t.Is(d, "mark") && t.Lemmas[d] == lemma {
			return true
		}
	}
	return false
}

// isParticiple reports whether verb w has no finite word: "killing two", "seized by rebels".
func isParticiple(t *syntax.Tree, w int) bool {
	return (t.XPOS[w] == "VBG" || t.XPOS[w] == "VBN") && t.Dependent(w, "aux:", "nsubj") < 0
}

// hasBetween reports whether a word that hangs on verb h by one of the relations stands between it and word m.
func hasBetween(t *syntax.Tree, h, m int, rels ...string) bool {
	for d := range t.Dependents(h) {
		if h < d && d < m && t.Is(d, rels...) {
			return true
		}
	}
	return false
}

// asksForCircumstance reports whether clause w asks who, what, when, where, why or how, and so takes the deed as given; not whether.
func asksForCircumstance(t *syntax.Tree, w int) bool {
	for d := range t.Dependents(w) {
		if isQuestionWord(t, d) || t.Is(d, "obl", "obj", "nsubj", "nmod:poss") && hasQuestionWord(t, d) {
			return true
		}
	}
	return false
}

// isRelativeTo reports whether the question word of clause w stands before the word h above it, which it then belongs to: "whom police
// want to arrest".
func isRelativeTo(t *syntax.Tree, w, h int) bool {
	return h < w && t.Subtree(w).Start < h
}

func hasQuestionWord(t *syntax.Tree, w int) bool {
	for d := range t.Dependents(w) {
		if isQuestionWord(t, d) || t.Is(d, "amod", "advmod", "det") && hasQuestionWord(t, d) { // how many rebels
			return true
		}
	}
	return false
}

func isQuestionWord(t *syntax.Tree, w int) bool {
	return strings.HasPrefix(t.XPOS[w], "W") && t.Lemmas[w] != "whether" && t.Lemmas[w] != "that"
}

// isKindOfCase reports whether noun h names what may be again and again: "cases where soldiers are hurt".
func isKindOfCase(t *syntax.Tree, h int) bool {
	switch t.Lemmas[h] {
	case "case", "instance", "situation", "circumstance", "scenario", "event":
		return true
	}
	return false
}

// isInFrontOf reports whether the "before" of noun w speaks of those who listen: "before a meeting of the council", "appear before an inquiry".
func isInFrontOf(t *syntax.Tree, w int) bool {
	if h := t.Head(w); h != syntax.NoHead {
		switch t.Lemmas[h] {
		case "appear", "testify", "speak", "stand", "argue":
			return true
		}
	}
	d := t.Dependent(w, "det")
	if d < 0 || t.Lemmas[d] != "a" {
		return false
	}
	for n := range t.Dependents(w) {
		if t.Is(n, "nmod") && t.Case(n) == "of" {
			return true
		}
	}
	return false
}

// isAgreed reports whether participle w tells what a noun does that a verb in the past has brought about: "signed a pact ending the war".
func isAgreed(t *syntax.Tree, w int) bool {
	n := t.Head(w)
	if n == syntax.NoHead || !t.Is(w, "acl:") || t.XPOS[w] != "VBG" || t.Dependent(w, "mark", "case") >= 0 {
		return false
	}
	v := t.Head(n)
	return v != syntax.NoHead && t.Is(n, "obj") && isPast(t, v)
}

// isAttended reports whether noun w names what somebody is said to be at, which takes place whether he is or not: "was at the summit", "was
// behind the raid".
func isAttended(t *syntax.Tree, w int) bool {
	c := t.Case(w)
	return t.UPOS[w] == "NOUN" && t.Dependent(w, "cop") >= 0 && (c == "at" || c == "behind")
}

// isAsked reports whether verb w, or the first that it is coordinated with, is asked about within a sentence, by word order and a mark: "Did they leave?" she asked.
func isAsked(t *syntax.Tree, w int) bool {
	v := t.FirstConjunct(w)
	a, s := t.Dependent(v, "aux"), t.Dependent(v, "nsubj")
	if a < 0 || s < a || t.Lemmas[a] != "do" || t.UPOS[v] != "VERB" {
		return false
	}
	for d := w; d < t.Len(); d++ {
		if f := t.Form(d); f == "?" || f == "." || f == "!" {
			return f == "?" && !asksForCircumstance(t, v)
		}
	}
	return false
}

// isHeadline reports whether infinitive w stands as a headline's future: "Parliament to condemn the coup".
func isHeadline(t *syntax.Tree, w int) bool {
	if !isInfinitive(t, w) || endsInQuestion(t) {
		return false
	}
	s := t.Dependent(w, "nsubj")
	if t.Is(w, "acl:") && t.Head(w) == t.Root() && t.Head(w) < w && t.Dependent(t.Head(w), "cop", "nsubj") < 0 {
		s = t.Head(w)
	} else if t.Head(w) != syntax.NoHead {
		return false
	}
	return s >= 0 && s < w && (t.UPOS[s] == "PROPN" || t.UPOS[s] == "NOUN")
}

// isWhoever reports whether noun h, which a relative clause describes, stands for whoever there may be: "anyone who marched", "envoys who met them would be
// sent home".
func isWhoever(t *syntax.Tree, h int) bool {
	d, v := t.Dependent(h, "det"), t.Head(h)
	for n := h; v != syntax.NoHead && t.Is(n, "nmod") && t.UPOS[v] == "NOUN"; { // "any candidate of any party"
		n, v = v, t.Head(v)
	}
	anyone := slices.Contains([]string{"anyone", "anybody", "everyone", "everybody", "whoever"}, t.Lemmas[h])
	if v == syntax.NoHead || !isUncertain(t, v) && !(anyone && isPresent(t, v)) {
		return false
	}
	if anyone {
		return true
	}
	return d >= 0 && (t.Lemmas[d] == "any" || t.Lemmas[d] == "every") || d < 0 && t.XPOS[h] == "NNS" && t.Is(h, "nsubj") && t.Dependent(h, "nmod:poss", "nummod", "amod") < 0
}
