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
	if e.Type != "CONSULT" {
		return false
	}
	isSession := func(w int) bool { return sessions[t.Lemmas[w]] }
	sits := func(w int) bool { return r.sits(t, w) }
	own := isSession(c.Trigger) && c.POS == lexicon.Noun
	switch {
	case own && r.areMembers(t, e.Actors) && (len(e.Recipients) == 0 || t.Is(c.Trigger, "obj")): // "Commissioners Lee and Ott attended the meeting"
		return true
	case len(e.Recipients) > 0 || len(e.Actors) > 1:
		return false
	case own:
		return slices.ContainsFunc(firstWords(c.Actors), sits) || slices.ContainsFunc(hanging(t, c.Trigger, "compound", "nmod", "nmod:poss"), sits)
	case c.POS == lexicon.Noun:
		return slices.ContainsFunc(firstWords(c.Actors), func(w int) bool { return t.UPOS[w] == "NOUN" && r.lexicon.Classes.Holds(t, w, "Council") })
	}
	if t.Lemmas[c.Trigger] == "meet" && len(e.Actors) > 0 && r.areMembers(t, e.Actors) { // "the aldermen met"
		return true
	}
	return slices.ContainsFunc(firstWords(c.Actors), sits) && slices.ContainsFunc(hanging(t, c.Trigger, "obj"), isSession)
}

// areMembers reports whether the first of the sides is told by a word for a council or one of its members, or by a pronoun for it: "Commissioners Lee and Ott", "its
// May meeting".
func (r *run) areMembers(t *syntax.Tree, sides []event.Side) bool {
	if len(sides) == 0 {
		return false
	}
	i := sides[0].Range
	if m := sides[0].Participant.Mentions; len(m) > 0 && i.End == i.Start+1 && t.UPOS[i.Start] == "PRON" {
		i = m[0].Range
		t = r.in.Trees[i.Sentence]
	}
	for w := i.Start; w < i.End; w++ {
		if r.sits(t, w) || members[t.Lower(w)] {
			return true
		}
	}
	return false
}

// sits reports whether word w is a body that sits as a matter of course: a council, a board, or such a body of a town, a county or a state of a union by its name.
func (r *run) sits(t *syntax.Tree, w int) bool {
	if assemblies[t.Lower(w)] {
		return true
	}
	if !r.lexicon.Classes.Holds(t, w, "Council") {
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

// hanging are the words that hang on a word by one of some relations.
func hanging(t *syntax.Tree, w int, rels ...string) []int {
	var all []int
	for d := range t.Dependents(w) {
		if t.Is(d, rels...) {
			all = append(all, d)
		}
	}
	return all
}

var (
	// sessions are words for a body's own meetings.
	sessions = map[string]bool{"meeting": true, "session": true, "hearing": true}

	// assemblies are parliaments, whose sessions are their work.
	assemblies = map[string]bool{"congress": true, "parliament": true, "legislature": true, "senate": true, "knesset": true, "duma": true}

	// members are titles of those who sit in local bodies.
	members = map[string]bool{"commissioners": true, "councilmen": true, "councillors": true, "councilors": true, "aldermen": true, "assessors": true, "supervisors": true,
		"selectmen": true, "trustees": true}

	// localities are words by which the name of a local body tells that it is one.
	localities = map[string]bool{"city": true, "town": true, "county": true, "village": true, "township": true, "borough": true, "parish": true, "school": true, "district": true,
		"state": true, "zoning": true, "planning": true}
)
