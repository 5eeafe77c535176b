package actors

import (
	"slices"
	"strings"

	"example.org/demarche/internal/event"
	"example.org/demarche/internal/facts"
	"example.org/demarche/internal/syntax"
)

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
			if x := r.mentions.At(t.Ref(d)); t.Is(d, "nmod:desc", "appos") && x != nil && !r.done[t.Sentence][d] && !r.inTitle(t, d) {
				found = append(found, x)
			}
		}
	}
	if x := r.nameAfter(m); x != nil && !r.done[t.Sentence][x.Head] && !slices.Contains(found, x) {
		found = append(found, x)
	}
	return found
}

// inTitle reports whether word d is the first word of a title of two: the Attorney of "Attorney General".
func (r *run) inTitle(t *syntax.Tree, d int) bool {
	if d+1 >= t.Len() || !t.Is(d, "nmod:desc") || !t.Is(d+1, "nmod:desc") || t.Head(d) != t.Head(d+1) {
		return false
	}
	noun, first := facts.MatchNoun(r.k.nouns, t, d+1)
	return noun != nil && first <= d
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
	if e.guessed && noun != nil && len(noun.Sectors) > 0 { // what the article calls it tells more than its name
		e.p.Sectors, e.guessed = nil, false
	}
	r.take(e, noun, f)
	r.attach(e, m, event.ByNominal)
}

// takeNation gives an entity the country of a nationality: "Charles Jenkins, an American".
func (r *run) takeNation(e *entity, name string) {
	c := on(r.k.adjectives[name], r.published)
	if c == nil {
		c = on(r.k.peoples[name], r.published)
	}
	if c != nil { // nil also where the name fits several states of the past and no day tells which
		e.setCountry(actorCode(c))
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
	if e.party == "" {
		e.party = f.party
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
	if f.former && (e.p.Country != "" || e.p.Role == "leader" || e.p.Role == "minister") {
		e.former = true
	}
}

// sectorsOf are the sectors of a noun; those of what it belongs to if it has none of its own.
func sectorsOf(noun *facts.Noun, f modifiers) []string {
	switch {
	case slices.Contains(f.sectors, "REB"):
		return []string{"REB"}
	case f.led && noun != nil && (noun.Words == "coalition" || noun.Words == "alliance"):
		return []string{"MIL"}
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
	case noun != nil && (noun.Words == "board" || noun.Words == "committee" || noun.Words == "panel"): // of nobody named: a town's, a parliament's
		return []string{"GOV"}
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
