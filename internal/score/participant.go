package score

import "example.org/demarche/record"

// A side is the actors or the recipients of an event.
type side struct {
	ids   []record.ID
	words set // in the event's own clause
}

// A cast is the entities of a record, with the words of all their mentions.
type cast map[record.ID]set

// castOf collects the entities of a record.
func castOf(p page, r record.Record) cast {
	c := cast{}
	for _, e := range r.Entities {
		c[e.ID] = mentionWords(p, e)
	}
	return c
}

// mentionWords is the words of all mentions of an entity.
func mentionWords(p page, e record.Entity) set {
	spans := make([]record.Span, len(e.Mentions))
	for i, m := range e.Mentions {
		spans[i] = m.Span
	}
	return p.cover(spans...)
}

// words is those of the side's clause and of all mentions of its entities.
func (c cast) words(s side) []set {
	out := []set{s.words}
	for _, id := range s.ids {
		out = append(out, c[id])
	}
	return out
}

// align pairs the entities of two records, one to one, those whose mentions overlap best first; from found to gold.
func align(p page, gold, found record.Record) map[record.ID]record.ID {
	gs, fs := entityWords(p, gold), entityWords(p, found)
	var cs []candidate
	for _, m := range meeting(gs, fs) {
		cs = append(cs, candidate{m, [3]float64{likeness(gs[m.gold], fs[m.found])}})
	}
	to := map[record.ID]record.ID{}
	for _, m := range choose(cs) {
		to[found.Entities[m.found].ID] = gold.Entities[m.gold].ID
	}
	return to
}

// entityWords is the words of each entity's mentions, in the order of the record.
func entityWords(p page, r record.Record) []set {
	out := make([]set, len(r.Entities))
	for i, e := range r.Entities {
		out[i] = mentionWords(p, e)
	}
	return out
}

// sameEntities reports whether the found side holds the entities of the gold one, and no others.
func sameEntities(gold, found []record.ID, to map[record.ID]record.ID) bool {
	want := map[record.ID]bool{}
	for _, id := range gold {
		want[id] = true
	}
	for _, id := range found {
		g, ok := to[id]
		if !ok || !want[g] {
			return false
		}
	}
	return len(gold) == len(found)
}

// shareWords reports whether some participant of one side shares a word with one of the other, or both sides are empty.
func shareWords(gold, found side, gc, fc cast) bool {
	if len(gold.ids) == 0 || len(found.ids) == 0 {
		return len(gold.ids) == len(found.ids)
	}
	for _, g := range gc.words(gold) {
		for _, f := range fc.words(found) {
			if overlap(g, f) {
				return true
			}
		}
	}
	return false
}
