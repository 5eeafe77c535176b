package reader

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"

	"example.org/demarche/internal/text"
)

// rows yields the articles of a table: RFC 4180, its first row the names of the columns. The separator is the one of
// comma, semicolon and tab that the first line has most of. Unlike encoding/csv, the parser keeps CRLF in quoted fields,
// and bounds what a field that is never closed can take.
func (in *input) rows(yield func(text.Article, error) bool) {
	p := &csvParser{in: in, line: 1, comma: in.separator()}
	header, ok := in.header(yield, p)
	for found := false; ok; {
		at, cells, err := p.row()
		if errors.Is(err, io.EOF) {
			in.end(yield, found)
			return
		}
		found = true
		ok = in.tableRow(yield, at, header, cells, err)
	}
}

// header reads the names of the columns. It reports whether to go on.
func (in *input) header(yield func(text.Article, error) bool, p *csvParser) (names []string, ok bool) {
	_, names, err := p.row()
	if errors.Is(err, io.EOF) {
		in.end(yield, false)
		return nil, false
	}
	for _, n := range names {
		if bad := checkText(n); bad != nil && n != "" && err == nil {
			err = bad.at(in.name, 1)
		}
	}
	if err != nil {
		yield(text.Article{}, err)
	}
	return names, err == nil
}

// tableRow yields the article of one row. It reports whether to go on.
func (in *input) tableRow(yield func(text.Article, error) bool, at int, header, cells []string, err error) bool {
	if err != nil {
		var bad *Error
		return yield(text.Article{}, err) && errors.As(err, &bad) && bad.Err == nil
	}
	if len(cells) != len(header) {
		what := fmt.Sprintf("the row has %d fields, the header %d", len(cells), len(header))
		bad := &Error{What: what, Hint: "put fields that hold the separator or a line end in double quotes"}
		return yield(text.Article{}, bad.at(in.name, at))
	}
	return in.row(yield, at, row{header, func(i int) (string, *Error) { return cells[i], nil }})
}

// separator guesses what parts the fields, from the first line.
func (in *input) separator() byte {
	if strings.HasSuffix(strings.TrimSuffix(strings.ToLower(in.name), ".gz"), ".tsv") {
		return '\t'
	}
	head, _ := in.buf.Peek(4096)
	head, _, _ = bytes.Cut(head, []byte("\n"))
	best := byte(',')
	for _, c := range []byte{';', '\t'} {
		if bytes.Count(head, []byte{c}) > bytes.Count(head, []byte{best}) {
			best = c
		}
	}
	return best
}

// A csvParser reads rows.
type csvParser struct {
	in    *input
	comma byte
	line  int // of the next byte, from 1
}

// A csvRow is a row as it is read.
type csvRow struct {
	data    []byte
	ends    []int // where each field ends in data
	limit   int   // bytes that both may take
	tooLong bool  // they would take more: nothing is kept
	stray   bool  // something stands behind a closing quote
}

func (r *csvRow) add(c byte) {
	if r.room() {
		r.data = append(r.data, c)
	}
}

func (r *csvRow) endField() {
	if r.room() {
		r.ends = append(r.ends, len(r.data))
	}
}

// room reports whether the row can take more, and lets it go where it cannot.
func (r *csvRow) room() bool {
	const word = 8 // bytes of an end
	if len(r.data)+word*len(r.ends) >= r.limit {
		r.tooLong, r.data, r.ends = true, nil, nil
	}
	return !r.tooLong
}

// fields are the row's fields.
func (r *csvRow) fields() []string {
	all, start := string(r.data), 0
	fields := make([]string, len(r.ends))
	for i, end := range r.ends {
		fields[i] = all[start:end]
		start = end
	}
	return fields
}

// row reads the next row that is not an empty line, and the number of its first line. An error is io.EOF, or an *Error;
// one with a cause ends the table.
func (p *csvParser) row() (at int, fields []string, err error) {
	if err := p.skipEmpty(); err != nil {
		return p.line, nil, err
	}
	at = p.line
	r := &csvRow{limit: 2 * p.in.max}
	for more := true; more; {
		if more, err = p.field(r); err != nil {
			return at, nil, err
		}
		r.endField()
	}
	switch {
	case r.tooLong:
		return at, nil, tooLarge("the row", r.limit).at(p.in.name, at)
	case r.stray:
		return at, nil, (&Error{What: "there is text behind a closing quote", Hint: quoteHint}).at(p.in.name, at)
	}
	return at, r.fields(), nil
}

// quoteHint is the remedy for quotes that do not pair.
const quoteHint = "put the whole field in double quotes, and double every quote inside it"

// skipEmpty passes over empty lines, and over a byte-order mark at the beginning.
func (p *csvParser) skipEmpty() error {
	if head, _ := p.in.buf.Peek(3); p.line == 1 && string(head) == "\ufeff" {
		p.in.buf.Discard(3)
	}
	for {
		head, err := p.in.buf.Peek(2)
		switch {
		case len(head) == 0 && errors.Is(err, io.EOF):
			return err
		case len(head) == 0:
			return p.in.broken(err, p.line)
		case head[0] != '\n' && string(head) != "\r\n":
			return nil
		}
		if _, err := p.next(); err != nil {
			return err
		}
	}
}

// next reads a byte. An error is io.EOF, or an *Error with a cause.
func (p *csvParser) next() (byte, error) {
	c, err := p.in.buf.ReadByte()
	if err != nil && !errors.Is(err, io.EOF) {
		return 0, p.in.broken(err, p.line)
	}
	if err == nil && c == '\n' {
		p.line++
	}
	return c, err
}

// peek is the next byte, 0 at the end.
func (p *csvParser) peek() byte {
	b, err := p.in.buf.Peek(1)
	if err != nil {
		return 0
	}
	return b[0]
}

// field reads one field with the separator or line end behind it. It reports whether another follows.
func (p *csvParser) field(r *csvRow) (more bool, err error) {
	if p.peek() == '"' {
		if err := p.quoted(r); err != nil {
			return false, err
		}
		c := p.peek()
		r.stray = r.stray || c != 0 && c != p.comma && c != '\r' && c != '\n'
	}
	for {
		c, err := p.next()
		switch {
		case errors.Is(err, io.EOF), err == nil && c == '\n':
			return false, nil
		case err != nil:
			return false, err
		case c == p.comma:
			return true, nil
		case c == '\r' && (p.peek() == '\n' || p.peek() == 0):
		default:
			r.add(c)
		}
	}
}

// quoted reads what stands between double quotes, two of which stand for one.
func (p *csvParser) quoted(r *csvRow) error {
	at := p.line
	p.in.buf.Discard(1)
	for {
		c, err := p.next()
		if errors.Is(err, io.EOF) {
			return (&Error{What: "a double quote is never closed", Hint: quoteHint}).at(p.in.name, at)
		}
		if err != nil {
			return err
		}
		if c == '"' {
			if p.peek() != '"' {
				return nil
			}
			p.in.buf.Discard(1)
		}
		r.add(c)
	}
}
