package actors

import (
	"slices"
	"strings"

	"example.org/demarche/internal/event"
	"example.org/demarche/internal/facts"
	"example.org/demarche/internal/text"
)

// An entity is a participant in the making.
type entity struct {
	p       *event.Participant
	human   bool     // one or several people, rather than a body
	plural  bool     // named by a plural
	many    bool     // its last name or description was a plural
	gender  string   // "m", "f", "" unknown: told by title, given name or noun
	times   int      // how often it was named or described
	heard   string   // the gender of the first pronoun that led to it
	state   bool     // a state with its government
	governs bool     // a state that the article called a government
	nouns   []string // the nouns it was called by, and the words of its name in lower case
	name    string   // its name, folded; "" if it has none
	of      *entity  // whom it belongs to: the state of a minister, the movement of its spokesman
	subject bool     // its last mention was a subject
	source  bool     // it has been the source of a statement
	vague   bool     // its country was not told
	guessed bool     // its sectors were guessed from the words of its name
	party   string   // the party that it was given to: "republican"
	former  bool
	gone    *entity // what it was merged into
}

// final follows merges.
func (e *entity) final() *entity {
	for e != nil && e.gone != nil {
		e = e.gone
	}
	return e
}

// lastMention is the last place that spoke of the entity; it must have been spoken of.
func (e *entity) lastMention() event.Reference { return e.p.Mentions[len(e.p.Mentions)-1] }

// lastWord is the head of the last mention.
func (e *entity) lastWord() text.Ref {
	m := e.lastMention()
	return text.Ref{Sentence: m.Range.Sentence, Token: m.Head}
}

// maxNouns bounds how many nouns are kept of an entity.
const maxNouns = 40

// calls adds nouns that the entity was called by.
func (e *entity) calls(nouns ...string) {
	for _, n := range nouns {
		if n != "" && !slices.Contains(e.nouns, n) && len(e.nouns) < maxNouns {
			e.nouns = append(e.nouns, n)
		}
	}
}

// called reports whether the entity was called by a noun.
func (e *entity) called(noun string) bool { return slices.Contains(e.nouns, noun) }

// actsFor reports whether the entity acts for a sector.
func (e *entity) actsFor(s string) bool { return slices.Contains(e.p.Sectors, s) }

// setSectors gives the entity sectors if it has none yet.
func (e *entity) setSectors(sectors []string) {
	if len(e.p.Sectors) == 0 && len(sectors) > 0 {
		e.p.Sectors = slices.Clone(sectors)
	}
}

// setCountry gives the entity a country's code if it has none yet.
func (e *entity) setCountry(code string, disputed bool) {
	if e.p.Country != "" || code == "" {
		return
	}
	e.p.Country = code
	if disputed && !slices.Contains(e.p.Sectors, "PRE") {
		e.p.Sectors = append(e.p.Sectors, "PRE")
	}
}

// newEntity enters a participant that is spoken of for the first time.
func (r *run) newEntity(kind event.EntityKind) *entity {
	e := &entity{p: &event.Participant{Kind: kind}}
	r.all = append(r.all, e)
	return e
}

// stateOf returns the participant of a state and its government.
func (r *run) stateOf(c *facts.Country) *entity {
	code, disputed := actorCode(c)
	key := c.Code
	if c.Kind == "part" && c.ISO2 == "" { // Scotland and Chechnya speak for themselves, under their state's code
		key = c.Names[0]
	}
	if e := r.states[key]; e != nil {
		return e.final()
	}
	e := r.newEntity(event.EntityGovernment)
	e.state, e.name = true, facts.Fold(c.Names[0])
	e.p.Name, e.p.Named, e.p.Sectors = c.Names[0], true, []string{"GOV"}
	e.setCountry(code, disputed)
	e.calls("government", "country", "state", "nation", "regime")
	r.states[key] = e
	return e
}

// stateByCode is stateOf for a code; nil for the codes of bodies between states.
func (r *run) stateByCode(code string) *entity {
	if c := r.k.byCode[code]; c != nil {
		return r.stateOf(c)
	}
	return nil
}

// bodyOf returns the participant of a body that the tables know.
func (r *run) bodyOf(b *facts.Body) *entity {
	key := facts.Fold(b.Names[0])
	if e := r.byName[key]; e != nil {
		return e.final()
	}
	e := r.newEntity(event.EntityKind(b.Kind))
	e.p.Name, e.p.Named, e.p.Country, e.p.Wikidata = b.Names[0], true, b.Country, b.Wikidata
	e.p.Sectors = slices.Clone(b.Sectors)
	r.register(e, key)
	for _, n := range b.Names {
		r.byName[facts.Fold(n)] = e
		e.calls(strings.Fields(strings.ToLower(n))...)
	}
	return e
}

// register makes an entity findable by its name and by the nouns in it.
func (r *run) register(e *entity, folded string) {
	if e.name == "" {
		e.name = folded
	}
	r.byName[folded] = e
	words := strings.Fields(strings.ToLower(folded))
	e.calls(words...)
	if len(words) > 1 && !e.human {
		if a := initials(folded); len(a) > 1 && r.byName[a] == nil {
			r.byName[a] = e
		}
	}
}

// initials are the first letters of the words that begin with a capital: NTC.
func initials(name string) string {
	var b strings.Builder
	for w := range strings.FieldsSeq(name) {
		if w[0] >= 'A' && w[0] <= 'Z' {
			b.WriteByte(w[0])
		}
	}
	return b.String()
}

// attach says that a phrase speaks of an entity.
func (r *run) attach(e *entity, m *event.Mention, form event.Form) {
	e = e.final()
	ref := m.Ref()
	if r.at[ref.Sentence][ref.Token] != nil {
		return
	}
	r.at[ref.Sentence][ref.Token] = e
	e.p.Mentions = append(e.p.Mentions, event.Reference{Range: m.Range, Head: m.Head, Form: form})
	t := r.trees[ref.Sentence]
	if form != event.ByPronoun {
		e.times++
		e.many = r.isPlural(m) && !e.state
	}
	if t.Feat(ref.Token, "PronType") != "Rel" {
		e.subject = t.Is(t.FirstConjunct(ref.Token), "nsubj")
	}
	if r.source[ref] {
		e.source = true
		if r.outer[ref] {
			r.lastSource = e
		}
	}
	r.touch(e)
}

// window is how many participants back an antecedent is looked for.
const window = 24

// touch moves an entity to the end of the recent ones.
func (r *run) touch(e *entity) {
	if i := slices.Index(r.recent, e); i >= 0 {
		r.recent = slices.Delete(r.recent, i, i+1)
	}
	r.recent = append(r.recent, e)
	if len(r.recent) > window {
		r.recent = slices.Delete(r.recent, 0, len(r.recent)-window)
	}
}

// merge makes two entities one: all of b's mentions are a's.
func (r *run) merge(a, b *entity) {
	a, b = a.final(), b.final()
	if a == b {
		return
	}
	b.gone = a
	a.p.Mentions = append(a.p.Mentions, b.p.Mentions...)
	a.calls(b.nouns...)
	a.setCountry(b.p.Country, false)
	if a.p.Role == "" {
		a.p.Role = b.p.Role
	}
	a.setSectors(b.p.Sectors)
	a.source = a.source || b.source
	a.times += b.times
	if i := slices.Index(r.recent, b); i >= 0 {
		r.recent[i] = a
		if j := slices.Index(r.recent, a); j < i {
			r.recent = slices.Delete(r.recent, j, j+1)
		}
	}
}

// entityAt is whom the word speaks of, or nil.
func (r *run) entityAt(w text.Ref) *entity { return r.at[w.Sentence][w.Token].final() }
