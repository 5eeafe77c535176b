package attribution

import (
	"slices"
	"strings"

	"example.org/demarche/internal/event"
)

// Slots that are filled by infinitives, objects and phrases with prepositions.

// marker returns the dependent of word d by mark that is one of the words, or -1.
func (s *sentence) marker(d int, words ...string) int {
	for k := range s.t.Dependents(d) {
		if s.t.Is(k, "mark") && slices.Contains(words, s.t.Lower(k)) {
			return k
		}
	}
	return -1
}

// toDo takes an infinitive: "to leave". In the passive its doer is content too: "rebels are expected to leave".
func (m *match) toDo() bool {
	for d := range m.t.Dependents(m.i) {
		if !m.t.Is(d, "xcomp", "acl", "ccomp", "advcl") || m.marker(d, "to") < 0 || m.marker(d, "that", "whether") >= 0 {
			continue
		}
		if m.t.Is(d, "advcl") && m.c.Part == Verb && (len(m.tops) == 0 || m.c.Stance != event.Demanded) || m.t.Is(d, "acl:relcl") {
			continue // to what end
		}
		if m.c.Part == Verb && m.isPassive(m.i) && len(m.tops) == 0 && m.hearer < 0 {
			m.take(m.passiveSubject())
		}
		if m.c.Type == event.Refusal && m.c.Part == Verb && m.unsaid(d) {
			m.inner = d
			return true
		}
		return m.take(d)
	}
	for _, w := range m.tops { // the tree may hang it on the object
		for d := range m.t.Dependents(w) {
			if m.t.Is(d, "acl:") && m.marker(d, "to") >= 0 {
				return true
			}
		}
	}
	return false
}

// unsaid makes the verb of saying d part of a refusal, with what is not said as content: "who fired" of "declined to say
// who fired", nothing of "declined to comment".
func (m *match) unsaid(d int) bool {
	if m.t.Dependent(d, "compound:prt") >= 0 {
		return false // "declined to show up" is another verb
	}
	m.last = d
	speech := false
	for _, c := range m.cues.at(Verb, m.t.Lower(d), strings.ToLower(m.t.Lemmas[d])) {
		if c.Type != event.Assertion || c.length() > 1 {
			continue
		}
		speech = true
		for _, frame := range c.Frames {
			if in := m.sentence.match(d, d, c, frame, false); in != nil && in.quote < 0 && !in.host {
				m.tops, m.off, m.last, m.hearer = in.tops, append(m.off, in.off...), in.last, in.hearer
				return true
			}
		}
	}
	if !speech {
		m.last = m.end
		return false
	}
	m.take(m.objectOf(d)) // declined to identify the bidders
	return true
}

// doing takes a clause with -ing: "leaving".
func (m *match) doing() bool {
	for d := range m.t.Dependents(m.i) {
		if m.t.Is(d, "xcomp", "ccomp", "obj", "acl") && m.t.XPOS[d] == "VBG" && m.t.Dependent(d, "mark", "case") < 0 {
			return m.take(d)
		}
	}
	return false
}

// object returns the cue's object, in the passive its subject, in a relative clause without either the noun that the
// clause belongs to ("the plan he rejected"); or -1.
func (m *match) object() int {
	if m.c.Part != Verb {
		return -1
	}
	if o := m.t.Dependent(m.i, "obj"); o == m.last+1 && m.isReflexive(o) {
		m.last = o // distanced itself
		return -1
	}
	if m.isPassive(m.i) {
		if m.c.Type == event.Intention && m.agent(m.i) < 0 { // "wanted for murder"
			return -1
		}
		if s := m.passiveSubject(); s != m.hearer {
			return s
		}
		return -1 // "residents were told"
	}
	if o := m.objectOf(m.i); o >= 0 && o != m.hearer {
		if m.isNotSaid(o) {
			return -1
		}
		return m.antecedent(o)
	}
	if o := m.t.Dependent(m.i, "iobj"); o >= 0 && o != m.hearer {
		return o
	}
	if m.hearer >= 0 {
		return -1
	}
	if f := m.t.FirstConjunct(m.i); f != m.i { // opposed and condemned the plan
		if o := m.t.Dependent(f, "obj"); o > m.i {
			return o
		}
	}
	for d := range m.t.Dependents(m.i) {
		if m.t.Is(d, "conj") && m.t.UPOS[d] == "VERB" && m.t.Dependent(m.i, "xcomp", "ccomp") < 0 {
			if o := m.t.Dependent(d, "obj"); o > d && m.t.Subject(d) == m.t.Subject(m.i) {
				return o
			}
		}
	}
	if m.t.Is(m.i, "acl:relcl") && m.t.Dependent(m.i, "nsubj") >= 0 && !m.hasRelativeSubject() {
		return m.t.Head(m.i)
	}
	return -1
}

// isNotSaid reports whether object o of a verb that takes what is said as a clause is none of it: who says it ("said Holm"), or words of
// greeting and prayer ("said goodbye").
func (m *match) isNotSaid(o int) bool {
	if m.c.Type != event.Assertion || !slices.Contains(m.c.Frames[0], SlotClause) || m.takesHearer(m.i) {
		return false
	}
	if m.cues.formulas[strings.ToLower(m.t.Lemmas[o])] {
		return true
	}
	ofPeople := slices.ContainsFunc(m.c.Frames, func(f Frame) bool { return len(f) > 1 && slices.Contains(f, SlotObject) }) // charged Holm with theft
	return !ofPeople && o > m.i && m.t.UPOS[o] != "PRON" && m.isSomebody(o)
}

// antecedent returns the noun that word o stands for if it is a relative pronoun ("the charge that he denied"), else o.
func (m *match) antecedent(o int) int {
	if a := m.t.Antecedent(o); a >= 0 {
		m.off = append(m.off, m.t.FirstConjunct(m.i))
		return a
	}
	return o
}

func (m *match) hasRelativeSubject() bool {
	s := m.t.Dependent(m.i, "nsubj")
	return m.t.Feat(s, "PronType") == "Rel" || slices.Contains([]string{"who", "which", "that"}, m.t.Lower(s))
}

// complement returns what something is called or held to be: "a liar" of "called him a liar", if the tree has an object
// for "him", otherwise "him a liar"; or -1.
func (m *match) complement() int {
	for d := range m.t.Dependents(m.i) {
		small := m.t.Is(d, "ccomp") && m.t.Dependent(d, "nsubj") >= 0 && m.t.Dependent(d, "aux", "cop", "mark") < 0
		if m.marker(d, "to") < 0 && (m.t.Is(d, "xcomp") && len(m.tops) > 0 || small && len(m.tops) == 0) {
			return d
		}
	}
	for _, w := range m.tops { // called the move "illegal": the tree may hang it on the object
		if d := m.t.Dependent(w, "amod", "acl:", "appos"); d > w && len(m.tops) == 1 {
			return w
		}
	}
	if first := m.t.Dependent(m.i, "iobj"); first >= 0 && slices.Contains(m.tops, first) {
		return m.t.Dependent(m.i, "obj")
	}
	return -1
}

// told returns the head of the phrase for who is told: object, in the passive subject; or -1.
func (m *match) told() int {
	if m.c.Part != Verb {
		return -1
	}
	if h := m.t.Dependent(m.i, "iobj"); h >= 0 {
		return h
	}
	if m.isPassive(m.i) {
		return m.passiveSubject()
	}
	return m.objectOf(m.i)
}

// objectOf returns the object of verb i, or -1: also a second subject behind it, which trees make of names now and then
// ("the envoy told CNN").
func (s *sentence) objectOf(i int) int {
	if o := s.t.Dependent(i, "obj"); o >= 0 {
		return o
	}
	first := -1
	for d := range s.t.Dependents(i) {
		switch {
		case !s.t.Is(d, "nsubj:"):
		case first >= 0 && first < i && d > i:
			return d
		case first < 0:
			first = d
		}
	}
	return -1
}

// preposition takes the phrase or clause behind a preposition: "for calm", "on them", "of lying". A preposition right
// behind the cue belongs to the cue. What hangs on an object instead of the cue is part of the content with it.
func (m *match) preposition(prep string) bool {
	for _, w := range m.own() {
		for d := range m.t.Dependents(w) {
			if p := m.complementBehind(d, prep); p >= 0 {
				if prep != "if" && (p == m.last+1 || len(m.tops) == 0) {
					m.off = append(m.off, p)
				}
				if prep != "if" && m.onlyAdverbs(m.last+1, p) {
					m.last = p // cared about, cared deeply about
				}
				return m.take(d)
			}
		}
	}
	for _, w := range m.tops {
		for d := range m.t.Dependents(w) {
			if m.complementBehind(d, prep) >= 0 {
				return true
			}
		}
	}
	return false
}

// onlyAdverbs reports whether the words [lo, hi) are adverbs that hang on the cue.
func (m *match) onlyAdverbs(lo, hi int) bool {
	for w := lo; w < hi; w++ {
		if m.t.UPOS[w] != "ADV" || !m.t.Dominates(m.i, w) {
			return false
		}
	}
	return lo <= hi
}

// complementBehind returns the preposition of dependent d if that is prep and d may be a complement; or -1.
func (m *match) complementBehind(d int, prep string) int {
	if !m.t.Is(d, "obl", "nmod", "advcl", "acl", "xcomp", "ccomp") || m.t.Is(d, "acl:relcl") || d == m.i || d < m.i && m.c.Part != Verb {
		return -1
	}
	return m.prepositionOf(d, prep)
}

// prepositionOf returns the word by which prep marks word d, or -1.
func (s *sentence) prepositionOf(d int, prep string) int {
	for k := range s.t.Dependents(d) {
		if s.t.Is(k, "case", "mark", "advmod") && s.t.Lower(k) == prep && k < d {
			return k
		}
	}
	return -1
}

// prepositionAbove reports whether the cue, a noun, stands behind the preposition, which then belongs to it.
func (m *match) prepositionAbove(prep string) bool {
	return m.prepositionOf(m.i, prep) >= 0 && m.t.Is(m.i, "obl", "nmod")
}

// possessed reports whether a noun says whose it is: "in his view", "in the view of officials".
func (m *match) possessed() bool {
	return m.t.Dependent(m.i, "nmod:poss") >= 0 || m.prepositionalNoun("of") >= 0
}

// prepositionalNoun returns the noun that hangs on the cue behind a preposition, or -1.
func (m *match) prepositionalNoun(prep string) int {
	for d := range m.t.Dependents(m.i) {
		if m.t.Is(d, "nmod", "obl") && m.prepositionOf(d, prep) >= 0 {
			return d
		}
	}
	return -1
}

// lightVerb returns the verb that makes a deed of the cue, a noun ("made a claim"; "a claim was made"), or -1.
func (m *match) lightVerb() int {
	h := m.t.Head(m.i)
	if h < 0 || !m.t.Is(m.i, "obj", "nsubj:pass") || m.t.UPOS[h] != "VERB" {
		return -1
	}
	if slices.Contains(m.c.Light, strings.ToLower(m.t.Lemmas[h])) {
		return h
	}
	return -1
}
