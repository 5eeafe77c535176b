package main

import (
	"fmt"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A span is [start, end) in bytes of a text.
type span struct{ start, end int }

// find is where a word stands in a text as a whole word: "word" at its first place, "word~2" at its second. why says what is
// wrong if it is not there.
func find(text, word string) (s span, why string) {
	w, n := numbered(word)
	switch {
	case w == "":
		return s, "is empty; part words by single commas"
	case strings.ContainsAny(w, " \t"):
		return s, fmt.Sprintf("%q is more than one word; name the head word alone, several parted by commas", w)
	}
	seen := 0
	for at := 0; ; {
		i := strings.Index(text[at:], w)
		if i < 0 {
			break
		}
		s = span{at + i, at + i + len(w)}
		if isEdge(text, s.start) && isEdge(text, s.end) {
			if seen++; seen == n {
				return s, ""
			}
		}
		_, size := utf8.DecodeRuneInString(text[s.start:])
		at = s.start + size
	}
	if seen > 0 {
		return s, fmt.Sprintf("%q stands %d times in the text, not %d", w, seen, n)
	}
	return s, fmt.Sprintf("%q is not in the text as a word; write it as it stands there", w)
}

// numbered parts word~n; n is 1 if there is none.
func numbered(s string) (word string, n int) {
	if word, number, ok := strings.Cut(s, "~"); ok {
		if n, err := strconv.Atoi(number); err == nil && n > 0 {
			return word, n
		}
	}
	return s, 1
}

// isEdge reports whether no word goes on over a position.
func isEdge(text string, at int) bool {
	before, _ := utf8.DecodeLastRuneInString(text[:at])
	after, _ := utf8.DecodeRuneInString(text[at:])
	return at == 0 || at == len(text) || !isWord(before) || !isWord(after)
}

func isWord(c rune) bool { return unicode.IsLetter(c) || unicode.IsDigit(c) || unicode.IsMark(c) }
