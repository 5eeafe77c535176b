package lexicon

import (
	"slices"
	"strings"

	"example.org/demarche/internal/syntax"
)

// passive reports whether verb v is in the passive, also as a participle without auxiliary: "held in Geneva, the talks …",
// "arrested protesters".
func passive(t *syntax.Tree, v int) bool {
	if sharesPerfect(t, v) {
		return false
	}
	if t.IsPassive(v) {
		return true
	}
	if t.XPOS[v] == "VBD" && isTried(t, v) {
		return true
	}
	if t.XPOS[v] != "VBN" || t.Dependent(v, "obj", "aux") >= 0 {
		return false
	}
	return t.Is(v, "amod", "acl:", "advcl:") || t.Is(v, "conj") && passive(t, t.Head(v)) && t.Dependent(v, "nsubj:") < 0
}

// isTried reports whether verb v, which a parser took for a past tense, is a headline's participle: "Couple charged with fraud". Such verbs need an object.
func isTried(t *syntax.Tree, v int) bool {
	p, ok := tried[t.Lemmas[v]]
	if !ok || t.Dependent(v, "obj", "iobj", "aux", "ccomp", "xcomp") >= 0 {
		return false
	}
	for d := range t.Dependents(v) {
		if d > v && t.Is(d, "obl", "advcl") && slices.Contains(p, caseOf(t, d)) {
			return true
		}
	}
	return false
}

// tried are verbs of courts and complaints, with the prepositions after which their object must have gone before.
var tried = map[string][]string{
	"charge": {"with"}, "accuse": {"of"}, "convict": {"of"}, "acquit": {"of"}, "suspect": {"of"}, "indict": {"on", "for"}, "sentence": {"to"},
	"arrest": {"on", "for", "in"}, "jail": {"for"}, "fine": {"for"}, "praise": {"for"}, "honor": {"for"}, "honour": {"for"},
}

// sharesPerfect reports whether a participle shares the "have" of the active verb before it: "have killed ten and wounded many".
func sharesPerfect(t *syntax.Tree, v int) bool {
	h := t.Head(v)
	return h >= 0 && t.Is(v, "conj") && t.XPOS[v] == "VBN" && t.XPOS[h] == "VBN" && t.Dependent(v, "aux", "nsubj", "obl:agent") < 0 &&
		t.Dependent(h, "aux") >= 0 && !t.IsPassive(h)
}

// caseOf is the preposition of a word as slots name it: "with", "because_of", also that of a clause in -ing ("of" of "accused
// of bombing"); "" for none. "to" of an infinitive is none.
func caseOf(t *syntax.Tree, i int) string {
	if c := t.Case(i); c != "" {
		if fixed, ok := twoCases(t, i); ok {
			return fixed
		}
		return strings.ReplaceAll(strings.ToLower(c), " ", "_")
	}
	m := t.Dependent(i, "mark")
	if m < 0 || t.UPOS[m] == "PART" || t.Feat(i, "VerbForm") == "Fin" {
		return ""
	}
	return t.Lower(m)
}

// twoCases is the preposition of a word that has two in a row that are not tied to one another: "out of".
func twoCases(t *syntax.Tree, i int) (string, bool) {
	var all []string
	for d := range t.Dependents(i) {
		if t.Is(d, "case") && t.Lemmas[d] != "'s" {
			all = append(all, t.Lower(d))
		}
	}
	s := strings.Join(all, "_")
	return s, len(all) == 2 && slices.Contains(prepositions, s)
}

// isRelative reports whether word i is a relative pronoun of a relative clause.
func isRelative(t *syntax.Tree, i int) bool {
	if t.Feat(i, "PronType") == "Rel" {
		return true
	}
	switch t.Lower(i) {
	case "who", "whom", "which", "that":
		return t.UPOS[i] == "PRON" && t.Heads[i] != syntax.NoHead && t.Is(t.FirstConjunct(t.Head(i)), "acl:relcl")
	}
	return false
}

// antecedent is the noun that a relative pronoun stands for, or the word itself.
func antecedent(t *syntax.Tree, i int) int {
	if !isRelative(t, i) {
		return i
	}
	if a := t.Antecedent(i); a >= 0 {
		return a
	}
	if c := t.FirstConjunct(t.Clause(i)); t.Is(c, "acl:relcl") {
		return t.Head(c)
	}
	return i
}
