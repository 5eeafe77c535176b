package main

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"example.org/demarche/internal/segment"
	"example.org/demarche/internal/text"
)

// segment finds the passage's sentences.
func (p *passage) segment() {
	s := string(p.text)
	points := text.NewCodePoints(s)
	for _, of := range segment.Split(s, nil, nil).Sentences {
		p.sentences = append(p.sentences, span{points.Of(of.Span.Start), points.Of(of.Span.End)})
	}
}

// sentence is the number of the sentence that holds a position, or of the last before it.
func (p *passage) sentence(at int) int {
	i, _ := slices.BinarySearchFunc(p.sentences, at, func(s span, at int) int { return cmp.Compare(s.end, at+1) })
	return i
}

// resolver finds the words of one attribution.
type resolver struct {
	*passage
	problem func(format string, args ...any)
}

// cue finds the words of a cue. Its first piece stands once in the passage or says which; the others are those nearest to it.
func (r *resolver) cue(field string) []span {
	if field == "-" {
		return nil
	}
	pieces := strings.Split(field, " + ")
	first, n := numbered(pieces[0])
	all := r.occurrences(first)
	switch {
	case len(all) == 0:
		r.missing("cue", first)
		return nil
	case n == 0 && len(all) > 1:
		r.problem("cue %q stands %d times in the passage; say which: %s~1 is the first", first, len(all), first)
		return nil
	case n > len(all):
		r.problem("cue %q stands %d times in the passage, not %d", first, len(all), n)
		return nil
	}
	found := []span{all[max(0, n-1)]}
	for _, piece := range pieces[1:] {
		if s, ok := r.nearest("cue", piece, found[:1], found); ok {
			found = append(found, s)
		}
	}
	return sorted(found)
}

// role finds the pieces of another role, each the occurrence nearest to the cue that shares no words with it, nor with
// others.
func (r *resolver) role(name, field string, cue, others []span) []span {
	if field == "-" || field == "" {
		return nil
	}
	var found []span
	for piece := range strings.SplitSeq(field, " + ") {
		if s, ok := r.nearest(name, piece, cue, slices.Concat(cue, others, found)); ok {
			found = append(found, s)
		}
	}
	return sorted(found)
}

// nearest finds the occurrence of a piece that is nearest to the words given and touches none of those taken; of content
// one in the same sentence before all others. Of several equally near the shortest counts, then the first.
func (r *resolver) nearest(name, piece string, to, taken []span) (span, bool) {
	words, n := numbered(piece)
	all := r.occurrences(words)
	if n > 0 {
		if n > len(all) {
			r.problem("%s %q stands %d times in the passage, not %d", name, words, len(all), n)
			return span{}, false
		}
		return all[n-1], true
	}
	free := slices.DeleteFunc(slices.Clone(all), func(s span) bool { return touches(s, taken) })
	if len(free) == 0 {
		if len(all) > 0 {
			r.problem("%s %q stands only where words of the cue or of other pieces are", name, words)
		} else {
			r.missing(name, words)
		}
		return span{}, false
	}
	return slices.MinFunc(free, func(a, b span) int {
		return cmp.Or(r.farness(name, a, to)-r.farness(name, b, to), (a.end-a.start)-(b.end-b.start), a.start-b.start)
	}), true
}

// farness is how far a span lies from others: the code points between it and the nearest of them, and for content in
// another sentence more than any text has.
func (r *resolver) farness(name string, s span, to []span) int {
	far := 0
	for i, t := range to {
		d := max(t.start-s.end, s.start-t.end)
		if name == "content" && r.sentence(s.start) != r.sentence(t.start) && r.sentence(s.end-1) != r.sentence(t.start) {
			d += len(r.text)
		}
		if i == 0 || d < far {
			far = d
		}
	}
	return far
}

// missing reports words that are not in the text, and why that may be.
func (r *resolver) missing(name, words string) {
	first, last, cut := strings.Cut(words, " .. ")
	switch {
	case cut && len(r.whole(first)) == 0:
		r.problem("%s: %q is not in the text; write it as it stands there", name, first)
	case cut && len(r.whole(last)) == 0:
		r.problem("%s: %q is not in the text; write it as it stands there", name, last)
	case cut:
		r.problem("%s: %q does not stand behind %q", name, last, first)
	case strings.Contains(string(r.text), words):
		r.problem("%s %q is in the text, but begins or ends within a word", name, words)
	default:
		r.problem("%s %q is not in the text; write it as it stands there, long ones as \"first words .. last words\", pieces parted by \" + \"", name, words)
	}
}

// occurrences are the places where words stand in the text, in order. Of "first .. last" each place of the first ends with
// the next place of the last behind it.
func (r *resolver) occurrences(words string) []span {
	first, last, cut := strings.Cut(words, " .. ")
	if !cut {
		return r.whole(words)
	}
	var all []span
	ends := r.whole(last)
	for _, s := range r.whole(first) {
		if i := slices.IndexFunc(ends, func(e span) bool { return e.start >= s.end }); i >= 0 {
			all = append(all, span{s.start, ends[i].end})
		}
	}
	return all
}

// whole are the places where words stand as whole words.
func (r *resolver) whole(words string) []span {
	w := []rune(words)
	var all []span
	for i := 0; i+len(w) <= len(r.text) && len(w) > 0; i++ {
		end := i + len(w)
		if slices.Equal(r.text[i:end], w) && r.isEdge(i) && r.isEdge(end) {
			all = append(all, span{i, end})
		}
	}
	return all
}

// isEdge reports whether no word goes on over a position.
func (r *resolver) isEdge(at int) bool {
	return at == 0 || at == len(r.text) || !isWord(r.text[at-1]) || !isWord(r.text[at])
}

func isWord(c rune) bool { return unicode.IsLetter(c) || unicode.IsDigit(c) || unicode.IsMark(c) }

// numbered parts words~n; n is 0 if there is none.
func numbered(piece string) (words string, n int) {
	piece = strings.TrimSpace(piece)
	if i := strings.LastIndexByte(piece, '~'); i >= 0 {
		if n, err := strconv.Atoi(piece[i+1:]); err == nil && n > 0 {
			return piece[:i], n
		}
	}
	return piece, 0
}

// check reports roles that are not as FORMAT.md cuts them.
func (r *resolver) check(a *attribution) {
	switch {
	case len(a.cue) == 0 && len(a.content) == 0:
		r.problem("neither cue nor content; an attribution has one of them")
	case len(a.content) == 0 && a.kind != "refusal" && a.stance != "declined":
		r.problem("no content; only a refusal may be without one")
	}
	for _, s := range a.content {
		if touches(s, a.cue) {
			r.problem("content %q and cue share words", r.words(s))
		}
		if touches(s, a.source) {
			r.problem("content %q and source share words", r.words(s))
		}
	}
	for _, s := range a.source {
		if touches(s, a.cue) {
			r.problem("source %q and cue share words", r.words(s))
		}
	}
	if n := len(a.content); n > 0 {
		r.checkEnd(a.content[n-1])
	}
}

// checkEnd reports content that ends in a comma or in its sentence's full stop.
func (r *resolver) checkEnd(s span) {
	w := r.words(s)
	switch last, _ := utf8.DecodeLastRuneInString(w); {
	case last == ',' || last == ';':
		r.problem("content %q ends in a comma; leave it out", w)
	case last == '.' && r.sentences[r.sentence(s.end-1)].end == s.end && !isAbbreviation(w):
		r.problem("content %q takes in the sentence's full stop; leave it out", w)
	}
}

// isAbbreviation reports whether the full stop at the end belongs to the last word: "U.S.", "Co.".
func isAbbreviation(w string) bool {
	last := w[strings.LastIndexByte(w, ' ')+1:]
	return strings.Count(last, ".") > 1 || slices.Contains([]string{"Co.", "Inc.", "Ltd.", "Corp.", "Jr.", "Sr."}, last)
}

func (p *passage) words(s span) string { return string(p.text[s.start:s.end]) }

// touches reports whether a span shares a position with one of others.
func touches(s span, others []span) bool {
	return slices.ContainsFunc(others, func(o span) bool { return s.start < o.end && o.start < s.end })
}

// sorted are spans in order of text.
func sorted(spans []span) []span {
	slices.SortFunc(spans, func(a, b span) int { return a.start - b.start })
	return spans
}
