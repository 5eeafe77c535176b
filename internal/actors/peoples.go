package actors

import (
	"slices"

	"example.org/demarche/internal/event"
	"example.org/demarche/internal/facts"
)

// namedPeople finds or makes the participant of a people: Libyans, Tamils.
func (r *run) namedPeople(m *event.Mention, name string) *entity {
	if b := r.body(name, ""); b != nil {
		if r.isCounted(m) {
			return r.member(m, b)
		}
		e := r.bodyOf(b)
		e.plural = true
		return e
	}
	if p := r.k.stateless[name]; p != nil && r.isPlural(m) {
		return r.peopleOf(p)
	}
	if e := r.byName[name].final(); e != nil {
		return e
	}
	e := r.newEntity(event.EntityPeople)
	e.human, e.plural, e.p.Named, e.p.Name = true, r.isPlural(m), true, squeeze(r.form(m.Name))
	r.takeNation(e, name)
	if p := r.k.stateless[name+"s"]; p != nil { // a Kurd
		e.p.Country = p.Country
	}
	if noun, _ := facts.MatchNoun(r.k.nouns, r.trees[m.Range.Sentence], m.Head); noun != nil { // a Marine
		e.setSectors(noun.Sectors)
	}
	e.setSectors([]string{"CVL"})
	e.vague = e.p.Country == ""
	if e.plural {
		r.byName[name], e.name = e, name
	}
	return e
}

// isCounted reports whether a name in the plural is of some members of a body: "two Marines".
func (r *run) isCounted(m *event.Mention) bool {
	t := r.trees[m.Range.Sentence]
	return r.isPlural(m) && t.Dependent(m.Head, "nummod") >= 0
}

// member makes the participant of some members of a body.
func (r *run) member(m *event.Mention, b *facts.Body) *entity {
	e := r.newEntity(event.EntityPeople)
	e.human, e.plural, e.of = true, r.isPlural(m), r.bodyOf(b)
	e.p.Country, e.p.Sectors = b.Country, slices.Clone(b.Sectors)
	return e
}

// peopleOf returns the participant of a people without a state.
func (r *run) peopleOf(p *facts.People) *entity {
	key := facts.Fold(p.Names[0])
	if e := r.byName[key].final(); e != nil {
		return e
	}
	e := r.newEntity(event.EntityPeople)
	e.human, e.plural, e.p.Named, e.p.Name, e.p.Country = true, true, true, p.Names[0], p.Country
	e.setSectors([]string{"CVL"})
	r.byName[key], e.name = e, key
	return e
}

// isPlural reports whether the head of a mention is in the plural.
func (r *run) isPlural(m *event.Mention) bool {
	t := r.trees[m.Range.Sentence]
	return t.Feat(m.Head, "Number") == "Plur" || t.XPOS[m.Head] == "NNS" || t.XPOS[m.Head] == "NNPS"
}
