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
	d := &draft{cue: m.c, s: s, group: s.extentOf(group), a: &event.Attribution{
		Type: m.c.Type, Stance: m.c.Stance, CueLemma: m.c.Lemma, Confidence: m.hold,
		Cue:    event.Phrase{Range: group, Head: m.cueHead()},
		Source: source, Negated: m.negated(),
		Evidence: event.Evidence{Rule: m.c.Rule, Words: []text.Range{group}},
	}}
	if !source.Empty() {
		d.source = s.extentOf(source.Range)
	}
	d.speech = m.c.speaks()
	if m.quote >= 0 {
		q := s.quotes[m.quote]
		d.content, d.quoted = []extent{{q.start, q.end}}, true
	} else {
		d.content = m.content(group, source)
	}
	m.settle(d.a)
	for w := group.Start; w < group.End; w++ {
		s.spent[w] = true
	}
	return d
}

// cueHead is the head word of the cue.
func (m *match) cueHead() int {
	switch {
	case m.c.Part == Preposition:
		return m.at
	case m.inner >= 0:
		return m.i
	}
	return m.i
}

// negated reports whether the cue is negated: "did not say that", "made no claim that".
func (m *match) negated() bool {
	return m.c.Part != Preposition && m.c.Part != Adverb && (m.t.IsNegated(m.i) || m.light >= 0 && m.t.IsNegated(m.light))
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
	if m.host {
		m.unmarkBeside(in)
	}
	for _, r := range []text.Range{group, source.Range} {
		for w := r.Start; w < r.End; w++ {
			in[w] = false
		}
	}
	return m.pieces(in)
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

// unmarkBeside clears what is set beside a content that the cue is set into: other asides, and clauses after a semicolon.
func (m *match) unmarkBeside(in []bool) {
	for _, w := range m.tops {
		for d := range m.t.Dependents(w) {
			if r := m.t.Subtree(d); m.t.Is(d, "parataxis") && r.Start > 0 && (m.t.Form(r.Start) == ";" || m.t.Form(r.Start-1) == ";") {
				m.unmark(d, in)
			}
		}
	}
}

// pieces joins marked words, and punctuation between them, to extents of the article.
func (s *sentence) pieces(in []bool) []extent {
	var out []extent
	for w := 0; w < len(in); w++ {
		if !in[w] {
			continue
		}
		e := extent{s.flat(w), s.flat(w) + 1}
		if n := len(out); n > 0 && s.onlyPunctuation(out[n-1].hi, e.lo) {
			out[n-1].hi = e.hi
		} else {
			out = append(out, e)
		}
	}
	return out
}

// onlyPunctuation reports whether words [lo, hi) of the article are punctuation.
func (f *finder) onlyPunctuation(lo, hi int) bool {
	for i := lo; i < hi; i++ {
		if !f.isPunctuation(i) {
			return false
		}
	}
	return true
}

// isPunctuation reports whether word i of the article has neither letters nor digits nor a sign like "$".
func (f *finder) isPunctuation(i int) bool {
	form := f.form(i)
	return strings.Trim(form, ".,;:!?-–—―…'\"“”‘’`´()[]{}<>«»„/|*•") == ""
}

func (f *finder) form(i int) string { return f.g.Form(f.g.Tokens[i].Span) }

// trimEdges takes punctuation off both ends of an extent, but keeps marks of quotation and brackets that open and close
// within, and "?" and "!" at the end.
func (f *finder) trimEdges(e extent) extent {
	for e.lo < e.hi && f.isPunctuation(e.lo) && !f.opensWithin(e.lo, e) {
		e.lo++
	}
	for e.lo < e.hi && f.isPunctuation(e.hi-1) && !f.closesWithin(e.hi-1, e) {
		e.hi--
	}
	return e
}

// opensWithin reports whether word i opens a quotation or bracket that ends within e.
func (f *finder) opensWithin(i int, e extent) bool {
	if q := f.inQuote[i]; q >= 0 && f.quotes[q].start == i {
		return true
	}
	return strings.Contains("([", f.form(i)) && f.find(")]", i, e)
}

// closesWithin reports whether word i closes a quotation or bracket that begins within e, or asks or exclaims.
func (f *finder) closesWithin(i int, e extent) bool {
	if q := f.inQuote[i]; q >= 0 && e.has(f.quotes[q].start) && i == f.quotes[q].end-1 {
		return true
	}
	form := f.form(i)
	return form == "?" || form == "!" || strings.Contains(")]", form) && f.find("([", e.lo, extent{e.lo, i})
}

// find reports whether one of the characters stands among the words of e from word i on.
func (f *finder) find(characters string, i int, e extent) bool {
	for ; i < e.hi; i++ {
		if strings.Contains(characters, f.form(i)) {
			return true
		}
	}
	return false
}

// unite adds an extent to sorted, disjoint ones, and joins those that touch or are parted by punctuation only.
func (f *finder) unite(all []extent, e extent) []extent {
	all = append(all, e)
	slices.SortFunc(all, func(a, b extent) int { return a.lo - b.lo })
	out := all[:1]
	for _, e := range all[1:] {
		last := &out[len(out)-1]
		if e.lo <= last.hi || f.onlyPunctuation(last.hi, e.lo) {
			last.hi = max(last.hi, e.hi)
		} else {
			out = append(out, e)
		}
	}
	return out
}
