package attribution

import (
	"slices"
	"strings"

	"example.org/demarche/internal/event"
)

// match is a cue whose frame fits: which words fill it.
type match struct {
	*sentence
	c          *Cue
	i          int    // the cue's head word; of a preposition the noun behind it
	at         int    // the cue's first word, without auxiliaries and the like
	end        int    // the last word of its lemma
	last       int    // its last word, as far as known
	tops       []int  // words that head the content
	off        []int  // words that are no content, with all below them
	hearer     int    // head of the phrase for who is told, -1 for none
	quote      int    // a quotation that is the content, -1 for none
	light      int    // the light verb of a noun, -1 for none
	block      extent // a paragraph that is the content
	speaker    int    // who says it where the tree does not tell, -1 for unknown
	inner      int    // what is refused to be said: the verb "say" of "declined to say", -1 for none
	host       bool   // the cue is set into its content
	clausal    bool   // the content is a clause
	beside     bool   // a quotation that only stands beside the cue counts
	confidence float64
}

// newMatch is a match that nothing is known of but the cue's words.
func (s *sentence) newMatch(i, last int, c *Cue) *match {
	return &match{sentence: s, c: c, i: i, at: i, end: last, last: last, hearer: -1, quote: -1, light: -1, inner: -1, speaker: -1, confidence: .9}
}

// match fits a frame to the cue at word i, or returns nil. A quotation that only stands beside the cue counts if beside is
// true.
func (s *sentence) match(i, last int, c *Cue, frame Frame, beside bool) *match {
	m := s.newMatch(i, last, c)
	m.beside = beside
	switch c.Part {
	case Verb:
		if s.quotedAs(i) >= 0 || c.Active && s.isPassive(i) || m.isPurpose() || m.isNaming() {
			return nil
		}
	case Noun:
		if s.isInName(i) {
			return nil
		}
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
	without := len(m.tops) == 0 && m.quote < 0 && m.block.empty() && m.inner < 0
	if without && !slices.Contains(frame, SlotAlone) || c.Negated && !m.negated() {
		return nil
	}
	return m
}

// isPurpose reports whether a cue of mind is what something is done or good for, so that nobody is said to think it: "a way to support the
// arts", "rose to thank the crew".
func (m *match) isPurpose() bool {
	mind := m.c.Type == event.Attitude || m.c.Type == event.Belief
	return mind && m.t.Is(m.i, "acl:", "advcl") && m.marker(m.i, "to") >= 0 && m.leader(m.i) < 0
}

// isNaming reports whether a cue of what something is called gives no judgement, but the name that somebody bears: "a group called Black
// Hand".
func (m *match) isNaming() bool {
	judges := slices.ContainsFunc(m.c.Frames, func(f Frame) bool { return slices.Contains(f, SlotComplement) })
	if !judges || !m.t.Is(m.i, "acl:") || m.agent(m.i) >= 0 {
		return false
	}
	d := m.t.Dependent(m.i, "xcomp", "ccomp", "obj")
	return d > m.i && m.t.UPOS[d] == "PROPN"
}

// isInName reports whether noun i belongs to the name of a body: "the Court of Appeals".
func (s *sentence) isInName(i int) bool {
	h := s.t.Head(i)
	if h < 0 || !s.t.Is(i, "nmod", "compound", "flat") {
		return false
	}
	return s.t.UPOS[i] == "PROPN" && s.t.UPOS[h] == "PROPN" || s.prepositionOf(i, "of") >= 0 && s.cues.bodies[strings.ToLower(s.t.Lemmas[h])]
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
		return m.take(m.object()) || m.isReflexive(m.last)
	case SlotComplement:
		return m.take(m.complement())
	case SlotHearer:
		m.hearer = m.told()
		return m.hearer >= 0
	case SlotRaised:
		return m.raised()
	case SlotHolder:
		return m.moved()
	case SlotAlone:
		return m.c.Type == event.Refusal
	case SlotHost:
		return m.hosted(m.top())
	}
	if prep, ok := strings.CutPrefix(string(slot), "host:"); ok {
		return m.prepositionAbove(prep) && m.possessed() && m.hosted(m.i)
	}
	return m.preposition(string(slot))
}

// isReflexive reports whether word i is a reflexive pronoun. As an object it belongs to the cue: "distanced itself from the leaflet".
func (s *sentence) isReflexive(i int) bool {
	return slices.Contains([]string{"himself", "herself", "itself", "themselves"}, s.t.Lower(i))
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
