package coder

import (
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"example.org/demarche/internal/event"
	"example.org/demarche/internal/lexicon"
)

// sameness is the knowledge of same.txt: words by which reports are told to be of one happening, or of two.
type sameness struct {
	new     map[string]bool            // beside a noun: "another"
	again   map[string]bool            // beside a verb: "again"
	others  map[string]bool            // in the phrase of a side: "other"
	general map[string]map[string]bool // by type, by type and mode, by type and code: forms of nouns for any such deed
	nouns   map[string]map[string]bool // those of them that name a deed, rather than only point at one
	modes   map[string][]string        // by type: modes that may be given to one deed
}

// loadSameness reads same.txt from the root of a file system.
func loadSameness(fsys fs.FS, inflect forms) (*sameness, error) {
	s := &sameness{
		new: map[string]bool{}, again: map[string]bool{}, others: map[string]bool{}, general: map[string]map[string]bool{},
		nouns: map[string]map[string]bool{}, modes: map[string][]string{},
	}
	return s, eachLine(fsys, "same.txt", func(head, l lexicon.Line) bool { return s.add(head, l, inflect) })
}

// eachLine reads a file of blocks line by line, each with the line that heads its block; add reports whether such a block has such a line.
func eachLine(fsys fs.FS, name string, add func(head, l lexicon.Line) bool) error {
	return lexicon.EachBlock(fsys, name, func(b lexicon.Block) error {
		head := b.Lines[0]
		for _, l := range b.Lines[1:] {
			if !add(head, l) {
				return &lexicon.SyntaxError{File: b.File, Line: l.Number, Text: fmt.Sprintf("%q is no line of a block %q; README.md lists them", l.Key, head.Key)}
			}
		}
		return nil
	})
}

// add takes in one line of a block.
func (s *sameness) add(head, l lexicon.Line, inflect forms) bool {
	words := strings.Fields(l.Value)
	switch head.Key + " " + l.Key {
	case "new words":
		for _, w := range words {
			s.new[w] = true
		}
	case "new again":
		for _, w := range words {
			s.again[w] = true
		}
	case "new others":
		for _, w := range words {
			s.others[w] = true
		}
	case "general words":
		addForms(s.general, head.Value, words, lexicon.Noun, inflect)
		addForms(s.nouns, head.Value, words, lexicon.Noun, inflect)
	case "general back":
		addForms(s.general, head.Value, words, lexicon.Noun, inflect)
	case "modes any":
		s.modes[head.Value] = append(s.modes[head.Value], words...)
	default:
		return false
	}
	return true
}

// holds reports whether a set has a word for a deed of an event's type, mode or code. A deed of no mode may be of any that go together.
func (s *sameness) holds(sets map[string]map[string]bool, f *event.Event, word string) bool {
	if sets[f.Type][word] || f.Mode != "" && sets[f.Type+" "+f.Mode][word] || sets[f.Type+" "+f.CAMEO][word] {
		return true
	}
	return f.Mode == "" && slices.ContainsFunc(s.modes[f.Type], func(m string) bool { return sets[f.Type+" "+m][word] })
}

// addForms adds all forms of nouns to the set of a kind of deed.
func addForms(sets map[string]map[string]bool, kind string, words []string, pos lexicon.POS, inflect forms) {
	if sets[kind] == nil {
		sets[kind] = map[string]bool{}
	}
	for _, w := range words {
		for _, form := range inflect(pos, w) {
			sets[kind][form] = true
		}
	}
}
