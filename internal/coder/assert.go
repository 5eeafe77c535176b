package coder

import (
	"slices"

	"example.org/demarche/internal/event"
	"example.org/demarche/internal/lexicon"
	"example.org/demarche/internal/syntax"
)

// setStatus decides how far an event is asserted, and why.
func (r *run) setStatus(t *syntax.Tree, c *lexicon.Candidate, e *event.Event) {
	f := &statusFinder{
		t: t, embeddings: r.embeddings, cues: r.cue[t.Sentence],
		kind: e.Type, verbal: e.QuadClass == 1 || e.QuadClass == 3, reported: len(e.Attributions) > 0, light: make([]bool, t.Len()),
	}
	for _, w := range c.Words {
		f.light[w] = true
	}
	f.climb(c.Trigger)
	if c.Predicate != c.Trigger && !slices.Contains(f.path, c.Predicate) {
		f.climb(c.Predicate)
	}
	if n := len(e.Attributions); n > 0 {
		f.statement(e.Attributions[n-1])
	}
	if b, ok := f.best(); ok {
		e.Status, e.Because = b.status, b.why
		return
	}
	if isProgressive(t, c.Predicate) || isUnderWay(t, c.Predicate) {
		e.Status, e.Because = event.Ongoing, "told as going on"
		return
	}
	e.Status, e.Because = event.Occurred, "told as done"
}

// statement adds what the innermost statement around a deed says by its stance, if the deed is what it is about and not
// taken for granted within it.
func (f *statusFinder) statement(a *event.Attribution) {
	if !f.reaches(a) {
		return
	}
	cue := a.CueLemma
	switch {
	case a.Negated && a.Type == event.Assertion && !f.presumedBy(a):
		f.add(event.Hypothetical, "not said")
	case a.Stance == event.Denied:
		f.add(event.DeniedDeed, "the content of a denial, %q", cue)
	case (a.Stance == event.Declined || a.Type == event.Refusal) && f.isGivenNoun():
	case a.Stance == event.Declined, a.Type == event.Refusal:
		f.add(event.DeniedDeed, "the content of a refusal, %q", cue)
	case a.Stance == event.Demanded:
		f.add(event.DemandedDeed, "the content of a demand, %q", cue)
	case a.Stance == event.Threatened:
		f.add(event.ThreatenedDeed, "the content of a threat, %q", cue)
	case f.verbal && f.decides(a):
	case a.Stance == event.Promised, a.Type == event.Intention:
		f.add(event.Planned, "the content of an intention, %q", cue)
	}
}

// isGivenNoun reports whether the deed is a noun that speaks of something known: who "failed to respond to the ultimatum" denies no
// ultimatum.
func (f *statusFinder) isGivenNoun() bool { return isGiven(f.t, f.path[0]) }

// presumedBy reports whether the statement's clause stands as a fact although its cue is negated.
func (f *statusFinder) presumedBy(a *event.Attribution) bool {
	for _, h := range a.Heads {
		if h.Sentence == f.t.Sentence && !a.Cue.Empty() && a.Cue.Range.Sentence == h.Sentence && f.presumed(h.Token, a.Cue.Head) {
			return true
		}
	}
	return false
}

// decides reports whether the cue is a word of deciding: a deed of words is done by it.
func (f *statusFinder) decides(a *event.Attribution) bool {
	return a.Cue.Range.Sentence == f.t.Sentence && !a.Cue.Empty() && f.embeddings.of(f.t, a.Cue.Head, "clause") == decided
}

// reaches reports whether the climb from the deed came to the head of a clause of the statement.
func (f *statusFinder) reaches(a *event.Attribution) bool {
	for _, h := range a.Heads {
		if h.Sentence == f.t.Sentence && slices.Contains(f.path, h.Token) {
			return true
		}
	}
	return false
}

// deedStatus is the status that a speech act of each type gives to its deed; an accusation gives none of its own.
var deedStatus = map[string]event.Status{
	"AGREE": event.Planned, "REQUEST": event.DemandedDeed, "REJECT": event.DeniedDeed, "THREATEN": event.ThreatenedDeed, "ACCUSE": "",
}

// linkSpeechActs points deeds at the act that promises, asks for, refuses, threatens or alleges them: the nearest above.
func (r *run) linkSpeechActs(t *syntax.Tree, cs []lexicon.Candidate, events []*event.Event) {
	for i, e := range events {
		if e == nil {
			continue
		}
		best, dist := -1, t.Len()+1
		for j := range cs {
			if _, ok := deedStatus[cs[j].Code.Type]; !ok || i == j || events[j] == nil || cs[j].Content < 0 {
				continue
			}
			if d := climbTo(t, cs[i].Trigger, cs[j].Content); d >= 0 && d < dist && cs[j].Trigger != cs[i].Trigger {
				best, dist = j, d
			}
		}
		if best >= 0 {
			r.setSpeechAct(e, events[best])
		}
	}
}

// setSpeechAct makes e the deed of a speech act.
func (r *run) setSpeechAct(e, act *event.Event) {
	e.Of = act
	if s := deedStatus[act.Type]; s != "" && rank(s) < rank(e.Status) {
		e.Status, e.Because = s, "the deed of "+act.Type
	}
}

// climbTo counts the steps from word w up to word top by relations that keep a deed within what is said of it; -1 if top is
// not above, or the deed is taken for granted there: "urged them to condemn the attack" asks for no attack.
func climbTo(t *syntax.Tree, w, top int) int {
	if w != top && isGiven(t, w) {
		return -1
	}
	for n := 0; w != syntax.NoHead; n++ {
		if w == top {
			return n
		}
		if !within(t, w) {
			return -1
		}
		w = t.Head(w)
	}
	return -1
}

// within reports whether the deed at word w is part of what the word above it tells.
func within(t *syntax.Tree, w int) bool {
	switch {
	case t.Is(w, "acl:"):
		return isInfinitive(t, w)
	case t.Is(w, "nmod"):
		return isQuantity(t.Lemmas[t.Head(w)])
	}
	return t.Is(w, "xcomp", "ccomp", "csubj", "conj", "obj", "nsubj:pass", "compound")
}

// isGiven reports whether noun w speaks of something known: "the attack", "its attacks".
func isGiven(t *syntax.Tree, w int) bool {
	d := t.Dependent(w, "det", "nmod:poss")
	return t.UPOS[w] == "NOUN" && d >= 0 && (t.Is(d, "nmod:poss") || t.Lemmas[d] == "the" || t.Lemmas[d] == "this" || t.Lemmas[d] == "that")
}

// ruleOf names a frame as records do: "consult.txt:118 meet with".
func ruleOf(f *lexicon.Frame, head string) string {
	if f == nil {
		return ""
	}
	return f.Rule(head)
}

// frameOf is the entry of a rule's name, without the headword.
func frameOf(rule string) string {
	for i := range len(rule) {
		if rule[i] == ' ' {
			return rule[:i]
		}
	}
	return rule
}
