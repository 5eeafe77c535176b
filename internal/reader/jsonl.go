package reader

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"
	"unicode/utf8"

	"example.org/demarche/internal/text"
)

// lines yields the articles of JSON lines: one object a line, empty lines between them allowed.
func (in *input) lines(yield func(text.Article, error) bool) {
	found := false
	for n := 1; ; n++ {
		line, tooLong, err := in.line()
		if n == 1 {
			line = bytes.TrimPrefix(line, []byte("\ufeff"))
		}
		switch {
		case err != nil && !errors.Is(err, io.EOF):
			yield(text.Article{}, in.broken(err, n))
			return
		case tooLong:
			found = true
			if !yield(text.Article{}, tooLarge("the line", 2*in.max).at(in.name, n)) {
				return
			}
		case len(bytes.TrimSpace(line)) > 0:
			found = true
			if !in.object(yield, n, line) {
				return
			}
		}
		if err != nil {
			break
		}
	}
	in.end(yield, found)
}

// end yields what is to be said when all was read.
func (in *input) end(yield func(text.Article, error) bool, found bool) {
	if !found {
		yield(text.Article{}, (&Error{What: "there is no article in it"}).at(in.name, 0))
		return
	}
	in.unseen(yield)
}

// line reads a line without its end. One that is too long is read to its end and not kept. The last comes with io.EOF.
func (in *input) line() (line []byte, tooLong bool, err error) {
	for {
		part, err := in.buf.ReadSlice('\n')
		if tooLong = tooLong || len(line)+len(part) > 2*in.max; tooLong {
			line = nil
		} else {
			line = append(line, part...)
		}
		if !errors.Is(err, bufio.ErrBufferFull) {
			return bytes.TrimRight(line, "\r\n"), tooLong, err
		}
	}
}

// object yields the article of one line. It reports whether to go on.
func (in *input) object(yield func(text.Article, error) bool, n int, line []byte) bool {
	r, err := objectRow(line)
	if err != nil {
		return yield(text.Article{}, err.at(in.name, n))
	}
	return in.row(yield, n, r)
}

// row yields the article of a row, after what is wrong with it. It reports whether to go on.
func (in *input) row(yield func(text.Article, error) bool, n int, r row) bool {
	a, warning, err := in.article(n, r)
	if err != nil {
		return yield(text.Article{}, err)
	}
	if warning != nil && !yield(text.Article{}, warning) {
		return false
	}
	return yield(a, nil)
}

// objectRow is a JSON object as a row, its fields in order of name.
func objectRow(line []byte) (row, *Error) {
	if !utf8.Valid(line) {
		return row{}, &Error{What: "the line is not UTF-8", Hint: "convert it: iconv -f ENCODING -t UTF-8"}
	}
	var object map[string]json.RawMessage
	if err := json.Unmarshal(line, &object); err != nil || object == nil {
		return row{}, &Error{What: "the line is no JSON object", Err: err, Hint: "each line must hold one whole object: {…}"}
	}
	names := slices.Sorted(maps.Keys(object))
	return row{names, func(i int) (string, *Error) { return scalar(names[i], object[names[i]]) }}, nil
}

// scalar is a JSON value as text: a string's, a number as it is written, "" for null.
func scalar(name string, raw json.RawMessage) (string, *Error) {
	switch c := raw[0]; {
	case c == '"':
		var s string
		err := json.Unmarshal(raw, &s)
		if err != nil {
			return "", &Error{What: fmt.Sprintf("the field %q cannot be read", name), Err: err}
		}
		return s, nil
	case c == '-' || '0' <= c && c <= '9':
		return string(raw), nil
	case c == 'n':
		return "", nil
	}
	return "", &Error{What: fmt.Sprintf("the field %q holds no text", name), Hint: "name another, or make it a string"}
}
