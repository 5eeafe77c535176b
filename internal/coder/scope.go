package coder

import (
	"slices"

	"example.org/demarche/internal/event"
	"example.org/demarche/internal/lexicon"
	"example.org/demarche/internal/syntax"
)

// inScope reports whether an event is one that FORMAT.md's scope asks for. An event without any side is kept for now if its
// noun is definite, as it may speak of one told before, or if it can be the deed of a speech act (see dropBare).
func (r *run) inScope(t *syntax.Tree, c *lexicon.Candidate, e *event.Event) bool {
	switch {
	case len(e.Actors)+len(e.Recipients) == 0:
		return r.definite(e) || r.standsAlone(t, c, e) || isSpokenOf(t, c.Trigger)
	case isPublicByNature(e), e.Type == "PROTEST" && actTogether(e.Actors):
		return true
	case r.quad(e) <= 2 && onlyPrivate(e.Actors) && onlyPrivate(e.Recipients): // "is here to meet students", "helped the farmers"
		return false
	case len(e.Actors) > 0 && anyPublic(e.Actors):
		return true
	case anyPublic(e.Recipients):
		return len(e.Actors) > 0 || !harms[t.Lemmas[c.Trigger]] || !onlyPrivate(e.Recipients) || r.isViolent(t, c)
	case len(e.Actors) == 0 && harms[t.Lemmas[c.Trigger]] && r.isViolent(t, c):
		return true
	}
	if r.toldBefore(e) {
		return true
	}
	r.retold[e] = r.mayTellAgain(e)
	return r.retold[e]
}

// toldBefore reports whether an event that names nobody public speaks again of one who suffered such a deed at public hands: "gunmen
// abducted a geologist. … The geologist was abducted in September".
func (r *run) toldBefore(e *event.Event) bool {
	for i := len(r.out.Events) - 1; i >= max(0, len(r.out.Events)-window); i-- {
		f := r.out.Events[i]
		if f.Type == e.Type && agree(f.Recipients, e.Recipients) > 0 && agree(f.Actors, e.Actors) == len(e.Actors) {
			return true
		}
	}
	return false
}

// isSpokenOf reports whether word w stands where the content of a speech act may: under a verb, or under a noun of saying, in object, after
// a preposition or as a clause.
func isSpokenOf(t *syntax.Tree, w int) bool {
	return t.Is(t.FirstConjunct(w), "obj", "obl", "nmod", "ccomp", "xcomp", "acl", "nsubj:pass")
}

// standsAlone reports whether an event counts although nobody is named: people in number who protest or are arrested or freed ("tens of
// thousands marched", "about 200 have been released"), bombs, shelling and bans ("bombs went off", "meetings are banned"), a truce or
// custody of which something is said ("the truce came into force").
func (r *run) standsAlone(t *syntax.Tree, c *lexicon.Candidate, e *event.Event) bool {
	are := func(roles []lexicon.Role, what func(w int) bool) bool {
		return slices.ContainsFunc(firstWords(roles), what)
	}
	number := func(w int) bool { return r.isNumber(t, w) }
	switch {
	case e.Type == "PROTEST":
		return are(c.Actors, number)
	case e.Type == "COERCE" && e.Mode == "arrest" || e.Type == "RETREAT" && e.Mode == "release":
		return are(c.Recipients, number)
	case c.POS == lexicon.Noun:
		return e.CAMEO == "0871" && t.Is(c.Trigger, "nsubj", "nsubj:pass")
	case e.Type == "ASSAULT":
		return r.weaponOf(t, c) >= 0
	}
	return e.Type == "COERCE" && isPublicByNature(e)
}

// weaponOf returns the weapon that is said to have done a deed: "bombs destroyed four pylons"; -1 if it was none.
func (r *run) weaponOf(t *syntax.Tree, c *lexicon.Candidate) int {
	for _, w := range firstWords(c.Actors) {
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

// isPublicByNature reports whether only a public body, or an armed one, does such a deed, whoever is named: arrests, charges and
// trials and convictions; asylum; truces and releases; bombs, air strikes, shelling.
func isPublicByNature(e *event.Event) bool {
	switch e.CAMEO {
	case "075": // asylum
		return true
	case "1721", "1722", "1723", "1724": // bans on gatherings and parties, curfews
		return true
	case "115": // a trial; a lawsuit, if nobody private brings it
		return len(e.Actors) == 0 || anyPublic(e.Actors)
	}
	switch e.Type + " " + e.Mode {
	case "COERCE arrest", "COERCE deport", "SANCTION convict", "ACCUSE investigate", "COERCE curfew", "COERCE martial-law",
		"RETREAT ceasefire", "RETREAT release", "ASSAULT explosives", "ASSAULT suicide-attack", "ASSAULT aerial", "ASSAULT drone", "ASSAULT heavy-weapons", "ASSAULT unconventional":
		return true
	}
	return false
}

// actTogether reports whether several people do it: workers on strike, students who march.
func actTogether(sides []event.Side) bool {
	return slices.ContainsFunc(sides, func(s event.Side) bool {
		return s.Participant.Kind == event.EntityPeople || s.Participant.Kind == event.EntityOrganization
	})
}

func anyPublic(sides []event.Side) bool {
	for _, s := range sides {
		if s.Participant.Public() {
			return true
		}
	}
	return false
}

// onlyPrivate reports whether all sides are just people: civilians, or no sector at all; not a people under its name, "the Kurds".
func onlyPrivate(sides []event.Side) bool {
	for _, s := range sides {
		p := s.Participant
		if p.Sector != "" && p.Sector != "CVL" || p.Kind == event.EntityPeople && p.Named {
			return false
		}
	}
	return true
}

// harms are words of death and injury, which illness and accidents bring too.
var harms = map[string]bool{
	"kill": true, "killing": true, "die": true, "death": true, "injure": true, "wound": true, "hurt": true, "maim": true,
}

// isViolent reports whether people did the harm although nobody is named: another deed did it, the clause speaks of
// weapons, fighting or a riot ("killed in clashes", "a bomb wounded ten"), or the text has just told of an attack and speaks of no mishap.
func (r *run) isViolent(t *syntax.Tree, c *lexicon.Candidate) bool {
	if c.Means >= 0 || r.amidViolence(t) {
		return true
	}
	y := t.Subtree(t.Clause(c.Predicate))
	for w := y.Start; w < y.End; w++ {
		for _, class := range []string{"Weapon", "Fighting", "Protest"} {
			if r.lexicon.Classes.Holds(t, w, class) {
				return true
			}
		}
	}
	return false
}

// amidViolence reports whether one of the two sentences before told of an attack, while this one speaks of no mishap.
func (r *run) amidViolence(t *syntax.Tree) bool {
	for w := range t.Len() {
		if r.lexicon.Classes.Holds(t, w, "Mishap") {
			return false
		}
	}
	for i := len(r.out.Events) - 1; i >= 0 && r.out.Events[i].Trigger.Sentence >= t.Sentence-2; i-- {
		if e := r.out.Events[i]; e.Type == "ASSAULT" && e.Trigger.Sentence < t.Sentence {
			return true
		}
	}
	return false
}
