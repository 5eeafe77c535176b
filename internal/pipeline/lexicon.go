package pipeline

import (
	"slices"
	"strings"

	"example.org/demarche/internal/lexicon"
)

// OwnLexicon is a lexicon of a user's own.
type OwnLexicon = lexicon.Own

// A LexiconFile is one file of a lexicon.
type LexiconFile = lexicon.File

// A LexiconError says where a file of a lexicon is wrong.
type LexiconError = lexicon.SyntaxError

// A Lexicon is what a pipeline knows of words for deeds, with the tools of those who write it. It is safe for concurrent use.
type Lexicon struct{ p *Pipeline }

// Lexicon returns the pipeline's lexicon.
func (p *Pipeline) Lexicon() Lexicon { return Lexicon{p} }

// An Entry is one entry of a lexicon, a frame.
type Entry struct {
	Path  string   // of its file: "consult.txt", or the user's
	Line  int      // of its first line, from 1
	Heads []string // "meet", "hand_over", as the file has them
	Text  string   // its lines as the file has them, without comments

	frame *lexicon.Frame
}

// An Example is one sentence of an entry.
type Example struct {
	Entry   Entry
	Line    int
	Text    string
	Counter bool // the entry must find nothing in it

	example *lexicon.Example
}

// Entries returns all entries, in order of files and lines, a user's own behind ours.
func (l Lexicon) Entries() []Entry {
	frames := l.p.words.lexicon.Frames
	all := make([]Entry, len(frames))
	for i, f := range frames {
		all[i] = entryOf(f)
	}
	return all
}

func entryOf(f *lexicon.Frame) Entry {
	e := Entry{Path: f.Path, Line: f.Line, Text: drawn(f.Lines), frame: f}
	for _, h := range f.Heads {
		e.Heads = append(e.Heads, h.Text)
	}
	return e
}

// drawn is the lines of a block, their values under one another.
func drawn(lines []lexicon.Line) string {
	var b strings.Builder
	for _, l := range lines {
		b.WriteString(l.Key)
		if l.Value != "" {
			b.WriteString(strings.Repeat(" ", max(1, valueColumn(l.Key)-len(l.Key))))
			b.WriteString(l.Value)
		}
		b.WriteByte('\n')
	}
	return b.String()
}

// valueColumn is where the value of a line begins: sentences follow their sign at once.
func valueColumn(key string) int {
	if key == "+" || key == "-" {
		return len("+ ")
	}
	return len("actor  ")
}

// Examples returns the sentences of an entry, in order of lines.
func (e Entry) Examples() []Example {
	all := make([]Example, len(e.frame.Examples))
	for i := range all {
		x := &e.frame.Examples[i]
		all[i] = Example{Entry: e, Line: x.Line, Text: x.Text, Counter: x.Counter, example: x}
	}
	return all
}

// Has reports whether a word is a headword of the entry, or a form of the word that triggers one: "attacks", "hand over".
func (l Lexicon) Has(e Entry, word string) bool {
	word = strings.ReplaceAll(strings.ToLower(word), " ", "_")
	return slices.ContainsFunc(e.frame.Heads, func(h lexicon.Head) bool {
		return h.Text == word || slices.Contains(l.p.words.lexicon.Forms(h.POS, h.Word), word)
	})
}

// A Use is another place where a lexicon holds a word.
type Use struct {
	Kind string // "class Money", "light verb", "none: speech"
	POS  string // "verb", "noun", "adj"; "" for classes
}

// Uses returns the classes that hold a word, whether it is a light verb, and why it has no entry if none.txt says so.
func (l Lexicon) Uses(word string) []Use {
	word = strings.ReplaceAll(strings.ToLower(word), " ", "_")
	var all []Use
	for _, c := range l.p.words.lexicon.Classes.With(word) {
		all = append(all, Use{Kind: "class " + c})
	}
	if l.p.words.lexicon.IsLight(word) {
		all = append(all, Use{Kind: "light verb", POS: lexicon.Verb.String()})
	}
	for _, pos := range []lexicon.POS{lexicon.Verb, lexicon.Noun, lexicon.Adj} {
		if why := l.p.words.lexicon.None(pos, word); why != "" {
			all = append(all, Use{Kind: "none: " + why, POS: pos.String()})
		}
	}
	return all
}
