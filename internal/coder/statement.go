package coder

import (
	"cmp"
	"slices"

	"example.org/demarche/internal/event"
	"example.org/demarche/internal/text"
)

// A Statement links an attribution's words to entities: who speaks to whom, when and where.
type Statement struct {
	Attribution *event.Attribution
	Speaker     *event.Participant // nil if nobody is named
	SourceKind  event.SourceKind   // "" if there is no source
	Addressee   *event.Participant
	Date        *event.TimeExpr // when it was said
	Place       *event.Place    // where it was said
}

// statements links all attributions, in their order.
func (r *run) statements() []Statement {
	all := make([]Statement, len(r.in.Attributions))
	for i, a := range r.in.Attributions {
		s := Statement{Attribution: a}
		if !a.Source.Empty() {
			s.Speaker = r.in.Participants.At(a.Source.Ref())
			if s.SourceKind = kindOf(s.Speaker); s.SourceKind == event.OtherSource {
				s.SourceKind = cmp.Or(a.SourceKind, event.OtherSource)
			}
		}
		if !a.Addressee.Empty() {
			s.Addressee = r.in.Participants.At(a.Addressee.Ref())
		}
		if !a.Cue.Empty() {
			sc := scene{run: r, t: r.in.Trees[a.Cue.Range.Sentence], s: &s}
			s.Date, s.Place = sc.date(), sc.place()
		}
		all[i] = s
	}
	return all
}

// around returns the attributions whose content holds word w, the innermost last.
func (r *run) around(w text.Ref) []*event.Attribution {
	var inner *event.Attribution
	for _, a := range r.holding[w.Sentence] {
		if a.Holds(w) && (inner == nil || a.Depth() > inner.Depth() || a.Depth() == inner.Depth() && size(a) < size(inner)) {
			inner = a
		}
	}
	var chain []*event.Attribution
	for a := inner; a != nil; a = a.Within {
		chain = append([]*event.Attribution{a}, chain...)
	}
	return chain
}

// withoutAllegedPlan leaves out an innermost intention that somebody is accused of: in "accused them of planning to attack" the attack is
// what the accuser alleges.
func withoutAllegedPlan(chain []*event.Attribution) []*event.Attribution {
	n := len(chain)
	if n > 1 && chain[n-1].Type == event.Intention && chain[n-2].Stance == event.Accused {
		return chain[:n-1]
	}
	return chain
}

// size is the number of words of an attribution's content.
func size(a *event.Attribution) int {
	n := 0
	for _, c := range a.Content {
		n += c.End - c.Start
	}
	return n
}

// kindOf is the kind of source that a speaker is.
func kindOf(p *event.Participant) event.SourceKind {
	switch {
	case p == nil:
		return event.OtherSource
	case p.Kind == event.EntityPerson && p.Named:
		return event.NamedPerson
	case p.Sector == "JRN":
		return event.Media
	case p.Role == "witness":
		return event.Witness
	case p.Kind == event.EntityArmedGroup, p.Sector == "REB" && (p.Kind == event.EntityRole || p.Kind == event.EntityPeople):
		return event.ArmedGroup // its commanders and spokesmen too
	case p.Kind == event.EntityGovernment || p.Kind == event.EntityOrganization:
		return event.Institution
	case p.Kind == event.EntityPeople && p.Role == "leader" && slices.Contains(official, p.Sector): // "the leaders of France and Germany"
		return event.Institution
	case p.Kind == event.EntityRole && p.Role != "lawyer" && slices.Contains(official, p.Sector):
		return event.UnnamedOfficial
	}
	return event.OtherSource
}

// official are the sectors whose people speak as officials, of a state, a party or an international body.
var official = []string{"GOV", "LEG", "JUD", "MIL", "COP", "SPY", "PTY", "OPP", "IGO"}
