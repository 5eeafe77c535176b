package actors

import (
	"slices"
	"strings"

	"example.org/demarche/internal/event"
	"example.org/demarche/internal/facts"
)

// namedBody finds or makes the participant of a body's name, or of a name of which nothing is known.
func (r *run) namedBody(m *event.Mention, name string) *entity {
	if s := r.k.seats[name]; s != nil {
		if isWhere(r.trees[m.Range.Sentence], m.Head) {
			return nil
		}
		return r.seated(s)
	}
	if c := r.country(name); c != nil {
		return r.stateOf(c)
	}
	if e := r.byName[name].final(); e != nil {
		return e
	}
	if b := r.body(name, r.modifiersOf(m).country); b != nil && r.meant(b, name) {
		if r.isCounted(m) {
			return r.member(m, b)
		}
		return r.bodyOf(b)
	}
	if m.Kind == event.Other && !r.acts(m) {
		return nil
	}
	return r.newBody(m, name)
}

// body is the body that a folded name means here, or nil; owner is the country whose it is said to be. Names of several words may be written
// small: "state department".
func (r *run) body(name, owner string) *facts.Body {
	b := r.k.body(name, r.published, owner, r.home)
	if b == nil && strings.Contains(name, " ") {
		b = r.k.body(titleCase(name), r.published, owner, r.home)
	}
	return b
}

// meant reports whether a name that many states have a body for ("Congress", "National Guard") means this one: the article
// speaks of its country more than of others.
func (r *run) meant(b *facts.Body, name string) bool {
	return between(b.Country) || r.k.nouns[strings.ToLower(name)] == nil || b.Country == r.home || r.byName[facts.Fold(b.Names[0])] != nil
}

// newBody makes the participant of a body that the tables do not know: what it is, a noun in its name tells; whose, an
// adjective of nationality.
func (r *run) newBody(m *event.Mention, name string) *entity {
	t := r.trees[m.Range.Sentence]
	noun, _ := facts.MatchNoun(r.k.nouns, t, m.Head)
	if noun == nil && m.Name.End-1 != m.Head {
		noun, _ = facts.MatchNoun(r.k.nouns, t, m.Name.End-1)
	}
	f := r.modifiersOf(m)
	if noun != nil && isGovernment(noun.Words) && f.country != "" {
		if e := r.stateByCode(f.country); e != nil {
			return e
		}
	}
	kind := event.EntityOrganization
	if m.Kind == event.Other && noun == nil {
		kind = event.EntityOther
	}
	e := r.newEntity(kind)
	e.p.Named, e.p.Name = true, squeeze(r.form(m.Name))
	e.plural = r.isPlural(m)
	r.register(e, name)
	r.take(e, noun, f)
	e.guessed = true
	e.former, e.vague = false, e.p.Country == ""
	return e
}

// acts reports whether a mention stands where somebody acts or is acted upon.
func (r *run) acts(m *event.Mention) bool {
	t := r.trees[m.Range.Sentence]
	h := t.FirstConjunct(m.Head)
	return t.Is(h, "nsubj", "obl:agent", "nmod:poss") || t.Is(h, "obj") && t.UPOS[m.Head] == "PROPN"
}

// seated is the participant that sits in a seat of power.
func (r *run) seated(s *facts.Seat) *entity {
	if s.Kind == "government" {
		if e := r.stateByCode(s.Country); e != nil {
			return e
		}
	}
	if s.Country == "EUR" || s.Country == "UNO" {
		if b := r.body(map[string]string{"EUR": "European Union", "UNO": "United Nations"}[s.Country], ""); b != nil {
			return r.bodyOf(b)
		}
	}
	key := facts.Fold(s.Names[0])
	if e := r.byName[key].final(); e != nil {
		return e
	}
	e := r.newEntity(event.EntityKind(s.Kind))
	e.p.Name, e.p.Named, e.p.Country, e.p.Sectors = s.Names[0], true, s.Country, slices.Clone(s.Sectors)
	r.register(e, key)
	return e
}
