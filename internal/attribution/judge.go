package attribution

import (
	"slices"
	"strings"

	"example.org/demarche/internal/event"
	"example.org/demarche/internal/text"
)

// linkedRule is what the record names where the head of statements found an attribution that no entry did.
const linkedRule = "statements.dmm"

// From what scores of the head it is heard: differences of logits, for several words their sum, each bounded by mostSure.
const (
	leastDraft   float32 = -3 // an entry's draft stays
	leastFound   float32 = 1  // a word of which there are entries, but none that fits, is a cue
	leastMark    float32 = 0  // a mark beside a quotation is one
	surerSource  float32 = 8  // another source takes the place of the tree's
	anySource    float32 = 6  // there is a source where the tree has none
	surerContent float32 = 6  // another content takes the place of the frame's
	mostSure     float32 = 4  // of one word, so that none decides alone
	turn         float32 = 3  // what it costs a content to begin or to end
)

// link takes up what the head of statements says, by sentence.
func (f *finder) link(linked [][]event.Linked) {
	for i := range f.sentences {
		if s := &f.sentences[i]; s.t != nil && i < len(linked) {
			s.judged, s.linked = true, linked[i]
		}
	}
}

// linkedIn returns what the head says of the likeliest cue among the words of a range, nil for none.
func (s *sentence) linkedIn(r text.Range) *event.Linked {
	var best *event.Linked
	for i := range s.linked {
		l := &s.linked[i]
		if r.Start <= l.Word && l.Word < r.End && (best == nil || l.Score > best.Score) {
			best = l
		}
	}
	return best
}

// doubts reports whether the head thinks a draft's cue too unlikely. Where it did not run nothing is doubted.
func (s *sentence) doubts(d *draft) bool {
	if !s.judged {
		return false
	}
	l := s.linkedIn(d.a.Cue.Range)
	return l == nil || l.Score < leastDraft
}

// findLinked makes drafts of cues that the head is sure of and no entry fits.
func (s *sentence) findLinked() {
	for i := range s.linked {
		l := &s.linked[i]
		if s.isTaken(l.Word) || !s.isLinkedVerb(l) && !s.isLinkedMark(l) {
			continue
		}
		if d := s.linkedDraft(l); d != nil {
			s.keep(d)
		}
	}
}

// isTaken reports whether word i is part of a cue already, also of a colon's.
func (s *sentence) isTaken(i int) bool {
	return s.spent[i] || slices.ContainsFunc(s.made, func(d *draft) bool { return d.group.has(s.flat(i)) })
}

// isLinkedVerb reports whether the head is sure of a verb of which there are entries, though none fits.
func (s *sentence) isLinkedVerb(l *event.Linked) bool {
	return l.Score >= leastFound && s.t.UPOS[l.Word] == "VERB" && len(s.entries(l.Word)) > 0
}

// entries are those of word i as a verb.
func (s *sentence) entries(i int) []*Cue {
	return s.cues.at(Verb, s.t.Lower(i), strings.ToLower(s.t.Lemmas[i]))
}

// linkedCue takes the place of an entry. The type is the head's, and the stance that of an entry of the verb with this type: of several
// the one that the head names, too, else the one that takes no side, else the first. If no entry has the type, both are the first
// entry's, which knows more than the head.
func (s *sentence) linkedCue(l *event.Linked) *Cue {
	c := &Cue{Lemma: strings.ToLower(s.t.Lemmas[l.Word]), Part: Verb, Type: l.Type, Stance: l.Stance, Rule: linkedRule}
	if s.t.UPOS[l.Word] != "VERB" {
		return c
	}
	all := s.entries(l.Word)
	same := func(stance event.Stance) int {
		return slices.IndexFunc(all, func(e *Cue) bool { return e.Type == l.Type && (stance == "" || e.Stance == stance) })
	}
	best := 0
	for _, stance := range []event.Stance{l.Stance, event.Reported, ""} {
		if i := same(stance); i >= 0 {
			best = i
			break
		}
	}
	c.Type, c.Stance = all[best].Type, all[best].Stance
	return c
}

// isLinkedMark reports whether the head takes a colon or another mark beside a quotation for a cue.
func (s *sentence) isLinkedMark(l *event.Linked) bool {
	w := s.flat(l.Word)
	if l.Score < leastMark || s.t.UPOS[l.Word] != "PUNCT" || s.inQuote[w] >= 0 {
		return false
	}
	last := s.first + s.t.Len() - 1
	return w < last && s.inQuote[w+1] >= 0 || w > s.first && s.inQuote[w-1] >= 0
}

// linkedDraft makes a draft by what the head says alone; nil if it sees no content.
func (s *sentence) linkedDraft(l *event.Linked) *draft {
	group, source := s.linkedGroup(l), s.linkedSource(l)
	content := s.linkedContent(l, group, source.Range)
	if len(content) == 0 {
		return nil
	}
	c := s.linkedCue(l)
	d := &draft{cue: c, s: s, group: s.extentOf(group), content: content, a: &event.Attribution{
		Type: c.Type, Stance: c.Stance, CueLemma: c.Lemma, Confidence: likelihood(l.Score),
		Cue: event.Phrase{Range: group, Head: l.Word}, Negated: s.t.IsNegated(l.Word),
		Evidence: event.Evidence{Rule: linkedRule, Words: []text.Range{group}},
	}}
	if !source.Empty() {
		d.setSource(source)
	}
	for w := group.Start; w < group.End; w++ {
		s.spent[w] = true
	}
	return d
}

// linkedGroup is the cue's verb group and the words around it that the head of statements takes for the cue.
func (s *sentence) linkedGroup(l *event.Linked) text.Range {
	r := text.Range{Sentence: s.no, Start: l.Word, End: l.Word + 1}
	if s.t.UPOS[l.Word] == "VERB" {
		r = s.chained(l.Word, s.around(l.Word, l.Word))
	}
	for r.Start > 0 && l.Roles[r.Start-1].Cue > 0 && !s.spent[r.Start-1] {
		r.Start--
	}
	for r.End < len(l.Roles) && l.Roles[r.End].Cue > 0 && !s.spent[r.End] {
		r.End++
	}
	return r
}

// linkedSource is the phrase that the head takes for a cue's source: around the words with the greatest sum of scores;
// empty if that is not above zero.
func (s *sentence) linkedSource(l *event.Linked) event.Phrase {
	best, lo, hi := float32(0), 0, 0
	sum, from := float32(0), 0
	for i, r := range l.Roles {
		if sum <= 0 {
			sum, from = 0, i
		}
		if sum += bounded(r.Source); sum > best {
			best, lo, hi = sum, from, i+1
		}
	}
	if hi == 0 {
		return event.Phrase{}
	}
	h := s.topOf(lo, hi)
	whole := s.withComma(s.phrase(h, make([]bool, s.t.Len())))
	if sourceScore(l, whole) >= best-turn {
		return event.Phrase{Range: whole, Head: h}
	}
	return event.Phrase{Range: s.trimPhrase(lo, h, hi), Head: h}
}

// topOf is the first of the words [lo, hi) that hangs on a word outside and is no mark or preposition; the first if all are.
func (s *sentence) topOf(lo, hi int) int {
	for i := lo; i < hi; i++ {
		if h := s.t.Head(i); (h < lo || h >= hi) && s.t.UPOS[i] != "PUNCT" && !s.t.Is(i, "case", "mark", "cc") {
			return i
		}
	}
	return lo
}

// sourceScore is how sure the head is that the words of a range are a cue's source.
func sourceScore(l *event.Linked, r text.Range) float32 {
	sum := float32(0)
	for _, role := range l.Roles[r.Start:r.End] {
		sum += bounded(role.Source)
	}
	return sum
}

// linkedContent is the likeliest content of a cue within its sentence, in pieces: of all ways to part the words into content
// and others the one with the greatest sum of scores less the cost of its ends (Viterbi 1967), without the cue and the source.
func (s *sentence) linkedContent(l *event.Linked, group, source text.Range) []extent {
	content := likeliest(l.Roles)
	for _, r := range []text.Range{group, source} {
		for w := r.Start; w < r.End; w++ {
			content[w] = false
		}
	}
	var kept []extent
	for _, e := range s.pieces(content) {
		if e = s.trimEdges(e); !e.empty() && !s.onlyPunctuation(e.lo, e.hi) {
			kept = append(kept, e)
		}
	}
	return kept
}

// likeliest tells of each word whether it is content, in the likeliest way to part them.
func likeliest(roles []event.Roles) []bool {
	n := len(roles)
	was := make([][2]bool, n) // whether the word before is content, if this one is not, and if it is
	out, in := float32(0), -turn
	for i, r := range roles {
		was[i] = [2]bool{in-turn > out, in >= out-turn}
		out, in = max(out, in-turn), max(in, out-turn)+bounded(r.Content)
	}
	content, is := make([]bool, n), in > out
	for i := n - 1; i >= 0; i-- {
		content[i] = is
		if is {
			is = was[i][1]
		} else {
			is = was[i][0]
		}
	}
	return content
}

// bounded keeps a score within mostSure.
func bounded(score float32) float32 { return max(-mostSure, min(score, mostSure)) }

// amend gives a draft the source and the content that the head is much surer of than of those that the tree gave.
func (s *sentence) amend(d *draft) {
	if l := s.linkedIn(d.a.Cue.Range); l != nil {
		s.amendSource(d, l)
		s.amendContent(d, l)
	}
}

func (s *sentence) amendSource(d *draft, l *event.Linked) {
	least := anySource
	if !d.a.Source.Empty() {
		least = surerSource + sourceScore(l, d.a.Source.Range)
	}
	source := s.linkedSource(l)
	if !source.Empty() && !s.extentOf(source.Range).overlaps(d.group) && sourceScore(l, source.Range) >= least {
		d.setSource(source)
	}
}

func (d *draft) setSource(source event.Phrase) {
	d.a.Source, d.source = source, d.s.extentOf(source.Range)
	d.a.SourceKind = d.s.cues.kindOf(d.s.t, d.s.mentions, source)
}

// amendContent changes a content only where the head sees it elsewhere: about its ends the tree knows more.
func (s *sentence) amendContent(d *draft, l *event.Linked) {
	if d.quoted || len(d.content) == 0 || d.content[0].lo < s.first || d.content[len(d.content)-1].hi > s.first+s.t.Len() {
		return
	}
	content := s.linkedContent(l, d.a.Cue.Range, d.a.Source.Range)
	if len(content) > 0 && !s.cutsPhrase(content[len(content)-1].hi) && 4*shared(content, d.content) <= size(content)+size(d.content) &&
		s.contentScore(l, content) >= s.contentScore(l, d.content)+surerContent {
		d.content = content
	}
}

// cutsPhrase reports whether a phrase is cut in two before word hi of the article: the word before it belongs to one behind, as "former" to
// "spy" of "a former spy".
func (s *sentence) cutsPhrase(hi int) bool {
	last := hi - 1 - s.first
	return s.t.Head(last) > last && s.t.Is(last, "det", "amod", "nummod", "compound", "case", "mark", "aux", "cop", "nmod:poss")
}

// contentScore is how sure the head is that the words of extents are a cue's content.
func (s *sentence) contentScore(l *event.Linked, content []extent) float32 {
	sum := float32(0)
	for _, e := range content {
		for i := e.lo; i < e.hi; i++ {
			sum += bounded(l.Roles[i-s.first].Content)
		}
	}
	return sum
}

// shared is the number of words that are in both of two lists of disjoint extents.
func shared(a, b []extent) int {
	n := 0
	for _, x := range a {
		for _, y := range b {
			n += max(0, min(x.hi, y.hi)-max(x.lo, y.lo))
		}
	}
	return n
}

// likelihood is the logistic function of a score, to about a hundredth; e to the power of −score is (1 − score/1024)^1024, in
// steps that every processor rounds alike.
func likelihood(score float32) float64 {
	e := 1 - float64(score)/1024
	for range 10 {
		e *= e
	}
	return 1 / (1 + e)
}
