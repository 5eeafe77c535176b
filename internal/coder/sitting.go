package coder

import (
	"slices"

	"example.org/demarche/internal/event"
	"example.org/demarche/internal/lexicon"
	"example.org/demarche/internal/syntax"
)

// isSitting reports whether an event is only that a body sits as a matter of course: "the board's meeting on Monday", "attended the city council meeting",
// "the Iowa legislature called a special session". What a council and somebody else have with each other is none.
func (r *run) isSitting(t *syntax.Tree, c *lexicon.Candidate, e *event.Event) bool {
	if e.Type != "CONSULT" || len(e.Recipients) > 0 {
		return false
	}
	sits := func(w int) bool { return r.sits(t, w) }
	if len(e.Actors) == 1 && slices.ContainsFunc(firstWords(c.Actors), sits) {
		return c.POS == lexicon.Noun || t.UPOS[c.Trigger] == "VERB" && !t.Is(c.Trigger, "advcl") && slices.ContainsFunc(objects(t, c.Trigger), func(w int) bool { return sessions[t.Lemmas[w]] })
	}
	if c.POS != lexicon.Noun || len(e.Actors) > 1 {
		return false
	}
	for d := range t.Dependents(c.Trigger) {
		if t.Is(d, "compound", "nmod", "nmod:poss") && sits(d) {
			return true
		}
	}
	return false
}

// sits reports whether word w is a body that sits as a matter of course: a council, a board, or such a body of a town, a county or a state of a union by its name.
func (r *run) sits(t *syntax.Tree, w int) bool {
	if !r.lexicon.Classes.Holds(t, w, "Council") && t.Lemmas[w] != "legislature" {
		return false
	}
	if t.UPOS[w] == "NOUN" {
		return true
	}
	p := t.Phrase(w)
	for d := p.Start; d < p.End; d++ {
		if localities[t.Lower(d)] {
			return true
		}
	}
	return false
}

// objects are the words in object of a verb.
func objects(t *syntax.Tree, verb int) []int {
	var all []int
	for d := range t.Dependents(verb) {
		if t.Is(d, "obj") {
			all = append(all, d)
		}
	}
	return all
}

var (
	// sessions are words for a body's own meetings.
	sessions = map[string]bool{"meeting": true, "session": true, "hearing": true}

	// localities are words by which the name of a local body tells that it is one.
	localities = map[string]bool{"city": true, "town": true, "county": true, "village": true, "township": true, "borough": true, "parish": true, "school": true, "district": true,
		"state": true, "zoning": true, "planning": true, "legislature": true}
)
