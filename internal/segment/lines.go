package segment

import (
	"strings"
	"unicode/utf8"
)

// A gap is what stands before a word.
type gap uint8

const (
	none  gap = iota // nothing: it touches the word before
	blank            // white space, or the end of a soft line
	hard             // the end of a hard line
	empty            // an empty line, or the start of the text
)

// Measures of layout, in bytes.
const (
	shortest  = 25  // a line that goes on in small letters on the next is at least this long
	narrowest = 40  // lines of wrapped text are at least this long
	widest    = 120 // and at most this long; a longer line is a paragraph
)

// A line is a stretch of text, [start, end), with nothing but white space at its edges left out.
type line struct{ start, end int }

// A layout tells soft line ends from hard ones.
type layout struct {
	text    string
	wrapped bool // some line was broken in the midst of a sentence, at a width that is common for wrapped text
	width   int  // of the longest line of the block
	last    line // the line before, if it is in the same block
	goesOn  bool // that line went on from the one before it in small letters
}

// newLayout looks at all lines of a text.
func newLayout(s string) *layout {
	l := &layout{text: s}
	for pos, prev := 0, (line{}); pos < len(s) && !l.wrapped; {
		cur, next := cutLine(s, pos)
		n := prev.end - prev.start
		l.wrapped = narrowest <= n && n <= widest && cur.end > cur.start && isLower(s, cur.start) && !l.endsSentence(prev)
		pos, prev = next, cur
	}
	return l
}

// cutLine returns the line that begins at byte pos, trimmed, and where the next one begins.
func cutLine(s string, pos int) (trimmed line, next int) {
	end := pos
	for end < len(s) && breakAt(s, end) == 0 {
		end++
	}
	next = end
	if end < len(s) {
		next += breakAt(s, end)
	}
	start := pos
	for start < end {
		c, n := at(s, start)
		if c != space {
			break
		}
		start += n
	}
	for end > start {
		r, n := utf8.DecodeLastRuneInString(s[start:end])
		if r < utf8.RuneSelf && asciiClass(byte(r)) != space || r >= utf8.RuneSelf && classOf(r) != space {
			break
		}
		end -= n
	}
	return line{start, end}, next
}

// breakAt is the length of the line break at byte i, 0 if there is none.
func breakAt(s string, i int) int {
	switch c := s[i]; {
	case c > '\r' && c < 0xc2:
		return 0
	case c == '\r' && i+1 < len(s) && s[i+1] == '\n':
		return 2
	case '\n' <= c && c <= '\r':
		return 1
	case c == 0xc2 && strings.HasPrefix(s[i:], "\u0085"):
		return 2
	case c == 0xe2 && (strings.HasPrefix(s[i:], "\u2028") || strings.HasPrefix(s[i:], "\u2029")):
		return 3
	}
	return 0
}

// before returns the gap before line cur, which is not empty. blankLine tells that an empty line stands between it and
// the line before.
func (l *layout) before(cur line, blankLine bool) gap {
	prev, wentOn := l.last, l.goesOn
	l.last, l.goesOn = cur, false
	if blankLine || prev.end == 0 {
		l.measure(cur)
		return empty
	}
	if isLower(l.text, cur.start) && (prev.end-prev.start >= shortest || wentOn) && !l.isItem(cur) {
		l.goesOn = true
		return blank
	}
	if l.isFull(prev, cur) {
		return blank
	}
	return hard
}

// measure sets the width to that of the longest line of the block that begins with the line.
func (l *layout) measure(first line) {
	l.width = 0
	for pos := first.start; pos < len(l.text); {
		cur, next := cutLine(l.text, pos)
		if cur.end == cur.start {
			return
		}
		l.width = max(l.width, cur.end-cur.start)
		pos = next
	}
}

// isFull reports whether line a of wrapped text ends only because the first word of line b did not fit, or is nearly full
// and does not end a sentence.
func (l *layout) isFull(a, b line) bool {
	n := a.end - a.start
	switch {
	case n < narrowest, l.isItem(b), !l.wrapped, l.width > widest, l.isHeading(a, b):
		return false
	case !l.endsSentence(a):
		return 4*n >= 3*l.width
	}
	word := b.start
	for word < b.end {
		c, size := at(l.text, word)
		if c == space {
			break
		}
		word += size
	}
	return n+1+word-b.start > l.width
}

// isItem reports whether a line begins like an item of a list: a bullet, a dash, a number.
func (l *layout) isItem(b line) bool {
	s := l.text[b.start:b.end]
	mark, _, found := strings.Cut(s[:min(len(s), 8)], " ")
	if !found {
		return false
	}
	switch mark {
	case "-", "*", "+", "o", "–", "—", "•", "·", "▪", "■", "●", "►", "◦", "‣":
		return true
	}
	body := strings.TrimLeft(strings.TrimRight(mark, ".)"), "(")
	if len(body) == len(mark) || len(body) == 0 || len(body) > 2 {
		return false
	}
	return strings.Trim(body, "0123456789") == "" || len(body) == 1 && mark[len(mark)-1] == ')' && isLower(body, 0)
}

// isHeading reports whether line a, with b below it, looks like a heading: no punctuation ends it, and b is a byline or
// more than half of a's words have a capital.
func (l *layout) isHeading(a, b line) bool {
	if l.endsSentence(a) {
		return false
	}
	if next := l.text[b.start:b.end]; strings.HasPrefix(next, "By ") && isUpper(next, len("By ")) {
		return true
	}
	words, capitals := 0, 0
	for w := range strings.FieldsSeq(l.text[a.start:a.end]) {
		words++
		if isUpper(w, 0) {
			capitals++
		}
	}
	return 2*capitals > words
}

// endsSentence reports whether a line ends with punctuation that ends a sentence or part of one.
func (l *layout) endsSentence(a line) bool {
	s := strings.TrimRight(l.text[a.start:a.end], "\"'”’)]»")
	if s == "" {
		return true
	}
	r, _ := utf8.DecodeLastRuneInString(s)
	return strings.ContainsRune(".!?…:;", r)
}
