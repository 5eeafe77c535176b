package attribution

import (
	"cmp"
	"slices"
	"strings"

	"example.org/demarche/internal/event"
	"example.org/demarche/internal/text"
)

// finish turns drafts into attributions: contents trimmed and cut at the ends of sentences, each tied to the one it
// stands in, in order of their first word. Only a refusal may have no content ("declined to comment").
func (f *finder) finish() []*event.Attribution {
	for _, d := range f.all {
		f.trimContent(d)
	}
	f.all = slices.DeleteFunc(f.all, func(d *draft) bool { return len(d.content) == 0 && d.a.Type != event.Refusal })
	f.nest()
	slices.SortStableFunc(f.all, func(a, b *draft) int {
		return cmp.Or(a.first()-b.first(), a.place().lo-b.place().lo)
	})
	out := make([]*event.Attribution, len(f.all))
	for i, d := range f.all {
		f.hand(d)
		out[i] = d.a
	}
	return out
}

// trimContent cuts the cue out of the content, takes punctuation off the edges of each piece, but for the full stop of an
// abbreviation ("at 7 p.m."), and drops pieces without words.
func (f *finder) trimContent(d *draft) {
	var kept []extent
	for _, e := range d.content {
		for _, part := range e.without(d.group) {
			if part = f.trimEdges(part); part.empty() || f.onlyPunctuation(part.lo, part.hi) {
				continue
			}
			if f.isAbbreviated(part.hi) {
				part.hi++
			}
			kept = append(kept, part)
		}
	}
	d.content = kept
}

// isAbbreviated reports whether word i is the full stop of an abbreviation that has others.
func (f *finder) isAbbreviated(i int) bool {
	return i < len(f.g.Tokens) && f.form(i) == "." && strings.Contains(f.form(i-1), ".") && f.g.Tokens[i-1].Span.End == f.g.Tokens[i].Span.Start
}

// place is where a draft stands: its cue, without one its content.
func (d *draft) place() extent {
	if d.group.empty() {
		return d.content[0]
	}
	return d.group
}

// first is the draft's first word.
func (d *draft) first() int {
	lo := d.place().lo
	if len(d.content) > 0 {
		lo = min(lo, d.content[0].lo)
	}
	if !d.source.empty() {
		lo = min(lo, d.source.lo)
	}
	return lo
}

// piece is one extent of a draft's content.
type piece struct {
	extent
	d *draft
}

// nest ties each draft to the one with the smallest piece of content around its cue. Places and pieces are walked through
// in order of text, with the pieces that are open at hand.
func (f *finder) nest() {
	var pieces []piece
	places := slices.Clone(f.all)
	for _, d := range f.all {
		for _, e := range d.content {
			pieces = append(pieces, piece{e, d})
		}
	}
	slices.SortStableFunc(pieces, func(a, b piece) int { return a.lo - b.lo })
	slices.SortStableFunc(places, func(a, b *draft) int { return a.place().lo - b.place().lo })
	var open []piece
	next := 0
	for _, d := range places {
		at := d.place()
		for ; next < len(pieces) && pieces[next].lo <= at.lo; next++ {
			open = append(open, pieces[next])
		}
		open = slices.DeleteFunc(open, func(p piece) bool { return p.hi <= at.lo })
		d.a.Within = around(d, open)
	}
}

// around returns the attribution of the smallest of the pieces that holds d's place and does not itself stand in d.
func around(d *draft, open []piece) *event.Attribution {
	best := piece{}
	for _, p := range open {
		if p.d == d || p.hi < d.place().hi || best.d != nil && p.hi-p.lo >= best.hi-best.lo || isWithin(p.d.a, d.a) {
			continue
		}
		best = p
	}
	if best.d == nil {
		return nil
	}
	return best.d.a
}

// isWithin reports whether a stands in b.
func isWithin(a, b *event.Attribution) bool {
	for ; a != nil; a = a.Within {
		if a == b {
			return true
		}
	}
	return false
}

// hand fills in what follows from the content: its ranges, its heads, and how it is quoted.
func (f *finder) hand(d *draft) {
	for _, e := range d.content {
		for e.lo < e.hi {
			s := &f.sentences[sentenceOf(f.g, e.lo)]
			cut := extent{e.lo, min(e.hi, f.g.Sentences[s.no].End)}
			d.a.Content = append(d.a.Content, s.rangeOf(cut))
			d.a.Heads = append(d.a.Heads, s.heads(cut)...)
			e.lo = cut.hi
		}
	}
	d.a.Quote = f.quoteOf(d)
	if len(d.a.Evidence.Words) == 0 {
		d.a.Evidence.Words = d.a.Content
	}
}

// heads returns the words of an extent that head what stands in it: those that hang on a word outside.
func (s *sentence) heads(e extent) []text.Ref {
	if s.t == nil {
		return nil
	}
	var refs []text.Ref
	for i := e.lo - s.first; i < e.hi-s.first; i++ {
		h := s.t.Head(i)
		if h >= 0 && e.has(s.flat(h)) || s.t.UPOS[i] == "PUNCT" || s.t.Is(i, "mark", "case", "cc", "det", "aux", "cop", "discourse") {
			continue
		}
		refs = append(refs, s.t.Ref(i))
	}
	return refs
}

// quoteOf tells how the content is given: its words all in quotation marks, some, or none. Marks around the cue itself
// are somebody else's.
func (f *finder) quoteOf(d *draft) event.Quote {
	in, all := 0, 0
	for _, e := range d.content {
		for i := e.lo; i < e.hi; i++ {
			if f.isPunctuation(i) {
				continue
			}
			all++
			if q := f.inQuote[i]; q >= 0 && (d.group.empty() || f.inQuote[d.group.lo] != q) {
				in++
			}
		}
	}
	switch {
	case in == 0:
		return event.Indirect
	case in == all:
		return event.Direct
	}
	return event.Partial
}
