package coder

import (
	"example.org/demarche/internal/event"
	"example.org/demarche/internal/syntax"
)

// when dates a deed. The deed's own time expression comes first; then one that dates a word which carries it; then tense,
// bounded by the day on which somebody said so; at last the day of publication alone.
func (r *run) when(e *event.Event, carriers []int) *event.When {
	t := r.in.Trees[e.Trigger.Sentence]
	if x := r.stated(t, carriers); x != nil {
		return interval(x, event.Stated)
	}
	if x := r.carried(t, e.Trigger.Token); x != nil {
		return interval(x, event.Carried)
	}
	said := r.saidOn(e)
	switch e.Status {
	case event.Occurred, event.Historical:
		if said != nil && said.To != "" {
			return &event.When{To: said.To, Basis: event.Tense}
		}
		return until(r.in.Published, event.Tense)
	case event.Ongoing:
		if d := r.in.Published; d != "" {
			return &event.When{From: d, To: d, Basis: event.Published}
		}
	case event.Planned, event.ThreatenedDeed, event.DemandedDeed:
		if d := r.in.Published; d != "" {
			return &event.When{From: d, Basis: event.Tense}
		}
	}
	return nil
}

func until(day string, b event.Basis) *event.When {
	if day == "" {
		return nil
	}
	return &event.When{To: day, Basis: b}
}

// interval is what that a time expression gives, or nil if it gives none.
func interval(x *event.TimeExpr, b event.Basis) *event.When {
	if x.From == "" && x.To == "" {
		return nil
	}
	w := &event.When{From: x.From, To: x.To, Expression: x, Basis: b}
	switch x.Bound {
	case "since", "after":
		w.To = ""
	case "until", "before":
		w.From = ""
	}
	return w
}

// stated returns the time expression anchored at one of the words that carry the deed, dates before durations.
func (r *run) stated(t *syntax.Tree, carriers []int) *event.TimeExpr {
	for _, c := range carriers {
		for _, x := range r.times[t.Sentence] {
			if x.Anchor.Token == c && (x.Type == event.Date || x.Type == event.Time) && (x.From != "" || x.To != "") {
				return x
			}
		}
	}
	return nil
}

// carried returns the time of the clause above a deed, if the deed is done in its course: "met on Friday to sign", "on Friday
// troops entered the town, killing two", "met and talked on Friday".
func (r *run) carried(t *syntax.Tree, w int) *event.TimeExpr {
	for h := t.Head(w); h != syntax.NoHead; w, h = h, t.Head(h) {
		if !t.Is(w, "advcl", "conj", "xcomp", "acl:", "obj", "obl", "nmod", "nsubj") || t.Is(w, "acl:relcl") || r.cue[t.Sentence][h] {
			return nil
		}
		if t.Is(w, "advcl") && !inItsCourse(t, w) {
			return nil
		}
		if x := r.stated(t, []int{h}); x != nil {
			return x
		}
	}
	return nil
}

// inItsCourse reports whether an adverbial clause tells what was done in the course of the clause above: "troops entered,
// killing two", "answered by recalling its envoy", "met to sign"; not what came before, after or because.
func inItsCourse(t *syntax.Tree, w int) bool {
	m := t.Dependent(w, "mark")
	return m < 0 || t.Lemmas[m] == "to" || t.Lemmas[m] == "by" || t.Lemmas[m] == "while"
}

// saidOn returns the time of the innermost statement around the deed that has one.
func (r *run) saidOn(e *event.Event) *event.TimeExpr {
	for i := len(e.Attributions) - 1; i >= 0; i-- {
		if s := r.statement[e.Attributions[i]]; s != nil && s.Date != nil {
			return s.Date
		}
	}
	return nil
}

// duration returns the TIMEX3 duration that is said of one of the words that carry the deed, or of a verb coordinated with
// them under the same subject: "took place in Oslo and lasted three hours".
func (r *run) duration(t *syntax.Tree, carriers []int) string {
	for _, c := range carriers {
		for _, x := range r.times[t.Sentence] {
			a := x.Anchor.Token
			if x.Type == event.Duration && (a == c || t.Is(a, "conj") && t.Head(a) == c && t.Dependent(a, "nsubj") < 0) {
				return x.Value
			}
		}
	}
	return ""
}

// isHistorical reports whether the deed ended more than a year before publication.
func isHistorical(w *event.When, published string) bool {
	if w == nil || w.To == "" || published == "" || w.Basis != event.Stated && w.Basis != event.Carried {
		return false
	}
	return w.To < yearBefore(published)
}

// yearBefore is the same day one year earlier, as a string that compares by time.
func yearBefore(day string) string {
	if len(day) < 10 {
		return ""
	}
	b := []byte(day)
	for i := 3; i >= 0; i-- {
		if b[i] > '0' {
			b[i]--
			break
		}
		b[i] = '9'
	}
	return string(b)
}
