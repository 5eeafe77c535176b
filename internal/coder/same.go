package coder

import (
	"slices"

	"example.org/demarche/internal/event"
	"example.org/demarche/internal/syntax"
)

// window is how many earlier events an event is compared with: one report rarely comes back to a happening after more.
const window = 60

// near is how many sentences back "the attack" may point.
const near = 4

// linkSame points every event at the first report of the same happening in the article: the report before it that agrees best, the
// nearest of several. What happened "in the attack" is of the happening that "the attack" points back at.
func (r *run) linkSame(events []*event.Event) {
	r.deeds = map[*event.Event]*event.Event{}
	for _, e := range events {
		if e.Of != nil {
			r.deeds[e.Of] = e
		}
	}
	for i, e := range events {
		if e.SameAs == nil {
			r.recode(e, events[max(0, i-window):i])
			r.linkTo(e, e, events[max(0, i-window):i])
			continue
		}
		if top := first(e); top.Trigger.Sentence == e.Trigger.Sentence && r.pointsBack(e) {
			r.linkTo(top, e, before(events[max(0, i-window):i], e.Trigger.Sentence))
		}
	}
	r.linkAhead(events)
	known := map[*event.Event]*event.Event{} // by first report: day and place as far as told
	for _, e := range events {
		if e.SameAs != nil {
			e.SameAs = first(e.SameAs)
		}
		if k := known[first(e)]; k != nil {
			carry(k, e)
			carry(e, k)
		} else {
			known[e] = &event.Event{When: e.When, Place: e.Place}
		}
	}
}

// linkAhead makes nouns that tell of nobody first reports of what is told in full a little later: "Town calm after shooting. … The police
// shooting of a student …".
func (r *run) linkAhead(events []*event.Event) {
	for i, e := range events {
		if e.SameAs != nil || r.alone[e] || e.Of != nil || !r.retold[e] && len(e.Actors)+len(e.Recipients) > 0 {
			continue
		}
		for _, x := range events[i+1:] {
			if x.Trigger.Sentence > e.Trigger.Sentence+near {
				break
			}
			if x.SameAs == nil && !r.retold[x] && len(x.Actors)+len(x.Recipients) > 0 && x.Type == e.Type && realis(x) == realis(e) &&
				x.Trigger.Sentence > e.Trigger.Sentence && r.sameWord(e, x) && r.isPlural(e) == r.isPlural(x) && !r.contradict(e, x) && !r.isNew(x) {
				x.SameAs = e
				e.Actors, e.Recipients = bare(x.Actors), bare(x.Recipients)
				delete(r.retold, e)
				break
			}
		}
	}
}

// linkTo points top, the first report of what e tells as far as known, at the event that e agrees with best, the nearest of several; of the
// deeds of one sentence at the main one.
func (r *run) linkTo(top, e *event.Event, earlier []*event.Event) {
	best := 0
	var found, last *event.Event
	for _, x := range slices.Backward(earlier) {
		f := first(x)
		if e.Trigger.Before(f.Trigger) { // a noun that no frame codes comes behind those of its sentence
			continue
		}
		n := r.agreement(x, e)
		if n < best || n == 0 || n == best && !r.isBelow(last, x) {
			continue
		}
		if f != top && (len(f.Actors)+len(f.Recipients) > 0 || r.alone[f]) && !r.contradict(f, e) && !r.contradict(f, top) && fitsAll(earlier, f, e) {
			best, found, last = n, f, x
		}
	}
	if found != nil {
		top.SameAs = found
		carry(found, top)
		gather(found, top)
		if isPointer(top) {
			take(found, top)
		}
		if realis(top) != realis(found) {
			top.Status, top.Because = found.Status, "taken up from what is told before"
		}
	}
}

// fitsAll reports whether day and place of e can be those of every report, among the earlier events, of what f reports first.
func fitsAll(earlier []*event.Event, f, e *event.Event) bool {
	return !slices.ContainsFunc(earlier, func(x *event.Event) bool {
		return first(x) == f && !(daysAgree(x.When, e.When) && placesAgree(x.Place, e.Place))
	})
}

// isPlural reports whether an event's word is a plural noun, other than "talks" and its like, which are one.
func (r *run) isPlural(e *event.Event) bool {
	return e.Type != "CONSULT" && r.in.Trees[e.Trigger.Sentence].XPOS[e.Trigger.Token] == "NNS"
}

// isBelow reports whether two events stand in one sentence, the first below the second.
func (r *run) isBelow(e, f *event.Event) bool {
	a, b := e.Trigger, f.Trigger
	return a.Sentence == b.Sentence && a.Token != b.Token && r.in.Trees[a.Sentence].Dominates(b.Token, a.Token)
}

// before cuts a list of events, in order of text, at a sentence.
func before(events []*event.Event, sentence int) []*event.Event {
	n := slices.IndexFunc(events, func(e *event.Event) bool { return e.Trigger.Sentence >= sentence })
	if n < 0 {
		return events
	}
	return events[:n]
}

// agreement says how well e agrees with f, 0 if they are of two happenings: by sides and words, and then by how near they stand. "The attack" is
// the one told last, whatever its word; the same word or the same sides weigh as much as a sentence or two.
func (r *run) agreement(f, e *event.Event) int {
	const far = 1000
	near := far - min(e.Trigger.Sentence-f.Trigger.Sentence, far-1)
	switch {
	case !r.sameHappening(f, e):
		return 0
	case realis(f) != realis(e):
		return near
	case r.isVague(e) && r.pointsBack(e):
		if r.sameStem(f, e) {
			near++
		}
		if sidesAgree(f, e) {
			near += 2
		}
		return 4*far + near
	case r.sameWord(f, e) && (shared(f.Actors, e.Actors) || shared(f.Recipients, e.Recipients)):
		return 4*far + near
	case r.sameWord(f, e):
		return 3*far + near
	case isPointer(e): // its code is that of the deed told last
		return near
	case f.CAMEO == e.CAMEO || sidesAgree(f, e):
		return 2*far + near
	}
	return near
}

// first is the first report of what e tells.
func first(e *event.Event) *event.Event {
	for e.SameAs != nil {
		e = e.SameAs
	}
	return e
}

// sameHappening reports whether e tells again what f told: nothing about them contradicts, and the words, the sides, the day, the
// place or the numbers agree enough.
func (r *run) sameHappening(f, e *event.Event) bool {
	switch {
	case f.Type != e.Type || f.Type == "" || !r.asFirm(f, e) || r.contradict(f, e) || r.isNew(e):
		return false
	case r.pointsBack(e):
		return r.pointsAt(f, e) && !(r.isBelow(e, f) && !r.isAmid(e)) && !(r.isPlural(f) && !r.isPlural(e))
	case f.Trigger.Sentence == e.Trigger.Sentence: // two verbs of one sentence tell two deeds
		return false
	case isHistory(f) != isHistory(e) && !(r.sameStem(f, e) && bothSides(f, e)):
		return false
	case named(f, e), sameCount(f, e) && sidesAgree(f, e):
		return true
	case r.isUnderway(f, e), r.isAmongThose(f, e), r.isCrowdAgain(f, e), r.isAccount(f, e), r.isTheirsAgain(f, e):
		return true
	case r.isIndefinite(e):
		same := sidesAgree(f, e) && daysMatch(f.When, e.When) || r.sameSufferer(f, e)
		return same && (r.sameWord(f, e) || f.CAMEO == e.CAMEO) || r.isConfirmed(e) && bothSides(f, e) && sameKind(f, e)
	}
	alike := r.sameWord(f, e) || sameKind(f, e) || e.Type == "ASSAULT" && r.isOutcome(r.in.Trees[e.Trigger.Sentence], e.Trigger.Token) && r.sameSufferer(f, e)
	if f.Status != e.Status && !factual(f) { // "wants to release them", "will release them"
		alike = r.sameStem(f, e)
	}
	return (alike && r.toldAgain(f, e) || r.isDetail(f, e) || r.isToll(f, e) || r.isHeadlined(f, e)) && !r.otherDeeds(f, e)
}

// isHeadlined reports whether f is told by a headline and e, soon after it, by the report: the same sides do the same kind of thing in both, in
// the report's main clause, or one who does it is the same and so is the word.
func (r *run) isHeadlined(f, e *event.Event) bool {
	if f.Trigger.Sentence > 0 || e.Trigger.Sentence > 2 {
		return false
	}
	isMain := func(e *event.Event) bool {
		return r.in.Trees[e.Trigger.Sentence].Head(e.Trigger.Token) == syntax.NoHead
	}
	return isMain(f) && (isMain(e) && (bothSides(f, e) || r.sameWord(f, e) && r.ofSameThing(f, e)) ||
		r.sameWord(f, e) && shared(f.Actors, e.Actors) && !clash(f.Recipients, e.Recipients))
}

// isConfirmed reports whether somebody confirms an event, which is so spoken of as known: "confirmed that it had held talks".
func (r *run) isConfirmed(e *event.Event) bool {
	n := len(e.Attributions)
	return n > 0 && slices.Contains([]string{"confirm", "acknowledge", "admit"}, e.Attributions[n-1].CueLemma)
}

// otherDeeds reports whether two acts of speech speak of deeds that are not one: "called for him to resign", "called for her to leave".
func (r *run) otherDeeds(f, e *event.Event) bool {
	a, b := r.deeds[f], r.deeds[e]
	if a == nil || b == nil {
		return false
	}
	return a.Type != b.Type || areOthers(a.Actors, b.Actors) || areOthers(a.Recipients, b.Recipients)
}

// isAmid reports whether an event's noun tells in what something came about: "killed in the attack", rather than "marched after the attack".
func (r *run) isAmid(e *event.Event) bool {
	switch r.in.Trees[e.Trigger.Sentence].Case(e.Trigger.Token) {
	case "in", "during", "by", "from":
		return true
	}
	return false
}

// isHistory reports whether an event is told as long past.
func isHistory(e *event.Event) bool { return e.Status == event.Historical }

// toldAgain reports whether sides, day and place show that two reports of one kind of deed are of one happening. Violence by or against
// the same, on no day and at no place that is told, may be another attack.
func (r *run) toldAgain(f, e *event.Event) bool {
	if sidesAgree(f, e) && (bothSides(f, e) || daysMatch(f.When, e.When) || f.Place != nil && f.Place == e.Place) || sameVictim(f, e) || r.sameSufferer(f, e) {
		return true
	}
	if e.Type == "ASSAULT" || e.Type == "CONSULT" || !r.sameWord(f, e) {
		return false
	}
	return sidesTell(f, e) || e.Type == "ACCUSE" && r.sameStem(f, e) && sidesAgree(f, e) && r.areAsMany(f, e) && e.Trigger.Sentence-f.Trigger.Sentence <= 2
}

// pointsAt reports whether f is what e's noun, or the object of its verb, points back at: the same deed by its word, wherever that was
// told, or by its sides; any deed of its type if the word is a general one and the deed was told a short while ago.
func (r *run) pointsAt(f, e *event.Event) bool {
	general := r.isGeneral(f, e) && e.Trigger.Sentence-f.Trigger.Sentence <= near && !r.numbersThem(e)
	switch {
	case f.Reciprocal || e.Reciprocal:
		if clash(everybody(f), everybody(e)) && !(general && len(everybody(e)) == 1) { // who joins the talks is one more
			return false
		}
	case clash(f.Actors, e.Actors) || clash(f.Recipients, e.Recipients) || r.strikesAnother(f, e):
		return false
	}
	return general || r.sameWord(f, e) || sidesAgree(f, e)
}

// contradict reports whether two reports cannot be of one happening: their modes, days, places or numbers.
func (r *run) contradict(f, e *event.Event) bool {
	return !r.modesAgree(f, e) || !daysAgree(f.When, e.When) || !placesAgree(f.Place, e.Place) || countsDiffer(f, e) && !clash(f.Recipients, e.Recipients)
}

// realis is how far an event is asserted, as far as it parts happenings: what is told as done, what is denied, and what is planned, asked for,
// threatened or only supposed are never one.
func realis(e *event.Event) event.Status {
	switch e.Status {
	case event.Ongoing, event.Historical:
		return event.Occurred
	case event.Conditional, event.Hypothetical, event.DemandedDeed, event.ThreatenedDeed:
		return event.Planned
	}
	return e.Status
}

// asFirm reports whether two events are asserted alike. A noun that takes up what has been told as done is done, though "the releases were
// announced" would tell of a plan by itself, and "the target of the attack" of any attack.
func (r *run) asFirm(f, e *event.Event) bool {
	return realis(f) == realis(e) || factual(f) && r.isGivenAgain(f, e)
}

// isGivenAgain reports whether e is a noun that names nobody and takes up deed f, told a short while ago, so that the words above it, unless they deny,
// ask for or threaten it, tell what is thought of it, not whether it happened: "considered the request".
func (r *run) isGivenAgain(f, e *event.Event) bool {
	switch e.Status {
	case event.Planned, event.Hypothetical, event.Conditional:
		return len(e.Actors)+len(e.Recipients) == 0 && e.Trigger.Sentence-f.Trigger.Sentence <= near && r.pointsBack(e) && (r.sameStem(f, e) || r.isGeneral(f, e))
	}
	return false
}

// factual reports whether an event is told as done or going on.
func factual(e *event.Event) bool { return realis(e) == event.Occurred }

// sameKind reports whether two codes can be of one deed told in other words ("met", "held talks"): the same mode, and one
// family of CAMEO with a general code on one side.
func sameKind(f, e *event.Event) bool {
	if f.Mode != e.Mode || len(f.CAMEO) < 3 || len(e.CAMEO) < 3 || f.CAMEO[:2] != e.CAMEO[:2] {
		return false
	}
	return f.CAMEO == e.CAMEO || f.CAMEO[2] == '0' || e.CAMEO[2] == '0'
}

// modesAgree reports whether two reports of one type may be of one deed by their modes: equal ones, or both of those that may be given to
// one deed. A word without a mode may be of any of these, and of others if it is a general one: "the attack" of a kidnapping.
func (r *run) modesAgree(f, e *event.Event) bool {
	any, some := r.same.modes[e.Type]
	switch {
	case f.Mode == e.Mode:
		return true
	case f.Mode == "":
		return !some || slices.Contains(any, e.Mode) || r.isGeneral(e, f) || r.isVague(f)
	case e.Mode == "":
		return !some || slices.Contains(any, f.Mode) || r.isGeneral(f, e) || r.isVague(e)
	}
	return slices.Contains(any, f.Mode) && slices.Contains(any, e.Mode)
}
