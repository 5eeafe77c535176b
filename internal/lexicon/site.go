package lexicon

import "slices"

// A site is where a noun of deed stands: beside a light verb, as a predicate ("is at war"), or alone.
type site struct {
	noun   int
	rest   []string // words before it that belong to its headword
	nodes  []int    // the noun, and the nouns of quantity above it: "a series of attacks"
	verb   int      // the light verb; -1 for none
	light  *light
	cop    bool // whether it is a predicate with "be"
	climbs int
}

// predicate is the word whose tense and negation are the deed's.
func (s *site) predicate() int {
	if s.verb >= 0 {
		return s.verb
	}
	return s.noun
}

// top is the noun by which the whole phrase hangs on the rest.
func (s *site) top() int { return s.nodes[len(s.nodes)-1] }

// site finds where noun n stands; climbs counts the clauses climbed so far.
func (r *roles) site(n, climbs int) *site {
	s := &site{noun: n, nodes: []int{n}, verb: -1, climbs: climbs}
	for top := n; len(s.nodes) < maxClimb; {
		top = r.t.Head(top)
		below := s.top()
		if top < 0 || !r.t.Is(below, "nmod") || caseOf(r.t, below) != "of" || !r.isQuantity(top) {
			break
		}
		s.nodes = append(s.nodes, top)
	}
	r.findLight(s)
	return s
}

// findLight finds the light verb of a site: above the noun, or in a clause below it ("talks held in Geneva").
func (r *roles) findLight(s *site) {
	t := r.t
	if s.cop = t.Dependent(s.noun, "cop") >= 0; s.cop {
		s.light = r.lightAs("be", s.noun, Slot(caseOf(t, s.noun)))
		return
	}
	top := t.FirstConjunct(s.top())
	if h := t.Head(top); h >= 0 && t.UPOS[h] == "VERB" {
		if s.light = r.lightOf(h, s.noun, standsIn(t, top, h)); s.light != nil {
			s.verb = h
			return
		}
	}
	for _, n := range s.nodes {
		for d := range t.Dependents(n) {
			if t.UPOS[d] != "VERB" || !t.Is(d, "acl") || t.Is(d, "acl:") && r.isThat(d) {
				continue // a clause with the conjunction says what the noun is about: "the demand that it be given"
			}
			if t.Is(d, "acl:") && r.isInfinitive(d) && !passive(t, d) && t.Dependent(d, "obj") >= 0 {
				continue // so does an infinitive with an object of its own: "calls to end the war"
			}
			if s.light = r.lightOf(d, s.noun, r.relativeSlot(d)); s.light != nil {
				s.verb = d
				return
			}
		}
	}
}

// relativeSlot is the slot that a noun has in its own clause d: object of "talks held there" and "talks that they held".
func (r *roles) relativeSlot(d int) Slot {
	t := r.t
	if passive(t, d) {
		return Object
	}
	for x := range t.Dependents(d) {
		if isRelative(t, x) {
			return standsIn(t, x, d)
		}
	}
	if t.Is(d, "acl:relcl") {
		return Object
	}
	return Subject
}

// lightOf returns the light verb that word v is, for a noun in a slot; nil for none.
func (r *roles) lightOf(v, noun int, slot Slot) *light {
	if l := r.lightAs(r.t.Lower(v), noun, slot, v); l != nil {
		return l
	}
	return r.lightAs(r.t.Lemmas[v], noun, slot, v)
}

func (r *roles) lightAs(form string, noun int, slot Slot, verb ...int) *light {
	for _, l := range r.lex.lightBy[form] {
		for _, stands := range l.stands {
			if stands == slot && r.allows(l, noun) && r.hasParticle(l, form, verb) {
				return l
			}
		}
	}
	return nil
}

// hasParticle reports whether the verb has the particles of one of the light verb's headwords, and none that changes its sense:
// "called off a strike" is not "called a strike".
func (r *roles) hasParticle(l *light, form string, verb []int) bool {
	for _, h := range l.heads {
		if !slices.Contains(r.lex.forms.of(Verb, h.Word), form) {
			continue
		}
		if len(verb) == 0 || len(h.Rest) > 0 && r.particles(verb[0], h.Rest) != nil {
			return true
		}
		if len(h.Rest) == 0 && r.t.Dependent(verb[0], "compound:prt") < 0 {
			return true
		}
	}
	return false
}

// particles returns the words beside verb v that are its particles or, for "take_place", its fixed object; nil if one is missing.
func (r *roles) particles(v int, want []string) []int {
	var got []int
	for _, w := range want {
		found := -1
		for d := range r.t.Dependents(v) {
			if (r.t.Lower(d) == w || r.t.Lemmas[d] == w) && r.t.Is(d, "compound:prt", "advmod", "obj", "case", "obl", "xcomp", "mark") {
				found = d
				break
			}
		}
		if found < 0 {
			found = r.outOf(v, w)
		}
		if next := v + 1 + len(got); found < 0 && next < r.t.Len() && r.t.Lower(next) == w {
			found = next // "pulled out of the town", where "out" hangs on the town
		}
		if found < 0 {
			return nil
		}
		got = append(got, found)
	}
	return got
}

// outOf returns the particle of verb v that is part of a preposition of two words after its object, as in "pulled troops out of the
// town"; -1 for none.
func (r *roles) outOf(v int, particle string) int {
	for d := range r.t.Dependents(v) {
		if !r.t.Is(d, "obl") || caseOf(r.t, d) != particle+"_of" {
			continue
		}
		for x := range r.t.Dependents(d) {
			if r.t.Is(x, "case") && r.t.Lower(x) == particle {
				return x
			}
		}
	}
	return -1
}

// allows reports whether the light verb goes with the noun; its tests ask for the head only.
func (r *roles) allows(l *light, noun int) bool {
	for _, x := range l.nouns {
		for _, group := range x.groups {
			if slices.ContainsFunc(group, func(c condition) bool { return r.is(noun, &c) != c.not }) == x.unless {
				return false
			}
		}
	}
	return true
}

// lightSlot returns the words in a slot of a site's light verb.
func (r *roles) lightSlot(s *site, slot Slot) []int {
	switch {
	case s.cop && slot == Subject:
		return r.surface(s.noun, s.climbs)
	case s.verb < 0:
		return nil
	case slot == Subject:
		return r.without(r.deepSubject(s.verb, s.climbs), s)
	case slot == Object:
		return r.without(r.deepObject(s.verb, s.climbs), s)
	case slot == IObject:
		return r.iobject(s.verb, s.climbs)
	}
	return r.prepositional(&place{word: s.noun, pos: Noun, site: s}, slot)
}

// without leaves the site's own noun out.
func (r *roles) without(words []int, s *site) []int {
	var rest []int
	for _, w := range words {
		if w != s.noun && w != s.top() {
			rest = append(rest, w)
		}
	}
	return rest
}

// iobject returns to whom verb v gives: its indirect object, the first of two objects, or the subject of the passive that has an object;
// climbs counts the clauses climbed so far.
func (r *roles) iobject(v, climbs int) []int {
	if i := r.t.Dependent(v, "iobj"); i >= 0 {
		return r.expand(i)
	}
	if first, last := r.objects(v); first != last {
		return r.expand(first) // "lent Ghana two million dollars"
	}
	if passive(r.t, v) && r.t.Dependent(v, "obj") >= 0 {
		return r.surface(v, climbs)
	}
	return nil
}
