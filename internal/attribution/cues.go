package attribution

import (
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"example.org/demarche/internal/event"
	"example.org/demarche/internal/lexicon"
)

// A Part is the part of speech of a cue.
type Part string

// The parts of speech.
const (
	Verb        Part = "verb"
	Noun        Part = "noun"
	Adjective   Part = "adjective"
	Adverb      Part = "adverb"
	Preposition Part = "preposition"
	Mark        Part = "mark" // a colon or a dash
)

// A Slot is one part of the tree around a cue that its frame asks for; see data/cues/README.md. Any other word is a
// preposition: the phrase or the -ing clause behind it.
type Slot string

// The slots that are no prepositions.
const (
	SlotClause     Slot = "clause"     // that they left; whether they left; they left; "We left"
	SlotThat       Slot = "that"       // that they left
	SlotQuote      Slot = "quote"      // "We left", and nothing but a quotation
	SlotToDo       Slot = "to-do"      // to leave
	SlotDoing      Slot = "doing"      // leaving
	SlotObject     Slot = "object"     // the report
	SlotComplement Slot = "complement" // a liar, of "call him a liar"
	SlotHearer     Slot = "hearer"     // who is told; no part of the content
	SlotRaised     Slot = "raised"     // the truce to hold, of "the truce appears to hold"
	SlotHolder     Slot = "holder"     // farmers, of "the ruling angered farmers": whose mind it is; the content is the ruling
	SlotAlone      Slot = "alone"      // nothing: a refusal may be without content
	SlotHost       Slot = "host"       // the clause that the cue is set into: reportedly; in his view
)

// A Frame is a list of slots that must all be filled.
type Frame []Slot

// A Cue is one entry of data/cues.
type Cue struct {
	Lemma    string // "say", "point out", "according to"
	Part     Part
	Type     event.AttributionType
	Stance   event.Stance
	Own      event.Stance // where the content is what the speaker will do; "" if Stance holds there, too
	Frames   []Frame      // tried in this order
	Negated  bool         // a cue only where it is negated: "did not respond"
	Active   bool         // a cue only in the active: "is supposed to" supposes nothing
	Light    []string     // lemmas of the light verbs that go with a noun: make, issue
	Examples []Example
	Rule     string // "say.txt:12 say"
}

// An Example is a sentence of ours in which a cue is at work.
type Example struct {
	Line   int
	Marked string // with the source in [ ], the cue in < > and the content in { }
}

// Cues is what the program knows of cues. It is not altered once loaded and may be shared.
type Cues struct {
	All      []*Cue                      // in order of file and line
	byWord   map[key][]*Cue              // by the first word of the lemma, or a form of it
	sources  map[string]event.SourceKind // nouns that tell the kind of a source
	setting  map[string]setting          // nouns for media and occasions
	chain    map[string]chain            // verbs that lead to a cue and belong to it
	hearer   map[string][]string         // by verb: the prepositions, beside "to", that lead to who is told
	scene    map[string]bool             // verbs that set the scene of a statement: "speaking at a rally, he said"
	formulas map[string]bool             // nouns for words of greeting and prayer: "said goodbye" tells nothing
	bodies   map[string]bool             // nouns whose "of" leads to the rest of a body's name: "Court of Appeals"
}

type key struct {
	part Part
	word string
}

// LoadCues reads all .txt files at the root of fsys, in order of their names. Errors name file and line.
func LoadCues(fsys fs.FS) (*Cues, error) {
	files, err := fs.Glob(fsys, "*.txt")
	if err != nil {
		return nil, err
	}
	c := &Cues{
		byWord: map[key][]*Cue{}, sources: map[string]event.SourceKind{}, setting: map[string]setting{}, chain: map[string]chain{},
		hearer: map[string][]string{}, scene: map[string]bool{}, formulas: map[string]bool{}, bodies: map[string]bool{},
	}
	for _, name := range files {
		if err := c.load(fsys, name); err != nil {
			return nil, err
		}
	}
	if len(c.All) == 0 {
		return nil, fmt.Errorf("attribution: no cues: the folder has no .txt file with an entry")
	}
	return c, nil
}

func (c *Cues) load(fsys fs.FS, name string) error {
	return lexicon.EachBlock(fsys, name, func(b lexicon.Block) error {
		if lists[b.Lines[0].Key] != nil {
			return c.addWords(b)
		}
		return c.add(b)
	})
}

// add takes one block up.
func (c *Cues) add(b lexicon.Block) error {
	head := b.Lines[0]
	cue := &Cue{Part: Part(head.Key), Lemma: head.Value, Rule: fmt.Sprintf("%s:%d %s", b.File, b.Line, head.Value)}
	var irregular []string
	for _, l := range b.Lines[1:] {
		var err error
		switch l.Key {
		case "forms":
			irregular = list(l.Value)
		default:
			err = cue.set(l)
		}
		if err != nil {
			return &lexicon.SyntaxError{File: b.File, Line: l.Number, Text: err.Error()}
		}
	}
	if err := cue.check(); err != nil {
		return &lexicon.SyntaxError{File: b.File, Line: b.Line, Text: err.Error()}
	}
	c.All = append(c.All, cue)
	c.index(cue, irregular)
	return nil
}

// set takes up one line of a block.
func (c *Cue) set(l lexicon.Line) error {
	switch l.Key {
	case "type":
		c.Type = event.AttributionType(l.Value)
	case "stance":
		c.Stance = event.Stance(l.Value)
	case "own":
		c.Own = event.Stance(l.Value)
	case "only":
		c.Negated, c.Active = l.Value == "negated", l.Value == "active"
		if !c.Negated && !c.Active {
			return fmt.Errorf("only %q; known: negated, active", l.Value)
		}
	case "light":
		c.Light = list(l.Value)
	case "example":
		c.Examples = append(c.Examples, Example{l.Number, l.Value})
	case "takes":
		for _, f := range list(l.Value) {
			var frame Frame
			for _, s := range strings.Fields(f) {
				frame = append(frame, Slot(s))
			}
			c.Frames = append(c.Frames, frame)
		}
	default:
		return fmt.Errorf("unknown key %q; known: type, stance, own, only, takes, light, forms, example", l.Key)
	}
	return nil
}

// list splits a value at commas.
func list(value string) []string {
	var items []string
	for s := range strings.SplitSeq(value, ",") {
		if s = strings.TrimSpace(s); s != "" {
			items = append(items, s)
		}
	}
	return items
}

var (
	parts   = []Part{Verb, Noun, Adjective, Adverb, Preposition, Mark}
	types   = []event.AttributionType{event.Assertion, event.Belief, event.Knowledge, event.Intention, event.Attitude, event.Refusal}
	stances = []event.Stance{event.Reported, event.Claimed, event.Confirmed, event.Denied, event.Accused, event.Promised,
		event.Threatened, event.Demanded, event.Believed, event.Declined}
)

// check reports what a block lacks.
func (c *Cue) check() error {
	switch {
	case !slices.Contains(parts, c.Part):
		return fmt.Errorf("an entry begins with its part of speech (%v) and its lemma, not with %q", parts, c.Part)
	case c.Lemma == "":
		return fmt.Errorf("an entry needs a lemma behind %q", c.Part)
	case !slices.Contains(types, c.Type):
		return fmt.Errorf("type %q of %q; known: %v", c.Type, c.Lemma, types)
	case !slices.Contains(stances, c.Stance):
		return fmt.Errorf("stance %q of %q; known: %v", c.Stance, c.Lemma, stances)
	case c.Own != "" && !slices.Contains(stances, c.Own):
		return fmt.Errorf("own stance %q of %q; known: %v", c.Own, c.Lemma, stances)
	case len(c.Frames) == 0:
		return fmt.Errorf("%q needs a line \"takes\"", c.Lemma)
	case len(c.Examples) == 0:
		return fmt.Errorf("%q needs a line \"example\"", c.Lemma)
	}
	return nil
}

// index makes the entry known by the forms of its first word.
func (c *Cues) index(cue *Cue, irregular []string) {
	first, _, _ := strings.Cut(cue.Lemma, " ")
	words := append([]string{first}, irregular...)
	switch cue.Part {
	case Verb:
		words = append(words, verbForms(first)...)
	case Noun:
		words = append(words, pluralOf(first))
	}
	slices.Sort(words)
	for _, w := range slices.Compact(words) {
		k := key{cue.Part, w}
		c.byWord[k] = append(c.byWord[k], cue)
		slices.SortStableFunc(c.byWord[k], precedence)
	}
}

// precedence puts entries with more words first, among equals those that ask for negation.
func precedence(a, b *Cue) int {
	if n := b.length() - a.length(); n != 0 || a.Negated == b.Negated {
		return n
	}
	if a.Negated {
		return -1
	}
	return 1
}

// length is the number of words of the cue's lemma.
func (c *Cue) length() int { return len(strings.Fields(c.Lemma)) }

// at returns the entries that a word may belong to, by its form or its lemma, both in lower case.
func (c *Cues) at(part Part, form, lemma string) []*Cue {
	if found := c.byWord[key{part, form}]; found != nil {
		return found
	}
	return c.byWord[key{part, lemma}]
}
