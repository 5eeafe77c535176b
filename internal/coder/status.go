package coder

import (
	"fmt"
	"strings"

	"example.org/demarche/internal/event"
	"example.org/demarche/internal/syntax"
)

// A finding is one reason for a status.
type finding struct {
	status event.Status
	why    string
}

// A statusFinder climbs from a deed to the root of its sentence and gathers what bears on its status.
type statusFinder struct {
	t          *syntax.Tree
	embeddings *Embeddings
	cues       []bool // by word: whether it is a cue of attribution, whose content is asserted by its source alone
	kind       string // the deed's PLOVER type
	verbal     bool   // whether the deed is done by words: recognise, condemn
	reported   bool   // whether the deed stands in somebody's statement
	light      []bool // by word: whether it carries the deed together with its trigger ("hold" in "hold talks")
	found      []finding
	path       []int // the words climbed over
}

func (f *statusFinder) add(s event.Status, format string, args ...any) {
	f.found = append(f.found, finding{s, fmt.Sprintf(format, args...)})
}

// best returns the finding that wins; ok is false if there is none.
func (f *statusFinder) best() (finding, bool) {
	var b finding
	for _, x := range f.found {
		if b.status == "" || rank(x.status) < rank(b.status) {
			b = x
		}
	}
	return b, b.status != ""
}

// climb gathers findings from word w upward.
func (f *statusFinder) climb(w int) {
	for steps := 0; steps <= f.t.Len(); steps++ {
		f.own(w)
		f.path = append(f.path, w)
		h := f.t.Head(w)
		if h == syntax.NoHead || !f.step(w, h) {
			return
		}
		w = h
	}
}

// own gathers what stands at word w itself.
func (f *statusFinder) own(w int) {
	t := f.t
	if n := t.Negation(w); n >= 0 {
		f.add(event.DeniedDeed, "negated by %q", t.Form(n))
	}
	for _, a := range t.Auxiliaries(w) {
		f.auxiliary(a)
	}
	for d := range t.Dependents(w) {
		switch {
		case t.Is(d, "advcl") && isCondition(t, d):
			f.add(event.Conditional, "under the condition %q", t.Form(t.Dependent(d, "mark", "advmod")))
		case t.Is(d, "amod", "compound", "nmod:poss", "acl", "advmod"):
			if s := f.embeddings.of(t, d, "modifier"); s != "" {
				f.add(s, "modified by %q", t.Form(d))
			}
		case t.Is(d, "mark") && t.UPOS[d] == "ADJ": // "is due to meet", where "due to" looks like a preposition
			if s := f.embeddings.of(t, d, "clause"); s != "" {
				f.add(s, "below %q", t.Form(d))
			}
		case t.Is(d, "mark") && t.Lemmas[d] == "whether":
			f.add(event.Hypothetical, "asked by %q", t.Form(d))
		case t.Is(d, "case") && t.Lemmas[d] == "without":
			f.add(event.DeniedDeed, "after %q", t.Form(d))
		}
	}
	if isInfinitive(t, w) && !t.Is(w, "xcomp", "acl", "advcl", "conj") && !f.arranged(w) {
		f.add(event.Hypothetical, "an infinitive")
	}
	if t.Feat(w, "Mood") == "Imp" && t.Dependent(w, "nsubj", "aux") < 0 {
		f.add(event.DemandedDeed, "an imperative")
	}
	if c := t.Case(w); c == "ahead of" || c == "pending" || c == "before" && f.verbal {
		f.add(event.Planned, "still to come, after %q", c)
	}
	if t.Heads[w] == syntax.NoHead && endsInQuestion(t) {
		f.add(event.Hypothetical, "asked in a question")
	}
}

// arranged reports whether a word like "due" stands before infinitive w as if it were a preposition.
func (f *statusFinder) arranged(w int) bool {
	for d := range f.t.Dependents(w) {
		if f.t.Is(d, "mark") && f.t.UPOS[d] == "ADJ" && f.embeddings.of(f.t, d, "clause") != "" {
			return true
		}
	}
	return false
}

// auxiliary gathers what a modal verb or a progressive says.
func (f *statusFinder) auxiliary(a int) {
	switch t := f.t; strings.ToLower(t.Lemmas[a]) {
	case "will", "shall", "'ll", "’ll", "wo":
		f.add(event.Planned, "future by %q", t.Form(a))
	case "would", "'d", "’d":
		switch {
		case t.XPOS[a] != "MD":
		case f.reported:
			f.add(event.Planned, "future in the past by %q", t.Form(a))
		default:
			f.add(event.Hypothetical, "modal %q", t.Form(a))
		}
	case "can", "could", "may", "might", "should", "must", "ought", "ca":
		f.add(event.Hypothetical, "modal %q", t.Form(a))
	}
}

// step looks at the way from word w to its head h and says whether to climb on.
func (f *statusFinder) step(w, h int) bool {
	t := f.t
	switch {
	case t.Is(w, "acl:relcl"):
		return false // "the rebels who seized the town": taken as given
	case t.Is(w, "advcl"):
		return f.stepAdverbial(w)
	case t.Is(w, "conj"):
		return f.stepConjunct(w, h)
	case t.Is(w, "xcomp", "ccomp", "csubj", "acl"):
		return f.stepClause(w, h)
	case t.Is(w, "obj", "obl", "nmod", "nsubj", "compound", "iobj"):
		return f.stepNominal(w, h)
	}
	return t.Is(w, "appos", "cop", "aux", "flat", "fixed")
}

// stepAdverbial deals with a deed in an adverbial clause: a condition, a purpose, what was done without doing it.
func (f *statusFinder) stepAdverbial(w int) bool {
	t := f.t
	if isCondition(t, w) {
		f.add(event.Conditional, "in the condition %q", t.Form(t.Dependent(w, "mark", "advmod")))
		return false
	}
	m := t.Dependent(w, "mark", "case")
	if m >= 0 {
		s := f.embeddings.of(t, t.Head(w), t.Lemmas[m])
		if s == fact {
			return false
		}
		if s != "" && s != same { // "prevented them from attacking"
			f.add(s, "after %q of %q", t.Form(m), t.Form(t.Head(w)))
			return true
		}
	}
	switch {
	case isInfinitive(t, w) && f.verbal && f.embeddings.of(t, t.Head(w), "purpose") == same:
		return true // "marched to demand": marching is how it was demanded
	case isInfinitive(t, w):
		f.add(event.Hypothetical, "a purpose, after \"to\"")
	case m < 0:
		return true // "launched a raid, killing two": as firm as the raid
	case t.Lemmas[m] == "so" || t.Lemmas[m] == "in" && t.Dependent(m, "fixed") >= 0:
		f.add(event.Hypothetical, "a purpose, after %q", t.Form(m))
	case t.Lemmas[m] == "without" || t.Lemmas[m] == "instead" || t.Lemmas[m] == "rather":
		f.add(event.DeniedDeed, "after %q", t.Form(m))
	case t.Lemmas[m] == "by":
		return true
	case t.Lemmas[m] == "before" || t.Lemmas[m] == "until":
		f.add(event.Hypothetical, "after %q", t.Form(m))
		if isPast(t, w) {
			f.found = f.found[:len(f.found)-1]
		}
	}
	return false
}

// stepConjunct deals with a deed coordinated with another: a condition and the words above bear on both, a subject of its
// own cuts it off from nothing but the first one's auxiliaries.
func (f *statusFinder) stepConjunct(w, h int) bool {
	t := f.t
	for d := range t.Dependents(h) {
		if t.Is(d, "advcl") && isCondition(t, d) {
			f.add(event.Conditional, "under the condition %q", t.Form(t.Dependent(d, "mark", "advmod")))
		}
	}
	g := t.Head(h)
	if g == syntax.NoHead {
		return false
	}
	if f.step(h, g) {
		f.climb(g)
	}
	return false
}

// stepClause deals with a deed in a complement: "failed to", "denied that", "threat to".
func (f *statusFinder) stepClause(w, h int) bool {
	t := f.t
	slot := "clause"
	if c := t.Dependent(w, "mark"); c >= 0 && t.Feat(w, "VerbForm") == "Ger" {
		if s := f.embeddings.of(t, h, t.Lemmas[c]); s != "" {
			slot = t.Lemmas[c] // refrained from attacking
		}
	}
	if t.Is(w, "csubj") {
		slot = "subject"
	}
	s := f.embeddings.of(t, h, slot)
	if s == "" && slot == "clause" {
		s = f.embeddings.of(t, h, clauseSlot(t, w))
	}
	switch {
	case s == fact:
		return false
	case s == decided && f.verbal:
		s = same
	case s == decided:
		f.add(event.Planned, "below %q", t.Form(h))
	case s != "" && s != same:
		f.add(s, "below %q", t.Form(h))
	}
	if t.Is(w, "ccomp") && t.IsNegated(h) && f.presumed(w, h) {
		return false
	}
	if f.cues[h] && t.Is(w, "ccomp") {
		if n := t.Negation(h); n >= 0 {
			f.add(event.Hypothetical, "not said: %q", t.Form(n))
		}
		return false
	}
	if s == "" && t.Is(w, "acl:") && t.Feat(w, "VerbForm") == "Inf" && !isSingledOut(t, h) {
		f.add(event.Hypothetical, "an infinitive below %q", t.Form(h))
	}
	return true
}

// presumed reports whether a clause stands as a fact although the verb above is negated: "did not know that", "would not
// comment on where".
func (f *statusFinder) presumed(w, h int) bool {
	for d := range f.t.Dependents(w) {
		if f.t.Feat(d, "PronType") == "Int" || strings.HasPrefix(f.t.XPOS[d], "W") && f.t.Lemmas[d] != "whether" {
			return true
		}
	}
	return f.embeddings.of(f.t, h, "negated") == same
}

// isSingledOut reports whether noun h is told apart by what it did: "the first leader to visit", "the only state to object".
func isSingledOut(t *syntax.Tree, h int) bool {
	for d := range t.Dependents(h) {
		switch t.Lemmas[d] {
		case "first", "last", "only", "latest", "second", "third", "next":
			return t.Is(d, "amod", "nummod")
		}
	}
	return false
}

// clauseSlot tells a that-clause from an infinitive or a participle: "told the rebels that", "told the rebels to".
func clauseSlot(t *syntax.Tree, w int) string {
	if t.Feat(w, "VerbForm") == "Fin" || t.Is(w, "ccomp") && !isInfinitive(t, w) {
		return "that"
	}
	return "infinitive"
}

// isInfinitive reports whether word w is a verb after "to".
func isInfinitive(t *syntax.Tree, w int) bool {
	m := t.Dependent(w, "mark")
	for m >= 0 && t.Lemmas[m] != "to" { // "for him to go"
		next := -1
		for d := range t.Dependents(w) {
			if d > m && t.Is(d, "mark") {
				next = d
				break
			}
		}
		m = next
	}
	return m >= 0 && t.XPOS[w] == "VB"
}
