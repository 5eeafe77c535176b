package score

import "example.org/demarche/record"

// types are PLOVER's event types in the order of the table; "" stands for the events without a type, CAMEO's 01 family.
var types = []record.EventType{
	record.Agree, record.Consult, record.Support, record.Concede, record.Cooperate, record.Aid, record.Retreat, record.Request,
	record.Accuse, record.Reject, record.Threaten, record.Protest, record.Sanction, record.Mobilize, record.Coerce, record.Assault, "",
}

// Fields counts, over the matched events, those whose fields agree with gold.
type Fields struct {
	Status          Share
	CAMEO           Share // the whole code
	Root            Share // its first two digits
	Mode            Share
	Actors          Share // the same entities
	ActorWords      Share // some word shared
	Recipients      Share
	RecipientWords  Share
	Date            Share // both ends of the interval
	Place           Share // no place in both, or places that share a mention
	Voice           Share // in the article's own voice in both, or in neither
	FalseOccurrence Share // of the found events that are presented as done and have a counterpart of any type
}

// A clause is an event with its words.
type clause struct {
	record.Event
	evidence           set
	actors, recipients side
}

// clausesOf collects the events of a record.
func clausesOf(p page, r record.Record) []clause {
	out := make([]clause, len(r.Events))
	for i, e := range r.Events {
		out[i] = clause{e, p.cover(e.Evidence...),
			side{e.Actors, p.cover(e.ActorMentions...)}, side{e.Recipients, p.cover(e.RecipientMentions...)}}
	}
	return out
}

// match pairs events one to one. With typed, their types must be the same; without, those of one type go first.
func match(gold, found []clause, typed bool) []pair {
	gs, fs := spread(gold), spread(found)
	var cs []candidate
	for _, m := range meeting(gs, fs) {
		g, f := gold[m.gold], found[m.found]
		same := g.Type == f.Type
		if typed && !same || !overlap(g.evidence, f.evidence) && !sidesAgree(g, f) {
			continue
		}
		cs = append(cs, candidate{m, [3]float64{number(same), likenessOf(g.evidence, f.evidence), number(sidesAgree(g, f))}})
	}
	return choose(cs)
}

// spread is all the words of each event.
func spread(cs []clause) []set {
	out := make([]set, len(cs))
	for i, c := range cs {
		out[i] = union(c.evidence, c.actors.words, c.recipients.words)
	}
	return out
}

// sidesAgree reports whether each side that has words in either event overlaps, and at least one has.
func sidesAgree(g, f clause) bool {
	any := false
	for _, s := range [2][2]set{{g.actors.words, f.actors.words}, {g.recipients.words, f.recipients.words}} {
		if len(s[0])+len(s[1]) == 0 {
			continue
		}
		if !overlap(s[0], s[1]) {
			return false
		}
		any = true
	}
	return any
}

// compare counts how the fields of a matched pair agree.
func (f *Fields) compare(g, c clause, s scene) {
	f.Status.count(g.Status == c.Status)
	f.CAMEO.count(g.CAMEO == c.CAMEO)
	f.Root.count(root(g.CAMEO) == root(c.CAMEO))
	f.Mode.count(g.Mode == c.Mode)
	f.Date.count(sameDate(g.Date, c.Date))
	f.Place.count(s.samePlace(g.Place, c.Place))
	f.Voice.count((len(g.Attributions) == 0) == (len(c.Attributions) == 0))
	actors, recipients := s.sameSides(g, c)
	f.Actors.count(actors)
	f.Recipients.count(recipients)
	actors, recipients = s.sharedSides(g, c)
	f.ActorWords.count(actors)
	f.RecipientWords.count(recipients)
}

// root is the first two digits of a CAMEO code.
func root(code string) string { return code[:min(2, len(code))] }

// sameDate reports whether two dates have the same ends; one that is not there has none.
func sameDate(a, b *record.EventDate) bool {
	var none record.EventDate
	if a == nil {
		a = &none
	}
	if b == nil {
		b = &none
	}
	return a.From == b.From && a.To == b.To
}

// real reports whether a status presents the deed as done, ongoing or long past.
func real(s record.Status) bool {
	return s == record.StatusOccurred || s == record.StatusOngoing || s == record.StatusHistorical
}
