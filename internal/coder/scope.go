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
	case isMonth(t, c.Trigger):
		return false
	case len(e.Actors)+len(e.Recipients) == 0:
		return r.definite(e) || r.isOfPeople(t, c.Trigger) || r.standsAlone(t, c, e) || isSpokenOf(t, c.Trigger) || isHeading(t, c.Trigger)
	case r.isSitting(t, c, e), e.Type == "SUPPORT" && r.isOpinion(t, c, e), isPress(e), e.Mode == "visit" && areTravellers(e.Actors), r.isAmongKin(t, e),
		r.isMishap(t, c, e):
		return false
	case isPublicByNature(e), e.Type == "PROTEST" && actTogether(e.Actors), (e.Type == "ASSAULT" || e.CAMEO == "015") && r.isBand(t, c):
		return true
	case len(e.Actors) == 0 && (r.solitary.isPublic(e.Type, c.POS, t.Lower(c.Trigger)) || e.Type == "ASSAULT" && r.isHit(t, c)):
		return true
	case e.Mode == "resign" && r.leavesOffice(t, c):
		return true
	case r.quad(e) <= 2 && onlyPrivate(e.Actors) && onlyPrivate(e.Recipients): // "is here to meet students", "helped the farmers"
		return false
	case anyPublic(e.Actors):
		return true
	case anyPublic(e.Recipients):
		return len(e.Actors) > 0 || !harms[t.Lemmas[c.Trigger]] || !onlyPrivate(e.Recipients) || r.isViolent(t, c)
	case len(e.Actors) == 0 && harms[t.Lemmas[c.Trigger]] && r.isViolent(t, c):
		return true
	}
	if r.toldBefore(e) {
		return true
	}
	r.retold[e] = r.mayTellAgain(e) || isHeading(t, c.Trigger)
	return r.retold[e]
}

// isBand reports whether who does it is a group of which nothing more is told: "a little-known group kidnapped two engineers".
func (r *run) isBand(t *syntax.Tree, c *lexicon.Candidate) bool {
	return slices.ContainsFunc(firstWords(c.Actors), func(w int) bool {
		return slices.Contains([]string{"group", "organization", "organisation", "cell", "network", "band", "squad"}, t.Lemmas[w])
	})
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

// isOpinion reports whether support is what voters say in a poll or do in a booth: "was supported by 13 percent", "I will vote for Reyes".
func (r *run) isOpinion(t *syntax.Tree, c *lexicon.Candidate, e *event.Event) bool {
	polled := slices.ContainsFunc(t.Lemmas, func(l string) bool { return l == "poll" || l == "percent" || l == "%" || l == "survey" })
	if anyPublic(e.Actors) && !onlyPrivate(e.Actors) {
		return polled && areMany(e.Actors)
	}
	return polled || t.Lemmas[c.Trigger] == "vote" && len(e.Actors) > 0 && !onlyPronouns(e.Actors)
}

// areMany reports whether sides are people without a name, as they are asked in a poll: "54 percent of the troops".
func areMany(sides []event.Side) bool {
	return !slices.ContainsFunc(sides, func(s event.Side) bool { return s.Participant.Kind != event.EntityPeople || s.Participant.Named })
}

// onlyPronouns reports whether nobody among the sides is spoken of but by pronouns, so that nothing is known of them.
func onlyPronouns(sides []event.Side) bool {
	for _, s := range sides {
		if slices.ContainsFunc(s.Participant.Mentions, func(m event.Reference) bool { return m.Form != event.ByPronoun }) {
			return false
		}
	}
	return len(sides) > 0
}

// allOf reports whether there are sides and all act for a sector first.
func allOf(sides []event.Side, sector string) bool {
	return len(sides) > 0 && !slices.ContainsFunc(sides, func(s event.Side) bool { return s.Participant.Sector != sector })
}

// leavesOffice reports whether what somebody resigns from, or as what, is public: "resigned from the city council", "stepped down as mayor".
func (r *run) leavesOffice(t *syntax.Tree, c *lexicon.Candidate) bool {
	for d := range t.Dependents(c.Predicate) {
		if k := t.Case(d); t.Is(d, "obl", "nmod") && (k == "from" || k == "as") && (r.in.Participants.At(t.Ref(d)).Public() ||
			r.lexicon.Classes.Holds(t, d, "Council") || r.lexicon.Classes.Holds(t, d, "Official")) {
			return true
		}
	}
	return false
}

// isHit reports whether people were hurt by violence that stands in the place of who did it: "a blast wounded 30".
func (r *run) isHit(t *syntax.Tree, c *lexicon.Candidate) bool {
	return slices.ContainsFunc(firstWords(c.Actors), func(w int) bool { return r.solitary.nouns["ASSAULT"][t.Lower(w)] })
}

// isSpokenOf reports whether word w stands where the content of a speech act may: under a verb, or under a noun of saying, in object, after
// a preposition or as a clause.
func isSpokenOf(t *syntax.Tree, w int) bool {
	return t.Is(t.FirstConjunct(w), "obj", "obl", "nmod", "ccomp", "xcomp", "acl", "nsubj:pass")
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
	if c.Means >= 0 || r.amidViolence(t) || r.besideHarm(t, c.Predicate) {
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

// besideHarm reports whether verb w goes on from one that tells of the harm of somebody public: "two rebels were killed and ten shepherds wounded".
func (r *run) besideHarm(t *syntax.Tree, w int) bool {
	h := t.FirstConjunct(w)
	if h == w || !harms[t.Lemmas[h]] {
		return false
	}
	s := t.Subject(h)
	return s >= 0 && r.in.Participants.At(t.Ref(s)).Public()
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
