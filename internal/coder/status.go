package coder

import (
	"fmt"
	"slices"

	"example.org/demarche/internal/event"
	"example.org/demarche/internal/syntax"
)

// A finding is one reason for a status.
type finding struct {
	status event.Status
	why    string
	depth  int // how many steps above the deed it was found
}

// A statusFinder climbs from a deed to the root of its sentence and gathers what bears on its status.
type statusFinder struct {
	t           *syntax.Tree
	embeddings  *Embeddings
	cues        []bool // by word: whether it is a cue of attribution, whose content is asserted by its source alone
	kind, mode  string // the deed's PLOVER type and mode
	verbal      bool   // whether the deed is done by words: recognise, condemn
	reported    bool   // whether the deed stands in somebody's statement
	ownDeed     bool   // whether that is a statement by the doer's side
	actorless   bool   // whether the deed's own words name nobody who did it
	light       []bool // by word: whether it carries the deed together with its trigger ("hold" in "hold talks")
	found       []finding
	path        []int  // the words climbed over
	settled     []int  // words above that say by themselves what becomes of the deed
	given       []int  // words climbed over that are taken for granted by the word above
	consequence bool   // whether the deed would follow from a condition
	byRefusing  bool   // whether the deed is done by saying what will not be: "will not tolerate"
	spent       bool   // whether the next negation was taken into account by the word that it negates: "did not stop"
	opposed     string // the word that negates what a demand asks for, once best has found one
}

func (f *statusFinder) add(s event.Status, format string, args ...any) {
	f.found = append(f.found, finding{s, fmt.Sprintf(format, args...), len(f.path)})
}

// best returns the finding that wins; ok is false if there is none. What is asked for not to be done is demanded: a denial
// below a demand does not count.
func (f *statusFinder) best() (b finding, ok bool) {
	demand := -1
	for _, x := range f.found {
		if x.status == event.DemandedDeed {
			demand = max(demand, x.depth)
		}
	}
	f.opposed = ""
	for _, x := range f.found {
		switch {
		case x.status == event.DeniedDeed && x.depth < demand:
			f.opposed = x.why
		case b.status == "" || rank(x.status) < rank(b.status):
			b = x
		}
	}
	return b, b.status != ""
}

// climb gathers findings from word w upward.
func (f *statusFinder) climb(w int) {
	for steps := 0; steps <= f.t.Len(); steps++ {
		f.own(w)
		f.path = append(f.path, w)
		h := f.t.Head(w)
		if h == syntax.NoHead {
			return
		}
		before := len(f.found)
		on := f.step(w, h)
		if s := f.fate(w, h); s != "" && !slices.Contains(f.given, w) {
			f.found, f.path = f.found[:before], append(f.path, h)
			f.settled = append(f.settled, h)
			w, h = h, f.t.Head(h)
			on = f.take(s, w, h, "the fate of")
		}
		if !on {
			return
		}
		w = h
	}
}

// fate is what the verb above noun h says of the deed at word w that the noun speaks of: "kept the promise to", "dismissed reports that".
func (f *statusFinder) fate(w, h int) event.Status {
	v := f.t.Head(h)
	if f.t.UPOS[h] != "NOUN" || v == syntax.NoHead || f.t.UPOS[v] != "VERB" || !f.t.Is(w, "acl:", "nmod:", "compound") {
		return ""
	}
	slot := contentOf(f.t.Lemmas[h])
	if s := f.says(v, slot); s != "" || !f.t.Is(h, "nsubj") {
		return s
	}
	for c := range f.t.Dependents(v) { // "a plan was hatched and foiled"
		if f.t.Is(c, "conj") && f.t.Dependent(c, "nsubj") < 0 && f.says(c, slot) == event.DeniedDeed {
			return event.DeniedDeed
		}
	}
	return ""
}

// says is what word h says of what hangs on it in a slot. A negated word is asked for what it says if it is negated, and the
// negation is then spent; one that is only tried for what it says if it is tried.
func (f *statusFinder) says(h int, slot string) event.Status {
	if f.embeddings.has(f.t, h, "not-"+slot) && f.isNegative(h) {
		f.spent = true
		return f.embeddings.of(f.t, h, "not-"+slot)
	}
	if f.embeddings.has(f.t, h, "tried-"+slot) && f.isTried(h) {
		return f.embeddings.of(f.t, h, "tried-"+slot)
	}
	return f.embeddings.of(f.t, h, slot)
}

// isTried reports whether word h hangs on one that says that it was only tried: "tried to persuade them".
func (f *statusFinder) isTried(h int) bool {
	g := f.t.Head(h)
	return g != syntax.NoHead && f.t.Is(h, "xcomp", "acl") && isInfinitive(f.t, h) && f.embeddings.of(f.t, g, "clause") == tried
}

// isNegative reports whether word h is negated, or hangs on a word that says that it was not done: "refused to rule out", "refused to confirm or deny".
func (f *statusFinder) isNegative(h int) bool {
	negative := f.negation(h) >= 0
	if a := f.t.Dependent(h, "amod"); a >= 0 && f.t.UPOS[h] == "NOUN" && f.t.Lemmas[a] == "little" {
		negative = true // "little doubt that"
	}
	first := f.t.FirstConjunct(h)
	if g := f.t.Head(first); g != syntax.NoHead && f.t.Is(first, "xcomp") && f.embeddings.of(f.t, g, "clause") == event.DeniedDeed {
		negative = !negative
	}
	return negative
}

// take acts on what word h says of the deed at word w, and says whether to climb on.
func (f *statusFinder) take(s event.Status, w, h int, place string) bool {
	if s == "" {
		return true
	}
	f.settled = append(f.settled, h)
	switch {
	case s == fact, s == ended:
		f.given = append(f.given, w)
		if s == ended && (isUncertain(f.t, h) || !isPast(f.t, h) && !isAgreed(f.t, h) || f.isCondition(h)) {
			f.add(event.Ongoing, "%s %q", place, f.t.Form(h))
		}
		return false
	case s == same, s == decided && f.verbal && f.kind != "CONSULT", s == past && isPast(f.t, h), s == tried && f.kind == "REQUEST" && f.t.UPOS[f.path[0]] == "VERB":
		return true
	case s == liable && f.isThere(), s == event.Ongoing && isBegunBefore(f.t, h), s == staged && isPast(f.t, h):
		return true
	case s == lasting:
		if isPastTense(f.t, h) {
			return true
		}
		s = event.Ongoing
	case s == liable, s == tried:
		s = event.Hypothetical
	case s == past && f.isDuty(h):
		s = event.DemandedDeed
	case s == past:
		s = event.Hypothetical
	case s == refused:
		s = event.DeniedDeed
	case s == decided, s == staged:
		s = event.Planned
	case s == event.DeniedDeed && f.spent:
		f.spent = false
		return true
	}
	f.add(s, "%s %q", place, f.t.Form(h))
	return true
}

// isThere reports whether the deed is one that those who face it have before them, not one that may come: demands, charges and attacks, rather
// than trial or arrest.
func (f *statusFinder) isThere() bool {
	switch f.kind {
	case "REQUEST", "REJECT", "THREATEN", "PROTEST", "MOBILIZE", "ASSAULT":
		return true
	case "ACCUSE":
		w := f.path[0]
		return f.mode == "disapprove" || f.t.XPOS[w] == "NNS" || f.t.Dependent(w, "det", "nmod:poss", "nummod") >= 0
	}
	return false
}

// own gathers what stands at word w itself.
func (f *statusFinder) own(w int) {
	t := f.t
	n := f.negation(w)
	if n >= 0 && len(f.path) == 0 && isAttended(t, w) {
		n = -1 // "was not at the talks"
	}
	spent := n >= 0 && f.spent
	if n >= 0 && !spent {
		f.add(event.DeniedDeed, "negated by %q", t.Form(n))
	}
	f.spent = f.spent && !spent
	if w > 1 && t.Lower(w-1) == "but" && t.Lower(w-2) == "all" && t.UPOS[w] == "VERB" {
		f.add(event.DeniedDeed, "not quite done, after \"all but\"")
	}
	for _, a := range t.Auxiliaries(w) {
		if spent && t.Lower(a) == "could" {
			continue // "could not prevent the attack": the attack was not prevented
		}
		if !f.byRefusing || len(f.path) > 0 {
			f.auxiliary(w, a)
		}
	}
	for d := range t.Dependents(w) {
		f.dependent(w, d)
	}
	f.infinitive(w)
	f.mood(w)
	f.proposed(w)
	if c := t.Case(w); c == "ahead of" || c == "ahead" || c == "pending" || c == "before" && f.verbal && !isInFrontOf(t, w) {
		f.add(event.Planned, "still to come, after %q", c)
	}
	if t.Heads[w] == syntax.NoHead && endsInQuestion(t) && !(asksForCircumstance(t, w) && isReal(t, w)) || isAsked(t, w) {
		f.add(event.Hypothetical, "asked in a question")
	}
}

// mood gathers what the form of verb w says: a condition by word order, an imperative, "going to", a bare infinitive.
func (f *statusFinder) mood(w int) {
	t := f.t
	switch v := opening(t); {
	case v < 0 || w < v:
	case w == v:
		f.add(event.Conditional, "in a condition by word order")
	case isUncertain(t, w):
		f.consequence = true
		f.add(event.Conditional, "under a condition by word order")
	}
	if isGoingTo(t, w) {
		f.add(event.Planned, "future by \"going to\"")
	}
	if isBareAfterBe(t, w) {
		f.add(event.Hypothetical, "a bare infinitive")
	}
	if isImperative(t, w) {
		f.add(event.DemandedDeed, "an imperative")
		f.found[len(f.found)-1].depth++ // "do not fire": the negation is within it
	}
}

// dependent gathers what dependent d of word w says: a condition, a modifier, a conjunction.
func (f *statusFinder) dependent(w, d int) {
	t := f.t
	switch {
	case t.Is(d, "advcl") && f.isCondition(d) && len(f.path) == 0 && isPast(t, w) && !isUncertain(t, w):
		// "warned them of sanctions if they left": the sanctions are conditional, not the warning
	case t.Is(d, "advcl") && f.isCondition(d):
		f.consequence = true
		f.add(event.Conditional, "under the condition %q", conditionWord(t, d))
	case t.Is(d, "conj") && t.UPOS[d] == "AUX" && isToBe(t, w) && t.Negation(d) >= 0: // "was to meet him, but did not"
		f.add(event.DeniedDeed, "taken back by %q", t.Form(d))
	case t.Is(d, "conj") && t.UPOS[d] == "VERB" && t.Dependent(d, "nsubj") < 0 && isUncertain(t, w) && f.hasCondition(d):
		f.consequence = true
		f.add(event.Conditional, "under a condition after %q", t.Form(d))
	case t.Is(d, "xcomp") && isImagined(t, w) && f.hasCondition(d): // "could refuse to take part if they did"
		f.consequence = true
		f.add(event.Conditional, "under a condition below %q", t.Form(d))
	case t.Is(d, "advmod") && isAsLongAs(t, d):
		f.add(event.Conditional, "under the condition \"as long as\"")
	case t.Is(d, "obl") && isPresent(t, w) && (t.Case(d) == "under" || t.Case(d) == "according to") && f.embeddings.of(t, d, "for") == event.Planned:
		f.add(event.Planned, "arranged by the %q", t.Form(d)) // "under the treaty, Chad withdraws"
	case t.Is(d, "obl") && f.embeddings.has(t, d, "period"):
		f.add(event.Historical, "in the time of %q", t.Form(d))
	case t.Is(d, "obl") && d < w && t.Case(d) == "without" && isUncertain(t, w):
		f.add(event.Conditional, "under the condition \"without\"")
	case t.Is(d, "acl:relcl") && !t.IsPassive(d) && asksForCircumstance(t, d), t.Is(d, "acl") && d > w && (t.Lemmas[d] == "report" || f.saysMore(d)):
		// "the visit to Oslo, where he promised aid", "a bombing reported near the shrine", "talks expected to be dominated by trade" are told as there
	case t.Is(d, "amod", "compound", "nmod:poss", "acl", "advmod"):
		if s := f.embeddings.of(t, d, "modifier"); s != "" && !(s == event.DeniedDeed && modifiesNumber(t, d)) {
			f.add(s, "modified by %q", t.Form(d))
		}
	case t.Is(d, "mark") && t.UPOS[d] == "ADJ": // "is due to meet", where "due to" looks like a preposition
		if s := f.embeddings.of(t, d, "clause"); s != "" {
			f.add(s, "below %q", t.Form(d))
		}
	case t.Is(d, "case") && t.Lemmas[d] == "without" && t.Is(w, "obl") && w < t.Head(w) && isUncertain(t, t.Head(w)):
		f.add(event.Conditional, "after %q", t.Form(d))
	case t.Is(d, "case") && t.Lemmas[d] == "without":
		f.add(event.DeniedDeed, "after %q", t.Form(d))
	}
}

// hasCondition reports whether a condition hangs on word w.
func (f *statusFinder) hasCondition(w int) bool {
	for d := range f.t.Dependents(w) {
		if f.t.Is(d, "advcl") && f.isCondition(d) {
			return true
		}
	}
	return false
}

// saysMore reports whether participle d after a noun says of it something else than that it takes place: "expected to be dominated by".
func (f *statusFinder) saysMore(d int) bool {
	x := f.t.Dependent(d, "xcomp")
	if x < 0 || f.t.IsPassive(x) && f.embeddings.of(f.t, x, "object") == same {
		return false
	}
	return f.embeddings.of(f.t, x, "subject") != same
}

// infinitive gathers what an infinitive without a word above that speaks of it says: "is to meet", "it is hard to leave".
func (f *statusFinder) infinitive(w int) {
	t := f.t
	if isToBe(t, w) {
		s := event.Planned
		if hasPerfect(t, w) { // "was to have met him", but did not
			s = event.DeniedDeed
		}
		n := t.Dependent(w, "nsubj:outer") // "the way out is for him to resign"
		if n < 0 {
			n = t.Subject(w)
		}
		if n >= 0 { // "the aim is to meet"
			for _, slot := range []string{"infinitive", "clause", "subject"} {
				if said := f.embeddings.of(t, n, slot); rank(said) >= 0 {
					s = said
				}
			}
		}
		f.add(s, "after \"be to\"")
		return
	}
	if isHeadline(t, w) {
		f.add(event.Planned, "future by \"to\" in a headline")
		return
	}
	if isInfinitive(t, w) && !f.arranged(w) && !t.Is(w, "xcomp", "ccomp", "csubj", "acl:", "advcl", "conj") {
		f.add(event.Hypothetical, "an infinitive")
	}
}

// arranged reports whether a word like "due" stands before infinitive w as if it were a preposition.
func (f *statusFinder) arranged(w int) bool {
	for d := range f.t.Dependents(w) {
		if f.t.Is(d, "mark") && f.t.UPOS[d] == "ADJ" && f.embeddings.of(f.t, d, "clause") != "" {
			return true
		}
	}
	return false
}

// auxiliary gathers what modal verb a of word w says.
func (f *statusFinder) auxiliary(w, a int) {
	switch t := f.t; modal(t, a) {
	case "will", "shall":
		f.add(event.Planned, "future by %q", t.Form(a))
	case "would":
		switch {
		case isPolite(t, w):
		case f.reported && !t.Is(w, "acl"), t.Is(w, "acl:") && hasMark(t, w, "that"): // "news that France would recall its envoy"
			f.add(event.Planned, "future in the past by %q", t.Form(a))
		default:
			f.add(event.Hypothetical, "modal %q", t.Form(a))
		}
	case "should", "must", "ought":
		if f.isDuty(w) && !hasPerfect(t, w) && t.XPOS[w] != "VBG" && opening(t) != w && invertedAuxiliary(t, w) == "" {
			f.add(event.DemandedDeed, "a duty by %q", t.Form(a))
			return
		}
		f.add(event.Hypothetical, "modal %q", t.Form(a))
	case "can", "could":
		if isPerception(t, w) {
			return // who could see it saw it
		}
		f.add(event.Hypothetical, "modal %q", t.Form(a))
	case "may", "might":
		f.add(event.Hypothetical, "modal %q", t.Form(a))
	}
}

// isDuty reports whether somebody says in a statement what others are to do: "the rebels must leave, the envoy said". What the doer's own side says is no
// demand: "France should leave, its minister said".
func (f *statusFinder) isDuty(w int) bool {
	if f.ownDeed {
		return false
	}
	switch f.t.Lemmas[w] {
	case "able", "allow", "permit", "let", "enable", "help":
		return false
	}
	n := f.t.Subject(w)
	return f.reported && n >= 0 && (f.t.UPOS[n] == "NOUN" || f.t.UPOS[n] == "PROPN")
}
