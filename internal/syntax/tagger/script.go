package tagger

import (
	"fmt"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"example.org/demarche/internal/encoder"
)

// A script says how a lemma is made of a word. As a label it is written in one of two ways:
//
//	C-N+SUFFIX   change the case by C, take N code points off the end, append SUFFIX
//	=LEMMA       the lemma whatever the word
//
// C is l (lower every code point), k (keep) or f (keep the first, lower the others). A script that would take off more
// than there is leaves the word as it stands.
type script struct {
	casing byte   // 0 for a fixed lemma
	cut    int    // code points
	text   string // the suffix, or the fixed lemma
}

func parseScripts(labels []string) ([]script, error) {
	scripts := make([]script, len(labels))
	for i, l := range labels {
		s, ok := parseScript(l)
		if !ok {
			return nil, &encoder.FormatError{Part: "labels lemma", Why: fmt.Sprintf("%q is no edit script", l)}
		}
		scripts[i] = s
	}
	return scripts, nil
}

func parseScript(label string) (script, bool) {
	if lemma, ok := strings.CutPrefix(label, "="); ok {
		return script{text: lemma}, true
	}
	head, suffix, ok := strings.Cut(label, "+")
	if !ok || len(head) < 3 || !strings.Contains("lkf", head[:1]) || head[1] != '-' {
		return script{}, false
	}
	cut, err := strconv.ParseUint(head[2:], 10, 16)
	return script{casing: head[0], cut: int(cut), text: suffix}, err == nil
}

// apply makes the lemma of a word. It allocates only for lemmas that are neither the word itself nor known to the scratch.
func (s script) apply(sc *encoder.Scratch, word string) string {
	if s.casing == 0 {
		return s.text
	}
	var room [128]byte
	lemma := room[:0]
	switch s.casing {
	case 'l':
		lemma = appendLower(lemma, word)
	case 'k':
		lemma = append(lemma, word...)
	case 'f':
		_, n := utf8.DecodeRuneInString(word)
		lemma = appendLower(append(lemma, word[:n]...), word[n:])
	}
	for range s.cut {
		if len(lemma) == 0 {
			return word
		}
		_, n := utf8.DecodeLastRune(lemma)
		lemma = lemma[:len(lemma)-n]
	}
	if lemma = append(lemma, s.text...); string(lemma) == word {
		return word
	}
	return sc.Intern(lemma)
}

// appendLower appends a word in lower case, each code point by itself; one without a lower case of its own stays, and so
// does a byte that is not UTF-8.
func appendLower(b []byte, word string) []byte {
	for i, r := range word {
		switch {
		case r == utf8.RuneError:
			_, n := utf8.DecodeRuneInString(word[i:])
			b = append(b, word[i:i+n]...)
		case r == dottedI:
			b = utf8.AppendRune(b, r)
		default:
			b = utf8.AppendRune(b, unicode.ToLower(r))
		}
	}
	return b
}

// dottedI is the one letter whose lower case is two code points.
const dottedI = 'İ'
