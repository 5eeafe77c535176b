package lexicon

import "slices"

// around returns who does the deed of a noun by the clause around it.
func (r *roles) around(s *site, frame *Frame) []int {
	for _, find := range []func() []int{
		func() []int { return r.traveller(s, frame) },
		func() []int { return r.stating(s) },
		func() []int { return r.answerable(s) },
		func() []int { return r.judged(s) },
		func() []int { return r.arranger(s) },
	} {
		if w := find(); len(w) > 0 {
			return w
		}
	}
	return nil
}

// traveller returns who is at the talks, on the visit or in the fight that a site speaks of by the clause around: "arrived in Cairo for talks
// with the king", "came back from a visit to Cairo", "said so after a meeting with the king", "spoke during a visit to Cairo", "killed a farmer in a clash with rebels".
func (r *roles) traveller(s *site, frame *Frame) []int {
	top := s.top()
	h := r.t.Head(top)
	visit := r.classes.holds(r.t, s.noun, "Visit")
	mutual := r.classes.holds(r.t, s.noun, "Talks") || frame != nil && frame.reciprocal
	if h < 0 || !r.t.Is(top, "obl", "nmod") || !visit && !mutual {
		return nil
	}
	if r.t.Is(h, "obl", "obj") && r.t.UPOS[h] != "VERB" {
		h = r.t.Head(h) // "visited Cairo for talks", where "for" hangs on the town
	}
	if h < 0 {
		return nil
	}
	if r.t.UPOS[h] == "NOUN" && r.isA(h, "Person") && r.t.Is(top, "nmod") && (caseOf(r.t, top) == "in" || caseOf(r.t, top) == "at") {
		return r.expand(h) // "negotiators in talks with Iran"
	}
	switch caseOf(r.t, top) {
	case "from": // "returned from talks with the king"; "fresh from them"
		if r.t.UPOS[h] != "VERB" && r.t.Lemmas[h] != "fresh" || r.t.UPOS[h] == "VERB" && !r.classes.holds(r.t, h, "Going") {
			return nil
		}
	case "for":
		if staying := r.t.Head(h); staying >= 0 && r.t.Is(h, "nmod") && caseOf(r.t, h) == "in" && (r.t.UPOS[staying] == "PROPN" || r.classes.holds(r.t, staying, "Person")) {
			return r.expand(staying) // "the envoy, in town for talks with the king"
		}
		if r.t.Dependent(h, "cop") < 0 && (r.t.UPOS[h] != "VERB" || !r.classes.holds(r.t, h, "Going")) {
			return nil
		}
	case "after", "during", "following", "before", "at", "in", "ahead_of", "under", "on":
		if r.t.UPOS[h] != "VERB" || !visit && r.oblique(s.noun, "with") == nil || visit && passive(r.t, h) {
			return nil
		}
	default:
		return nil
	}
	return r.surface(h, s.climbs+1)
}

// stating returns who acts "in support of", "in protest at", "in defiance of" somebody: who does what these words go with, if it is a bare noun.
func (r *roles) stating(s *site) []int {
	t, h := r.t, r.t.Head(s.noun)
	if h < 0 || s.top() != s.noun || caseOf(t, s.noun) != "in" || !t.Is(s.noun, "obl", "nmod") || t.Dependent(s.noun, "det", "nmod:poss") >= 0 || t.XPOS[s.noun] != "NN" {
		return nil
	}
	if t.Dependent(s.noun, "nmod") < 0 {
		return nil
	}
	if t.UPOS[h] == "VERB" {
		return r.deepSubject(h, s.climbs+1)
	}
	return r.ofNoun(h, s.climbs+1)
}

// judged returns who is blamed, thanked or tried for the deed that a site speaks of: "condemned Chad for the raid", "suspected of an attack",
// "indicted on charges of genocide".
func (r *roles) judged(s *site) []int {
	top := s.top()
	h := r.t.Head(top)
	if h < 0 || !r.t.Is(top, "obl", "nmod") {
		return nil
	}
	p := caseOf(r.t, top)
	if p == "of" && r.t.Is(top, "nmod") && r.classes.holds(r.t, h, "Charge") {
		if h = r.t.Head(h); h < 0 {
			return nil
		}
	}
	judging := slices.Contains([]string{"for", "of", "over"}, p) && r.classes.holds(r.t, h, "Judging") || p == "with" && r.t.Lemmas[h] == "charge"
	if r.t.UPOS[h] != "VERB" || !judging {
		return nil
	}
	return r.deepObject(h, s.climbs+1)
}

// arranger returns who plans, prepares or calls off the deed that a site speaks of, and so would do it: "plotted attacks on the port",
// "cancelled a meeting with the king".
func (r *roles) arranger(s *site) []int {
	top := s.top()
	h := r.t.Head(top)
	if h < 0 || r.t.UPOS[h] != "VERB" || standsIn(r.t, top, h) != Object || !r.classes.holds(r.t, h, "Arranging") {
		return nil
	}
	return r.deepSubject(h, s.climbs+1)
}
