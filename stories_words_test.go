package demarche_test

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"example.org/demarche/record"
)

// A phrase is words of the text.
type phrase struct {
	words string        // as they are named; "" for somebody who is not told
	spans []record.Span // where they stand: everywhere, or the one place that ~ names
	heads []int         // where their heads begin
}

// none is a field's words, "" for a dash.
func none(field string) string {
	if field == "-" {
		return ""
	}
	return field
}

// optional is a phrase, nil for a dash.
func (s *story) optional(words string) (*phrase, error) {
	if words == "-" {
		return nil, nil
	}
	p, err := s.phrase(words)
	return &p, err
}

var nth = regexp.MustCompile(`^(.+)~(\d+)$`)

// phrase finds words in the text; "word~2" is the second place where it stands.
func (s *story) phrase(words string) (phrase, error) {
	want, n := words, 0
	if m := nth.FindStringSubmatch(words); m != nil {
		want = m[1]
		n, _ = strconv.Atoi(m[2])
	}
	spans := occurrences(s.text, want)
	if len(spans) < max(n, 1) {
		return phrase{}, fmt.Errorf("%q stands %d times in the text", want, len(spans))
	}
	if n > 0 {
		spans = spans[n-1 : n]
	}
	p := phrase{words: want, spans: spans}
	for _, at := range spans {
		p.heads = append(p.heads, at.Start+head(want))
	}
	return p, nil
}

// occurrences is where words stand in a text, not as a piece of longer ones, in code points.
func occurrences(text, words string) []record.Span {
	all, want := []rune(text), []rune(words)
	var out []record.Span
	for at := 0; len(want) > 0 && at+len(want) <= len(all); at++ {
		end := at + len(want)
		if slices.Equal(all[at:end], want) && !joined(all, at) && !joined(all, end) {
			out = append(out, record.Span{Start: at, End: end})
		}
	}
	return out
}

// joined reports whether a word goes on over a position.
func joined(text []rune, at int) bool {
	letter := func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }
	return at > 0 && at < len(text) && letter(text[at-1]) && letter(text[at])
}

// follows are words that a phrase's head stands before.
var follows = []string{
	"of", "in", "from", "for", "at", "near", "on", "with", "without", "to", "by", "against", "outside", "under", "between", "about", "into", "over",
	"who", "whom", "which", "that", "whose", "and",
}

// head is where the head of a phrase begins in it, in code points: its last word before a preposition, a relative clause or a comma.
func head(words string) int {
	all := strings.Split(words, " ")
	last := 0
	for i, w := range all {
		bearing := slices.Contains([]string{"north", "south", "east", "west"}, w) && i+1 < len(all) && all[i+1] == "of"
		if i > 0 && (bearing || slices.Contains(follows, w)) {
			break
		}
		last = i
		if strings.HasSuffix(w, ",") {
			break
		}
	}
	return len([]rune(strings.Join(append(slices.Clone(all[:last]), ""), " ")))
}

// content says where a content begins and ends; it may be cut: "that the army … its post". Nothing after the cut leaves the end open.
func (s *story) content(field string) (starts, ends []int, err error) {
	if field == "-" {
		return nil, nil, nil
	}
	from, to, cut := strings.Cut(field, "…")
	if !cut {
		to = from
	}
	for _, end := range []struct {
		words string
		use   func(record.Span)
	}{{from, func(at record.Span) { starts = append(starts, at.Start) }}, {to, func(at record.Span) { ends = append(ends, at.End) }}} {
		words := strings.TrimSpace(end.words)
		if words == "" && cut {
			continue
		}
		p, err := s.phrase(words)
		if err != nil {
			return nil, nil, err
		}
		for _, at := range p.spans {
			end.use(at)
		}
	}
	return starts, ends, nil
}
