package dates

import (
	"example.org/demarche/internal/event"
	"example.org/demarche/internal/syntax"
	"example.org/demarche/internal/text"
)

// Find returns the time expressions of an article in order of text. published is the day of publication (YYYY-MM-DD), ""
// if it is unknown; what is told from it is then left without a value.
func Find(trees []*syntax.Tree, attributions []*event.Attribution, k *Knowledge, published string) []*event.TimeExpr {
	f := finder{k: k, c: context{published: parseDay(published)}, cues: make([][]*event.Attribution, len(trees))}
	for _, a := range attributions {
		if s := a.Cue.Range.Sentence; !a.Cue.Empty() {
			f.cues[s] = append(f.cues[s], a)
		}
	}
	for _, t := range trees {
		f.sentence(t)
	}
	return f.found
}

// A finder goes through an article and keeps the day last spoken of.
type finder struct {
	k     *Knowledge
	c     context
	cues  [][]*event.Attribution // by the sentence of the cue
	lower []string
	found []*event.TimeExpr
}

func (f *finder) sentence(t *syntax.Tree) {
	f.lower = f.lower[:0]
	for i := range t.Len() {
		f.lower = append(f.lower, t.Lower(i))
	}
	for i := 0; i < t.Len(); {
		m := f.k.longest(t, f.lower, i)
		if m == nil {
			i++
			continue
		}
		if x := f.expression(t, m); x != nil {
			f.found = append(f.found, x)
			i = m.end
		} else {
			i++
		}
	}
}

// expression reads a match in its clause; nil if it means nothing.
func (f *finder) expression(t *syntax.Tree, m *match) *event.TimeExpr {
	if isAttribute(t, m) || isName(t, m) {
		return nil
	}
	top := topWord(t, m.start, m.end)
	anchor := f.saying(t, m, anchorOf(t, top))
	f.c.past, f.c.future = tenses(t, anchor)
	b := bound(t, top)
	if b == "since" { // what lasts "since Friday" began on a Friday that is past, whatever the tense
		f.c.past, f.c.future = true, false
	}
	r, ok := m.rule.read(m, f.c)
	if !ok || !r.span.inCalendar() {
		return nil
	}
	if r.kind == event.Date && !r.to.IsZero() && r.from == r.to {
		f.c.last = r.from
	}
	return &event.TimeExpr{
		Range: text.Range{Sentence: t.Sentence, Start: m.start, End: m.end},
		Type:  r.kind, Value: r.value, Mod: r.mod, Quant: r.quant, Freq: r.freq, From: r.span.from.String(), To: r.span.to.String(),
		Anchor: t.Ref(anchor), Bound: b, Evidence: event.Evidence{Rule: m.rule.name()},
	}
}

// isAttribute reports whether the words of a match are article and adjective of a noun behind them: "the future king", "the past
// president" say what somebody will be or was, not when something is done.
func isAttribute(t *syntax.Tree, m *match) bool {
	last := m.end - 1
	return last > m.start && t.UPOS[last] == "ADJ" && t.Is(last, "amod") && t.Head(last) >= m.end && t.Is(m.start, "det") && t.Head(m.start) == t.Head(last)
}

// isName reports whether a match is one word of a longer proper name: "Jan Kos", "April Lind". Days and years hang on a month
// by other relations.
func isName(t *syntax.Tree, m *match) bool {
	if m.end-m.start > 1 || t.UPOS[m.start] != "PROPN" {
		return false
	}
	d := t.Dependent(m.start, "flat")
	return t.Is(m.start, "flat") || d >= 0 && t.UPOS[d] == "PROPN"
}

// topWord is the word of [start, end) that hangs on a word outside.
func topWord(t *syntax.Tree, start, end int) int {
	for i := start; i < end; i++ {
		if h := t.Head(i); (h < start || h >= end) && t.UPOS[i] != "PUNCT" && !t.Is(i, "case") {
			return i
		}
	}
	return start
}

// bound says how the preposition before an expression bears on what it dates: see event.TimeExpr.
func bound(t *syntax.Tree, top int) string {
	p := t.Case(top)
	if p == "" {
		if m := t.Dependent(top, "mark", "advmod"); m >= 0 {
			p = t.Lemmas[m]
		}
	}
	switch p {
	case "since", "from":
		return "since"
	case "until", "till", "by", "through", "up to":
		return "until"
	case "before", "prior to", "ahead of":
		return "before"
	case "after", "following":
		return "after"
	}
	return "on"
}
