package demarche

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"example.org/demarche/internal/pipeline"
	"example.org/demarche/record"
)

// A Lexicon is what a coder knows of words for deeds, with the tools of those who write it.
type Lexicon = pipeline.Lexicon

// An Entry is one entry of a lexicon.
type Entry = pipeline.Entry

// An Example is one sentence of an entry.
type Example = pipeline.Example

// A Verdict says what the program made of an example.
type Verdict = pipeline.Verdict

// A Draft is an entry made from one sentence.
type Draft = pipeline.Draft

// A Gap is a place where a verb or a noun of event stands between two political actors, and no entry was taken.
type Gap = pipeline.Gap

// A LexiconError says where a file of a lexicon is wrong, and what to do.
type LexiconError = pipeline.LexiconError

// Lexicon returns the coder's lexicon.
func (c *Coder) Lexicon() Lexicon { return c.pipeline.Lexicon() }

// Gaps returns the gaps of an article, in order of text; none if it is not in English. It fails as Code does.
func (c *Coder) Gaps(ctx context.Context, a Article) ([]Gap, error) {
	article, err := a.check()
	if err != nil {
		return nil, err
	}
	return c.pipeline.Lexicon().Gaps(ctx, article, c.stopwatch)
}

// openLexicon reads a user's own lexicon, a file or the files NAME.txt of a folder, and adds it to the hash of what a coder
// knows: the SHA-256 of that hash and of the lexicon's own, each in hexadecimal digits and ended by a newline. The lexicon's own
// is that of the word "over", "alone" or "petrarch" and of names, lengths and bytes of its files.
func openLexicon(o *Options, hash record.Hash) (pipeline.OwnLexicon, record.Hash, error) {
	own := pipeline.OwnLexicon{Alone: o.LexiconAlone, Fault: o.LexiconFault, Petrarch: o.PetrarchVerbs != ""}
	names, use := []string{o.PetrarchVerbs}, "petrarch"
	if !own.Petrarch {
		var err error
		if names, err = lexiconFiles(o.Lexicon); err != nil {
			return own, hash, err
		}
		use = map[bool]string{false: "over", true: "alone"}[o.LexiconAlone]
	}
	h := sha256.New()
	fmt.Fprintln(h, use)
	for _, name := range names {
		b, err := os.ReadFile(name)
		if err != nil {
			return own, hash, lexiconError(name, err)
		}
		fmt.Fprintf(h, "%s\n%d\n%s", filepath.Base(name), len(b), b)
		own.Files = append(own.Files, pipeline.LexiconFile{Name: name, Text: string(b)})
	}
	return own, with(hash, h.Sum(nil)), nil
}

// with is the hash of what a coder knows and of something of the user's, by its own hash.
func with(hash record.Hash, own []byte) record.Hash {
	both := sha256.Sum256(fmt.Appendf(nil, "%s\n%x\n", hash, own))
	return record.Hash(hex.EncodeToString(both[:]))
}

// withFile is with for the bytes of a file.
func withFile(hash record.Hash, b []byte) record.Hash {
	own := sha256.Sum256(b)
	return with(hash, own[:])
}

// lexiconFiles returns the files of a lexicon, in order of name.
func lexiconFiles(path string) ([]string, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, lexiconError(path, err)
	}
	if !info.IsDir() {
		return []string{path}, nil
	}
	folder, err := os.ReadDir(path)
	if err != nil {
		return nil, lexiconError(path, err)
	}
	var names []string
	for _, f := range folder {
		if filepath.Ext(f.Name()) == ".txt" && !f.IsDir() {
			names = append(names, filepath.Join(path, f.Name()))
		}
	}
	if names == nil {
		return nil, fmt.Errorf("lexicon %s: there is no file NAME.txt in the folder; data/lexicon/README.md tells the format", path)
	}
	slices.Sort(names)
	return names, nil
}

func lexiconError(path string, err error) error {
	var p *fs.PathError
	if errors.As(err, &p) {
		err = p.Err
	}
	return fmt.Errorf("lexicon %s: cannot be read: %w", path, err)
}
