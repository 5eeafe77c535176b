package attribution

import (
	"slices"

	"example.org/demarche/internal/event"
)

// giveQuotations gives every quotation to the draft whose content it is. A quotation that no cue introduces runs on from
// the statement before it: in the same paragraph right behind it, or as a paragraph of its own. A whole sentence in
// quotation marks that belongs to nobody is an attribution without a cue.
func (f *finder) giveQuotations() {
	owners := f.extend()
	var bare []*draft
	for q := range f.quotes {
		if owners[q] != nil {
			continue
		}
		if d := f.ownerBefore(q, owners); d != nil {
			owners[q] = d
			d.content = f.unite(d.content, f.toSentenceEnd(q))
			d.quoted = true
		}
	}
	for q := len(f.quotes) - 1; q >= 0; q-- {
		if owners[q] != nil || !f.isWhole(q) {
			continue
		}
		if d := f.ownerBehind(q, owners); d != nil {
			owners[q] = d
			d.content = f.unite(d.content, extent{f.quotes[q].start, f.quotes[q].end})
			continue
		}
		if d := f.bare(q); d != nil {
			owners[q] = d
			bare = append(bare, d)
		}
	}
	f.all = append(f.all, bare...)
}

// extend lets contents take the quotations they reach into, if the cue stands outside, and returns for each quotation its
// owner: of several drafts the likeliest. Only the owner takes what lies in other sentences.
func (f *finder) extend() []*draft {
	owners := make([]*draft, len(f.quotes))
	for _, d := range f.all {
		for _, q := range f.touched(d) {
			if owners[q] == nil || f.speaksMore(d, owners[q]) {
				owners[q] = d
			}
		}
	}
	for _, d := range f.all {
		for _, q := range f.touched(d) {
			e := extent{f.quotes[q].start, f.quotes[q].end}
			if owners[q] != d {
				e.lo, e.hi = max(e.lo, d.s.first), min(e.hi, f.g.Sentences[d.s.no].End)
			}
			if !e.empty() {
				d.content = f.unite(d.content, e)
			}
			d.quoted = true
		}
	}
	f.bothSides(owners)
	return owners
}

// bothSides gives a draft with a quotation on one side of its cue the one on the other: "“We know,” he said, “who fired.”"
func (f *finder) bothSides(owners []*draft) {
	for _, d := range f.all {
		if !d.quoted || !d.speech || f.inQuote[d.group.lo] >= 0 {
			continue
		}
		lo, hi := d.group.lo, d.group.hi
		if !d.source.empty() && d.source.hi <= lo && f.onlyPunctuation(d.source.hi, lo) {
			lo = d.source.lo
		} else if d.source.lo == hi {
			hi = d.source.hi
		}
		before := f.quoteBefore(lo)
		if before >= 0 && f.quotes[before].end <= d.s.first {
			before = -1 // what stands in a sentence of its own may be somebody else's
		}
		for _, q := range []int{before, d.s.quoteAfter(hi)} {
			if q >= 0 && owners[q] == nil {
				owners[q] = d
				d.content = f.unite(d.content, extent{f.quotes[q].start, f.quotes[q].end})
			}
		}
	}
}

// mostAside is how many words may stand between a cue and the comma before the second part of a quotation: "“We know,” he said
// late last month, “who fired.”"
const mostAside = 12

// quoteAfter returns the quotation that begins behind a comma in this sentence, at or a few words behind word i of the article; or -1.
func (s *sentence) quoteAfter(i int) int {
	end := s.g.Sentences[s.no].End
	for k := max(i-1, s.first); k < min(i+mostAside, end-1) && s.inQuote[k] < 0; k++ {
		if q := s.inQuote[k+1]; s.form(k) == "," && q >= 0 && s.quotes[q].start == k+1 {
			return int(q)
		}
	}
	return -1
}

// touched returns the quotations that a draft's content shares words with, and its cue and source do not.
func (f *finder) touched(d *draft) []int {
	var qs []int
	for _, e := range d.content {
		for i := e.lo; i < e.hi; i++ {
			q := int(f.inQuote[i])
			if q < 0 || len(qs) > 0 && qs[len(qs)-1] == q {
				continue
			}
			whole := extent{f.quotes[q].start, f.quotes[q].end}
			if !whole.overlaps(d.group) && !whole.overlaps(d.source) {
				qs = append(qs, q)
			}
		}
	}
	return qs
}

// speaksMore reports whether draft d is a likelier owner of a quotation than o: it speaks, or it is the outer one.
func (f *finder) speaksMore(d, o *draft) bool {
	if d.speech != o.speech {
		return d.speech
	}
	return size(d.content) > size(o.content)
}

// ownerBefore returns the draft that quotation q runs on from, or nil.
func (f *finder) ownerBefore(q int, owners []*draft) *draft {
	if q > 0 && f.quotes[q-1].goesOn {
		return owners[q-1]
	}
	if !f.opensSentence(q) || !f.isWhole(q) && !f.isMost(q) {
		return nil
	}
	first := sentenceOf(f.g, f.quotes[q].start)
	if first == 0 {
		return nil
	}
	d := f.speakerIn(first-1, owners, q)
	if d == nil || f.g.Sentences[first].Paragraph && !(d.quoted && f.isParagraph(q)) {
		return nil
	}
	return d
}

// speakerIn returns the last draft that speaks in sentence s, by its cue or by a quotation that has run on into it.
func (f *finder) speakerIn(s int, owners []*draft, before int) *draft {
	for q := before - 1; q >= 0 && f.quotes[q].end > f.g.Sentences[s].First; q-- {
		if owners[q] != nil && owners[q].speech {
			return owners[q]
		}
	}
	var last *draft
	for _, d := range f.sentences[s].made {
		if (d.speech && d.a.Type == event.Assertion || d.judges()) && f.inQuote[d.group.lo] < 0 &&
			(last == nil || size(d.content) > size(last.content)) {
			last = d
		}
	}
	return last
}

// judges reports whether a draft says what somebody calls or thinks of something, so that the quotation behind it shows how: "He called
// her a genius. “She can sell ice.”"
func (d *draft) judges() bool {
	return d.cue != nil && d.cue.Part == Verb && d.a.Type == event.Attitude && !d.source.empty()
}

// opensSentence reports whether quotation q begins with a sentence.
func (f *finder) opensSentence(q int) bool {
	start := f.quotes[q].start
	return f.onlyPunctuation(f.g.Sentences[sentenceOf(f.g, start)].First, start)
}

// isWhole reports whether quotation q consists of whole sentences.
func (f *finder) isWhole(q int) bool {
	e := f.quotes[q]
	end := f.g.Sentences[sentenceOf(f.g, e.end-1)].End
	return f.opensSentence(q) && f.onlyPunctuation(e.end, end)
}

// isMost reports whether quotation q, too long for a title, is all but the end of a sentence in which nobody else speaks: "“We could
// win there too,” when the time comes."
func (f *finder) isMost(q int) bool {
	e := f.quotes[q]
	last := sentenceOf(f.g, e.end-1)
	for _, d := range f.sentences[last].made {
		if d.speech && f.inQuote[d.group.lo] < 0 {
			return false
		}
	}
	return e.closed && e.end-e.start >= leastBare && 2*(e.end-e.start) > f.g.Sentences[last].End-e.start
}

// toSentenceEnd is quotation q with what follows it in its last sentence.
func (f *finder) toSentenceEnd(q int) extent {
	e := f.quotes[q]
	return extent{e.start, f.g.Sentences[sentenceOf(f.g, e.end-1)].End}
}

// isParagraph reports whether quotation q begins with a paragraph and ends with one.
func (f *finder) isParagraph(q int) bool {
	e := f.quotes[q]
	first, last := sentenceOf(f.g, e.start), sentenceOf(f.g, e.end-1)
	return f.g.Sentences[first].Paragraph && (last+1 == len(f.g.Sentences) || f.g.Sentences[last+1].Paragraph)
}

// ownerBehind returns the owner of the next quotation if that follows on q at once in the same paragraph.
func (f *finder) ownerBehind(q int, owners []*draft) *draft {
	if q+1 >= len(f.quotes) || owners[q+1] == nil || owners[q+1].cue == nil {
		return nil
	}
	next := f.quotes[q+1].start
	if next != f.quotes[q].end || f.g.Sentences[sentenceOf(f.g, next)].Paragraph && !f.quotes[q].goesOn {
		return nil
	}
	return owners[q+1]
}

// leastBare is how many words a quotation needs to be an attribution by itself.
const leastBare = 6

// bare makes a draft of a quotation that no cue introduces.
func (f *finder) bare(q int) *draft {
	e := f.quotes[q]
	c := f.cues.at(Mark, "quotation", "")
	if e.end-e.start < leastBare || len(c) == 0 || f.opensWithLabel(q) {
		return nil
	}
	return &draft{cue: nil, content: []extent{{e.start, e.end}}, quoted: true, a: &event.Attribution{
		Type: c[0].Type, Stance: c[0].Stance, Confidence: .6, Evidence: event.Evidence{Rule: c[0].Rule},
	}}
}

// opensWithLabel reports whether quotation q begins with the name of who speaks and a colon, as in transcripts.
func (f *finder) opensWithLabel(q int) bool {
	start := f.quotes[q].start
	return slices.ContainsFunc(f.sentences[sentenceOf(f.g, start)].made, func(d *draft) bool {
		return d.cue.Part == Mark && d.source.lo == start+1
	})
}
