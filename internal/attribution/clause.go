package attribution

import (
	"slices"
	"strings"

	"example.org/demarche/internal/event"
)

// Content that is a clause: a complement of the cue, or the clause that the cue is set into.

// clause takes the complement clauses of the cue: "that they left", "whether they left", "they left".
func (m *match) clause() bool {
	for _, w := range m.own() {
		for d := range m.t.Dependents(w) {
			if m.isComplement(d) {
				m.take(d)
				m.take(m.strandedSubject(d))
			}
		}
	}
	if len(m.tops) == 0 {
		m.clauseOfHearer()
	}
	m.bracketed()
	m.take(m.misplacedSubject())
	m.clausal = len(m.tops) > 0
	return m.clausal || m.c.Part == Noun && m.equated()
}

// clauseOfHearer takes the clause of "told reporters that they left" that the tree hangs on the reporters.
func (m *match) clauseOfHearer() {
	h := m.told()
	if h < 0 || h != m.end && !m.takesHearer(m.i) {
		return
	}
	for d := range m.t.Dependents(h) {
		if m.t.Is(d, "acl", "ccomp", "advcl") && m.marker(d, "that", "whether") >= 0 {
			m.take(d)
			m.off, m.hearer = append(m.off, h), h
		}
	}
}

// bracketed takes what stands before a cue between commas, but hangs on the cue: "although it rained" of "Although it rained,
// she said, the road held".
func (m *match) bracketed() {
	if m.c.Part != Verb || len(m.tops) == 0 || m.tops[0] < m.i || m.t.Subject(m.i) < 0 {
		return
	}
	if m.inQuote[m.flat(m.tops[0])] >= 0 && m.inQuote[m.flat(m.i)] < 0 { // "On Monday, he said, “We left.”"
		return
	}
	lo, behind := m.clusterStart(), m.t.Subtree(m.tops[0]).Start
	if lo < 2 || m.t.Form(lo-1) != "," || m.t.Form(behind) != "," && m.t.Form(max(0, behind-1)) != "," {
		return
	}
	for d := range m.t.Dependents(m.i) {
		if d < lo && m.t.Is(d, "advcl", "obl", "advmod", "ccomp", "dislocated") {
			m.take(d)
		}
	}
}

// clusterStart is the first word of the cue and of its subject, if that stands right before it.
func (m *match) clusterStart() int {
	lo := m.around(m.i, m.last).Start
	for d := range m.t.Dependents(m.i) {
		if r := m.t.Subtree(d); m.t.Is(d, "nsubj") && m.inQuote[m.flat(d)] == m.inQuote[m.flat(m.i)] && (r.End == lo || r.End == lo-1 && m.t.Form(lo-1) == ",") {
			return r.Start
		}
	}
	return lo
}

// isComplement reports whether dependent d is a clause that says what is said.
func (m *match) isComplement(d int) bool {
	switch {
	case m.t.Is(d, "ccomp"):
		return true
	case m.t.Is(d, "csubj:pass", "csubj:outer"):
		return true
	case m.t.Is(d, "csubj"):
		return m.c.Part == Adjective && m.t.Dependent(m.i, "expl") >= 0 // it is clear that
	case m.t.Is(d, "advcl", "xcomp") && m.c.Part != Noun:
		return m.marker(d, "that") >= 0 && m.marker(d, "to") < 0
	case m.t.Is(d, "acl") && m.c.Part == Noun:
		return m.saysWhat(d)
	}
	return false
}

// saysWhat reports whether clause d says what noun it hangs on holds ("the claim that they left"), and is no relative clause
// ("the claim that they made"). The tree is not always right about that, the tag of "that" mostly is.
func (m *match) saysWhat(d int) bool {
	for k := range m.t.Dependents(d) {
		if k < d && slices.Contains([]string{"that", "whether"}, m.t.Lower(k)) {
			return m.t.UPOS[k] == "SCONJ" && !m.t.Is(k, "nsubj")
		}
	}
	return false
}

// strandedSubject returns the subject of clause d that the tree made an object of the cue ("indicated Oslo believed …"), if
// the cue is one that nobody is told by; or -1.
func (s *sentence) strandedSubject(d int) int {
	h, finite := s.t.Head(d), s.t.Feat(d, "VerbForm") == "Fin" || s.t.Dependent(d, "aux", "cop") >= 0
	if h < 0 || !finite || !s.t.Is(d, "ccomp") || s.t.Dependent(d, "nsubj", "csubj", "expl", "mark") >= 0 {
		return -1
	}
	o := s.t.Dependent(h, "obj", "iobj")
	if h < o && o < d && !s.takesHearer(h) {
		return o
	}
	return -1
}

// takesHearer reports whether verb i is one that somebody can be told by.
func (s *sentence) takesHearer(i int) bool {
	for _, c := range s.cues.at(Verb, s.t.Lower(i), strings.ToLower(s.t.Lemmas[i])) {
		for _, f := range c.Frames {
			if slices.Contains(f, SlotHearer) {
				return true
			}
		}
	}
	return false
}

// equated takes the clause that a noun is said to be: "His view is that they left".
func (m *match) equated() bool {
	h := m.t.Head(m.i)
	return h >= 0 && m.t.Is(m.i, "nsubj") && m.t.Dependent(h, "cop") >= 0 && m.marker(h, "that", "to") >= 0 && m.setClause(h)
}

// setClause takes clause h, but not the cue's own phrase in it.
func (m *match) setClause(h int) bool {
	m.off = append(m.off, m.i)
	if cop := m.t.Dependent(h, "cop"); cop >= 0 {
		m.off = append(m.off, cop)
	}
	return m.take(h)
}

// reported takes subject and infinitive of "the town is said to have fallen".
func (m *match) reported() bool {
	if m.c.Part != Verb || !m.isPassive(m.i) {
		return false
	}
	x, subject := m.t.Dependent(m.i, "xcomp"), m.passiveSubject()
	return x >= 0 && subject >= 0 && m.take(subject) && m.take(x)
}

// raised takes subject and infinitive of what only seems so: "the truce appears to hold", "the deal seems dead". Where the infinitive is a
// cue itself ("appears to believe"), the verb belongs to that.
func (m *match) raised() bool {
	x, subject := m.t.Dependent(m.i, "xcomp"), m.t.Subject(m.i)
	if x < m.i || subject < 0 || m.isPassive(m.i) || m.isCue(x) {
		return false
	}
	return m.take(subject) && m.take(x)
}

// isCue reports whether verb x is a cue with content of its own.
func (s *sentence) isCue(x int) bool {
	return s.t.UPOS[x] == "VERB" && slices.ContainsFunc(s.cues.at(Verb, s.t.Lower(x), strings.ToLower(s.t.Lemmas[x])), func(c *Cue) bool {
		return s.fit(x, c, false) != nil
	})
}

// moved takes what moves somebody, whose mind it tells of: "the ruling" of "the ruling angered farmers" and of "farmers were angered by the
// ruling". There "by" belongs to the cue.
func (m *match) moved() bool {
	holder, cause := m.objectOf(m.i), m.t.Subject(m.i)
	if m.isPassive(m.i) {
		holder, cause = m.passiveSubject(), m.agent(m.i)
	}
	if holder < 0 || cause < 0 || holder == cause || !m.isSomebody(holder) {
		return false
	}
	if by := m.prepositionOf(cause, "by"); by >= 0 {
		m.off = append(m.off, by)
		if m.onlyAdverbs(m.last+1, by) {
			m.last = by
		}
	}
	m.speaker = holder
	return m.take(cause)
}

// passiveSubject returns what would be the object if the cue were active: "the plan" of "the plan was rejected" and of
// "the plan rejected by parliament"; or -1.
func (m *match) passiveSubject() int {
	if s := m.t.Subject(m.i); s >= 0 {
		return s
	}
	if m.t.Is(m.i, "acl:") {
		return m.t.Head(m.i)
	}
	return -1
}

// setInto takes the clause that the cue is set into: "the town, he said, fell"; "as he said, the town fell".
func (m *match) setInto() bool {
	if m.c.Part != Verb || m.c.Type == event.Intention || m.c.Type == event.Refusal {
		return false
	}
	if m.inserted() {
		return true
	}
	h, asIf := m.t.Head(m.i), m.t.Is(m.i, "advcl") && m.asMark() >= 0
	switch {
	case h < 0 || m.hasOwnObject():
		return false
	case asIf && m.c.Type == event.Attitude:
		return false
	case asIf && m.c.Type != event.Assertion && m.t.Dependent(m.i, "obl") > m.i: // as leaders hoped for calm: when
		return false
	case asIf && !m.t.IsClause(h): // as long as they say
		return false
	case !asIf && (!m.t.Is(m.i, "parataxis") || m.t.Subject(m.i) < 0 || m.startsAfresh() || m.isAfterthought()):
		return false
	}
	m.clausal = true
	m.off, m.host = append(m.off, m.i), true
	m.confidence = .8
	return m.take(h)
}

// inserted takes the clause that a statement between commas is set into, where the tree hangs the statement on the clause's subject: "The
// dam, engineers believe, will hold".
func (m *match) inserted() bool {
	n := m.t.Head(m.i)
	if n < 0 || !m.isNominal(n) || !m.t.Is(n, "nsubj") || !m.t.Is(m.i, "acl", "parataxis") || !m.isFinite(m.i) ||
		m.marker(m.i, "to", "that") >= 0 || m.t.Dependent(m.i, "obj") >= 0 {
		return false
	}
	speaker := m.t.Dependent(m.i, "nsubj")
	if speaker < 0 {
		speaker = m.t.Dependent(n, "appos")
	}
	p, r := m.t.Head(n), m.around(m.i, m.last)
	if p < r.End || speaker < n || speaker >= r.Start || m.t.Feat(speaker, "PronType") == "Rel" {
		return false
	}
	who := m.t.Subtree(speaker)
	if who.Start < 1 || who.End < r.Start || m.t.Form(who.Start) != "," && m.t.Form(who.Start-1) != "," || !m.commaWithin(r.End, mostTrailing, p) {
		return false
	}
	m.off, m.speaker, m.host, m.clausal, m.confidence = append(m.off, m.i, speaker), speaker, true, true, .75
	return m.take(p)
}

// isFinite reports whether verb i has a tense of its own, without auxiliaries.
func (s *sentence) isFinite(i int) bool {
	return slices.Contains([]string{"VBD", "VBZ", "VBP"}, s.t.XPOS[i])
}

// commaWithin reports whether a comma stands among the n words from word k on, before word end.
func (s *sentence) commaWithin(k, n, end int) bool {
	for w := k; w < min(k+n, end, s.t.Len()); w++ {
		if s.t.Form(w) == "," {
			return true
		}
	}
	return false
}

// isAfterthought reports whether a passive cue with a subject of its own follows its clause as another: "…, so the error is not repeated".
func (m *match) isAfterthought() bool {
	s := m.t.Subject(m.i)
	return m.isPassive(m.i) && s >= 0 && !m.t.Is(s, "expl") && m.t.Lower(s) != "it"
}

// hasOwnObject reports whether the cue has an object that is neither somebody told nor a word of the cue ("as he put it"), so that it
// needs no clause around it.
func (m *match) hasOwnObject() bool {
	o := m.t.Dependent(m.i, "obj")
	return o >= 0 && o != m.end && !m.takesHearer(m.i)
}

// asMark returns the "as" before the clause of the cue, or -1.
func (m *match) asMark() int {
	for d := range m.t.Dependents(m.i) {
		if m.t.Is(d, "mark", "advmod", "case") && m.t.Lower(d) == "as" {
			return d
		}
	}
	return -1
}

// startsAfresh reports whether a semicolon or colon parts the cue's clause from what stands before it.
func (m *match) startsAfresh() bool {
	lo := m.t.Subtree(m.i).Start
	if lo == 0 {
		return false
	}
	return slices.Contains([]string{";", ":"}, m.t.Form(lo)) || slices.Contains([]string{";", ":"}, m.t.Form(lo-1))
}
