package coder

import (
	"strings"

	"example.org/demarche/internal/syntax"
)

// isCondition reports whether the clause headed by w states a condition.
func isCondition(t *syntax.Tree, w int) bool {
	for d := range t.Dependents(w) {
		if !t.Is(d, "mark", "advmod") {
			continue
		}
		switch t.Lemmas[d] {
		case "if", "unless", "provided", "providing", "lest":
			return true
		case "as", "so":
			for x := range t.Dependents(d) {
				if t.Lemmas[x] == "long" {
					return true
				}
			}
		case "in":
			for x := range t.Dependents(d) {
				if t.Lemmas[x] == "case" {
					return true
				}
			}
		}
	}
	return false
}

// isPast reports whether predicate w is in the past or the perfect.
func isPast(t *syntax.Tree, w int) bool {
	if t.Feat(w, "Tense") == "Past" && t.Feat(w, "VerbForm") == "Fin" {
		return true
	}
	for _, a := range t.Auxiliaries(w) {
		if l := t.Lemmas[a]; l == "have" || t.Feat(a, "Tense") == "Past" {
			return true
		}
	}
	return false
}

// isProgressive reports whether predicate w is going on: "is bombing", "has been shelling"; not in the past.
func isProgressive(t *syntax.Tree, w int) bool {
	if t.XPOS[w] != "VBG" {
		return false
	}
	for _, a := range t.Auxiliaries(w) {
		if f := t.Lower(a); f == "is" || f == "are" || f == "am" || f == "been" || strings.HasSuffix(f, "’s") || strings.HasSuffix(f, "'s") || strings.HasSuffix(f, "re") {
			return true
		}
	}
	return false
}

// isUnderWay reports whether noun w is said to be going on: "is on a visit", "are in talks", "are at war".
func isUnderWay(t *syntax.Tree, w int) bool {
	c := t.Dependent(w, "cop")
	if c < 0 || t.Feat(c, "Tense") != "Pres" {
		return false
	}
	switch t.Case(w) {
	case "on", "in", "at", "under":
		return true
	}
	return false
}

// endsInQuestion reports whether a sentence closes with a question mark.
func endsInQuestion(t *syntax.Tree) bool {
	for i := t.Len() - 1; i >= 0 && t.UPOS[i] == "PUNCT"; i-- {
		if t.Form(i) == "?" {
			return true
		}
	}
	return false
}
