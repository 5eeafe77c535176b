package segment

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"example.org/demarche/internal/text"
)

// longestChunk is the greatest length of a chunk in bytes; what is longer is cut, at a character's end. It keeps the
// work on one chunk small, whatever the text.
const longestChunk = 1000

// A trait is what the closing of sentences must know of a word besides its characters.
type trait uint8

const (
	gapBits trait = 3      // the gap before the word
	inner   trait = 1 << 2 // the word is not the first of its surface token
	weak    trait = 1 << 3 // the word is the period of an abbreviation, which may end a sentence
	strong  trait = 1 << 4 // the word is the period of an abbreviation that hardly ever ends a sentence
)

// A scanner turns a text into words.
type scanner struct {
	text   string
	words  []text.Token
	traits []trait // one for each word
	start  int     // of the chunk
	end    int     // of the chunk
	gap    gap     // before the word to come
	quoted int     // where the single quotation that is open in this paragraph begins, -1 for none
}

// scan turns all of a text into words.
func (s *scanner) scan() {
	l := newLayout(s.text)
	blankLine := false
	for pos := len(s.text) - len(strings.TrimPrefix(s.text, "\ufeff")); pos < len(s.text); { // a byte-order mark is no part of a word
		var cur line
		cur, pos = cutLine(s.text, pos)
		if cur.start == cur.end {
			blankLine = true
			continue
		}
		if s.gap = l.before(cur, blankLine); s.gap == empty {
			s.quoted = -1
		}
		blankLine = false
		s.scanLine(cur)
	}
}

// scanLine turns a line into words.
func (s *scanner) scanLine(l line) {
	for pos := l.start; pos < l.end; {
		c, n := at(s.text, pos)
		if c == space {
			s.gap = max(s.gap, blank)
			pos += n
			continue
		}
		s.start = pos
		for pos < l.end && pos-s.start < longestChunk {
			if c, n = at(s.text, pos); c == space {
				break
			}
			pos += n
		}
		s.end = pos
		s.scanChunk()
	}
}

// scanChunk turns the chunk into words. Invisible characters go with the token after them, or else with the one before.
func (s *scanner) scanChunk() {
	for p := s.start; p < s.end; {
		q := s.invisible(p)
		kind := trait(0)
		if q < s.end {
			if s.text[q] == '.' {
				kind = s.period(q)
			}
			q = s.invisible(s.token(q))
		}
		s.add(p, q, kind)
		p = q
	}
}

// invisible returns the end of the invisible characters, and of combining marks that have nothing to stand on, at p.
func (s *scanner) invisible(p int) int {
	for p < s.end {
		r, n := utf8.DecodeRuneInString(s.text[p:s.end])
		if c, _ := at(s.text, p); c != invisible && !unicode.IsMark(r) {
			break
		}
		p += n
	}
	return p
}

// token returns the end of the surface token at p.
func (s *scanner) token(p int) int {
	c, n := at(s.text, p)
	first := p == s.start || s.opensBefore(p)
	if first {
		if q := s.address(p); q > p {
			return q
		}
	}
	if q := s.emoticon(p); q > p {
		return q
	}
	switch c {
	case letter, digit:
		return s.word(p)
	case apostrophe:
		return s.apostrophe(p, n)
	case stop:
		return s.stops(p, n, first)
	case hyphen:
		if first && s.is(p+n, digit) {
			return s.number(p + n)
		}
		return s.run(p, n)
	case quote, opening, closing, comma, dash:
		return p + n
	}
	return s.symbol(p, n, first)
}

// symbol returns the end of the symbol at p, n bytes long: a run of the same, an emoji with what modifies it, a signed
// number, a tag (#tag, @user).
func (s *scanner) symbol(p, n int, first bool) int {
	q := s.run(p, n)
	switch c := s.text[p]; {
	case first && c == '+' && s.is(p+n, digit):
		return s.number(p + n)
	case first && (c == '#' || c == '@') && s.is(p+n, letter):
		return s.letters(p + n)
	case c < utf8.RuneSelf:
		return q
	}
	for q < s.end {
		r, n := utf8.DecodeRuneInString(s.text[q:s.end])
		flag := 0x1f1e6 <= r && r <= 0x1f1ff && q == p+n // the second letter of a flag
		skin := 0x1f3fb <= r && r <= 0x1f3ff
		if joined := r == 0x200d; !joined && !flag && !skin && !unicode.IsMark(r) {
			break
		} else if q += n; joined && q < s.end && s.is(q, other) {
			_, n = at(s.text, q)
			q += n
		}
	}
	return q
}

// opensBefore reports whether the character before p, in the same chunk, opens a quotation or bracket, or separates.
func (s *scanner) opensBefore(p int) bool {
	r, n := utf8.DecodeLastRuneInString(s.text[s.start:p])
	c, _ := at(s.text, p-n)
	return c == opening || c == quote || c == apostrophe || c == dash || r == '<' || r == ':' || r == '='
}

// is reports whether the character at p, in the chunk, is of class c.
func (s *scanner) is(p int, c class) bool {
	if p < s.start || p >= s.end {
		return false
	}
	k, _ := at(s.text, p)
	return k == c
}

// run returns the end of the characters at p that all equal the one at p, whose length is n.
func (s *scanner) run(p, n int) int {
	q := p + n
	for q+n <= s.end && s.text[q:q+n] == s.text[p:p+n] {
		q += n
	}
	return q
}

// letters returns the end of the letters, digits and invisible characters at p.
func (s *scanner) letters(p int) int {
	for p < s.end {
		c, n := at(s.text, p)
		if c != letter && c != digit && c != invisible {
			break
		}
		p += n
	}
	return p
}

// stops returns the end of the full stop, ellipsis or run of exclamation and question marks at p: "?!?" is one token.
func (s *scanner) stops(p, n int, first bool) int {
	if s.text[p] == '.' {
		if first && s.is(p+1, digit) {
			return s.number(p + 1) // .5
		}
		return s.run(p, n)
	}
	q := p + n
	for q < s.end && (s.text[q] == '!' || s.text[q] == '?') {
		q++
	}
	return q
}

// apostrophe returns the end of what begins with an apostrophe at p, n bytes long: a word that has lost its beginning
// ('em, '90s), a clitic that stands apart from its word, or a quotation mark.
func (s *scanner) apostrophe(p, n int) int {
	q := s.letters(p + n)
	rest := s.text[p+n : q]
	switch {
	case rest == "":
		s.quoted = -1
		if s.is(p+n, apostrophe) {
			return s.runeEnd(p + n) // '' and `` are one mark
		}
		return p + n
	case isElided(rest), isYears(rest):
		return q
	case p == s.start && q == s.end && isClitic(rest), p > s.start && rest == "s":
		return q
	}
	s.quoted = p + n
	return p + n
}

// isYears reports whether s is a year or decade of two digits.
func isYears(s string) bool {
	s = strings.TrimSuffix(s, "s")
	return len(s) == 2 && strings.Trim(s, "0123456789") == ""
}

// add adds the words of the surface token [p, q).
func (s *scanner) add(p, q int, kind trait) {
	surface := text.Span{Start: p, End: q}
	var cuts [3]int // the starts of clitics, the last one first
	n, end := 0, q
	for n < len(cuts) {
		at := cliticAt(s.text[p:end])
		if at <= 0 || at >= end-p {
			break
		}
		end = p + at
		cuts[n] = end
		n++
	}
	for ; n > 0; n-- {
		s.append(text.Token{Span: text.Span{Start: p, End: cuts[n-1]}, Surface: surface}, kind)
		p, kind = cuts[n-1], inner
	}
	s.append(text.Token{Span: text.Span{Start: p, End: q}, Surface: surface}, kind)
}

// append adds one word.
func (s *scanner) append(w text.Token, kind trait) {
	s.words = append(s.words, w)
	s.traits = append(s.traits, kind|trait(s.gap))
	s.gap = none
}
