package text

import "unicode/utf8"

// stride is how many bytes lie between two marks of CodePoints; a power of two.
const stride = 64

// CodePoints converts byte offsets into one text to code points. It is made once for a text, in linear time, and keeps
// four bytes for every 64 of the text, nothing for pure ASCII.
type CodePoints struct {
	text  string
	marks []int32 // code points that begin before byte i*stride; nil where every byte is one
}

// NewCodePoints counts the code points of s, which must be UTF-8 and shorter than 2 GiB.
func NewCodePoints(s string) *CodePoints {
	c := &CodePoints{text: s}
	if ascii(s) {
		return c
	}
	c.marks = make([]int32, 0, len(s)/stride+1)
	n := int32(0)
	for at := 0; at <= len(s); at += stride {
		c.marks = append(c.marks, n)
		n += starts(s[at:min(at+stride, len(s))])
	}
	return c
}

// Of is the number of code points that begin before a byte offset of the text: the position of the code point that begins
// there. An offset within a code point counts it; offsets outside the text are taken as its ends.
func (c *CodePoints) Of(offset int) int {
	offset = max(0, min(offset, len(c.text)))
	if c.marks == nil {
		return offset
	}
	mark := offset / stride
	return int(c.marks[mark] + starts(c.text[mark*stride:offset]))
}

// ascii reports whether every byte of s is a code point.
func ascii(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// starts counts the code points that begin in s.
func starts(s string) int32 {
	n := int32(0)
	for i := range len(s) {
		if utf8.RuneStart(s[i]) {
			n++
		}
	}
	return n
}
