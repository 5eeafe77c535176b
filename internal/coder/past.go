package coder

import (
	"slices"
	"strings"

	"example.org/demarche/internal/event"
	"example.org/demarche/internal/lexicon"
	"example.org/demarche/internal/syntax"
)

// setAge turns a deed told as done, or as begun, into history if it ended more than a year before publication: by its time; where the words of a
// time alone say so ("six years ago"), or, in a text of an unknown day, its year.
func (r *run) setAge(t *syntax.Tree, predicate int, e *event.Event, carriers []int) {
	if e.Status == event.Planned && r.isNamedByYear(t, carriers) {
		e.Status, e.Because = event.Historical, "named by its year, though told as planned"
	}
	if e.Status != event.Occurred && e.Status != event.Ongoing {
		return
	}
	x := r.pastTime(t, predicate, carriers)
	if x != nil && x.Anchor.Token == predicate && isPresentPerfect(t, predicate) && x.Bound != "since" {
		return // "has indicted him on charges of a crime in 1999": the perfect has no such time of its own
	}
	simple := t.XPOS[predicate] == "VBD" || isBegun(t, predicate)
	if day := endedLongAgo(e.When, r.in.Published, simple); day != "" && (e.Status == event.Occurred || e.When.To != "" || simple) {
		e.Status, e.Because = event.Historical, "ended on "+day+", more than a year before publication"
		return
	}
	if x == nil && e.When != nil {
		x = e.When.Expression
	}
	if x == nil || !isLongAgo(r.in.Trees[x.Range.Sentence], x) && !r.isOld(x) {
		return
	}
	switch {
	case x.Bound == "since" && !simple: // "have been killed since 2004": to this day
	case e.Status == event.Ongoing && !simple:
	default:
		e.Status, e.Because = event.Historical, "long past, by a time that starts with \""+t.Form(x.Range.Start)+"\""
	}
}

// isNamedByYear reports whether a past year stands before the noun of the deed, which is then known to all: accused of plotting "a 2002 coup".
func (r *run) isNamedByYear(t *syntax.Tree, carriers []int) bool {
	for _, w := range carriers {
		x := r.timeAt(t, []int{w})
		if x == nil || t.UPOS[w] != "NOUN" || x.Range.End-x.Range.Start != 1 || x.Range.Start > w || !r.namesYear(x) || !r.isOld(x) {
			continue
		}
		if b := x.Range.Start - 1; b >= 0 && t.UPOS[b] == "DET" {
			return true
		}
	}
	return false
}

// isOld reports whether a time ended more than a year before publication; in a text of an unknown day, whether it has its year in words.
func (r *run) isOld(x *event.TimeExpr) bool {
	if r.in.Published == "" {
		return r.namesYear(x)
	}
	return x.To != "" && x.To < yearBefore(r.in.Published)
}

// isBegun reports whether verb w is what began in the past: "began jailing monks".
func isBegun(t *syntax.Tree, w int) bool {
	h := t.Head(w)
	return h != syntax.NoHead && t.Is(w, "xcomp") && t.XPOS[h] == "VBD"
}

// pastTime is the time expression that dates a deed, with or without a day of its own: at one of its carriers; at a noun of
// time and occasion below its predicate ("killed in a raid two years ago"); at the noun that a relative clause describes ("the 2012 attacks that killed
// four"); or at the clause in whose course it was done. It is nil if there is none.
func (r *run) pastTime(t *syntax.Tree, predicate int, carriers []int) *event.TimeExpr {
	if x := r.timeAt(t, carriers); x != nil {
		return x
	}
	if x := r.spanAfter(t, predicate); x != nil {
		return x
	}
	if x := r.timeBelow(t, predicate); x != nil {
		return x
	}
	if h := t.Head(predicate); h != syntax.NoHead && t.Is(predicate, "acl") && isRelativeClause(t, predicate) && t.UPOS[h] == "NOUN" {
		return r.timeAt(t, []int{h})
	}
	for w, h := predicate, t.Head(predicate); h != syntax.NoHead && inCourseOf(t, w) && (!r.cue[t.Sentence][h] || t.UPOS[h] == "NOUN" || isPresentPerfect(t, h)); w, h = h, t.Head(h) {
		if x := r.timeAt(t, []int{h}); x != nil {
			return x
		}
		if x := r.timeBelow(t, h); x != nil {
			return x
		}
	}
	return nil
}

// timeBelow returns the time of an occasion on which the deed of predicate w was done, or of its purpose, which no deed comes after: "killed in a raid two
// years ago", "worked with them to mend the law in the 1990s".
func (r *run) timeBelow(t *syntax.Tree, w int) *event.TimeExpr {
	var words []int
	for d := range t.Dependents(w) {
		c := t.Case(d)
		if t.Is(d, "obl") && (c == "in" || c == "during" || c == "by") || t.Is(d, "advcl", "xcomp") && isInfinitive(t, d) {
			words = append(words, d)
		}
	}
	return r.timeAt(t, words)
}

// isRelativeClause reports whether clause w has a relative word for its subject or its time: "raids that killed four", "the vote of 2000, when police purged
// the rolls".
func isRelativeClause(t *syntax.Tree, w int) bool {
	for d := range t.Dependents(w) {
		if strings.HasPrefix(t.XPOS[d], "W") && (t.Is(d, "nsubj") || t.Lemmas[d] == "when") {
			return true
		}
	}
	return false
}

// inCourseOf reports whether the deed at word w is done in the course of what the word above it tells.
func inCourseOf(t *syntax.Tree, w int) bool {
	if t.Is(w, "advcl") {
		return inItsCourse(t, w) || isPastTense(t, w) && hasMark(t, w, "when") || asksForCircumstance(t, w) && isPastTense(t, w) || hasMark(t, w, "after") || hasMark(t, w, "as") && isPastTense(t, w)
	}
	if t.Is(w, "conj") {
		return t.UPOS[w] != "VERB" || isPastTense(t, w) || isParticiple(t, w)
	}
	return t.Is(w, "xcomp", "obj", "obl", "nmod", "nsubj") || t.Is(w, "acl:") && !t.Is(w, "acl:relcl")
}

// timeAt returns the date anchored at one of the words, whether or not its day is known.
func (r *run) timeAt(t *syntax.Tree, words []int) *event.TimeExpr {
	for _, w := range words {
		for _, x := range r.times[t.Sentence] {
			if x.Anchor.Token == w && x.Range.Sentence == t.Sentence && (x.Type == event.Date || x.Type == event.Time) {
				return x
			}
		}
	}
	return nil
}

// spanAfter returns the span of years by which something came after clause or noun w: "six years after invading the island".
func (r *run) spanAfter(t *syntax.Tree, w int) *event.TimeExpr {
	m := t.Dependent(w, "mark", "case")
	if m < 1 || t.Lemmas[m] != "after" && t.Lemmas[m] != "since" {
		return nil
	}
	for _, x := range r.times[t.Sentence] {
		if x.Range.Sentence == t.Sentence && x.Range.End == m && x.Type == event.Duration {
			return x
		}
	}
	return nil
}

// isLongAgo reports whether a time expression says by its words that it lies more than a year back: "two years ago", "decades ago", "six years" before
// "after".
func isLongAgo(t *syntax.Tree, x *event.TimeExpr) bool {
	words := make([]string, 0, 4)
	for w := x.Range.Start; w < x.Range.End; w++ {
		words = append(words, t.Lower(w))
	}
	if x.Range.End < t.Len() && x.Type == event.Duration {
		words = append(words, t.Lower(x.Range.End))
	}
	last := len(words) - 1
	if last < 1 || !slices.Contains([]string{"ago", "after", "since"}, words[last]) {
		return false
	}
	unit := words[last-1]
	switch unit {
	case "years", "decade", "decades", "century", "centuries", "generation", "generations":
		return true
	case "year": // "more than a year ago"
		return x.Range.Start >= 2 && t.Lower(x.Range.Start-1) == "than" || words[0] == "over" || words[0] == "more"
	}
	return false
}

// isToCome reports whether the words of a time alone say that a deed told as done or going on is to come, where the day of publication does not: "meet next
// week", "next month's visit", and of a meeting in a clause of the present "this week's meeting".
func (r *run) isToCome(t *syntax.Tree, c *lexicon.Candidate, e *event.Event) bool {
	if e.Status != event.Occurred && e.Status != event.Ongoing {
		return false
	}
	noun := t.UPOS[c.Trigger] == "NOUN"
	words := carriers(c)
	if noun {
		words = []int{c.Trigger}
	} else if isPast(t, c.Predicate) || isDoneIn(t, c.Predicate) {
		return false
	}
	x := r.timeAt(t, words)
	if x == nil {
		return false
	}
	switch t.Lower(x.Range.Start) {
	case "next", "tomorrow", "upcoming":
		return true
	case "this":
		h := t.Head(c.Trigger)
		for h != syntax.NoHead && (t.XPOS[h] == "VBG" || t.XPOS[h] == "VB" || t.UPOS[h] == "NOUN" && t.Dependent(h, "cop") < 0) && !isUncertain(t, h) {
			h = t.Head(h)
		}
		return noun && e.Type == "CONSULT" && x.Range.Start < c.Trigger && h != syntax.NoHead && isNow(t, h)
	}
	return false
}

// isNow reports whether predicate w is in the present, not in its perfect.
func isNow(t *syntax.Tree, w int) bool { return isPresent(t, w) || isCopular(t, w) }

// shareAge makes history of all mentions of one happening if one of them is, by its own time: "the 2012 raid … in the raid".
func shareAge(events []*event.Event) {
	old := map[*event.Event]bool{}
	for _, e := range events {
		if e.Status == event.Historical {
			old[first(e)] = true
		}
	}
	for _, e := range events {
		if e.Status == event.Occurred && old[first(e)] && (e.When == nil || e.When.Basis != event.Stated) {
			e.Status, e.Because = event.Historical, "told as long past elsewhere"
		}
	}
}
