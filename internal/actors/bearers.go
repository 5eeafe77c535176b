package actors

import (
	"slices"
	"strings"

	"example.org/demarche/internal/event"
	"example.org/demarche/internal/facts"
)

// Who bears a name: people whom the article named before, family names that several share, and what the tables know of namesakes.

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
