package attribution

import (
	"slices"
	"strings"
)

// extent is a stretch of words of the article, [lo, hi).
type extent struct{ lo, hi int }

func (e extent) has(i int) bool         { return e.lo <= i && i < e.hi }
func (e extent) empty() bool            { return e.hi <= e.lo }
func (e extent) overlaps(o extent) bool { return e.lo < o.hi && o.lo < e.hi }

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

// without returns what is left of e when o is cut out.
func (e extent) without(o extent) []extent {
	if !e.overlaps(o) {
		return []extent{e}
	}
	return []extent{{e.lo, max(e.lo, o.lo)}, {min(e.hi, o.hi), e.hi}}
}

// size is the number of words.
func size(es []extent) int {
	n := 0
	for _, e := range es {
		n += e.hi - e.lo
	}
	return n
}
