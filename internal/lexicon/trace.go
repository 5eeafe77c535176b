package lexicon

import (
	"fmt"
	"slices"
	"strings"

	"example.org/demarche/internal/syntax"
)

// A Trace is what came of one frame at one word of a sentence, for those who write frames.
type Trace struct {
	Word  int        // index in the tree
	Found *Candidate // nil if the frame was not taken
	Why   string     // why it was not, or what stands beside the word
}

// Trace says what came of a frame in a sentence, word by word: at words that may be its headwords, or, if there are none, why.
func (l *Lexicon) Trace(t *syntax.Tree, who Referents, f *Frame) []Trace {
	x := &tracer{matcher: l.match(t, who), frame: f}
	var all []Trace
	for i := range t.Tokens {
		if h := x.headAt(i); h != nil {
			all = append(all, x.at(i, *h))
		}
	}
	return all
}

// A tracer looks back at the work of a matcher, for one frame.
type tracer struct {
	*matcher
	frame *Frame
}

// headAt returns the headword of the frame that word i is a form of, whatever its part of speech; nil for none.
func (x *tracer) headAt(i int) *Head {
	var other *Head
	for k := range x.frame.Heads {
		h := &x.frame.Heads[k]
		if h.Word != x.t.Lemmas[i] && !slices.Contains(x.lex.forms.of(h.POS, h.Word), x.t.Lower(i)) {
			continue
		}
		if pos, ok := posOf(x.t, i); ok && pos == h.POS {
			return h
		}
		other = h
	}
	return other
}

// at says what came of the frame at word i.
func (x *tracer) at(i int, h Head) Trace {
	form := x.t.Form(i)
	pos, ok := posOf(x.t, i)
	switch {
	case ok && pos == h.POS && !x.hasHead(pos, i):
		return Trace{Word: i, Why: fmt.Sprintf("%q is looked up as a form of another word", form)}
	case !ok || !x.hasHead(pos, i):
		return Trace{Word: i, Why: fmt.Sprintf("%q is %s here (%s); the entry has it as %s", form, x.t.UPOS[i], x.t.Rels[i], h.POS)}
	}
	for k := range x.found.Candidates {
		if c := &x.found.Candidates[k]; c.Trigger == i && c.Frame == x.frame {
			return Trace{Word: i, Found: c, Why: x.beside(x.tried[i].place)}
		}
	}
	return Trace{Word: i, Why: fmt.Sprintf("%q: %s", form, x.notTaken(i))}
}

// hasHead reports whether the frame has a headword of a part of speech at word i.
func (x *tracer) hasHead(pos POS, i int) bool {
	return slices.ContainsFunc(x.lex.entries(pos, x.t.Lower(i), x.t.Lemmas[i]), func(e entry) bool { return e.frame == x.frame })
}

// notTaken says why the frame was not taken at word i, which may be its headword.
func (x *tracer) notTaken(i int) string {
	tried := x.tried[i]
	for _, p := range tried.passed {
		if p.Frame == x.frame {
			return x.failed(tried.place)
		}
	}
	switch {
	case tried.line != nil && tried.entry.frame == x.frame && tried.line.none:
		return "a line \"code none\" forbids it"
	case tried.line != nil && tried.entry.frame == x.frame:
		return "the word is part of another deed, as its light verb or by a line \"takes\""
	case !x.hasWords(i):
		return "the other words of the headword are not beside it"
	case tried.line != nil:
		return fmt.Sprintf("%s was taken: it has more words in its headword, more conditions, or stands before this entry", tried.entry.frame.Rule(tried.entry.head.Text))
	}
	return "not tried"
}

// hasWords reports whether all words of one of the frame's headwords are there.
func (x *tracer) hasWords(i int) bool {
	p := x.tried[i].place
	return slices.ContainsFunc(x.lex.entries(p.pos, x.t.Lower(i), x.t.Lemmas[i]), func(e entry) bool {
		return e.frame == x.frame && x.headWords(p, e.head) != nil
	})
}

// failed says which tests of the frame are not passed at a place, and what stands in the slots that they ask about.
func (x *tracer) failed(p *place) string {
	var why []string
	for _, w := range x.frame.when {
		if !x.passes(p, x.frame, w) {
			why = append(why, x.unmet(p, w))
		}
	}
	if why != nil {
		return strings.Join(why, "; ")
	}
	for _, c := range x.frame.codes {
		for _, w := range c.when {
			if !x.passes(p, x.frame, w) {
				why = append(why, fmt.Sprintf("code of line %d %s", c.code.Line, x.unmet(p, w)))
				break
			}
		}
	}
	return strings.Join(why, "; ")
}

// unmet is a test that is not passed, with what stands in its slots.
func (x *tracer) unmet(p *place, w test) string {
	var slots []string
	for _, group := range w.groups {
		for _, c := range group {
			if s := x.slot(p, c.slot); !slices.Contains(slots, s) {
				slots = append(slots, s)
			}
		}
	}
	return fmt.Sprintf("%s; there is %s", w.why(), strings.Join(slots, ", "))
}

// slot draws a slot with its words.
func (x *tracer) slot(p *place, s Slot) string {
	var readings []string
	for _, role := range x.fill(p, s, x.frame) {
		var words []string
		for _, w := range role.Words {
			words = append(words, x.t.Form(w))
		}
		readings = append(readings, strings.Join(words, " + "))
	}
	if readings == nil {
		return "no " + string(s)
	}
	return fmt.Sprintf("%s: %s", s, strings.Join(readings, " or "))
}

// silent are the slots that do not say who stands beside a word; the head's are told where they name others than the tree's.
var (
	silent = []Slot{Head0, Governor, Passive, Negated, Modifier}
	byHead = []Slot{Arg0, Arg1, Arg2}
)

// beside draws the slots of a place that are filled.
func (x *tracer) beside(p *place) string {
	var all []string
	told := map[string]bool{}
	for _, s := range allSlots() {
		slot, words, filled := strings.Cut(x.slot(p, s), ": ")
		if !filled || slices.Contains(silent, s) || slices.Contains(byHead, s) && told[words] {
			continue
		}
		told[words] = true
		all = append(all, slot+": "+words)
	}
	return strings.Join(all, "; ")
}

// allSlots are the slots there are: those of grammar, prepositions, those of the head.
func allSlots() []Slot {
	all := slices.DeleteFunc(slices.Clone(named), func(s Slot) bool { return slices.Contains(byHead, s) })
	for _, p := range prepositions {
		all = append(all, Slot(p))
	}
	return append(all, byHead...)
}
