package attribution

import (
	"strings"

	"example.org/demarche/internal/text"
)

// group returns the words of the cue: a verb with auxiliaries, negation, particles and the adverbs among them, the "to" of
// an infinitive; an adjective with its copula; a noun with its light verb or the preposition before it; a preposition.
func (m *match) group() text.Range {
	r := m.chained(m.i, m.around(m.i, m.last))
	switch {
	case m.c.Part == Preposition:
		return text.Range{Sentence: m.no, Start: m.at, End: m.last + 1}
	case m.c.Part == Noun && m.light >= 0:
		return m.join(m.chained(m.light, m.around(m.light, m.light)), r)
	case m.c.Part == Noun && m.t.Dependent(m.i, "cop") >= 0 && m.t.Dependent(m.i, "nsubj") >= 0:
		c := m.t.Dependent(m.i, "cop")
		return m.join(m.around(c, c), r) // is a strong critic of
	case m.c.Part == Noun && m.host:
		if p := m.t.Dependent(m.i, "case"); p >= 0 && p < m.i {
			return text.Range{Sentence: m.no, Start: m.i, End: m.i + 1}
		}
	case m.inner >= 0:
		return m.join(r, m.around(m.inner, m.last))
	case m.t.Is(m.i, "xcomp") && m.t.UPOS[m.i] == "ADJ" && m.t.Head(m.i) >= 0:
		return m.joinNear(m.around(m.t.Head(m.i), m.t.Head(m.i)), r)
	}
	return r
}

// chained adds to a verb group the verbs that lead to it: "went on to say", "appears to believe".
func (s *sentence) chained(i int, r text.Range) text.Range {
	for h := s.leader(i); h >= 0; h = s.leader(h) {
		above := s.around(h, h)
		if above.End != r.Start && !(above.End == r.Start-1 && s.t.Lower(above.End) == "as") {
			return r
		}
		r.Start = above.Start
	}
	return r
}

// leader returns the verb that leads to verb i, or -1: "went on to say", "was quoted as saying".
func (s *sentence) leader(i int) int {
	h := s.t.Head(i)
	switch {
	case h < 0 || s.t.UPOS[i] != "VERB":
		return -1
	case s.t.Is(i, "xcomp") && s.cues.chain[strings.ToLower(s.t.Lemmas[h])] != "":
		return h
	case s.quotedAs(h) == i:
		return h
	}
	return -1
}

// quotedAs returns the verb of saying that passive verb i leads to, if nobody is named who quotes: "saying" of "was quoted as
// saying"; or -1.
func (s *sentence) quotedAs(i int) int {
	if s.t.UPOS[i] != "VERB" || !s.isOneOf(i, "quote", "cite") || !s.isPassive(i) || s.agent(i) >= 0 {
		return -1
	}
	for d := range s.t.Dependents(i) {
		if s.prepositionOf(d, "as") >= 0 && s.isSpeech(d) {
			return d
		}
	}
	return -1
}

// chainNegated reports whether a verb that leads to verb i is negated or denies: "did not appear to say", "failed to say".
func (s *sentence) chainNegated(i int) bool {
	for h := s.leader(i); h >= 0; h = s.leader(h) {
		if s.t.IsNegated(h) || s.cues.chain[strings.ToLower(s.t.Lemmas[h])] == denies {
			return true
		}
	}
	return false
}

// around returns the verb group of word i up to word last.
func (s *sentence) around(i, last int) text.Range {
	r := text.Range{Sentence: s.no, Start: i, End: last + 1}
	if s.t.UPOS[i] == "NOUN" || s.t.UPOS[i] == "PROPN" {
		return r
	}
	in := make([]bool, s.t.Len())
	for _, w := range s.t.VerbGroup(i) {
		in[w] = true
	}
	for d := range s.t.Dependents(i) {
		switch a := s.t.Subtree(d); {
		case s.t.Is(d, "mark") && s.t.Lower(d) == "to", s.t.Is(d, "advmod") && a.End-a.Start == 1 && s.t.XPOS[d] != "WRB":
			in[d] = true
		case s.t.Is(d, "advmod") && a.Start > 0 && in[a.Start-1] && d < i && a.End-a.Start <= 3: // has so far been
			for w := a.Start; w < a.End; w++ {
				in[w] = true
			}
		}
	}
	for r.Start > 0 && in[r.Start-1] {
		r.Start--
	}
	for r.End < len(in) && in[r.End] && !s.t.Is(r.End, "advmod") {
		r.End++
	}
	return r
}

// join is the least range that holds both.
func (m *match) join(a, b text.Range) text.Range {
	return text.Range{Sentence: m.no, Start: min(a.Start, b.Start), End: max(a.End, b.End)}
}

// joinNear is join where the ranges touch, otherwise the second.
func (m *match) joinNear(a, b text.Range) text.Range {
	if a.End == b.Start {
		return m.join(a, b)
	}
	return b
}
