package lexicon

import (
	"io/fs"
	"path"
	"slices"
	"strings"
)

// A File is one file of a lexicon.
type File struct {
	Name string // "consult.txt", for messages with the path by which people find it
	Text string
}

// base is the name without folders.
func (f File) base() string { return path.Base(strings.ReplaceAll(f.Name, `\`, "/")) }

// Own is a lexicon of a user's own. Its entries replace ours headword by headword: where it has the verb "condemn", no entry of
// ours for the verb "condemn" is looked at. Its classes, light verbs and irregular forms are added to ours.
type Own struct {
	Files []File
	Alone bool // nothing of ours is read
	// Petrarch says that the files are PETRARCH's verb dictionaries. They stand in the place of our frames; our classes, which the role
	// finder asks, and irregular forms are read all the same.
	Petrarch bool
	Fault    func(error) // told of each block, of ours too, that is wrong, which is then passed over; if nil, loading fails
}

// ownFolder stands before the names of files of the user's own in rules, so that they are not taken for ours.
const ownFolder = "own/"

// readFiles reads the files of a lexicon in order of their names.
func readFiles(fsys fs.FS) ([]File, error) {
	names, err := fs.Glob(fsys, "*.txt")
	if err != nil {
		return nil, err
	}
	slices.Sort(names)
	files := make([]File, len(names))
	for i, name := range names {
		b, err := fs.ReadFile(fsys, name)
		if err != nil {
			return nil, err
		}
		files[i] = File{name, string(b)}
	}
	return files, nil
}

// addOwn reads a frame of the user's own.
func (l *Lexicon) addOwn(b Block, alone bool) error {
	if err := l.addFrame(b); err != nil {
		return err
	}
	f := l.Frames[len(l.Frames)-1]
	f.Own = !alone
	if f.File = (File{Name: f.Path}).base(); f.Own {
		f.File = ownFolder + f.File
	}
	return nil
}

// override takes the headwords that a user's own frames have away from ours.
func (l *Lexicon) override() {
	type word struct {
		pos  POS
		text string
	}
	own := map[word]bool{}
	for _, f := range l.Frames {
		for _, h := range f.Heads {
			if f.Own {
				own[word{h.POS, h.Text}] = true
			}
		}
	}
	for _, f := range l.Frames {
		if !f.Own {
			f.Heads = slices.DeleteFunc(f.Heads, func(h Head) bool { return own[word{h.POS, h.Text}] })
		}
	}
	l.Frames = slices.DeleteFunc(l.Frames, func(f *Frame) bool { return len(f.Heads) == 0 })
}
