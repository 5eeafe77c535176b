package syntax

import "slices"

// Reattach mends what parsers often get wrong, and reports whether anything moved; the lists of dependents are then made anew.
// takesInfinitive knows nouns such as "decision", which infinitives belong to.
//
// It belongs to the making of a tree: nothing may have been derived from the tree before.
func (t *Tree) Reattach(takesInfinitive func(noun string) bool) bool {
	moved := false
	for w := range t.Len() {
		if t.reattachInfinitive(w, takesInfinitive) || t.reattachTitle(w) || t.reattachRelative(w) || t.reattachConjunct(w) || t.reattachSubject(w) || t.reattachPerfect(w) || t.reattachHeadline(w) || t.reattachCase(w) || t.reattachReceiver(w) ||
			t.reattachVictims(w) || t.reattachGerund(w) {
			moved = true
		}
	}
	if moved {
		t.Link()
	}
	return moved
}

// reattachInfinitive: in "followed a decision on Friday to recognise the council" the infinitive belongs to the noun, not to the
// verb. An infinitive without a subject that hangs on a verb as an adverbial clause moves to the verb's object, or to the subject
// of its passive, if that noun stands between them, takes an infinitive, and no other verb comes between.
func (t *Tree) reattachInfinitive(w int, takes func(noun string) bool) bool {
	if t.Rels[w] != "advcl" || !t.isBareInfinitive(w) {
		return false
	}
	n := t.nounBefore(w, takes)
	if n < 0 {
		return false
	}
	t.Heads[w], t.Rels[w] = int32(n), "acl"
	return true
}

// reattachTitle: in "Prosecutor Geoffrey Nice made the comment" the title belongs to the name. A noun that has the same head and the
// same core relation as the proper noun right after it describes that name: no clause has two subjects or two objects.
func (t *Tree) reattachTitle(w int) bool {
	name := w + 1
	if name >= t.Len() || !t.isNoun(w) || t.UPOS[name] != "PROPN" || t.Heads[w] != t.Heads[name] || t.Rels[w] != t.Rels[name] ||
		!t.Is(w, "nsubj", "obj", "iobj") {
		return false
	}
	t.Heads[w], t.Rels[w] = int32(name), "nmod:desc"
	return true
}

// reattachRelative: in "said a senior official, who declined to be named" the clause belongs to the official, not to "said". A clause has no
// second subject that is a relative pronoun: the noun before the pronoun, behind the verb above, is that verb's subject and has
// the clause.
func (t *Tree) reattachRelative(w int) bool {
	if w < 2 || t.Form(w-1) != "," || t.Rels[w] != "nsubj" || !slices.Contains([]string{"who", "which"}, t.Lower(w)) {
		return false
	}
	c := t.Head(w)
	if c < 0 || !t.Is(c, "ccomp") {
		return false
	}
	v := t.Head(c)
	if v < 0 || t.UPOS[v] != "VERB" || t.Dependent(v, "nsubj") >= 0 {
		return false
	}
	n := t.Dependent(c, "nsubj:")
	if n <= v || n >= w || !t.isNoun(n) {
		return false
	}
	t.Heads[n], t.Rels[n] = int32(v), "nsubj"
	t.Heads[c], t.Rels[c] = int32(n), "acl:relcl"
	return true
}

// reattachConjunct: in "wants to revise its position and genuinely wants peace" the second verb goes with the first, not with the
// position. A finite verb without a subject that is coordinated with a noun moves to the nearest verb above of the same form.
func (t *Tree) reattachConjunct(w int) bool {
	if t.Rels[w] != "conj" || t.UPOS[w] != "VERB" || !slices.Contains([]string{"VBD", "VBZ", "VBP"}, t.XPOS[w]) || t.Dependent(w, "nsubj", "csubj") >= 0 {
		return false
	}
	h := t.Head(w)
	if h < 0 || !t.isNoun(h) || t.Dependent(h, "cop") >= 0 {
		return false
	}
	for v := t.Head(h); v >= 0 && v < w; v = t.Head(v) {
		if t.UPOS[v] == "VERB" && t.XPOS[v] == t.XPOS[w] {
			t.Heads[w] = int32(v)
			return true
		}
	}
	return false
}

// reattachSubject: in "A critic of the dam, Ms. Hill said it would leak" the first noun only describes the second, and in "Hill's niece, Ann
// Ray, left" Hill is whose niece she is: no clause has two subjects. Of two before a verb the one nearer to it stays.
func (t *Tree) reattachSubject(w int) bool {
	v := t.Head(w)
	if !t.isNoun(w) || v < w || !t.Is(w, "nsubj:", "nsubj:pass") {
		return false
	}
	next, end := -1, t.Subtree(w).End
	for d := range t.Dependents(v) {
		if d > w && d < v && t.isNoun(d) && t.Is(d, "nsubj:", "nsubj:pass") {
			next = d
		}
	}
	switch {
	case next < 0:
		return false
	case t.Form(end-1) == "'s" || t.Form(end-1) == "’s":
		t.Heads[w], t.Rels[w] = int32(next), "nmod:poss"
	case end <= v && t.Form(end) == "," || t.Form(end-1) == ",":
		t.Rels[w] = "dislocated"
	default:
		return false
	}
	return true
}

// reattachPerfect: in "he said the officials had over the years made many calls" the "had" is an auxiliary of "made". A "have" with a subject and
// no object, beside which the same verb has a participle without a subject for a further clause, belongs to that, and so does all that hangs on it.
func (t *Tree) reattachPerfect(w int) bool {
	if t.Lemmas[w] != "have" || t.UPOS[w] != "VERB" || !t.Is(w, "ccomp") || t.Dependent(w, "nsubj") < 0 || t.Dependent(w, "obj", "xcomp", "ccomp") >= 0 {
		return false
	}
	v := -1
	for x := range t.Dependents(t.Head(w)) {
		if x > w && t.Is(x, "ccomp") && (t.XPOS[x] == "VBN" || t.XPOS[x] == "VBD") && t.Dependent(x, "nsubj", "csubj", "aux", "mark") < 0 {
			v = x
			break
		}
	}
	if v < 0 {
		return false
	}
	for d := range t.Dependents(w) {
		t.Heads[d] = int32(v)
	}
	t.Heads[w], t.Rels[w], t.UPOS[w], t.XPOS[v] = int32(v), "aux", "AUX", "VBN"
	return true
}

// reattachVictims: in "two were killed and ten guests wounded" the guests are the subject of "wounded". A noun that is coordinated with a verb, right
// before a participle without a subject that is coordinated with it too, is that participle's subject.
func (t *Tree) reattachVictims(w int) bool {
	n := w - 1
	if n < 0 || t.XPOS[w] != "VBN" || !t.isNoun(n) || t.Rels[w] != "conj" || t.Rels[n] != "conj" || t.Heads[n] != t.Heads[w] || t.Heads[n] > t.Heads[w] {
		return false
	}
	h := t.Head(w)
	if h < 0 || h > n || t.XPOS[h] != "VBN" || t.Dependent(w, "nsubj", "csubj", "aux", "obj") >= 0 {
		return false
	}
	t.Heads[n], t.Rels[n] = int32(w), "nsubj:pass"
	return true
}

// reattachGerund: in "reports of troops shooting at a crowd" it is the troops who shoot. A noun that hangs without a preposition on the noun of an "of …ing"
// clause, between the "of" and the verb, is the subject of the verb.
func (t *Tree) reattachGerund(w int) bool {
	of := t.Dependent(w, "mark")
	if t.XPOS[w] != "VBG" || !t.Is(w, "acl") || of < 0 || t.Lemmas[of] != "of" || t.Dependent(w, "nsubj", "csubj") >= 0 {
		return false
	}
	n := w - 1
	if n <= of || !t.isNoun(n) || t.Heads[n] != t.Heads[w] || !t.Is(n, "nmod") || t.Dependent(n, "case") >= 0 {
		return false
	}
	t.Heads[n], t.Rels[n] = int32(w), "nsubj"
	return true
}

func (t *Tree) isNoun(w int) bool { return t.UPOS[w] == "NOUN" || t.UPOS[w] == "PROPN" }

// isBareInfinitive reports whether word w is a verb after "to", without a subject.
func (t *Tree) isBareInfinitive(w int) bool {
	m := t.Dependent(w, "mark")
	return t.XPOS[w] == "VB" && m >= 0 && t.Lemmas[m] == "to" && t.Dependent(w, "nsubj", "csubj") < 0
}

// nounBefore returns the noun that infinitive w belongs to, or -1.
func (t *Tree) nounBefore(w int, takes func(string) bool) int {
	h := t.Head(w)
	for n := w - 1; n > h; n-- {
		if t.UPOS[n] == "VERB" && !t.Is(n, "amod") {
			return -1
		}
		if t.Head(n) == h && t.Is(n, "obj") && t.UPOS[n] == "NOUN" && takes(t.Lemmas[n]) {
			return n
		}
	}
	return -1
}
