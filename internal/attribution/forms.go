package attribution

import "strings"

// A cue is known by its forms as well as by its lemma, so that a wrong lemma ("wrote" taken for a form of "wroy") does not
// hide it. Regular forms are made here; an entry names the others.

const vowels = "aeiou"

// verbForms returns the regular forms of a verb: warns, warned, warning; denies, denied; admitted and admited, of which one
// is no word and does no harm.
func verbForms(lemma string) []string {
	third, stem := pluralOf(lemma), lemma
	past := lemma + "ed"
	n := len(lemma)
	switch {
	case strings.HasSuffix(lemma, "ee"):
		past = lemma + "d"
	case strings.HasSuffix(lemma, "ie"):
		stem, past = lemma[:n-2]+"y", lemma+"d"
	case strings.HasSuffix(lemma, "e"):
		stem, past = lemma[:n-1], lemma+"d"
	case endsInConsonantY(lemma):
		past = lemma[:n-1] + "ied"
	}
	forms := []string{third, past, stem + "ing"}
	if last, ok := doubles(lemma); ok {
		forms = append(forms, lemma+last+"ed", lemma+last+"ing")
	}
	return forms
}

// doubles reports whether a verb may double its last consonant, and which it is.
func doubles(lemma string) (string, bool) {
	n := len(lemma)
	if n < 3 {
		return "", false
	}
	last, before := lemma[n-1:], lemma[n-2:n-1]
	return last, strings.Contains(vowels, before) && !strings.Contains(vowels+"wxy", last)
}

// pluralOf returns the regular plural of a noun, which is also the third person of a verb.
func pluralOf(lemma string) string {
	for _, end := range []string{"s", "x", "z", "ch", "sh"} {
		if strings.HasSuffix(lemma, end) {
			return lemma + "es"
		}
	}
	if endsInConsonantY(lemma) {
		return lemma[:len(lemma)-1] + "ies"
	}
	return lemma + "s"
}

func endsInConsonantY(lemma string) bool {
	n := len(lemma)
	return n > 1 && lemma[n-1] == 'y' && !strings.Contains(vowels, lemma[n-2:n-1])
}
