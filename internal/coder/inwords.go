package coder

import (
	"slices"

	"example.org/demarche/internal/event"
	"example.org/demarche/internal/lexicon"
	"example.org/demarche/internal/syntax"
)

// politicians are the sectors of those who attack with words where no arms are spoken of.
var politicians = []string{"PTY", "LEG", "GOV", "JUD", "ELI", "OPP"}

// isInWords reports whether an attack is one with words: somebody of politics makes it, or suffers it where nobody is said to make it, and the
// text around speaks neither of arms nor of who bears them: "Trump's attacks on a federal judge".
func (r *run) isInWords(t *syntax.Tree, c *lexicon.Candidate, e *event.Event) bool {
	if e.Type != "ASSAULT" || e.Mode != "" || t.Lemmas[c.Trigger] != "attack" || len(c.Words) > 1 && c.POS == lexicon.Verb {
		return false
	}
	sides := e.Actors
	if len(sides) == 0 {
		sides = e.Recipients
	}
	return len(sides) > 0 && !slices.ContainsFunc(sides, func(s event.Side) bool { return !isPolitician(s.Participant) }) && !r.hasContext(t, e.Type)
}

// isPolitician reports whether a participant is a human being or a body of politics; a state is not.
func isPolitician(p *event.Participant) bool {
	human := p.Kind == event.EntityPerson || p.Kind == event.EntityRole || p.Kind == event.EntityPeople
	return human && slices.Contains(politicians, p.Sector) || p.Sector == "PTY"
}
