package coder

import (
	"slices"

	"example.org/demarche/internal/event"
	"example.org/demarche/internal/syntax"
)

// sameSufferer reports whether e speaks again of those whom f struck: by a name for who was brought up without one ("a geologist was
// abducted … Piotr Nowak was abducted"), or by a noun or pronoun that takes them up ("three inmates were captured … the men were captured").
func (r *run) sameSufferer(f, e *event.Event) bool {
	if !isOnce(e) || len(f.Recipients) == 0 || len(e.Recipients) != 1 || clash(f.Actors, e.Actors) {
		return false
	}
	if len(f.Recipients) > 1 {
		return r.takesUpAll(f, e)
	}
	x, y := f.Recipients[0], e.Recipients[0]
	if !isHuman(x.Participant) || !isHuman(y.Participant) || r.isMany(x) != r.isMany(y) || !r.couldBe(x, y) {
		return false
	}
	if x.Participant == y.Participant && r.isTakenUp(y) {
		t, w := r.headOf(y)
		return t.UPOS[w] != "PROPN" && e.Trigger.Sentence-f.Trigger.Sentence <= near
	}
	if y.Participant.Named {
		return !x.Participant.Named && !r.isTakenUp(x) && !r.isMany(y) && len(f.Counts) == 0
	}
	return r.isTakenUp(y) && e.Trigger.Sentence-f.Trigger.Sentence <= near
}

// takesUpAll reports whether e speaks, in one word, of all those whom f struck, told a short while ago: "captured a courier and five guards … the
// captured men".
func (r *run) takesUpAll(f, e *event.Event) bool {
	y := e.Recipients[0]
	for _, x := range f.Recipients {
		if !isHuman(x.Participant) || x.Participant != y.Participant && !r.couldBe(x, y) {
			return false
		}
	}
	return isHuman(y.Participant) && r.isMany(y) && r.isTakenUp(y) && e.Trigger.Sentence-f.Trigger.Sentence <= near
}

// isOnce reports whether a deed is hardly done to somebody twice in one report: arrest, abduction, killing, release, expulsion, conviction, and charges
// of nobody in particular.
func isOnce(e *event.Event) bool {
	return e.QuadClass == 4 || e.Type == "RETREAT" && e.Mode == "release" || e.Type == "ACCUSE" && e.Mode == "allege" && len(e.Actors) == 0
}

// isHuman reports whether a participant is one person or several, rather than a body.
func isHuman(p *event.Participant) bool {
	return p.Kind == event.EntityPerson || p.Kind == event.EntityRole || p.Kind == event.EntityPeople || p.Kind == event.EntityArmedGroup && !p.Named
}

// couldBe reports whether two who are people can be one as far as name, country and sector tell.
func (r *run) couldBe(x, y event.Side) bool {
	a, b := x.Participant, y.Participant
	if a == b {
		return true
	}
	vague := func(p *event.Participant) bool { return p.Sector == "" || p.Sector == "CVL" || p.Sector == "UAF" }
	state := func(p *event.Participant) bool {
		return slices.Contains([]string{"GOV", "MIL", "COP", "SPY"}, p.Sector)
	}
	if state(a) && b.Sector == "UAF" || state(b) && a.Sector == "UAF" {
		return false
	}
	return !(a.Named && b.Named) && (vague(a) || vague(b) || a.Sector == b.Sector || state(a) && state(b)) &&
		(a.Country == "" || b.Country == "" || a.Country == b.Country || !r.tellsCountry(x) || !r.tellsCountry(y))
}

// tellsCountry reports whether a side's words may name a country, rather than take it from the text around: "the captive" of Italian rebels may be
// anybody.
func (r *run) tellsCountry(s event.Side) bool {
	if s.Participant.Named || s.Range.Empty() {
		return true
	}
	t := r.in.Trees[s.Range.Sentence]
	for w := s.Range.Start; w < s.Range.End; w++ {
		if c := t.Form(w)[0]; w > 0 && c >= 'A' && c <= 'Z' {
			return true
		}
	}
	return false
}

// isDetail reports whether e tells how the violence of f, told just before, came about: what those did whom it takes up ("gunmen attacked a hotel …
// they fired rockets"), or what happened while those who suffered it were about something ("the convoy was on its way home when militants opened fire").
func (r *run) isDetail(f, e *event.Event) bool {
	if e.Type != "ASSAULT" || e.Trigger.Sentence-f.Trigger.Sentence > 1 {
		return false
	}
	if r.isBombAgain(f, e) {
		return true
	}
	if len(f.Actors) == 0 || len(e.Actors) == 0 {
		return false
	}
	if clash(f.Actors, e.Actors) || clash(f.Recipients, e.Recipients) || isNamed(f.Actors) != isNamed(e.Actors) && agree(f.Actors, e.Actors) == 0 {
		return false
	}
	t := r.in.Trees[e.Trigger.Sentence]
	w := t.Clause(e.Trigger.Token)
	if m := t.Dependent(w, "mark", "advmod"); t.Is(w, "advcl") && m >= 0 && t.Lemmas[m] == "when" {
		return slices.ContainsFunc(e.Recipients, r.isTakenUp)
	}
	return agree(f.Actors, e.Actors) > 0 && slices.ContainsFunc(e.Actors, r.isTakenUp)
}

// isBombAgain reports whether e tells that the bomb, or the bomber, of f went off: "killed by a bomb … the bomb exploded near a school".
func (r *run) isBombAgain(f, e *event.Event) bool {
	if !isBombing(f) || !isBombing(e) || clash(f.Recipients, e.Recipients) {
		return false
	}
	t := r.in.Trees[e.Trigger.Sentence]
	w := t.Dependent(e.Trigger.Token, "nsubj", "nsubj:pass")
	return w >= 0 && t.UPOS[e.Trigger.Token] == "VERB" && hasArticle(t, w) && t.Dependent(w, "amod", "acl:relcl", "nummod") < 0 &&
		(r.lexicon.Classes.Holds(t, w, "Weapon") || t.Lemmas[w] == "bomber" || t.Lemmas[w] == "attacker")
}

// isBombing reports whether something was blown up.
func isBombing(e *event.Event) bool { return e.Mode == "explosives" || e.Mode == "suicide-attack" }

// isNamed reports whether one of the sides has a name.
func isNamed(sides []event.Side) bool {
	return slices.ContainsFunc(sides, func(s event.Side) bool { return s.Participant.Named })
}

// headOf is the word of a side's phrase that all others hang on; -1 if the side has no words.
func (r *run) headOf(s event.Side) (*syntax.Tree, int) {
	if s.Range.Empty() {
		return nil, -1
	}
	t := r.in.Trees[s.Range.Sentence]
	for w := s.Range.Start; w < s.Range.End; w++ {
		if h := t.Head(w); h < s.Range.Start || h >= s.Range.End {
			return t, w
		}
	}
	return t, s.Range.Start
}

// isMany reports whether a side's words speak of several people.
func (r *run) isMany(s event.Side) bool {
	t, w := r.headOf(s)
	return w >= 0 && (t.Feat(w, "Number") == "Plur" || t.Dependent(w, "nummod") >= 0 && t.Lower(t.Dependent(w, "nummod")) != "one")
}

// strikesAnother reports whether e's noun tells of what befell somebody new, by another noun than f: "killed a bishop … the death of a nun".
func (r *run) strikesAnother(f, e *event.Event) bool {
	if len(f.Recipients) != 1 || len(e.Recipients) != 1 {
		return false
	}
	t, w := r.headOf(e.Recipients[0])
	u, v := r.headOf(f.Recipients[0])
	if w < 0 || v < 0 || t.Lemmas[w] == u.Lemmas[v] || t.Sentence != e.Trigger.Sentence || t.Head(w) != e.Trigger.Token {
		return false
	}
	d := t.Dependent(w, "det")
	return d >= 0 && t.Lemmas[d] == "a" && t.UPOS[w] == "NOUN" && u.UPOS[v] == "NOUN"
}

// areAsMany reports whether not one person suffers one of the deeds and several the other.
func (r *run) areAsMany(f, e *event.Event) bool {
	return len(f.Recipients) != 1 || len(e.Recipients) != 1 || r.isMany(f.Recipients[0]) == r.isMany(e.Recipients[0])
}

// isTakenUp reports whether a side's words take up somebody known: with a definite article, a demonstrative, or a possessor, or as a pronoun; not
// those of whom part is meant ("half of them").
func (r *run) isTakenUp(s event.Side) bool {
	t, w := r.headOf(s)
	if w < 0 || t.Case(w) == "of" {
		return false
	}
	return hasArticle(t, w) || isTheirs(t, w) || t.UPOS[w] == "PRON" && slices.Contains([]string{"he", "she", "they", "him", "her", "them"}, t.Lower(w))
}

// recode gives an event that does not tell who did it the code of an earlier one, if those who suffered it may be the same and the word is the
// same, or one for any taking: whom police arrested was captured as a prisoner, whoever is told to have done it.
func (r *run) recode(e *event.Event, earlier []*event.Event) {
	if len(e.Actors) > 0 || e.QuadClass != 4 {
		return
	}
	word := r.in.Trees[e.Trigger.Sentence].Lemmas[e.Trigger.Token]
	taken := e.Mode == "abduct" && (word == "capture" || word == "seize" || word == "take")
	for _, f := range slices.Backward(earlier) {
		same := r.in.Trees[f.Trigger.Sentence].Lemmas[f.Trigger.Token] == word
		if f.Type != e.Type && (len(f.Actors) > 0 || f.Mode == "arrest") && (same || taken && f.Mode == "arrest") && r.sameSufferer(f, e) {
			take(f, e)
			return
		}
	}
}
