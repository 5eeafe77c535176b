package attribution

import (
	"slices"
	"unicode"
	"unicode/utf8"

	"example.org/demarche/internal/event"
	"example.org/demarche/internal/text"
)

// source returns the phrase for whose the cue is; empty if the text names nobody.
func (m *match) source() event.Phrase {
	h := m.sourceHead()
	if h < 0 {
		return event.Phrase{}
	}
	r := m.phrase(h, m.barred(h))
	if m.c.Part == Preposition && m.isName(m.last+1, r.Start) {
		r.Start = m.last + 1
	}
	return event.Phrase{Range: m.withComma(r), Head: h}
}

// isName reports whether the words [lo, hi) are all parts of names, so that what follows is one with them.
func (s *sentence) isName(lo, hi int) bool {
	for w := lo; w < hi; w++ {
		if s.t.UPOS[w] != "PROPN" {
			return false
		}
	}
	return lo < hi
}

// withComma adds the comma that closes an apposition or a relative clause at the end of a phrase: "Ada Holm, the mayor,".
func (s *sentence) withComma(r text.Range) text.Range {
	if r.End >= s.t.Len() || s.t.Form(r.End) != "," {
		return r
	}
	for w := r.Start + 1; w < r.End; w++ {
		if !s.t.Is(w, "appos", "acl") {
			continue
		}
		if aside := s.t.Subtree(w); aside.End >= r.End && (s.t.Form(aside.Start) == "," || s.t.Form(max(0, aside.Start-1)) == ",") {
			r.End++
			return r
		}
	}
	return r
}

// sourceHead returns the head of the source, or -1.
func (m *match) sourceHead() int {
	h := -1
	if m.speaker >= 0 {
		return m.speaker
	}
	switch m.c.Part {
	case Verb, Adjective:
		h = m.doer(m.i)
	case Noun:
		h = m.owner()
	case Preposition:
		h = m.i
	}
	if h < 0 || slices.Contains(m.tops, h) || m.isEmptyWord(h) {
		return -1
	}
	return h
}

// isEmptyWord reports whether a word stands for nobody: "it" and "there" as mere fillers, question words.
func (m *match) isEmptyWord(w int) bool {
	return m.t.Is(w, "expl", "csubj") || m.t.Feat(w, "PronType") == "Int" && m.t.UPOS[w] != "PRON" || m.t.UPOS[w] == "PUNCT"
}

// doer returns the word for who does predicate i, or -1. In the passive that is the agent, of an infinitive or participle
// who controls it: "officials" of "officials refused to comment, saying …".
func (m *match) doer(i int) int {
	if m.t.UPOS[i] == "VERB" && m.isPassive(i) && m.c.Part == Verb {
		return m.agent(i)
	}
	if s := m.subjectBehind(i); s >= 0 {
		return s
	}
	if s := m.subjectBeyond(i); s >= 0 {
		return s
	}
	return m.subjectOf(i)
}

// isPassive reports whether verb i is in the passive. A subject and an object without an auxiliary speak against what the
// tags say: "critics berated the minister".
func (s *sentence) isPassive(i int) bool {
	active := s.t.Dependent(i, "nsubj:") >= 0 && s.t.Dependent(i, "obj") >= 0 && s.t.Dependent(i, "aux:pass") < 0
	return !active && s.t.IsPassive(i)
}

// agent returns the word behind "by" of a passive verb, or -1.
func (s *sentence) agent(i int) int {
	for d := range s.t.Dependents(i) {
		if s.t.Is(d, "obl:agent") || s.t.Is(d, "obl") && s.prepositionOf(d, "by") >= 0 && s.t.UPOS[d] != "NUM" {
			return d
		}
	}
	return -1
}

// subjectOf returns the subject of predicate i, its own or that of what controls it, or -1.
func (m *match) subjectOf(i int) int {
	for range m.t.Len() {
		if v := m.coordinate(i); v >= 0 && m.t.Dependent(i, "nsubj") < 0 {
			i = v
		}
		if s := m.t.Subject(i); s >= 0 {
			return s
		}
		if s := m.strandedSubject(i); s >= 0 {
			return s
		}
		f := m.t.FirstConjunct(i)
		h := m.t.Head(f)
		switch {
		case h < 0:
			return -1
		case m.t.Is(f, "acl", "amod"):
			return m.holder(f, h)
		case (m.t.Is(f, "xcomp") || m.behindObject(f)) && m.controlledBy(h) >= 0:
			return m.controlledBy(h)
		case !m.t.Is(f, "xcomp", "advcl", "ccomp", "obl", "nmod"):
			return -1
		}
		if a := m.agent(h); m.t.Is(f, "advcl") && m.t.XPOS[f] == "VBG" && m.isPassive(h) && a >= 0 && a < f {
			return a // the plan was rejected by the board, saying it cost too much
		}
		if m.t.Is(f, "advcl") && m.marker(f, "to") >= 0 && m.t.UPOS[h] == "VERB" && m.isPassive(h) {
			return m.agent(h) // "talks were held to deliver a warning": who holds them warns
		}
		if v := m.t.Head(h); v > h && v < f && m.t.Is(f, "advcl") && m.t.Is(h, "ccomp") {
			h = v // “We won,” he said, adding …: the tree hangs "adding" on "won"
		}
		i = h
	}
	return -1
}

// behindObject reports whether clause f tells what the object above it is said to do: "quoted him as saying", "accused them of
// planning".
func (m *match) behindObject(f int) bool {
	for _, p := range []string{"as", "of", "for", "from", "into"} {
		if m.prepositionOf(f, p) >= 0 {
			return true
		}
	}
	return false
}

// holder returns whose deed clause f is, which hangs on noun h: h itself of "officials saying …", its owner of "his
// decision to leave", otherwise who does the verb whose object h is ("they gave orders to leave").
func (m *match) holder(f, h int) int {
	if v := m.t.Head(h); v >= 0 && m.t.Is(h, "obj") && m.t.XPOS[f] == "VBG" && m.settingOf(h, m.settingName(h)) == medium {
		if s := m.t.Subject(v); s >= 0 { // the aide released a statement saying
			return s
		}
	}
	if m.marker(f, "to") < 0 {
		return h
	}
	if p := m.t.Dependent(h, "nmod:poss"); p >= 0 {
		return p
	}
	if v := m.t.Head(h); v >= 0 && m.t.Is(h, "obj", "obl") {
		return m.t.Subject(v)
	}
	if m.t.Dependent(h, "cop") >= 0 { // Oslo was the first to agree
		return m.t.Subject(h)
	}
	return -1
}

// controlledBy returns the object that does the infinitive below verb h: "him" of "asked him to say"; -1 if the subject
// does, as with "promised him to say".
func (m *match) controlledBy(h int) int {
	if m.isOneOf(h, "promise", "vow", "threaten", "use", "take") {
		return -1
	}
	if o := m.t.Dependent(h, "obj"); o >= 0 {
		return o
	}
	return m.t.Dependent(h, "iobj")
}

// owner returns whose a noun is, or -1: "the minister's claim", "a claim by the minister", "the view of experts", "US
// claims", "the minister made a claim", "claims made by ministers".
func (m *match) owner() int {
	if p := m.t.Dependent(m.i, "nmod:poss"); p >= 0 && !(m.light >= 0 && m.t.UPOS[p] == "PRON" && !m.isPassive(m.light)) {
		return p // but "they voiced their support"
	}
	if m.light >= 0 {
		return m.lightDoer(m.light)
	}
	if m.t.Dependent(m.i, "cop") >= 0 { // she is a critic of the war
		if s := m.t.Subject(m.i); s >= 0 && m.isSomebody(s) {
			return s
		}
	}
	for _, prep := range []string{"by", "from", "among", "of"} {
		if p := m.prepositionalNoun(prep); p > m.i && !slices.Contains(m.tops, p) {
			return p
		}
	}
	for d := range m.t.Dependents(m.i) {
		switch {
		case m.t.Is(d, "acl:") && m.t.XPOS[d] == "VBN" && m.agent(d) >= 0:
			return m.agent(d)
		case m.t.Is(d, "compound", "amod") && d < m.i && m.isCapital(d):
			return d
		}
	}
	if h, p := m.t.Head(m.i), m.t.Case(m.i); h >= 0 && m.t.Is(m.i, "obl") && m.t.UPOS[h] == "VERB" && (p == "in" || p == "with") && !m.isPassive(h) {
		return m.subjectOf(h) // fired in the belief that
	}
	return -1
}

// lightDoer returns who does a light verb.
func (m *match) lightDoer(v int) int {
	if m.isPassive(v) {
		return m.agent(v)
	}
	return m.subjectOf(v)
}

func (m *match) isCapital(w int) bool {
	r, _ := utf8.DecodeRuneInString(m.t.Form(w))
	return w > 0 && unicode.IsUpper(r)
}

// barred marks the words that can be no part of the phrase of noun h: the content, unless the tree hangs the phrase on it.
func (m *match) barred(h int) []bool {
	in := make([]bool, m.t.Len())
	for _, w := range m.tops {
		if !m.t.Dominates(w, m.i) {
			m.mark(w, in)
		}
	}
	m.clear(h, in)
	if m.saysBehind(h) {
		m.mark(m.i, in)
	}
	return in
}

// saysBehind reports whether the cue is a participle right behind noun h that says something, so that h is who says it though the tree
// hangs cue and content on it: "officials saying that the road was closed".
func (m *match) saysBehind(h int) bool {
	return m.c.Type == event.Assertion && m.t.Is(m.i, "acl:") && m.t.Head(m.i) == h && m.t.XPOS[m.i] == "VBG" && m.t.Dependent(m.i, "mark", "case") < 0 &&
		m.isSomebody(h)
}

// clear clears in for word i and all below it.
func (s *sentence) clear(i int, in []bool) {
	in[i] = false
	for d := range s.t.Dependents(i) {
		s.clear(d, in)
	}
}

// mark sets in for word i and all below it.
func (s *sentence) mark(i int, in []bool) {
	in[i] = true
	for d := range s.t.Dependents(i) {
		s.mark(d, in)
	}
}

// phrase returns the whole phrase of noun i with all its modifiers, relative clauses, appositions, conjuncts and a
// genitive's mark, but without its preposition; without barred words and what stands beyond them.
func (s *sentence) phrase(i int, barred []bool) text.Range {
	in := make([]bool, s.t.Len())
	in[i] = true
	for d := range s.t.Dependents(i) {
		switch {
		case s.t.Is(d, "case") && d > i: // the minister's
			in[d] = true
		case s.t.Is(d, "case", "cc", "mark", "parataxis", "discourse", "ccomp", "dislocated", "list"):
		case s.t.Dependent(i, "cop") >= 0 && s.t.Is(d, "nsubj", "cop", "advmod", "obl", "advcl", "aux", "csubj", "expl"):
		default:
			s.mark(d, in)
		}
	}
	lo, hi := i, i+1
	for lo > 0 && in[lo-1] && !barred[lo-1] {
		lo--
	}
	for hi < len(in) && in[hi] && !barred[hi] {
		hi++
	}
	for hi-1 > i && slices.Contains(weekdays, s.t.Form(hi-1)) && s.t.Dependent(hi-1, "case") < 0 {
		hi-- // "a spokesman Tuesday": when, not who
	}
	if w := s.t.Head(hi - 1); hi-2 > i && w == i && s.isYear(hi-1) && s.t.Lower(hi-2) == "in" {
		hi -= 2 // "a panel in 2001 found"
	}
	for lo < i && s.t.Is(lo, "advmod", "cc:preconj") && slices.Contains(focus, s.t.Lower(lo)) && s.t.UPOS[lo+1] != "NUM" {
		lo++
	}
	return s.trimPhrase(lo, i, hi)
}

var weekdays = []string{"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"}

// focus are adverbs that set a phrase off from others and are no part of it: "even China".
var focus = []string{"even", "only", "just", "also", "perhaps", "maybe", "especially", "particularly", "notably"}

// isYear reports whether word i is the number of a year.
func (s *sentence) isYear(i int) bool {
	form := s.t.Form(i)
	return s.t.UPOS[i] == "NUM" && len(form) == 4 && (form[0] == '1' || form[0] == '2')
}

// trimPhrase takes punctuation off both ends of the words [lo, hi) around word i; a closing quotation mark or bracket
// stays if the opening one is within.
func (s *sentence) trimPhrase(lo, i, hi int) text.Range {
	e := s.trimEdges(extent{s.flat(lo), s.flat(hi)})
	if e.lo > s.flat(i) || e.hi <= s.flat(i) {
		return text.Range{Sentence: s.no, Start: i, End: i + 1}
	}
	return s.rangeOf(e)
}
