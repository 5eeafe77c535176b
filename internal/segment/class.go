package segment

import (
	"unicode"
	"unicode/utf8"
)

// A class is what a character does in a text.
type class uint8

const (
	other     class = iota // any symbol
	space                  // white space, line ends included
	letter                 // letters, combining marks, the underscore
	digit                  // decimal digits
	invisible              // no width and no meaning of its own
	apostrophe
	quote   // a quotation mark that opens or closes
	opening // a bracket or quotation mark that opens
	closing // a bracket or quotation mark that closes
	hyphen
	dash
	stop  // . ! ? … and their kin
	comma // other punctuation
)

// at returns the class of the character at byte i, and its length in bytes. A byte that is no UTF-8 is of class other.
func at(s string, i int) (class, int) {
	if c := s[i]; c < utf8.RuneSelf {
		return asciiClass(c), 1
	}
	r, n := utf8.DecodeRuneInString(s[i:])
	return classOf(r), n
}

func asciiClass(c byte) class {
	switch {
	case 'a' <= c|0x20 && c|0x20 <= 'z' || c == '_':
		return letter
	case c == ' ' || '\t' <= c && c <= '\r':
		return space
	case '0' <= c && c <= '9':
		return digit
	case c < ' ' || c == 0x7f:
		return invisible
	}
	switch c {
	case '\'', '`':
		return apostrophe
	case '"':
		return quote
	case '(', '[', '{':
		return opening
	case ')', ']', '}':
		return closing
	case '-':
		return hyphen
	case '.', '!', '?':
		return stop
	case ',', ';', ':':
		return comma
	}
	return other
}

// classOf is the class of a character beyond ASCII.
func classOf(r rune) class {
	switch r {
	case '’', 'ʼ', '‘', '‛', '´', 'ʻ', '＇':
		return apostrophe
	case '“', '„', '«', '‟', '‹', '（', '［', '【', '《', '「':
		return opening
	case '”', '»', '›', '）', '］', '】', '》', '」':
		return closing
	case '‐', '‑':
		return hyphen
	case '–', '—', '―', '‒', '−':
		return dash
	case '…', '。', '！', '？', '．':
		return stop
	case '、', '，', '：', '；':
		return comma
	case utf8.RuneError, 'º', 'ª':
		return other
	}
	switch {
	case unicode.IsSpace(r):
		return space
	case unicode.IsLetter(r), unicode.IsMark(r):
		return letter
	case unicode.Is(unicode.Nd, r):
		return digit
	case unicode.Is(unicode.Cf, r), unicode.IsControl(r):
		return invisible
	}
	return other
}

// isUpper reports whether the character at byte i is a capital letter.
func isUpper(s string, i int) bool {
	if i >= len(s) {
		return false
	}
	r, _ := utf8.DecodeRuneInString(s[i:])
	return unicode.IsUpper(r)
}

// isLower reports whether the character at byte i is a small letter.
func isLower(s string, i int) bool {
	if i >= len(s) {
		return false
	}
	r, _ := utf8.DecodeRuneInString(s[i:])
	return unicode.IsLower(r)
}
