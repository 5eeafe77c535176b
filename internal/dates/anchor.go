package dates

import (
	"strings"

	"example.org/demarche/internal/syntax"
)

// anchorOf returns the word that a time expression dates. It climbs from the expression over nouns that no time can be
// said of (people, things) to a noun of event or the verb of the clause: in "a meeting between envoys on Friday" parsers
// often hang Friday on the envoys.
func anchorOf(t *syntax.Tree, top int) int {
	h := t.Head(top)
	if h == syntax.NoHead {
		return top
	}
	for !isPredicate(t, h) && !isEvent(t, h) {
		up := t.Head(h)
		if up == syntax.NoHead || t.Is(h, "acl:relcl") {
			break
		}
		h = up
	}
	return h
}

// saying returns the cue that an expression dates although the parser hangs it on what is said before: in `"We will step
// down," he said on Friday` the Friday is that of saying. Otherwise it returns the anchor.
func (f *finder) saying(t *syntax.Tree, m *match, anchor int) int {
	for _, a := range f.cues[t.Sentence] {
		if !a.Holds(t.Ref(anchor)) || anchor >= a.Cue.Range.Start || m.start < a.Cue.Range.End {
			continue
		}
		if !verbBetween(t, max(a.Cue.Range.End, a.Source.Range.End), m.start) {
			return a.Cue.Head
		}
	}
	return anchor
}

// verbBetween reports whether a verb stands among the words [start, end).
func verbBetween(t *syntax.Tree, start, end int) bool {
	for w := start; w < end; w++ {
		if t.UPOS[w] == "VERB" || t.Form(w) == ";" {
			return true
		}
	}
	return false
}

// isPredicate reports whether word w is the head of a clause.
func isPredicate(t *syntax.Tree, w int) bool {
	return t.UPOS[w] == "VERB" || t.Dependent(w, "cop") >= 0 || t.Heads[w] == syntax.NoHead
}

// eventNouns are nouns of event that their endings do not betray.
var eventNouns = map[string]bool{
	"attack": true, "war": true, "raid": true, "strike": true, "vote": true, "visit": true, "talk": true, "talks": true, "coup": true,
	"protest": true, "riot": true, "clash": true, "battle": true, "assault": true, "siege": true, "arrest": true, "trial": true,
	"summit": true, "call": true, "speech": true, "statement": true, "interview": true, "blast": true, "crash": true, "arrival": true,
	"death": true, "murder": true, "massacre": true, "march": true, "rally": true, "ceasefire": true, "truce": true, "conference": true,
	"revolt": true, "uprising": true, "offensive": true, "advance": true, "retreat": true, "release": true, "defeat": true, "victory": true,
	"debate": true, "trip": true, "tour": true, "return": true, "fall": true, "verdict": true, "report": true, "embargo": true, "ban": true,
	"decree": true, "treaty": true, "accord": true, "deal": true, "pact": true, "exchange": true, "poll": true, "ballot": true, "fire": true,
	"earthquake": true, "flood": true, "storm": true, "shooting": true, "incident": true, "session": true, "ceremony": true, "event": true,
}

// isEvent reports whether word w is a noun of event.
func isEvent(t *syntax.Tree, w int) bool {
	if t.UPOS[w] != "NOUN" {
		return false
	}
	l := t.Lemmas[w]
	if eventNouns[l] {
		return true
	}
	for _, end := range []string{"ing", "tion", "sion", "ment", "ence", "ance", "sal", "val", "nial"} {
		if len(l) > len(end)+2 && strings.HasSuffix(l, end) && l != "government" && l != "parliament" && l != "building" && l != "department" {
			return true
		}
	}
	return false
}

// tenses says whether the clause of a word is in the past, or looks ahead. A noun of event takes the tense of the verb
// above it.
func tenses(t *syntax.Tree, w int) (past, future bool) {
	for {
		p, f := verbTense(t, w)
		if p || f {
			return p, f
		}
		if t.Heads[w] == syntax.NoHead || t.Is(w, "acl:relcl") {
			return false, false
		}
		w = t.Head(w)
	}
}

// verbTense reads one word's own tense from its auxiliaries and features.
func verbTense(t *syntax.Tree, w int) (past, future bool) {
	for _, a := range t.Auxiliaries(w) {
		switch l := strings.ToLower(t.Lemmas[a]); {
		case l == "will" || l == "shall" || l == "may" || l == "can" || l == "must" || l == "should" || l == "would" && t.XPOS[a] == "MD":
			return false, true
		case l == "have" || t.Feat(a, "Tense") == "Past":
			return true, false
		}
	}
	switch {
	case t.XPOS[w] == "VBD":
		return true, false
	case t.XPOS[w] == "VB" && t.Dependent(w, "mark") >= 0 && t.Lemmas[t.Dependent(w, "mark")] == "to":
		return false, true // "is due to meet on Friday"
	case t.XPOS[w] == "VBN":
		return true, false
	case t.XPOS[w] == "VBP" || t.XPOS[w] == "VBZ":
		return false, t.Lemmas[w] == "plan" || t.Lemmas[w] == "expect" || t.Lemmas[w] == "begin" || t.Lemmas[w] == "open" || t.Lemmas[w] == "meet"
	}
	return false, false
}
