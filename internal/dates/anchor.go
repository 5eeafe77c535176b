package dates

import (
	"strings"

	"example.org/demarche/internal/syntax"
)

// anchorOf returns the word that a time expression dates. It climbs from the expression over nouns that no time can be
// said of (people, things) to a noun of event or the verb of the clause: in "a meeting between envoys on Friday" parsers
// often hang Friday on the envoys. A genitive tells whose or of which time a thing is ("last month's winner", "December's
// figures"), not when something was done with it: it stays with its noun.
func anchorOf(t *syntax.Tree, top int) int {
	h := t.Head(top)
	switch {
	case h == syntax.NoHead:
		return top
	case t.Is(top, "nmod:poss"):
		return h
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
// above it; what something goes on since or after is past: "is on alert since Saturday's attack", "is mourning after it".
func tenses(t *syntax.Tree, w int) (past, future bool) {
	behind := false
	for {
		p, f := verbTense(t, w)
		if f && behind && t.XPOS[w] == "VBG" {
			return true, false
		}
		if p || f {
			return p, f
		}
		if t.UPOS[w] == "NOUN" && t.Is(w, "obl", "nmod") {
			switch t.Case(w) {
			case "since":
				return true, false
			case "after", "following", "despite", "over", "amid", "in the wake of":
				behind = true
			}
		}
		if t.Heads[w] == syntax.NoHead || t.Is(w, "acl:relcl") {
			return false, false
		}
		w = t.Head(w)
	}
}

// verbTense reads one word's own tense from its auxiliaries and features.
func verbTense(t *syntax.Tree, w int) (past, future bool) {
	auxiliaries := t.Auxiliaries(w)
	for _, a := range auxiliaries {
		switch l := strings.ToLower(t.Lemmas[a]); {
		case aheadModals[l]:
			return false, true
		case l == "have" || t.Feat(a, "Tense") == "Past":
			return true, false
		}
	}
	switch t.XPOS[w] {
	case "VBD":
		return true, false
	case "VBN":
		ahead := arranged[t.Lemmas[w]] // "is planned for Friday", "a vote scheduled for Friday"
		return !ahead, ahead
	case "VB":
		m := t.Dependent(w, "mark")
		return false, m >= 0 && t.Lemmas[m] == "to" // "is due to meet on Friday"
	case "VBG":
		return false, len(auxiliaries) > 0 // "is leaving on Friday"
	case "VBP", "VBZ":
		return false, timetabled[t.Lemmas[w]] // "the talks open on Friday"
	}
	return false, arranged[t.Lemmas[w]] // "is due on Friday"
}

// aheadModals are auxiliaries after which a time lies ahead.
var aheadModals = map[string]bool{
	"will": true, "shall": true, "may": true, "might": true, "can": true, "must": true, "should": true, "would": true,
}

// arranged are participles and adjectives of what is fixed for a time to come.
var arranged = map[string]bool{"plan": true, "schedule": true, "expect": true, "set": true, "slate": true, "due": true}

// timetabled are verbs whose present tells what is to come.
var timetabled = map[string]bool{"plan": true, "expect": true, "begin": true, "start": true, "open": true, "meet": true, "end": true, "expire": true}
