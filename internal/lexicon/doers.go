package lexicon

import "slices"

// objectDoer returns who does the deed that stands in the frame's object, or where its recipient stands: Russia of "criticised
// Russia's invasion" and of "outrage at Russia's invasion".
func (r *roles) objectDoer(p *place, frame *Frame) []Role {
	var all []Role
	slots := []Slot{Object}
	if frame != nil {
		slots = append(slots, frame.recip...)
	}
	for i, slot := range slots {
		if slot == ObjectDoer || slot == ContentDoer || slices.Contains(slots[:i], slot) {
			continue
		}
		for _, role := range r.fill(p, slot, frame) {
			all = append(all, r.doers(role.Words)...)
		}
	}
	return all
}

// doers returns who does the deeds of nouns, or owns the things, by their own phrases.
func (r *roles) doers(nouns []int) []Role {
	var all []Role
	for _, o := range nouns {
		for _, words := range r.doersOf(o) {
			all = append(all, Role{ObjectDoer, words, o})
		}
	}
	return all
}

func (r *roles) doersOf(noun int) [][]int {
	var all [][]int
	add := func(words []int) {
		if len(words) > 0 {
			all = append(all, words)
		}
	}
	s := r.site(noun, 1)
	s.light, s.verb = nil, -1
	for _, x := range r.nounSubject(s, nil) {
		add(x.Words)
	}
	if r.oblique(noun, "by") != nil {
		add(r.before(noun, Poss)) // "criticism of her reforms by the unions", where a parser has "by" after the reforms
	}
	if r.ofDoes(noun) {
		add(r.oblique(noun, "of"))
	}
	add(r.oblique(noun, "from"))
	add(r.issuer(noun))
	for d := range r.t.Dependents(noun) {
		switch {
		case !r.t.Is(d, "acl"):
		case r.agent(d) >= 0:
			add(r.expand(r.agent(d))) // "complaints filed by the unions"
		case r.t.Is(d, "acl:relcl"):
			add(r.gapDoer(d))
		case r.t.XPOS[d] == "VBG" && slices.Contains(carrying, r.t.Lemmas[d]):
			add(r.deepObject(d, 1)) // "a car carrying the minister"
		}
	}
	return all
}

// issuer returns who is told to have issued a document that speaks for them, by the verb that has it as object, or where they speak in it: "released a video that accuses
// the king", "said so in a letter that praised the king".
func (r *roles) issuer(noun int) []int {
	v := r.t.Head(noun)
	if v < 0 || r.t.UPOS[v] != "VERB" || !r.classes.holds(r.t, noun, "Document") {
		return nil
	}
	if standsIn(r.t, noun, v) == Object && slices.Contains(issuing, r.t.Lemmas[v]) || r.t.Is(noun, "obl") && caseOf(r.t, noun) == "in" {
		return r.deepSubject(v, 1)
	}
	return nil
}

// issuing are verbs whose subject speaks by what their object names.
var issuing = []string{"release", "issue", "publish", "write", "air", "run", "send", "post", "distribute", "broadcast", "sign", "file", "make", "circulate", "deliver", "put", "launch",
	"produce", "record", "adopt", "pass", "approve", "read", "unveil", "submit", "draft"}

// gapDoer returns who does the deed of a relative clause without a pronoun, as whose object its noun is to be understood: China of "the role China
// played"; nobody where the clause speaks of something said, "a plan he calls mad".
func (r *roles) gapDoer(clause int) []int {
	s := r.t.Dependent(clause, "nsubj")
	if s < 0 || isRelative(r.t, s) || r.gap(clause) == nil || slices.Contains(naming, r.t.Lemmas[clause]) {
		return nil
	}
	return r.expand(s)
}

// carrying are verbs that tell who is in a vehicle or a house.
var carrying = []string{"carry", "transport", "bring", "take", "ferry", "house", "hold", "shelter"}

// ofDoes reports whether the "of" of a noun says who does it, as in "the decision of the court", rather than to whom it is done.
func (r *roles) ofDoes(noun int) bool {
	es := r.lex.entries(Noun, r.t.Lower(noun), r.t.Lemmas[noun])
	return es == nil || slices.ContainsFunc(es, func(e entry) bool { return slices.Contains(e.frame.actor, "of") })
}

// contentDoer returns who is to do the deed that the frame speaks of: the subject of its clause, or who does the deed of its noun
// ("the resignation of the minister").
func (r *roles) contentDoer(p *place, frame *Frame) []Role {
	if frame == nil {
		return nil
	}
	c := r.content(p, frame)
	if c < 0 {
		return nil
	}
	if s := r.t.Dependent(c, "nsubj:"); s >= 0 {
		return one(ContentDoer, r.expand(s))
	}
	var all []Role
	if r.t.UPOS[c] == "NOUN" && !r.ownerUndergoes(c) {
		for _, words := range r.doersOf(c) {
			all = append(all, one(ContentDoer, words)...)
		}
	}
	return all
}

// ownerUndergoes reports whether the possessor of a noun is the one to whom its deed is done: "the minister's arrest".
func (r *roles) ownerUndergoes(noun int) bool {
	return slices.ContainsFunc(r.lex.entries(Noun, r.t.Lower(noun), r.t.Lemmas[noun]), func(e entry) bool {
		return slices.Contains(e.frame.recip, Poss)
	})
}

// content returns the head of the deed that the frame speaks of, -1 for none.
func (r *roles) content(p *place, frame *Frame) int {
	for _, slot := range frame.deed {
		for _, role := range r.fill(p, slot, nil) {
			return role.Words[0]
		}
	}
	return -1
}
