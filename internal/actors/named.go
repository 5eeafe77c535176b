package actors

import (
	"slices"
	"strings"

	"example.org/demarche/internal/event"
	"example.org/demarche/internal/facts"
	"example.org/demarche/internal/syntax"
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
	for _, d := range r.describing(m) {
		if r.describes(d, e) {
			r.describe(e, d)
		}
	}
}

// describing returns the mentions of titles before a name, and of appositions beside it.
func (r *run) describing(m *event.Mention) []*event.Mention {
	t := r.trees[m.Range.Sentence]
	heads := []int{m.Head}
	if m.Head+2 < t.Len() && t.Form(m.Head+1) == "-" { // "the secretary-general, Kofi Annan": parsers hang the name on either half
		heads = append(heads, m.Head+2)
	}
	var found []*event.Mention
	for _, h := range heads {
		for d := range t.Dependents(h) {
			if x := r.mentions.At(t.Ref(d)); t.Is(d, "nmod:desc", "appos") && x != nil && !r.done[t.Sentence][d] {
				found = append(found, x)
			}
		}
	}
	if x := r.nameAfter(m); x != nil && !r.done[t.Sentence][x.Head] && !slices.Contains(found, x) {
		found = append(found, x)
	}
	return found
}

// nameAfter is the person's name right after a description of one human being, with or without a comma: "the prime minister,
// Theresa May, told"; whatever the tree makes of it, which is often a second subject. It is nil if there is none.
func (r *run) nameAfter(m *event.Mention) *event.Mention {
	t := r.trees[m.Range.Sentence]
	if m.Form != event.ByNominal || m.Kind != event.Role && m.Kind != event.People || r.isPlural(m) {
		return nil
	}
	at := m.Head + 1
	for at < t.Len() && t.UPOS[at] != "PUNCT" && t.Dominates(m.Head, at) && r.mentionFrom(t, at) == nil {
		at++
	}
	for at > m.Head+1 && at < t.Len() && t.UPOS[at] != "PUNCT" && t.Dominates(m.Head, at) { // "the leader of the Tigers,"
		at++
	}
	comma := at < t.Len() && t.Form(at) == ","
	if comma {
		at++
	}
	x := r.mentionFrom(t, at)
	if x == nil || x.Kind != event.Person || t.Dependent(x.Head, "cc") >= 0 || comma && (x.Name.End >= t.Len() || t.UPOS[x.Name.End] != "PUNCT") {
		return nil
	}
	return x
}

// maxNameHead is how far into a name its head is looked for.
const maxNameHead = 5

// mentionFrom is the mention whose name begins at a word, or nil.
func (r *run) mentionFrom(t *syntax.Tree, start int) *event.Mention {
	for h := start; h < t.Len() && h < start+maxNameHead; h++ {
		if x := r.mentions.At(t.Ref(h)); x != nil && x.Form == event.ByName && x.Name.Start == start {
			return x
		}
	}
	return nil
}

// describes reports whether a mention beside one of the entity can be another name or description of it.
func (r *run) describes(m *event.Mention, e *entity) bool {
	switch m.Kind {
	case event.Person, event.Role:
		if m.Form == event.ByName && m.Kind == event.Person && e.name != "" && e.human {
			return sharesWord(r.fold(m.Name), e.name)
		}
		if m.Form == event.ByName && !e.human { // the aircraft carrier George Washington
			return !e.p.Named && e.p.Sector == "" && slices.Contains(e.p.Sectors, "MIL")
		}
		return e.human && !e.plural
	case event.Organization:
		return !e.human && !(m.Form == event.ByName && e.state)
	case event.People:
		return e.human
	}
	return false
}

func sharesWord(a, b string) bool {
	for w := range strings.FieldsSeq(a) {
		if slices.Contains(strings.Fields(b), w) {
			return true
		}
	}
	return false
}

// describe attaches a mention that describes an entity, and takes from it what the entity lacks.
func (r *run) describe(e *entity, m *event.Mention) {
	r.done[m.Range.Sentence][m.Head] = true
	if m.Form == event.ByName {
		r.attach(e, m, event.ByName)
		if m.Kind == event.People {
			r.takeNation(e, r.fold(m.Name))
			return
		}
		if !e.human {
			if !e.p.Named {
				e.p.Named, e.p.Name = true, squeeze(r.form(m.Name))
			}
			r.register(e, r.fold(m.Name))
			return
		}
		if !e.p.Named { // a minister, Jan Petersen
			r.nameThe(e, m)
		}
		return
	}
	noun, _ := facts.MatchNoun(r.k.nouns, r.trees[m.Range.Sentence], m.Head)
	f := r.modifiersOf(m)
	if e.former && !f.former && noun != nil && noun.Role == e.p.Role { // whom the article calls president still is one
		e.former = false
	}
	r.take(e, noun, f)
	r.attach(e, m, event.ByNominal)
}

// takeNation gives an entity the country of a nationality: "Charles Jenkins, an American".
func (r *run) takeNation(e *entity, name string) {
	if all := append(slices.Clone(r.k.adjectives[name]), r.k.peoples[name]...); len(all) > 0 {
		e.setCountry(actorCode(on(all, r.published)))
		e.setSectors([]string{"CVL"})
	}
}

// nameThe gives a name to an entity that had only a description.
func (r *run) nameThe(e *entity, m *event.Mention) {
	name := r.fold(m.Name)
	e.p.Named, e.p.Kind, e.p.Name = true, event.EntityPerson, squeeze(r.form(m.Name))
	e.human = true
	e.name = name
	r.byName[name] = e
	r.bear(e, name)
	if p := r.k.person(name, r.published, e.p.Country); p != nil && (e.p.Country == "" || e.p.Country == p.country()) {
		r.know(e, p)
	}
}

func squeeze(s string) string { return strings.Join(strings.Fields(s), " ") }

// take gives an entity the country, sectors and role that a noun with its modifiers tells.
func (r *run) take(e *entity, noun *facts.Noun, f modifiers) {
	e.setCountry(f.country, f.disputed)
	if e.of == nil {
		e.of = f.of
	}
	e.setSectors(sectorsOf(noun, f))
	if noun != nil {
		if e.p.Role == "" {
			e.p.Role = noun.Role
		}
		e.calls(noun.Words)
		if i := strings.LastIndexByte(noun.Words, ' '); i > 0 {
			e.calls(noun.Words[i+1:])
		}
	}
	if f.former && e.p.Country != "" {
		e.former = true
	}
}

// sectorsOf are the sectors of a noun; those of what it belongs to if it has none of its own.
func sectorsOf(noun *facts.Noun, f modifiers) []string {
	switch {
	case slices.Contains(f.sectors, "REB"):
		return []string{"REB"}
	case f.of != nil && f.of.p.Kind == event.EntityArmedGroup && len(f.of.p.Sectors) > 0:
		return f.of.p.Sectors
	case noun != nil && len(noun.Sectors) > 0 && !(f.of != nil && inherits(noun, f.of)):
		return noun.Sectors
	case len(f.sectors) > 0:
		return f.sectors
	case f.of != nil:
		return f.of.p.Sectors
	case noun != nil && noun.Role == "leader", noun != nil && f.country != "" && (noun.Role == "representative" || noun.Role == "spokesperson"):
		return []string{"GOV"}
	case noun != nil && noun.Role == "commander":
		return []string{"MIL"}
	}
	if noun != nil {
		return noun.Sectors
	}
	return nil
}

// inherits reports whether somebody's own sector is less than that of whom he belongs to: an official of the rebels, an
// envoy of the United Nations, a minister of a state.
func inherits(noun *facts.Noun, of *entity) bool {
	switch noun.Role {
	case "official", "envoy", "minister", "deputy", "commander", "observer", "leader":
		return !of.state && len(of.p.Sectors) > 0 && !of.human
	}
	return false
}

// namedPerson finds or makes the participant of a person's name.
func (r *run) namedPerson(m *event.Mention, name string) *entity {
	if e := r.knownHere(name); e != nil && e.human && !r.otherGender(m, e) {
		return e
	}
	f := r.titleModifiers(m)
	e := r.newEntity(event.EntityPerson)
	e.human, e.p.Named, e.p.Name, e.name = true, true, squeeze(r.form(m.Name)), name
	e.gender = r.genderOf(m)
	if p := r.k.person(name, r.published, f.country); p != nil {
		r.know(e, p)
	}
	if len(e.p.Sectors) == 0 {
		r.oneOf(e, m)
	}
	r.byName[name] = e
	r.bear(e, name)
	if e.p.Name != "" {
		r.byName[facts.Fold(e.p.Name)] = e
		r.bear(e, facts.Fold(e.p.Name))
	}
	return e
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

// knownHere is the person whom the article called by this name before, in whole or by the family name.
func (r *run) knownHere(name string) *entity {
	if e := r.byName[name].final(); e != nil {
		return e
	}
	words := strings.Fields(name)
	if len(words) == 1 {
		return r.surname[name].final()
	}
	e := r.surname[words[len(words)-1]].final() // "Hillary Clinton" after "Hillary Rodham Clinton"
	if e != nil && strings.HasPrefix(e.name, words[0]+" ") {
		return e
	}
	if e != nil && !strings.Contains(e.name, " ") && e.p.Name == e.name { // a full name after the family name alone
		return e
	}
	return nil
}

// bear enters the words of a person's name under which he may be spoken of again.
func (r *run) bear(e *entity, name string) {
	words := strings.Fields(name)
	if len(words) == 0 {
		return
	}
	if old := r.surname[words[len(words)-1]].final(); old != nil && old != e && len(words) > 1 && len(old.p.Mentions) > 2 {
		return // the name alone stays with whom the article is about
	}
	r.surname[words[len(words)-1]] = e
	if len(words) > 1 {
		for i := 1; i < len(words)-1; i++ { // "de Klerk", "Suu Kyi"
			r.surname[strings.Join(words[i:], " ")] = e
		}
		if r.surname[words[0]] == nil { // Hu Jintao is Hu
			r.surname[words[0]] = e
		}
		if _, after, ok := strings.Cut(words[len(words)-1], "-"); ok && len(after) > 3 { // al-Assad is Assad
			r.surname[after] = e
		}
	}
}

// know gives an entity what the tables know of a person.
func (r *run) know(e *entity, p *person) {
	e.p.Name, e.p.Wikidata = p.name, p.wikidata
	o, current := p.office(r.published)
	if o == nil {
		o = p.offices[0]
		e.setCountry(o.Country, false)
		return
	}
	e.setCountry(o.Country, false)
	e.p.Sectors = slices.Clone(o.Sectors)
	e.p.Role = o.Role
	e.former = !current && o.Term.To != ""
	e.calls(o.Role)
}

// titleModifiers are the modifiers of the first title or apposition of a name, to tell namesakes apart.
func (r *run) titleModifiers(m *event.Mention) modifiers {
	for _, d := range r.describing(m) {
		if f := r.modifiersOf(d); f.country != "" {
			return f
		}
	}
	return modifiers{}
}

// genderOf tells the gender by title or given name.
func (r *run) genderOf(m *event.Mention) string {
	t := r.trees[m.Range.Sentence]
	for w := max(m.Range.Start, m.Head-maxModifiers); w < m.Name.Start; w++ {
		switch strings.TrimSuffix(t.Lower(w), ".") {
		case "mr", "sir", "lord", "king", "prince", "sheikh", "ayatollah", "pope", "father":
			return "m"
		case "mrs", "ms", "miss", "dame", "lady", "queen", "princess", "mother", "sister":
			return "f"
		}
	}
	if m.Name.End-m.Name.Start > 1 {
		return r.k.given[facts.Fold(t.Form(m.Name.Start))]
	}
	return ""
}

// otherGender reports whether a name's title contradicts what is known of the person.
func (r *run) otherGender(m *event.Mention, e *entity) bool {
	g := r.genderOf(m)
	return g != "" && e.gender != "" && g != e.gender
}

// namedPeople finds or makes the participant of a people: Libyans, Tamils.
func (r *run) namedPeople(m *event.Mention, name string) *entity {
	if b := r.body(name, ""); b != nil {
		e := r.bodyOf(b)
		e.plural = true
		return e
	}
	if e := r.byName[name].final(); e != nil {
		return e
	}
	e := r.newEntity(event.EntityPeople)
	e.human, e.plural, e.p.Named, e.p.Name = true, r.isPlural(m), true, squeeze(r.form(m.Name))
	r.takeNation(e, name)
	e.setSectors([]string{"CVL"})
	e.vague = e.p.Country == ""
	if e.plural {
		r.byName[name], e.name = e, name
	}
	return e
}

// isPlural reports whether the head of a mention is in the plural.
func (r *run) isPlural(m *event.Mention) bool {
	t := r.trees[m.Range.Sentence]
	return t.Feat(m.Head, "Number") == "Plur" || t.XPOS[m.Head] == "NNS" || t.XPOS[m.Head] == "NNPS"
}

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
		return r.bodyOf(b)
	}
	if m.Kind == event.Other && !r.acts(m) {
		return nil
	}
	return r.newBody(m, name)
}

// body is the body that a folded name means here, or nil; owner is the country whose it is said to be.
func (r *run) body(name, owner string) *facts.Body { return r.k.body(name, r.published, owner, r.home) }

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
