package lexicon

import "slices"

// asking are the words that a question within a sentence begins with.
var asking = []string{"if", "whether", "who", "whom", "whose", "what", "which", "when", "where", "why", "how"}

// clauses returns the head of a clause beside a word: "that" with a finite verb, an infinitive with or without "to", or a bare verb in -ing.
func (r *roles) clauses(p *place, slot Slot) []int {
	var all []int
	words := []int{p.word}
	if p.site != nil && p.site.verb >= 0 {
		words = append(words, p.site.verb)
	}
	for _, w := range words {
		for d := range r.t.Dependents(w) {
			if w == p.word && r.t.Is(d, "ccomp", "xcomp", "acl", "advcl", "parataxis") && r.clauseKind(d) == slot ||
				w != p.word && r.t.Is(d, "ccomp") && r.clauseKind(d) == slot {
				all = append(all, r.t.Conjuncts(d)...)
			}
		}
	}
	switch {
	case all != nil && slot == That:
		return r.withAdjectives(all)
	case all != nil:
		return all
	case p.pos == Noun && slot == Infinitive:
		return r.strayInfinitive(p.word)
	case p.pos == Verb && slot != Gerund:
		return r.objectClause(p.word, slot)
	}
	return nil
}

// withAdjectives adds to predicates the adjectives of those that are nouns: to "candidate" the "dishonest" of "she is a dishonest candidate"; to "one" the
// noun that "of" has, and its adjectives.
func (r *roles) withAdjectives(predicates []int) []int {
	all := predicates
	for _, w := range predicates {
		if n := r.below(w, "nmod", "of"); n >= 0 && r.t.Lower(w) == "one" {
			w, all = n, append(all, n)
		}
		if r.t.UPOS[w] != "NOUN" {
			continue
		}
		for d := range r.t.Dependents(w) {
			if r.t.Is(d, "amod") {
				all = append(all, d)
			}
		}
	}
	return all
}

// objectClause returns the clause of a verb's object or other complement: "reserved the right to strike", "agreed with Bonn to trade".
func (r *roles) objectClause(v int, slot Slot) []int {
	for o := range r.t.Dependents(v) {
		if !r.t.Is(o, "obj", "obl", "iobj") {
			continue
		}
		for d := range r.t.Dependents(o) {
			if r.t.Is(d, "acl") && r.clauseKind(d) == slot {
				return r.t.Conjuncts(d)
			}
		}
	}
	return nil
}

// strayInfinitive returns the infinitive after a noun in object that a parser may have hung on the verb: "rejected calls to free him".
func (r *roles) strayInfinitive(noun int) []int {
	h := r.t.Head(noun)
	if h < 0 || !r.t.Is(noun, "obj") {
		return nil
	}
	for d := range r.t.Dependents(h) {
		if d > noun && r.t.Is(d, "advcl", "xcomp") && r.isInfinitive(d) {
			return r.t.Conjuncts(d)
		}
	}
	return nil
}

// clauseKind is the slot that clause i fills, "" for none.
func (r *roles) clauseKind(i int) Slot {
	t := r.t
	mark := t.Dependent(i, "mark")
	switch {
	case mark >= 0 && t.Lower(mark) == "to" && !r.isToBe(i):
		if t.Is(i, "acl:relcl") {
			return ""
		}
		return Infinitive
	case mark < 0 && t.XPOS[i] == "VB" && t.Is(i, "xcomp") && t.Dependent(i, "aux") < 0:
		return Infinitive // "let them leave"
	case mark >= 0 && t.Lower(mark) == "whether":
		return "" // a question, no content: "asked whether they would agree"
	case r.isQuestion(i):
		return ""
	case t.Is(i, "ccomp", "parataxis"), t.Is(i, "acl") && r.isThat(i):
		if t.Is(i, "parataxis") && t.Dependent(i, "nsubj") < 0 {
			return ""
		}
		return That
	case t.XPOS[i] == "VBG" && mark < 0 && t.Is(i, "xcomp", "ccomp"):
		return Gerund
	}
	return ""
}

// isToBe reports whether infinitive i is as finite as any verb: "the king is to leave, his aide told reporters".
func (r *roles) isToBe(i int) bool {
	a := r.t.Dependent(i, "aux", "cop")
	return a >= 0 && r.t.Lemmas[a] == "be" && a < r.t.Dependent(i, "mark") && r.t.UPOS[i] == "VERB"
}

// isQuestion reports whether clause i is what somebody wants to know rather than what he wants done: "asked the senator if he would run", "asked, 'Can she
// stay?'". What is asked for has "that", an obligation or an imperative.
func (r *roles) isQuestion(i int) bool {
	t := r.t
	h := t.Head(i)
	if h < 0 || t.Lemmas[h] != "ask" || t.UPOS[h] != "VERB" {
		return false
	}
	if slices.Contains(asking, t.Lower(t.Subtree(i).Start)) {
		return true
	}
	return !r.isThat(i) && !isMust(t, i) && (t.XPOS[i] != "VB" || t.Dependent(i, "nsubj") >= 0)
}

// isThat reports whether clause i begins with the conjunction "that", whatever relation a parser gave it.
func (r *roles) isThat(i int) bool {
	for d := range r.t.Dependents(i) {
		if r.t.Lower(d) == "that" && (r.t.Is(d, "mark") || r.t.UPOS[d] == "SCONJ") {
			return true
		}
	}
	return false
}
