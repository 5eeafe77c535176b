package lexicon

import (
	"slices"
	"strings"
)

// A Slot is a place beside a headword. Besides the constants, every preposition is a slot: what it marks beside the headword.
type Slot string

// The slots that are no prepositions.
const (
	Subject     Slot = "subject"     // who does it: the active's subject, the passive's "by", a noun's possessor, nationality …
	Object      Slot = "object"      // what it is done to: the active's object, the passive's subject, a noun's "of"
	IObject     Slot = "iobject"     // to whom something is given
	Poss        Slot = "poss"        // possessor of a noun: "Russia's"
	Nationality Slot = "nationality" // adjective with a capital before a noun: "Russian"
	Compound    Slot = "compound"    // noun before a noun: "NATO" of "NATO bombing", "US" of "US-led bombing"
	That        Slot = "that"        // a clause, with "that" or without, or a quotation
	Infinitive  Slot = "infinitive"  // "to" with a verb
	Gerund      Slot = "gerund"      // a verb in -ing without a preposition
	ContentDoer Slot = "content-subject"
	ObjectDoer  Slot = "object-doer" // of a noun in object: its possessor, nationality, "by", "of": Russia of "criticised Russia's invasion"
	Governor    Slot = "governor"    // the word that the headword hangs on
	Modifier    Slot = "modifier"    // adjectives and nouns before the headword
	Complement  Slot = "complement"  // what is said of subject or object: "ill" of "fell ill", "president" of "was elected president"
	Head0       Slot = "head"        // the headword itself
	Arg0        Slot = "arg0"        // who acts, by the head of roles
	Arg1        Slot = "arg1"        // who or what undergoes, by the head of roles
	Arg2        Slot = "arg2"        // PropBank's third argument, by the head of roles
	Auxiliary   Slot = "auxiliary"   // the auxiliaries of a verb: "will", "has"
	Passive     Slot = "passive"     // filled if the headword is a verb in the passive
	Negated     Slot = "negated"     // filled if the deed is negated, by what negates it
)

// named are the slots that are no prepositions.
var named = []Slot{
	Subject, Object, IObject, Poss, Nationality, Compound, That, Infinitive, Gerund, ContentDoer, ObjectDoer, Governor, Modifier, Complement, Head0,
	Arg0, Arg1, Arg2, Auxiliary, Passive, Negated,
}

// prepositions are the words that may name a slot; those of several words are joined by "_".
var prepositions = strings.Fields(`
	about above across after against ahead_of along alongside amid among around as at because_of before behind below beneath beside
	between beyond by despite down during for from in inside into near of off on on_behalf_of onto out out_of outside over past since
	through throughout to together_with toward towards under until up upon via with within without`)

// IsPreposition reports whether a slot is named by a preposition.
func (s Slot) IsPreposition() bool { return slices.Contains(prepositions, string(s)) }

// Known reports whether there is such a slot.
func (s Slot) Known() bool { return slices.Contains(named, s) || s.IsPreposition() }
