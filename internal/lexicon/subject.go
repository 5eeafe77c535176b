package lexicon

import (
	"slices"

	"example.org/demarche/internal/syntax"
)

// maxClimb bounds how far a subject is sought through clauses above: "said they hoped to try to agree to meet".
const maxClimb = 8

// A roles is the role finder for one tree.
type roles struct {
	t       *syntax.Tree
	classes *Classes
	lex     *Lexicon

	who    Referents                               // what the words speak of; nil if that is not known
	deedAt func(i int) (plover string, found bool) // the type of the deed that a frame finds at a word
}

// expand returns the words that a phrase headed by i speaks of: relative pronouns led back, "thousands of protesters" led on to
// protesters, conjuncts each for itself.
func (r *roles) expand(i int) []int {
	var all []int
	for _, w := range r.conjuncts(r.human(antecedent(r.t, i), i)) {
		w = r.counted(r.human(antecedent(r.t, w), w))
		for _, x := range r.conjuncts(w) {
			if !slices.Contains(all, x) && !r.isEachOther(x) {
				all = append(all, x)
			}
		}
	}
	slices.Sort(all)
	return all
}

// maxPhrase bounds how far back in a phrase somebody human is sought.
const maxPhrase = 12

// human leads the "who" i of "the house of the mayor, who …" on from its noun, if that is of nobody human, to the one in its phrase who is.
func (r *roles) human(noun, i int) int {
	if noun == i || r.t.Lower(i) != "who" && r.t.Lower(i) != "whom" || r.isA(noun, "Person") {
		return noun
	}
	for w := i - 1; w > max(noun, i-maxPhrase); w-- {
		if (r.t.UPOS[w] == "PROPN" || r.t.UPOS[w] == "NOUN") && r.isA(w, "Person") && r.t.Dominates(noun, w) {
			return w
		}
	}
	return noun
}

// conjuncts are word i and what is coordinated with it, at any depth.
func (r *roles) conjuncts(i int) []int {
	all := []int{i}
	for d := range r.t.Dependents(i) {
		if r.t.Is(d, "conj") && !r.isClause(d) {
			all = append(all, r.conjuncts(d)...)
		}
	}
	return all
}

// isClause reports whether a conjunct is a predicate of its own rather than a further noun.
func (r *roles) isClause(i int) bool {
	return (r.t.UPOS[i] == "VERB" || r.t.UPOS[i] == "AUX") && r.t.Feat(i, "VerbForm") == "Fin" || r.t.Dependent(i, "nsubj", "cop") >= 0
}

// counted leads from a word of quantity to what is counted: "dozens of soldiers", "one of the rebels", "a group of women".
func (r *roles) counted(i int) int {
	for range maxClimb {
		of := r.below(i, "nmod", "of")
		if of < 0 || !r.isQuantity(i) {
			return i
		}
		i = of
	}
	return i
}

func (r *roles) isQuantity(i int) bool {
	switch r.t.UPOS[i] {
	case "NUM", "DET":
		return true
	case "PRON":
		return r.t.Feat(i, "PronType") != "Prs"
	case "ADJ":
		return r.t.XPOS[i] == "JJS" || r.t.XPOS[i] == "JJR" || r.t.Lower(i) == "many" || r.t.Lower(i) == "several" // "most of the hostages"
	}
	return r.classes.holds(r.t, i, "Quantity")
}

// isEachOther reports whether word i heads "each other" or "one another".
func (r *roles) isEachOther(i int) bool {
	want := map[string]string{"other": "each", "another": "one", "each": "other", "one": "another"}[r.t.Lower(i)]
	for d := range r.t.Dependents(i) {
		if want != "" && r.t.Lower(d) == want {
			return true
		}
	}
	return false
}

// below is the first dependent of i by a relation with a preposition, or -1.
func (r *roles) below(i int, rel, preposition string) int {
	for d := range r.t.Dependents(i) {
		if r.t.Is(d, rel) && caseOf(r.t, d) == preposition {
			return d
		}
	}
	return -1
}

// surface returns the subject words of predicate i as it stands: its own, or the one that coordination, control, raising,
// a participle or a relative clause lends it. n counts the clauses climbed.
func (r *roles) surface(i, n int) []int {
	t := r.t
	if s := t.Dependent(i, "nsubj:", "nsubj:pass"); s >= 0 {
		return r.expand(s)
	}
	if s := t.Dependent(i, "nsubj"); s >= 0 {
		return r.expand(s)
	}
	if n >= maxClimb || t.Head(i) == syntax.NoHead {
		return nil
	}
	h := t.Head(i)
	switch {
	case t.Is(i, "conj") && !t.IsJoined(i):
		return nil
	case t.Is(i, "conj"):
		return r.surface(h, n+1)
	case t.Is(i, "amod", "acl") && !r.isInfinitive(i) && caseOf(t, i) == "":
		if r.utters(h) && t.XPOS[i] == "VBG" {
			return r.ofNoun(h, n) // "passed a resolution accusing Iran"
		}
		return r.expand(h)
	case t.Is(i, "acl"):
		return r.ofNoun(h, n)
	case t.Is(i, "xcomp", "ccomp"):
		return r.controller(i, h, n)
	case t.Is(i, "obj") && t.XPOS[i] == "VBG":
		return r.surface(h, n+1) // "denied firing on the crowd"
	case t.Is(i, "advcl") && r.isInfinitive(i) && (t.Lemmas[h] == "call" || t.Lemmas[h] == "appeal") && r.addressed(h) != nil:
		return r.addressed(h)
	case t.Is(i, "advcl") && slices.Contains(ofObject, caseOf(t, i)):
		if o := r.deepObject(h, n+1); o != nil {
			return o
		}
		return r.surface(h, n+1)
	case t.Is(i, "advcl"), t.Is(i, "advmod") && t.UPOS[i] == "ADV": // "far from leaving, they stayed"
		return r.surface(h, n+1)
	}
	return nil
}

// ofObject are the prepositions after which a verb in -ing belongs to the object of the clause above, if there is one: "accused them of
// bombing", "thanked them for sheltering", "kept them from leaving".
var ofObject = []string{"of", "for", "from", "into", "against", "as"}

func (r *roles) isInfinitive(i int) bool {
	m := r.t.Dependent(i, "mark")
	return m >= 0 && r.t.Lower(m) == "to"
}

// ofNoun returns who does the clause of a noun: "Libya's decision to withdraw", "rebels made an attempt to seize".
func (r *roles) ofNoun(noun, n int) []int {
	if r.t.UPOS[noun] == "VERB" {
		return r.surface(noun, n+1)
	}
	if r.isA(noun, "Person") || r.t.IsSingledOut(noun) {
		if h := r.t.Head(noun); h >= 0 && r.t.Is(noun, "xcomp") && r.t.Lemmas[h] == "become" {
			return r.surface(h, n+1) // "Iceland became the first country to recognise it"
		}
		return r.expand(noun) // "the first leader to visit"
	}
	h := r.t.Head(noun)
	if r.t.Is(noun, "obj") && h >= 0 && !slices.Contains(given, r.t.Lemmas[noun]) {
		if i := r.t.Dependent(h, "iobj"); i >= 0 {
			return r.expand(i) // "gave the army the power to arrest them"
		}
	}
	for _, role := range r.nounSubject(r.site(noun, n+1), nil) {
		return role.Words
	}
	switch {
	case r.t.Is(noun, "obj") && h >= 0:
		return r.deepSubject(h, n+1)
	case r.t.Is(noun, "obl") && h >= 0 && (r.utters(noun) || r.classes.holds(r.t, noun, "Attempt") && slices.Contains([]string{"in", "as", "with"}, caseOf(r.t, noun))):
		return r.deepSubject(h, n+1) // "confessed in a statement demanding his release", "shelled the town in a bid to take it"
	case r.t.Is(noun, "obl") && h >= 0 && r.classes.holds(r.t, noun, "Charge"):
		return r.deepObject(h, n+1) // "arrested them on charges of plotting"
	case r.ofDoes(noun):
		return r.oblique(noun, "of") // "the right of workers to strike"
	}
	return nil
}

// utters reports whether a noun is of what is said or written, or of an occasion for that, so that "accusing Iran" after it is who speaks there.
func (r *roles) utters(noun int) bool {
	return r.classes.holds(r.t, noun, "Document") || r.classes.holds(r.t, noun, "Occasion")
}

// given are nouns whose clause tells what their giver will do: "gave Chad a promise to withdraw".
var given = []string{"promise", "pledge", "assurance", "guarantee", "undertaking", "word", "commitment"}

// subjectControl are the verbs with an object whose infinitive belongs to the subject all the same.
var subjectControl = []string{"promise", "vow", "threaten", "pledge"}

// phraseControl are the verbs that tell after a preposition who is to do their infinitive: "called on Iran to stop".
var phraseControl = map[string][]Slot{
	"call": {"on", "upon"}, "appeal": {"to"}, "prevail": {"on", "upon"}, "rely": {"on", "upon"}, "count": {"on", "upon"}, "lean": {"on"},
	"look": {"to"}, "plead": {"with"}, "signal": {"to"}, "wait": {"for"}, "arrange": {"for"},
}

// addressed returns whom verb h turns to, if a preposition marks them.
func (r *roles) addressed(h int) []int {
	for _, slot := range phraseControl[r.t.Lemmas[h]] {
		if o := r.oblique(h, slot); o != nil {
			return o
		}
	}
	return nil
}

// controller returns who does the infinitive i of verb h: its object ("ordered troops to leave"), what a preposition marks, else its subject.
func (r *roles) controller(i, h, n int) []int {
	t := r.t
	if o := r.addressed(h); o != nil && t.Is(i, "xcomp") && r.isInfinitive(i) {
		return o
	}
	if o := t.Dependent(h, "obj", "iobj"); o >= 0 && t.Is(i, "xcomp") && !slices.Contains(subjectControl, t.Lemmas[h]) && !r.isGreeting(i, h) {
		return r.expand(o)
	}
	return r.surface(h, n+1)
}

// isGreeting reports whether infinitive i says what verb h turns to somebody for: "called the winner to congratulate him".
func (r *roles) isGreeting(i, h int) bool {
	return slices.Contains([]string{"call", "phone", "telephone", "visit", "meet", "write"}, r.t.Lemmas[h]) && slices.Contains(greetings, r.t.Lemmas[i])
}

// greetings are what one calls or meets somebody for.
var greetings = []string{
	"apologise", "apologize", "ask", "concede", "congratulate", "convey", "discuss", "express", "offer", "praise", "tell", "thank", "urge", "warn", "wish",
}

// deepSubject returns who does verb v.
func (r *roles) deepSubject(v, n int) []int {
	if !passive(r.t, v) {
		return r.surface(v, n)
	}
	if a := r.agent(v); a >= 0 {
		return r.expand(a)
	}
	for d := range r.t.Dependents(v) {
		if r.t.Is(d, "conj") && r.t.XPOS[d] == "VBN" && passive(r.t, d) {
			if a := r.agent(d); a >= 0 {
				return r.expand(a) // "four were killed and three wounded by militants"
			}
		}
	}
	for h := r.t.Head(v); h >= 0 && r.t.Is(v, "conj") && r.t.XPOS[v] == "VBN" && r.t.Dependent(v, "aux", "nsubj") < 0; v, h = h, r.t.Head(h) {
		if a := r.agent(h); a >= 0 && passive(r.t, h) {
			return r.expand(a) // "was caught by militants and killed"
		}
	}
	return nil
}

// agent is the head of the phrase with "by" of a verb in the passive, -1 for none; a parser may hang it on the noun before: "was accused of
// corruption by the opposition".
func (r *roles) agent(v int) int {
	for d := range r.t.Dependents(v) {
		if r.t.Is(d, "obl") && caseOf(r.t, d) == "by" {
			return d
		}
	}
	for d := range r.t.Dependents(v) {
		if r.t.Is(d, "obl") && d > v {
			if by := r.below(d, "nmod", "by"); by >= 0 {
				return by
			}
		}
	}
	return -1
}

// deepObject returns what verb v is done to. Of two objects, which a parser may give to a verb of giving, it is the second.
func (r *roles) deepObject(v, n int) []int {
	if first, o := r.objects(v); o >= 0 {
		if slices.Contains(naming, r.t.Lemmas[v]) {
			o = first // "called him a liar"
		}
		return r.expand(o)
	}
	if passive(r.t, v) {
		return r.surface(v, n)
	}
	if i := r.t.Dependent(v, "iobj"); i >= 0 {
		return r.expand(i) // "urged Cuba to release them"
	}
	if o := r.sharedObject(v); o >= 0 {
		return r.expand(o)
	}
	if o := r.t.Dependent(v, "xcomp"); o >= 0 && r.isNamed(v, o) {
		return r.expand(o)
	}
	return r.gap(v)
}

// naming are verbs that say what somebody or something is.
var naming = []string{"call", "label", "brand", "dub", "term", "name", "declare", "consider", "deem", "describe", "elect", "appoint", "proclaim"}

// isNamed reports whether the complement o of verb v is a name that a parser ought to have taken for its object: there is no other
// of which it could be said. "called Russian Foreign Minister Sergey Lavrov".
func (r *roles) isNamed(v, o int) bool {
	return r.t.UPOS[o] == "PROPN" && r.t.Dependent(v, "obj", "iobj") < 0 && r.t.Dependent(o, "case", "mark", "cop") < 0 && !passive(r.t, v)
}

// sharedObject returns the object that verb v shares with the verb coordinated right after it: "shot and killed a farmer"; -1 for none.
func (r *roles) sharedObject(v int) int {
	if h := r.t.Head(v); h >= 0 && r.t.Is(v, "conj") && r.t.UPOS[h] == "VERB" {
		if o := r.t.Dependent(h, "obj"); o > v { // where a parser gave it to the first
			return o
		}
	}
	for d := range r.t.Dependents(v) {
		if r.t.Is(d, "conj") && d-v <= 2 && r.t.UPOS[d] == "VERB" && r.t.Dependent(d, "nsubj") < 0 {
			return r.t.Dependent(d, "obj")
		}
	}
	return -1
}

// objects returns the first and the last object of verb v, -1 for none.
func (r *roles) objects(v int) (first, last int) {
	first, last = -1, -1
	for d := range r.t.Dependents(v) {
		if !r.t.Is(d, "obj") {
			continue
		}
		if first < 0 {
			first = d
		}
		last = d
	}
	return first, last
}

// gap returns the noun that verb v of a relative clause without a pronoun has as object: "the town rebels seized".
func (r *roles) gap(v int) []int {
	t := r.t
	if !t.Is(v, "acl:relcl") || r.pronounAbove(t.Head(v)) >= 0 || t.Dependent(v, "nsubj") < 0 || t.Dependent(v, "ccomp", "xcomp", "cop") >= 0 {
		return nil
	}
	for d := range t.Dependents(v) {
		if t.Is(d, "nsubj", "obl", "advmod") && isRelative(t, d) {
			return nil
		}
	}
	return r.expand(t.Head(v))
}
