package coder

import (
	"example.org/demarche/internal/event"
	"example.org/demarche/internal/syntax"
)

// ofSameThing reports whether verb f, in the words of a headline, and verb e tell of one thing, or of as many of one kind, to which it is done, and nothing
// is known against its being by one doer: "Police arrest woman … A woman was arrested on Monday".
func (r *run) ofSameThing(f, e *event.Event) bool {
	t, u := r.in.Trees[f.Trigger.Sentence], r.in.Trees[e.Trigger.Sentence]
	a, b := affected(t, f.Trigger.Token), affected(u, e.Trigger.Token)
	if a < 0 || b < 0 || t.Dependent(a, "det", "nmod:poss") >= 0 || clash(f.Actors, e.Actors) {
		return false
	}
	return t.Lemmas[a] == u.Lemmas[b] && t.Feat(a, "Number") == u.Feat(b, "Number") && number(t, a) == number(u, b)
}

// affected is the word for what the deed of a verb is done to, -1 for none.
func affected(t *syntax.Tree, verb int) int {
	return t.Dependent(verb, "obj", "nsubj:pass")
}

// number is the numeral beside noun w, in lower case.
func number(t *syntax.Tree, w int) string {
	if n := t.Dependent(w, "nummod"); n >= 0 {
		return t.Lower(n)
	}
	return ""
}
