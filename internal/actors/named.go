package actors

import (
	"strings"

	"example.org/demarche/internal/event"
	"example.org/demarche/internal/facts"
)

// named resolves a mention by its proper name.
func (r *run) named(m *event.Mention) {
	name := r.fold(m.Name)
	var e *entity
	switch m.Kind {
	case event.Person:
		e = r.namedPerson(m, name)
	case event.Organization, event.Other:
		e = r.namedBody(m, name)
	case event.People:
		e = r.namedPeople(m, name)
	case event.Role:
		r.nominal(m)
		return
	}
	if e == nil {
		return
	}
	r.attach(e, m, event.ByName)
	if m.Kind == event.Person {
		r.titled(e, m)
	}
	for _, d := range r.describing(m) {
		if r.describes(d, e) {
			r.describe(e, d)
		}
	}
}

// namedPerson finds or makes the participant of a person's name.
func (r *run) namedPerson(m *event.Mention, name string) *entity {
	if e := r.knownHere(name); e != nil && e.human && !r.otherGender(m, e) {
		r.nameInFull(e, m, name)
		return e
	} else if e != nil {
		if e := r.otherBearer(m, name); e != nil {
			return e
		}
	}
	if e := r.sharedName(m, name); e != nil {
		return e
	}
	if full := r.fullNames[name]; full != nil && r.k.capitals[name] == nil && r.k.names[name] == nil { // "Clinton" in a headline, "Hillary Clinton" below
		if e := r.namedPerson(full, r.fold(full.Name)); !r.otherGender(m, e) {
			return e
		}
	}
	f := r.titleModifiers(m)
	if e := r.introduced(m, name); e != nil {
		r.nameThe(e, m)
		return e
	}
	e := r.newEntity(event.EntityPerson)
	e.human, e.p.Named, e.p.Name, e.name = true, true, squeeze(r.form(m.Name)), name
	e.gender, e.plural = r.genderOf(m), r.isPlural(m)
	if all := r.fitting(m, e, r.k.namesakes(name, r.published, f.country)); len(all) == 1 {
		r.know(e, all[0])
	} else if len(all) > 1 {
		r.knowInCommon(e, all)
	} else if p := r.k.person(name, r.published, f.country); p != nil {
		r.know(e, p)
	}
	if len(e.p.Sectors) == 0 {
		r.oneOf(e, m)
		r.ledIn(e, m)
	}
	if first, _, more := strings.Cut(strings.ToLower(name), " "); more && r.k.nouns[first] != nil { // Pope Francis, King Abdullah
		e.calls(first)
	}
	r.byName[name] = e
	r.bear(e, name)
	if e.p.Name != "" {
		r.byName[facts.Fold(e.p.Name)] = e
		r.bear(e, facts.Fold(e.p.Name))
	}
	return e
}

// abbreviations are the nouns that short titles before names stand for.
var abbreviations = map[string]string{"sen": "senator", "rep": "congressman", "gov": "governor", "gen": "general", "col": "colonel", "lt": "lieutenant",
	"capt": "captain", "sgt": "sergeant", "adm": "admiral", "prof": "professor", "dr": "doctor", "rev": "pastor", "amb": "ambassador"}

// titled gives somebody what a short title before his name tells: "Sen. Jan Petersen".
func (r *run) titled(e *entity, m *event.Mention) {
	t := r.trees[m.Range.Sentence]
	for w := max(m.Range.Start, m.Name.Start-2); w < m.Name.Start; w++ {
		title, short := strings.CutSuffix(t.Lower(w), ".")
		if noun := r.k.nouns[abbreviations[title]]; noun != nil && short {
			r.take(e, noun, r.modifiersOf(m))
		}
	}
}

// introduced is the one whom the sentence before spoke of as "a former mayor" or the like, if the sentence now begins with a
// full name that comes without a title and that the tables do not know: news name in the second sentence whom they
// described in the first. It is nil if nobody, or more than one, was so described.
func (r *run) introduced(m *event.Mention, name string) *entity {
	t := r.trees[m.Range.Sentence]
	if !strings.Contains(name, " ") || r.k.people[name] != nil || !t.Is(m.Head, "nsubj") || len(r.describing(m)) > 0 {
		return nil
	}
	if m.Name.Start > 2 || t.Dependent(m.Head, "nmod:desc", "appos", "cc") >= 0 || t.Dependent(m.Head, "conj") >= 0 {
		return nil
	}
	var found *entity
	for _, e := range r.recent {
		if len(e.p.Mentions) == 0 || e.p.Mentions[0].Range.Sentence != m.Range.Sentence-1 || e.p.Named || !e.human || e.plural || !r.indefinite(e) {
			continue
		}
		if found != nil {
			return nil
		}
		found = e
	}
	return found
}

// indefinite reports whether an entity was first spoken of with "a" or "an".
func (r *run) indefinite(e *entity) bool {
	m := e.p.Mentions[0]
	t := r.trees[m.Range.Sentence]
	d := t.Dependent(m.Head, "det")
	return d >= 0 && t.Lemmas[d] == "a" && e.p.Role+e.p.Country != ""
}

// oneOf gives somebody named as one of a group what the group's description tells: "two envoys, Jan Petersen and Erik Solheim".
func (r *run) oneOf(e *entity, m *event.Mention) {
	t := r.trees[m.Range.Sentence]
	h := t.FirstConjunct(m.Head)
	if !t.Is(h, "appos") {
		return
	}
	g := r.mentions.At(t.Ref(t.Head(h)))
	if g == nil || g.Form != event.ByNominal || !r.isPlural(g) || g.Kind != event.Role && g.Kind != event.People {
		return
	}
	noun, _ := facts.MatchNoun(r.k.nouns, t, g.Head)
	r.take(e, noun, r.modifiersOf(g))
}

// ledIn gives somebody what the words before his name tell that a parser took for a part of it: "UN relief coordinator".
func (r *run) ledIn(e *entity, m *event.Mention) {
	if e.p.Country != "" || m.Name.Start <= m.Range.Start || len(r.describing(m)) > 0 {
		return
	}
	noun, _ := facts.MatchNoun(r.k.nouns, r.trees[m.Range.Sentence], m.Name.Start-1)
	r.take(e, noun, r.modifiersOf(m))
}
