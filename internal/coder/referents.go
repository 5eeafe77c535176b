package coder

import (
	"example.org/demarche/internal/event"
	"example.org/demarche/internal/lexicon"
	"example.org/demarche/internal/syntax"
	"example.org/demarche/internal/text"
)

// referents tells the lexicon what the words of a sentence speak of.
func (r *run) referents(t *syntax.Tree) lexicon.Referents {
	return func(word int) lexicon.Referent {
		var x lexicon.Referent
		ref := text.Ref{Sentence: t.Sentence, Token: word}
		if m := r.in.Mentions.At(ref); m != nil {
			x.Person = m.Kind == event.Person || m.Kind == event.Role || m.Kind == event.People
			x.Place = m.Kind == event.Location
			x.Body = m.Kind == event.Organization
		}
		if p := r.place[ref.Sentence][word]; p != nil {
			x.Place, x.Country = true, p.Precision == event.AtCountry
		}
		p := r.in.Participants.At(ref)
		if p == nil {
			return x
		}
		x.Sectors = p.Sectors
		switch p.Kind {
		case event.EntityPerson, event.EntityRole, event.EntityPeople:
			x.Person = true
		case event.EntityGovernment, event.EntityOrganization, event.EntityArmedGroup:
			x.Body = true
		}
		x.Country = x.Country || p.Kind == event.EntityGovernment && p.Named && p.Role == ""
		return x
	}
}
