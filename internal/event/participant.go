package event

import (
	"slices"

	"example.org/demarche/internal/text"
)

// EntityKind is the kind of a participant, as the record writes it.
type EntityKind string

// The kinds of participants.
const (
	EntityPerson       EntityKind = "person"
	EntityOrganization EntityKind = "organization"
	EntityGovernment   EntityKind = "government"
	EntityArmedGroup   EntityKind = "armed_group"
	EntityPeople       EntityKind = "people"
	EntityRole         EntityKind = "role"
	EntityOther        EntityKind = "other"
)

// A Participant is somebody or something that acts, is acted upon or speaks.
type Participant struct {
	Name     string
	Kind     EntityKind
	Country  string   // ISO 3166-1 alpha-3, or PLOVER's UNO EUR IGO NGO ISM IMG
	Sector   string   // PLOVER's sector code, the primary one: GOV, MIL, REB …
	Sectors  []string // all of them, the primary one first
	Code     string   // CAMEO-style composite: LBYGOV
	Role     string   // leader, spokesperson, minister …
	Wikidata string
	Named    bool
	Single   bool        // one human being of whom only a noun tells: "a man", "her neighbour"; not "a Turk"
	Mentions []Reference // in order of text
}

// Public reports whether the participant is a side that an event's scope asks for: a state or its organs, an
// international body, a party, an armed or criminal organisation, a movement, people acting together, or someone
// acting for one of these.
func (p *Participant) Public() bool {
	switch {
	case p == nil:
		return false
	case slices.ContainsFunc(p.Sectors, func(s string) bool { return publicSectors[s] }):
		return true
	case p.Single:
		return false
	case p.Kind == EntityPeople || p.Kind == EntityGovernment || p.Kind == EntityArmedGroup:
		return !firms[p.Sector] && (p.Sector != "" || p.Country != "")
	}
	return p.Sector == "" && p.Country != "" && p.Kind != EntityPerson
}

// publicSectors are those of states and their organs, of bodies between states, of parties, armed and criminal organisations, unions,
// churches and movements, and of who has left such an office. Those that are left out (business, media, medicine, education, farming,
// private citizens) are public only as people together.
var publicSectors = map[string]bool{
	"COP": true, "GOV": true, "JUD": true, "LEG": true, "MIL": true, "PRM": true, "PTY": true, "REB": true, "SPY": true, "UAF": true, "UNK": true,
	"CRM": true, "ELI": true, "LAB": true, "REL": true, "OPP": true, "PRE": true, "IGO": true, "UNO": true, "EUR": true, "NGO": true, "ISM": true,
	"IMG": true,
}

// firms are the sectors whose people are out for their own business: investors, analysts.
var firms = map[string]bool{"BUS": true, "MNC": true, "JRN": true}

// A Reference is one place in the text that speaks of a participant.
type Reference struct {
	Range text.Range
	Head  int // the head word, counted in the sentence
	Form  Form
}

// Participants is the layer of actors: who is who, and which words speak of them.
type Participants struct {
	List   []*Participant     // in order of their first mention
	ByWord [][]*Participant   // by sentence and head word; nil where a word speaks of nobody
	Rulers map[text.Ref]Ruler // by head word; those who are not in List are spoken of nowhere else
}

// A Ruler is the government of a country or capital whose name was read as a place: whom a deed is done to that is done to that place.
type Ruler struct {
	*Participant
	Capital bool
}

// At returns whom the phrase headed by w speaks of, or nil.
func (p *Participants) At(w text.Ref) *Participant {
	if p == nil || w.Sentence >= len(p.ByWord) || w.Token >= len(p.ByWord[w.Sentence]) {
		return nil
	}
	return p.ByWord[w.Sentence][w.Token]
}
