package coder

import (
	"slices"

	"example.org/demarche/internal/event"
	"example.org/demarche/internal/syntax"
)

// step looks at the way from word w to its head h and says whether to climb on.
func (f *statusFinder) step(w, h int) bool {
	t := f.t
	switch {
	case len(f.path) == 1 && isAttended(t, w):
		f.given = append(f.given, w)
		return false // "accused them of being behind the raid": there was one
	case t.Is(w, "advcl:relcl"):
		return false // "close to where they met"
	case t.Is(w, "acl:relcl"):
		f.anyCase(w, h)
		if isWhoever(t, h) {
			f.add(event.Conditional, "of whoever does it")
		}
		return false // "the rebels who seized the town": taken as given
	case t.Is(w, "acl:") && asksForCircumstance(t, w) && !isInfinitive(t, w):
		f.anyCase(w, h)
		return false
	case t.Is(w, "acl:") && t.XPOS[w] == "VBG" && f.isSpoken() && isDraft(t, h):
		return true // "drafted a resolution condemning the coup"
	case t.Is(w, "acl:") && isParticiple(t, w) && t.Dependent(w, "mark", "case") < 0:
		if isWhoever(t, h) {
			f.add(event.Conditional, "of whoever it befalls")
		}
		return false // so is "the town seized by rebels"
	case t.Is(w, "advcl"):
		return f.stepAdverbial(w, h)
	case t.Is(w, "conj"):
		return f.stepConjunct(w, h)
	case t.Is(w, "xcomp", "ccomp", "csubj", "acl"):
		return f.stepClause(w, h)
	case t.Is(w, "obj", "obl", "nmod", "nsubj", "compound", "iobj"):
		return f.stepNominal(w, h)
	}
	return t.Is(w, "appos", "cop", "aux", "flat", "fixed")
}

// isDraft reports whether noun n stands for words that do something once they are passed or handed in, and are not known yet: "a resolution condemning".
func isDraft(t *syntax.Tree, n int) bool {
	switch t.Lemmas[n] {
	case "resolution", "bill", "law", "motion", "order", "ruling", "declaration", "statement", "measure", "decree", "amendment", "petition":
		return isIndefinite(t, n)
	}
	return false
}

// anyCase adds that what relative clause w tells of noun h in the present may be or not: "cases where soldiers are hurt".
func (f *statusFinder) anyCase(w, h int) {
	if isKindOfCase(f.t, h) && (isPresentPassive(f.t, w) || isPresent(f.t, w)) {
		f.add(event.Hypothetical, "in any %q where it happens", f.t.Form(h))
	}
}

// stepAdverbial deals with a deed in an adverbial clause: a condition, a purpose, what was done without doing it.
func (f *statusFinder) stepAdverbial(w, h int) bool {
	t := f.t
	switch {
	case isComparison(t, w):
		f.add(event.Hypothetical, "after \"as if\"")
		return false
	case f.isWhether(w):
		f.add(event.Hypothetical, "asked by \"if\"")
		return false
	case f.isCondition(w):
		f.add(event.Conditional, "in the condition %q", conditionWord(t, w))
		return false
	}
	m := t.Dependent(w, "mark", "case")
	if m < 0 {
		return f.stepBare(w, h)
	}
	if s, by := f.beforeMark(w, m); s != "" {
		return f.take(s, w, by, "after")
	}
	switch {
	case isInfinitive(t, w):
		return f.stepPurpose(w, h)
	case t.Lemmas[m] == "so" && (isUncertain(t, w) || !isPastTense(t, w)), t.Lemmas[m] == "in" && t.Dependent(m, "fixed") >= 0:
		f.add(event.Hypothetical, "a purpose, after %q", t.Form(m))
	case t.Lemmas[m] == "without", t.Lemmas[m] == "instead", t.Lemmas[m] == "rather":
		f.add(event.DeniedDeed, "after %q", t.Form(m))
	case t.Lemmas[m] == "with" && t.XPOS[w] == "VBG": // "voted to open the crossing, with Europeans watching it"
		f.spent = f.spent || f.negation(h) >= 0
		return true
	case t.Lemmas[m] == "by" && (hasPerfect(t, h) && isUncertain(t, h) || f.isTried(h) && !isUncertain(t, t.Head(h))):
		return false // "may have broken the law by calling on them", "tried to divide them by helping one"
	case t.XPOS[w] == "VBG" && (t.Lemmas[m] == "besides" || t.Lemmas[m] == "before" || t.Lemmas[m] == "after") && f.isArranged(h):
		f.add(event.Planned, "after %q, with what is arranged", t.Form(m))
		return false
	case t.Lemmas[m] == "by", t.Lemmas[m] == "besides", t.XPOS[w] == "VBG" && isComplementing(t.Lemmas[m]):
		return true
	case t.Lemmas[m] == "before" && isParticiple(t, w):
		return true // as firm as what came after: "before leaving he met"
	case t.Lemmas[m] == "after" && isParticiple(t, w) && t.Dependent(w, "obj", "obl", "xcomp", "ccomp") >= 0 && (isInfinitive(t, h) || isFuture(t, h)):
		f.spent = f.spent || f.negation(h) >= 0
		return true // "is due to speak after meeting the king"
	case isPastTense(t, w):
	case t.Lemmas[m] == "before", t.Lemmas[m] == "until":
		f.add(event.Hypothetical, "after %q", t.Form(m))
	case isTemporal(t.Lemmas[m]) && isFuture(t, h), t.Lemmas[m] == "as" && isSoon(t, h):
		f.add(event.Planned, "after %q, with what is to come", t.Form(m))
	}
	return false
}

// stepBare deals with an adverbial clause without a conjunction. A participle is as firm as the verb above ("launched a raid, killing
// two"), a clause with "when" stands for itself unless all is to come.
func (f *statusFinder) stepBare(w, h int) bool {
	t := f.t
	if asksForCircumstance(t, w) {
		switch {
		case isPastTense(t, w):
		case isFuture(t, h):
			f.add(event.Planned, "with what is to come")
		case isPresent(t, w) && (isNow(t, h) || t.XPOS[h] == "VB"): // "when they leave, they keep it secret"
			f.add(event.Hypothetical, "whenever it is done")
		}
		return false
	}
	if p := t.Dependent(h, "compound:prt"); p >= 0 && w > p && t.XPOS[w] == "VBG" && !hasBetween(t, h, w, "obj", "obl") {
		if s := f.complement(w, h); s != "" { // "held off attacking the port"
			return f.take(s, w, h, "below")
		}
	}
	switch {
	case f.kind == "ACCUSE" && t.XPOS[w] == "VBG" && hasComma(t, w, h) && isFuture(t, h):
		return false // "will not come, alleging fraud": that is said now
	case t.XPOS[w] == "VBG" && hasComma(t, w, h) && f.isTried(h) && isPast(t, t.Head(h)):
		return false // "tried to march on it, burning flags"
	case hasHaving(t, w):
		return false // "will appear there, having spoken in Lima"
	}
	f.spent = f.spent || hasComma(t, w, h) && f.negation(h) >= 0 // "did not leave, waiting for orders": the waiting is not denied
	return true
}

// hasHaving reports whether participle w is one of the perfect: "having left".
func hasHaving(t *syntax.Tree, w int) bool {
	for d := range t.Dependents(w) {
		if t.Is(d, "aux") && t.Lower(d) == "having" {
			return true
		}
	}
	return false
}

// stepPurpose deals with an infinitive that the parser took for an adverbial clause: the complement of a verb that takes one, if it
// stands right after it; else a purpose.
func (f *statusFinder) stepPurpose(w, h int) bool {
	t := f.t
	if f.isSpoken() && (f.embeddings.of(t, h, "purpose") == same || t.Lemmas[h] == "use" && isPast(t, h) || isOnAir(t, h)) || isProtest(t, w) {
		return true // "marched to demand": marching is how it was demanded
	}
	f.adverbs(w, h)
	if s := f.complementLost(w, h); s != "" {
		return f.take(s, w, h, "below")
	}
	f.add(event.Hypothetical, "a purpose, after \"to\"")
	if n := f.negation(h); n >= 0 && h < w && !hasComma(t, w, h) && isPast(t, h) {
		f.add(event.DeniedDeed, "the purpose of what is negated by %q", t.Form(n)) // "did not come to meet him"
	}
	return false
}

// isOnAir reports whether verb h tells where somebody speaks: "went on television".
func isOnAir(t *syntax.Tree, h int) bool {
	if t.Lemmas[h] != "go" && t.Lemmas[h] != "come" {
		return false
	}
	return slices.ContainsFunc(slices.Collect(t.Dependents(h)), func(d int) bool { return t.Is(d, "obl") && d > h && t.Case(d) == "on" })
}

// isSpeaker reports whether word w is "I" or "we".
func isSpeaker(t *syntax.Tree, w int) bool {
	return w >= 0 && (t.Lower(w) == "i" || t.Lower(w) == "we")
}

// isProtest reports whether verb w is one of protesting, which is done by what it is the purpose of: "gathered to demonstrate", "resigned to protest".
func isProtest(t *syntax.Tree, w int) bool {
	return t.Lemmas[w] == "protest" || t.Lemmas[w] == "demonstrate"
}

// isArranged reports whether word h says that what it goes on with is arranged: "is scheduled to meet".
func (f *statusFinder) isArranged(h int) bool {
	x := f.t.Dependent(h, "xcomp")
	return x >= 0 && isInfinitive(f.t, x) && f.complement(x, h) == event.Planned
}

// isSpoken reports whether the deed is one of words to others, which who comes forward speaks: demand, thank, condemn.
func (f *statusFinder) isSpoken() bool { return f.verbal && f.kind != "CONSULT" }

// complementLost is what verb h says of an infinitive that the parser hung on it as an adverbial clause: one right after it, or
// after an object that is made to do it ("drove the rebels to attack").
func (f *statusFinder) complementLost(w, h int) event.Status {
	t, m := f.t, f.t.Dependent(w, "mark")
	switch {
	case w < h, hasBetween(t, h, m, "obl", "advcl", "xcomp", "ccomp"):
		return ""
	case t.Lemmas[h] == "use" && (hasBetween(t, h, m, "obj") || t.IsPassive(h)): // "used to" is another word
		return ""
	case hasBetween(t, h, m, "obj"):
		return f.says(h, "infinitive")
	}
	return f.complement(w, h)
}

// beforeMark asks the words before mark m of clause w what they say of it: the noun or adverb right before it ("with a view to
// blockading", "far from attacking"), then the verb above ("prevented them from attacking").
func (f *statusFinder) beforeMark(w, m int) (event.Status, int) {
	t, h, slot := f.t, f.t.Head(w), f.t.Lemmas[m]
	if b := m - 1; b >= 0 && b != h && t.Head(b) == h && t.Is(b, "obl", "obj", "advmod") {
		if s := f.says(h, contentOf(t.Lemmas[b])); s != "" { // "went out of his way to"
			return s, h
		}
		if s := f.says(b, slot); s != "" {
			return s, b
		}
		if slot == "to" && isInfinitive(t, w) {
			if s := f.says(b, "clause"); s != "" {
				return s, b
			}
		}
	}
	if isInfinitive(t, w) {
		return "", h
	}
	return f.says(h, slot), h
}

// stepConjunct deals with a deed coordinated with another: a condition and the words above bear on both, a subject of its
// own cuts it off from nothing but the first one's auxiliaries.
func (f *statusFinder) stepConjunct(w, h int) bool {
	t := f.t
	if c := t.Dependent(w, "cc"); c >= 0 && t.Lemmas[c] == "rather" {
		f.add(event.DeniedDeed, "after \"rather than\"")
	}
	for d := range t.Dependents(h) {
		if t.Is(d, "advcl") && f.isCondition(d) {
			f.consequence = true
			f.add(event.Conditional, "under the condition %q", conditionWord(t, d))
		}
	}
	if f.isCondition(w) { // "but only if they met"
		f.add(event.Conditional, "in the condition %q", conditionWord(t, w))
		return false
	}
	if t.Case(w) == "" && t.Case(h) == "without" && t.UPOS[w] == "NOUN" {
		f.add(event.DeniedDeed, "after \"without\"")
	}
	g := t.Head(h)
	if g == syntax.NoHead || t.XPOS[w] == "VBD" && t.XPOS[h] == "VB" { // "said that it would end and praised": what was praised was so by who said it
		return false
	}
	if f.step(h, g) {
		f.climb(g)
	}
	return false
}

// stepClause deals with a deed in a complement: "failed to", "denied that", "threat to".
func (f *statusFinder) stepClause(w, h int) bool {
	t := f.t
	if isComparison(t, w) {
		f.add(event.Hypothetical, "after \"as if\"")
		return false
	}
	if f.isWhether(w) || hasMark(t, w, "whether") { // "would not say whether they had left": it is open
		f.add(event.Hypothetical, "asked by \"whether\"")
		f.given = append(f.given, w)
		return false
	}
	switch asks := asksForCircumstance(t, w) && !isRelativeTo(t, w, h); {
	case asks && isInfinitive(t, w):
		f.add(event.Hypothetical, "an infinitive that asks")
		return false
	case isOpen(t, h): // "refused to confirm or deny that they had left"
		f.add(event.Hypothetical, "neither confirmed nor denied")
		f.settled = append(f.settled, h)
		return false
	case asks: // "asked why they had left": they had
		f.given = append(f.given, w)
		return false
	case t.Lemmas[h] == "use" && isInfinitive(t, w) && (t.Dependent(h, "obj") >= 0 || t.IsPassive(h)):
		f.add(event.Hypothetical, "a purpose, after \"use\"")
		return false
	}
	if isInfinitive(t, w) && f.isSpoken() && t.Lemmas[h] == "want" && isSpeaker(t, t.Subject(h)) && f.negation(h) < 0 {
		f.settled = append(f.settled, h)
		return true // "I want to thank the king"
	}
	if isInfinitive(t, w) && f.isSpoken() && f.embeddings.of(t, h, "purpose") == same || isInfinitive(t, w) && isProtest(t, w) && f.complement(w, h) == "" {
		return true // "called the king to thank him", "resigned to protest"
	}
	if t.Is(w, "xcomp") && t.UPOS[w] == "NOUN" && !isInfinitive(t, w) {
		return true // "called it a crime"
	}
	f.adverbs(w, h)
	s := f.complement(w, h)
	if r := f.unsure(h); r != "" && t.UPOS[h] == "NOUN" {
		s = r
	}
	if m := t.Dependent(w, "mark"); m > 0 && t.Lower(m-1) == "but" && f.negation(h) >= 0 { // "had no choice but to leave"
		f.spent = true
	}
	if s == "" && t.Is(w, "csubj") && t.XPOS[w] == "VBG" && tellsPresent(t, h) {
		f.add(event.Hypothetical, "what %q is said of whenever it is done", t.Form(h)) // "protesting there is risky"
		return false
	}
	if s == "" && t.IsSingledOut(h) { // who is "not the only one to visit" visited
		f.spent = f.spent || f.negation(h) >= 0
	}
	if !f.take(s, w, h, "below") {
		return false
	}
	if f.cues[h] && t.Is(w, "ccomp") {
		if n := f.negation(h); n >= 0 && s == "" {
			f.add(event.Hypothetical, "not said: %q", t.Form(n))
		}
		return false
	}
	if s == "" && t.Is(w, "acl:", "csubj", "ccomp") && isInfinitive(t, w) && !t.IsSingledOut(h) && !isHeadline(t, w) {
		f.add(event.Hypothetical, "an infinitive below %q", t.Form(h))
	}
	return true
}

// isOpen reports whether word h is the "confirm" or "deny" of "confirm or deny", which leaves open what stands below.
func isOpen(t *syntax.Tree, h int) bool {
	if l := t.Lemmas[h]; l != "confirm" && l != "deny" {
		return false
	}
	for _, c := range append(t.Conjuncts(t.FirstConjunct(h)), t.FirstConjunct(h)) {
		if c != h && (t.Lemmas[c] == "confirm" || t.Lemmas[c] == "deny") {
			return true
		}
	}
	return false
}

// complement is what word h says of the clause w that depends on it.
func (f *statusFinder) complement(w, h int) event.Status {
	t := f.t
	slots := []string{clauseSlot(t, w), "clause"}
	if t.Is(w, "xcomp", "ccomp") && isInfinitive(t, w) && t.Dependent(h, "obj", "iobj") >= 0 {
		slots = append([]string{"other"}, slots...)
	}
	if t.Is(w, "csubj") {
		slots = append([]string{"subject"}, slots...)
	}
	if m := t.Dependent(w, "mark", "case"); m >= 0 && t.XPOS[w] == "VBG" { // refrained from attacking
		slots = append([]string{t.Lemmas[m]}, slots...)
	}
	for _, slot := range slots {
		if s := f.says(h, slot); s != "" {
			return s
		}
	}
	return ""
}

// adverbs gathers what the adverbs of word h, and theirs, say of the clause w below it: "has yet to leave", "falsely claimed that",
// "came too late to help".
func (f *statusFinder) adverbs(w, h int) {
	for d := range f.t.Dependents(h) {
		if !f.t.Is(d, "advmod") || f.t.UPOS[d] != "ADV" {
			continue
		}
		for _, a := range append(f.t.Conjuncts(d), d) {
			if s := f.embeddings.of(f.t, a, clauseSlot(f.t, w)); rank(s) >= 0 {
				f.add(s, "below %q", f.t.Form(a))
			}
		}
		if d > h {
			f.adverbs(w, d)
		}
	}
}
