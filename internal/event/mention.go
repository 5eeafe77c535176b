package event

import "example.org/demarche/internal/text"

// Kind is the coarse kind of a noun phrase.
type Kind string

// The kinds of noun phrases.
const (
	Person       Kind = "person"       // one human being, or several named ones
	Organization Kind = "organization" // a body: government, army, party, firm, agency
	Location     Kind = "place"        // somewhere: country, town, river
	People       Kind = "people"       // humans as a group: rebels, protesters, Libyans
	Role         Kind = "role"         // a human by office or function: the president, a spokesman
	Other        Kind = "other"        // anything else
)

// Form says how a phrase refers.
type Form string

// The forms of reference.
const (
	ByName    Form = "name"    // a proper name, with or without a title
	ByNominal Form = "nominal" // a common noun
	ByPronoun Form = "pronoun"
	ByMetonym Form = "metonym" // a place name that stands for its government
)

// A Mention is one noun phrase.
type Mention struct {
	Range text.Range // the phrase with its modifiers; without relative clauses, appositions and further conjuncts
	Head  int        // the head word, counted in the sentence
	Kind  Kind
	Form  Form       // ByName, ByNominal or ByPronoun
	Name  text.Range // the proper name in it, without title and role; empty if there is none
	Label string     // what the names head calls the name: PER, ORG, LOC; "" if it does not know it
}

// Ref is the mention's head word.
func (m Mention) Ref() text.Ref { return text.Ref{Sentence: m.Range.Sentence, Token: m.Head} }

// Mentions are the noun phrases of an article, by sentence; in a sentence in order of their heads.
type Mentions [][]Mention

// At returns the mention whose head is w, or nil.
func (ms Mentions) At(w text.Ref) *Mention {
	if w.Sentence >= len(ms) {
		return nil
	}
	for i := range ms[w.Sentence] {
		if ms[w.Sentence][i].Head == w.Token {
			return &ms[w.Sentence][i]
		}
	}
	return nil
}
