package segment

import (
	"strings"
	"unicode/utf8"
)

// A shape is what a word looks like; all that the boundary model knows of punctuation.
type shape uint8

const (
	edge    shape = iota // no word: the paragraph begins or ends
	lower                // small letters
	title                // a capital, then none
	initial              // one capital
	capital              // two capitals or more
	mixed                // any other word of letters
	number
	numbered   // digits and letters
	period     // the full stop
	exclaim    // ! and ? and runs of them
	ellipsis   // two full stops or more
	weakStop   // the period of an abbreviation that may end a sentence
	strongStop // of one that hardly ever does
	colon
	semicolon
	pause // a comma and the like
	openBracket
	closeBracket
	openQuote
	closeQuote
	single // a straight single quotation mark, or an apostrophe alone
	hyphenMark
	dashMark
	clitic
	address // a URL, host or mail box
	face    // an emoticon
	drawn   // a run of one symbol, as is drawn between paragraphs
	symbol  // any other
)

// shapeOf is the shape of a word; that of a straight quotation mark is openQuote.
func shapeOf(w string, t trait) shape {
	switch {
	case t&weak != 0:
		return weakStop
	case t&strong != 0:
		return strongStop
	}
	k, n := at(w, 0)
	switch k {
	case letter, digit, invisible:
		return wordShape(w, t)
	case stop:
		return stopShape(w)
	case comma:
		return commaShape(w)
	case quote, opening, closing:
		return bracketShape(w, k)
	case apostrophe:
		return apostropheShape(w, n, t)
	case hyphen, dash:
		return dashShape(w, k, n)
	}
	return symbolShape(w, n)
}

// stopShape is the shape of what begins with a full stop, an exclamation or a question mark: also .5.
func stopShape(w string) shape {
	switch {
	case w == ".":
		return period
	case isEllipsis(w):
		return ellipsis
	case len(w) > 1 && w[0] == '.':
		return number
	}
	return exclaim
}

// commaShape is the shape of other punctuation: also :) and ;-).
func commaShape(w string) shape {
	switch {
	case w == ":":
		return colon
	case w == ";":
		return semicolon
	case len(w) > 1 && w[0] < utf8.RuneSelf:
		return face
	}
	return pause
}

// bracketShape is the shape of a bracket or a quotation mark of class k.
func bracketShape(w string, k class) shape {
	switch {
	case k == quote:
		return openQuote
	case k == opening && strings.IndexByte("([{", w[0]) >= 0:
		return openBracket
	case k == closing && strings.IndexByte(")]}", w[0]) >= 0:
		return closeBracket
	case k == opening:
		return openQuote
	}
	return closeQuote
}

// apostropheShape is the shape of what begins with an apostrophe, n bytes long: a mark, or a word without its beginning.
func apostropheShape(w string, n int, t trait) shape {
	switch {
	case t&inner != 0:
		return clitic
	case w == "``" || w == "`" || w == "‘":
		return openQuote
	case w == "''":
		return closeQuote
	case len(w) > n:
		return clitic
	}
	return single
}

// dashShape is the shape of hyphens or dashes, the first n bytes long.
func dashShape(w string, k class, n int) shape {
	switch {
	case len(w) > n+3:
		return drawn
	case len(w) > n || k == dash:
		return dashMark
	}
	return hyphenMark
}

// symbolShape is the shape of what begins with any other symbol, n bytes long.
func symbolShape(w string, n int) shape {
	switch {
	case 1 < len(w) && len(w) < 6 && strings.IndexByte("=<^", w[0]) >= 0:
		return face
	case len(w) > n+1:
		return drawn
	}
	return symbol
}

// wordShape is the shape of what begins with a letter or a digit.
func wordShape(w string, t trait) shape {
	if t&inner != 0 {
		return clitic
	}
	upper, small, digits, marks := 0, 0, 0, 0
	for i := range len(w) {
		switch c := w[i]; {
		case 'A' <= c && c <= 'Z':
			upper++
		case 'a' <= c && c <= 'z' || c >= 0x80:
			small++
		case '0' <= c && c <= '9':
			digits++
		case c == '@' || c == '/' || c == ':':
			marks++
		}
	}
	switch {
	case marks > 0 && upper+small > 0 && len(w) > 5 || strings.HasPrefix(w, "www."):
		return address
	case digits > 0 && upper+small == 0:
		return number
	case digits > 0:
		return numbered
	case upper == 0:
		return lower
	case upper == 1 && isUpper(w, 0):
		if len(w) == 1 {
			return initial
		}
		return title
	case small == 0:
		return capital
	}
	return mixed
}
