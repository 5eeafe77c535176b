package attribution

import (
	"slices"
	"strings"

	"example.org/demarche/internal/event"
	"example.org/demarche/internal/text"
)

// draft turns a match into a draft: its cue, source and content as extents.
func (s *sentence) draft(m *match) *draft {
	group := m.group()
	source := m.source()
	if source.Empty() || m.inQuote[m.flat(source.Head)] >= 0 && m.inQuote[m.flat(group.Start)] < 0 {
		if between := m.speakerBetween(group); !between.Empty() {
			source = between
		}
	}
	d := &draft{cue: m.c, s: s, group: s.extentOf(group), a: &event.Attribution{
		Type: m.kind(), Stance: m.stance(), CueLemma: m.c.Lemma, Confidence: m.confidence,
		Cue:    event.Phrase{Range: group, Head: m.cueHead()},
		Source: source, Negated: m.negated() && !m.c.Negated,
		Evidence: event.Evidence{Rule: m.c.Rule, Words: []text.Range{group}},
	}}
	if !source.Empty() {
		d.source = s.extentOf(source.Range)
		d.a.SourceKind = s.cues.kindOf(s.t, s.mentions, source)
	}
	d.speech = m.c.speaks()
	switch {
	case m.quote >= 0:
		q := s.quotes[m.quote]
		d.content, d.quoted = []extent{{q.start, q.end}}, true
	case !m.block.empty():
		d.content = []extent{m.block}
	default:
		d.content = m.content(group, source)
	}
	m.settle(d.a)
	for w := group.Start; w < group.End; w++ {
		s.spent[w] = true
	}
	return d
}

// kind is the type of what is attributed: to refuse a deed is an intention, to refuse an answer a refusal.
func (m *match) kind() event.AttributionType {
	if m.c.Type == event.Refusal && m.inner < 0 && !m.c.Negated {
		return event.Intention
	}
	return m.c.Type
}

// stance is the entry's, or its other one where the content is what the speaker will do: "warned that it would fight".
func (m *match) stance() event.Stance {
	if m.c.Own == "" || len(m.tops) == 0 {
		return m.c.Stance
	}
	s := m.t.Dependent(m.tops[0], "nsubj")
	if s < 0 || m.t.UPOS[s] != "PRON" || m.t.Feat(s, "PronType") == "Rel" {
		return m.c.Stance
	}
	for _, a := range m.t.Auxiliaries(m.tops[0]) {
		if m.isOneOf(a, "will", "would", "shall", "'ll", "’ll") {
			return m.c.Own
		}
	}
	return m.c.Stance
}

// cueHead is the head word of the cue: of a noun its light verb, since time and place of the statement hang on that.
func (m *match) cueHead() int {
	switch {
	case m.c.Part == Preposition:
		return m.at
	case m.light >= 0:
		return m.light
	}
	return m.i
}

// negated reports whether the cue is negated: "did not say that", "made no claim that".
func (m *match) negated() bool {
	if m.c.Part == Preposition || m.c.Part == Adverb {
		return false
	}
	return m.t.IsNegated(m.i) || m.light >= 0 && m.t.IsNegated(m.light) || m.chainNegated(m.i)
}

// speaks reports whether a quotation can be what the cue introduces.
func (c *Cue) speaks() bool {
	for _, f := range c.Frames {
		if slices.Contains(f, SlotClause) || slices.Contains(f, SlotQuote) || f[0] == SlotHost || strings.HasPrefix(string(f[0]), "host:") {
			return c.Type != event.Attitude && c.Type != event.Intention || slices.Contains(f, SlotQuote)
		}
	}
	return false
}

// content returns the words below the heads of the content, without those that are none, in pieces.
func (m *match) content(group text.Range, source event.Phrase) []extent {
	in := make([]bool, m.t.Len())
	for _, w := range m.tops {
		m.mark(w, in)
	}
	for _, w := range m.off {
		m.unmark(w, in)
	}
	for _, w := range m.tops {
		if m.host || !m.t.Dominates(w, m.i) {
			continue
		}
		if p := m.t.Dependent(w, "case"); p >= 0 && p < w {
			in[p] = false // "with the cuts they proposed"
		}
		if m.t.Is(m.i, "acl") { // "the cuts proposed by the board in May"
			m.unmark(m.i, in)
		}
	}
	if !source.Empty() {
		if p := m.t.Dependent(source.Head, "case"); p >= 0 && p < source.Head {
			in[p] = false
		}
	}
	if m.host {
		m.unmarkBeside(in)
	}
	m.unmarkOtherStatements(in)
	if m.contentBefore() && m.t.UPOS[0] == "CCONJ" && m.inQuote[m.first] < 0 {
		in[0] = false // "But the road is open, he said": the article's own "but"
	}
	for _, r := range append(m.asides(), group, source.Range) {
		for w := r.Start; w < r.End; w++ {
			in[w] = false
		}
	}
	return m.withoutAfterthought(m.pieces(in), m.extentOf(group))
}

// unmark clears in for word i and all below it, but for words that head content themselves.
func (m *match) unmark(i int, in []bool) {
	if slices.Contains(m.tops, i) {
		return
	}
	in[i] = false
	for d := range m.t.Dependents(i) {
		m.unmark(d, in)
	}
}
