package lexicon

import (
	"slices"
	"strings"
)

// Reasons are the kinds of reason why a word that stands between political actors has no entry, with what each means.
var Reasons = [][2]string{
	{"speech", "tells that something is said or thought; data/cues reads it"},
	{"status", "begins, ends, tries, fails, plans, helps another deed; data/status reads it"},
	{"light", "says little itself: the deed is the noun beside it"},
	{"state", "tells what holds, is owned or is felt, no deed"},
	{"relation", "compares, joins, names, counts or places things"},
	{"motion", "tells of going or being somewhere, and nothing else"},
	{"private", "a deed of private life, of crime between private persons, or of a career"},
	{"business", "trade of firms, markets, prices, production"},
	{"sport", "sport, culture, religion, games"},
	{"nature", "weather, disasters, illness, accidents, science"},
	{"vague", "could be any deed, good or bad"},
	{"parse", "the word is seldom what it is taken for: a name, another part of speech"},
}

// noneWords are the words that have no entry and why, by part of speech and word.
type noneWords map[string]string

// add reads a block "why KIND", "verb say tell …", "noun …".
func (n noneWords) add(b Block) error {
	kind := b.Lines[0]
	if kind.Key != "why" || !slices.ContainsFunc(Reasons, func(r [2]string) bool { return r[0] == kind.Value }) {
		return at(b.File, kind.Number, `a block of words without an entry begins with "why KIND"; the kinds are `+reasonNames())
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

func reasonNames() string {
	var names []string
	for _, r := range Reasons {
		names = append(names, r[0])
	}
	return strings.Join(names, ", ")
}

// None returns the kind of reason why a word has no entry, "" if none.txt does not name it.
func (l *Lexicon) None(p POS, word string) string { return l.none[p.String()+" "+word] }
