package coder

import "example.org/demarche/internal/syntax"

// negation is the word that denies the deed at word w, -1 if none does. A negation that reaches only a part of the clause denies no
// deed: "arrested not the mayor but his deputy", "did not leave until Friday".
func (f *statusFinder) negation(w int) int {
	t := f.t
	n := t.Negation(w)
	if n < 0 {
		n = nobody(t, w)
	}
	if n < 0 || isPast(t, w) && isUntil(t, w) {
		return -1
	}
	if d := t.Head(n); d != syntax.NoHead && d != w && t.Lower(n) == "not" && hasContrast(t, d) {
		return -1
	}
	return n
}

// nobody is the word that says that there is no one to whom, with whom or for whom verb w is done; -1 for none.
func nobody(t *syntax.Tree, w int) int {
	for d := range t.Dependents(w) {
		if !t.Is(d, "obl") || d < w {
			continue
		}
		if n := t.Dependent(d, "det"); t.Lemmas[d] == "nobody" || t.Lemmas[d] == "one" && n >= 0 && t.Lemmas[n] == "no" {
			return d
		}
	}
	return -1
}

// isUntil reports whether word w is told up to a time: "did not leave until Friday".
func isUntil(t *syntax.Tree, w int) bool {
	for d := range t.Dependents(w) {
		if m := t.Dependent(d, "case", "mark"); m >= 0 && t.Is(d, "obl", "advcl") && d > w && (t.Lemmas[m] == "until" || t.Lemmas[m] == "till") {
			return true
		}
	}
	return false
}

// hasContrast reports whether noun w has a "but" after it: "the mayor but his deputy".
func hasContrast(t *syntax.Tree, w int) bool {
	for d := range t.Dependents(w) {
		if c := t.Dependent(d, "cc"); t.Is(d, "conj") && c >= 0 && t.Lemmas[c] == "but" {
			return true
		}
	}
	return false
}

// modifiesNumber reports whether adverb d stands before a number or a quantity rather than its verb: "killed nearly two hundred".
func modifiesNumber(t *syntax.Tree, d int) bool {
	return d+1 < t.Len() && t.Is(d, "advmod") && (t.UPOS[d+1] == "NUM" || t.Head(d) < d)
}
