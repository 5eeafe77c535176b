package actors

import (
	"slices"
	"strings"

	"example.org/demarche/internal/event"
	"example.org/demarche/internal/facts"
	"example.org/demarche/internal/text"
)

// nominal resolves a description: the official, US diplomats, rebels, Libya's government.
func (r *run) nominal(m *event.Mention) {
	t := r.trees[m.Range.Sentence]
	noun, _ := facts.MatchNoun(r.k.nouns, t, m.Head)
	if noun != nil && noun.Kind == "place" {
		return
	}
	f := r.modifiersOf(m)
	e := r.described(m, noun, f)
	if e == nil {
		return
	}
	r.attach(e, m, event.ByNominal)
	for _, d := range r.describing(m) {
		if r.describes(d, e) {
			r.describe(e, d)
		}
	}
}

// described finds or makes whom a description speaks of.
func (r *run) described(m *event.Mention, noun *facts.Noun, f modifiers) *entity {
	if noun == nil {
		return r.fresh(m, nil, f)
	}
	if e := r.government(m, noun, f); e != nil {
		return e
	}
	if e := r.holder(m, noun, f); e != nil {
		return e
	}
	plural := r.isPlural(m)
	if e := r.group(m, noun, f, plural); e != nil {
		return e
	}
	if !f.indef && !f.number && !f.other && (f.definite || f.demonstr) {
		if e := r.antecedent(m, noun, f, plural); e != nil {
			return e
		}
	}
	return r.fresh(m, noun, f)
}

// isGovernment reports whether a noun speaks of a state's government as a whole.
func isGovernment(words string) bool {
	switch words {
	case "government", "regime", "administration", "federal government", "central government", "leadership", "cabinet", "interim government",
		"transitional government", "military government", "coalition government", "unity government", "caretaker government", "junta", "ruling junta",
		"military junta", "dictatorship", "monarchy", "presidency":
		return true
	}
	return false
}

// government resolves "Libya's government", "the Gaddafi regime", and "the government" to the state last spoken of as one that
// governs.
func (r *run) government(m *event.Mention, noun *facts.Noun, f modifiers) *entity {
	t := r.trees[m.Range.Sentence]
	if r.isPlural(m) || f.former || f.other || f.indef && f.country == "" {
		return nil
	}
	switch {
	case isGovernment(noun.Words):
		if t.Is(m.Head, "obl") && t.Case(m.Head) == "as" { // recognised as the government: whom, not the one there is
			return nil
		}
		if f.of != nil && f.of.p.Country != "" && !slices.Contains(f.of.p.Sectors, "GOV") && !f.of.state {
			return nil // the rebels' government
		}
		if e := r.stateByCode(f.country); e != nil {
			if b := r.transitional(m, f); b {
				return nil
			}
			return e
		}
		if f.country == "" && f.definite && f.of == nil {
			return r.lastState(true)
		}
	case noun.Words == "country" || noun.Words == "nation" || noun.Words == "state" || noun.Words == "republic" || noun.Words == "kingdom":
		if f.definite || f.demonstr {
			return r.lastState(false)
		}
	}
	return nil
}

// transitional reports whether a description is of a government beside the one there is: "the interim government of Libya" as a
// predicate or after "as".
func (r *run) transitional(m *event.Mention, f modifiers) bool {
	t := r.trees[m.Range.Sentence]
	return t.Case(m.Head) == "as" || t.Dependent(m.Head, "cop") >= 0
}

// lastState is the state spoken of last; of those called a government if governing.
func (r *run) lastState(governing bool) *entity {
	for i := len(r.recent) - 1; i >= 0; i-- {
		if e := r.recent[i]; e.state && (!governing || e.subject || e.source) {
			return e
		}
	}
	for i := len(r.recent) - 1; i >= 0; i-- {
		if e := r.recent[i]; e.state {
			return e
		}
	}
	return nil
}

// holder resolves an office of a state to who holds it: somebody of that country and role spoken of before, or the one leader
// that the state has on the day if the article names him.
func (r *run) holder(m *event.Mention, noun *facts.Noun, f modifiers) *entity {
	if noun.Kind != "role" || f.country == "" || f.indef || f.number || f.other || r.isPlural(m) {
		return nil
	}
	if noun.Role != "leader" && noun.Role != "minister" && noun.Role != "deputy" || f.of != nil && !f.of.state && !f.of.human {
		return nil
	}
	for i := len(r.recent) - 1; i >= 0; i-- {
		if e := r.recent[i]; e.human && !e.plural && e.p.Country == f.country && e.former == f.former && r.fills(e, noun) {
			return e
		}
	}
	return nil
}

// fills reports whether somebody holds the office that a noun names.
func (r *run) fills(e *entity, noun *facts.Noun) bool {
	if e.called(noun.Words) {
		return true
	}
	if e.p.Role != noun.Role || len(e.p.Sectors) == 0 || len(noun.Sectors) > 0 && e.p.Sectors[0] != noun.Sectors[0] {
		return false
	}
	return noun.Role == "leader" && !otherOffice(e, noun.Words)
}

// otherOffice reports whether somebody was called by an office that excludes another: a president is no prime minister.
func otherOffice(e *entity, words string) bool {
	exclusive := []string{"president", "prime minister", "king", "queen", "chancellor", "premier", "emir"}
	if !slices.Contains(exclusive, words) {
		return false
	}
	for _, o := range exclusive {
		if o != words && e.called(o) {
			return true
		}
	}
	return false
}

// group resolves a group that is spoken of as a whole: rebels, the Libyan army, police. All such mentions are one participant.
func (r *run) group(m *event.Mention, noun *facts.Noun, f modifiers, plural bool) *entity {
	collective := noun.Kind == "organization" && !plural || plural && (noun.Kind == "people" || noun.Kind == "role") ||
		noun.Kind == "organization" && isMass(noun.Words)
	if !collective || f.indef || f.number || f.other {
		return nil
	}
	if noun.Kind == "organization" && len(noun.Sectors) == 0 && f.of == nil && f.country == "" { // the group, the committee
		return nil
	}
	key := r.groupKey(noun, f)
	if e := r.groups[key].final(); e != nil && e.p.Country == f.country {
		return e
	}
	if f.country == "" && f.of == nil { // "the army" after "the Libyan army"
		if e := r.sameGroup(noun, f, plural); e != nil {
			return e
		}
	}
	e := r.fresh(m, noun, f)
	r.groups[key] = e
	return e
}

// isMass reports whether a plural noun speaks of one body: forces, troops, authorities.
func isMass(words string) bool {
	return strings.HasSuffix(words, "forces") || strings.HasSuffix(words, "troops") || strings.HasSuffix(words, "authority") ||
		strings.HasSuffix(words, "services") || words == "media" || words == "authorities"
}

// groupKey is what makes two descriptions of groups one: the noun, whose it is, the sector of what stands before it. Rebels
// go by many nouns.
func (r *run) groupKey(noun *facts.Noun, f modifiers) string {
	words := noun.Words
	sectors := sectorsOf(noun, f)
	if slices.Contains(sectors, "REB") && noun.Kind == "people" {
		words = "rebel"
	} else if len(f.sectors) > 0 {
		words += "/" + strings.Join(f.sectors, ",")
	}
	of := ""
	if f.of != nil {
		of = f.of.p.Name
	}
	return f.country + ":" + of + ":" + words
}

// sameGroup is the last group that goes by the noun, of whatever country.
func (r *run) sameGroup(noun *facts.Noun, f modifiers, plural bool) *entity {
	if f.extra {
		return nil
	}
	rebels := slices.Contains(sectorsOf(noun, f), "REB") && noun.Kind == "people"
	for i := len(r.recent) - 1; i >= 0; i-- {
		e := r.recent[i]
		if e.p.Named && !f.definite || e.state {
			continue
		}
		if e.plural == plural && (e.called(noun.Words) && (f.definite || !e.p.Named) || rebels && e.plural && e.human && slices.Contains(e.p.Sectors, "REB") && !e.p.Named) {
			return e
		}
	}
	return nil
}

// fresh makes a participant of a description.
func (r *run) fresh(m *event.Mention, noun *facts.Noun, f modifiers) *entity {
	kind := event.EntityOther
	plural := r.isPlural(m)
	switch m.Kind {
	case event.Person:
		kind = event.EntityPerson
	case event.Role:
		kind = event.EntityRole
		if plural {
			kind = event.EntityPeople
		}
	case event.People:
		kind = event.EntityPeople
	case event.Organization:
		kind = event.EntityOrganization
	}
	e := r.newEntity(kind)
	e.human = m.Kind != event.Organization && m.Kind != event.Other
	e.plural = plural
	e.gender = genderOfNoun(noun)
	r.take(e, noun, f)
	if len(e.p.Sectors) > 0 && slices.Contains([]string{"REB", "PRM", "UAF"}, e.p.Sectors[0]) && (kind == event.EntityOrganization || kind == event.EntityPeople) {
		e.p.Kind = event.EntityArmedGroup
	}
	if noun != nil && isGovernment(noun.Words) && kind == event.EntityOrganization {
		e.p.Kind = event.EntityGovernment
	}
	e.vague = e.p.Country == ""
	return e
}

func genderOfNoun(noun *facts.Noun) string {
	if noun == nil {
		return ""
	}
	last := noun.Words[strings.LastIndexByte(noun.Words, ' ')+1:]
	switch {
	case strings.HasSuffix(last, "woman") || slices.Contains([]string{"queen", "mother", "daughter", "wife", "sister", "girl", "princess", "actress", "nun", "widow"}, last):
		return "f"
	case strings.HasSuffix(last, "man") && last != "human" || slices.Contains([]string{"king", "father", "son", "husband", "brother", "boy", "prince", "priest", "monk", "pope", "imam", "sheikh", "ayatollah"}, last):
		return "m"
	}
	return ""
}

// antecedent is the last participant that "the …" can speak of; for a source of statements the last source first.
func (r *run) antecedent(m *event.Mention, noun *facts.Noun, f modifiers, plural bool) *entity {
	isSource := r.source[text.Ref{Sentence: m.Range.Sentence, Token: m.Head}]
	if isSource && r.lastSource != nil {
		if e := r.lastSource.final(); r.canBe(e, noun, f, plural) {
			return e
		}
		for i := len(r.recent) - 1; i >= 0; i-- {
			if e := r.recent[i]; e.source && r.canBe(e, noun, f, plural) {
				return e
			}
		}
	}
	for i := len(r.recent) - 1; i >= 0; i-- {
		if e := r.recent[i]; r.canBe(e, noun, f, plural) {
			return e
		}
	}
	return nil
}

// canBe reports whether a description can speak of an entity.
func (r *run) canBe(e *entity, noun *facts.Noun, f modifiers, plural bool) bool {
	if e.plural != plural || e.human != (noun.Kind != "organization") || e.state || e.former && !f.former && noun.Kind == "role" && !e.p.Named {
		return false
	}
	if f.country != "" && e.p.Country != "" && f.country != e.p.Country || f.extra && !e.called(noun.Words) {
		return false
	}
	last := noun.Words[strings.LastIndexByte(noun.Words, ' ')+1:]
	if e.called(noun.Words) || e.called(last) {
		return true
	}
	if noun.Kind == "organization" {
		return len(noun.Sectors) == 0 && !e.human && generic(last) && e.p.Named
	}
	return sameRole(e, noun, last)
}

// generic reports whether a noun fits any body.
func generic(noun string) bool {
	return slices.Contains([]string{"group", "organization", "organisation", "movement", "body", "institution", "alliance", "bloc"}, noun)
}

// sameRole reports whether a noun of office or a word for any human fits what somebody is.
func sameRole(e *entity, noun *facts.Noun, last string) bool {
	switch {
	case last == "official" || last == "diplomat":
		return !e.p.Named && slices.Contains([]string{"official", "spokesperson", "envoy", "minister", "deputy", "representative"}, e.p.Role)
	case last == "man" || last == "woman" || last == "person":
		return !e.p.Named && (e.gender == "" || e.gender == genderOfNoun(noun)) && e.p.Role != ""
	case noun.Role == "":
		return false
	case noun.Role == "leader":
		return e.p.Role == "leader" && !otherOffice(e, noun.Words) && (len(noun.Sectors) == 0 || slices.Contains(e.p.Sectors, noun.Sectors[0]))
	}
	return e.p.Role == noun.Role && slices.Contains([]string{"spokesperson", "minister", "deputy", "envoy", "judge", "prosecutor", "commander"}, noun.Role) &&
		strings.HasSuffix(noun.Words, last) && noun.Words == last
}
