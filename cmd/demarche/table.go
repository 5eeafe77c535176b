package main

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
)

// A table is tab-separated text: no quoting, a header that names the columns, one row a line.
type table struct {
	name    string // of the file, for messages
	in      *bufio.Reader
	line    int // the last one that was read, from 1
	columns []string
}

// A row is one line of a table. With an error it has cells still, empty ones where the line tells none: rows stay in step
// with the input.
type row struct {
	cells []string
	where string // file:line
	err   error
}

// maxRow is the longest line of a table in bytes.
const maxRow = 1 << 20

// openTable reads the header.
func openTable(in io.Reader, name string) (*table, error) {
	t := &table{name: name, in: bufio.NewReaderSize(in, 1<<16)}
	header, err := t.next()
	if err != nil && !errors.Is(err, io.EOF) {
		return nil, fmt.Errorf("%s: %w", t.where(), err)
	}
	if header = strings.TrimPrefix(header, "\ufeff"); header == "" {
		return nil, fmt.Errorf("%s:1: no header; the first line must name the columns", name)
	}
	t.columns = strings.Split(header, "\t")
	return t, nil
}

// column is the place of a column, by its name.
func (t *table) column(name string) (int, error) {
	i := slices.Index(t.columns, name)
	if i < 0 {
		return 0, fmt.Errorf("%s:1: no column %q; the header must name the columns, parted by tabs", t.name, name)
	}
	return i, nil
}

// rows yields the rows behind the header.
func (t *table) rows(yield func(row) bool) {
	for {
		line, err := t.next()
		if errors.Is(err, io.EOF) && line == "" {
			return
		}
		r := row{where: t.where(), cells: strings.Split(line, "\t")}
		if err != nil && !errors.Is(err, io.EOF) {
			r.err = fmt.Errorf("%s: %w", r.where, err)
		} else if len(r.cells) != len(t.columns) {
			r.err = fmt.Errorf("%s: %d columns where the header has %d; tabs part columns, and no field may hold one", r.where, len(r.cells), len(t.columns))
		}
		r.cells = append(r.cells, make([]string, len(t.columns))...)[:len(t.columns)]
		if !yield(r) || err != nil && !errors.Is(err, errLongLine) {
			return
		}
	}
}

func (t *table) where() string { return fmt.Sprintf("%s:%d", t.name, t.line) }

var errLongLine = fmt.Errorf("the line is longer than %d bytes; no sentence is: is a line break missing?", maxRow)

// next reads a line without its end; one that is too long is passed over with errLongLine. The last may come with io.EOF.
func (t *table) next() (string, error) {
	t.line++
	var line []byte
	tooLong := false
	for {
		part, err := t.in.ReadSlice('\n')
		if tooLong = tooLong || len(line)+len(part) > maxRow; !tooLong {
			line = append(line, part...)
		}
		switch {
		case errors.Is(err, bufio.ErrBufferFull):
			continue
		case tooLong && (err == nil || errors.Is(err, io.EOF)):
			return "", errLongLine
		case err != nil && !errors.Is(err, io.EOF):
			return "", fmt.Errorf("cannot be read: %w", reason(err))
		}
		return string(bytes.TrimRight(line, "\r\n")), err
	}
}
