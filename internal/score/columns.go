package score

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"iter"
	"strconv"
	"strings"
	"unicode"
)

// maxLine is how many bytes a line of a file in columns can have.
const maxLine = 16 << 20

// A block is one sentence of a file in columns (CoNLL-U, IOB2), with the comments before it.
type block struct {
	newDocument  bool   // "# newdoc" stands before it
	id           string // of that, "" if it has none
	newParagraph bool
	text         string    // of "# text"
	layout       string    // of "# global.Entity", GUM's order of the fields of an entity
	rows         []wordRow // words and multiword tokens in order; none where a document begins without a sentence
}

// A wordRow is the line of a word or of a multiword token.
type wordRow struct {
	line int // from 1
	col  []string
}

// multiword returns the numbers of the words of a multiword token, "3-4" in the first column.
func (r wordRow) multiword() (first, last int, ok bool) {
	a, b, ok := strings.Cut(r.col[0], "-")
	first, errA := strconv.Atoi(a)
	last, errB := strconv.Atoi(b)
	return first, last, ok && errA == nil && errB == nil
}

// blocks yields the sentences of a file whose words have so many columns. After an error nothing more comes. Empty nodes are
// passed over.
func blocks(r io.Reader, columns int) iter.Seq2[block, error] {
	return func(yield func(block, error) bool) {
		lines := bufio.NewScanner(r)
		lines.Buffer(nil, maxLine)
		p := blockReader{columns: columns}
		for lines.Scan() {
			done, err := p.take(strings.TrimRight(lines.Text(), "\r"))
			if err != nil {
				yield(block{}, err)
				return
			}
			if done != nil && !yield(*done, nil) {
				return
			}
		}
		err := lines.Err()
		if errors.Is(err, bufio.ErrTooLong) {
			err = fmt.Errorf("line %d: longer than %d MB: is it a file of words in columns?", p.line+1, maxLine>>20)
		}
		if err != nil {
			yield(block{}, err)
		} else if last := p.end(); last != nil {
			yield(*last, nil)
		}
	}
}

// A blockReader is in the midst of a file.
type blockReader struct {
	columns int // of a word
	line    int // from 1
	block   block
}

// take takes one line, and returns the block that it shows to be at its end.
func (p *blockReader) take(l string) (done *block, err error) {
	p.line++
	switch {
	case strings.TrimSpace(l) == "":
		if len(p.block.rows) > 0 {
			done = p.end()
		}
	case l[0] == '#':
		if isNewDocument(l) {
			done = p.end()
		}
		p.block.comment(l)
	default:
		col := strings.Split(l, "\t")
		if len(col) != p.columns {
			return nil, fmt.Errorf("line %d: %d columns: it ought to have %d, parted by tabs", p.line, len(col), p.columns)
		}
		if !strings.Contains(col[0], ".") {
			p.block.rows = append(p.block.rows, wordRow{p.line, col})
		}
	}
	return done, nil
}

// end returns the block that was being read, nil if none was begun.
func (p *blockReader) end() *block {
	if !p.block.newDocument && len(p.block.rows) == 0 {
		return nil
	}
	b := p.block
	p.block = block{}
	return &b
}

// isNewDocument reports whether a comment begins a document.
func isNewDocument(comment string) bool {
	key, _, _ := strings.Cut(comment[1:], "=")
	key = strings.TrimSpace(key)
	return key == "newdoc" || key == "newdoc id"
}

// comment takes what a comment says.
func (b *block) comment(line string) {
	key, value, _ := strings.Cut(line[1:], "=")
	key, value = strings.TrimSpace(key), strings.TrimPrefix(value, " ")
	switch {
	case isNewDocument(line):
		b.newDocument, b.id = true, strings.TrimSpace(value)
	case key == "newpar", key == "newpar id":
		b.newParagraph = true
	case key == "text":
		b.text = value
	case key == "global.Entity":
		b.layout = value
	}
}

// addText adds a sentence to the raw text of a document: sentences are joined by a space, paragraphs by an empty line.
func (b block) addText(to *strings.Builder) {
	if b.text == "" {
		return
	}
	if to.Len() > 0 {
		to.WriteString(map[bool]string{false: " ", true: "\n\n"}[b.newParagraph])
	}
	to.WriteString(b.text)
}

// squash is s without white space.
func squash(s string) string {
	return strings.Map(func(r rune) rune {
		if isBlank(r) {
			return -1
		}
		return r
	}, s)
}

// isBlank reports whether r is white space as Python's str.isspace has it.
func isBlank(r rune) bool {
	return unicode.IsSpace(r) || unicode.Is(unicode.Zs, r) || 0x1c <= r && r <= 0x1f
}
