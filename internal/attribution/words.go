package attribution

import (
	"fmt"
	"slices"
	"strings"

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

// lists are the kinds of lists of words, by the key that begins one, each with the values that the key may have.
var lists = map[string][]string{
	"source": {string(event.NamedPerson), string(event.UnnamedOfficial), string(event.Institution), string(event.ArmedGroup), string(event.Witness),
		string(event.Media), string(event.Document), string(event.Author), string(event.OtherSource)},
	"setting": {string(medium), string(occasion)},
	"chain":   {string(leads), string(denies)},
	"hearer":  {"with", "of", "from"},
	"scene":   {"verb"},
	"formula": {"said"},
	"body":    {"of"},
}

// addWords takes up a block that lists words: "source witness", "setting medium" or "hearer with", and lines "words".
func (c *Cues) addWords(b lexicon.Block) error {
	head := b.Lines[0]
	if known := lists[head.Key]; !slices.Contains(known, head.Value) {
		return &lexicon.SyntaxError{File: b.File, Line: b.Line, Text: fmt.Sprintf("unknown %s %q; known: %s", head.Key, head.Value, strings.Join(known, ", "))}
	}
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
			case "hearer":
				c.hearer[w] = append(c.hearer[w], head.Value)
			case "scene":
				c.scene[w] = true
			case "formula":
				c.formulas[w] = true
			case "body":
				c.bodies[w] = true
			}
		}
	}
	return nil
}
