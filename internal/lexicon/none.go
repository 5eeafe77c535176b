package lexicon

import (
	"slices"
	"strings"
)

// reasons are the kinds of reason why a word that stands between political actors has no entry; data/lexicon/README.md tells what each means.
var reasons = strings.Fields("speech status light state relation motion private business sport nature vague parse")

// noneWords are the words that have no entry and why, by part of speech and word.
type noneWords map[string]string

// add reads a block "why KIND", "verb say tell …", "noun …".
func (n noneWords) add(b Block) error {
	kind := b.Lines[0]
	if kind.Key != "why" || !slices.Contains(reasons, kind.Value) {
		return at(b.File, kind.Number, `a block of words without an entry begins with "why KIND"; the kinds are `+strings.Join(reasons, ", "))
	}
	for _, l := range b.Lines[1:] {
		if l.Key != Verb.String() && l.Key != Noun.String() && l.Key != Adj.String() {
			return at(b.File, l.Number, `after "why KIND" come lines such as "verb say tell" and "noun remark"`)
		}
		for _, w := range fields(l.Value) {
			n[l.Key+" "+w] = kind.Value
		}
	}
	return nil
}

// None returns the kind of reason why a word has no entry, "" if none.txt does not name it.
func (l *Lexicon) None(p POS, word string) string { return l.none[p.String()+" "+word] }
