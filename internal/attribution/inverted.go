package attribution

import (
	"slices"

	"example.org/demarche/internal/event"
	"example.org/demarche/internal/text"
)

// Where the tree misplaces subjects.
//
// In "“We left,” said the pilot" and "The dam broke, said a farmer" the subject stands behind the verb. Trees often miss that: they make
// it an object of the verb, hang it on the content, or give the verb the subject of what is said.

// subjectBehind returns the subject right behind verb i, whatever the tree makes of it, if the content stands before the
// verb and no subject between them; or -1.
func (m *match) subjectBehind(i int) int {
	if !m.c.speaks() || m.inQuote[m.flat(i)] >= 0 || !m.contentBefore() || m.clusterStart() < m.around(m.i, m.last).Start {
		return -1
	}
	w := m.phraseFrom(m.last + 1)
	if w < 0 || w == m.hearer || slices.Contains(m.tops, w) || m.t.Dependent(w, "case") >= 0 && m.t.Dependent(w, "case") < w {
		return -1
	}
	if h := m.t.Head(w); h == i && m.t.Is(w, "nsubj", "obj", "iobj") || h < i && m.t.Is(w, "nsubj", "obj", "iobj", "appos", "conj") {
		return w
	}
	return -1
}

// contentBefore reports whether the content begins before the cue.
func (m *match) contentBefore() bool {
	if len(m.tops) > 0 {
		return m.tops[0] < m.i
	}
	return m.quote >= 0 && m.quotes[m.quote].start < m.flat(m.i)
}

// phraseFrom returns the head of the noun phrase that begins with word k, or -1.
func (s *sentence) phraseFrom(k int) int {
	if k >= s.t.Len() {
		return -1
	}
	w := k
	for h := s.t.Head(w); h >= k && s.t.Subtree(h).Start >= k; h = s.t.Head(w) {
		w = h
	}
	if !s.isNominal(w) {
		return -1
	}
	return w
}

// misplacedSubject returns the subject of what is said that the tree gave to the cue: "The dam" of "The dam broke, said a
// farmer"; or -1.
func (m *match) misplacedSubject() int {
	if len(m.tops) == 0 || m.tops[0] > m.i || m.t.Dependent(m.tops[0], "nsubj", "csubj", "expl") >= 0 || m.subjectBehind(m.i) < 0 {
		return -1
	}
	if s := m.t.Dependent(m.i, "nsubj"); s < m.tops[0] {
		return s
	}
	return -1
}

// subjectBeyond returns the subject before verb i that the tree hung on the content behind it: "a farmer" of "a farmer said:
// “There is no water.”"; or -1.
func (m *match) subjectBeyond(i int) int {
	if m.t.Dependent(i, "nsubj") >= 0 || len(m.tops) == 0 || m.tops[0] < i {
		return -1
	}
	if s := m.t.Dependent(m.tops[0], "nsubj"); s >= 0 && m.t.Subtree(s).End == m.around(i, m.last).Start {
		return s
	}
	return -1
}

// farthest is how many words a name with its office may have between a quotation and its verb.
const farthest = 20

// speakerBetween returns the phrase between the end of a quotation and the cue, which is who speaks even where the tree
// made it part of what is said; empty if something else stands there.
func (m *match) speakerBetween(group text.Range) event.Phrase {
	lo := m.flat(group.Start)
	if m.inQuote[lo] >= 0 || !m.c.speaks() || m.c.Part != Verb {
		return event.Phrase{}
	}
	for lo > m.first && m.inQuote[lo-1] < 0 && m.flat(group.Start)-lo <= farthest {
		lo--
	}
	r := m.rangeOf(extent{lo, m.flat(group.Start)})
	if r.Empty() || r.End-r.Start > farthest || lo == 0 || m.inQuote[lo-1] < 0 || m.quotes[m.inQuote[lo-1]].end != lo {
		return event.Phrase{}
	}
	for w := r.Start; w < r.End; w++ {
		if m.t.UPOS[w] == "SCONJ" || m.t.UPOS[w] == "CCONJ" && w == r.Start {
			return event.Phrase{}
		}
	}
	for w := r.Start; w < r.End; w++ {
		h := m.t.Head(w)
		if nominal := m.t.UPOS[w] == "NOUN" || m.t.UPOS[w] == "PROPN" || m.t.UPOS[w] == "PRON"; nominal && (h < r.Start || h >= r.End) {
			return event.Phrase{Range: r, Head: w}
		}
	}
	return event.Phrase{}
}
