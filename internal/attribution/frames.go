package attribution

import (
	"slices"
	"strings"

	"example.org/demarche/internal/event"
)

// match is a cue whose frame fits: which words fill it.
type match struct {
	*sentence
	c       *Cue
	i       int    // the cue's head word; of a preposition the noun behind it
	at      int    // the cue's first word, without auxiliaries and the like
	end     int    // the last word of its lemma
	last    int    // its last word, as far as known
	tops    []int  // words that head the content
	off     []int  // words that are no content, with all below them
	hearer  int    // head of the phrase for who is told, -1 for none
	quote   int    // a quotation that is the content, -1 for none
	light   int    // the light verb of a noun, -1 for none
	block   extent // a paragraph that is the content
	inner   int    // what is refused to be said: the verb "say" of "declined to say", -1 for none
	host    bool   // the cue is set into its content
	clausal bool   // the content is a clause
	beside  bool   // a quotation that only stands beside the cue counts
	hold    float64
}

// match fits a frame to the cue at word i, or returns nil. A quotation that only stands beside the cue counts if beside is
// true.
func (s *sentence) match(i, last int, c *Cue, frame Frame, beside bool) *match {
	m := &match{sentence: s, c: c, i: i, at: i, end: last, last: last, beside: beside, hearer: -1, quote: -1, light: -1, inner: -1, hold: .9}
	switch c.Part {
	case Noun:
		m.light = m.lightVerb()
	case Preposition:
		if m.i = m.governed(); m.i < 0 {
			return nil
		}
	case Adjective:
		if h := s.t.Head(i); s.t.Is(i, "xcomp") && h >= 0 && s.isOneOf(h, "make", "let", "do") { // make sure
			return nil
		}
	}
	for _, slot := range frame {
		if !m.fill(slot) {
			return nil
		}
	}
	if len(m.tops) == 0 && m.quote < 0 && m.block.empty() {
		return nil
	}
	return m
}

// fill fills one slot, if it can.
func (m *match) fill(slot Slot) bool {
	switch slot {
	case SlotClause:
		return m.clause() || m.reported() || m.setInto() || m.beside && m.quotation()
	case SlotThat:
		return m.clause() && m.marker(m.tops[0], "that") >= 0
	case SlotQuote:
		return m.quoted() || m.beside && m.quotation()
	case SlotToDo:
		return m.toDo()
	case SlotDoing:
		return m.doing()
	case SlotObject:
		return m.take(m.object())
	case SlotComplement:
		return m.take(m.complement())
	case SlotHearer:
		m.hearer = m.told()
		return m.hearer >= 0
	case SlotHost:
		return m.hosted(m.top())
	}
	if prep, ok := strings.CutPrefix(string(slot), "host:"); ok {
		return m.prepositionAbove(prep) && m.possessed() && m.hosted(m.i)
	}
	return m.preposition(string(slot))
}

// take makes word w a head of the content; it fails for -1.
func (m *match) take(w int) bool {
	if w < 0 {
		return false
	}
	if !slices.Contains(m.tops, w) {
		m.tops = append(m.tops, w)
	}
	return true
}

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
	if len(m.tops) == 0 { // told reporters that: the clause may hang on the reporters
		if h := m.told(); h >= 0 {
			for d := range m.t.Dependents(h) {
				if m.t.Is(d, "acl", "ccomp", "advcl") && m.marker(d, "that", "whether") >= 0 {
					m.take(d)
					m.off = append(m.off, h)
					m.hearer = h
				}
			}
		}
	}
	m.bracketed()
	m.take(m.misplacedSubject())
	m.clausal = len(m.tops) > 0
	return m.clausal || m.c.Part == Noun && m.equated()
}

// bracketed takes what stands before a cue between commas, but hangs on the cue: "although it rained" of "Although it rained,
// she said, the road held".
func (m *match) bracketed() {
	if m.c.Part != Verb || len(m.tops) == 0 || m.tops[0] < m.i || m.t.Subject(m.i) < 0 {
		return
	}
	lo := m.clusterStart()
	if lo < 2 || m.t.Form(lo-1) != "," || m.t.Form(max(0, m.t.Subtree(m.tops[0]).Start-1)) != "," && m.t.Form(m.t.Subtree(m.tops[0]).Start) != "," {
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
		if r := m.t.Subtree(d); m.t.Is(d, "nsubj") && (r.End == lo || r.End == lo-1 && m.t.Form(lo-1) == ",") {
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

// own returns the cue's words that its frame may hang on: its head, its last word, its light verb.
func (m *match) own() []int {
	words := []int{m.i}
	if m.end != m.i && m.c.Part != Preposition {
		words = append(words, m.end)
	}
	if m.light >= 0 {
		words = append(words, m.light)
	}
	return words
}

// strandedSubject returns the subject of clause d that the tree made an object of the cue ("indicated Oslo believed …"), if
// the cue is one that nobody is told by; or -1.
func (s *sentence) strandedSubject(d int) int {
	h := s.t.Head(d)
	if h < 0 || !s.t.Is(d, "ccomp") || s.t.Feat(d, "VerbForm") != "Fin" && s.t.Dependent(d, "aux", "cop") < 0 || s.t.Dependent(d, "nsubj", "csubj", "expl", "mark") >= 0 {
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

// marker returns the dependent of word d by mark that is one of the words, or -1.
func (s *sentence) marker(d int, words ...string) int {
	for k := range s.t.Dependents(d) {
		if s.t.Is(k, "mark") && slices.Contains(words, s.t.Lower(k)) {
			return k
		}
	}
	return -1
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
	if m.c.Part != Verb || !m.t.IsPassive(m.i) {
		return false
	}
	x, subject := m.t.Dependent(m.i, "xcomp"), m.passiveSubject()
	return x >= 0 && subject >= 0 && m.take(subject) && m.take(x)
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
	asIf := m.t.Is(m.i, "advcl") && m.asMark() >= 0 && m.c.Type != event.Attitude
	if !asIf && !(m.t.Is(m.i, "parataxis") && m.t.Subject(m.i) >= 0 && !m.startsAfresh()) {
		return false
	}
	h := m.t.Head(m.i)
	if h < 0 || asIf && !m.t.IsClause(h) || m.t.Dependent(m.i, "obj") >= 0 && !m.takesHearer(m.i) { // "as long as they say"
		return false
	}
	m.clausal = true
	m.off, m.host = append(m.off, m.i), true
	m.hold = .8
	return m.take(h)
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

// quotation takes a quotation that stands right beside the cue and its subject, whatever the tree makes of it.
func (m *match) quotation() bool {
	if m.c.Part != Verb && m.c.Part != Noun || m.c.Type != event.Assertion {
		return false
	}
	if m.quote = m.quoteBeside(); m.quote < 0 {
		m.block = m.blockBehind()
	}
	return m.quote >= 0 || !m.block.empty()
}

// blockBehind returns what a verb of saying introduces by a colon at the end of its sentence, where it is not set in quotation
// marks: the next paragraph, or the rest of this one.
func (m *match) blockBehind() extent {
	next := m.no + 1
	if m.c.Part != Verb || next >= len(m.sentences) || m.form(m.sentences[next].first-1) != ":" {
		return extent{}
	}
	return extent{m.sentences[next].first, m.paragraphEnd(next)}
}

// quoted takes complements of the cue that stand in quotation marks.
func (m *match) quoted() bool {
	for d := range m.t.Dependents(m.i) {
		if m.t.Is(d, "ccomp", "obj", "parataxis", "xcomp") && m.inQuote[m.flat(d)] >= 0 && m.inQuote[m.flat(m.i)] < 0 {
			m.take(d)
		}
	}
	if len(m.tops) > 0 {
		return true
	}
	h := m.t.Head(m.i)
	return h >= 0 && m.inQuote[m.flat(h)] >= 0 && m.inQuote[m.flat(m.i)] < 0 && m.setInto()
}

// toDo takes an infinitive: "to leave". In the passive its doer is content too: "rebels are expected to leave".
func (m *match) toDo() bool {
	for d := range m.t.Dependents(m.i) {
		if !m.t.Is(d, "xcomp", "acl", "ccomp", "advcl") || m.marker(d, "to") < 0 {
			continue
		}
		if m.t.Is(d, "advcl") && m.c.Part == Verb && (len(m.tops) == 0 || m.c.Stance != event.Demanded) || m.t.Is(d, "acl:relcl") {
			continue // to what end
		}
		if m.c.Part == Verb && m.t.IsPassive(m.i) && len(m.tops) == 0 && m.hearer < 0 {
			m.take(m.passiveSubject())
		}
		if m.c.Type == event.Refusal && m.c.Part == Verb && m.unsaid(d) {
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
// who fired".
func (m *match) unsaid(d int) bool {
	for _, c := range m.cues.at(Verb, m.t.Lower(d), strings.ToLower(m.t.Lemmas[d])) {
		if c.Type != event.Assertion || strings.Contains(c.Lemma, " ") {
			continue
		}
		for _, frame := range c.Frames {
			in := m.sentence.match(d, d, c, frame, false)
			if in == nil || in.quote >= 0 || in.host {
				continue
			}
			m.tops, m.off, m.inner, m.last, m.hearer = in.tops, append(m.off, in.off...), d, in.last, in.hearer
			return true
		}
	}
	return false
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
	if m.t.IsPassive(m.i) {
		return m.passiveSubject()
	}
	if o := m.objectOf(m.i); o >= 0 {
		return o
	}
	if o := m.t.Dependent(m.i, "iobj"); o >= 0 {
		return o
	}
	if f := m.t.FirstConjunct(m.i); f != m.i { // opposed and condemned the plan
		if o := m.t.Dependent(f, "obj"); o > m.i {
			return o
		}
	}
	for d := range m.t.Dependents(m.i) {
		if m.t.Is(d, "conj") && m.t.UPOS[d] == "VERB" {
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
	if m.t.IsPassive(m.i) {
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
				if p == m.last+1 && prep != "if" {
					m.last, m.off = p, append(m.off, p)
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

// quoteBeside returns the quotation right before the cue and its subject, or the first one behind them that a comma or
// colon introduces; -1 if there is none.
func (m *match) quoteBeside() int {
	hi := m.last + 1
	if s := m.t.Dependent(m.i, "nsubj"); s >= 0 && m.t.Subtree(s).Start == hi {
		hi = m.t.Subtree(s).End
	}
	if q := m.quoteBefore(m.flat(m.clusterStart())); q >= 0 {
		return q
	}
	return m.quoteBehind(hi)
}

// quoteBefore returns the quotation that ends right before word i of the article, but for a comma; or -1.
func (f *finder) quoteBefore(i int) int {
	if i > 0 && f.form(i-1) == "," {
		i--
	}
	if i == 0 || f.inQuote[i-1] < 0 {
		return -1
	}
	if q := int(f.inQuote[i-1]); f.quotes[q].end == i && f.quotes[q].closed {
		return q
	}
	return -1
}

// quoteBehind returns the first quotation from word i of the sentence on that a comma or a colon introduces, in this
// sentence or, behind a colon at its end, in the next; or -1.
func (m *match) quoteBehind(i int) int {
	end := m.g.Sentences[m.no].End
	for k := m.flat(i); k < end+1 && k < len(m.inQuote); k++ {
		q := int(m.inQuote[k])
		if q < 0 || m.quotes[q].start != k {
			continue
		}
		before := m.form(k - 1)
		if before == ":" || k < end && (before == "," || k == m.flat(i)) {
			return q
		}
	}
	return -1
}
