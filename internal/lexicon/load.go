package lexicon

import (
	"io/fs"
	"slices"
	"strings"

	"example.org/demarche/internal/ontology"
)

// The files of the lexicon that hold no frames.
const (
	classesFile   = "classes.txt"
	lightFile     = "light.txt"
	irregularFile = "irregular.txt"
)

// A Lexicon is all frames, ready to be looked up. It is not altered once loaded, and safe for concurrent use.
type Lexicon struct {
	Frames  []*Frame // in order of files and lines
	Classes *Classes

	ontology *ontology.Ontology
	byForm   [Adj + 1]map[string][]entry // by part of speech and form in lower case, the most specific frame first
	lightBy  map[string][]*light
	forms    inflections
}

// An entry is one headword of a frame.
type entry struct {
	frame *Frame
	head  Head
}

// Load reads all files NAME.txt of a lexicon: classes.txt, light.txt, irregular.txt, and frames in the others. Codes are
// checked against the ontology. An error names file and line and says what to do.
func Load(fsys fs.FS, o *ontology.Ontology) (*Lexicon, error) {
	l := &Lexicon{
		ontology: o, lightBy: map[string][]*light{}, forms: inflections{},
	}
	for p := range l.byForm {
		l.byForm[p] = map[string][]entry{}
	}
	l.Classes = &Classes{words: map[string]wordSet{}, forms: l.forms}
	for _, file := range []struct {
		name string
		read func(Block) error
	}{{irregularFile, l.forms.add}, {classesFile, l.Classes.add}, {lightFile, l.addLight}} {
		if err := EachBlock(fsys, file.name, file.read); err != nil {
			return nil, err
		}
	}
	files, err := fs.Glob(fsys, "*.txt")
	if err != nil {
		return nil, err
	}
	slices.Sort(files)
	for _, f := range files {
		if f == classesFile || f == lightFile || f == irregularFile {
			continue
		}
		if err := EachBlock(fsys, f, l.addFrame); err != nil {
			return nil, err
		}
	}
	l.index()
	return l, nil
}

// at is an error at a line of a file.
func at(file string, line int, text string) error { return &SyntaxError{file, line, text} }

// index fills byForm: every form of every headword, the most specific frames first.
func (l *Lexicon) index() {
	for _, f := range l.Frames {
		for _, h := range f.Heads {
			for _, form := range l.forms.of(h.POS, h.Word) {
				l.byForm[h.POS][form] = append(l.byForm[h.POS][form], entry{f, h})
			}
		}
	}
	for _, forms := range l.byForm {
		for _, es := range forms {
			sortEntries(es)
		}
	}
}

// sortEntries puts headwords of more words first, then frames with more "if" conditions, then those that stand earlier.
func sortEntries(es []entry) {
	slices.SortStableFunc(es, func(a, b entry) int {
		if d := len(b.head.Rest) - len(a.head.Rest); d != 0 {
			return d
		}
		if d := b.frame.specificity - a.frame.specificity; d != 0 {
			return d
		}
		return a.frame.number - b.frame.number
	})
}

// entries returns the headwords that word form or lemma of a part of speech can be.
func (l *Lexicon) entries(p POS, form, lemma string) []entry {
	if es := l.byForm[p][form]; es != nil {
		return es
	}
	return l.byForm[p][lemma]
}

// fields parts a value into words.
func fields(s string) []string { return strings.Fields(s) }
