package roles

import (
	"strconv"
	"strings"

	"example.org/demarche/internal/syntax"
)

// Words are what is known of predicates, in lines "lemma TAB part of speech TAB row TAB row", sorted by bytes: two rows of the table of what is
// known, that of the word's class and its own; 0 for none.
type words string

// part is the part of speech of word i as the lines have it: v, n or j; "" for others.
func part(t *syntax.Tree, i int) string {
	switch t.UPOS[i] {
	case "VERB", "AUX":
		return "v"
	case "NOUN", "PROPN":
		return "n"
	case "ADJ":
		return "j"
	}
	return ""
}

// find returns the rows of word i; false if it is not among the words.
func (w words) find(t *syntax.Tree, i int) (rows [2]int, ok bool) {
	var room [64]byte
	key := append(append(room[:0], t.Lemmas[i]...), '\t')
	key = append(append(key, part(t, i)...), '\t')
	for lo, hi := 0, len(w); lo < hi; {
		start := lo + strings.LastIndexByte(string(w[lo:(lo+hi)/2]), '\n') + 1
		end := start + strings.IndexByte(string(w[start:hi]), '\n')
		if end < start {
			end = hi
		}
		line := string(w[start:end])
		switch {
		case strings.HasPrefix(line, string(key)):
			return numbers(line[len(key):])
		case line < string(key):
			lo = min(end+1, hi)
		default:
			hi = start
		}
	}
	return rows, false
}

// numbers reads two numbers with a tab between.
func numbers(s string) (two [2]int, ok bool) {
	a, b, _ := strings.Cut(s, "\t")
	first, err := strconv.Atoi(a)
	second, err2 := strconv.Atoi(b)
	if err != nil || err2 != nil {
		return two, false
	}
	return [2]int{first, second}, true
}
