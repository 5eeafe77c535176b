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
		Type: m.kind(), Stance: m.stance(), CueLemma: m.c.Lemma, Confidence: m.confidence,
		Cue:    event.Phrase{Range: group, Head: m.cueHead()},
		Source: source, Negated: m.negated(),
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
	if m.c.Type == event.Refusal && m.inner < 0 {
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
	if m.host {
		m.unmarkBeside(in)
	}
	m.unmarkOtherStatements(in)
	for _, r := range append(m.asides(), group, source.Range) {
		for w := r.Start; w < r.End; w++ {
			in[w] = false
		}
	}
	return m.withoutAfterthought(m.pieces(in), m.extentOf(group))
}

// unmarkOtherStatements clears what the article sets beside the content as another statement: "…, although he said it was
// not"; "said that prices would fall and warned of a slump".
func (m *match) unmarkOtherStatements(in []bool) {
	for _, w := range m.tops {
		for d := range m.t.Dependents(w) {
			if d > w && m.inQuote[m.flat(d)] < 0 && (m.isContrary(d) || m.coordinate(d) == m.i) {
				m.unmark(d, in)
			}
		}
	}
}

// isContrary reports whether clause d sets a statement against what it hangs on.
func (s *sentence) isContrary(d int) bool {
	return s.t.Is(d, "advcl") && s.t.Dependent(d, "nsubj") >= 0 && s.marker(d, "although", "though", "while") >= 0 && s.isSpeech(d)
}

// coordinate returns the verb of saying that verb d is coordinated with, if the tree made d part of what is said: in "said
// that prices would fall and warned of a slump" both verbs are in the past, "fall" is not. Otherwise it returns -1.
func (s *sentence) coordinate(d int) int {
	if !s.t.Is(d, "conj") || s.t.XPOS[d] != "VBD" || !s.isSpeech(d) {
		return -1
	}
	w := s.t.Head(d)
	if w < 0 {
		return -1
	}
	v := s.t.Head(w)
	if v < 0 || !s.t.Is(w, "ccomp") || s.t.XPOS[v] != "VBD" || w < v {
		return -1
	}
	for _, a := range append(s.t.Auxiliaries(w), w) {
		if x := s.t.XPOS[a]; x == "VBD" || x == "VBP" || x == "VBZ" && a == w {
			return -1
		}
	}
	if subject := s.t.Dependent(d, "nsubj"); subject >= 0 && s.t.UPOS[subject] != "PRON" {
		return -1
	}
	return v
}

// isSpeech reports whether word i is a verb of saying.
func (s *sentence) isSpeech(i int) bool {
	for _, c := range s.cues.at(Verb, s.t.Lower(i), strings.ToLower(s.t.Lemmas[i])) {
		if c.Type == event.Assertion && c.speaks() {
			return true
		}
	}
	return false
}

// withoutAfterthought drops a piece right behind a cue that stands after its content: "on Monday" of "The road is open, he
// said on Monday", which the tree may hang on the content. Content that goes on behind the cue is set off by a comma, and is a quotation if it
// was one before.
func (m *match) withoutAfterthought(pieces []extent, group extent) []extent {
	if m.c.Part != Verb || !m.clausal || !m.contentBefore() && !m.host {
		return pieces
	}
	spoken := false // whether the content before the cue ends with a quotation
	kept := pieces[:0]
	for _, e := range pieces {
		behind := e.lo >= group.hi
		if !behind {
			spoken = m.inQuote[m.lastWord(e)] >= 0 && m.inQuote[group.lo] < 0
		}
		if behind && (!m.setOff(e.lo) || spoken) && m.inQuote[m.firstWord(e)] < 0 {
			continue
		}
		kept = append(kept, e)
	}
	return kept
}

// firstWord is the first word of an extent that is no punctuation, or its last.
func (f *finder) firstWord(e extent) int {
	for e.lo+1 < e.hi && f.isPunctuation(e.lo) {
		e.lo++
	}
	return e.lo
}

// lastWord is the last word of an extent that is no punctuation, or its first.
func (f *finder) lastWord(e extent) int {
	for e.lo+1 < e.hi && f.isPunctuation(e.hi-1) {
		e.hi--
	}
	return e.hi - 1
}

// setOff reports whether word i of the article is punctuation, or stands right behind some.
func (f *finder) setOff(i int) bool { return f.isPunctuation(i) || i > 0 && f.isPunctuation(i-1) }

// asides returns the words of other cues that are set beside the whole sentence, at either end: ", according to witnesses".
func (m *match) asides() []text.Range {
	var rs []text.Range
	for _, d := range m.made {
		if d.cue.Part != Preposition || d.source.empty() {
			continue
		}
		lo, hi := min(d.group.lo, d.source.lo), max(d.group.hi, d.source.hi)
		if r := m.rangeOf(extent{lo, hi}); r.Start <= 1 || m.endsSentence(r.End) {
			rs = append(rs, r)
		}
	}
	return rs
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

// isPunctuation reports whether word i of the article has neither letters nor digits nor a sign like "$"; the apostrophe of
// a genitive is none.
func (f *finder) isPunctuation(i int) bool {
	form := f.form(i)
	return f.upos[i] != "PART" && strings.Trim(form, ".,;:!?-–—―…'\"“”‘’`´()[]{}<>«»„/|*•") == ""
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
