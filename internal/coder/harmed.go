package coder

import "slices"

// arguments returns the words that may be counted beside word of harm w.
func (c *counter) arguments(w int, slot string) []int {
	switch slot {
	case "object":
		return c.conjuncts(c.objects(w))
	case "subject":
		return c.conjuncts(c.subject(w))
	case "of":
		return c.conjuncts(c.ofNoun(w))
	case "itself":
		return c.conjuncts(c.itself(w))
	case "life":
		return c.lives(w)
	case "home":
		return c.homeless(w)
	}
	return c.toll(w)
}

// conjuncts adds the words coordinated with each of words.
func (c *counter) conjuncts(words []int) []int {
	var all []int
	for _, w := range words {
		all = append(all, c.t.Conjuncts(w)...)
	}
	return all
}

// ownOf returns for each number that stands directly before a word of harm that word: in "two killed and six wounded" six is of the wounded,
// wherever the tree hangs it.
func (c *counter) ownOf() map[int]int {
	own := map[int]int{}
	for w := range c.t.Len() {
		if slices.ContainsFunc(c.tolls.of(c.t, w), func(h harm) bool { return h.slot == "object" || h.slot == "itself" }) {
			for _, a := range c.before(w) {
				own[a] = w
			}
		}
	}
	return own
}

// objects returns those whom verb w befalls: its object, the subject of its passive, the noun that its participle describes.
func (c *counter) objects(w int) []int {
	t := c.t
	var all []int
	if own := c.before(w); own != nil {
		return own
	}
	for d := range t.Dependents(w) {
		if t.Is(d, "obj", "nsubj:pass") || t.Is(d, "nsubj") && t.XPOS[w] == "VBN" && t.Dependent(w, "obj", "aux") < 0 {
			all = append(all, c.whole(c.antecedent(d)))
		}
	}
	switch {
	case all != nil:
		return all
	case t.Is(w, "conj") && t.UPOS[w] == "VERB" && t.Dependent(t.Head(w), "obj") > w: // "shot and killed three farmers"
		return []int{c.whole(t.Dependent(t.Head(w), "obj"))}
	case t.Is(w, "acl:") && t.XPOS[w] == "VBN":
		return []int{t.Head(w)}
	case t.Is(w, "xcomp") && t.XPOS[w] == "VBN": // were reported killed
		return c.objects(t.Head(w))
	case t.IsPassive(w):
		if s := t.Subject(w); s >= 0 {
			return []int{c.whole(c.antecedent(s))}
		}
	}
	return nil
}

// whole is what a sum is of: the rebels of "a total of 120 rebels"; any other word itself.
func (c *counter) whole(w int) int {
	if c.t.Lemmas[w] != "total" && c.t.Lemmas[w] != "number" {
		return w
	}
	for d := range c.t.Dependents(w) {
		if c.t.Is(d, "nmod") && c.t.Case(d) == "of" {
			return d
		}
	}
	return w
}

// before returns the number, or the noun with one, that stands directly before participle or adjective w: "12 dead and 30 wounded",
// "two officers injured".
func (c *counter) before(w int) []int {
	if w == 0 || c.t.Dependent(w, "obj", "aux", "cop") >= 0 {
		return nil
	}
	if _, ok := c.at[w-1]; ok {
		return []int{w - 1}
	}
	return nil
}

// antecedent is the noun that a relative pronoun stands for, else the word itself.
func (c *counter) antecedent(w int) int {
	if a := c.t.Antecedent(w); a >= 0 {
		return a
	}
	return w
}

func (c *counter) subject(w int) []int {
	if s := c.t.Subject(w); s >= 0 {
		return []int{c.antecedent(s)}
	}
	if c.t.Is(w, "acl:") && c.t.XPOS[w] == "VBG" {
		return []int{c.t.Head(w)}
	}
	return nil
}

// ofNoun returns those whom noun w befalls: after "of", in the genitive; or the noun itself, "two deaths".
func (c *counter) ofNoun(w int) []int {
	if c.t.UPOS[w] != "NOUN" {
		return nil
	}
	all := []int{w}
	for d := range c.t.Dependents(w) {
		if c.t.Case(d) == "of" || c.t.Is(d, "nmod:poss") {
			all = append(all, d)
		}
	}
	return all
}

// itself returns the word of harm that counts people by itself, or the people of whom it is said: "left 12 people dead".
func (c *counter) itself(w int) []int {
	t := c.t
	all := append([]int{w}, c.before(w)...)
	switch {
	case t.Is(w, "xcomp") && t.UPOS[t.Head(w)] == "VERB":
		for d := range t.Dependents(t.Head(w)) {
			if t.Is(d, "obj", "nsubj:pass") {
				all = append(all, d)
			}
		}
	case t.Is(w, "amod"):
		all = append(all, t.Head(w))
	case t.Dependent(w, "nsubj") >= 0:
		all = append(all, t.Dependent(w, "nsubj"))
	}
	return all
}

// lives returns the lives that verb w takes, or those whose lives they were.
func (c *counter) lives(w int) []int {
	o := c.t.Dependent(w, "obj")
	for o >= 0 && c.t.Lemmas[o] != "life" { // "tens of thousands of lives"
		next := -1
		for d := range c.t.Dependents(o) {
			if c.t.Case(d) == "of" {
				next = d
			}
		}
		o = next
	}
	if o < 0 {
		return nil
	}
	return c.ofNoun(o)
}

// homeless returns those who leave, or are driven from, their homes.
func (c *counter) homeless(w int) []int {
	for d := range c.t.Dependents(w) {
		if l := c.t.Lemmas[d]; l != "home" && l != "house" && l != "village" {
			continue
		}
		if c.t.Is(d, "obj") {
			return c.conjuncts(c.subject(w))
		}
		if c.t.Case(d) == "from" {
			return c.conjuncts(append(c.objects(w), c.subject(w)...))
		}
	}
	return nil
}

// toll returns the number at which noun w stands: "the death toll rose to 30", "a toll of 30", "the toll is 30".
func (c *counter) toll(w int) []int {
	t, all := c.t, []int(nil)
	for d := range t.Dependents(w) {
		if t.Case(d) == "of" {
			all = append(all, d)
		}
	}
	if !t.Is(w, "nsubj") {
		return all
	}
	h := t.Head(w)
	all = append(all, h)
	for d := range t.Dependents(h) {
		if p := t.Case(d); t.Is(d, "obj", "obl") && (p == "" || p == "to" || p == "at") {
			all = append(all, d)
		}
	}
	return all
}
