package segment

import "strings"

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
		switch {
		case w == ".":
			return period
		case isEllipsis(w):
			return ellipsis
		case len(w) > 1 && w[0] == '.':
			return number
		}
		return exclaim
	case comma:
		switch w {
		case ":":
			return colon
		case ";":
			return semicolon
		}
		if len(w) > 1 && w[0] < 0x80 {
			return face
		}
		return pause
	case quote, opening, closing:
		return bracketShape(w, k)
	case apostrophe:
		switch {
		case len(w) > n && t&inner == 0 && w != "''" && w != "``" || t&inner != 0:
			return clitic
		case w == "``" || w == "`" || w == "‘":
			return openQuote
		case w == "''":
			return closeQuote
		}
		return single
	case hyphen, dash:
		if len(w) > n+3 {
			return drawn
		}
		if len(w) > n || k == dash {
			return dashMark
		}
		return hyphenMark
	}
	if len(w) > 1 && len(w) < 6 && (w[0] == '=' || w[0] == '<' || w[0] == '^') {
		return face
	}
	if len(w) > n+1 {
		return drawn
	}
	return symbol
}

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
