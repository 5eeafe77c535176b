package attribution

import "example.org/demarche/internal/text"

// A quotation is a stretch between quotation marks: words [start, end) of the article, its marks included.
//
// Marks are told apart by the white space around them, then by their shape, then by turns. A quotation never crosses the
// end of a paragraph: where it is still open there and the next paragraph begins with a mark again, as the custom is for
// long speeches, it is closed and goes on in the next (goesOn). A quotation that nobody closes ends with the sentence in
// which it began, so that a stray mark costs one sentence at most. Single marks count only if both stand in one paragraph
// and outside double ones, since the closing one is also an apostrophe; quotations inside quotations are not told apart.
type quotation struct {
	start, end int
	closed     bool // its closing mark is there, at end-1
	goesOn     bool // the next quotation carries it on
}

// stroke is what a quotation mark does.
type stroke int

const (
	noMark stroke = iota
	opens
	closes
	turns // the marks before it decide
)

// quotations returns the quotations of the article, in order of text; none overlaps another.
func quotations(g *text.Segmentation, upos []string) []quotation {
	m := &marks{g: g, upos: upos}
	for s := 0; s < len(g.Sentences); {
		e := s + 1
		for e < len(g.Sentences) && !g.Sentences[e].Paragraph {
			e++
		}
		m.endOpen(g.Sentences[s].First, g.Sentences[e-1].End)
		m.paragraph(g.Sentences[s].First, g.Sentences[e-1].End)
		s = e
	}
	m.endOpen(0, 0)
	return m.found
}

// marks gathers quotations, paragraph by paragraph.
type marks struct {
	g     *text.Segmentation
	upos  []string
	found []quotation
}

// paragraph gathers the quotations of the words [lo, hi).
func (m *marks) paragraph(lo, hi int) {
	first := len(m.found)
	m.double(lo, hi)
	if len(m.found) == first {
		m.single(lo, hi)
	}
}

// endOpen ends a quotation that was still open at the end of a paragraph with its sentence, unless the next paragraph,
// [lo, hi), begins with a mark again.
func (m *marks) endOpen(lo, hi int) {
	n := len(m.found)
	if n == 0 || !m.found[n-1].goesOn {
		return
	}
	if lo < hi {
		if k, _ := m.doubleMark(lo, lo, hi); k == opens || k == turns {
			return
		}
	}
	last := &m.found[n-1]
	last.goesOn, last.end = false, m.sentenceEnd(last.start)
}

// double gathers quotations between double marks.
func (m *marks) double(lo, hi int) {
	open := -1
	for i := lo; i < hi; {
		k, width := m.doubleMark(i, lo, hi)
		switch {
		case k == opens && open >= 0:
			m.add(open, m.sentenceEnd(open), false)
			open = i
		case k == opens, k == turns && open < 0:
			open = i
		case k != noMark && open >= 0:
			m.add(open, i+width, true)
			open = -1
		}
		i += width
	}
	if open >= 0 {
		m.add(open, hi, false)
		m.found[len(m.found)-1].goesOn = true // unless the next paragraph says otherwise
	}
}

func (m *marks) add(start, end int, closed bool) {
	m.found = append(m.found, quotation{start: start, end: end, closed: closed})
}

// sentenceEnd is the end of the sentence that word i belongs to.
func (m *marks) sentenceEnd(i int) int { return m.g.Sentences[sentenceOf(m.g, i)].End }

// doubleMark says what word i does as a double mark, and how many words it takes: two apostrophes make one mark.
func (m *marks) doubleMark(i, lo, hi int) (k stroke, width int) {
	form := m.g.Form(m.g.Tokens[i].Span)
	width = 1
	shape := noMark
	switch form {
	case "“", "``", "„", "«":
		shape = opens
	case "”", "»":
		shape = closes
	case `"`, "''", "＂", "‟":
		shape = turns
	case "'", "’", "‘", "`":
		if i+1 < hi && m.g.Form(m.g.Tokens[i+1].Span) == form && !m.gap(i+1) {
			shape, width = turns, 2
		}
	}
	if shape == noMark {
		return noMark, width
	}
	return m.bySpace(shape, i, i+width, lo, hi), width
}

// bySpace corrects the shape of a mark [i, j) by the white space around it.
func (m *marks) bySpace(shape stroke, i, j, lo, hi int) stroke {
	before := i == lo || m.gap(i) || m.isOne(i-1, "([{—–-‘'“\"")
	after := j == hi || m.gap(j) || m.isOne(j, ")]},.;:!?—–-’'”\"")
	switch {
	case before && !after:
		return opens
	case after && !before:
		return closes
	}
	return shape
}

// gap reports whether white space stands before word i.
func (m *marks) gap(i int) bool { return m.g.Tokens[i-1].Span.End < m.g.Tokens[i].Span.Start }

// isOne reports whether word i is one of the characters.
func (m *marks) isOne(i int, characters string) bool {
	form := m.g.Form(m.g.Tokens[i].Span)
	for _, r := range characters {
		if form == string(r) {
			return true
		}
	}
	return false
}

// single gathers quotations between single marks.
func (m *marks) single(lo, hi int) {
	open := -1
	for i := lo; i < hi; i++ {
		if !m.isOne(i, "'‘’`") {
			continue
		}
		switch k := m.bySpace(turns, i, i+1, lo, hi); {
		case k == opens:
			open = i
		case k == closes && open >= 0 && m.upos[i] != "PART":
			m.add(open, i+1, true)
			open = -1
		}
	}
}

// sentenceOf returns the sentence that word i of the article belongs to.
func sentenceOf(g *text.Segmentation, i int) int {
	lo, hi := 0, len(g.Sentences)
	for lo+1 < hi {
		if mid := (lo + hi) / 2; g.Sentences[mid].First <= i {
			lo = mid
		} else {
			hi = mid
		}
	}
	return lo
}
