package attribution

import (
	"fmt"
	"slices"

	"example.org/demarche/internal/event"
	"example.org/demarche/internal/lexicon"
)

// setting says what a noun is for a statement: the medium it was made through, or the occasion it was made at.
type setting string

const (
	medium   setting = "medium"
	occasion setting = "occasion"
)

// chain says what a verb does that leads to a cue and belongs to it.
type chain string

const (
	leads  chain = "leads"  // went on to say
	denies chain = "denies" // failed to say
)

var kinds = []event.SourceKind{event.NamedPerson, event.UnnamedOfficial, event.Institution, event.ArmedGroup, event.Witness,
	event.Media, event.Document, event.Author, event.OtherSource}

// addWords takes up a block that lists words: "source witness", "setting medium" or "chain leads", and lines "words".
func (c *Cues) addWords(b lexicon.Block) error {
	head := b.Lines[0]
	for _, l := range b.Lines[1:] {
		if l.Key != "words" {
			return &lexicon.SyntaxError{File: b.File, Line: l.Number, Text: fmt.Sprintf("key %q in a list of words; only \"words\" stands there", l.Key)}
		}
		for _, w := range list(l.Value) {
			switch head.Key {
			case "source":
				c.sources[w] = event.SourceKind(head.Value)
			case "setting":
				c.setting[w] = setting(head.Value)
			case "chain":
				c.chain[w] = chain(head.Value)
			}
		}
	}
	known := head.Key == "chain" && (head.Value == string(leads) || head.Value == string(denies)) || head.Key == "source" && slices.Contains(kinds, event.SourceKind(head.Value)) ||
		head.Key == "setting" && (head.Value == string(medium) || head.Value == string(occasion))
	if !known {
		return &lexicon.SyntaxError{File: b.File, Line: b.Line, Text: fmt.Sprintf("unknown %s %q; a source is one of %v, a setting medium or occasion, a chain leads or denies", head.Key, head.Value, kinds)}
	}
	return nil
}
