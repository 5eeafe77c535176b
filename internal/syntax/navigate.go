package syntax

import (
	"slices"
	"strings"
	"unicode/utf8"

	"example.org/demarche/internal/text"
)

// IsClause reports whether word i heads a clause: the root, a word by csubj, ccomp, xcomp, advcl, acl or parataxis, or a
// predicate coordinated with such a word.
func (t *Tree) IsClause(i int) bool {
	for t.isConjunct(i) {
		if !t.isPredicate(i) {
			return false
		}
		i = t.Head(i)
	}
	return t.Heads[i] == NoHead || t.Is(i, "csubj", "ccomp", "xcomp", "advcl", "acl", "parataxis")
}

// isPredicate reports whether word i is a verb or has a copula or a subject.
func (t *Tree) isPredicate(i int) bool {
	return t.UPOS[i] == "VERB" || t.UPOS[i] == "AUX" || t.Dependent(i, "cop", "nsubj", "csubj") >= 0
}

// Clause returns the head of the least clause that word i belongs to: i itself if it heads one.
func (t *Tree) Clause(i int) int {
	for t.Heads[i] != NoHead && !t.IsClause(i) {
		i = t.Head(i)
	}
	return i
}

// isConjunct reports whether word i is coordinated with the word it hangs on; a root is not, whatever its relation.
func (t *Tree) isConjunct(i int) bool { return t.Heads[i] != NoHead && t.Is(i, "conj") }

// FirstConjunct returns the word that i is coordinated with ("conj"), i itself if with none.
func (t *Tree) FirstConjunct(i int) int {
	for t.isConjunct(i) {
		i = t.Head(i)
	}
	return i
}

// Subject returns the subject of predicate i, or -1. A coordinated predicate without a subject of its own has that of
// the one before it: "rebels" for both verbs of "rebels met and left". Control ("wants to leave") is not followed.
func (t *Tree) Subject(i int) int {
	for {
		if s := t.Dependent(i, "nsubj:", "nsubj:pass", "csubj"); s >= 0 {
			return s
		}
		if s := t.Dependent(i, "nsubj"); s >= 0 {
			return s // nsubj:outer
		}
		if !t.IsJoined(i) {
			return -1
		}
		i = t.Head(i)
	}
}

// IsJoined reports whether word i is coordinated with its head by words: a conjunction at it or at a later conjunct, or
// punctuation between. A parser that lost its way makes conjuncts without either.
func (t *Tree) IsJoined(i int) bool {
	if !t.isConjunct(i) {
		return false
	}
	h := t.Head(i)
	for d := range t.Dependents(h) {
		if t.Is(d, "cc") && d < i || d >= i && t.Is(d, "conj") && t.Dependent(d, "cc") >= 0 {
			return true
		}
	}
	for w := min(h, i) + 1; w < max(h, i); w++ {
		if t.UPOS[w] == "PUNCT" {
			return true
		}
	}
	return false
}

// Auxiliaries returns the auxiliaries and the copula of predicate i. A coordinated predicate without any has those of
// the one before it if both have the same form and it is not finite: "were" for both verbs of "were held and beaten",
// also of "three were killed and five wounded".
func (t *Tree) Auxiliaries(i int) []int {
	for {
		var aux []int
		for d := range t.Dependents(i) {
			if t.Is(d, "aux", "cop") {
				aux = append(aux, d)
			}
		}
		if aux != nil || !t.leansOnFirst(i) {
			return aux
		}
		i = t.Head(i)
	}
}

// leansOnFirst reports whether word i is coordinated with a predicate of the same form, and not finite.
func (t *Tree) leansOnFirst(i int) bool {
	if !t.isConjunct(i) {
		return false
	}
	form := t.Feat(i, "VerbForm")
	return form != "Fin" && form == t.Feat(t.Head(i), "VerbForm")
}

// IsPassive reports whether verb i is in the passive voice: "was taken", "got hurt", "a town held by rebels".
func (t *Tree) IsPassive(i int) bool {
	for _, a := range t.Auxiliaries(i) {
		if t.Is(a, "aux:pass") {
			return true
		}
	}
	if t.Dependent(i, "nsubj:pass", "csubj:pass", "obl:agent") >= 0 || t.Feat(i, "Voice") == "Pass" {
		return true
	}
	return t.Is(i, "acl:") && t.UPOS[i] == "VERB" && t.XPOS[i] == "VBN" && t.Dependent(i, "nsubj", "aux") < 0
}

// Negation returns the word that negates predicate i, or -1: "not", "never", "nor", the "no" of "no longer", a subject or
// object like "nobody" or "no talks". In "did not meet or speak" both verbs are negated; in "was not killed but hurt" one.
func (t *Tree) Negation(i int) int {
	for {
		if n := t.ownNegation(i); n >= 0 {
			return n
		}
		if !t.leansOnFirst(i) || t.Dependent(i, "aux", "cop", "nsubj", "csubj") >= 0 || t.contrasts(i) {
			return -1
		}
		i = t.Head(i)
	}
}

// IsNegated reports whether predicate i is negated; see Negation.
func (t *Tree) IsNegated(i int) bool { return t.Negation(i) >= 0 }

// ownNegation returns the first dependent of word i, or word below one, that negates i; -1 if there is none.
func (t *Tree) ownNegation(i int) int {
	for d := range t.Dependents(i) {
		if n := t.negator(d); n >= 0 {
			return n
		}
	}
	return -1
}

// negator returns the word by which dependent d negates its head, or -1.
func (t *Tree) negator(d int) int {
	switch {
	case !t.Is(d, "advmod", "cc", "det", "nsubj", "obj", "iobj"):
		return -1
	case isNegative(t.Lemmas[d]) && d+1 < t.Len() && t.Lower(d+1) == "only":
		return -1 // "not only"
	case isNegative(t.Lemmas[d]):
		return d
	case t.Is(d, "advmod") && !slices.Contains([]string{"longer", "more"}, t.Lower(d)):
		return -1
	}
	for n := range t.Dependents(d) { // no longer, no talks, neither side
		if t.Is(n, "advmod", "det", "cc:preconj") && isNegative(t.Lemmas[n]) {
			return n
		}
	}
	return -1
}

// isNegative reports whether a lemma is a word of negation; taggers give "n't" the lemma "not".
func isNegative(lemma string) bool {
	switch lemma {
	case "not", "n't", "n’t", "never", "no", "nor", "neither", "nobody", "nothing", "none", "nowhere":
		return true
	}
	return false
}

// contrasts reports whether predicate i is set against the one before it: "not killed but hurt".
func (t *Tree) contrasts(i int) bool {
	c := t.Dependent(i, "cc")
	return c >= 0 && (t.Lemmas[c] == "but" || t.Lemmas[c] == "yet")
}

// VerbGroup returns, in order of text, predicate i with its own auxiliaries, copula, particles and adverbs of negation:
// "did not turn down", "has been leader", "no longer holds".
func (t *Tree) VerbGroup(i int) []int {
	group := []int{i}
	for d := range t.Dependents(i) {
		switch {
		case t.Is(d, "aux", "cop", "compound:prt"):
			group = append(group, d)
		case t.Is(d, "advmod") && t.negator(d) >= 0:
			group = append(group, t.Yield(d)...)
		}
	}
	slices.Sort(group)
	return group
}

// beyondPhrase names the relations whose subtrees are no part of the phrase of a noun: its preposition, what is
// coordinated or set beside it, its relative clauses, and the rest of the clause of a noun that is a predicate.
var beyondPhrase = []string{
	"case", "mark", "cc", "conj", "appos", "parataxis", "list", "acl:relcl", "discourse", "vocative", "dislocated",
	"reparandum", "orphan", "nsubj", "csubj", "expl", "cop", "aux", "advcl", "obl",
}

// Phrase returns the phrase of noun i: determiners, adjectives, names, "of" and other phrases with prepositions, clauses
// like "accused of theft"; without its preposition or possessive mark, conjuncts, appositions, relative clauses, and
// punctuation at its edges. It is the stretch around i; what stands beyond something left out is left out too.
func (t *Tree) Phrase(i int) text.Range {
	in := make([]bool, t.Len())
	in[i] = true
	predicate := t.Dependent(i, "cop") >= 0
	for d := range t.Dependents(i) {
		if t.Is(d, beyondPhrase...) || predicate && t.Is(d, "advmod") {
			continue
		}
		t.markBelow(d, in)
	}
	lo, hi := i, i+1
	for lo > 0 && in[lo-1] {
		lo--
	}
	for hi < len(in) && in[hi] {
		hi++
	}
	return t.trimPunctuation(lo, i, hi)
}

// markBelow sets in for word i and all below it.
func (t *Tree) markBelow(i int, in []bool) {
	in[i] = true
	for d := range t.Dependents(i) {
		t.markBelow(d, in)
	}
}

// trimPunctuation takes punctuation off both ends of the words [lo, hi) around word i, but keeps quotation marks and
// brackets that open and close within.
func (t *Tree) trimPunctuation(lo, i, hi int) text.Range {
	const opening, closing = "([{\"'`“‘«", ")]}\"'”’»"
	has := func(lo, hi int, set string) bool {
		for w := lo; w < hi; w++ {
			if t.UPOS[w] == "PUNCT" && strings.Contains(set, firstRune(t.Form(w))) {
				return true
			}
		}
		return false
	}
	for lo < i && t.UPOS[lo] == "PUNCT" && !(has(lo, lo+1, opening) && has(lo+1, hi, closing)) {
		lo++
	}
	for hi > i+1 && t.UPOS[hi-1] == "PUNCT" && !(has(hi-1, hi, closing) && has(lo, hi-1, opening)) {
		hi--
	}
	return text.Range{Sentence: t.Sentence, Start: lo, End: hi}
}

// firstRune is the first character of a form.
func firstRune(form string) string {
	_, n := utf8.DecodeRuneInString(form)
	return form[:n]
}

// IsSingledOut reports whether noun i is told apart by what it did: "the first leader to visit", "the only state to object",
// "the youngest minister to resign"; not so the only way to resign, of which nobody has gone yet.
func (t *Tree) IsSingledOut(i int) bool {
	if slices.Contains(means, t.Lemmas[i]) {
		return false
	}
	for d := range t.Dependents(i) {
		if !t.Is(d, "amod", "nummod") {
			continue
		}
		switch t.Lemmas[d] {
		case "first", "last", "only", "latest", "second", "third", "fourth", "fifth", "sixth", "seventh", "next":
			return true
		}
		if t.XPOS[d] == "JJS" || strings.HasSuffix(t.Lower(d), "-ranking") || t.Dependent(d, "advmod") >= 0 && t.XPOS[t.Dependent(d, "advmod")] == "JJS" {
			return true
		}
	}
	return false
}

// means are the nouns whose infinitive says what they are for.
var means = []string{
	"approach", "chance", "hope", "idea", "means", "method", "move", "opportunity", "option", "path", "place", "reason", "road", "route", "solution",
	"step", "strategy", "thing", "time", "tool", "way",
}

// Antecedent returns the noun that relative pronoun i stands for ("rebels" for the "who" of "rebels who fled"), or -1.
func (t *Tree) Antecedent(i int) int {
	if t.Feat(i, "PronType") != "Rel" {
		return -1
	}
	c := t.FirstConjunct(t.Clause(i))
	for t.Heads[c] != NoHead && t.Is(c, "ccomp", "xcomp", "advcl") { // who they said had fled
		c = t.FirstConjunct(t.Clause(t.Head(c)))
	}
	if !t.Is(c, "acl:relcl") {
		return -1
	}
	return t.Head(c)
}
