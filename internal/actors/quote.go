package actors

import (
	"slices"

	"example.org/demarche/internal/event"
	"example.org/demarche/internal/text"
)

// speakers resolves the pronouns of the first person: "I" is who speaks in the quotation, "we" his side.
func (r *run) speakers() {
	r.movements = map[string]*entity{}
	for _, e := range r.all { // those who may be a speaker's side, the first of each country and sector
		if e.gone != nil || e.state || len(e.p.Sectors) == 0 || e.human && !e.plural {
			continue
		}
		if key := e.p.Country + e.p.Sectors[0]; r.movements[key] == nil {
			r.movements[key] = e
		}
	}
	for s := range r.mentions {
		if len(r.quotes[s]) == 0 {
			continue
		}
		for i := range r.mentions[s] {
			m := &r.mentions[s][i]
			if m.Form != event.ByPronoun || r.entityAt(m.Ref()) != nil {
				continue
			}
			r.firstPerson(m)
		}
	}
}

func (r *run) firstPerson(m *event.Mention) {
	form := r.trees[m.Range.Sentence].Lower(m.Head)
	one := slices.Contains([]string{"i", "me", "my", "mine", "myself"}, form)
	if !one && !slices.Contains([]string{"we", "us", "our", "ours", "ourselves"}, form) {
		return
	}
	e := r.speaker(m.Ref())
	if e == nil {
		return
	}
	if !one {
		e = r.side(e)
	}
	r.attach(e, m, event.ByPronoun)
}

// speaker is whom the innermost quotation around a word gives the words to, or nil.
func (r *run) speaker(w text.Ref) *entity {
	if a := r.quotation(w); a != nil {
		return r.entityAt(a.Source.Ref())
	}
	return nil
}

// A quote is what a direct or partial quotation with a source holds of one sentence.
type quote struct {
	*event.Attribution
	words text.Range
	depth int
}

// quotation is the innermost direct or partial quotation around a word that has a source, or nil.
func (r *run) quotation(w text.Ref) *event.Attribution {
	var best quote
	for _, q := range r.quotes[w.Sentence] {
		if q.words.Has(w) && (best.Attribution == nil || q.depth >= best.depth) {
			best = q
		}
	}
	return best.Attribution
}

// side is whom somebody means by "we": the body or movement that he belongs to, the state that he serves, else himself.
func (r *run) side(e *entity) *entity {
	if of := e.of.final(); of != nil && !of.human {
		if s := r.stateByCode(of.p.Country); s != nil && len(of.p.Sectors) > 0 && of.p.Sectors[0] == "GOV" {
			return s
		}
		return of
	}
	if e.state || !e.human || len(e.p.Sectors) == 0 {
		return e
	}
	switch e.p.Sectors[0] {
	case "GOV", "MIL", "SPY", "COP":
		if s := r.stateByCode(e.p.Country); s != nil && !e.former {
			return s
		}
	case "REB", "OPP", "PTY", "IGO":
		if x := r.movements[e.p.Country+e.p.Sectors[0]].final(); x != nil && x != e {
			return x
		}
	}
	return e
}
