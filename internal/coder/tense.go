package coder

import (
	"slices"
	"strings"

	"example.org/demarche/internal/syntax"
)

// isCondition reports whether the clause headed by w states a condition.
func (f *statusFinder) isCondition(w int) bool {
	return conditionWord(f.t, w) != "" && !f.isWhether(w) && !isComparison(f.t, w)
}

// conditionWord is the word by which the clause headed by w states a condition, "" if it states none: "if", "provided that", "as long
// as", the auxiliary of "should they leave" and "had they left".
func conditionWord(t *syntax.Tree, w int) string {
	for d := range t.Dependents(w) {
		if !t.Is(d, "mark", "advmod") {
			continue
		}
		switch t.Lower(d) {
		case "if", "unless", "provided", "providing", "lest", "supposing":
			return t.Form(d)
		case "as", "so", "in":
			for x := range t.Dependents(d) {
				if l := t.Lemmas[x]; l == "long" || l == "case" {
					return t.Form(d)
				}
			}
		}
	}
	if h := t.Head(w); h != syntax.NoHead && t.Is(w, "advcl") && isAsLongAs(t, h) {
		return "as long as"
	}
	return invertedAuxiliary(t, w)
}

// isAsLongAs reports whether word d is the "long" of "as long as" with a clause.
func isAsLongAs(t *syntax.Tree, d int) bool {
	if t.Lemmas[d] != "long" || t.Dependent(d, "advcl") < 0 {
		return false
	}
	a := t.Dependent(d, "advmod")
	return a >= 0 && (t.Lemmas[a] == "as" || t.Lemmas[a] == "so")
}

// invertedAuxiliary is the auxiliary with which an adverbial clause begins, before its subject: "should they leave".
func invertedAuxiliary(t *syntax.Tree, w int) string {
	a, s := t.Dependent(w, "aux", "cop"), t.Dependent(w, "nsubj")
	if a < 0 || s < a || !t.Is(w, "advcl") || t.Dependent(w, "mark") >= 0 || endsInQuestion(t) {
		return ""
	}
	switch t.Lower(a) {
	case "should", "had", "were":
		return t.Form(a)
	}
	return ""
}

// opening is where the sentence begins with a condition that only its word order shows ("were they to leave, we would stay"): the verb of the
// condition; -1 if it does not.
func opening(t *syntax.Tree) int {
	first := 0
	for first < t.Len() && t.UPOS[first] == "PUNCT" {
		first++
	}
	if first == t.Len() || !slices.Contains([]string{"should", "had", "were"}, t.Lower(first)) || endsInQuestion(t) {
		return -1
	}
	for w := first + 1; w < t.Len() && t.Form(w) != ","; w++ {
		if t.UPOS[w] == "VERB" {
			return w
		}
	}
	return -1
}

// isWhether reports whether the "if" of clause w asks rather than sets a condition: it stands right after a word that takes
// "whether".
func (f *statusFinder) isWhether(w int) bool {
	t, h := f.t, f.t.Head(w)
	m := t.Dependent(w, "mark")
	return m >= 0 && t.Lower(m) == "if" && h != syntax.NoHead && m > h && !hasBetween(t, h, m, "obj", "obl", "advcl", "xcomp", "ccomp") && f.embeddings.has(t, h, "whether")
}

// isComparison reports whether clause w begins with "as if" or "as though".
func isComparison(t *syntax.Tree, w int) bool {
	for d := range t.Dependents(w) {
		if !t.Is(d, "mark") || d+1 == t.Len() {
			continue
		}
		if l := t.Lower(d); d > 0 && t.Lower(d-1) == "as" && (l == "if" || l == "though") || l == "as" && (t.Lower(d+1) == "if" || t.Lower(d+1) == "though") {
			return true
		}
	}
	return false
}

// modal is the lemma of a modal auxiliary, "" if a is none.
func modal(t *syntax.Tree, a int) string {
	switch l := strings.ToLower(t.Lemmas[a]); l {
	case "will", "'ll", "’ll", "wo":
		return "will"
	case "shall", "can", "could", "may", "might", "should", "must", "ought":
		return l
	case "ca":
		return "can"
	case "would", "'d", "’d":
		if t.XPOS[a] == "MD" {
			return "would"
		}
	}
	return ""
}

// isFuture reports whether verb w is still to come: "will leave", "is going to leave", "is to leave", "leave!".
func isFuture(t *syntax.Tree, w int) bool {
	return isUncertain(t, w) || isGoingTo(t, w) || isImperative(t, w) || isToBe(t, w)
}

// isGoingTo reports whether word w is the "going" of "is going to leave".
func isGoingTo(t *syntax.Tree, w int) bool {
	x := t.Dependent(w, "xcomp")
	return t.Lower(w) == "going" && x >= 0 && isInfinitive(t, x)
}

// isImperative reports whether verb w tells somebody to do it, also as the second of two, and as what is quoted: "go and see", chanted "free the monks".
func isImperative(t *syntax.Tree, w int) bool {
	for d := range t.Dependents(w) {
		if t.Is(d, "nsubj") || t.Is(d, "aux") && (t.Lemmas[d] != "do" || t.XPOS[w] != "VB") {
			return false
		}
	}
	return t.Feat(w, "Mood") == "Imp" || t.XPOS[w] == "VB" && t.Is(w, "ccomp") && w > 0 && t.XPOS[w-1] == "``" || t.XPOS[w] == "VB" && t.Is(w, "conj") && t.Head(w) >= 0 && t.Feat(t.Head(w), "Mood") == "Imp" && !isInfinitive(t, w)
}

// isBareAfterBe reports whether verb w is a bare form that a subject is said to be: "all they do is complain".
func isBareAfterBe(t *syntax.Tree, w int) bool {
	return t.XPOS[w] == "VB" && !hasMark(t, w, "to") && t.Dependent(w, "aux") < 0 && t.Dependent(w, "cop") >= 0
}

// isUncertain reports whether verb w has a modal: "will attack", "could attack".
func isUncertain(t *syntax.Tree, w int) bool {
	return slices.ContainsFunc(t.Auxiliaries(w), func(a int) bool { return modal(t, a) != "" })
}

// isReal reports whether predicate w is told without a modal.
func isReal(t *syntax.Tree, w int) bool {
	return !isUncertain(t, w) && !isInfinitive(t, w) && t.XPOS[w] != "VB" || isDid(t, w)
}

// isDid reports whether verb w is a bare form after "do": "why did they leave".
func isDid(t *syntax.Tree, w int) bool {
	return slices.ContainsFunc(t.Auxiliaries(w), func(a int) bool { return t.Lemmas[a] == "do" })
}

// isPerception reports whether verb w is one of perceiving, which "can" does not make less real: "could hear shots".
func isPerception(t *syntax.Tree, w int) bool {
	switch t.Lemmas[w] {
	case "see", "hear", "feel", "smell":
		return !hasPerfect(t, w) && (t.XPOS[w] == "VB" || t.XPOS[w] == "VBN" && t.IsPassive(w))
	}
	return false
}

// isPolite reports whether "would" at verb w only softens a wish: "would like to".
func isPolite(t *syntax.Tree, w int) bool {
	switch t.Lemmas[w] {
	case "like", "love", "prefer", "wish":
		return t.Dependent(w, "xcomp", "obj") >= 0
	}
	return false
}

// isToBe reports whether infinitive w is what somebody is to do: "is to leave", "are to be deported".
func isToBe(t *syntax.Tree, w int) bool {
	to := -1
	for d := range t.Dependents(w) {
		if t.Is(d, "mark") && t.Lemmas[d] == "to" {
			to = d
		}
	}
	for d := range t.Dependents(w) {
		if d < to && t.Is(d, "aux", "cop") && t.Lemmas[d] == "be" && t.UPOS[w] == "VERB" {
			return true
		}
	}
	return false
}

// hasPerfect reports whether verb w is a perfect infinitive: "to have met".
func hasPerfect(t *syntax.Tree, w int) bool {
	for d := range t.Dependents(w) {
		if t.Is(d, "aux") && t.Lower(d) == "have" {
			return true
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

// isPresent reports whether verb w is in the simple present: "leaves".
func isPresent(t *syntax.Tree, w int) bool {
	return t.Feat(w, "Tense") == "Pres" && t.Feat(w, "VerbForm") == "Fin" && t.Dependent(w, "aux") < 0
}

// isPastTense reports whether predicate w is in the past, rather than in the perfect of the present: "until they left".
func isPastTense(t *syntax.Tree, w int) bool {
	return isPast(t, w) && !slices.ContainsFunc(t.Auxiliaries(w), func(a int) bool { return t.Feat(a, "Tense") == "Pres" })
}

// isProgressive reports whether predicate w is going on: "is bombing", "is being bombed", "has been shelling"; not in the past.
func isProgressive(t *syntax.Tree, w int) bool {
	aux := t.Auxiliaries(w)
	being := slices.ContainsFunc(aux, func(a int) bool { return t.Lower(a) == "being" })
	if being && len(aux) == 1 && t.Is(w, "acl:") { // "monks being held by the junta"
		return true
	}
	if t.XPOS[w] != "VBG" && !being || slices.ContainsFunc(aux, func(a int) bool { return t.Lower(a) == "had" || t.Lower(a) == "was" || t.Lower(a) == "were" }) {
		return false
	}
	for _, a := range aux {
		if f := t.Lower(a); f == "is" || f == "are" || f == "am" || f == "been" || strings.HasSuffix(f, "’s") || strings.HasSuffix(f, "'s") || strings.HasSuffix(f, "re") {
			return true
		}
	}
	return false
}

// isHabit reports whether verb w tells in the present what is done again and again: "arrest migrants every week".
func isHabit(t *syntax.Tree, w int) bool {
	if !isPresent(t, w) {
		return false
	}
	for d := range t.Dependents(w) {
		switch t.Lemmas[d] {
		case "often", "usually", "regularly", "routinely", "always", "frequently", "constantly", "continually", "sometimes", "habitually", "periodically", "occasionally":
			return true
		case "daily", "weekly", "monthly", "nightly":
			return t.Is(d, "advmod")
		}
		if e := t.Dependent(d, "det"); t.Is(d, "obl") && e >= 0 && (t.Lemmas[e] == "every" || t.Lemmas[e] == "each") {
			return true
		}
	}
	return false
}

// hasSince reports whether verb w, in the perfect, is told since when: "has occupied the island since 1974".
func hasSince(t *syntax.Tree, w int) bool {
	if !slices.ContainsFunc(t.Auxiliaries(w), func(a int) bool { return t.Lemmas[a] == "have" && t.Feat(a, "Tense") == "Pres" }) {
		return false
	}
	if h := t.Head(w); h >= 0 && t.Is(w, "acl:relcl") && t.Lemmas[h] == "time" {
		return false // "the first time he has held talks since he arrived"
	}
	for d := range t.Dependents(w) {
		if m := t.Dependent(d, "case", "mark"); m >= 0 && t.Is(d, "obl", "advcl") && (t.Lemmas[m] == "since" || t.Lemmas[m] == "for" && isSpan(t, d)) {
			return true
		}
	}
	return false
}

// isSpan reports whether noun w measures time: "for nine days".
func isSpan(t *syntax.Tree, w int) bool {
	switch t.Lemmas[w] {
	case "minute", "hour", "day", "week", "month", "year", "decade", "century", "generation":
		return true
	}
	return false
}

// isUnderWay reports whether noun w is said to be going on: "is on a visit", "are in talks", "has been under pressure".
func isUnderWay(t *syntax.Tree, w int) bool {
	c := t.Dependent(w, "cop")
	if c < 0 || t.Feat(c, "Tense") != "Pres" && !(t.Lower(c) == "been" && isPresentPerfect(t, w)) {
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
