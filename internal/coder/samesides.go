package coder

import (
	"slices"

	"example.org/demarche/internal/event"
)

// sameVictim reports whether both reports name one who suffers: nobody is arrested or killed twice in one article.
func sameVictim(f, e *event.Event) bool {
	if e.QuadClass != 4 {
		return false
	}
	for _, x := range f.Recipients {
		for _, y := range e.Recipients {
			if x.Participant == y.Participant && x.Participant.Named && x.Participant.Kind == event.EntityPerson {
				return true
			}
		}
	}
	return false
}

// bothSides reports whether two events name actors and recipients, and all agree.
func bothSides(f, e *event.Event) bool {
	n := len(e.Actors) + len(e.Recipients)
	if len(f.Actors) == 0 || len(f.Recipients) == 0 || len(e.Actors) == 0 || len(e.Recipients) == 0 {
		return false
	}
	if !disagree(f.Actors, e.Actors) && !disagree(f.Recipients, e.Recipients) {
		return true
	}
	return f.Reciprocal && e.Reciprocal && agree(f.Actors, e.Recipients)+agree(f.Recipients, e.Actors) == n
}

// sidesAgree compares actors with actors and recipients with recipients, crosswise too for reciprocal events.
func sidesAgree(f, e *event.Event) bool {
	straight := agree(f.Actors, e.Actors) + agree(f.Recipients, e.Recipients)
	if straight > 0 && !disagree(f.Actors, e.Actors) && !disagree(f.Recipients, e.Recipients) {
		return true
	}
	if !f.Reciprocal && !e.Reciprocal {
		return false
	}
	return agree(everybody(f), everybody(e)) > 0 && !disagree(everybody(f), everybody(e))
}

// sidesTell reports whether two reports have a side in common, under its name or as the same people, and none that the other can not have.
func sidesTell(f, e *event.Event) bool {
	if clash(f.Actors, e.Actors) || clash(f.Recipients, e.Recipients) {
		return false
	}
	return shared(f.Actors, e.Actors) || shared(f.Recipients, e.Recipients)
}

// areOthers reports whether both lists name sides and have none in common, although both name them, or both do not.
func areOthers(a, b []event.Side) bool {
	if len(a) == 0 || len(b) == 0 || shared(a, b) {
		return false
	}
	return a[0].Participant.Named == b[0].Participant.Named
}

// shared reports whether both lists have one participant.
func shared(a, b []event.Side) bool {
	return slices.ContainsFunc(a, func(x event.Side) bool { return has(b, x.Participant) })
}

// everybody is all sides of an event.
func everybody(e *event.Event) []event.Side {
	return append(e.Actors[:len(e.Actors):len(e.Actors)], e.Recipients...)
}

// agree counts the sides of b that are also sides of a.
func agree(a, b []event.Side) int {
	n := 0
	for _, y := range b {
		for _, x := range a {
			if sameSide(x.Participant, y.Participant) {
				n++
				break
			}
		}
	}
	return n
}

// disagree reports whether both lists name sides and the shorter has one that the longer lacks.
func disagree(a, b []event.Side) bool {
	if len(a) == 0 || len(b) == 0 {
		return false
	}
	if len(a) < len(b) {
		a, b = b, a
	}
	return agree(a, b) < len(b)
}

// sameSide reports whether two participants are one, or speak for one: the same country and primary sector, or nobody named of one
// sector.
func sameSide(a, b *event.Participant) bool {
	switch {
	case a == b:
		return true
	case a.Country != "" && a.Country == b.Country:
		return a.Sector == b.Sector || a.Sector == "" || b.Sector == ""
	case a.Country == "" || b.Country == "":
		return a.Sector != "" && a.Sector == b.Sector && !(a.Named && b.Named)
	}
	return false
}

// clash reports whether both lists name sides and the shorter has one that can be none of the longer. People of whom nothing is told
// can be anybody.
func clash(a, b []event.Side) bool {
	if len(a) == 0 || len(b) == 0 {
		return false
	}
	if len(a) < len(b) {
		a, b = b, a
	}
	for _, y := range b {
		if !slices.ContainsFunc(a, func(x event.Side) bool { return canBe(x.Participant, y.Participant) }) {
			return true
		}
	}
	return false
}

// canBe reports whether two participants can be one.
func canBe(a, b *event.Participant) bool {
	anybody := func(p *event.Participant) bool {
		return !p.Named && (p.Sector == "" || p.Sector == "CVL" || p.Sector == "UAF")
	}
	return sameSide(a, b) || (a.Country == "" || b.Country == "" || a.Country == b.Country) && (anybody(a) || anybody(b))
}

// named reports whether e names those whom f only numbers: "arrested two journalists", "Karim Hadi and Ali Said were arrested".
func named(f, e *event.Event) bool {
	const few = 2
	if f.CAMEO != e.CAMEO || e.QuadClass != 4 || len(e.Recipients) < few || clash(f.Actors, e.Actors) {
		return false
	}
	for _, s := range e.Recipients {
		if !s.Participant.Named || s.Participant.Kind != event.EntityPerson {
			return false
		}
	}
	return slices.ContainsFunc(f.Counts, func(n event.Count) bool { return n.Value == len(e.Recipients) })
}

// gather puts those whom a later report names as meeting on one side, if all are of one side of the first report and none of the other: "officials of
// Chad met rebels … the meeting involved Chad's premier and two of his aides". The other side is then the first report's.
func gather(f, e *event.Event) {
	if !f.Reciprocal || !e.Reciprocal || len(f.Actors) == 0 || len(f.Recipients) == 0 || len(e.Actors) == 0 || len(e.Recipients) == 0 {
		return
	}
	all := everybody(e)
	switch n := len(all); {
	case agree(f.Actors, all) == n && agree(f.Recipients, all) == 0:
		e.Actors, e.Recipients = all, bare(f.Recipients)
	case agree(f.Recipients, all) == n && agree(f.Actors, all) == 0:
		e.Actors, e.Recipients = bare(f.Actors), all
	}
}
