package lexicon

import "slices"

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
		if r.t.Is(d, "obl") && !r.t.Is(d, "obl:agent") && !r.owns(d, slot) {
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
		if slot == "to" {
			if w := r.iobject(s.verb, s.climbs); w != nil {
				return w // "gave the rebels a warning"
			}
		}
	}
	for _, above := range []string{"of", "by"} {
		if x := r.below(s.noun, "nmod", above); x >= 0 && slot != "of" {
			if w := r.oblique(x, slot); w != nil {
				return w
			}
		}
	}
	if w := r.adjacent(s, slot); w != nil {
		return w
	}
	return r.saidOf(s, slot)
}

// adjacent returns what a preposition marks right after a site's noun, if the noun has a frame that names the slot and the verb above, on which a parser hung it,
// has none: "freed him under pressure from Chad".
func (r *roles) adjacent(s *site, slot Slot) []int {
	top := s.top()
	v := r.t.Head(top)
	if v < 0 || r.t.UPOS[v] != "VERB" || !r.t.Is(top, "obl", "obj") || !slices.Contains(strays, slot) || !r.owns(s.noun, slot) {
		return nil
	}
	end := r.t.Subtree(top).End
	for d := range r.t.Dependents(v) {
		if d >= end && r.t.Is(d, "obl") && r.t.Subtree(d).Start == end && r.marks(d, slot) && !r.isTime(d, slot) && !r.verbOwns(v, slot) {
			return r.expand(d)
		}
	}
	return nil
}

// verbOwns reports whether a verb has a frame that names the slot.
func (r *roles) verbOwns(v int, slot Slot) bool {
	return slices.ContainsFunc(r.lex.entries(Verb, r.t.Lower(v), r.t.Lemmas[v]), func(e entry) bool { return e.frame.names(slot) })
}

// saidOf returns what a preposition marks where it is said of a site's noun: "their talks were with rebels", "the warning was to Chad".
func (r *roles) saidOf(s *site, slot Slot) []int {
	top := s.top()
	h := r.t.Head(top)
	if h < 0 || !r.t.Is(top, "nsubj:") || r.t.Dependent(h, "cop") < 0 || Slot(caseOf(r.t, h)) != slot || r.isTime(h, slot) {
		return nil
	}
	return r.expand(h)
}

// oblique returns what a preposition marks beside verb or noun v: noun phrases, or clauses in -ing; beside its adverb too: "stayed away from the vote".
func (r *roles) oblique(v int, slot Slot) []int {
	var all []int
	for d := range r.t.Dependents(v) {
		if d > v && r.t.Is(d, "advmod") && r.t.UPOS[d] == "ADV" {
			all = append(all, r.oblique(d, slot)...)
		}
		if r.t.Is(d, "obl", "nmod", "obj", "advcl", "acl", "xcomp", "ccomp") && !r.t.Is(d, "obl:agent", "nmod:poss") && r.marks(d, slot) && !r.isTime(d, slot) && !r.isOwn(d) {
			if r.isEachOther(d) { // "critical of each other"
				all = append(all, r.surface(v, 0)...)
				continue
			}
			all = append(all, r.expand(d)...)
		}
	}
	if slot == "on_behalf_of" {
		return r.onBehalfOf(v)
	}
	return append(all, r.relativeOblique(v, slot)...)
}

// isOwn reports whether word i is the "own" of "a raid of their own".
func (r *roles) isOwn(i int) bool { return r.t.Lower(i) == "own" && r.t.Dependent(i, "nmod:poss") >= 0 }

// isTime reports whether what a preposition marks says when: "on Monday", "in the morning"; not "to five years", "of the day".
func (r *roles) isTime(i int, slot Slot) bool {
	return slot != "to" && slot != "of" && r.classes.holds(r.t, i, "Time")
}

// marks reports whether word d has the preposition of a slot; "out of" also counts as "from" and, after a verb with "out", as "of", "upon" as "on".
func (r *roles) marks(d int, slot Slot) bool {
	c := Slot(caseOf(r.t, d))
	if c == "" {
		c = Slot(r.lateCase(d))
	}
	return c == slot || c == "out_of" && (slot == "of" || slot == "from") || c == "upon" && slot == "on"
}

// lateCase is the preposition that a parser has hung on a later conjunct, though it stands before the first: "on Fatah and Hamas forces".
func (r *roles) lateCase(d int) string {
	for c := range r.t.Dependents(d) {
		if k := r.t.Dependent(c, "case"); r.t.Is(c, "conj") && k >= 0 && k < d {
			return caseOf(r.t, c)
		}
	}
	return ""
}

// onBehalfOf returns who stands after "on behalf of", which trees have as two phrases.
func (r *roles) onBehalfOf(v int) []int {
	for d := range r.t.Dependents(v) {
		if of := r.below(d, "nmod", "of"); of >= 0 && r.t.Lower(d) == "behalf" {
			return r.expand(of)
		}
	}
	return nil
}

// pronounAbove returns the relative pronoun that a parser has hung on its noun rather than in the clause, as of "the side with whom they
// met"; -1 for none.
func (r *roles) pronounAbove(noun int) int {
	for d := range r.t.Dependents(noun) {
		if r.t.Feat(d, "PronType") == "Rel" && r.t.Is(d, "nmod", "obl") {
			return d
		}
	}
	return -1
}

// relativeOblique returns the noun of "with whom they met", "the side they met with".
func (r *roles) relativeOblique(v int, slot Slot) []int {
	t := r.t
	if !t.Is(t.FirstConjunct(v), "acl:relcl") {
		return nil
	}
	head := t.Head(t.FirstConjunct(v))
	if p := r.pronounAbove(head); p >= 0 && caseOf(t, p) == string(slot) {
		return r.expand(head)
	}
	for d := range t.Dependents(v) {
		if t.Is(d, "case", "compound:prt") && t.Lower(d) == string(slot) && t.UPOS[v] == "VERB" {
			return r.expand(head)
		}
	}
	return nil
}
