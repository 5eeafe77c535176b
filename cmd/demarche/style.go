package main

import (
	"io"
	"os"
	"strconv"
	"strings"
	"unicode/utf8"

	"golang.org/x/term"
)

// A style draws on a terminal, or on plain paper. It is the one place that knows about colours and width.
type style struct {
	colour bool
	width  int // columns
}

// newStyle looks at where output goes: colours only on a terminal that has them, and only where NO_COLOR (no-color.org) is not
// set. The page is as wide as the terminal, 120 columns at most, and elsewhere as COLUMNS says.
func newStyle(out io.Writer) style {
	s := style{width: 100}
	if n, err := strconv.Atoi(os.Getenv("COLUMNS")); err == nil {
		s.width = max(n, narrowest)
	}
	if !isTerminal(out) {
		return s
	}
	if w, _, err := term.GetSize(int(out.(*os.File).Fd())); err == nil && w > 0 {
		s.width = max(min(w, 120), narrowest)
	}
	s.colour = os.Getenv("NO_COLOR") == "" && os.Getenv("TERM") != "dumb"
	return s
}

// narrowest is the least width of a page in columns.
const narrowest = 20

// isTerminal reports whether a stream is a terminal.
func isTerminal(stream any) bool {
	f, ok := stream.(*os.File)
	return ok && term.IsTerminal(int(f.Fd()))
}

// A mark is what a stretch of an article is drawn as.
type mark int

// The marks, of which a later one is drawn over an earlier one.
const (
	plain mark = iota
	actorMark
	sourceMark
	cueMark
	eventMark
)

// pens are the colours of marks, and the brackets that stand for them on plain paper.
var pens = map[mark]struct{ colour, open, close string }{
	actorMark:  {"\x1b[32m", "", ""},
	sourceMark: {"\x1b[36;1m", "‹", "›"},
	cueMark:    {"\x1b[33m", "_", "_"},
	eventMark:  {"\x1b[35;1m", "[", "]"},
}

const reset = "\x1b[0m"

// draw is text as a mark is drawn.
func (s style) draw(m mark, text string) string {
	if m == plain {
		return text
	}
	if s.colour {
		return pens[m].colour + text + reset
	}
	return pens[m].open + text + pens[m].close
}

// bold and faint are emphasis, nothing on plain paper.
func (s style) bold(text string) string  { return s.emphasis("\x1b[1m", text) }
func (s style) faint(text string) string { return s.emphasis("\x1b[2m", text) }

func (s style) emphasis(code, text string) string {
	if !s.colour || text == "" {
		return text
	}
	return code + text + reset
}

// rule is a line across the page, with a heading in it.
func (s style) rule(heading string) string {
	heading = cut(heading, s.width-5)
	n := s.width - utf8.RuneCountInString(heading) - 4
	return s.bold("── "+heading+" ") + s.faint(strings.Repeat("─", max(n, 1)))
}

// wrap breaks text into lines of the page's width; first begins the first line, and rest the others. Escape sequences take
// no room.
func (s style) wrap(text, first, rest string) string {
	var b strings.Builder
	b.WriteString(first)
	col, fresh := shown(first), true
	for _, w := range strings.Fields(text) {
		if n := shown(w); !fresh && col+1+n > s.width {
			b.WriteString("\n" + rest)
			col, fresh = shown(rest), true
		}
		if !fresh {
			b.WriteByte(' ')
			col++
		}
		b.WriteString(w)
		col, fresh = col+shown(w), false
	}
	return b.String()
}

// shown is the number of columns that text takes.
func shown(text string) int {
	n := 0
	for i := 0; i < len(text); {
		if text[i] == '\x1b' {
			for i < len(text) && text[i] != 'm' {
				i++
			}
			i++
			continue
		}
		_, size := utf8.DecodeRuneInString(text[i:])
		i += size
		n++
	}
	return n
}
