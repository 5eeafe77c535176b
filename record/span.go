package record

import "unicode/utf8"

// A Span is a stretch of the article's text, [Start, End), in Unicode code points.
type Span struct {
	Start int `json:"start" minimum:"0"` // code points before its first
	End   int `json:"end" minimum:"0"`   // code points before what follows it
}

// Len is the number of code points in the span.
func (s Span) Len() int { return s.End - s.Start }

// Cut returns the words that the span covers, "" where it does not lie within the text. It walks the text from its beginning;
// to cut many spans of one long text, keep the text as []rune.
func (s Span) Cut(text string) string {
	from, ok := advance(text, s.Start)
	if !ok || s.End < s.Start {
		return ""
	}
	to, ok := advance(text[from:], s.End-s.Start)
	if !ok {
		return ""
	}
	return text[from : from+to]
}

// advance returns the bytes that the first n code points of s take, and whether s has so many.
func advance(s string, n int) (bytes int, ok bool) {
	for ; n > 0 && bytes < len(s); n-- {
		_, size := utf8.DecodeRuneInString(s[bytes:])
		bytes += size
	}
	return bytes, n == 0
}
