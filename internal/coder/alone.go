package coder

import (
	"slices"
	"strings"

	"example.org/demarche/internal/event"
	"example.org/demarche/internal/lexicon"
	"example.org/demarche/internal/syntax"
)

// standsAlone reports whether an event counts although nobody is named: people in number who protest or are arrested or freed ("tens of
// thousands marched", "about 200 have been released"), bombs, shelling and bans ("bombs went off", "meetings are banned"), a truce or
// custody of which something is said ("the truce came into force"), and what by its nature implies a public or a collective side ("Saturday's
// talks", "violent protests").
func (r *run) standsAlone(t *syntax.Tree, c *lexicon.Candidate, e *event.Event) bool {
	are := func(roles []lexicon.Role, what func(w int) bool) bool {
		return slices.ContainsFunc(firstWords(roles), what)
	}
	number := func(w int) bool { return r.isNumber(t, w) }
	switch {
	case r.isSolitary(t, c, e):
		return true
	case e.Type == "PROTEST":
		return are(c.Actors, number)
	case e.Type == "COERCE" && e.Mode == "arrest" || e.Type == "RETREAT" && e.Mode == "release":
		return are(c.Recipients, number)
	case c.POS == lexicon.Noun:
		return e.CAMEO == "0871" && t.Is(c.Trigger, "nsubj", "nsubj:pass")
	case e.Type == "ASSAULT":
		return r.weaponOf(t, c) >= 0 || r.isHit(t, c) && are(c.Recipients, number)
	}
	return e.Type == "COERCE" && isPublicByNature(e)
}

// isSolitary reports whether a deed's word is one that may stand alone, and tells here of a happening: not of a kind of things ("attack ads",
// "a line of attack", "strikes are rare").
func (r *run) isSolitary(t *syntax.Tree, c *lexicon.Candidate, e *event.Event) bool {
	w, form := c.Trigger, t.Lower(c.Trigger)
	if c.POS != lexicon.Noun {
		return r.solitary.verbs[e.Type][form] && !t.Is(w, "amod", "compound")
	}
	switch {
	case r.solitary.nouns[e.Type][form]:
	case !r.solitary.vague[e.Type][form], !strings.Contains(c.Head, " ") && !r.hasContext(t, e.Type):
		return false
	}
	return !isKindWord(t, w) && !r.isGeneric(t, w, e) && !isOfYear(t, w) && !(e.Type == "ASSAULT" && r.isFigure(t, w))
}

// isMonth reports whether a word is the name of March, beside a word that is no part of a heading.
func isMonth(t *syntax.Tree, w int) bool {
	return w > 0 && t.Form(w) == "March" && t.Form(w-1) == t.Lower(w-1)
}

// isKindWord reports whether noun w says of what kind another is, or of what kind something is: "attack ads", "it was a coup".
func isKindWord(t *syntax.Tree, w int) bool {
	return t.Is(w, "compound", "amod", "flat", "nmod:desc", "list", "xcomp") || t.Dependent(w, "cop") >= 0
}

// isGeneric reports whether noun w speaks of no happening but of such things at large: bare and nowhere ("a mode of attack"), or subject of
// what is always so ("riots are common").
func (r *run) isGeneric(t *syntax.Tree, w int, e *event.Event) bool {
	if d := t.Dependent(w, "det"); d >= 0 {
		return t.Lemmas[d] == "any" || t.Lemmas[d] == "every"
	}
	if e.Type == "CONSULT" && t.Feat(w, "Number") != "Plur" && t.Dependent(w, "nmod:poss", "compound", "nummod") < 0 && !r.isAnchored(t, w) { // "national dialogue"
		return !(t.Is(w, "obj") && r.quad(e) <= 2) || t.Dependent(w, "amod") >= 0
	}
	if t.Dependent(w, "nmod:poss", "amod", "compound", "nummod") >= 0 || r.isAnchored(t, w) {
		return false
	}
	if t.Feat(w, "Number") != "Plur" && !(t.Is(w, "nsubj") && isCopular(t, t.Head(w))) {
		return !t.Is(w, "nsubj", "nsubj:pass") && !(t.Is(w, "obj") && r.quad(e) <= 2) // "resisting arrest", but "sought dialogue"
	}
	h := t.Head(w)
	return t.Is(w, "nsubj") && t.Dependent(h, "cop") >= 0 && t.Feat(t.Dependent(h, "cop"), "Tense") == "Pres"
}

// isOfYear reports whether words before noun w date it with a year, or by a day that stands for one: what is long known ("the 2001 attacks").
func isOfYear(t *syntax.Tree, w int) bool {
	for d := t.Phrase(w).Start; d < w; d++ {
		if l := t.Lower(d); isYear(l) || l == "9/11" || l == "sept." || l == "september" {
			return true
		}
	}
	return false
}

// isYear reports whether a word is a year in digits.
func isYear(s string) bool {
	return len(s) == 4 && (s[:2] == "19" || s[:2] == "20") && '0' <= s[2] && s[2] <= '9' && '0' <= s[3] && s[3] <= '9'
}

// isFigure reports whether what noun w is "of" is nobody and nowhere: "a clash of civilizations".
func (r *run) isFigure(t *syntax.Tree, w int) bool {
	for d := range t.Dependents(w) {
		if t.Is(d, "nmod") && t.Case(d) == "of" {
			m := r.in.Mentions.At(t.Ref(d))
			return r.place[t.Sentence][d] == nil && (m == nil || m.Kind == event.Other)
		}
	}
	return false
}

// isAnchored reports whether noun w is said to be somewhere or at some time.
func (r *run) isAnchored(t *syntax.Tree, w int) bool {
	for d := range t.Dependents(w) {
		if r.place[t.Sentence][d] != nil || r.lexicon.Classes.Holds(t, d, "Time") {
			return true
		}
	}
	return false
}

// hasContext reports whether the text around a vague word tells of violence, for attacks, or of two who may have met, for meetings.
func (r *run) hasContext(t *syntax.Tree, typ string) bool {
	if typ == "CONSULT" {
		return r.mayMeet(t)
	}
	for s := max(0, t.Sentence-near); s <= min(t.Sentence+1, len(r.in.Trees)-1); s++ {
		if r.isArmed(s) {
			return true
		}
	}
	return false
}

// isArmed reports whether a sentence speaks of weapons or of who fights with them; not just of police.
func (r *run) isArmed(s int) bool {
	t := r.in.Trees[s]
	for w := range t.Len() {
		of := func(class string) bool { return r.lexicon.Classes.Holds(t, w, class) }
		if of("Weapon") || of("Fighter") && !of("Police") {
			return true
		}
	}
	return false
}

// mayMeet reports whether a sentence and the one before it speak of two public sides, and of no local body, whose sittings are no talks.
func (r *run) mayMeet(t *syntax.Tree) bool {
	var one *event.Participant
	two := false
	for s := max(0, t.Sentence-1); s <= t.Sentence; s++ {
		for w := range r.in.Trees[s].Len() {
			p := r.in.Participants.At(r.in.Trees[s].Ref(w))
			switch {
			case r.lexicon.Classes.Holds(r.in.Trees[s], w, "Council"):
				return false
			case !p.Public(), p == one:
			case one == nil:
				one = p
			default:
				two = true
			}
		}
	}
	return two
}

// weaponOf returns the weapon that is said to have done a deed, or to have gone off: "bombs destroyed four pylons"; -1 if it was none.
func (r *run) weaponOf(t *syntax.Tree, c *lexicon.Candidate) int {
	words := firstWords(c.Actors)
	if s := t.Subject(c.Trigger); s >= 0 && c.POS == lexicon.Verb && !t.IsPassive(c.Trigger) && t.Dependent(c.Trigger, "obj") < 0 {
		words = append(slices.Clone(words), s)
	}
	for _, w := range words {
		if c.Code.Type == "ASSAULT" && c.POS == lexicon.Verb && r.lexicon.Classes.Holds(t, w, "Weapon") {
			return w
		}
	}
	return -1
}

// isNumber reports whether word w is a number of people left unnamed.
func (r *run) isNumber(t *syntax.Tree, w int) bool {
	return t.UPOS[w] == "NUM" || r.lexicon.Classes.Holds(t, w, "Quantity")
}
