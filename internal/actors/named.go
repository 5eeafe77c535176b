package actors

import (
	"slices"
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
	if e != nil && strings.HasSuffix(e.name, " "+name) { // "Biologist Jan Petersen" taken for a name
		return e
	}
	return nil
}

// maxBearers bounds how many who bear one family name are told apart.
const maxBearers = 8

// otherBearer is the last one who bears a family name and is of the gender that the title tells, or nil: "Mr. Lund" after Carla
// Lund and her husband, Peter Lund.
func (r *run) otherBearer(m *event.Mention, name string) *entity {
	all := r.bearers[name]
	for i := len(all) - 1; i >= 0; i-- {
		if e := all[i].final(); e.human && !r.otherGender(m, e) {
			return e
		}
	}
	return nil
}

// sharedName is whom a given name means that shares the family name of the next one, or nil: "Peter and Carla Lund".
func (r *run) sharedName(m *event.Mention, name string) *entity {
	t := r.trees[m.Range.Sentence]
	d := t.Dependent(m.Head, "conj")
	if strings.Contains(name, " ") || d < 0 || r.k.given[name] == "" {
		return nil
	}
	next := r.mentions.At(t.Ref(d))
	if next == nil || next.Form != event.ByName || next.Kind != event.Person {
		return nil
	}
	full := r.fold(next.Name)
	i := strings.LastIndexByte(full, ' ')
	if i < 0 {
		return nil
	}
	return r.byName[name+full[i:]].final()
}

// nameInFull gives somebody whom the article has only called by the family name his full one.
func (r *run) nameInFull(e *entity, m *event.Mention, name string) {
	if strings.Contains(e.name, " ") || !strings.HasSuffix(name, " "+e.name) || facts.Fold(e.p.Name) != e.name {
		return
	}
	e.p.Name, e.name = squeeze(r.form(m.Name)), name
	if e.gender == "" {
		e.gender = r.genderOf(m)
	}
	r.byName[name] = e
	r.bear(e, name)
}

// findFullNames notes for each family name the first mention that gives it in full.
func (r *run) findFullNames() {
	for s := range r.mentions {
		for i := range r.mentions[s] {
			m := &r.mentions[s][i]
			if m.Form != event.ByName || m.Kind != event.Person {
				continue
			}
			name := r.fold(m.Name)
			if i := strings.LastIndexByte(name, ' '); i >= 0 && r.fullNames[name[i+1:]] == nil {
				r.fullNames[name[i+1:]] = m
			}
		}
	}
}

// bear enters the words of a person's name under which he may be spoken of again.
func (r *run) bear(e *entity, name string) {
	words := strings.Fields(name)
	if len(words) == 0 {
		return
	}
	last := words[len(words)-1]
	if !slices.Contains(r.bearers[last], e) && len(r.bearers[last]) < maxBearers {
		r.bearers[last] = append(r.bearers[last], e)
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
	if e.gender == "" {
		e.gender = r.k.given[p.givenName()]
	}
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

// fitting keeps of several who bear a name those whose given name is of the gender that the text tells and who held the office
// that the title names, if any did: "Mr. Clinton", "President Clinton".
func (r *run) fitting(m *event.Mention, e *entity, all []*person) []*person {
	role := ""
	for _, d := range r.describing(m) {
		if noun, _ := facts.MatchNoun(r.k.nouns, r.trees[m.Range.Sentence], d.Head); noun != nil && role == "" {
			role = noun.Role
		}
	}
	for _, fits := range []func(*person) bool{
		func(p *person) bool { return e.gender == "" || r.k.given[p.givenName()] == e.gender },
		func(p *person) bool { return role == "" || p.held(role) },
	} {
		if some := slices.DeleteFunc(slices.Clone(all), func(p *person) bool { return !fits(p) }); len(some) > 0 {
			all = some
		}
	}
	return all
}

// knowInCommon gives an entity what the tables say alike of all who bear its name: both presidents Bush led the same state.
func (r *run) knowInCommon(e *entity, all []*person) {
	first, _ := all[0].office("")
	alike := true
	for _, p := range all[1:] {
		o, _ := p.office("")
		if o.Country != first.Country {
			return
		}
		alike = alike && o.Role == first.Role && slices.Equal(o.Sectors, first.Sectors)
	}
	e.setCountry(first.Country, false)
	if !alike {
		return
	}
	e.p.Sectors, e.p.Role = slices.Clone(first.Sectors), first.Role
	e.calls(first.Role)
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

// ledIn gives somebody what the words before his name tell that a parser took for a part of it: "UN relief coordinator".
func (r *run) ledIn(e *entity, m *event.Mention) {
	if e.p.Country != "" || m.Name.Start <= m.Range.Start || len(r.describing(m)) > 0 {
		return
	}
	noun, _ := facts.MatchNoun(r.k.nouns, r.trees[m.Range.Sentence], m.Name.Start-1)
	r.take(e, noun, r.modifiersOf(m))
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
