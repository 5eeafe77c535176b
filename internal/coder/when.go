package coder

import (
	"strings"

	"slices"

	"example.org/demarche/internal/event"
	"example.org/demarche/internal/syntax"
)

// when dates a deed. The deed's own time expression comes first; then one that dates a word which carries it; then tense,
// bounded by the day on which somebody said so; at last the day of publication alone.
func (r *run) when(e *event.Event, carriers []int) *event.When {
	t := r.in.Trees[e.Trigger.Sentence]
	if x := r.stated(t, carriers); x != nil {
		return r.closed(interval(x, event.Stated), t)
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
		return from(r.in.Published)
	case event.DeniedDeed, event.Conditional:
		return r.unreal(t, carriers[0], e.Status)
	}
	return nil
}

// unreal dates a deed that is denied or stands under a condition by the tense of its predicate: what somebody did not do lies in the
// past, what they would do if, or will not do, is still to come.
func (r *run) unreal(t *syntax.Tree, predicate int, s event.Status) *event.When {
	perfect, future := false, s == event.Conditional
	for _, a := range t.Auxiliaries(predicate) {
		perfect = perfect || t.Lemmas[a] == "have"
		future = future || slices.Contains([]string{"will", "would", "shall", "wo", "'ll", "’ll", "'d", "’d"}, t.Lower(a))
	}
	switch {
	case future && !perfect:
		return from(r.in.Published)
	case !future && isPast(t, predicate):
		return until(r.in.Published, event.Tense)
	}
	return nil
}

// from is the time from a day on, as tense alone tells it.
func from(day string) *event.When {
	if day == "" {
		return nil
	}
	return &event.When{From: day, Basis: event.Tense}
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

// closed ends an interval where another expression of the clause says: "from 2014 to 2016", "between 2014 and 2016".
func (r *run) closed(w *event.When, t *syntax.Tree) *event.When {
	if w == nil {
		return w
	}
	ends := map[string]string{"from": "to", "between": "and"}[wordBefore(t, w.Expression)]
	for _, x := range r.times[t.Sentence] {
		if ends != "" && x.Anchor == w.Expression.Anchor && x.To > w.From && x.Range.Start > w.Expression.Range.Start && (wordBefore(t, x) == ends || ends == "to" && x.Bound == "until") {
			w.To = x.To
			return w
		}
	}
	return w
}

// wordBefore is the word before a time expression, in lower case; "" at the beginning of the sentence.
func wordBefore(t *syntax.Tree, x *event.TimeExpr) string {
	if x.Range.Start == 0 {
		return ""
	}
	return t.Lower(x.Range.Start - 1)
}

// toCome is the day after publication from which a deed told as done or going on is dated: its own, or, for a verb in the present, that of
// the clause around ("leaves on Monday for Oslo, where he meets the king"); "" if there is none.
func (r *run) toCome(t *syntax.Tree, predicate int, e *event.Event) string {
	if r.in.Published == "" || e.Status != event.Occurred && e.Status != event.Ongoing || isPast(t, predicate) || isDoneIn(t, predicate) {
		return ""
	}
	if e.When != nil && e.When.From > r.in.Published && (e.When.Basis == event.Stated || t.UPOS[predicate] == "VERB") {
		return e.When.From
	}
	for w := predicate; isPresent(t, w) && t.Is(w, "acl:relcl", "conj"); {
		w = t.Clause(t.Head(w))
		if x := r.stated(t, []int{w}); x != nil && isPresent(t, w) && x.From > r.in.Published {
			return x.From
		}
	}
	return ""
}

// isDoneIn reports whether infinitive, participle or noun w hangs on a verb in the past, whose time is then its own: "was forced to step down in July",
// "voted for it at its March meeting".
func isDoneIn(t *syntax.Tree, w int) bool {
	for t.Is(w, "xcomp") && t.Head(w) != syntax.NoHead || isAtIt(t, w) {
		if w = t.Head(w); isPast(t, w) {
			return true
		}
	}
	return false
}

// isAtIt reports whether the clause above noun w tells what was done in the course of what w tells: "at its March meeting".
func isAtIt(t *syntax.Tree, w int) bool {
	if t.UPOS[w] != "NOUN" || !t.Is(w, "obl") {
		return false
	}
	c := t.Case(w)
	return c == "at" || c == "during" || c == "after"
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
		if !t.Is(w, "advcl", "conj", "xcomp", "acl:", "obj", "obl", "nmod", "nsubj") || t.Is(w, "acl:relcl") || r.cue[t.Sentence][h] && !t.Is(w, "conj") {
			return nil
		}
		if t.Is(w, "advcl") && !inItsCourse(t, w) || t.Is(w, "nsubj") && tellsOrder(t.Lemmas[h]) {
			return nil
		}
		if x := r.stated(t, []int{h}); x != nil {
			return x
		}
	}
	return nil
}

// tellsOrder reports whether a verb tells only which of two deeds came first; a day beside it is that of the other: "the meeting followed a vote
// on Friday".
func tellsOrder(lemma string) bool {
	return lemma == "follow" || lemma == "precede" || lemma == "succeed"
}

// inItsCourse reports whether an adverbial clause tells what was done in the course of the clause above: "troops entered,
// killing two", "answered by recalling its envoy", "joined them in condemning it", "met to sign"; not what came before, after or because.
func inItsCourse(t *syntax.Tree, w int) bool {
	m := t.Dependent(w, "mark")
	return m < 0 || slices.Contains([]string{"to", "by", "in", "while"}, t.Lemmas[m])
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

// endedLongAgo is the day, more than a year before publication, on which the deed ended; "" if it ended later, or that is not known. What
// began then, and is told in the simple past, has ended.
func endedLongAgo(w *event.When, published string, simplePast bool) string {
	if w == nil || published == "" {
		return ""
	}
	end := w.To
	if end == "" && simplePast {
		end = w.From
	}
	if end >= yearBefore(published) {
		return ""
	}
	return end
}

// namesYear reports whether a time expression has its year in words: "in 2004", "on 3 May 1998". News leaves the year out of what is recent.
func (r *run) namesYear(x *event.TimeExpr) bool {
	if x == nil || x.To == "" {
		return false
	}
	t := r.in.Trees[x.Range.Sentence]
	for w := x.Range.Start; w < x.Range.End; w++ {
		f := strings.TrimSuffix(t.Form(w), "s")
		if f = f[max(0, len(f)-4):]; len(f) == 4 && strings.HasPrefix(x.To, f[:3]) && strings.Trim(f, "0123456789") == "" { // "mid-1980s" too
			return true
		}
	}
	return false
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
