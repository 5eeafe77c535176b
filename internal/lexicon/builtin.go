package lexicon

import (
	"slices"
	"strings"

	"example.org/demarche/internal/syntax"
)

// The classes that are no lists.
const (
	className    = "Name"    // a proper name, or begins with one
	classPronoun = "Pronoun" //
	classNumber  = "Number"  //
	classSum     = "Sum"     // a sum of money: "$ 5 billion"
	classVerb    = "Verb"    // the head of a clause
	classMust    = "Must"    // a predicate with "must", "should", "has to"
	classPlural  = "Plural"  // in the plural
	classSeveral = "Several" // the slot holds more than one, coordinated

	classPredicate  = "Predicate"  // a noun or adjective after "be", without a preposition
	classIndefinite = "Indefinite" // a noun with "a" before it

	// Classes of deeds: a word where some frame fits; where one of quad class 1 or 2 does; of quad class 3 or 4.
	classDeed        = "Deed"
	classCooperation = "Cooperation"
	classConflict    = "Conflict"

	// Classes of whom or what a word speaks of. Person and Place are lists too, to which names and pronouns are added.
	classPerson  = "Person"
	classPlace   = "Place"
	classBody    = "Body"    // a government, army, party, firm
	classCountry = "Country" // a state, by its name
)

var builtin = []string{
	className, classPronoun, classNumber, classSum, classVerb, classMust, classPlural, classSeveral, classPredicate, classIndefinite, classDeed, classCooperation, classConflict,
	classBody, classCountry,
}

// A Referent is what a word speaks of, as far as the layers of names and actors know.
type Referent struct {
	Person, Place, Body, Country bool
	Sectors                      []string // PLOVER's
}

// A Referents tells what the words of a sentence speak of.
type Referents func(word int) Referent

// hasClass reports whether a condition may name a class: one of classes.txt, one that is no list, a PLOVER type or a sector.
func (l *Lexicon) hasClass(name string) bool {
	_, isType := l.ontology.Type(name)
	return l.Classes.Has(name) || isType || l.ontology.HasSector(name)
}

// isCode reports whether a class is named as PLOVER's types and sectors are, in capitals.
func isCode(class string) bool { return len(class) > 1 && class[1] >= 'A' && class[1] <= 'Z' }

// isA reports whether word i is in a class.
func (r *roles) isA(i int, class string) bool {
	switch class {
	case className:
		return r.t.UPOS[i] == "PROPN" || r.standsForOne(i)
	case classPronoun:
		return r.t.UPOS[i] == "PRON"
	case classSum:
		return r.isSum(i)
	case classNumber:
		return r.t.UPOS[i] == "NUM" || r.t.UPOS[i] == "SYM"
	case classVerb:
		return r.t.UPOS[i] == "VERB" || r.t.Dependent(i, "cop") >= 0
	case classMust:
		return isMust(r.t, i)
	case classPlural:
		return r.t.Feat(i, "Number") == "Plur"
	case classPredicate:
		return r.t.Dependent(i, "cop") >= 0 && r.t.Dependent(i, "case") < 0
	case classIndefinite:
		d := r.t.Dependent(i, "det")
		return d >= 0 && r.t.Lemmas[d] == "a"
	case classSeveral:
		return false // asked of the whole slot
	}
	if r.classes.holds(r.t, i, class) || r.speaksOf(i, class) {
		return true
	}
	return (isCode(class) || class == classDeed || class == classCooperation || class == classConflict) && r.tells(i, class)
}

// standsForOne reports whether word i is a pronoun of the third person of which it is known for whom it stands; not one that turns a deed back on its doer.
func (r *roles) standsForOne(i int) bool {
	if r.who == nil || r.t.Feat(i, "PronType") != "Prs" || r.t.Feat(i, "Person") != "3" || strings.Contains(r.t.Lower(i), "sel") {
		return false
	}
	x := r.who(i)
	return x.Person || x.Body || x.Country
}

// speaksOf reports whether word i speaks of a person, a place, a body or somebody of a sector.
func (r *roles) speaksOf(i int, class string) bool {
	if r.who == nil {
		return false
	}
	switch class {
	case classPerson:
		return r.t.UPOS[i] != "NOUN" && r.who(i).Person
	case classPlace:
		return r.t.UPOS[i] != "NOUN" && r.who(i).Place
	case classBody:
		return r.who(i).Body
	case classCountry:
		return r.who(i).Country
	}
	return isCode(class) && slices.Contains(r.who(i).Sectors, class)
}

// tells reports whether a frame fits at word i whose deed is of a class or PLOVER type.
func (r *roles) tells(i int, class string) bool {
	plover, found := r.deedAt(i)
	quad := r.lex.ontology.QuadClass(plover)
	switch class {
	case classDeed:
		return found
	case classCooperation:
		return quad == 1 || quad == 2
	case classConflict:
		return quad == 3 || quad == 4
	}
	return found && plover == class
}

// isSum reports whether word i heads a sum of money: "$ 5 billion", "€28 million".
func (r *roles) isSum(i int) bool {
	if r.t.UPOS[i] == "SYM" {
		return r.t.XPOS[i] == "$" || r.t.Form(i) != "%"
	}
	for d := range r.t.Dependents(i) {
		if r.t.UPOS[d] == "SYM" && r.t.XPOS[d] == "$" {
			return true
		}
	}
	return false
}

// isMust reports whether word i is a predicate of obligation.
func isMust(t *syntax.Tree, i int) bool {
	for _, a := range t.Auxiliaries(i) {
		if l := t.Lower(a); l == "must" || l == "should" || l == "ought" {
			return true
		}
	}
	h := t.Head(i)
	return t.Is(i, "xcomp") && (t.Lemmas[h] == "have" || t.Lemmas[h] == "need" || t.Lemmas[h] == "ought") && t.UPOS[h] == "VERB"
}
