package lexicon

import (
	"slices"

	"example.org/demarche/internal/ontology"
)

// at returns the index of the candidate whose trigger, predicate or light verb is word i; -1 for none.
func (m *matcher) at(i int) int {
	for k := range m.found.Candidates {
		if c := &m.found.Candidates[k]; c.Trigger == i || c.Predicate == i {
			return k
		}
	}
	return -1
}

// linkContent settles codes that follow the deed spoken of, and lends that deed the sides that the speech act names.
func (m *matcher) linkContent() {
	coded := make([]bool, len(m.found.Candidates))
	for k := range m.found.Candidates {
		m.settleCode(k, coded)
	}
	for k := range m.found.Candidates {
		c := &m.found.Candidates[k]
		if c.Content < 0 {
			continue
		}
		c.Content = m.pursued(c.Content)
		deed := m.at(c.Content)
		switch {
		case deed < 0:
			m.borrowUncoded(c)
		case deed != k && !c.rejectsWords(&m.found.Candidates[deed]):
			c.borrow(&m.found.Candidates[deed])
		}
		for _, w := range m.conjuncts(c.Content) {
			if d := m.at(w); d >= 0 && d != k {
				m.lend(c, &m.found.Candidates[d])
			}
		}
	}
}

// pursuing are verbs that say no more of the deed of their infinitive than that it is begun, goes on or is helped.
var pursuing = []string{"continue", "keep", "begin", "start", "help", "work", "go", "seek", "try"}

// pursued leads from the content of a speech act to the deed that it comes to: support of "pledged to continue to support them".
func (m *matcher) pursued(content int) int {
	for content >= 0 && m.at(content) < 0 && slices.Contains(pursuing, m.t.Lemmas[content]) && m.t.Dependent(content, "obj", "iobj") < 0 {
		x := m.t.Dependent(content, "xcomp")
		if x < 0 || m.at(x) < 0 && !slices.Contains(pursuing, m.t.Lemmas[x]) {
			return content
		}
		content = x
	}
	return content
}

// settleCode settles the code of candidate k after that of the deed that it speaks of: of "rejected a call to free them" first the call's.
func (m *matcher) settleCode(k int, coded []bool) {
	c := &m.found.Candidates[k]
	if coded[k] || c.Content < 0 || !c.byContent {
		return
	}
	coded[k] = true
	deed := m.at(m.pursued(c.Content))
	if deed >= 0 {
		m.settleCode(deed, coded)
	}
	m.codeByContent(c, deed)
}

// codeByContent gives a speech act the code that corresponds to the deed spoken of.
func (m *matcher) codeByContent(c *Candidate, deed int) {
	o := m.lex.ontology
	act, ok := ontology.ActOf(c.Code.CAMEO)
	if !ok || deed < 0 {
		return
	}
	d := &m.found.Candidates[deed]
	of := d.Code.CAMEO
	if act != ontology.Threaten && o.QuadClass(d.Code.Type) == 4 && m.t.IsNegated(d.Predicate) {
		of = ontology.EndOfConflict
	}
	if code, ok := o.Speech(act, of); ok {
		c.Code.CAMEO, c.Code.Mode, c.Code.Contexts = code.Code, code.Mode, code.Contexts
	}
}

// lend gives the deed that a speech act speaks of its doer, if its own clause does not name one: the one who promises or
// threatens it, the one who is asked for it.
func (m *matcher) lend(act, deed *Candidate) {
	if m.t.Dependent(deed.Predicate, "nsubj") >= 0 || deed.POS == Verb && passive(m.t, deed.Predicate) { // "asked for him to be released": by whom is not said
		return
	}
	if deed.Code.Type == "REQUEST" && act.rejectsWords(deed) && len(deed.Recipients) == 0 {
		deed.Recipients = act.Actors // who rejects a call was called upon
	}
	switch act.Code.Type {
	case "AGREE", "THREATEN", "REJECT":
		switch {
		case len(deed.Actors) > 0:
		case act.rejectsWords(deed):
			deed.Actors = act.Recipients
		default:
			deed.Actors = act.Actors
			if deed.Reciprocal && len(deed.Recipients) == 0 {
				deed.Recipients = act.Recipients // "invited the rebels to talks"
			}
		}
	case "REQUEST":
		switch {
		case deed.POS != Verb && len(deed.Actors) > 0:
		case deed.Reciprocal && len(deed.Recipients) > 0 && slices.EqualFunc(act.Recipients, deed.Recipients, sameWords):
			deed.Actors = act.Actors // "requested a meeting with the king"
		case !deed.Reciprocal && len(deed.Recipients) > 0 && slices.EqualFunc(act.Recipients, deed.Recipients, sameWords):
			act.Recipients = nil // "ordered the monks to be freed", "urged a ban on trawlers" asks it of others
		case len(act.Recipients) > 0:
			deed.Actors = act.Recipients
		case act.POS == Noun && slices.EqualFunc(deed.Actors, act.Actors, sameWords):
			deed.Actors = nil // "a call by the unions to resign" asks somebody else
		}
	case "ACCUSE":
		if len(deed.Actors) == 0 || deed.POS == Verb {
			deed.Actors = act.Recipients
		}
	}
}

// rejectsWords reports whether a rejection is of what another has said: a demand, an offer, criticism.
func (c *Candidate) rejectsWords(deed *Candidate) bool {
	return c.Code.Type == "REJECT" && deed.POS == Noun && slices.Contains([]string{"REQUEST", "ACCUSE", "AGREE", "CONCEDE"}, deed.Code.Type)
}

// borrow gives a promise, refusal or threat that names nobody the recipient of its deed: "promised to send food to Ethiopia",
// "refused to meet the envoy"; a call that of what takes two, "called for talks with Ethiopia", else who is to do it.
func (c *Candidate) borrow(deed *Candidate) {
	if len(c.Recipients) > 0 {
		return
	}
	switch c.Code.Type {
	case "AGREE", "THREATEN", "REJECT":
		if deed.Code.CAMEO == freeing && !deed.isWith() || c.Code.Type == "REJECT" && deed.Code.Type == "ASSAULT" { // neither is said to those whom one frees or spares
			return
		}
		if c.Recipients = deed.Recipients; slices.EqualFunc(deed.Recipients, c.Actors, sameWords) {
			c.Recipients = deed.Actors // "refused to receive the envoy", who would have come
		}
	case "REQUEST":
		if c.Recipients = deed.Actors; deed.Reciprocal {
			c.Recipients = deed.Recipients
		}
	}
}

// isWith reports whether a candidate's recipients are with whom it is done: "an exchange of prisoners with Ethiopia".
func (c *Candidate) isWith() bool { return len(c.Recipients) > 0 && c.Recipients[0].Slot == "with" }

// borrowUncoded does so for a refusal, a promise, a call or a threat of a deed that no frame has: "refused to join the union", "threatened to resort
// to force against Chad", "called for the banks to lend more".
func (m *matcher) borrowUncoded(c *Candidate) {
	var slots []Slot
	switch {
	case len(c.Recipients) > 0 || m.t.UPOS[c.Content] != "VERB":
	case c.Code.Type == "REJECT":
		slots = []Slot{IObject, Object, "with", "to", "for"}
	case c.Code.Type == "AGREE":
		slots = []Slot{"with"}
	case c.Code.Type == "REQUEST" && !passive(m.t, c.Content):
		c.Recipients = one(ContentDoer, m.ownSubject(c.Content)) // "called for the banks to lend more"
	case c.Code.Type == "THREATEN": // whom one avenges one does not threaten
		slots = []Slot{"against", "on"}
	}
	for _, slot := range slots {
		c.Recipients = append(c.Recipients, m.fill(&place{word: c.Content, pos: Verb}, slot, nil)...)
	}
}

// ownSubject returns the subject that clause i names.
func (r *roles) ownSubject(i int) []int {
	if s := r.t.Dependent(i, "nsubj"); s >= 0 {
		return r.expand(s)
	}
	return nil
}

// linkMeans finds candidates whose subject is a deed itself ("the bombing killed ten") or the weapon of one ("a bomb planted by
// insurgents killed ten"), or that befell somebody in one ("killed in a bombing"), and gives them its doer; a noun of deed that
// names nobody who does it, or to whom it is done, gets theirs.
func (m *matcher) linkMeans() {
	for k := range m.found.Candidates {
		c := &m.found.Candidates[k]
		for _, role := range c.Actors {
			if d := m.means(role, k); d >= 0 {
				m.join(c, d)
				break
			}
		}
		if d := m.fightIn(k); d >= 0 {
			m.found.Candidates[d].Recipients = c.Recipients
		}
		if d := m.meansIn(k); d >= 0 && c.Means < 0 {
			deed := &m.found.Candidates[d]
			if len(deed.Actors) == 0 {
				deed.Actors = c.Actors
			}
			m.join(c, d)
		}
	}
}

// join makes candidate d the means of c.
func (m *matcher) join(c *Candidate, d int) {
	deed := &m.found.Candidates[d]
	c.Means = d
	c.Actors = append(c.Actors, deed.fighters()...)
	if deed.POS == Noun && deed.Code.Type == c.Code.Type && len(deed.Recipients) == 0 {
		deed.Recipients = c.Recipients
	}
}

// fighters are who does a deed; where they do it to each other, both together: who of them killed somebody is not said.
func (c *Candidate) fighters() []Role {
	if !c.Reciprocal || len(c.Actors) == 0 || len(c.Recipients) == 0 {
		return c.Actors
	}
	both := append(slices.Clone(c.Actors[0].Words), c.Recipients[0].Words...)
	return append([]Role{{Slot: c.Actors[0].Slot, Words: both}}, c.Actors[1:]...)
}

// meansIn returns the index of the noun of deed in which the violence of verb candidate k befell somebody, or which it carried out: "was
// killed in an air strike", "died during the ambush", "repelled an attack"; -1 for none.
func (m *matcher) meansIn(k int) int {
	return m.violenceAt(k, func(d *Candidate) bool { return d.Code.Mode != "abduct" && !d.Reciprocal })
}

// fightIn returns the index of the fight whose one side alone is named, in which somebody suffered the violence of verb candidate k: "was killed in a police
// shootout"; -1 for none.
func (m *matcher) fightIn(k int) int {
	return m.violenceAt(k, func(d *Candidate) bool {
		return d.Reciprocal && len(d.Recipients) == 0 && len(d.Actors) > 0 && d.Actors[0].Slot != Subject && passive(m.t, m.found.Candidates[k].Trigger)
	})
}

// violenceAt returns the index of the first noun of violence for which fits holds in the object of verb candidate k of violence, or after its "in", "during" or
// "by"; -1 for none.
func (m *matcher) violenceAt(k int, fits func(*Candidate) bool) int {
	c := &m.found.Candidates[k]
	if c.POS != Verb || c.Code.Type != "ASSAULT" {
		return -1
	}
	_, object := m.objects(c.Trigger)
	for d := range m.t.Dependents(c.Trigger) {
		if d != object && !(m.t.Is(d, "obl") && slices.Contains([]string{"in", "during", "by"}, caseOf(m.t, d))) {
			continue
		}
		for _, w := range m.expand(d) {
			i := m.at(w)
			if i < 0 || i == k {
				continue
			}
			if deed := &m.found.Candidates[i]; deed.POS == Noun && deed.Code.Type == "ASSAULT" && deed.Trigger == w && fits(deed) {
				return i
			}
		}
	}
	return -1
}

// means returns the index of the deed that is candidate k's subject, or was done with that; -1 for none.
func (m *matcher) means(role Role, k int) int {
	if role.Slot != Subject {
		return -1
	}
	w := role.Words[0]
	if d := m.at(w); d >= 0 && d != k && m.found.Candidates[d].POS == Noun {
		return d
	}
	if !m.classes.holds(m.t, w, "Weapon") {
		return -1
	}
	for x := range m.t.Dependents(w) {
		if d := m.at(x); d >= 0 && d != k && m.t.Is(x, "acl", "acl:relcl") && m.found.Candidates[d].Code.Type == "ASSAULT" {
			return d
		}
	}
	return -1
}

// owners returns those who own, man or wrote the things in subject: "Russian missiles", "NATO aircraft", "the report by the ombudsman".
func (m *matcher) owners(actors []Role) []Role {
	var all []Role
	for _, role := range actors {
		w := role.Words[0]
		if role.Slot != Subject || m.t.UPOS[w] != "NOUN" {
			continue
		}
		all = append(all, m.doers([]int{w})...)
		if h := m.t.Head(w); m.t.Is(w, "obj") && m.utters(w) { // "released a video that accuses Iran"
			all = append(all, one(ObjectDoer, m.deepSubject(h, 1))...)
		}
	}
	return all
}

// weapons returns the roles that weapons fill.
func (m *matcher) weapons(roles []Role) []Role {
	var all []Role
	for _, role := range roles {
		if m.classes.holds(m.t, role.Words[0], "Weapon") {
			all = append(all, role)
		}
	}
	return all
}
