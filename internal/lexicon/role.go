package lexicon

import (
	"slices"
	"unicode"
	"unicode/utf8"

	"example.org/demarche/internal/syntax"
)

// A place is a word that may be a headword, with what is known of where it stands.
type place struct {
	word int
	pos  POS
	site *site // for nouns
}

// fill returns the words in a slot of a word, as alternatives, the best first. frame says which slots its roles name, and may be nil.
func (r *roles) fill(p *place, slot Slot, frame *Frame) []Role {
	switch slot {
	case Subject:
		if p.pos == Noun {
			return r.nounSubject(p.site, frame)
		}
		return one(slot, r.deepSubject(p.word, 0))
	case Object:
		if p.pos == Noun {
			return r.nounObject(p.site, frame)
		}
		return one(slot, r.deepObject(p.word, 0))
	case Head0:
		return one(slot, []int{p.word})
	case That, Infinitive, Gerund:
		return one(slot, r.clauses(p, slot))
	case Governor:
		return one(slot, r.governor(p))
	case Modifier:
		return one(slot, r.modifiers(p.word))
	case ObjectDoer:
		return r.objectDoer(p, frame)
	case ContentDoer:
		return r.contentDoer(p, frame)
	case Poss, Nationality, Compound:
		return r.premodifier(p, slot)
	case IObject:
		return one(slot, r.iobject(p.verb()))
	case Complement:
		return one(slot, r.complements(p.verb()))
	}
	return one(slot, r.prepositional(p, slot))
}

// one is a single alternative; none if there are no words.
func one(slot Slot, words []int) []Role {
	if len(words) == 0 {
		return nil
	}
	return []Role{{slot, words}}
}

// verb is the verb whose dependents count: the light verb of a noun, else the word.
func (p *place) verb() int {
	if p.site != nil {
		return p.site.predicate()
	}
	return p.word
}

// prepositional returns what a preposition marks: beside the word; beside a noun's light verb; or, where a parser may as well have
// put it, beside a verb's object ("impose sanctions on") or another complement ("appeal to donors for food").
func (r *roles) prepositional(p *place, slot Slot) []int {
	if p.pos == Noun {
		return r.besideNoun(p.site, slot)
	}
	if w := r.oblique(p.word, slot); w != nil {
		return w
	}
	for _, o := range r.deepObject(p.word, 0) {
		if w := r.tooLow(o, slot); w != nil {
			return w
		}
	}
	if !slices.Contains(strays, slot) {
		return nil
	}
	for d := range r.t.Dependents(p.word) {
		if r.t.Is(d, "obl") && !r.t.Is(d, "obl:agent") {
			if w := r.oblique(d, slot); w != nil {
				return w
			}
		}
	}
	return nil
}

// strays are the prepositions that hang on verbs more often than on the noun before them.
var strays = []Slot{"for", "from", "against", "with", "to"}

// tooLow returns what a preposition marks beside noun o or the noun after its "of": "an offer of talks from the government"; not what
// belongs to a deed that the noun names itself: "demanded their withdrawal from the town".
func (r *roles) tooLow(o int, slot Slot) []int {
	if slot == "from" && r.owns(o, slot) {
		return nil
	}
	if w := r.oblique(o, slot); w != nil {
		return w
	}
	if of := r.below(o, "nmod", "of"); of >= 0 && slot != "of" {
		return r.oblique(of, slot)
	}
	return nil
}

// owns reports whether a noun is one of deed with a frame that names the slot.
func (r *roles) owns(noun int, slot Slot) bool {
	es := r.lex.entries(Noun, r.t.Lower(noun), r.t.Lemmas[noun])
	return r.t.UPOS[noun] == "NOUN" && slices.ContainsFunc(es, func(e entry) bool { return len(e.head.Rest) == 0 && e.frame.names(slot) })
}

// besideNoun returns what a preposition marks beside a noun, its light verb, or a noun too low: "the arrest of a minister by soldiers".
func (r *roles) besideNoun(s *site, slot Slot) []int {
	for _, n := range s.nodes {
		if w := r.without(r.oblique(n, slot), s); len(w) > 0 {
			return w
		}
	}
	if s.verb >= 0 {
		if w := r.oblique(s.verb, slot); w != nil {
			return w
		}
		if w := r.iobject(s.verb); w != nil && slot == "to" {
			return w // "gave the rebels a warning"
		}
	}
	if of := r.below(s.noun, "nmod", "of"); of >= 0 && slot != "of" {
		return r.oblique(of, slot)
	}
	return nil
}

// clauses returns the head of a clause beside a word: "that" with a finite verb, an infinitive, or a bare verb in -ing.
func (r *roles) clauses(p *place, slot Slot) []int {
	var all []int
	words := []int{p.word}
	if p.site != nil && p.site.verb >= 0 {
		words = append(words, p.site.verb)
	}
	for _, w := range words {
		for d := range r.t.Dependents(w) {
			if w == p.word && r.t.Is(d, "ccomp", "xcomp", "acl", "advcl", "parataxis") && r.clauseKind(d) == slot ||
				w != p.word && r.t.Is(d, "ccomp") && r.clauseKind(d) == slot {
				all = append(all, r.t.Conjuncts(d)...)
			}
		}
	}
	switch {
	case all != nil:
		return all
	case p.pos == Noun && slot == Infinitive:
		return r.strayInfinitive(p.word)
	case p.pos == Verb && slot != Gerund:
		return r.objectClause(p.word, slot)
	}
	return nil
}

// objectClause returns the clause of a verb's object or other complement: "reserved the right to strike", "agreed with Bonn to trade".
func (r *roles) objectClause(v int, slot Slot) []int {
	for o := range r.t.Dependents(v) {
		if !r.t.Is(o, "obj", "obl", "iobj") {
			continue
		}
		for d := range r.t.Dependents(o) {
			if r.t.Is(d, "acl") && r.clauseKind(d) == slot {
				return r.t.Conjuncts(d)
			}
		}
	}
	return nil
}

// strayInfinitive returns the infinitive after a noun in object that a parser may have hung on the verb: "rejected calls to free him".
func (r *roles) strayInfinitive(noun int) []int {
	h := r.t.Head(noun)
	if h < 0 || !r.t.Is(noun, "obj") {
		return nil
	}
	for d := range r.t.Dependents(h) {
		if d > noun && r.t.Is(d, "advcl", "xcomp") && r.isInfinitive(d) {
			return r.t.Conjuncts(d)
		}
	}
	return nil
}

// clauseKind is the slot that clause i fills, "" for none.
func (r *roles) clauseKind(i int) Slot {
	t := r.t
	mark := t.Dependent(i, "mark")
	switch {
	case mark >= 0 && t.Lower(mark) == "to":
		if t.Is(i, "acl:relcl") {
			return ""
		}
		return Infinitive
	case t.Is(i, "ccomp", "parataxis"), t.Is(i, "acl") && r.isThat(i):
		if t.Is(i, "parataxis") && t.Dependent(i, "nsubj") < 0 {
			return ""
		}
		return That
	case t.XPOS[i] == "VBG" && mark < 0 && t.Is(i, "xcomp", "ccomp"):
		return Gerund
	}
	return ""
}

// isThat reports whether clause i begins with the conjunction "that", whatever relation a parser gave it.
func (r *roles) isThat(i int) bool {
	for d := range r.t.Dependents(i) {
		if r.t.Lower(d) == "that" && (r.t.Is(d, "mark") || r.t.UPOS[d] == "SCONJ") {
			return true
		}
	}
	return false
}

// governor is the word that a word hangs on, past nouns of quantity and coordination.
func (r *roles) governor(p *place) []int {
	top := p.word
	if p.site != nil {
		top = p.site.top()
	}
	if h := r.t.Head(r.t.FirstConjunct(top)); h >= 0 {
		return []int{h}
	}
	return nil
}

// modifiers are the adjectives and nouns before a noun, the adverbs beside a verb.
func (r *roles) modifiers(i int) []int {
	var all []int
	for d := range r.t.Dependents(i) {
		if r.t.Is(d, "amod", "compound", "nummod", "advmod", "det") {
			all = append(all, d)
		}
	}
	return all
}

// complements are what is said of subject or object.
func (r *roles) complements(v int) []int {
	var all []int
	for d := range r.t.Dependents(v) {
		if r.t.Is(d, "xcomp") && !r.isInfinitive(d) || r.t.Is(d, "ccomp") && r.t.UPOS[d] == "ADJ" && r.t.Dependent(d, "nsubj", "cop") < 0 {
			all = append(all, r.conjuncts(d)...)
		}
	}
	return all
}

// premodifier returns possessors, nationalities or nouns before a noun, of the noun or the nouns of quantity above it.
func (r *roles) premodifier(p *place, slot Slot) []Role {
	if p.pos != Noun {
		return nil
	}
	for _, n := range p.site.nodes {
		if w := r.before(n, slot); w != nil {
			return one(slot, w)
		}
	}
	return nil
}

// bearer returns the possessor of a noun of deed as the one it is done to: "Moro's abduction"; not "their abduction of Moro".
func (r *roles) bearer(p *place) []Role {
	if p.pos != Noun || r.prepositional(p, "of") != nil {
		return nil
	}
	return r.premodifier(p, Poss)
}

// before returns the words before noun n that fill slot poss, nationality or compound.
func (r *roles) before(n int, slot Slot) []int {
	var all []int
	for d := range r.t.Dependents(n) {
		if d > n {
			break
		}
		switch {
		case slot == Poss && r.t.Is(d, "nmod:poss"),
			slot == Nationality && r.t.Is(d, "amod") && isCapital(r.t, d) && r.t.UPOS[d] != "VERB":
			all = append(all, r.expand(d)...)
		case slot == Compound && r.t.Is(d, "compound") && r.t.UPOS[d] != "NUM":
			all = append(all, r.expand(d)...)
		case slot == Compound && r.t.Is(d, "amod", "compound") && r.leads(d):
			all = append(all, r.leader(d)...)
		}
	}
	return all
}

// leads reports whether word i is the "led" of "US-led".
func (r *roles) leads(i int) bool {
	l := r.t.Lower(i)
	return l == "led" || l == "run" || l == "ordered"
}

// leader returns who leads: US of "US-led".
func (r *roles) leader(led int) []int {
	for d := range r.t.Dependents(led) {
		if d < led && r.t.Is(d, "compound", "obl", "obl:unmarked", "nmod", "amod", "nsubj", "advmod") {
			return r.expand(d)
		}
	}
	return nil
}

// isCapital reports whether word i begins with a capital.
func isCapital(t *syntax.Tree, i int) bool {
	c, _ := utf8.DecodeRuneInString(t.Form(i))
	return unicode.IsUpper(c)
}

// nounSubject returns who does the deed of a noun.
func (r *roles) nounSubject(s *site, frame *Frame) []Role {
	p := &place{word: s.noun, pos: Noun, site: s}
	var all []Role
	add := func(slot Slot, words []int) {
		if len(words) > 0 && (frame == nil || !frame.names(slot) || slot == Poss && r.prepositional(p, "of") != nil) {
			all = append(all, Role{slot, words})
		}
	}
	by := r.prepositional(p, "by")
	add("by", by)
	if s.light != nil {
		for _, slot := range s.light.actor {
			if w := r.lightSlot(s, slot); len(w) > 0 {
				all = append(all, Role{slot, w})
			}
		}
	}
	for _, slot := range []Slot{Poss, Compound, Nationality} {
		if slot == Poss && by != nil {
			continue
		}
		for _, role := range r.premodifier(p, slot) {
			add(slot, role.Words)
		}
	}
	return all
}

// nounObject returns what the deed of a noun is done to: "of", the possessor if "by" says who does it.
func (r *roles) nounObject(s *site, frame *Frame) []Role {
	p := &place{word: s.noun, pos: Noun, site: s}
	var all []Role
	if frame == nil || !slices.Contains(frame.actor, "of") {
		all = append(all, one("of", r.prepositional(p, "of"))...)
	}
	if r.prepositional(p, "by") != nil {
		all = append(all, r.premodifier(p, Poss)...)
	}
	return all
}

// objectDoer returns who does the deed that stands in the frame's object, or where its recipient stands: Russia of "criticised
// Russia's invasion" and of "outrage at Russia's invasion".
func (r *roles) objectDoer(p *place, frame *Frame) []Role {
	var all []Role
	slots := []Slot{Object}
	if frame != nil {
		slots = append(slots, frame.recip...)
	}
	for i, slot := range slots {
		if slot == ObjectDoer || slot == ContentDoer || slices.Contains(slots[:i], slot) {
			continue
		}
		for _, role := range r.fill(p, slot, frame) {
			all = append(all, r.doers(role.Words)...)
		}
	}
	return all
}

// doers returns who does the deeds of nouns, by their own phrases.
func (r *roles) doers(nouns []int) []Role {
	var all []Role
	for _, o := range nouns {
		s := r.site(o, 1)
		s.light, s.verb = nil, -1
		for _, x := range r.nounSubject(s, nil) {
			all = append(all, Role{ObjectDoer, x.Words})
		}
		if r.ofDoes(o) {
			all = append(all, one(ObjectDoer, r.oblique(o, "of"))...)
		}
		all = append(all, one(ObjectDoer, r.oblique(o, "from"))...)
	}
	return all
}

// ofDoes reports whether the "of" of a noun says who does it, as in "the decision of the court", rather than to whom it is done.
func (r *roles) ofDoes(noun int) bool {
	es := r.lex.entries(Noun, r.t.Lower(noun), r.t.Lemmas[noun])
	return es == nil || slices.ContainsFunc(es, func(e entry) bool { return slices.Contains(e.frame.actor, "of") })
}

// contentDoer returns the subject of the deed that the frame speaks of.
func (r *roles) contentDoer(p *place, frame *Frame) []Role {
	if frame == nil {
		return nil
	}
	if c := r.content(p, frame); c >= 0 {
		if s := r.t.Dependent(c, "nsubj"); s >= 0 {
			return one(ContentDoer, r.expand(s))
		}
	}
	return nil
}

// content returns the head of the deed that the frame speaks of, -1 for none.
func (r *roles) content(p *place, frame *Frame) int {
	for _, slot := range frame.deed {
		for _, role := range r.fill(p, slot, nil) {
			return role.Words[0]
		}
	}
	return -1
}
