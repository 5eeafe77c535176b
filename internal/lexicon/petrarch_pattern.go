package lexicon

import (
	"fmt"
	"strings"
)

// A petrarchPattern is a pattern as the lines of a frame.
type petrarchPattern struct {
	line  int
	code  string
	lines []Line
}

// pattern reads "$ * {ARMS SHIPMENT} (TO BORDER) [072]". "$" is who acts, "+" on whom, "%" both sides; bare words are nouns (before the
// verb's "*" also words above it and auxiliaries), "{…}" a phrase whose last word is the head, "(…)" a preposition with its phrase.
func (p *petrarch) pattern(n int, s string) error {
	s, code, err := p.cutCode(n, s)
	switch {
	case err != nil:
		return err
	case code == "":
		return at(p.file, n, "the pattern has no code; write it behind the pattern as [020], or [---] to code nothing")
	case strings.Count(s, "*") != 1:
		return at(p.file, n, `the pattern must have one "*", which stands for the verb`)
	}
	b := &patternReader{actor: "subject"}
	before, after, _ := strings.Cut(s, "*")
	for k, side := range []string{before, after} {
		items, err := petrarchItems(side)
		if err != nil {
			return at(p.file, n, err.Error())
		}
		b.after = k == 1
		b.items(items)
	}
	if b.both {
		b.lines = append(b.lines, Line{Key: "reciprocal"})
	}
	b.lines = append(b.lines, Line{Key: "actor", Value: b.actor}, Line{Key: "recipient", Value: firstOf(b.recipient, defaultSides[1].Value)})
	if b.tests != nil {
		b.lines = append(b.lines, Line{Key: "if", Value: strings.Join(b.tests, " and ")})
	}
	p.patterns = append(p.patterns, petrarchPattern{n, code, b.lines})
	return nil
}

// A petrarchItem is a word, synset or phrase of a pattern, or a parenthesis.
type petrarchItem struct {
	words []string       // several for "{…}"
	in    []petrarchItem // what a parenthesis holds
}

// petrarchItems parts one side of a pattern.
func petrarchItems(s string) ([]petrarchItem, error) {
	var all []petrarchItem
	for s = strings.TrimSpace(s); s != ""; s = strings.TrimSpace(s) {
		switch s[0] {
		case '{', '(':
			closing := map[byte]string{'{': "}", '(': ")"}[s[0]]
			end := strings.Index(s, closing)
			if end < 0 {
				return nil, fmt.Errorf("%q is not closed by %q", s[:1], closing)
			}
			item := petrarchItem{words: strings.Fields(strings.ToLower(s[1:end]))}
			if s[0] == '(' {
				in, err := petrarchItems(s[1:end])
				if err != nil {
					return nil, err
				}
				item = petrarchItem{in: in}
			}
			if len(item.words)+len(item.in) == 0 {
				return nil, fmt.Errorf("there is nothing in %q", s[:end+1])
			}
			all, s = append(all, item), s[end+1:]
		default:
			end := strings.IndexAny(s, " \t{(")
			if end < 0 {
				end = len(s)
			}
			all, s = append(all, petrarchItem{words: []string{strings.ToLower(s[:end])}}), s[end:]
		}
	}
	return all, nil
}

// A patternReader gathers the lines of one pattern.
type patternReader struct {
	after            bool // behind the verb
	both             bool
	actor, recipient string
	tests            []string // conditions that all must hold
	lines            []Line
}

// items reads one side of a pattern. A bare preposition goes with what follows it.
func (b *patternReader) items(items []petrarchItem) {
	for i := 0; i < len(items); i++ {
		x := items[i]
		switch {
		case x.in != nil:
			b.phrase(x.in)
		case b.after && len(x.words) == 1 && isSlotWord(x.words[0]) && i+1 < len(items) && items[i+1].in == nil:
			b.phrase(items[i : i+2])
			i++
		case b.after:
			b.item(x, "object", "iobject", "complement", "infinitive", "gerund", "that", "modifier", "subject")
		default:
			b.item(x, "subject", "governor", "auxiliary", "modifier")
		}
	}
}

// isSlotWord reports whether a word of a pattern is a preposition that names a slot.
func isSlotWord(w string) bool { return Slot(strings.Trim(w, "_")).IsPreposition() }

// phrase reads a preposition and what it marks.
func (b *patternReader) phrase(items []petrarchItem) {
	preposition := strings.Trim(strings.Join(items[0].words, "_"), "_")
	if !isSlotWord(preposition) { // a particle, or a conjunction, that our trees hang on the verb
		b.items(items[:1])
		b.items(items[1:])
		return
	}
	if len(items) == 1 {
		b.tests = append(b.tests, preposition+" or modifier is "+preposition)
		return
	}
	slots := []string{preposition}
	switch preposition {
	case "to":
		slots = append(slots, "infinitive", "iobject")
	case "off", "out", "up", "down", "over", "in", "on": // "broke off talks": a particle before the object
		if w := strings.Join(items[1].words, "_"); w != "+" && w != "$" && w != "%" {
			slots = append(slots, "object")
			b.tests = append(b.tests, preposition+" or modifier is "+preposition)
		}
	}
	for _, x := range items[1:] {
		b.item(x, slots...)
	}
}

// item reads a side or a word that one of the slots is to hold.
func (b *patternReader) item(x petrarchItem, slots ...string) {
	switch w := strings.Join(x.words, "_"); w {
	case "$":
		if b.after {
			b.actor = slots[0]
			if b.actor == "object" || b.actor == "by" {
				b.actor = "subject"
			}
		}
	case "+":
		if b.recipient = slots[0]; !b.after {
			b.recipient = "object" // before a verb in the passive
		}
	case "%":
		b.both, b.recipient = true, "with between"
	case "^": // any words
	case "not", "never":
		b.tests = append(b.tests, "negated")
	default:
		w = petrarchWord(x.words)
		var terms []string
		for _, slot := range slots {
			terms = append(terms, slot+" is "+w)
		}
		b.tests = append(b.tests, strings.Join(terms, " or "))
	}
}

// petrarchWord is how our conditions write a word, a synset, or a phrase by its head and the word before that.
func petrarchWord(words []string) string {
	if words[0][0] == '&' {
		return synsetClass(words[0])
	}
	parts := strings.Split(strings.Join(words, "_"), "_")
	if exact := parts[len(parts)-1] == ""; exact { // "ARMS_": no other forms
		parts = parts[:len(parts)-1]
		return strings.Join(parts[max(0, len(parts)-2):], "_") + "_"
	}
	return strings.Join(parts[max(0, len(parts)-2):], "_")
}
