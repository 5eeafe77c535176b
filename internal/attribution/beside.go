package attribution

import (
	"slices"

	"example.org/demarche/internal/event"
)

// Content that is a quotation, or a paragraph, beside the cue, whatever the tree makes of it.

// quotation takes a quotation that stands right beside the cue and its subject, whatever the tree makes of it.
func (m *match) quotation() bool {
	if m.c.Part != Verb && m.c.Part != Noun || m.c.Type != event.Assertion {
		return false
	}
	if m.t.Dependent(m.i, "xcomp") >= 0 { // went on to praise the fleet: the quotation is what was praised
		return false
	}
	if m.quote = m.quoteBeside(); m.quote < 0 {
		m.block = m.blockBehind()
	}
	return m.quote >= 0 || !m.block.empty()
}

// blockBehind returns what a verb of saying introduces by a colon at the end of its sentence, where it is not set in quotation
// marks: the next sentence, and the whole paragraph if one begins with it.
func (m *match) blockBehind() extent {
	next := m.no + 1
	if m.c.Part != Verb || next >= len(m.sentences) || m.form(m.sentences[next].first-1) != ":" {
		return extent{}
	}
	end := m.g.Sentences[next].End
	if m.g.Sentences[next].Paragraph {
		end = m.paragraphEnd(next)
	}
	return extent{m.sentences[next].first, end}
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

// quoteBeside returns the quotation right before the cue and its subject, or the first one behind them that a comma or
// colon introduces; -1 if there is none.
func (m *match) quoteBeside() int {
	hi := m.last + 1
	if s := m.t.Dependent(m.i, "nsubj"); s >= 0 && m.t.Subtree(s).Start == hi {
		hi = m.t.Subtree(s).End
	}
	before, behind := m.quoteBefore(m.flat(m.clusterStart())), m.quoteBehind(hi)
	if before >= 0 && m.quotes[before].end <= m.first && (behind >= 0 || m.g.Sentences[m.no].Paragraph) {
		return behind // the quotation before is a sentence of its own
	}
	if before >= 0 {
		return before
	}
	return behind
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
	if next := m.no + 1; next < len(m.sentences) && !m.g.Sentences[next].Paragraph && end < len(m.inQuote) && m.t.Subject(m.i) >= 0 {
		if q := m.inQuote[end]; q >= 0 && m.quotes[q].start == end && !m.quoteStarted() {
			return int(q) // "The party said in a statement. “There is no plan.”"
		}
	}
	return -1
}

// quoteStarted reports whether a quotation stands in the cue's own sentence.
func (m *match) quoteStarted() bool {
	return slices.ContainsFunc(m.inQuote[m.first:m.g.Sentences[m.no].End], func(q int32) bool { return q >= 0 })
}
