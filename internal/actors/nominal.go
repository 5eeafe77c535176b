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
	if q := facts.Quantified(t, m.Head); q >= 0 {
		r.quantified(m, q)
		return
	}
	if t.UPOS[m.Head] == "PRON" { // "anyone who …": somebody new, of whom nothing is known
		e := r.newEntity(event.EntityPeople)
		e.human, e.plural = true, t.Lower(m.Head) == "those"
		r.attach(e, m, event.ByNominal)
		return
	}
	noun, _ := facts.MatchNoun(r.k.nouns, t, m.Head)
	if noun != nil && noun.Kind == "place" && r.isMunicipal(m) {
		noun = &facts.Noun{Words: noun.Words, Kind: "organization", Sectors: []string{"GOV"}}
	}
	if noun != nil && (noun.Kind == "place" || noun.Words == "side" && !r.isParty(m)) {
		return
	}
	if r.nameWithin(m, noun) {
		return
	}
	if e := r.namedBeside(m); e != nil {
		r.describe(e, m)
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

// isParty reports whether a "side" is one of two parties, rather than of a border or a house: "both sides", "the other side said".
func (r *run) isParty(m *event.Mention) bool {
	t := r.trees[m.Range.Sentence]
	for d := range t.Dependents(m.Head) {
		if t.Is(d, "nmod") && t.Case(d) == "of" || t.Is(d, "nmod:poss") {
			return false
		}
	}
	return t.Is(m.Head, "nsubj", "obl:agent") || r.isPlural(m) && !slices.Contains([]string{"at", "in", "along"}, t.Case(m.Head))
}

// quantified resolves "thousands of demonstrators" to the demonstrators, all of them; but "one of the rebels" is somebody,
// "one of them" speaks for all.
func (r *run) quantified(m *event.Mention, q int) {
	t := r.trees[m.Range.Sentence]
	of := r.mentions.At(t.Ref(q))
	if of == nil {
		return
	}
	whole := r.resolved(of)
	if whole == nil {
		return
	}
	if t.Lemmas[m.Head] != "one" || !whole.human || of.Form == event.ByPronoun {
		r.attach(whole, m, event.ByNominal)
		return
	}
	e := r.newEntity(event.EntityPeople)
	e.human, e.of = true, whole
	e.setCountry(whole.p.Country, false)
	e.setSectors(whole.p.Sectors)
	e.p.Role = whole.p.Role
	e.calls(whole.nouns...)
	r.attach(e, m, event.ByNominal)
}

// nameWithin resolves a description that a parser made the head of the name after it, "Republican nominee Jan Petersen", to the
// one of that name, and reports whether it is one.
func (r *run) nameWithin(m *event.Mention, noun *facts.Noun) bool {
	t := r.trees[m.Range.Sentence]
	d := t.Dependent(m.Head, "flat")
	if noun == nil || noun.Kind == "organization" || d != m.Head+1 || t.UPOS[d] != "PROPN" || r.isPlural(m) {
		return false
	}
	end := d + 1
	for end < t.Len() && t.UPOS[end] == "PROPN" && t.Is(end, "flat") {
		end++
	}
	whole := *m
	whole.Form, whole.Kind, whole.Name, whole.Range.End = event.ByName, event.Person, text.Range{Sentence: t.Sentence, Start: d, End: end}, end
	e := r.namedPerson(&whole, r.fold(whole.Name))
	r.attach(e, &whole, event.ByName)
	r.take(e, noun, r.modifiersOf(m))
	for a := range t.Dependents(d) {
		if x := r.mentions.At(t.Ref(a)); x != nil && t.Is(a, "appos") && r.describes(x, e) {
			r.describe(e, x)
		}
	}
	return true
}

// namedBeside is whom the name beside a description is the name of: "the Russian foreign minister, Yevgeny Primakov".
func (r *run) namedBeside(m *event.Mention) *entity {
	if r.isPlural(m) || m.Kind != event.Role && m.Kind != event.Organization && m.Kind != event.People {
		return nil
	}
	for _, d := range r.describing(m) {
		if d.Form != event.ByName || (d.Kind == event.Person) == (m.Kind == event.Organization) || d.Kind == event.Location {
			continue
		}
		r.done[d.Range.Sentence][d.Head] = true
		r.named(d)
		if e := r.entityAt(d.Ref()); e != nil && r.describes(m, e) {
			return e
		}
	}
	return nil
}

// described finds or makes whom a description speaks of.
func (r *run) described(m *event.Mention, noun *facts.Noun, f modifiers) *entity {
	if noun == nil {
		return r.unlisted(m, f)
	}
	if noun.Words == "counterpart" {
		return r.counterpart(m, noun, f)
	}
	if e := r.government(m, noun, f); e != nil {
		e.governs = e.governs || isGovernment(noun.Words)
		return e
	}
	if e := r.owned(m, noun, f); e != nil {
		return e
	}
	if e := r.holder(m, noun, f); e != nil {
		return e
	}
	plural := r.isPlural(m)
	if e := r.bodyFor(m, noun, f, plural); e != nil {
		return e
	}
	if e := r.group(m, noun, f, plural); e != nil {
		return e
	}
	if !f.indef && !f.number && !f.other && (f.definite || f.demonstr) {
		if e := r.antecedent(m, noun, f, plural); e != nil {
			return e
		}
		if e := r.epithet(m, noun, f, plural); e != nil {
			return e
		}
	}
	e := r.fresh(m, noun, f)
	r.sideWith(e, m)
	return e
}

// counterpart makes the participant of "his Indian counterpart": of the same office as his, of another country.
func (r *run) counterpart(m *event.Mention, noun *facts.Noun, f modifiers) *entity {
	of := f.of.final()
	if f.of = nil; of == nil {
		return r.fresh(m, noun, f)
	}
	if f.country == of.p.Country {
		f.country = ""
	}
	e := r.fresh(m, noun, f)
	e.p.Role, e.vague = of.p.Role, false
	e.setSectors(of.p.Sectors)
	return e
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
		if e := r.recent[i]; e.human && !e.plural && e.p.Country == f.country && e.former == f.former && r.fills(e, noun) && !r.together(e, m.Ref()) {
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
	return f.country + ":" + of + ":" + f.people + ":" + words
}

// sameGroup is the last group that goes by the noun, of whatever country.
func (r *run) sameGroup(noun *facts.Noun, f modifiers, plural bool) *entity {
	if f.extra {
		return nil
	}
	rebels := slices.Contains(sectorsOf(noun, f), "REB") && noun.Kind == "people"
	for i := len(r.recent) - 1; i >= 0; i-- {
		e := r.recent[i]
		if e.p.Named && !f.definite || e.state || len(f.sectors) > 0 && !slices.ContainsFunc(f.sectors, e.actsFor) {
			continue
		}
		if rebels && f.definite && e.p.Kind == event.EntityArmedGroup && slices.Contains(e.p.Sectors, "REB") {
			return e
		}
		if e.plural != plural && e.human || e.human == (noun.Kind == "organization") {
			continue
		}
		if e.called(noun.Words) && (f.definite || !e.p.Named) || rebels && e.plural && slices.Contains(e.p.Sectors, "REB") && !e.p.Named {
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
	if noun != nil && (kind == event.EntityOrganization && slices.Contains(e.p.Sectors, "REB") || kind != event.EntityRole && noun.Role == "" && armed(noun)) {
		e.p.Kind = event.EntityArmedGroup
	}
	if noun != nil && isGovernment(noun.Words) && kind == event.EntityOrganization {
		e.p.Kind, e.governs = event.EntityGovernment, f.definite && f.of == nil
	}
	e.vague = e.p.Country == "" && !abroad(noun, f, plural)
	return e
}

// abroad reports whether a description without a country is of somebody who need not be of the country spoken of: any state, a
// government, diplomats.
func abroad(noun *facts.Noun, f modifiers, plural bool) bool {
	if noun == nil {
		return false
	}
	return isStateNoun(noun.Words) || noun.Role == "leader" && plural || noun.Role == "envoy" || noun.Role == "observer" || isGovernment(noun.Words) && !f.definite
}

// Nouns of women and of men, beside those that end in -woman and -man.
var (
	female = []string{"queen", "mother", "daughter", "wife", "sister", "girl", "princess", "actress", "nun", "widow"}
	male   = []string{"king", "father", "son", "husband", "brother", "boy", "prince", "priest", "monk", "pope", "imam", "sheikh", "ayatollah"}
)

func genderOfNoun(noun *facts.Noun) string {
	if noun == nil {
		return ""
	}
	last := noun.Words[strings.LastIndexByte(noun.Words, ' ')+1:]
	switch {
	case strings.HasSuffix(last, "woman") || slices.Contains(female, last):
		return "f"
	case strings.HasSuffix(last, "man") && last != "human" || slices.Contains(male, last):
		return "m"
	}
	return ""
}
