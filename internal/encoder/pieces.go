package encoder

import (
	"unicode"
	"unicode/utf8"
	"unsafe"

	"golang.org/x/text/unicode/norm"
)

// MaxPieces is the greatest length of a sentence in word pieces, the two marks at its ends not counted.
const MaxPieces = positions - 2

// longestPart is how many code points a part may have before it is unknown as a whole.
const longestPart = 100

// longestBytes is how long a part may then be.
const longestBytes = utf8.UTFMax * longestPart

// A cutter cuts words into pieces. A word is cleaned, lower-cased and stripped of accents, divided into parts at
// punctuation, and each part is cut by longest match. Code points go through one by one, so that a word of any length
// takes no more memory than a part.
type cutter struct {
	*vocabulary
	ids    [MaxPieces]int32
	pieces int // of the word so far, in ids; what comes after MaxPieces is dropped
	part   [longestBytes]byte
	size   int // of part, in bytes
	count  int // code points of the part, counted on when it is full
	hashes [longestBytes]uint32
}

// cut returns the pieces of a word, from one to MaxPieces, until the next call.
func (c *cutter) cut(word string) []int32 {
	c.pieces = 0
	for i, r := range word {
		if c.pieces == MaxPieces {
			break
		}
		c.add(r, word[i:])
	}
	c.endPart()
	if c.pieces == 0 {
		c.emit(c.unknown)
	}
	return c.ids[:c.pieces]
}

func (c *cutter) emit(id int32) {
	if c.pieces < MaxPieces {
		c.ids[c.pieces] = id
		c.pieces++
	}
}

// add takes the next code point of a word, at the beginning of rest.
func (c *cutter) add(r rune, rest string) {
	switch {
	case r < utf8.RuneSelf:
		c.addASCII(byte(r))
	case r == utf8.RuneError || unicode.In(r, unicode.Cc, unicode.Cf, unicode.Co):
		// what is not a character has no say
	case unicode.IsSpace(r):
		c.endPart()
	case ideograph(r):
		c.endPart()
		c.addDecomposed(r, rest)
		c.endPart()
	case r >= hangul && r < hangul+11172:
		c.addSyllable(r - hangul)
	default:
		c.addDecomposed(r, rest)
	}
}

func (c *cutter) addASCII(b byte) {
	switch {
	case b >= 'a' && b <= 'z' || b >= '0' && b <= '9':
		c.push(rune(b))
	case b >= 'A' && b <= 'Z':
		c.push(rune(b) + 'a' - 'A')
	case b == ' ' || b == '\t' || b == '\n' || b == '\r':
		c.endPart()
	case b > ' ' && b < 0x7f:
		c.addMark(rune(b))
	}
}

// addMark takes a punctuation mark: a part by itself.
func (c *cutter) addMark(r rune) {
	c.endPart()
	c.push(r)
	c.endPart()
}

// addDecomposed takes the code point beyond ASCII at the beginning of rest, apart (NFD) and without its accents. The
// order into which NFD would bring several accents does not matter: they are stripped.
func (c *cutter) addDecomposed(r rune, rest string) {
	apart := norm.NFD.PropertiesString(rest).Decomposition()
	if apart == nil {
		c.addStripped(r)
	}
	for len(apart) > 0 {
		d, n := utf8.DecodeRune(apart)
		c.addStripped(d)
		apart = apart[n:]
	}
}

func (c *cutter) addStripped(r rune) {
	switch r = unicode.ToLower(r); {
	case r < utf8.RuneSelf:
		c.addASCII(byte(r))
	case unicode.Is(unicode.Mn, r):
	case unicode.IsPunct(r):
		c.addMark(r)
	default:
		c.push(r)
	}
}

const hangul = 0xac00 // the first of the Hangul syllables

// addSyllable takes the n-th Hangul syllable apart by rule (The Unicode Standard, 3.12).
func (c *cutter) addSyllable(n rune) {
	c.push(0x1100 + n/588)
	c.push(0x1161 + n%588/28)
	if n%28 != 0 {
		c.push(0x11a7 + n%28)
	}
}

func (c *cutter) push(r rune) {
	if c.count++; c.count <= longestPart {
		c.size += utf8.EncodeRune(c.part[c.size:], r)
	}
}

// endPart cuts the part that was gathered by greedy longest match; one that cannot be cut is unknown as a whole.
func (c *cutter) endPart() {
	part, first, prefix := unsafe.String(&c.part[0], c.size), c.pieces, ""
	known := c.count <= longestPart
	for known && part != "" {
		id, size := c.longestMatch(prefix, part, &c.hashes)
		if known = size > 0; known {
			c.emit(id)
			part, prefix = part[size:], inner
		}
	}
	if !known {
		c.pieces = first
		c.emit(c.unknown)
	}
	c.size, c.count = 0, 0
}

// ideograph reports whether a code point is one of the CJK ideographs that BERT makes parts by themselves.
func ideograph(r rune) bool {
	switch {
	case r < 0x3400:
		return false
	case r <= 0x4dbf, r >= 0x4e00 && r <= 0x9fff, r >= 0xf900 && r <= 0xfaff:
		return true
	}
	return r >= 0x20000 && r <= 0x2ceaf && !(r >= 0x2a6e0 && r <= 0x2a6ff) && !(r >= 0x2b820 && r <= 0x2b91f) ||
		r >= 0x2f800 && r <= 0x2fa1f
}
