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
	site *site    // for nouns
	rest []string // the particles of the headword that is tried
}

// fill returns the words in a slot of a word, as alternatives, the best first. frame says which slots its roles name, and may be nil.
func (r *roles) fill(p *place, slot Slot, frame *Frame) []Role {
	switch slot {
	case Subject:
		if p.pos == Noun {
			return r.nounSubject(p.site, frame)
		}
		if p.pos == Adj { // "is prepared to leave", which a parser may take for a passive
			return one(slot, r.surface(p.word, 0))
		}
		return one(slot, r.deepSubject(p.word, 0))
	case Object:
		if p.pos == Noun {
			return r.nounObject(p.site, frame)
		}
		return one(slot, r.objectOf(p))
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
		return one(slot, r.iobject(p.verb(), 0))
	case Complement:
		return one(slot, r.complements(p.verb()))
	case Arg0:
		return one(slot, r.argument(p.word, syntax.Arg0))
	case Arg1:
		return one(slot, r.argument(p.word, syntax.Arg1))
	case Arg2:
		return one(slot, r.argument(p.word, syntax.Arg2))
	case Auxiliary:
		return one(slot, r.t.Auxiliaries(p.verb()))
	case Passive:
		if p.pos != Verb || !passive(r.t, p.word) {
			return nil
		}
		return one(slot, []int{p.word})
	case Negated:
		if n := r.t.Negation(p.verb()); n >= 0 {
			return one(slot, []int{n})
		}
		return nil
	}
	return one(slot, r.prepositional(p, slot))
}

// objectOf is the object of a verb; the subject, if they do it to each other; after a particle that a parser took for a preposition ("called off their strike"), what that marks.
func (r *roles) objectOf(p *place) []int {
	if _, o := r.objects(p.word); o >= 0 && r.isEachOther(o) {
		return r.surface(p.word, 0)
	}
	if w := r.deepObject(p.word, 0); w != nil || len(p.rest) == 0 {
		return w
	}
	for d := range r.t.Dependents(p.word) {
		if r.t.UPOS[d] == "NOUN" && (r.t.Is(d, "obl") && caseOf(r.t, d) == p.rest[0] || r.t.Is(d, "xcomp")) {
			return r.expand(d)
		}
	}
	return nil
}

// one is a single alternative; none if there are no words.
func one(slot Slot, words []int) []Role {
	if len(words) == 0 {
		return nil
	}
	return []Role{{Slot: slot, Words: words}}
}

// verb is the verb whose dependents count: the light verb of a noun, else the word.
func (p *place) verb() int {
	if p.site != nil {
		return p.site.predicate()
	}
	return p.word
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

// complements are what is said of subject or object, a noun with its adjectives: "called him a weak leader".
func (r *roles) complements(v int) []int {
	var all []int
	object := -1
	for d := range r.t.Dependents(v) {
		if r.t.Is(d, "obj") && object >= 0 && object < d { // "by labelling him a liar" may be parsed with two objects
			all = append(all, r.conjuncts(d)...)
		}
		if r.t.Is(d, "obj") {
			object = d
		}
		if r.t.Is(d, "xcomp") && !r.isInfinitive(d) && !r.isNamed(v, d) || r.t.Is(d, "ccomp") && r.t.UPOS[d] == "ADJ" && r.t.Dependent(d, "nsubj", "cop") < 0 {
			all = append(all, r.conjuncts(d)...)
		}
	}
	return r.withAdjectives(all)
}

// premodifier returns possessors, nationalities or nouns before a noun, of the noun or the nouns of quantity above it; none that belong to its headword, but for the
// police of "police raid".
func (r *roles) premodifier(p *place, slot Slot) []Role {
	if p.pos != Noun {
		return nil
	}
	for _, n := range p.site.nodes {
		w := slices.DeleteFunc(r.before(n, slot), func(i int) bool { return slices.Contains(p.site.rest, r.t.Lower(i)) && !r.speaksOf(i, "COP") })
		if len(w) > 0 {
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
			if slot == Poss && r.t.Is(d, "nmod") && r.isOwn(d) {
				all = append(all, r.expand(r.t.Dependent(d, "nmod:poss"))...) // "a raid of their own"
			}
			continue
		}
		switch {
		case slot == Poss && r.t.Is(d, "nmod:poss") && !r.classes.holds(r.t, d, "Time"),
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
			all = append(all, Role{Slot: slot, Words: words})
		}
	}
	by := r.prepositional(p, "by")
	add("by", by)
	if s.light != nil {
		for _, slot := range s.light.actor {
			if w := r.lightSlot(s, slot); len(w) > 0 {
				all = append(all, Role{Slot: slot, Words: w})
			}
		}
	}
	if frame != nil && frame.reciprocal {
		add(Poss, r.theirs(s))
	}
	for _, slot := range []Slot{Poss, Compound, Nationality} {
		if slot == Poss && by != nil {
			continue
		}
		for _, role := range r.premodifier(p, slot) {
			add(slot, role.Words)
		}
	}
	if frame != nil && s.light == nil && len(all) == 0 && r.isA(s.noun, "Person") {
		return one(Subject, r.agentNoun(s))
	}
	if s.verb < 0 {
		all = append(all, one(Subject, r.around(s, frame))...)
	}
	return all
}

// agentNoun returns who is said to be what noun of a doer s is: the subject of "be", else the noun itself. "Norway is a critic of the plan", "the
// plan's critics".
func (r *roles) agentNoun(s *site) []int {
	if s.cop && caseOf(r.t, s.noun) == "" {
		return r.surface(s.noun, s.climbs)
	}
	return r.expand(s.noun)
}

// theirs returns those coordinated in the subject of the clause whom "their" speaks of: "Norway and Chad move on in their talks".
func (r *roles) theirs(s *site) []int {
	p := r.t.Dependent(s.top(), "nmod:poss")
	v := r.t.Clause(s.top())
	if p < 0 || r.t.Lower(p) != "their" || r.t.UPOS[v] != "VERB" {
		return nil
	}
	if w := r.surface(v, s.climbs+1); len(w) > 1 {
		return w
	}
	return nil
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
	all = append(all, one(Object, r.aimedAt(s.noun))...)
	all = append(all, one(Object, r.shielded(s))...)
	if r.premodifier(p, Poss) != nil {
		all = append(all, one(Compound, r.person(s))...)
	}
	return all
}

// person returns the person named before a noun that has a possessor too, who is the other side: "Merkel's Macron endorsement".
func (r *roles) person(s *site) []int {
	for _, w := range r.before(s.noun, Compound) {
		if r.t.UPOS[w] == "PROPN" && r.isA(w, "Person") {
			return []int{w}
		}
	}
	return nil
}

// shielded returns whom somebody keeps a noun's deed from: "protect civilians from attacks".
func (r *roles) shielded(s *site) []int {
	top := s.top()
	h := r.t.Head(top)
	if h < 0 || !r.t.Is(top, "obl") || caseOf(r.t, top) != "from" && caseOf(r.t, top) != "against" || !r.classes.holds(r.t, h, "Shielding") {
		return nil
	}
	return r.deepObject(h, s.climbs+1)
}

// aimedAt returns whom a participle beside a noun, or what is said of it, tells its deed to be for: "raids targeting insurgents", "an offensive aimed
// at insurgents", "the attack seemed aimed at insurgents".
func (r *roles) aimedAt(noun int) []int {
	if h := r.t.Head(noun); r.t.Is(noun, "nsubj") {
		if x := r.t.Dependent(h, "xcomp"); x >= 0 && !r.isInfinitive(x) {
			h = x
		}
		if r.t.XPOS[h] == "VBN" && (r.t.Lemmas[h] == "aim" || r.t.Lemmas[h] == "direct") {
			return append(r.oblique(h, "at"), r.oblique(h, "against")...)
		}
	}
	for d := range r.t.Dependents(noun) {
		switch {
		case !r.t.Is(d, "acl"):
		case r.t.XPOS[d] == "VBG" && (r.t.Lemmas[d] == "target" || r.t.Lemmas[d] == "hit"):
			return r.deepObject(d, 1)
		case r.t.XPOS[d] == "VBN" && (r.t.Lemmas[d] == "aim" || r.t.Lemmas[d] == "direct"):
			return append(r.oblique(d, "at"), r.oblique(d, "against")...)
		}
	}
	return nil
}
