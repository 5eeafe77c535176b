package main

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// run is how many words in a row no two sentences may share.
const runLength = 6

// mask stands for a name or a number, however many words it has.
const mask = "*"

// masked returns a text's words in lower case, without punctuation, a mask for each name or number. A name is a word with a capital
// that does not begin a sentence or a quotation; neighbouring names and numbers are one.
func masked(text string) []string {
	var words []string
	begins := true
	for _, raw := range strings.Fields(text) {
		quoted := strings.ContainsAny(raw[:1], "\"'(") || strings.HasPrefix(raw, "“") || strings.HasPrefix(raw, "‘")
		w := strings.TrimFunc(raw, func(c rune) bool { return !isWord(c) })
		if w == "" {
			continue
		}
		first, _ := utf8.DecodeRuneInString(w)
		name := unicode.IsUpper(first) && !begins && !quoted && w != "I"
		begins = ends(raw, w)
		switch {
		case !name && !unicode.IsDigit(first):
			words = append(words, strings.ToLower(w))
		case len(words) == 0 || words[len(words)-1] != mask:
			words = append(words, mask)
		}
	}
	return words
}

// titles end in a full stop that ends no sentence, as a rule.
var titles = []string{
	"Mr", "Mrs", "Ms", "Dr", "St", "Gen", "Lt", "Col", "Maj", "Capt", "Sgt", "Adm", "Gov", "Sen", "Rep", "Prof", "Rev", "Jr", "Sr", "No", "vs",
}

// ends reports whether a sentence ends with a word, which raw is with its punctuation: "Mr." and "U.S." end none.
func ends(raw, w string) bool {
	raw = strings.TrimRight(raw, "\"')”’")
	if strings.HasSuffix(raw, "?") || strings.HasSuffix(raw, "!") {
		return true
	}
	return strings.HasSuffix(raw, ".") && len(w) > 1 && !strings.Contains(w, ".") && !slices.Contains(titles, w)
}

// shared reports each sentence that shares a run of words with one before it, at the later of the two, or at the earlier if only
// that is wanted. One fault is told of each sentence.
func shared(sentences []*sentence, wanted func(file string) bool) []error {
	var wrong []error
	first := map[string]*sentence{}
	told := map[*sentence]bool{}
	for _, s := range sentences {
		words := masked(s.text)
		for i := 0; i+runLength <= len(words); i++ {
			run := strings.Join(words[i:i+runLength], " ")
			other, ok := first[run]
			if !ok {
				first[run] = s
				continue
			}
			at, with := s, other
			if !wanted(at.file) {
				at, with = other, s
			}
			if other == s || told[at] || !wanted(at.file) {
				continue
			}
			told[at] = true
			wrong = append(wrong, &syntaxError{at.file, at.line, fmt.Sprintf("shares %q with %s; say it in other words", run, with.place())})
		}
	}
	return wrong
}
