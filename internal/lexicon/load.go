package lexicon

import (
	"errors"
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
	noneFile      = "none.txt"
)

var specialFiles = []string{classesFile, lightFile, irregularFile, noneFile}

// A Lexicon is all frames, ready to be looked up. It is not altered once loaded, and safe for concurrent use.
type Lexicon struct {
	Frames  []*Frame // in order of files and lines
	Classes *Classes

	ontology *ontology.Ontology
	byForm   [Adj + 1]map[string][]entry // by part of speech and form in lower case, the most specific frame first
	lightBy  map[string][]*light
	forms    inflections
	lemmas   map[string]string // of irregular forms
	none     noneWords

	rewritings []rewriting // of PETRARCH's dictionaries
	whole      bool        // whether it is a user's alone
	foreign    bool        // whether the frames come from such a dictionary, which has no examples
}

// An entry is one headword of a frame.
type entry struct {
	frame *Frame
	head  Head
}

// Load reads all files NAME.txt of a lexicon: classes.txt, light.txt, irregular.txt, none.txt, and frames in the others. Codes are
// checked against the ontology. An error names file and line and says what to do; where several blocks are wrong, it tells of each.
func Load(fsys fs.FS, o *ontology.Ontology) (*Lexicon, error) { return LoadOver(fsys, Own{}, o) }

// LoadOver reads a lexicon, and over it a user's own.
func LoadOver(fsys fs.FS, own Own, o *ontology.Ontology) (*Lexicon, error) {
	ours, err := readFiles(fsys)
	if err != nil {
		return nil, err
	}
	if own.Alone {
		ours = nil
	}
	whole := own.Alone || own.Petrarch
	var faults []error
	r := &loading{l: newLexicon(o), fault: func(err error) { faults = append(faults, err) }}
	if own.Fault != nil {
		r.fault = own.Fault
	}
	r.l.whole = whole
	r.read(ours, own)
	if faults != nil {
		return nil, errors.Join(faults...)
	}
	r.l.override()
	r.l.index()
	r.l.lemmas = r.l.forms.lemmas()
	return r.l, nil
}

// Whole reports whether the lexicon is a user's alone, who wants nothing coded but by it.
func (l *Lexicon) Whole() bool { return l.whole }

// newLexicon is a lexicon without entries.
func newLexicon(o *ontology.Ontology) *Lexicon {
	l := &Lexicon{ontology: o, lightBy: map[string][]*light{}, forms: inflections{}, none: noneWords{}}
	for p := range l.byForm {
		l.byForm[p] = map[string][]entry{}
	}
	l.Classes = &Classes{words: map[string]wordSet{}, takers: map[string][]string{}, forms: l.forms}
	return l
}

// loading is the reading of a lexicon's files.
type loading struct {
	l     *Lexicon
	fault func(error) // told of each block that is wrong, which is passed over
}

// read reads what conditions and headwords need first, ours before the user's own, then the frames.
func (r *loading) read(ours []File, own Own) {
	for _, special := range []struct {
		name      string
		read, add func(Block) error // of ours, and of the user's own
	}{
		{irregularFile, r.l.forms.add, r.l.forms.add},
		{classesFile, r.l.Classes.add, r.l.Classes.extend},
		{lightFile, r.l.addLight, r.l.addLight},
		{noneFile, r.l.none.add, r.l.none.add},
	} {
		r.named(ours, special.name, special.read)
		if !own.Petrarch {
			r.named(own.Files, special.name, special.add)
		}
	}
	if own.Petrarch {
		r.l.foreign = true
		for _, f := range own.Files {
			r.l.readPetrarch(f, r.fault)
		}
		return
	}
	r.frames(ours, r.l.addFrame)
	r.frames(own.Files, func(b Block) error { return r.l.addOwn(b, own.Alone) })
}

// named reads the blocks of the file of a name, if it is there.
func (r *loading) named(files []File, name string, read func(Block) error) {
	for _, f := range files {
		if f.base() == name {
			r.blocks(f, read)
		}
	}
}

// frames reads the blocks of the files that hold frames.
func (r *loading) frames(files []File, read func(Block) error) {
	for _, f := range files {
		if !slices.Contains(specialFiles, f.base()) {
			r.blocks(f, read)
		}
	}
}

func (r *loading) blocks(f File, read func(Block) error) {
	blocks, err := ReadBlocks(strings.NewReader(f.Text), f.Name)
	if err != nil {
		r.fault(err)
	}
	for _, b := range blocks {
		if err := read(b); err != nil {
			r.fault(err)
		}
	}
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
