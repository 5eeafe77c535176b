package coder

import (
	"io/fs"
	"strings"

	"example.org/demarche/internal/lexicon"
)

// solitary is the knowledge of scope.txt: by type, the words of deeds that count although the text names nobody, or nobody public.
type solitary struct {
	nouns, verbs, vague      map[string]map[string]bool // that count alone: by type, then by form
	publicNouns, publicVerbs map[string]map[string]bool // that only a public body does: likewise
}

// loadSolitary reads scope.txt from the root of a file system.
func loadSolitary(fsys fs.FS, inflect forms) (*solitary, error) {
	s := &solitary{
		nouns: map[string]map[string]bool{}, verbs: map[string]map[string]bool{}, vague: map[string]map[string]bool{},
		publicNouns: map[string]map[string]bool{}, publicVerbs: map[string]map[string]bool{},
	}
	return s, eachLine(fsys, "scope.txt", func(head, l lexicon.Line) bool { return s.add(head, l, inflect) })
}

// add takes in one line of a block.
func (s *solitary) add(head, l lexicon.Line, inflect forms) bool {
	var at map[string]map[string]bool
	pos := lexicon.Noun
	switch head.Key + " " + l.Key {
	case "alone nouns":
		at = s.nouns
	case "alone vague":
		at = s.vague
	case "alone verbs":
		at, pos = s.verbs, lexicon.Verb
	case "public nouns":
		at = s.publicNouns
	case "public verbs":
		at, pos = s.publicVerbs, lexicon.Verb
	default:
		return false
	}
	addForms(at, head.Value, strings.Fields(l.Value), pos, inflect)
	return true
}

// isPublic reports whether only a public body does a deed of a type that a word tells.
func (s *solitary) isPublic(typ string, pos lexicon.POS, form string) bool {
	if pos == lexicon.Noun {
		return s.publicNouns[typ][form]
	}
	return s.publicVerbs[typ][form]
}
