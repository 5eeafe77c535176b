package segment

import (
	"strings"

	"example.org/demarche/internal/text"
)

// A closer closes the sentences of a scanned text: it moves the words to their places in the segmentation, with the
// periods of abbreviations put back where they end no sentence.
type closer struct {
	*scanner
	out      []text.Token // words done; shares its memory with scanner.words, never ahead of it
	first    int          // the first word of the open sentence, in out
	opened   int          // the first word of the open sentence, in words
	inDouble bool         // within straight double quotation marks
	dateline int          // where the article's dateline ends, in bytes; 0 if there is none
	limit    limiter

	// judge decides in running text; nil leaves it to the rules.
	judge func(s *scene, i int, ruled shape) bool
}

// close walks over the words and ends sentences.
func (c *closer) close() {
	var s *scene
	if c.judge != nil {
		s = newScene(c)
	}
	c.out = c.words[:0]
	end, ruled := -1, edge // the word that ends the sentence by the rules; the shape of its punctuation
	for i := range c.words {
		if c.gapBefore(i) == empty {
			c.inDouble = false
		}
		if c.isDouble(i) {
			c.inDouble = !c.closesDouble(i)
		}
		if s != nil {
			s.move(i)
		}
		if c.isFinal(i) {
			if last := c.lastCloser(i); c.endsAt(i, last) {
				end, ruled = last, shapeOf(c.form(i), c.traits[i])
			}
		}
		ends := c.ends(s, i, end, ruled)
		// An abbreviation's period stands by itself also where the sentence ends with what closes after it.
		c.put(i, ends || end > i && c.ends(s, end, end, ruled))
		if ends {
			c.limit.close(c, i+1)
		}
	}
}

// ends reports whether a sentence ends after word i, where the rules end it after word end by punctuation of shape ruled.
func (c *closer) ends(s *scene, i, end int, ruled shape) bool {
	if i+1 == len(c.words) || c.gapBefore(i+1) >= hard || c.endsDateline(i) {
		return true
	}
	if i != end {
		ruled = edge
	}
	if s == nil {
		return ruled != edge
	}
	return c.judge(s, i, ruled)
}

// endsDateline reports whether word i, not the last, is the last of the dateline: what it heads is a sentence of its own.
func (c *closer) endsDateline(i int) bool {
	return c.words[i].Span.Start < c.dateline && c.words[i+1].Span.Start >= c.dateline
}

// put moves word i to its place; the period of an abbreviation goes back to its surface token if no sentence ends with it.
func (c *closer) put(i int, ends bool) {
	if c.traits[i]&(weak|strong) == 0 || ends || len(c.out) == c.first {
		c.out = append(c.out, c.words[i])
		return
	}
	last := len(c.out) - 1
	c.out[last].Span.End = c.words[i].Span.End
	for surface := c.out[last].Surface; last >= c.first && c.out[last].Surface == surface; last-- {
		c.out[last].Surface.End = c.words[i].Span.End
	}
}

func (c *closer) gapBefore(i int) gap { return gap(c.traits[i] & gapBits) }

func (c *closer) form(i int) string { return c.text[c.words[i].Span.Start:c.words[i].Span.End] }

// class is the class of the first character of word i.
func (c *closer) class(i int) class {
	k, _ := at(c.text, c.words[i].Span.Start)
	return k
}

// isFinal reports whether word i is punctuation that may end a sentence.
func (c *closer) isFinal(i int) bool {
	if c.class(i) != stop {
		return false
	}
	k, _ := at(c.text, c.words[i].Span.End-1)
	return k != digit && k != letter || strings.HasSuffix(c.form(i), "…")
}

func (c *closer) isDouble(i int) bool { return c.class(i) == quote }

// closesDouble reports whether the straight quotation mark i closes: nothing before it, or else one is open.
func (c *closer) closesDouble(i int) bool {
	before := i > 0 && c.gapBefore(i) == none
	after := i+1 < len(c.words) && c.gapBefore(i+1) == none
	if before != after {
		return before
	}
	return c.inDouble
}

// lastCloser returns the last of the closing brackets, quotation marks and notes like [1] after punctuation i, i itself
// if there is none. It does not go far: notes like [...] hold punctuation themselves, from which it goes on anew.
func (c *closer) lastCloser(i int) int {
	const farthest = 100
	for first := i; i+1 < len(c.words) && i-first < farthest && c.gapBefore(i+1) < hard; {
		switch k := c.class(i + 1); {
		case k == closing && (c.gapBefore(i+1) == none || i+2 == len(c.words) || c.gapBefore(i+2) != none),
			k == quote && c.closesDouble(i+1),
			k == apostrophe && c.gapBefore(i+1) == none && len(c.form(i+1)) <= len("’"):
			i++
		case c.isNote(i + 1):
			i += 3
		case k == invisible, c.isFace(i + 1):
			i++
		default:
			return i
		}
	}
	return i
}

// isNote reports whether word i begins a note of three tokens, such as [1] or [...].
func (c *closer) isNote(i int) bool {
	if i+2 >= len(c.words) || c.form(i) != "[" || c.form(i+2) != "]" {
		return false
	}
	f := c.form(i + 1)
	return isDigits(f) || isEllipsis(f)
}

// isEllipsis reports whether w is "…" or two or more full stops.
func isEllipsis(w string) bool { return w == "…" || strings.HasPrefix(w, "..") }

// isFace reports whether word i is an emoticon.
func (c *closer) isFace(i int) bool {
	f := c.form(i)
	return len(f) > 1 && len(f) < 6 && strings.IndexByte(":;=", f[0]) >= 0
}

// endsAt reports whether punctuation i, with what closes up to word last, ends a sentence.
func (c *closer) endsAt(i, last int) bool {
	next := last + 1
	if next == len(c.words) || c.gapBefore(next) >= hard {
		return true
	}
	switch form := c.form(i); {
	case c.traits[i]&(weak|strong) != 0:
		return c.abbreviationEnds(i, next)
	case form == ".":
		return c.periodEnds(i, last, next)
	case isEllipsis(form):
		return !isLower(c.text, c.words[next].Span.Start) && c.startsSentence(next)
	default:
		return c.exclamationEnds(i, last, next)
	}
}

// startsSentence reports whether word i may be the first of a sentence, going by its first character.
func (c *closer) startsSentence(i int) bool {
	switch k := c.class(i); k {
	case comma, closing, stop, dash, hyphen:
		return false
	case quote:
		return !c.closesDouble(i)
	}
	return true
}

// abbreviationEnds reports whether the period i of an abbreviation ends a sentence, if word next follows.
func (c *closer) abbreviationEnds(i, next int) bool {
	if c.traits[i]&strong != 0 || c.gapBefore(next) == none {
		return false
	}
	form := c.form(next)
	switch c.class(next) {
	case letter:
	case quote, opening:
		return c.startsSentence(next) && next+1 < len(c.words) && isUpper(c.text, c.words[next+1].Span.Start) && form != "(" && form != "["
	default:
		return false
	}
	if !isUpper(form, 0) {
		return false
	}
	initial := len(form) == 1 && next+1 < len(c.words) && c.traits[next+1]&(weak|strong) != 0
	switch c.last(0) {
	case "etc":
		return true
	case "a.m", "p.m", "A.M", "P.M":
		return !isDay(form) && (len(form) > 4 || isLower(form, len(form)-1)) // Monday, EST
	}
	return isOpener(form) && !initial
}

// periodEnds reports whether full stop i, with what closes up to word last, ends a sentence, if word next follows.
func (c *closer) periodEnds(i, last, next int) bool {
	start := c.words[next].Span.Start
	switch {
	case !c.startsSentence(next):
		return false
	case last > i:
		return !isLower(c.text, start)
	case c.gapBefore(next) == none:
		return c.runsTogether(i, next)
	case i > 0 && c.gapBefore(i) != none && c.form(i-1) == ".":
		return isUpper(c.text, start) // . . .
	case i == c.opened+1 || len(c.out)-c.first > 1 && c.last(1) == ":":
		return !isNumbering(c.last(0))
	}
	return true
}

// last returns the form of the last word that was put in its place, or of the one n before it; "" if there is none.
func (c *closer) last(n int) string {
	if n >= len(c.out) {
		return ""
	}
	w := c.out[len(c.out)-1-n].Span
	return c.text[w.Start:w.End]
}

// runsTogether reports whether a sentence ends at full stop i although no space follows: "was over.The next".
func (c *closer) runsTogether(i, next int) bool {
	start, end := c.words[next].Span.Start, c.words[next].Span.End
	before := c.last(0)
	return len(before) > 1 && isLower(before, len(before)-1) && (isUpper(c.text, start) && end-start > 1 || c.class(next) == quote || c.class(next) == opening)
}

// isNumbering reports whether word w is a number or letter that numbers a paragraph.
func isNumbering(w string) bool {
	return len(w) <= 2 && isDigits(w) || len(w) == 1 && (isLower(w, 0) || isUpper(w, 0))
}

// exclamationEnds reports whether the exclamation or question mark i, with what closes up to word last, ends a sentence,
// if word next follows. After a quotation it does not where the words go on with who says it: "Why?" he asked.
func (c *closer) exclamationEnds(i, last, next int) bool {
	if !c.startsSentence(next) {
		return false
	}
	if last == i {
		named := len(c.out)-c.first > 1 && c.form(i) == "!" && isUpper(c.last(0), 0) && !isUpper(c.last(0), len(c.last(0))-1)
		if named && isLower(c.text, c.words[next].Span.Start) {
			return false // Yahoo! said
		}
		return c.gapBefore(next) != none || c.class(next) == letter
	}
	if isLower(c.text, c.words[next].Span.Start) {
		return false
	}
	return !c.namesSpeaker(next)
}

// namesSpeaker reports whether the words from i on are a name or the like and a verb of saying: "Mr. Haddad asked".
func (c *closer) namesSpeaker(i int) bool {
	const longest = 8
	for k := i; k < len(c.words) && k < i+longest && c.gapBefore(k) < hard; k++ {
		switch class := c.class(k); {
		case isSaying(c.form(k)):
			return true
		case class == comma, class == stop && c.traits[k]&(weak|strong) == 0:
			return false
		}
	}
	return false
}

// isSaying reports whether w is a verb by which a quotation is most often given to its speaker.
func isSaying(w string) bool {
	switch w {
	case "said", "says", "asked", "asks", "replied", "added", "told", "shouted", "cried", "wrote", "exclaimed", "demanded", "answered",
		"wondered", "chanted", "yelled":
		return true
	}
	return false
}
