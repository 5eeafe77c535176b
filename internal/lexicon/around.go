package lexicon

import "slices"

// around returns who does the deed of a noun by the clause around it.
func (r *roles) around(s *site, frame *Frame) []int {
	for _, find := range []func() []int{
		func() []int { return r.traveller(s, frame) },
		func() []int { return r.stating(s, frame) },
		func() []int { return r.answerable(s) },
		func() []int { return r.judged(s) },
		func() []int { return r.arranger(s, frame) },
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
		if r.t.UPOS[h] != "VERB" || (visit || joint(frame)) && passive(r.t, h) {
			return nil
		}
		if !visit && r.oblique(s.noun, "with") == nil {
			if !r.classes.holds(r.t, s.noun, "Talks") {
				return nil // "took sides in a civil war"
			}
			return r.together(s, h)
		}
	default:
		return nil
	}
	return r.surface(h, s.climbs+1)
}

// joint reports whether a frame tells of work done together, in which those to whom something is done have no part: "rebels were killed
// in an operation with the Afghan army".
func joint(frame *Frame) bool {
	return frame != nil && slices.Contains(frame.Types(), "COOPERATE")
}

// together returns the subject of verb h where that is several, who then are those at the talks that a site speaks of without saying whose they are: "the two sides
// agreed during talks in Geneva".
func (r *roles) together(s *site, h int) []int {
	for _, slot := range []Slot{"of", "between", "among", "by"} {
		if r.oblique(s.noun, slot) != nil {
			return nil
		}
	}
	for _, slot := range []Slot{Poss, Compound, Nationality} {
		if r.premodifier(&place{word: s.noun, pos: Noun, site: s}, slot) != nil {
			return nil
		}
	}
	if passive(r.t, h) {
		return nil
	}
	w := r.surface(h, s.climbs+1)
	if len(w) > 1 || len(w) == 1 && r.t.Feat(w[0], "Number") == "Plur" && r.classes.holds(r.t, w[0], "Parties") {
		return w
	}
	return nil
}

// stating returns who acts "in support of", "in protest at" somebody, or "in a gesture to", "as a warning to" him: who does what these words go with, if they
// are a bare noun or tell of a deed done by words.
func (r *roles) stating(s *site, frame *Frame) []int {
	t, n := r.t, s.top()
	if h := t.Head(n); h >= 0 && t.Is(n, "nmod") && caseOf(t, n) == "of" && slices.Contains(shows, t.Lemmas[h]) {
		n = h // "in a show of support"
	}
	h := t.Head(n)
	switch {
	case h < 0 || !t.Is(n, "obl", "nmod") || t.Dependent(n, "nmod:poss") >= 0:
		return nil
	case r.isGesture(s, n, frame):
		for t.Is(h, "xcomp") {
			h = t.Head(h) // "let them go home in a gesture to Chad"
		}
	case n != s.noun || caseOf(t, n) != "in" || t.Dependent(n, "det") >= 0 || t.XPOS[n] != "NN" || t.Dependent(n, "nmod") < 0:
		return nil
	}
	if t.UPOS[h] == "VERB" {
		return r.deepSubject(h, s.climbs+1)
	}
	return r.ofNoun(h, s.climbs+1)
}

// isGesture reports whether a site's noun, whose phrase hangs by noun n on a verb, tells of a deed done by words, here by doing what the verb tells.
func (r *roles) isGesture(s *site, n int, frame *Frame) bool {
	t, h, p := r.t, r.t.Head(n), caseOf(r.t, n)
	switch {
	case frame == nil || t.UPOS[h] != "VERB" || n == s.noun && !r.hasArticle(n):
		return false
	case p == "as" && (slices.Contains(describing, t.Lemmas[h]) || r.oblique(n, "to") == nil && r.oblique(n, "for") == nil), p != "as" && p != "in":
		return false
	}
	return slices.ContainsFunc(frame.codes, func(c codeLine) bool {
		return slices.Contains(spoken, c.code.Type) || c.code.Type == "ACCUSE" && c.code.Mode == "disapprove"
	})
}

// describing are verbs that say by "as" what their object is.
var describing = []string{"describe", "see", "regard", "view", "hail", "herald", "portray", "dismiss", "reject", "interpret", "perceive", "read", "denounce", "condemn", "serve",
	"act", "intend", "mean", "cite", "treat", "welcome", "present", "criticise", "criticize"}

// shows are nouns for what shows that somebody supports, warns or the like.
var shows = []string{"show", "sign", "gesture", "display", "expression", "act", "token", "mark", "demonstration"}

// spoken are the types of deeds that one does by doing something else.
var spoken = []string{"AGREE", "SUPPORT", "REQUEST", "REJECT", "THREATEN", "CONCEDE"}

// hasArticle reports whether noun n has "a", or "the latest" and the like.
func (r *roles) hasArticle(n int) bool {
	d := r.t.Dependent(n, "det")
	return d >= 0 && (r.t.Lemmas[d] == "a" || r.t.Dependent(n, "amod") >= 0)
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
func (r *roles) arranger(s *site, frame *Frame) []int {
	top := s.top()
	h := r.t.Head(top)
	if h < 0 || r.t.UPOS[h] != "VERB" || standsIn(r.t, top, h) != Object || !r.classes.holds(r.t, h, "Arranging") {
		return nil
	}
	if d := r.t.Dependent(s.noun, "det"); r.t.Lemmas[h] == "discuss" && d >= 0 && r.t.Lemmas[d] == "the" {
		return nil // "discussed the investigation"
	}
	who := r.deepSubject(h, s.climbs+1)
	if frame != nil && slices.Contains(frame.Types(), "PROTEST") && slices.ContainsFunc(who, func(w int) bool { return r.isA(w, "GOV") || r.isA(w, "COP") }) {
		return nil // "sought to end the strike"
	}
	return who
}
