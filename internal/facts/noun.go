package facts

import (
	"strings"

	"example.org/demarche/internal/syntax"
)

// maxNounWords bounds how many words before its head a noun of the table may have.
const maxNounWords = 4

// MatchNoun returns the longest noun of the table that ends at word head of a tree, or goes on with "of …" right after
// it, and its first word: "foreign minister" for the minister, "secretary of state" for the secretary. It returns nil if
// there is none.
func MatchNoun(nouns map[string]*Noun, t *syntax.Tree, head int) (noun *Noun, first int) {
	if head < 0 {
		return nil, head
	}
	after := ofPhrase(t, head)
	if after == "" {
		after = hyphenated(t, head)
	}
	for first = nounStart(t, head); first <= head; first++ {
		if t.UPOS[first] == "PUNCT" && first != head {
			continue
		}
		before := FoldLower(t.Text[t.Tokens[first].Span.Start:t.Tokens[head].Span.Start])
		for _, h := range []string{t.Lower(head), strings.ToLower(t.Lemmas[head]), singular(t.Lower(head))} {
			h = FoldLower(h)
			if after != "" {
				if n := nouns[before+h+after]; n != nil {
					return n, first
				}
			}
			if n := nouns[before+h]; n != nil {
				return n, first
			}
		}
	}
	return nil, head
}

// singular is the singular of a plural in -men that a lemmatiser may not know: militiamen.
func singular(form string) string {
	if stem, ok := strings.CutSuffix(form, "men"); ok {
		return stem + "man"
	}
	return form
}

// nounStart is the first of the adjectives and compound words right before a head.
func nounStart(t *syntax.Tree, head int) int {
	first := head
	for w := head - 1; w >= 0 && head-w <= maxNounWords; w-- {
		if t.UPOS[w] == "PROPN" && t.UPOS[head] == "NOUN" { // "European Union leaders" are no union leaders
			break
		}
		if t.Is(w, "nmod:desc") && t.Is(head, "nmod:desc") && t.Head(w) == t.Head(head) { // two words of one title: "Attorney General"
			first = w
			continue
		}
		if !t.Dominates(head, w) || !t.Is(w, "amod", "compound", "punct", "nmod:poss", "case", "flat", "nmod:desc") {
			break
		}
		first = w
	}
	return first
}

// hyphenated is what is tied to the end of a head by a hyphen: the "-general" of "secretary-general".
func hyphenated(t *syntax.Tree, head int) string {
	if head+2 >= t.Len() || t.Form(head+1) != "-" || t.Tokens[head].Span.End != t.Tokens[head+1].Span.Start ||
		t.Tokens[head+1].Span.End != t.Tokens[head+2].Span.Start {
		return ""
	}
	return "-" + FoldLower(t.Form(head+2))
}

// ofPhrase is " of …" right after a head, in lower case: " of state", " of the interior"; "" if there is none.
func ofPhrase(t *syntax.Tree, head int) string {
	if head+1 >= t.Len() || t.Lower(head+1) != "of" || !t.Dominates(head, head+1) {
		return ""
	}
	n := t.Head(head + 1)
	if n <= head || n-head > maxNounWords || t.Head(n) != head {
		return ""
	}
	return FoldLower(" " + t.Text[t.Tokens[head+1].Span.Start:t.Tokens[n].Span.End])
}
