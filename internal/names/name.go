package names

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"example.org/demarche/internal/facts"
	"example.org/demarche/internal/text"
)

// name returns the proper name in the phrase that word i heads, without titles; empty if there is none. A label of the
// names head at word i says how far it goes; else the tree does.
func (f *finder) name(i int) text.Range {
	if r := f.known[i]; !r.Empty() {
		return r
	}
	if f.labels != nil && f.labels[i] != "O" {
		r := f.labelRun(i)
		for r.Start < i && f.t.UPOS[r.Start] == "DET" {
			r.Start++
		}
		r.End = max(r.End, f.flatEnd(r.End))
		return r
	}
	if f.t.UPOS[i] != "PROPN" || f.isCommon(i) {
		return text.Range{}
	}
	r := text.Range{Sentence: f.t.Sentence, Start: i, End: f.nameEnd(i)}
	for r.Start > 0 && f.known[r.Start-1].Empty() && f.inName(r.Start-1, i) {
		r.Start--
	}
	for r.Start < i && f.t.UPOS[r.Start] == "PUNCT" {
		r.Start++
	}
	return r
}

// isCommon reports whether a word is no name, whatever the tagger says: it has no capital, or only that of the sentence, and
// is a noun of the table ("Rebels said").
func (f *finder) isCommon(i int) bool {
	form := f.t.Form(i)
	switch {
	case f.nouns[form] != nil: // in small letters
		return true
	case f.t.Dependent(i, "flat") >= 0:
		return false
	}
	return !isCapital(form) && !f.isParticle(i) || i == 0 && f.nouns[strings.ToLower(f.t.Lemmas[i])] != nil
}

// nameEnd is the end of the name headed by word i: its flat words right after it, hyphens between them, and "of …" if
// what follows is a name too ("Ministry of Defence", "Bank of Japan").
func (f *finder) nameEnd(i int) int {
	t, end := f.t, f.flatEnd(i+1)
	if end < t.Len() && end == i+1 && (t.Lower(end) == "of" || t.Lower(end) == "for") && t.Head(end) > i && t.Head(t.Head(end)) == i {
		if n := t.Head(end); t.UPOS[n] == "PROPN" && n > end && !f.isTitleWord(i) {
			return f.nameEnd(n)
		}
	}
	return end
}

// flatEnd is the end of the flat words, and the hyphens between them, that go on a name which ends before word end.
func (f *finder) flatEnd(end int) int {
	for end < f.t.Len() && (f.t.Is(end, "flat", "goeswith") || f.t.UPOS[end] == "PUNCT" && f.joins(end)) {
		end++
	}
	return end
}

// isTitleWord reports whether word i is an office, whose "of …" is no part of a name: "President of Chad".
func (f *finder) isTitleWord(i int) bool {
	n := f.nouns[f.t.Lower(i)]
	return n != nil && n.Kind == "role"
}

// joins reports whether the punctuation at word p ties a name together: the hyphen of "Al-Hariri".
func (f *finder) joins(p int) bool {
	t := f.t
	return strings.Contains("-–‐‑'’.", t.Form(p)) && p > 0 && p+1 < t.Len() && t.Is(p+1, "flat", "goeswith") &&
		(t.Tokens[p].Span.Start == t.Tokens[p-1].Span.End || t.Form(p) == ".")
}

// inName reports whether word w, before the name's head, belongs to the name: a capitalised adjective or compound part
// below it that is no title and no adjective of nationality before a common office.
func (f *finder) inName(w, head int) bool {
	t := f.t
	if !t.Dominates(head, w) || f.underTitle(w, head) {
		return false
	}
	switch {
	case t.Lower(w) == "'s" || t.Lower(w) == "’s" || t.Lower(w) == "'" || t.Lower(w) == "’":
		return w > 0 && f.ownerInName(w-1, head)
	case f.ownerInName(w, head):
		return true
	case t.UPOS[w] == "PUNCT":
		return w > 0 && t.Tokens[w].Span.End == t.Tokens[w+1].Span.Start && t.Tokens[w-1].Span.End == t.Tokens[w].Span.Start &&
			strings.Contains("-–‐‑'’.&", t.Form(w)) && f.inName(w-1, head)
	case t.XPOS[w] == "NNP" || t.XPOS[w] == "NNPS" || t.UPOS[w] == "PROPN" || w > 0 && isCapital(t.Form(w)) && t.UPOS[w] != "DET":
		return t.Is(w, "amod", "compound", "flat", "nmod", "conj", "appos") && !t.Is(w, "nmod:poss", "nmod:desc") && !f.standsAloneIn(w, head)
	}
	return false
}

// ownerInName reports whether word w is an owner that belongs to the name: the People of "People's Liberation Front", the
// Lord of "Lord's Resistance Army".
func (f *finder) ownerInName(w, head int) bool {
	if !f.t.Is(w, "nmod:poss") || f.t.Head(w) != head || !isCapital(f.t.Form(w)) || f.t.Dependent(w, "flat") >= 0 {
		return false
	}
	n := f.nouns[strings.ToLower(f.t.Lemmas[w])]
	return n != nil && n.Kind != "role" && f.proper[facts.Fold(f.t.Form(w))] == "" || f.t.Lower(w) == "lord"
}

// isCapital reports whether a word begins with a capital letter.
func isCapital(form string) bool {
	r, _ := utf8.DecodeRuneInString(form)
	return unicode.IsUpper(r)
}

// standsAloneIn reports whether compound part w of a name is a name by itself.
func (f *finder) standsAloneIn(w, head int) bool {
	return f.t.Is(w, "compound") && f.t.UPOS[w] == "PROPN" && f.t.Head(w) == head && f.standsAlone(w)
}

// underTitle reports whether word w hangs below a title of the name's head.
func (f *finder) underTitle(w, head int) bool {
	for ; w != head && w >= 0; w = f.t.Head(w) {
		if f.t.Is(w, "nmod:desc", "appos", "parataxis") {
			return true
		}
	}
	return false
}

// labelRun is the stretch of words around i that the names head takes for one name.
func (f *finder) labelRun(i int) text.Range {
	r := text.Range{Sentence: f.t.Sentence, Start: i, End: i + 1}
	for f.labels[r.Start][0] == 'I' && r.Start > 0 && f.labels[r.Start-1] != "O" {
		r.Start--
	}
	for r.End < len(f.labels) && f.labels[r.End][0] == 'I' {
		r.End++
	}
	return r
}

// label is what the names head calls the name in r: PER, ORG, LOC, or "".
func (f *finder) label(r text.Range) string {
	if f.labels == nil {
		return ""
	}
	for w := r.End - 1; w >= r.Start; w-- { // from its end: an adjective of nationality before it may be labelled by itself
		if _, l, ok := strings.Cut(f.labels[w], "-"); ok && (w == r.End-1 || f.t.UPOS[w] == "PROPN") {
			return l
		}
	}
	return ""
}
