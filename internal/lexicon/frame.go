package lexicon

import (
	"fmt"
	"strings"
)

// POS is the part of speech of a headword.
type POS uint8

// The parts of speech.
const (
	Verb POS = iota
	Noun
	Adj
)

// String is the key that names the part of speech in a block.
func (p POS) String() string { return [...]string{"verb", "noun", "adj"}[p] }

// A Head is a headword. "pull_out" is a verb with a particle, "air_strike" a noun with a word before it, "state_of_emergency"
// one with "of" and a word after it.
type Head struct {
	POS  POS
	Word string   // the word that triggers
	Rest []string // particles of a verb; the words before a noun, or those after it without "of"
	Of   bool     // whether Rest stands after the noun
	Text string   // as the file has it
}

// A Line of a frame that gives a code, with its conditions.
type codeLine struct {
	code      Code
	none      bool // fits and forbids
	byContent bool
	when      []test
}

// A Named is who or what an example wants in a role.
type Named struct {
	Text  string
	Thing bool // words in the slot that are no participant: a place, a thing
}

// An Example is a sentence with what ought to be found in it.
type Example struct {
	Line               int
	Text               string
	Counter            bool // nothing by this frame is to be found
	Actors, Recipients []Named
	Expect             []string // further words: a status, a CAMEO code
}

// A Frame is one entry of the lexicon.
type Frame struct {
	File  string // "consult.txt"; "own/consult.txt" in a user's own lexicon that stands over ours
	Path  string // the file as people find it: as File, or the user's path
	Line  int    // of its first line, from 1
	Heads []Head
	Own   bool   // whether it is of a user's own lexicon
	Lines []Line // as the file has them, without comments

	codes               []codeLine
	when                []test
	actor, recip, deed  []Slot // in order of preference
	back                *Code  // of the same deed told from the other side; nil for none
	takes               []Slot // whose nouns are part of this deed and tell of none themselves
	reciprocal          bool
	Examples            []Example
	specificity, number int
}

// Rule names the frame in a record: "consult.txt:118 meet".
func (f *Frame) Rule(head string) string {
	return strings.TrimSpace(fmt.Sprintf("%s:%d %s", f.File, f.Line, strings.ReplaceAll(head, "_", " ")))
}

// Types returns the PLOVER types that the frame can give, in order of its lines, each once; "" for CAMEO's family 01.
func (f *Frame) Types() []string {
	var types []string
	seen := map[string]bool{}
	for _, c := range f.codes {
		if !c.none && !seen[c.code.Type] {
			seen[c.code.Type] = true
			types = append(types, c.code.Type)
		}
	}
	return types
}

// names reports whether a role of the frame names a slot.
func (f *Frame) names(s Slot) bool {
	for _, slots := range [][]Slot{f.actor, f.recip} {
		for _, x := range slots {
			if x == s {
				return true
			}
		}
	}
	return false
}
