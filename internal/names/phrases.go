package names

import (
	"strings"

	"example.org/demarche/internal/event"
	"example.org/demarche/internal/syntax"
	"example.org/demarche/internal/text"
)

// A Phrase is a mention in the way of GUM's entity layer (https://wiki.gucorpling.org/gum/annotation): a noun phrase, a
// pronoun, now and then a clause that something refers to. Phrases lie in one another.
type Phrase struct {
	Range text.Range // the phrase with its modifiers and relative clauses; without prepositions, appositions, further conjuncts
	Head  int        // the head word, counted in the sentence
	Kind  string     // person, place, organization, object, event, time, substance, animal, plant or abstract
	Named bool       // its head is a proper noun
}

// Phrases returns the phrases of a sentence in order of their heads. kinds has the label of the head of kinds for each word.
func Phrases(t *syntax.Tree, kinds []string) []Phrase {
	g := phraser{t, kinds}
	var found []Phrase
	for i, kind := range kinds {
		if kind != outside {
			found = append(found, Phrase{Range: g.span(i), Head: i, Kind: kind, Named: t.UPOS[i] == "PROPN"})
		}
	}
	return found
}

// KindsOf are labels as the head of kinds gives them, made of a sentence's mentions: for where that head did not run.
func KindsOf(t *syntax.Tree, mentions []event.Mention) []string {
	kinds := make([]string, t.Len())
	for i := range kinds {
		kinds[i] = outside
	}
	for _, m := range mentions {
		if t.Feat(m.Head, "PronType") == "Rel" { // GUM has none of these
			continue
		}
		switch m.Kind {
		case event.Person, event.People, event.Role:
			kinds[m.Head] = "person"
		case event.Organization, event.Location:
			kinds[m.Head] = string(m.Kind)
		default:
			kinds[m.Head] = "abstract"
		}
	}
	return kinds
}

// A phraser finds how far the phrases of one sentence go.
type phraser struct {
	t     *syntax.Tree
	kinds []string
}

// span is the phrase of head h: it and the dependents that belong to it, with all below them, less punctuation at its edges.
func (g phraser) span(h int) text.Range {
	r := text.Range{Sentence: g.t.Sentence, Start: h, End: h + 1}
	predicate := g.t.Dependent(h, "cop", "aux", "nsubj", "csubj") >= 0
	for d := range g.t.Dependents(h) {
		if g.belongs(h, d, predicate) {
			s := g.t.Subtree(d)
			r.Start, r.End = min(r.Start, s.Start), max(r.End, s.End)
		}
	}
	return g.close(g.trim(r, h), h)
}

// belongs reports whether dependent d of head h is within h's phrase; predicate says that h also heads a clause, whose parts
// are not ("a doctor" of "she was a doctor then").
func (g phraser) belongs(h, d int, predicate bool) bool {
	t := g.t
	switch {
	case t.Is(d, "cc:", "punct", "conj", "discourse", "parataxis", "reparandum", "vocative", "dislocated"):
		return false
	case t.UPOS[h] == "VERB" || t.UPOS[h] == "AUX":
		return g.belongsToClause(h, d)
	case t.Is(d, "case"): // only the possessive one, which stands behind
		return d > h
	case t.Is(d, "appos", "dep"):
		return d == h+1 && g.kinds[d] == outside
	case t.Is(d, "mark", "orphan", "list", "advcl", "cc"):
		return false
	case predicate && t.Is(d, "nsubj", "csubj", "cop", "aux", "expl", "obl", "advmod", "xcomp", "ccomp"):
		return false
	case t.Is(d, "advmod", "nmod:", "obl:"): // before the head: "especially", "with time, …"
		return d > h
	}
	return true
}

// belongsToClause is belongs for a clause that something refers to: "to wait" of "it would be wise to wait".
func (g phraser) belongsToClause(h, d int) bool {
	switch {
	case g.t.Is(d, "mark"):
		return g.t.Lower(d) == "to"
	case g.t.Is(d, "advcl", "advmod", "obl"):
		return d > h
	}
	return true
}

// trim takes stops and dashes from the edges of a phrase.
func (g phraser) trim(r text.Range, h int) text.Range {
	edge := func(w int, signs string) bool { return g.t.UPOS[w] == "PUNCT" && strings.Contains(signs, g.t.Form(w)) }
	for r.Start < h && edge(r.Start, ",.;:-–—...)]") {
		r.Start++
	}
	for r.End > h+1 && edge(r.End-1, ",.;:!?-–—...([") {
		r.End--
	}
	return r
}

// pairs are brackets and quotation marks, by the one that closes.
var pairs = map[string]string{")": "(", "]": "[", "”": "“", "’": "‘", `"`: `"`}

// close takes the closing bracket or quotation mark after a phrase into it if it opens there, and lets go of one at its end
// that does not.
func (g phraser) close(r text.Range, h int) text.Range {
	if r.End < g.t.Len() && g.open(r, g.t.Form(r.End)) > 0 {
		r.End++
	} else if last := g.t.Form(r.End - 1); r.End > h+1 && (last == ")" || last == "]") && g.open(r, last) < 0 {
		r.End--
		r = g.trim(r, h)
	}
	return r
}

// open is how many more brackets or quotation marks open in a range than the given one closes.
func (g phraser) open(r text.Range, closing string) int {
	opening, ok := pairs[closing]
	n := 0
	for w := r.Start; ok && w < r.End; w++ {
		switch form := g.t.Form(w); {
		case opening == closing && form == closing:
			n = 1 - n
		case form == opening:
			n++
		case form == closing:
			n--
		}
	}
	return n
}
