package reader

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"example.org/demarche/internal/text"
)

// bufferSize is how many bytes an input is read in at a time.
const bufferSize = 64 << 10

// An input is an open stream, its gzip undone.
type input struct {
	name      string
	format    Format
	fields    Fields
	published string // YYYY-MM-DD; "" to ask the input
	max       int    // bytes of an article
	buf       *bufio.Reader
	gzipped   bool
	seen      map[string]bool // fields asked for by name that some line had
}

// open looks at the first bytes of a stream, and at the options.
func open(r io.Reader, name string, o Options) (*input, error) {
	in := &input{name: name, format: o.Format, fields: o.Fields, max: o.MaxArticle, seen: map[string]bool{}}
	if in.format == "" {
		in.format, _ = FormatOf(name)
	}
	if in.max <= 0 {
		in.max = MaxArticle
	}
	if o.Published != "" {
		day, ok := text.ParseDay(o.Published)
		if !ok {
			return nil, badDay(o.Published, "write it as YYYY-MM-DD").at(name, 0)
		}
		in.published = day
	}
	in.buf = bufio.NewReaderSize(r, bufferSize)
	return in, in.unfold()
}

// unfold undoes gzip, which is known by its first two bytes.
func (in *input) unfold() error {
	if head, _ := in.buf.Peek(2); !bytes.Equal(head, []byte{0x1f, 0x8b}) {
		return nil
	}
	in.gzipped = true
	z, err := gzip.NewReader(in.buf)
	if err != nil {
		return in.broken(err, 0)
	}
	in.buf = bufio.NewReaderSize(z, bufferSize)
	return nil
}

// broken is the error for a stream that cannot be read further.
func (in *input) broken(err error, line int) *Error {
	e := &Error{What: "cannot be read", Err: err}
	if in.gzipped {
		e.What, e.Hint = "its gzip stream is damaged", "fetch or compress the file again"
	}
	return e.at(in.name, line)
}

// whole reads the rest of a stream that holds one article.
func (in *input) whole() ([]byte, *Error) {
	b, err := io.ReadAll(io.LimitReader(in.buf, int64(in.max)+1))
	if err != nil {
		return nil, in.broken(err, 0)
	}
	if len(b) > in.max {
		return nil, tooLarge("it", in.max).at(in.name, 0)
	}
	return b, nil
}

// tooLarge is the error for what goes beyond a limit.
func tooLarge(what string, limit int) *Error {
	return &Error{What: fmt.Sprintf("%s has more than %s", what, size(limit)), Hint: "one article can have no more: split it"}
}

// size is a number of bytes for people.
func size(n int) string {
	if n >= 1<<20 {
		return fmt.Sprintf("%d MB", n>>20)
	}
	return fmt.Sprintf("%d bytes", n)
}

// checkText returns what makes a text no article: emptiness, NULs, another encoding. Line is where.
func checkText(s string) *Error {
	if strings.TrimSpace(strings.TrimPrefix(s, "\ufeff")) == "" {
		return &Error{What: "there is no text in it"}
	}
	if strings.HasPrefix(s, "\xff\xfe") || strings.HasPrefix(s, "\xfe\xff") {
		return &Error{What: "it is in UTF-16, not UTF-8", Hint: "convert it: iconv -f UTF-16 -t UTF-8"}
	}
	if i := strings.IndexByte(s, 0); i >= 0 {
		return &Error{Line: lineAt(s, i), What: "it holds NUL bytes, as text does not", Hint: "give the text, not a binary file"}
	}
	if i := invalid(s); i >= 0 {
		return &Error{Line: lineAt(s, i), What: fmt.Sprintf("byte %d is not UTF-8", i), Hint: "convert it: iconv -f ENCODING -t UTF-8"}
	}
	return nil
}

// invalid is the offset of the first byte that is not UTF-8, -1 if all are.
func invalid(s string) int {
	if utf8.ValidString(s) {
		return -1
	}
	for i, r := range s {
		if r == utf8.RuneError && !strings.HasPrefix(s[i:], "\ufffd") {
			return i
		}
	}
	return -1
}

// lineAt is the number of the line that an offset lies in.
func lineAt(s string, offset int) int { return 1 + strings.Count(s[:offset], "\n") }
