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

// quote notes the words that an attribution quotes: of a partial quotation those in quotation marks.
func (r *run) quote(a *event.Attribution) {
	open := false
	for _, c := range a.Content {
		if a.Quote == event.Direct {
			r.quotes[c.Sentence] = append(r.quotes[c.Sentence], quote{a, c, a.Depth()})
			continue
		}
		t, from := r.trees[c.Sentence], c.Start
		for w := c.Start; w < c.End; w++ {
			mark := quotationMark(t.Form(w), open)
			if open && (mark || w == c.End-1) {
				r.quotes[c.Sentence] = append(r.quotes[c.Sentence], quote{a, text.Range{Sentence: c.Sentence, Start: from, End: w + 1}, a.Depth()})
			}
			if mark {
				open, from = !open, w
			}
		}
	}
}

// quotationMark reports whether a word is a mark that opens a quotation, or closes the one that is open.
func quotationMark(form string, open bool) bool {
	switch form {
	case "\"":
		return true
	case "“", "``", "«", "„":
		return !open
	case "”", "''", "»":
		return open
	}
	return false
}

// measure numbers the paragraphs, and counts the sentences that no direct quotation fills.
func (r *run) measure() {
	r.paragraph, r.plain = make([]int, len(r.trees)), make([]int, len(r.trees))
	for s := 1; s < len(r.trees); s++ {
		r.paragraph[s], r.plain[s] = r.paragraph[s-1], r.plain[s-1]
		if r.g.Sentences[s].Paragraph {
			r.paragraph[s]++
		}
		if !r.filled(s - 1) {
			r.plain[s]++
		}
	}
}

// filled reports whether a direct quotation fills a sentence, but for what stands outside its marks.
func (r *run) filled(s int) bool {
	for _, q := range r.quotes[s] {
		if q.Quote == event.Direct && q.words.Start <= 1 && q.words.End >= r.trees[s].Len()-1 {
			return true
		}
	}
	return false
}

// quotation is the innermost direct or partial quotation around a word that has a source, or nil: one whose cue stands in the
// word's own sentence goes before others.
func (r *run) quotation(w text.Ref) *event.Attribution {
	var best quote
	for _, q := range r.quotes[w.Sentence] {
		if !q.words.Has(w) {
			continue
		}
		here, bestHere := q.citedIn(w.Sentence), best.Attribution != nil && best.citedIn(w.Sentence)
		if best.Attribution == nil || here && !bestHere || here == bestHere && q.depth >= best.depth {
			best = q
		}
	}
	return best.Attribution
}

// citedIn reports whether the cue of a quotation stands in a sentence.
func (q quote) citedIn(sentence int) bool { return !q.Cue.Empty() && q.Cue.Range.Sentence == sentence }

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
