package lexicon

import "slices"

// said are the types of what is said, offered or given to somebody, who may answer it.
var said = []string{"REQUEST", "ACCUSE", "AGREE", "THREATEN", "SUPPORT", "AID"}

// linkAnswers adds to the recipients of nouns of such deeds, as the last resort, who answers them: "the court rejected a request by the
// lawyers", "was deaf to the appeals of the bishops".
func (m *matcher) linkAnswers() {
	for k := range m.found.Candidates {
		c := &m.found.Candidates[k]
		if c.POS == Noun && !c.Reciprocal && slices.Contains(said, c.Code.Type) {
			c.Recipients = append(c.Recipients, one(Subject, m.besides(m.answerer(m.site(c.Trigger, 0)), c.Actors))...)
		}
	}
}

// answerer returns who answers what a site speaks of.
func (r *roles) answerer(s *site) []int {
	t, top := r.t, s.top()
	h := t.Head(top)
	switch {
	case h < 0:
		return nil
	case t.UPOS[h] == "NOUN" && t.Is(top, "nmod") && r.classes.holds(t, h, "Answer") && (caseOf(t, top) == "of" || caseOf(t, top) == "to"):
		return r.ofNoun(h, s.climbs+1)
	case t.UPOS[h] == "ADJ" && caseOf(t, top) == "to":
		return r.surface(h, s.climbs+1)
	case t.UPOS[h] != "VERB":
		return nil
	case standsIn(t, top, h) == Object && r.classes.holds(t, h, "Answering"),
		caseOf(t, top) == "to" && r.classes.holds(t, h, "Responding"),
		t.Is(top, "obl") && slices.Contains(prompting[caseOf(t, top)], t.Lemmas[top]),
		caseOf(t, top) == "for" && t.Lemmas[h] == "thank":
		return r.deepSubject(h, s.climbs+1)
	}
	return nil
}

// prompting are, by the preposition before them, nouns of what prompts somebody to do what the verb above tells: "freed him at the request of Chad".
var prompting = map[string][]string{
	"at":    {"request", "urging", "behest", "prodding", "invitation", "insistence", "bidding"},
	"on":    {"order", "instruction", "advice", "invitation"},
	"under": {"pressure", "order"},
}

// linkPurposes gives violence and force that name nobody as recipient those of its purpose: "fired tear gas to disperse the crowd".
func (m *matcher) linkPurposes() {
	for k := range m.found.Candidates {
		c := &m.found.Candidates[k]
		if !c.harms() {
			continue
		}
		for d := range m.t.Dependents(c.Predicate) {
			if !m.t.Is(d, "advcl", "xcomp") || !m.isInfinitive(d) {
				continue
			}
			if i := m.at(d); i >= 0 && i != k && m.found.Candidates[i].harms() {
				c.aim(m.found.Candidates[i].Recipients)
			} else if i < 0 && m.mayHarm(d) {
				c.aim(one(Object, m.deepObject(d, 0)))
			}
		}
	}
}

// aim adds whom the purpose of a deed is for to its recipients: after those it names, before where it is done.
func (c *Candidate) aim(at []Role) {
	i := slices.IndexFunc(c.Recipients, func(r Role) bool { return r.Slot == "in" })
	if i < 0 {
		i = len(c.Recipients)
	}
	c.Recipients = slices.Insert(c.Recipients, i, at...)
}

// mayHarm reports whether an entry has verb i as a deed of violence or force, whether it fits here or not.
func (m *matcher) mayHarm(i int) bool {
	return slices.ContainsFunc(m.lex.entries(Verb, m.t.Lower(i), m.t.Lemmas[i]), func(e entry) bool {
		return len(e.head.Rest) == 0 && slices.ContainsFunc(e.frame.codes, func(c codeLine) bool { return harmful(c.code) })
	})
}

// linkManner gives a raid in which somebody is arrested or harmed those who do that, where its own words name nobody: "arrested ten in a series of
// raids". Who is arrested "in an attack" is held for it.
func (m *matcher) linkManner() {
	for k := range m.found.Candidates {
		deed := &m.found.Candidates[k]
		if deed.POS != Noun || !deed.harms() || deed.Reciprocal {
			continue
		}
		top := m.site(deed.Trigger, 0).top()
		if p := caseOf(m.t, top); !m.t.Is(top, "obl") || p != "in" && p != "during" {
			continue
		}
		i := m.at(m.t.Head(top))
		if i < 0 || i == k {
			continue
		}
		if c := &m.found.Candidates[i]; c.POS == Verb && c.harms() && (c.Code.Type == "ASSAULT" || deed.Code.Type == "COERCE") {
			deed.Actors = append(deed.Actors, c.Actors...)
		}
	}
}

// harms reports whether a candidate is a deed of violence or force.
func (c *Candidate) harms() bool { return harmful(c.Code) }

func harmful(c Code) bool { return c.Type == "ASSAULT" || c.Type == "COERCE" }

// victims returns those who are said to be the victims, or the target, of the deed of a noun.
func (r *roles) victims(s *site) []int {
	t, top := r.t, s.top()
	h := t.Head(top)
	if h < 0 || !t.Is(top, "nmod") || !r.classes.holds(t, h, "Victim") {
		return nil
	}
	if w := r.undergoing(s); w != nil {
		return w
	}
	return r.expand(h)
}

// undergoing returns of whom it is said that they are the target, the subject or the like of the deed of a noun: "was the focus of an inquiry", "became
// the object of criticism".
func (r *roles) undergoing(s *site) []int {
	t, top := r.t, s.top()
	h := t.Head(top)
	switch {
	case h < 0 || !t.Is(top, "nmod") || caseOf(t, top) != "of" || !r.classes.holds(t, h, "Undergoing"):
		return nil
	case t.Dependent(h, "cop") >= 0, t.Is(h, "xcomp"):
		return r.surface(h, s.climbs+1)
	case t.Is(h, "appos"):
		return r.expand(t.Head(h))
	}
	return nil
}
