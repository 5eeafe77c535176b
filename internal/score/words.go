package score

import (
	"slices"
	"sort"
	"unicode"

	"example.org/demarche/record"
)

// A page is an article's text with its words.
type page struct {
	text  []rune
	words []record.Span // in order of text
}

// newPage finds the words of a text: runs of letters, digits and underscores, which may hold apostrophes, and every
// other visible character by itself.
func newPage(text string) page {
	p := page{text: []rune(text)}
	for i := 0; i < len(p.text); {
		switch r := p.text[i]; {
		case isBlank(r):
			i++
		default:
			end := p.wordEnd(i)
			p.words = append(p.words, record.Span{Start: i, End: end})
			i = end
		}
	}
	return p
}

// wordEnd is where the word that begins at i ends.
func (p page) wordEnd(i int) int {
	if !wordly(p.text[i]) {
		return i + 1
	}
	for i++; i < len(p.text); i++ {
		apostrophe := (p.text[i] == '\'' || p.text[i] == '’') && wordly(p.text[i-1]) && i+1 < len(p.text) && wordly(p.text[i+1])
		if !wordly(p.text[i]) && !apostrophe {
			break
		}
	}
	return i
}

// wordly reports whether r can stand in a word.
func wordly(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) || r == '_' }

// A set is some words of a page by their numbers, ascending.
type set []int

// cover is the set of the words that the spans touch.
func (p page) cover(spans ...record.Span) set {
	var s set
	for _, x := range spans {
		i := sort.Search(len(p.words), func(i int) bool { return p.words[i].End > x.Start })
		for ; i < len(p.words) && p.words[i].Start < x.End; i++ {
			s = append(s, i)
		}
	}
	slices.Sort(s)
	return slices.Compact(s)
}

// common is the number of words that both sets have.
func common(a, b set) int {
	n := 0
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i] < b[j]:
			i++
		case a[i] > b[j]:
			j++
		default:
			n, i, j = n+1, i+1, j+1
		}
	}
	return n
}

// overlap reports whether the sets share a word.
func overlap(a, b set) bool { return common(a, b) > 0 }

// likeness is the F1 of two sets, from 0 to 1; two empty ones are alike.
func likeness(a, b set) float64 {
	if len(a)+len(b) == 0 {
		return 1
	}
	return 2 * float64(common(a, b)) / float64(len(a)+len(b))
}

// tidy trims white space from the spans, drops empty ones, sorts them, and joins those that nothing but white space parts.
func (p page) tidy(spans []record.Span) []record.Span {
	var out []record.Span
	sorted := p.trimmed(spans)
	for _, s := range sorted {
		if n := len(out); n > 0 && p.blank(out[n-1].End, s.Start) {
			out[n-1].End = max(out[n-1].End, s.End)
			continue
		}
		out = append(out, s)
	}
	return out
}

// trimmed is the spans without white space at their ends, sorted; empty ones are dropped.
func (p page) trimmed(spans []record.Span) []record.Span {
	var out []record.Span
	for _, s := range spans {
		s.Start = min(max(s.Start, 0), len(p.text))
		s.End = min(max(s.End, s.Start), len(p.text))
		for s.Start < s.End && isBlank(p.text[s.Start]) {
			s.Start++
		}
		for s.End > s.Start && isBlank(p.text[s.End-1]) {
			s.End--
		}
		if s.Start < s.End {
			out = append(out, s)
		}
	}
	slices.SortFunc(out, func(a, b record.Span) int {
		if a.Start != b.Start {
			return a.Start - b.Start
		}
		return a.End - b.End
	})
	return out
}

// blank reports whether the text from one position to another is white space, or nothing.
func (p page) blank(from, to int) bool {
	for i := from; i < to; i++ {
		if !isBlank(p.text[i]) {
			return false
		}
	}
	return true
}

// likenessOf is the likeness of two sets, 0 where one is empty.
func likenessOf(a, b set) float64 {
	if len(a) == 0 || len(b) == 0 {
		return 0
	}
	return likeness(a, b)
}

// union is the words of all the sets.
func union(sets ...set) set {
	all := slices.Concat(sets...)
	slices.Sort(all)
	return slices.Compact(all)
}

// number is 1 for true.
func number(b bool) float64 {
	if b {
		return 1
	}
	return 0
}
