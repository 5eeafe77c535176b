package lexicon

import "slices"

// setSides fills a candidate's sides. What a light verb says of the sides comes first: "won the backing of the bishops".
func (m *matcher) setSides(c *Candidate, p *place) {
	for _, slot := range c.Frame.actor {
		if slot == Governor { // who says of another what the verb tells
			c.Actors = append(c.Actors, m.sayer(p)...)
			continue
		}
		c.Actors = append(c.Actors, m.fill(p, slot, c.Frame)...)
	}
	if p.site != nil && p.site.light != nil {
		for _, slot := range p.site.light.recip {
			c.Recipients = append(c.Recipients, one(slot, m.lightSlot(p.site, slot))...)
		}
	}
	for _, slot := range c.Frame.recip {
		if slot == Poss {
			c.Recipients = append(c.Recipients, m.bearer(p)...)
			continue
		}
		if deed := m.content(p, c.Frame); c.Code.Type == "REQUEST" && deed >= 0 && m.befalls(deed, slot) {
			c.Recipients = append(c.Recipients, one(slot, m.agents(deed))...) // "asked that the troops be sent": not the troops
			continue
		}
		c.Recipients = append(c.Recipients, m.fill(p, slot, c.Frame)...)
	}
	m.setOf(c, p)
	if p.pos == Verb && !c.Reciprocal {
		c.Actors = append(c.Actors, m.owners(c.Actors)...)
	}
	c.Recipients = append(c.Recipients, m.possessors(c)...)
	c.Recipients = append(c.Recipients, m.alleged(c)...)
	c.Actors = slices.CompactFunc(c.Actors, sameWords)
	if len(c.Actors) > 0 {
		c.Recipients = slices.DeleteFunc(c.Recipients, func(r Role) bool { return slices.Equal(r.Words, c.Actors[0].Words) })
	}
}

// setOf makes of what stands after a noun's "of" its recipients, where its light verb or a possessor says who acts ("made an endorsement of the
// senator"), and of its victims if it names nobody else ("victims of attacks").
func (m *matcher) setOf(c *Candidate, p *place) {
	if p.pos != Noun {
		return
	}
	of := func(r Role) bool { return r.Slot == "of" }
	undergoes := slices.Contains(c.Frame.recip, Object) || slices.Contains(c.Frame.recip, "of") || c.Code.Type == "PROTEST"
	if i := slices.IndexFunc(c.Actors, of); (i > 0 || i == 0 && p.site.light != nil) && undergoes && !slices.Contains(p.lightActors(), "of") {
		c.Recipients = append(c.Recipients, c.Actors[i])
		c.Actors = slices.DeleteFunc(c.Actors, of)
	}
	if c.harms() {
		c.Recipients = append(c.Recipients, one(Object, m.victims(p.site))...)
	} else {
		c.Recipients = append(c.Recipients, one(Object, m.undergoing(p.site))...)
	}
}

// lightActors are the slots in which the light verb of a noun has who acts.
func (p *place) lightActors() []Slot {
	if p.site == nil || p.site.light == nil {
		return nil
	}
	return p.site.light.actor
}

// possessors returns those who own what stands in the recipient's slots, as in "bombed Chad's base"; not of where violence is done, nor of what
// is released.
func (m *matcher) possessors(c *Candidate) []Role {
	var all []Role
	for _, role := range c.Recipients {
		where := role.Slot == "in" && m.lex.ontology.QuadClass(c.Code.Type) == 4
		if role.Slot != ObjectDoer && !where && c.Code.CAMEO != freeing {
			all = append(all, m.doers(role.Words)...)
		}
	}
	return slices.DeleteFunc(all, func(x Role) bool {
		return slices.ContainsFunc(c.Recipients, func(y Role) bool { return sameWords(x, y) })
	})
}

// befalls reports whether what is asked for is to be done to those in a slot rather than by them: "wants them to be freed", "asked that they be freed".
func (r *roles) befalls(deed int, slot Slot) bool {
	own := r.t.Dependent(deed, "nsubj") >= 0
	return passive(r.t, deed) && (slot == ContentDoer || !own && (slot == Object || slot == "for"))
}

// agents are those whom "by" names beside a verb in the passive.
func (r *roles) agents(v int) []int {
	if a := r.agent(v); a >= 0 {
		return r.expand(a)
	}
	return nil
}

// sayer returns who says what a verb tells, in the clause above.
func (r *roles) sayer(p *place) []Role {
	for _, g := range r.governor(p) {
		if r.t.UPOS[g] == "VERB" {
			return one(Governor, r.deepSubject(g, 1))
		}
	}
	return nil
}

// alleged returns who did what an inquiry's object says is alleged: "is probing reports that the guards beat him".
func (m *matcher) alleged(c *Candidate) []Role {
	if c.Code.Mode != "investigate" {
		return nil
	}
	var all []Role
	for _, role := range c.Recipients {
		for _, w := range role.Words {
			for d := range m.t.Dependents(w) {
				if m.t.Is(d, "acl:") && m.t.Dependent(d, "mark") >= 0 {
					all = append(all, one(ContentDoer, m.ownSubject(d))...)
				}
			}
		}
	}
	return all
}

// freeing is CAMEO's code of returning and releasing people.
const freeing = "0841"

// mutual reports whether those who do the deed of a verb do it to each other.
func (m *matcher) mutual(p *place) bool {
	_, o := m.objects(p.verb())
	if p.pos != Verb || o < 0 {
		return false
	}
	owner := m.t.Dependent(o, "nmod:poss")
	return m.isEachOther(o) || owner >= 0 && m.isEachOther(owner) // "expelled each other's envoys"
}

func sameWords(a, b Role) bool { return slices.Equal(a.Words, b.Words) }

// split parts the sides of a reciprocal deed that stand together: "A and B met", "talks between A and B".
func (c *Candidate) split() {
	if len(c.Actors) > 0 && c.Actors[0].Slot == "between" && len(c.Actors[0].Words) > 1 {
		c.Recipients = nil // "talks between A and B with mediation by C"
	}
	if len(c.Recipients) > 0 {
		return
	}
	for i, a := range c.Actors {
		if len(a.Words) > 1 {
			c.Recipients = []Role{{Slot: a.Slot, Words: a.Words[1:]}}
			c.Actors = append([]Role{{Slot: a.Slot, Words: a.Words[:1]}}, c.Actors[i+1:]...)
			return
		}
	}
}
