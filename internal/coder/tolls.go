package coder

import (
	"fmt"
	"io/fs"
	"strings"

	"example.org/demarche/internal/lexicon"
	"example.org/demarche/internal/syntax"
)

// tolls is the knowledge of counts.txt: numbers in words, and the words that say what befell the people counted.
type tolls struct {
	numerals numerals
	harms    map[string][]harm // by form
	people   map[string]bool   // forms of nouns of people
}

// A harm is one use of a word that says what befell people.
type harm struct {
	kind string // killed, injured, arrested, displaced, other
	slot string // where those counted stand: object, subject, of, itself, life, home, toll
}

// loadTolls reads counts.txt from the root of a file system.
func loadTolls(fsys fs.FS, inflect forms) (*tolls, error) {
	x := &tolls{
		numerals: numerals{is: map[string]int{}, times: map[string]int{}, above: map[string]int{}},
		harms:    map[string][]harm{}, people: map[string]bool{},
	}
	err := lexicon.EachBlock(fsys, "counts.txt", func(b lexicon.Block) error {
		for _, l := range b.Lines[1:] {
			if l.Key != "+" && l.Key != "-" && !x.add(b.Lines[0], l, inflect) {
				return &lexicon.SyntaxError{File: b.File, Line: l.Number, Text: fmt.Sprintf("%q is no line of a block %q; README.md lists them", l.Key, b.Lines[0].Key)}
			}
		}
		return nil
	})
	return x, err
}

// add takes in one line of a block.
func (x *tolls) add(head, l lexicon.Line, inflect forms) bool {
	switch head.Key {
	case "numbers", "bounds":
		return x.numerals.add(l.Key, l.Value)
	case "people":
		for _, w := range strings.Fields(l.Value) {
			for _, form := range inflect(lexicon.Noun, w) {
				x.people[form] = true
			}
		}
		return l.Key == "words"
	case "kind":
		return x.addHarms(harm{head.Value, l.Key}, strings.Fields(l.Value), inflect)
	}
	return false
}

// addHarms takes in words with one use; a word with a particle is "gun_down".
func (x *tolls) addHarms(h harm, words []string, inflect forms) bool {
	pos, known := map[string]lexicon.POS{
		"object": lexicon.Verb, "subject": lexicon.Verb, "life": lexicon.Verb, "home": lexicon.Verb, "of": lexicon.Noun, "itself": lexicon.Noun, "toll": lexicon.Noun,
	}[h.slot]
	for _, w := range words {
		lemma, particle, _ := strings.Cut(w, "_")
		if pos == lexicon.Noun {
			lemma, particle = strings.ReplaceAll(w, "_", " "), ""
		}
		for _, form := range inflect(pos, lemma) {
			key := strings.TrimSuffix(form+"_"+particle, "_")
			x.harms[key] = append(x.harms[key], h)
		}
	}
	return known
}

// of returns the uses of word w as a word of harm: with its particle first, by its form, then by its lemma.
func (x *tolls) of(t *syntax.Tree, w int) []harm {
	form, lemma := t.Lower(w), strings.ToLower(t.Lemmas[w])
	if p := t.Dependent(w, "compound:prt", "xcomp"); p >= 0 {
		if h := x.harms[form+"_"+t.Lower(p)]; h != nil {
			return h
		}
	}
	if h := x.harms[form+"_death"]; h != nil && isToDeath(t, w) {
		return h
	}
	if h := x.harms[form]; h != nil {
		return h
	}
	return x.harms[lemma]
}

// isToDeath reports whether a verb was done until somebody died: "shot two guards to death".
func isToDeath(t *syntax.Tree, w int) bool {
	for d := range t.Dependents(w) {
		if t.Lemmas[d] == "death" && t.Case(d) == "to" {
			return true
		}
	}
	return false
}

// kindOf is what a verb or noun of harm does to people, "" for other words.
func (x *tolls) kindOf(t *syntax.Tree, w int) string {
	for _, h := range x.of(t, w) {
		if h.slot == "object" || h.slot == "of" || h.slot == "subject" {
			return h.kind
		}
	}
	return ""
}
