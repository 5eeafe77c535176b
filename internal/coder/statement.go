package coder

import (
	"cmp"
	"slices"

	"example.org/demarche/internal/event"
	"example.org/demarche/internal/syntax"
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
			r.dateAndPlace(&s)
		}
		all[i] = s
	}
	return all
}

// dateAndPlace finds when and where a statement was made: what hangs on its cue, outside its content.
func (r *run) dateAndPlace(s *Statement) {
	a := s.Attribution
	t := r.in.Trees[a.Cue.Range.Sentence]
	for _, x := range r.times[t.Sentence] {
		if x.Anchor.Token == a.Cue.Head && (x.Type == event.Date || x.Type == event.Time) && !a.Holds(x.Anchor) && !holdsRange(a, x.Range) {
			s.Date = x
			break
		}
	}
	if s.Place = r.placeOfSaying(t, a, a.Cue.Head); s.Place == nil && a.Addressee.Range.Sentence == t.Sentence && !a.Addressee.Empty() {
		s.Place = r.placeOfHearer(t, a.Addressee.Head)
	}
}

// placeOfHearer finds where those are who are told: "told reporters in Tripoli" was said there.
func (r *run) placeOfHearer(t *syntax.Tree, hearer int) *event.Place {
	for d := range t.Dependents(hearer) {
		if p := r.place[t.Sentence][d]; p != nil && t.Is(d, "nmod") && t.Case(d) == "in" && isWhere(t, d) {
			return p
		}
	}
	return nil
}

// placeOfSaying finds a location below the cue, also below what was issued or held ("in a statement issued in New Delhi"),
// but outside content, source and addressee.
func (r *run) placeOfSaying(t *syntax.Tree, a *event.Attribution, w int) *event.Place {
	for d := range t.Dependents(w) {
		ref := text.Ref{Sentence: t.Sentence, Token: d}
		if a.Holds(ref) || a.Source.Range.Has(ref) || a.Addressee.Range.Has(ref) || !t.Is(d, "obl", "nmod", "acl", "obj") {
			continue
		}
		if p := r.place[t.Sentence][d]; p != nil && isWhere(t, d) {
			return p
		}
		if p := r.placeOfSaying(t, a, d); p != nil {
			return p
		}
	}
	return nil
}

func holdsRange(a *event.Attribution, x text.Range) bool {
	for _, c := range a.Content {
		if c.Contains(x) {
			return true
		}
	}
	return false
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
	case p.Kind == event.EntityArmedGroup:
		return event.ArmedGroup
	case p.Kind == event.EntityGovernment || p.Kind == event.EntityOrganization:
		return event.Institution
	case p.Kind == event.EntityRole && p.Role != "lawyer" && slices.Contains(official, p.Sector):
		return event.UnnamedOfficial
	}
	return event.OtherSource
}

// official are the sectors whose people speak as officials, of a state, a party or an international body.
var official = []string{"GOV", "LEG", "JUD", "MIL", "COP", "SPY", "PTY", "OPP", "IGO"}
