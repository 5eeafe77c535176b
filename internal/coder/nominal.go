package coder

import (
	"fmt"
	"strings"

	"example.org/demarche/internal/event"
	"example.org/demarche/internal/syntax"
)

// stepNominal deals with a noun of event below a verb or another noun: "called for talks", "threat of war".
func (f *statusFinder) stepNominal(w, h int) bool {
	t := f.t
	slot := nominalSlot(t, w, h)
	if slot == "object" && isDescribed(t, h) {
		if x := t.Dependent(h, "xcomp"); x >= 0 && t.UPOS[x] == "NOUN" && f.embeddings.has(t, x, "theme") {
			return f.take(f.embeddings.of(t, x, "theme"), w, x, "called") // "made the release a condition"
		}
		return false // "called the attack cowardly"
	}
	if t.Case(h) == "in" && t.Dependent(h, "det") < 0 && t.Head(h) != syntax.NoHead {
		switch {
		case slot == "of" && t.Lemmas[h] == "case":
			f.add(event.Conditional, "under the condition \"in case of\"")
			return false
		case slot == "for" && (t.Lemmas[h] == "exchange" || t.Lemmas[h] == "return"): // "free them in return for a truce": as firm as the one for the other
			if f.embeddings.of(t, t.Head(h), "clause") == event.Planned {
				f.add(event.Conditional, "what %q is on condition of", t.Form(t.Head(h)))
				return false
			}
			f.climb(t.Head(h))
			return false
		}
	}
	if x := t.Dependent(h, "xcomp"); slot == "subject" && x >= 0 && isInfinitive(t, x) && f.isBrought(x) {
		f.own(x)
		return f.stepClause(x, h) // "the raid had to be carried out"
	}
	s := f.says(h, slot)
	if slot == "subject" {
		s = f.told(h)
	}
	if slot == "subject" && t.Lemmas[h] == "question" && strings.HasPrefix(t.Case(h), "out") {
		s = event.DeniedDeed // "is out of the question"
	}
	if o := t.Dependent(h, "obj"); s == "" && o >= 0 && t.Is(w, "obl") && t.UPOS[o] == "NOUN" && t.Subtree(w).Start == o+1 {
		s, h = f.says(o, slot), o // "issued a call for talks"
	}
	if slot == "for" && s == event.Hypothetical && f.kind == "CONSULT" && f.mode == "visit" {
		s = same // "flew to Oslo for a visit": there it began
	}
	f.alsoSaid(w, h)
	if isGiven(t, w) && f.isBeside(slot, s, h) {
		f.given = append(f.given, w)
		return false
	}
	if f.light[h] && rank(s) < 0 && s != liable && !(s == decided && f.isStaged()) {
		if s != "" {
			f.settled = append(f.settled, h)
		}
		return true
	}
	if hasAny(t, w) && f.negation(h) >= 0 && (s == "" || s == fact) {
		f.add(event.DeniedDeed, "any is negated by %q", t.Form(f.negation(h)))
		return false
	}
	if s == decided && t.Lemmas[h] == "order" && f.kind == "ASSAULT" && isGiven(t, w) && isPast(t, h) {
		f.given = append(f.given, w)
		return false // "ordered the attack"
	}
	if r := f.unsure(h); r != "" && (slot == "of" || slot == "about") {
		s = r
	}
	if s == decided && t.Lemmas[h] == "back" && (f.kind == "ASSAULT" || f.kind == "COERCE") || s == decided && f.isWords() && t.Dependent(w, "nmod:poss") >= 0 || s == event.Ongoing && t.Lemmas[h] == "extend" && f.isSpoken() {
		return false // "backed a coup", "endorsed the king's criticism", "extended condolences"
	}
	if s == refused {
		if s = event.DeniedDeed; f.exists(w) {
			s = fact // "rejected the criticism": it was voiced
		}
	}
	if slot == "object" && isGiven(t, w) && (t.Lemmas[h] == "discuss" || t.Lemmas[h] == "debate") {
		s = fact // "would not discuss the investigation"
	}
	if s == fact && f.isAlleged(h) { // "an alleged assault victim"
		s = event.Hypothetical
	}
	if s == stopped {
		s = wasCut(t, w)
	}
	if s == event.DeniedDeed && slot == "object" && (hasLasted(t, w) || f.isWords() && (isGiven(t, w) || isAnswered(t, w, h, f.kind == "REQUEST"))) {
		s = fact // "called off its five-day-old strike", "averted the threat", "denied accusations"
	}
	switch {
	case f.actorless && f.isDisowned(h, slot):
		f.settled = append(f.settled, h)
		f.add(event.DeniedDeed, "no part taken in it, after %q", t.Form(h))
		return false
	case s == "" && slot == "in" && t.Is(w, "nmod") && isTalks(t.Lemmas[w]) && t.UPOS[h] == "NOUN" && !isQuantity(t.Lemmas[h]): // "negotiators in talks"
		f.add(event.Ongoing, "what %q are in", t.Form(h))
		return false
	case s != "":
		return f.take(s, w, h, placeOf(slot))
	case slot == "object" && f.isPlanned(h):
		return f.take(event.Planned, w, h, "part of what is planned, after")
	case (slot == "in" || slot == "as") && t.Is(w, "obl") && t.UPOS[t.Head(w)] == "VERB" && f.isGesture() && !isGiven(t, w):
		return true // "will free them in a gesture to Chad": freeing is the gesture
	case slot == "subject" && isBare(t, w) && t.UPOS[h] == "ADJ" && isCopular(t, h), slot == "object" && isBare(t, w) && t.Lemmas[h] == "justify" && isPresentPassive(t, h):
		f.add(event.Hypothetical, "what is %q whenever it is done", t.Form(h))
		return false
	case isIndefinite(t, w) && (isImagined(t, h) && isPartOf(slot) || slot == "subject" && f.kind == "CONSULT" && isUncertain(t, h)):
		f.add(event.Hypothetical, "%s what %q only be", placeOf(slot), t.Form(h))
		return false
	case slot == "under" && t.Lemmas[w] == "arrest" && t.UPOS[h] == "VERB":
		return true // "held under house arrest"
	case slot == "in" && isTogether(t.Lemmas[w]) && !f.light[h]: // "consider acting in coordination with Chad"
		f.spent = f.spent || f.negation(h) >= 0
		return true
	case t.Is(w, "nmod") && (slot == "of" || slot == "in") && isQuantity(t.Lemmas[h]):
		return true
	case t.UPOS[w] == "VERB":
		return t.Is(w, "obl", "nmod")
	}
	return false
}

// isIndefinite reports whether noun w speaks of nothing known: "a strike", "charges against her".
func isIndefinite(t *syntax.Tree, w int) bool {
	d := t.Dependent(w, "det", "nmod:poss", "nummod")
	return t.UPOS[w] == "NOUN" && (d < 0 || t.Lemmas[d] == "a" || t.Lemmas[d] == "any")
}

// isBare reports whether noun w stands in the singular without a determiner or an owner: "removal of the king is just".
func isBare(t *syntax.Tree, w int) bool {
	return t.XPOS[w] == "NN" && t.Dependent(w, "det", "nmod:poss", "nummod", "amod", "compound") < 0
}

// isImagined reports whether verb h tells what would, could or might be: "would cost millions", "could have ended his career".
func isImagined(t *syntax.Tree, h int) bool {
	for _, a := range t.Auxiliaries(h) {
		switch modal(t, a) {
		case "would", "could", "might", "may":
			return true
		}
	}
	return false
}

// hasAny reports whether noun w has "any" before it.
func hasAny(t *syntax.Tree, w int) bool {
	d := t.Dependent(w, "det")
	return d >= 0 && t.Lemmas[d] == "any"
}

// isPartOf reports whether a noun in a slot tells of what the verb needs to be done: "talks could end it", "might be hurt in clashes".
func isPartOf(slot string) bool {
	switch slot {
	case "subject", "in", "into", "by", "through", "with":
		return true
	}
	return false
}

// isStaged reports whether the deed is one that is held after it is announced: strikes, talks, attacks.
func (f *statusFinder) isStaged() bool {
	switch f.kind {
	case "PROTEST", "CONSULT", "ASSAULT", "MOBILIZE":
		return true
	}
	return false
}

// isDisowned reports whether word h says that those who are blamed for the deed in its slot took no part in it: "denies any involvement in the abduction", "had
// no role in it", "had nothing to do with it", "was not involved in it".
func (f *statusFinder) isDisowned(h int, slot string) bool {
	t := f.t
	switch t.Lemmas[h] {
	case "involvement", "role", "part", "hand", "complicity", "participation", "responsibility":
		v, d := t.Head(h), t.Dependent(h, "det")
		return t.Is(h, "obj") && v != syntax.NoHead && (isDeniedBy(t, v) || d >= 0 && t.Lemmas[d] == "no" || d >= 0 && t.Lemmas[d] == "any" && t.Is(v, "ccomp") && isDeniedBy(t, t.Head(v)))
	case "involved", "involve", "implicated":
		return slot == "in" && f.negation(h) >= 0
	case "do":
		n := t.Head(h)
		return slot == "with" && n != syntax.NoHead && t.Lemmas[n] == "nothing"
	}
	return false
}

// isTogether reports whether a noun with "in" tells that what the word above tells is done together: "in cooperation with".
func isTogether(lemma string) bool {
	switch lemma {
	case "cooperation", "co-operation", "coordination", "co-ordination", "collaboration", "consultation", "partnership", "conjunction", "concert":
		return true
	}
	return false
}

// isDeniedBy reports whether verb v denies, and is not negated.
func isDeniedBy(t *syntax.Tree, v int) bool { return t.Lemmas[v] == "deny" && t.Negation(v) < 0 }

// isTalks reports whether a noun tells of talks that last.
func isTalks(lemma string) bool {
	switch lemma {
	case "talk", "talks", "negotiation", "negotiations", "discussion", "discussions":
		return true
	}
	return false
}

// told is what predicate h says of its subject, a noun of deed, by itself or by what it says that it is: "is unlikely", "is on the agenda", "remains an option".
func (f *statusFinder) told(h int) event.Status {
	slot := func(w int) string {
		if f.t.UPOS[w] == "NOUN" || f.embeddings.has(f.t, w, "theme") {
			return "theme"
		}
		return "subject"
	}
	x := f.t.Dependent(h, "xcomp")
	if s := f.says(h, slot(h)); s != "" || x < 0 || isInfinitive(f.t, x) {
		return s
	}
	return f.says(x, slot(x))
}

// isBrought reports whether verb x says that its subject, a deed, is done or comes to be: "to be carried out", "to begin".
func (f *statusFinder) isBrought(x int) bool {
	if f.t.IsPassive(x) {
		return f.embeddings.of(f.t, x, "object") == same
	}
	o := f.t.Dependent(x, "obj")
	if o >= 0 && f.t.Lemmas[x] == "take" && f.t.Lemmas[o] == "place" {
		return true
	}
	return o < 0 && f.embeddings.of(f.t, x, "subject") == same
}

// isPlanned reports whether verb h tells of a part of what is planned, proposed or agreed: "the plan includes monthly talks".
func (f *statusFinder) isPlanned(h int) bool {
	switch f.t.Lemmas[h] {
	case "include", "involve", "envisage", "envision", "foresee", "contain", "provide":
		n := f.t.Dependent(h, "nsubj")
		return n >= 0 && isPresent(f.t, h) && f.embeddings.of(f.t, n, "for") == event.Planned
	}
	return false
}

// alsoSaid gathers what the verbs coordinated with verb h say of subject w, which they share: "was expected but did not come", "was
// hatched and foiled".
func (f *statusFinder) alsoSaid(w, h int) {
	t := f.t
	if !t.Is(w, "nsubj") {
		return
	}
	for c := range t.Dependents(h) {
		if !t.Is(c, "conj") || t.Dependent(c, "nsubj") >= 0 {
			continue
		}
		slot := "subject"
		if t.IsPassive(c) {
			slot = "object"
		}
		s := f.embeddings.of(t, c, slot)
		n := f.negation(c)
		switch {
		case s == event.DeniedDeed && n < 0, s == same && n >= 0:
			f.add(event.DeniedDeed, "%s %q", placeOf(slot), t.Form(c))
		}
	}
}

// isWords reports whether the deed is one of speech, which others may answer.
func (f *statusFinder) isWords() bool {
	switch f.kind {
	case "REQUEST", "ACCUSE", "REJECT", "THREATEN", "AGREE":
		return true
	}
	return false
}

// isGesture reports whether the deed is one that is done by doing something else: a warning, an offer, support.
func (f *statusFinder) isGesture() bool {
	return f.isWords() || f.kind == "SUPPORT" || f.kind == "CONCEDE"
}

// nominalSlot names the place of noun w below h as embedding.txt does.
func nominalSlot(t *syntax.Tree, w, h int) string {
	switch {
	case t.Is(w, "obj"), t.Is(w, "nsubj:pass"), t.Is(w, "nsubj") && t.IsPassive(h):
		return "object"
	case t.Is(w, "nsubj"):
		return "subject"
	case t.Is(w, "compound"):
		return "of" // "the peace talks plan" is a plan of talks
	}
	return t.Case(w)
}

// placeOf puts a slot into words.
func placeOf(slot string) string {
	switch slot {
	case "object", "subject":
		return slot + " of"
	}
	return fmt.Sprintf("after %q of", slot)
}

// isQuantity reports whether a noun counts or gathers what its "of" names: "a series of attacks".
func isQuantity(lemma string) bool {
	switch lemma {
	case "series", "round", "wave", "number", "spate", "string", "campaign", "day", "week", "hour", "month", "kind", "type",
		"act", "form", "part", "start", "beginning", "end", "resumption", "continuation", "dozen", "hundred", "set", "course",
		"increase", "rise", "surge", "upsurge", "escalation", "any", "some", "many", "most", "several", "all", "both":
		return true
	}
	return false
}
