package coder

import (
	"slices"

	"example.org/demarche/internal/event"
	"example.org/demarche/internal/lexicon"
	"example.org/demarche/internal/syntax"
)

// setStatus decides how far an event is asserted, and why. It returns what it found, for speech acts to add to.
func (r *run) setStatus(t *syntax.Tree, c *lexicon.Candidate, e *event.Event) *statusFinder {
	f := &statusFinder{
		t: t, embeddings: r.embeddings, cues: r.cue[t.Sentence],
		kind: e.Type, mode: e.Mode, verbal: e.QuadClass == 1 || e.QuadClass == 3, reported: len(e.Attributions) > 0, actorless: isActorless(c, e), light: make([]bool, t.Len()),
	}
	for _, w := range c.Words {
		f.light[w] = true
	}
	f.ownDeed = f.reported && r.isOwnDeed(e)
	f.spent, f.byRefusing = c.Negation, c.Negation
	f.climb(c.Trigger)
	if c.Predicate != c.Trigger && !slices.Contains(f.path, c.Predicate) && !slices.Contains(f.given, c.Trigger) {
		f.spent = false
		f.climb(c.Predicate)
	}
	if n := len(e.Attributions); n > 0 {
		f.statement(e.Attributions[n-1])
		if e.QuadClass == 4 && (f.ownDeed || r.isAimed(e)) {
			f.harm(e.Attributions[n-1], r.isTold(e) || isForAnyone(t, c.Predicate))
		}
	}
	f.decide(c.Predicate, e)
	return f
}

// isActorless reports whether the words of a deed themselves name nobody who did it, whoever may be said to have done it by the clause around.
func isActorless(c *lexicon.Candidate, e *event.Event) bool {
	return len(e.Actors) == 0 || c.POS == lexicon.Noun && c.Predicate == c.Trigger && c.Actors[0].Slot == lexicon.Subject
}

// decide gives event e, whose predicate is a word, the status that was found: the winning finding; else by aspect.
func (f *statusFinder) decide(predicate int, e *event.Event) {
	if b, ok := f.best(); ok {
		e.Status, e.Because = b.status, b.why
	} else if f.embeddings.has(f.t, f.path[0], "period") {
		e.Status, e.Because = event.Historical, "a time that is over"
	} else if why := f.lasts(predicate); why != "" {
		e.Status, e.Because = event.Ongoing, why
	} else {
		e.Status, e.Because = event.Occurred, "told as done"
	}
}

// statement adds what the innermost statement around a deed says by its stance, if the deed is what it is about, not
// taken for granted within it, and the cue has not said by itself what becomes of the deed.
func (f *statusFinder) statement(a *event.Attribution) {
	h := f.reached(a)
	if h < 0 || slices.Contains(f.given, h) || !a.Cue.Empty() && a.Cue.Range.Sentence == f.t.Sentence && slices.Contains(f.settled, a.Cue.Head) {
		return
	}
	if a.Stance == event.Demanded && (isToBe(f.t, h) || f.isAsDemanded(a)) || isAccompanying(f.t, h) {
		return // "is to leave, he told them"; "left, as they demanded"; "ordered it during a visit"
	}
	before := len(f.found)
	f.stance(a)
	for i := range f.found[before:] {
		f.found[before+i].depth = slices.Index(f.path, h) + 1
	}
}

// isAsDemanded reports whether the cue of statement a stands in a clause with "as": what was done "as the treaty demanded" was done.
func (f *statusFinder) isAsDemanded(a *event.Attribution) bool {
	return !a.Cue.Empty() && a.Cue.Range.Sentence == f.t.Sentence && f.t.Is(a.Cue.Head, "advcl") && hasMark(f.t, a.Cue.Head, "as")
}

// isAccompanying reports whether noun w tells of what goes on beside the deed around it, or why: "ordered the closure during a visit", "nominated them for their
// support".
func isAccompanying(t *syntax.Tree, w int) bool {
	if t.UPOS[w] != "NOUN" || !t.Is(w, "obl", "nmod") {
		return false
	}
	switch c := t.Case(w); c {
	case "during", "amid", "after", "following", "since", "despite", "because of", "because", "over":
		return true
	case "in":
		return t.Is(w, "obl") && t.Dependent(w, "det") >= 0
	case "for", "with":
		return t.Dependent(w, "nmod:poss") >= 0
	}
	return false
}

// harm adds that a harm which its own doer announces is threatened: in a warning, on a condition ("if they come back we will fire, the
// colonel said"), or to those whom it would strike.
func (f *statusFinder) harm(a *event.Attribution, aimed bool) {
	announced := func(s event.Status) bool {
		return slices.ContainsFunc(f.found, func(x finding) bool { return x.status == s })
	}
	switch {
	case f.reached(a) < 0:
	case f.consequence && announced(event.Conditional):
		f.add(event.ThreatenedDeed, "a harm announced on a condition")
	case a.CueLemma == "warn" && announced(event.Planned):
		f.add(event.ThreatenedDeed, "a harm announced in a warning")
	case aimed && announced(event.Planned):
		f.add(event.ThreatenedDeed, "a harm announced to those whom it would strike")
	}
}

// isTold reports whether the innermost statement around an event is made to one of its recipients.
func (r *run) isTold(e *event.Event) bool {
	s := r.statement[e.Attributions[len(e.Attributions)-1]]
	return s != nil && s.Addressee != nil && has(e.Recipients, s.Addressee)
}

// isForAnyone reports whether verb w is done to whoever does something: "will arrest anyone who marches".
func isForAnyone(t *syntax.Tree, w int) bool {
	for d := range t.Dependents(w) {
		if !t.Is(d, "obj", "nsubj:pass") || t.Dependent(d, "acl:relcl") < 0 {
			continue
		}
		if x := t.Dependent(d, "det"); slices.Contains([]string{"anyone", "anybody", "everyone", "whoever"}, t.Lemmas[d]) || x >= 0 && (t.Lemmas[x] == "any" || t.Lemmas[x] == "every") {
			return true
		}
	}
	return false
}

// isOwnDeed reports whether the innermost statement around an event is by its actor, or by somebody of the actor's country, or of its kind
// where no country is named: an army spokesman on the army.
func (r *run) isOwnDeed(e *event.Event) bool {
	s := r.statement[e.Attributions[len(e.Attributions)-1]]
	return s != nil && s.Speaker != nil && slices.ContainsFunc(e.Actors, func(a event.Side) bool {
		p := a.Participant
		return p == s.Speaker || p.Country == s.Speaker.Country && p.Sector != "CVL" && (p.Country != "" || p.Sector != "" && p.Sector == s.Speaker.Sector)
	})
}

// isAimed reports whether officers or rebels speak in the innermost statement around an event of a harm to others that nobody is said to do: "the town would be
// bombed if they fired again, the general said".
func (r *run) isAimed(e *event.Event) bool {
	s := r.statement[e.Attributions[len(e.Attributions)-1]]
	if s == nil || s.Speaker == nil || len(e.Actors) > 0 || len(e.Recipients) == 0 || !slices.Contains([]string{"MIL", "REB", "COP"}, s.Speaker.Sector) {
		return false
	}
	return !slices.ContainsFunc(e.Recipients, func(x event.Side) bool {
		return x.Participant == s.Speaker || x.Participant.Country == s.Speaker.Country && x.Participant.Country != ""
	})
}

// stance adds what a statement around the deed says by its stance.
func (f *statusFinder) stance(a *event.Attribution) {
	cue := a.CueLemma
	switch {
	case a.Negated && a.Type == event.Assertion:
		f.add(event.Hypothetical, "not said")
	case f.isSpokenNoun() && (a.Stance == event.Denied || a.Stance == event.Declined || a.Type == event.Refusal): // "turned down a plea"
	case a.Stance == event.Denied:
		f.add(event.DeniedDeed, "the content of a denial, %q", cue)
	case (a.Stance == event.Declined || a.Type == event.Refusal) && f.isGivenNoun():
	case a.Stance == event.Declined, a.Type == event.Refusal:
		f.add(event.DeniedDeed, "the content of a refusal, %q", cue)
	case a.Stance == event.Demanded:
		f.add(event.DemandedDeed, "the content of a demand, %q", cue)
	case a.Stance == event.Threatened:
		f.add(event.ThreatenedDeed, "the content of a threat, %q", cue)
	case (a.Stance == event.Promised || a.Type == event.Intention) && !isToldPast(f.t, f.path[0]):
		f.add(event.Planned, "the content of an intention, %q", cue)
	}
}

// isToldPast reports whether verb w tells in the past or the perfect what was done, so that nobody can promise it: not "were coming".
func isToldPast(t *syntax.Tree, w int) bool {
	return isPast(t, w) && t.XPOS[w] != "VBG" && !isUncertain(t, w)
}

// isGivenNoun reports whether the deed is a noun that speaks of something known: who "failed to respond to the ultimatum" denies no
// ultimatum.
func (f *statusFinder) isGivenNoun() bool { return isGiven(f.t, f.path[0]) }

// isSpokenNoun reports whether the deed is a noun of speech, which was spoken whatever is answered: "a plea".
func (f *statusFinder) isSpokenNoun() bool { return f.isWords() && f.t.UPOS[f.path[0]] == "NOUN" }

// reached is the head of a clause of the statement that the climb from the deed came to, -1 if it came to none.
func (f *statusFinder) reached(a *event.Attribution) int {
	for _, h := range a.Heads {
		if h.Sentence == f.t.Sentence && slices.Contains(f.path, h.Token) {
			return h.Token
		}
	}
	return -1
}

// deedStatus is the status that a speech act of each type gives to its deed; an accusation gives none of its own.
var deedStatus = map[string]event.Status{
	"AGREE": event.Planned, "REQUEST": event.DemandedDeed, "REJECT": event.DeniedDeed, "THREATEN": event.ThreatenedDeed, "ACCUSE": "",
}

// linkSpeechActs points deeds at the act that promises, asks for, refuses, threatens or alleges them: the nearest above that does not
// take the deed for granted.
func (r *run) linkSpeechActs(t *syntax.Tree, cs []lexicon.Candidate, events []*event.Event, found []*statusFinder) {
	for i, e := range events {
		if e == nil {
			continue
		}
		best, dist := -1, t.Len()+1
		for j := range cs {
			if cs[j].Code.Type == "REJECT" && found[i].isSpokenNoun() {
				continue // who rejects a plea denies no plea
			}
			if _, ok := deedStatus[cs[j].Code.Type]; !ok || i == j || events[j] == nil || cs[j].Content < 0 || found[i].isGivenBelow(cs[j].Content) {
				continue
			}
			if d := climbTo(t, cs[i].Trigger, cs[j].Content); d >= 0 && d < dist && cs[j].Trigger != cs[i].Trigger {
				best, dist = j, d
			}
		}
		if best >= 0 {
			e.Of = events[best]
			found[i].act(events[best], cs[best].Content)
			found[i].decide(cs[i].Predicate, e)
		}
		if e.Status == event.DemandedDeed && found[i].opposed != "" {
			r.note(t, cs[i].Trigger, e.Evidence.Rule, "asked not to be done: "+found[i].opposed)
		}
	}
}

// isGivenBelow reports whether the deed was found to be taken for granted at word w or below it: "ordered them to stop shelling" asks for
// no shelling.
func (f *statusFinder) isGivenBelow(w int) bool {
	return len(f.given) > 0 && (slices.Contains(f.given, w) || !slices.Contains(f.path, w))
}

// act adds what a speech act says of its deed, which its content tells, unless a word above has said by itself what becomes of it.
func (f *statusFinder) act(act *event.Event, content int) {
	s := deedStatus[act.Type]
	if s == "" || slices.Contains(f.settled, act.Trigger.Token) || act.Type == "AGREE" && isToldPast(f.t, f.path[0]) {
		return // "assured him that most of them had supported it"
	}
	f.found = append(f.found, finding{s, "the deed of " + act.Type, slices.Index(f.path, content) + 1})
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
