package coder

import (
	"strings"

	"example.org/demarche/internal/event"
)

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

// placesAgree reports whether two places can be one, or one lies in the other as far as country and division tell.
func placesAgree(a, b *event.Place) bool {
	if a == nil || b == nil || a == b || a.Name == b.Name {
		return true
	}
	if a.Country != b.Country {
		return false
	}
	if a.Precision == event.AtCountry || b.Precision == event.AtCountry {
		return true
	}
	return liesIn(a, b) || liesIn(b, a)
}

// liesIn reports whether place a lies in division b, as far as the division's own code or name tells: "Helmand", "Helmand province".
func liesIn(a, b *event.Place) bool {
	if b.Precision != event.AtRegion || a.Admin1 == "" {
		return false
	}
	if b.Admin1 != "" {
		return a.Admin1 == b.Admin1
	}
	return b.Name == a.Admin1 || strings.HasPrefix(b.Name, a.Admin1+" ")
}

// countsDiffer reports whether both reports number one kind of victims, and no number of one can be one of the other, nor the sum of those it tells
// apart: "29 were killed", "18 rebels, 10 soldiers and a guard were killed".
func countsDiffer(f, e *event.Event) bool {
	for _, x := range f.Counts {
		both, fits := false, false
		for _, y := range e.Counts {
			if x.Kind == y.Kind {
				both, fits = true, fits || countsFit(x, y)
			}
		}
		if both && !fits && !totalsFit(f, e, x.Kind) {
			return true
		}
	}
	return false
}

// totalsFit reports whether one of two reports tells several numbers of a kind whose sum is about that of the other.
func totalsFit(f, e *event.Event, kind string) bool {
	n, all := 0, [2]int{}
	for i, counts := range [2][]event.Count{f.Counts, e.Counts} {
		for _, x := range counts {
			if x.Kind == kind {
				n++
				all[i] += max(x.Value, x.From)
			}
		}
	}
	less, more := min(all[0], all[1]), max(all[0], all[1])
	return n > 2 && more-less <= more/10
}

// countsFit reports whether two numbers can be one. The ends of an open number are unknown, not equal; but "at least 20" and "more than 100"
// are told of two.
func countsFit(x, y event.Count) bool {
	loX, hiX := bounds(x)
	loY, hiY := bounds(y)
	if x.To < 0 && y.To < 0 && (loX > 2*loY || loY > 2*loX) {
		return false
	}
	return loX <= hiY && loY <= hiX
}

// bounds are the ends between which a number lies; one that is near a value lies within a fifth of it.
func bounds(x event.Count) (lo, hi int) {
	const far = 1 << 60
	switch {
	case x.Value >= 0 && x.From < 0 && x.To < 0:
		return x.Value - x.Value/5, x.Value + x.Value/5
	case x.To < 0:
		return x.From, far
	case x.From < 0:
		return 0, x.To
	}
	return x.From, x.To
}

// sameCount reports whether both reports give one exact number of one kind of victims, more than a few.
func sameCount(f, e *event.Event) bool {
	const few = 2
	for _, x := range f.Counts {
		for _, y := range e.Counts {
			if x.Kind == y.Kind && x.Value > few && x.Value == y.Value {
				return true
			}
		}
	}
	return false
}

// carry gives a report the day and the place that one before it knows and it does not say.
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

// take gives an event the code of the one that it tells again: a noun without a code of its own, or a word that may tell more than one deed.
func take(f, e *event.Event) {
	e.Type, e.Mode, e.CAMEO, e.Goldstein, e.QuadClass, e.Contexts = f.Type, f.Mode, f.CAMEO, f.Goldstein, f.QuadClass, f.Contexts
}
