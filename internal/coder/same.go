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
// nearest of several.
func (r *run) linkSame(events []*event.Event) {
	for i, e := range events {
		if e.SameAs != nil {
			continue
		}
		best := 0
		for j := i - 1; j >= max(0, i-window); j-- {
			f := first(events[j])
			if n := r.agreement(events[j], e); n > best && f != e && len(f.Actors)+len(f.Recipients) > 0 && !r.contradict(f, e) {
				best, e.SameAs = n, f
			}
		}
		if e.SameAs != nil {
			carry(e.SameAs, e)
		}
	}
	for _, e := range events {
		if e.SameAs != nil {
			e.SameAs = first(e.SameAs)
		}
	}
}

// agreement says how well e agrees with f, 0 if they are of two happenings.
func (r *run) agreement(f, e *event.Event) int {
	switch {
	case !r.sameHappening(f, e):
		return 0
	case r.sameWord(f, e):
		return 3
	case f.CAMEO == e.CAMEO || sidesAgree(f, e):
		return 2
	}
	return 1
}

// first is the first report of what e tells.
func first(e *event.Event) *event.Event {
	for e.SameAs != nil {
		e = e.SameAs
	}
	return e
}

// linkMeans makes one happening of a deed and the deed that did it ("the bombing killed ten"): the later word points at the
// earlier.
func linkMeans(e, means *event.Event) {
	e, means = first(e), first(means)
	switch {
	case e == means || e.Type != means.Type:
	case means.Trigger.Before(e.Trigger):
		e.SameAs = means
	default:
		means.SameAs = e
	}
}

// linkOutcomes makes one happening of violence and its outcome in one sentence: "shelled the town, killing six", "killed twelve and
// wounded thirty".
func (r *run) linkOutcomes(t *syntax.Tree, events []*event.Event) {
	at := make(map[int]*event.Event, len(events))
	for _, e := range events {
		if e != nil && at[e.Trigger.Token] == nil {
			at[e.Trigger.Token] = e
		}
	}
	for _, e := range events {
		if e == nil || e.Type != "ASSAULT" || !r.isOutcome(t, e.Trigger.Token) {
			continue
		}
		if f := at[outcomeOf(t, e.Trigger.Token)]; f != nil && f.Type == e.Type && !r.contradict(f, e) && factual(f) == factual(e) {
			linkMeans(e, f)
		}
	}
}

// isOutcome reports whether word w says what befell people, or is the verb of "leaving ten dead".
func (r *run) isOutcome(t *syntax.Tree, w int) bool {
	k := r.tolls.kindOf(t, w)
	return k == "killed" || k == "injured" || t.Lemmas[w] == "leave"
}

// outcomeOf returns the verb whose outcome verb w tells: that above its participle, or the one it is coordinated with under the same
// subject; -1 for none.
func outcomeOf(t *syntax.Tree, w int) int {
	switch {
	case t.Is(w, "advcl") && (t.XPOS[w] == "VBG" || t.XPOS[w] == "VBN"):
		if m := t.Dependent(w, "mark"); m < 0 || t.Lemmas[m] == "with" {
			return t.Head(w)
		}
	case t.Is(w, "conj") && (t.Dependent(w, "nsubj") < 0 || t.XPOS[w] == "VBN"):
		return t.Head(w)
	}
	return -1
}

// sameHappening reports whether e tells again what f told: nothing about them contradicts, and the words, the sides, the day, the
// place or the numbers agree enough.
func (r *run) sameHappening(f, e *event.Event) bool {
	switch {
	case f.Type != e.Type || f.Type == "" || r.contradict(f, e) || r.isNew(e):
		return false
	case r.pointsBack(e):
		return realis(f) == realis(e) && r.pointsAt(f, e)
	case !sidesAgree(f, e) || f.Status != e.Status || f.Trigger.Sentence == e.Trigger.Sentence:
		return false // two verbs of one sentence tell two deeds
	case r.isIndefinite(e):
		return daysMatch(f.When, e.When) && (r.sameWord(f, e) || f.CAMEO == e.CAMEO) || sameCount(f, e)
	}
	agree := bothSides(f, e) || daysMatch(f.When, e.When) || f.Place != nil && f.Place == e.Place || sameVictim(f, e)
	return agree && (r.sameWord(f, e) || sameKind(f, e)) || sameCount(f, e)
}

// pointsAt reports whether f is what e's noun, or the object of its verb, points back at: the same deed by its word, wherever that was
// told, or by its sides; any deed of its type if the word is a general one and the deed was told a short while ago.
func (r *run) pointsAt(f, e *event.Event) bool {
	general := r.isGeneral(e) && e.Trigger.Sentence-f.Trigger.Sentence <= near
	switch {
	case f.Reciprocal || e.Reciprocal:
		if clash(everybody(f), everybody(e)) && !(general && len(everybody(e)) == 1) { // who joins the talks is one more
			return false
		}
	case clash(f.Actors, e.Actors) || clash(f.Recipients, e.Recipients):
		return false
	}
	return general || r.sameWord(f, e) || sidesAgree(f, e)
}

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

// contradict reports whether two reports cannot be of one happening: their modes, days, places or numbers.
func (r *run) contradict(f, e *event.Event) bool {
	return !r.modesAgree(f, e) || !daysAgree(f.When, e.When) || !placesAgree(f.Place, e.Place) || countsDiffer(f, e)
}

// realis is how far an event is asserted, as far as it parts happenings: what is told as done, what is planned, asked for, denied or
// only supposed are never one.
func realis(e *event.Event) event.Status {
	switch e.Status {
	case event.Ongoing, event.Historical:
		return event.Occurred
	case event.Conditional:
		return event.Hypothetical
	}
	return e.Status
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

// modesAgree reports whether two reports of one type may be of one deed by their modes.
func (r *run) modesAgree(f, e *event.Event) bool {
	if f.Mode == e.Mode || f.Mode == "" || e.Mode == "" {
		return true
	}
	any := r.same.modes[e.Type]
	return slices.Contains(any, f.Mode) && slices.Contains(any, e.Mode)
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
	return a.Precision == event.AtRegion && a.Name == b.Admin1 || b.Precision == event.AtRegion && b.Name == a.Admin1
}

// countsDiffer reports whether both reports number one kind of victims, and no number of one can be one of the other.
func countsDiffer(f, e *event.Event) bool {
	for _, x := range f.Counts {
		both, fits := false, false
		for _, y := range e.Counts {
			if x.Kind == y.Kind {
				both, fits = true, fits || countsFit(x, y)
			}
		}
		if both && !fits {
			return true
		}
	}
	return false
}

// countsFit reports whether two numbers can be one. The ends of an open number are unknown, not equal.
func countsFit(x, y event.Count) bool {
	loX, hiX := bounds(x)
	loY, hiY := bounds(y)
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
	return d >= 0 && (t.Lemmas[d] == "the" || t.Lemmas[d] == "this" || t.Lemmas[d] == "that" || t.Lemmas[d] == "these" || t.Lemmas[d] == "those")
}

// pointsBack reports whether an event's words speak of something known: "the attack", "their meeting", "signed the document", "signed it".
func (r *run) pointsBack(e *event.Event) bool {
	t, w := r.in.Trees[e.Trigger.Sentence], e.Trigger.Token
	if t.UPOS[w] == "NOUN" {
		p := t.Dependent(w, "nmod:poss")
		return r.definite(e) || p >= 0 && t.UPOS[p] == "PRON" && (e.Type == "CONSULT" || t.XPOS[w] != "NNS") // not "went on with their attacks"
	}
	o := t.Dependent(w, "obj", "nsubj:pass")
	if o < 0 {
		return false
	}
	return t.Lower(o) == "it" || t.Dependent(o, "det") >= 0 && t.Lower(t.Dependent(o, "det")) == "the" && r.same.general[e.Type][t.Lower(o)]
}

// isIndefinite reports whether an event's word is a noun that brings up something new: "a raid", "two raids", "air strikes".
func (r *run) isIndefinite(e *event.Event) bool {
	t, w := r.in.Trees[e.Trigger.Sentence], e.Trigger.Token
	return t.UPOS[w] == "NOUN" && !r.definite(e) && t.Dependent(w, "nmod:poss") < 0
}

// isNew reports whether words beside an event say that it is another than those told before: "another attack", "two raids", "attacked
// again", "other unions have endorsed".
func (r *run) isNew(e *event.Event) bool {
	t, w := r.in.Trees[e.Trigger.Sentence], e.Trigger.Token
	for d := range t.Dependents(w) {
		switch {
		case t.UPOS[w] != "NOUN":
			if t.Is(d, "advmod") && r.same.again[t.Lower(d)] {
				return true
			}
		case t.Is(d, "nummod"), t.Is(d, "amod", "det", "compound") && r.same.new[t.Lower(d)]:
			return true
		}
	}
	for _, s := range everybody(e) {
		for w := s.Range.Start; w < s.Range.End; w++ {
			if r.same.others[t.Lower(w)] {
				return true
			}
		}
	}
	return false
}

// isGeneral reports whether an event's word may speak of any deed of its type.
func (r *run) isGeneral(e *event.Event) bool {
	return r.same.general[e.Type][r.in.Trees[e.Trigger.Sentence].Lower(e.Trigger.Token)]
}

// sameWord reports whether two events are told by one word or by a verb and its noun ("met", "meeting"): the same frame
// entry, or the same beginning of the lemma.
func (r *run) sameWord(f, e *event.Event) bool {
	a := r.in.Trees[f.Trigger.Sentence].Lemmas[f.Trigger.Token]
	b := r.in.Trees[e.Trigger.Sentence].Lemmas[e.Trigger.Token]
	n := min(len(a), len(b))
	return n >= 3 && a[:min(n, 5)] == b[:min(n, 5)] || frameOf(f.Evidence.Rule) == frameOf(e.Evidence.Rule)
}
