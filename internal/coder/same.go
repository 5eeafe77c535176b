package coder

import (
	"example.org/demarche/internal/event"
)

// window is how many earlier events an event is compared with: one report rarely comes back to a happening after more.
const window = 60

// linkSame points every event at the first report of the same happening in the article.
func (r *run) linkSame(events []*event.Event) {
	for i, e := range events {
		for j := max(0, i-window); j < i; j++ {
			if f := events[j]; e.SameAs == nil && f.SameAs == nil && r.sameHappening(f, e) {
				e.SameAs = f
				carry(f, e)
			}
		}
	}
	for _, e := range events {
		for e.SameAs != nil && e.SameAs.SameAs != nil { // a deed and what did it, of which the one was told before
			e.SameAs = e.SameAs.SameAs
		}
	}
}

// linkMeans makes one happening of a deed and the deed that did it ("the bombing killed ten"): the later word points at the
// earlier.
func linkMeans(e, means *event.Event) {
	switch {
	case e.Type != means.Type:
	case means.Trigger.Before(e.Trigger) && e.SameAs == nil:
		e.SameAs = means
	case e.Trigger.Before(means.Trigger) && means.SameAs == nil:
		means.SameAs = e
	}
}

// sameHappening reports whether e tells again what f told: the same type, sides that do not contradict and at least one
// that agrees, days and places that can be one, and both of them told as facts or both as plans.
func (r *run) sameHappening(f, e *event.Event) bool {
	if f.Type != e.Type || f.Type == "" || factual(f) != factual(e) || e.Of != f.Of && (e.Of == nil || f.Of == nil) {
		return false
	}
	if !modesAgree(f, e) || !daysAgree(f.When, e.When) || f.Place != nil && e.Place != nil && f.Place != e.Place && !nested(f.Place, e.Place) {
		return false
	}
	if r.definite(e) && len(e.Actors)+len(e.Recipients) == 0 {
		return r.sameWord(f, e)
	}
	return sidesAgree(f, e) && (r.sameWord(f, e) || f.CAMEO == e.CAMEO && daysMatch(f.When, e.When) || bothSides(f, e) && sameKind(f, e))
}

// sameKind reports whether two codes can be of one deed told in other words ("met", "held talks"): the same mode, and one
// family of CAMEO with a general code on one side.
func sameKind(f, e *event.Event) bool {
	if f.Mode != e.Mode || len(f.CAMEO) < 3 || len(e.CAMEO) < 3 || f.CAMEO[:2] != e.CAMEO[:2] {
		return false
	}
	return f.CAMEO == e.CAMEO || f.CAMEO[2] == '0' || e.CAMEO[2] == '0'
}

// bothSides reports whether two events name actors and recipients, and all agree.
func bothSides(f, e *event.Event) bool {
	n := len(e.Actors) + len(e.Recipients)
	if len(f.Actors) == 0 || len(f.Recipients) == 0 || len(e.Actors) == 0 || len(e.Recipients) == 0 {
		return false
	}
	if agree(f.Actors, e.Actors)+agree(f.Recipients, e.Recipients) == n {
		return true
	}
	return f.Reciprocal && e.Reciprocal && agree(f.Actors, e.Recipients)+agree(f.Recipients, e.Actors) == n
}

// factual reports whether an event is told as done or going on.
func factual(e *event.Event) bool {
	return e.Status == event.Occurred || e.Status == event.Ongoing || e.Status == event.Historical
}

func modesAgree(f, e *event.Event) bool { return f.Mode == "" || e.Mode == "" || f.Mode == e.Mode }

// sidesAgree compares actors with actors and recipients with recipients, crosswise too for reciprocal events.
func sidesAgree(f, e *event.Event) bool {
	straight := agree(f.Actors, e.Actors) + agree(f.Recipients, e.Recipients)
	contradicts := disagree(f.Actors, e.Actors) || disagree(f.Recipients, e.Recipients)
	if straight > 0 && !contradicts {
		return true
	}
	if !f.Reciprocal && !e.Reciprocal {
		return false
	}
	all := func(x *event.Event) []event.Side { return append(append([]event.Side{}, x.Actors...), x.Recipients...) }
	return agree(all(f), all(e)) > 0 && !disagree(all(f), all(e))
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

// sameSide reports whether two participants are one, or speak for one: the same country and primary sector.
func sameSide(a, b *event.Participant) bool {
	return a == b || a.Country != "" && a.Country == b.Country && (a.Sector == b.Sector || a.Sector == "" || b.Sector == "")
}

// daysAgree reports whether two times can be one.
func daysAgree(a, b *event.When) bool {
	if a == nil || b == nil || a.Basis == event.Tense || b.Basis == event.Tense || a.Basis == event.Published || b.Basis == event.Published {
		return true
	}
	return (a.From == "" || b.To == "" || a.From <= b.To) && (b.From == "" || a.To == "" || b.From <= a.To)
}

// daysMatch reports whether two times are stated, or carried, and can be one.
func daysMatch(a, b *event.When) bool {
	said := func(w *event.When) bool { return w != nil && (w.Basis == event.Stated || w.Basis == event.Carried) }
	return said(a) && said(b) && daysAgree(a, b)
}

// nested reports whether one place lies in the other, as far as country and division tell.
func nested(a, b *event.Place) bool {
	return a.Country == b.Country && (a.Precision == event.AtCountry || b.Precision == event.AtCountry)
}

// carry gives a later report what the first one knows and it does not say.
func carry(f, e *event.Event) {
	if f.When != nil && (e.When == nil || e.When.Basis == event.Tense || e.When.Basis == event.Published) &&
		(f.When.Basis == event.Stated || f.When.Basis == event.Carried) {
		w := *f.When
		w.Basis = event.Carried
		e.When = &w
	}
	if e.Place == nil {
		e.Place = f.Place
	}
}

// definite reports whether the event's word is a noun with "the", "this" or "that": one that was spoken of before.
func (r *run) definite(e *event.Event) bool {
	t := r.in.Trees[e.Trigger.Sentence]
	d := t.Dependent(e.Trigger.Token, "det")
	return d >= 0 && (t.Lemmas[d] == "the" || t.Lemmas[d] == "this" || t.Lemmas[d] == "that")
}

// sameWord reports whether two events are told by one word or by a verb and its noun ("met", "meeting"): the same frame
// entry, or the same beginning of the lemma.
func (r *run) sameWord(f, e *event.Event) bool {
	a := r.in.Trees[f.Trigger.Sentence].Lemmas[f.Trigger.Token]
	b := r.in.Trees[e.Trigger.Sentence].Lemmas[e.Trigger.Token]
	n := min(len(a), len(b))
	return n >= 3 && a[:min(n, 5)] == b[:min(n, 5)] || frameOf(f.Evidence.Rule) == frameOf(e.Evidence.Rule)
}
