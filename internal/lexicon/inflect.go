package lexicon

import (
	"slices"
	"strings"
)

// inflections are the irregular forms of words: by part of speech and lemma. Regular forms follow from rules, so that a
// headword is found even where the tagger's lemma is wrong.
type inflections map[string][]string

// add reads a block "verb meet met", one lemma with its irregular forms a line.
func (n inflections) add(b Block) error {
	for _, l := range b.Lines {
		w := fields(l.Value)
		if l.Key != Verb.String() && l.Key != Noun.String() || len(w) < 2 {
			return at(b.File, l.Number, `write "verb meet met" or "noun man men": a lemma and its irregular forms`)
		}
		n[l.Key+" "+w[0]] = w[1:]
	}
	return nil
}

// of returns all forms of a lemma, in lower case, itself first.
func (n inflections) of(p POS, lemma string) []string {
	forms := []string{lemma}
	irregular := n[p.String()+" "+lemma]
	switch p {
	case Verb:
		forms = append(forms, withS(lemma), withIng(lemma))
		if irregular == nil {
			forms = append(forms, withEd(lemma))
		}
		if d := doubled(lemma); d != "" {
			forms = append(forms, d+"ing", d+"ed")
		}
	case Noun:
		if irregular == nil {
			forms = append(forms, withS(lemma))
		}
	}
	for _, f := range append(forms[:len(forms):len(forms)], irregular...) {
		if !slices.Contains(forms, f) {
			forms = append(forms, f)
		}
	}
	return forms
}

const vowels = "aeiou"

func isVowel(s string, i int) bool { return i >= 0 && strings.IndexByte(vowels, s[i]) >= 0 }

// endsConsonantY reports whether a word ends in "y" after a consonant.
func endsConsonantY(s string) bool {
	return len(s) > 1 && strings.HasSuffix(s, "y") && !isVowel(s, len(s)-2)
}

// withS is the third person or the plural: attacks, rallies, clashes, gunmen.
func withS(s string) string {
	if endsConsonantY(s) {
		return s[:len(s)-1] + "ies"
	}
	if strings.HasSuffix(s, "man") && s != "human" && s != "german" {
		return s[:len(s)-3] + "men"
	}
	for _, e := range []string{"s", "x", "z", "ch", "sh"} {
		if strings.HasSuffix(s, e) {
			return s + "es"
		}
	}
	return s + "s"
}

// withEd is the past: attacked, seized, rallied.
func withEd(s string) string {
	switch {
	case strings.HasSuffix(s, "e"):
		return s + "d"
	case endsConsonantY(s):
		return s[:len(s)-1] + "ied"
	}
	return s + "ed"
}

// withIng is the present participle: attacking, seizing, dying.
func withIng(s string) string {
	switch {
	case strings.HasSuffix(s, "ie"):
		return s[:len(s)-2] + "ying"
	case strings.HasSuffix(s, "e") && !strings.HasSuffix(s, "ee"):
		return s[:len(s)-1] + "ing"
	}
	return s + "ing"
}

// doubled is the word with its last consonant doubled, where it might be ("ban": "bann", "expel": "expell"), or "". Both spellings
// are taken: "signaled" and "signalled".
func doubled(s string) string {
	n := len(s)
	if n < 3 || isVowel(s, n-1) || !isVowel(s, n-2) || isVowel(s, n-3) || strings.ContainsRune("wxy", rune(s[n-1])) {
		return ""
	}
	return s + s[n-1:]
}

// Forms returns all forms of a lemma, in lower case, itself first: its own from irregular.txt, or the regular ones.
func (l *Lexicon) Forms(p POS, lemma string) []string { return l.forms.of(p, lemma) }

// lemmas returns the lemmas of irregular forms, by part of speech and form; of two lemmas with one form ("found"), none.
func (n inflections) lemmas() map[string]string {
	all := map[string]string{}
	for key, forms := range n {
		pos, lemma, _ := strings.Cut(key, " ")
		for _, f := range forms {
			if other, ok := all[pos+" "+f]; ok && other != lemma {
				all[pos+" "+f] = ""
				continue
			}
			all[pos+" "+f] = lemma
		}
	}
	return all
}
