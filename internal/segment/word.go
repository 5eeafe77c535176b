package segment

import (
	"strings"
	"unicode/utf8"
)

// word returns the end of the word at p, which begins with a letter or digit: letters and digits, and what links them.
// A number ends before its unit: "750" of "750km".
func (s *scanner) word(p int) int {
	q := s.letters(p)
	if s.is(p, digit) {
		q = s.number(p)
		rest := s.letters(q)
		if s.isUnit(q, rest) {
			return q
		}
		q = rest
	}
	for q < s.end {
		next := s.link(p, q)
		if next == q {
			break
		}
		q = next
	}
	return q
}

// number returns the end of the number at p: digits, with points, commas before three digits, and what stands within
// times (10:30), dates (19/7/2011), fractions and telephone numbers.
func (s *scanner) number(p int) int {
	if q := s.dashed(p); q > p {
		return q
	}
	q := s.digits(p)
	for s.is(q+1, digit) {
		switch s.text[q] {
		case '.', ':', '/':
		case ',':
			if !s.isGroup(q + 1) {
				return q
			}
		default:
			return q
		}
		q = s.digits(q + 1)
	}
	return q
}

// isGroup reports whether three digits stand at p, or two before more of them as in Indian numbers (1,00,000).
func (s *scanner) isGroup(p int) bool {
	end := s.digits(p)
	return end-p == 3 || end-p == 2 && s.is(end+1, digit) && s.text[end] == ',' && s.isGroup(end+1)
}

// digits returns the end of the digits at p.
func (s *scanner) digits(p int) int {
	for p < s.end {
		c, n := at(s.text, p)
		if c != digit {
			break
		}
		p += n
	}
	return p
}

// dashed returns the end of the telephone number, postal code or date with hyphens at p: 555-0134, 19-07-2011,
// 2011-07-19. It returns p if there is none, as in 5-10 and 2003-2007.
func (s *scanner) dashed(p int) int {
	q := p
	for q < s.end && (s.text[q] == '-' || '0' <= s.text[q] && s.text[q] <= '9') {
		q++
	}
	for q > p && s.text[q-1] == '-' {
		q--
	}
	var lengths [5]byte // of the groups of digits, as digits
	n := 0
	for group := range strings.SplitSeq(s.text[p:q], "-") {
		if len(group) == 0 || len(group) > 5 || n == len(lengths) {
			return p
		}
		lengths[n] = '0' + byte(len(group))
		n++
	}
	switch l := string(lengths[:n]); l {
	case "112", "122", "212", "222", "114", "124", "214", "224", "422", "412", "421", "411", "54":
		return q
	default:
		if strings.HasSuffix(l, "34") {
			return q
		}
	}
	return p
}

// link returns the end of the word that begins at p and goes on after q by a joint and more letters; q if it does not.
func (s *scanner) link(p, q int) int {
	c, n := at(s.text, q)
	after := q + n
	switch {
	case c == apostrophe:
		return s.linkApostrophe(p, q, after)
	case c == hyphen && !s.is(p-1, hyphen) && isPrefix(s.text[p:q]) && (s.is(after, letter) || s.is(after, digit)):
		return s.letters(after)
	case s.text[q] == '.' && s.isInitials(p, q):
		return s.letters(after)
	case s.text[q] == '&' && isCapitals(s.text[p:q]) && s.is(after, letter) && isCapitals(s.text[after:s.letters(after)]):
		return s.letters(after)
	case s.text[q] == '/' && isSlashed(s.text[p:s.letters(after)]):
		return s.letters(after)
	case s.text[q] == '$' && isCapitals(s.text[p:q]) && s.is(after, digit):
		return after // US$
	case s.text[q] == '*' && s.is(s.run(q, 1), letter):
		return s.letters(s.run(q, 1))
	}
	return q
}

// linkApostrophe is link for an apostrophe at q: "O'Brien", "Sana'a", "she's", and "rebels'" where no quotation ends.
func (s *scanner) linkApostrophe(p, q, after int) int {
	switch {
	case s.is(after, letter) && !s.is(q-1, digit), s.is(after, letter) && s.text[after] == 's':
		return s.letters(after)
	case s.quoted >= 0 && !s.inSpeech(p, after), s.is(after, digit), s.is(after, apostrophe):
		return q
	case strings.IndexByte("sxzSXZ", s.text[q-1]) >= 0 && q-p > 1:
		return after // rebels', Chavez'
	}
	return q
}

// inSpeech reports whether the single quotation that is open is speech, which does not end with the word at p: it began
// with a capital letter and another word, and small letters follow at byte after. 'The rebels' leader is dead,' he said.
func (s *scanner) inSpeech(p, after int) bool {
	return s.quoted < p && isUpper(s.text, s.quoted) && after+1 < len(s.text) && s.text[after] == ' ' && isLower(s.text, after+1)
}

// isInitials reports whether the full stop at q stands between single letters, as in "U.S" and "a.m", or in one of few
// other abbreviations that have a full stop within.
func (s *scanner) isInitials(p, q int) bool {
	end := s.letters(q + 1)
	if end == q+1 {
		return false
	}
	switch s.text[p:end] {
	case "Ph.D", "M.Sc", "B.Sc", "Ed.D", "D.Phil", "M.Phil", "Lt.Col", "Lt.Gen", "Maj.Gen":
		return true
	}
	_, n := utf8.DecodeLastRuneInString(s.text[p:q])
	alone := q-n == p || s.text[q-n-1] == '.'
	return alone && s.is(q+1, letter) && s.runeEnd(q+1) == end && !s.is(q-1, digit)
}

// runeEnd returns the end of the character at p.
func (s *scanner) runeEnd(p int) int {
	_, n := at(s.text, p)
	return p + n
}

// isCapitals reports whether s is one to three capital letters, as beside the "&" of "AT&T".
func isCapitals(s string) bool {
	return 0 < len(s) && len(s) <= 3 && strings.Trim(s, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == ""
}

// isSlashed reports whether s is an abbreviation with a slash.
func isSlashed(s string) bool {
	switch strings.ToLower(s) {
	case "w/", "w/o", "w/out", "c/o", "n/a", "a/c", "s/he", "b/w", "l/c":
		return true
	}
	return false
}

// isPrefix reports whether s is a prefix that stays joined to its word by a hyphen; other words are cut at hyphens.
func isPrefix(s string) bool {
	if s == "UN" {
		return false // UN-backed
	}
	switch strings.ToLower(s) {
	case "anti", "ante", "arch", "bi", "co", "counter", "cross", "de", "e", "ex", "extra", "hyper", "infra", "inter", "intra",
		"macro", "mega", "meta", "micro", "mid", "mini", "mono", "multi", "neo", "non", "over", "para", "pre", "post",
		"pro", "proto", "pseudo", "re", "semi", "socio", "sub", "super", "supra", "sur", "trans", "tri", "ultra", "un",
		"under", "uni":
		return true
	}
	return false
}

// isUnit reports whether the letters [p, q) right after a number are a unit of measure, which is a word of its own.
func (s *scanner) isUnit(p, q int) bool {
	switch s.text[p:q] {
	case "km", "kms", "cm", "mm", "m", "mi", "ft", "in", "yd", "yds", "kg", "kgs", "g", "mg", "lb", "lbs", "oz", "t", "L", "l", "ml", "cc",
		"k", "K", "M", "MM", "mn", "mln", "bn", "b", "B", "tn", "trn", "am", "pm", "AM", "PM", "mph", "kph", "kmh", "km²", "ha", "sq",
		"W", "kW", "KW", "MW", "GW", "Wh", "kWh", "MWh", "GWh", "Hz", "kHz", "MHz", "GHz", "kb", "KB", "MB", "GB", "TB", "mb", "gb",
		"h", "hr", "hrs", "hours", "min", "mins", "minutes", "sec", "secs", "yr", "yrs", "years", "days", "x", "C", "F",
		"percent", "pct", "pc", "million", "billion", "hh", "dpi", "rpm", "psi", "kt", "kts", "nm", "ppm":
		return true
	case "a", "A", "P": // a.m.
		rest := s.text[q:s.end]
		return len(rest) > 1 && rest[0] == '.' && rest[1]|0x20 == 'm'
	case "p": // pence, p.m.
		return true
	}
	return false
}
