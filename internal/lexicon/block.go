package lexicon

import (
	"bufio"
	"fmt"
	"io"
	"io/fs"
	"path"
	"strings"
)

// A Block is one entry of a knowledge file: lines without an empty line between them.
type Block struct {
	File  string // name of the file, without its folder
	Line  int    // number of its first line, from 1
	Lines []Line
}

// A Line is one line of a block: its first word, and the rest.
type Line struct {
	Number int    // in the file, from 1
	Key    string // up to the first white space
	Value  string // after it, trimmed; without a comment
}

// A SyntaxError says where a knowledge file is wrong, and what to do.
type SyntaxError struct {
	File string
	Line int
	Text string
}

// Error gives file, line and remedy.
func (e *SyntaxError) Error() string { return fmt.Sprintf("%s:%d: %s", e.File, e.Line, e.Text) }

// maxLine is the longest line of a knowledge file in bytes.
const maxLine = 1 << 16

// ReadBlocks reads the blocks of a knowledge file. A line that begins with "#" is a comment and parts nothing; so does
// what follows " #" on a line. A line that begins with white space goes on with the one before it.
func ReadBlocks(r io.Reader, file string) ([]Block, error) {
	sc := bufio.NewScanner(r)
	sc.Buffer(make([]byte, 0, 4096), maxLine)
	var blocks []Block
	open := false
	for n := 1; sc.Scan(); n++ {
		s := strings.TrimSpace(sc.Text())
		if s == "" {
			open = false
			continue
		}
		if s[0] == '#' {
			continue
		}
		if i := strings.Index(s, " #"); i >= 0 {
			s = strings.TrimSpace(s[:i])
		}
		if open && strings.ContainsAny(sc.Text()[:1], " \t") {
			blocks[len(blocks)-1].extend(s)
			continue
		}
		if !open {
			blocks = append(blocks, Block{File: file, Line: n})
			open = true
		}
		b := &blocks[len(blocks)-1]
		b.Lines = append(b.Lines, parseLine(n, s))
	}
	if err := sc.Err(); err != nil {
		return blocks, &SyntaxError{file, 0, "cannot be read: " + err.Error() + "; a line may hold 65,536 bytes"}
	}
	return blocks, nil
}

// extend adds to the value of the block's last line.
func (b *Block) extend(s string) {
	last := &b.Lines[len(b.Lines)-1]
	last.Value = strings.TrimSpace(last.Value + " " + s)
}

func parseLine(n int, s string) Line {
	i := strings.IndexAny(s, " \t")
	if i < 0 {
		return Line{Number: n, Key: s}
	}
	return Line{Number: n, Key: s[:i], Value: strings.TrimSpace(s[i:])}
}

// EachBlock reads the blocks of one file of a file system and hands them to read, up to its first error.
func EachBlock(fsys fs.FS, name string, read func(Block) error) error {
	f, err := fsys.Open(name)
	if err != nil {
		return err
	}
	defer f.Close()
	blocks, err := ReadBlocks(f, path.Base(name))
	if err != nil {
		return err
	}
	for _, b := range blocks {
		if err := read(b); err != nil {
			return err
		}
	}
	return nil
}
