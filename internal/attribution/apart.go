package attribution

import (
	"slices"
	"strings"

	"example.org/demarche/internal/event"
	"example.org/demarche/internal/text"
)

// What the tree makes part of the content, and is none: asides, afterthoughts, and other statements.

// unmarkOtherStatements clears what the article sets beside the content as another statement: "…, although he said it was
// not"; "said that prices would fall and warned of a slump".
func (m *match) unmarkOtherStatements(in []bool) {
	for _, w := range m.tops {
		for d := range m.t.Dependents(w) {
			if d > w && m.inQuote[m.flat(d)] < 0 && (m.isContrary(d) || m.coordinate(d) == m.i) {
				m.unmark(d, in)
			}
		}
	}
}

// isContrary reports whether clause d sets a statement against what it hangs on.
func (s *sentence) isContrary(d int) bool {
	return s.t.Is(d, "advcl") && s.t.Dependent(d, "nsubj") >= 0 && s.marker(d, "although", "though", "while") >= 0 && s.isSpeech(d)
}

// coordinate returns the verb of saying that verb d is coordinated with, if the tree made d part of what is said: in "said
// that prices would fall and warned of a slump" both verbs have the same form, "fall" another. Otherwise it returns -1.
func (s *sentence) coordinate(d int) int {
	if !s.t.Is(d, "conj") || s.t.Head(d) < 0 || !s.isSpeech(d) {
		return -1
	}
	w := s.t.Head(d)
	v, subject := s.t.Head(w), s.t.Dependent(d, "nsubj")
	if v < 0 || w < v || !s.t.Is(w, "ccomp") || s.t.XPOS[v] != s.t.XPOS[d] || subject >= 0 && s.t.UPOS[subject] != "PRON" {
		return -1
	}
	switch s.t.XPOS[d] {
	case "VBD", "VBG":
		if s.hasForm(w, "VBD", "VBP", "VBZ", "VBG") {
			return -1
		}
	case "VBZ", "VBP":
		if subject < 0 || s.t.Feat(subject, "Person") != "3" {
			return -1
		}
	default:
		return -1
	}
	return v
}

// hasForm reports whether predicate w or one of its auxiliaries has one of the tags.
func (s *sentence) hasForm(w int, tags ...string) bool {
	for _, a := range append(s.t.Auxiliaries(w), w) {
		if slices.Contains(tags, s.t.XPOS[a]) {
			return true
		}
	}
	return false
}

// isSpeech reports whether word i is a verb of saying.
func (s *sentence) isSpeech(i int) bool {
	for _, c := range s.cues.at(Verb, s.t.Lower(i), strings.ToLower(s.t.Lemmas[i])) {
		if c.Type == event.Assertion && c.speaks() {
			return true
		}
	}
	return false
}

// withoutAfterthought drops a piece right behind a cue that stands after its content: "on Monday" of "The road is open, he
// said on Monday", which the tree may hang on the content. Content that goes on behind the cue is set off by a comma, and is a quotation if it
// was one before.
func (m *match) withoutAfterthought(pieces []extent, group extent) []extent {
	if m.c.Part != Verb || !m.clausal || !m.contentBefore() && !m.host {
		return pieces
	}
	spoken := false // whether the content before the cue ends with a quotation
	kept := pieces[:0]
	for _, e := range pieces {
		behind := e.lo >= group.hi
		if !behind {
			spoken = m.inQuote[m.lastWord(e)] >= 0 && m.inQuote[group.lo] < 0
		}
		if behind && (!m.setOff(e.lo) || spoken) && m.inQuote[m.firstWord(e)] < 0 {
			continue
		}
		kept = append(kept, e)
	}
	return kept
}

// setOff reports whether word i of the article is punctuation, or stands right behind some.
func (f *finder) setOff(i int) bool { return f.isPunctuation(i) || i > 0 && f.isPunctuation(i-1) }

// asides returns the words of other cues that are set beside the whole sentence, at either end: ", according to witnesses".
func (m *match) asides() []text.Range {
	var rs []text.Range
	for _, d := range m.made {
		if d.cue.Part != Preposition || d.source.empty() {
			continue
		}
		lo, hi := min(d.group.lo, d.source.lo), max(d.group.hi, d.source.hi)
		if r := m.rangeOf(extent{lo, hi}); r.Start <= 1 || m.endsSentence(r.End) {
			rs = append(rs, r)
		}
	}
	return rs
}

// unmarkBeside clears what is set beside a content that the cue is set into: other asides, and clauses after a semicolon.
func (m *match) unmarkBeside(in []bool) {
	for _, w := range m.tops {
		for d := range m.t.Dependents(w) {
			if r := m.t.Subtree(d); m.t.Is(d, "parataxis") && r.Start > 0 && (m.t.Form(r.Start) == ";" || m.t.Form(r.Start-1) == ";") {
				m.unmark(d, in)
			}
		}
	}
}
