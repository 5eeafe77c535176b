package actors

import (
	"slices"
	"strings"

	"example.org/demarche/internal/event"
	"example.org/demarche/internal/syntax"
	"example.org/demarche/internal/text"
)

// pronoun resolves a pronoun of the third person, or a relative one. Those of the first person wait for their speaker.
func (r *run) pronoun(m *event.Mention) {
	t := r.trees[m.Range.Sentence]
	form := t.Lower(m.Head)
	var e *entity
	switch form {
	case "who", "whom", "which", "that", "whose":
		if a := t.Antecedent(m.Head); a >= 0 {
			if x := r.human(t, a, m.Head); x != nil {
				e = r.resolved(x)
			}
		}
		if e != nil {
			r.attach(e, m, event.ByPronoun)
		}
		return
	case "he", "him", "his", "himself":
		e = gendered(r.pronounAntecedent(m, "m", func(e *entity) bool { return individual(e) && e.gender != "f" }), "m")
	case "she", "her", "hers", "herself":
		e = gendered(r.pronounAntecedent(m, "f", func(e *entity) bool { return individual(e) && e.gender != "m" }), "f")
	case "they", "them", "their", "theirs", "themselves":
		e = r.theyAntecedent(m)
	case "its", "itself":
		e = r.pronounAntecedent(m, "", func(e *entity) bool { return !e.human && !e.plural })
	case "it":
		body := func(e *entity) bool { return !e.human && !e.plural }
		if r.minded(t, m.Head) {
			e = r.pronounAntecedent(m, "", body)
		} else if t.Is(m.Head, "nsubj") && t.Dependent(t.Head(m.Head), "cop") < 0 { // "Italy said it would wait"
			e = r.subjectAbove(m.Ref(), body)
		}
	}
	if e == nil {
		e = r.untold(t, m)
	}
	if e != nil {
		r.attach(e, m, event.ByPronoun)
	}
}

// maxPhrase bounds how far back in a phrase somebody human is sought.
const maxPhrase = 12

// human returns the mention that relative pronoun i stands for: the one headed by noun a, but for "who" one of somebody human within its phrase if that
// itself is not: "the house of the mayor, who fled".
func (r *run) human(t *syntax.Tree, a, i int) *event.Mention {
	isHuman := func(m *event.Mention) bool {
		return m != nil && (m.Kind == event.Person || m.Kind == event.Role || m.Kind == event.People)
	}
	x := r.mentions.At(t.Ref(a))
	if form := t.Lower(i); form != "who" && form != "whom" || isHuman(x) {
		return x
	}
	for w := i - 1; w > max(a, i-maxPhrase); w-- {
		if y := r.mentions.At(t.Ref(w)); isHuman(y) && t.Dominates(a, w) {
			return y
		}
	}
	return x
}

// untold makes whom a pronoun speaks of that leads to nobody told of before, as where a text sets in amid a report: the one that "he" is, those who
// "they" are if they do what people do. A possessive may speak of who is named after it.
func (r *run) untold(t *syntax.Tree, m *event.Mention) *entity {
	i := m.Head
	if t.Is(i, "nmod:poss") || r.bound(m.Ref()) {
		return nil
	}
	form := t.Lower(i)
	switch form {
	case "he", "him", "she", "her":
		gender := "f"
		if form == "he" || form == "him" {
			gender = "m"
		}
		if c := t.Clause(i); t.Is(c, "advcl") { // "when he arrived, the premier was ill"
			if e := r.doer(t, t.Subject(t.Head(c)), t.Len()); e != nil && individual(e) && (e.gender == "" || e.gender == gender) {
				return e
			}
		}
		e := r.newEntity(event.EntityPeople)
		e.human, e.heard = true, gender
		return e
	case "they":
		if g := t.Head(i); g < 0 || !t.Is(i, "nsubj:") || t.UPOS[g] != "VERB" || !r.source[m.Ref()] && !r.k.metonymy["subject"][t.Lemmas[g]] {
			return nil
		}
		e := r.newEntity(event.EntityPeople)
		e.human, e.plural = true, true
		return e
	}
	return nil
}

// theyAntecedent is who "they" are: several, or a body that the sentence is about ("the team said they …").
func (r *run) theyAntecedent(m *event.Mention) *entity {
	several := func(e *entity) bool { return e.plural || e.many }
	body := func(e *entity) bool { return several(e) || !e.human && !e.state }
	if e := r.subjectAbove(m.Ref(), r.notTheSpeaker(m.Ref(), body)); e != nil {
		return e
	}
	if e := r.pronounAntecedent(m, "", several); e != nil {
		return e
	}
	t := r.trees[m.Range.Sentence]
	if v := verbOf(t, m.Head); v >= 0 && slices.Contains(harming, t.Lemmas[v]) { // "fired on the group, killing one of them"
		return r.pronounAntecedent(m, "", func(e *entity) bool { return body(e) && !e.human })
	}
	if !t.Is(m.Head, "nsubj", "nmod:poss") { // "two of them" may be things
		return nil
	}
	return r.pronounAntecedent(m, "", func(e *entity) bool { return body(e) && e.subject })
}

// harming are verbs whose object is of people: "killed some of them".
var harming = []string{"kill", "wound", "injure", "arrest", "detain", "capture", "execute", "murder", "abduct", "kidnap", "beat", "torture", "accuse", "charge"}

// individual reports whether an entity is one human being.
func individual(e *entity) bool {
	if !e.human || e.plural {
		return false
	}
	return e.p.Kind == event.EntityPerson || e.p.Kind == event.EntityRole || e.p.Kind == event.EntityPeople || e.p.Kind == event.EntityArmedGroup
}

// gendered notes the gender of a pronoun that leads to an entity.
func gendered(e *entity, gender string) *entity {
	if e != nil && e.heard == "" {
		e.heard = gender
	}
	return e
}

// minded reports whether "it" is the subject of a verb that a body or a state can do, or of an adjective that one can be, or its object.
func (r *run) minded(t *syntax.Tree, i int) bool {
	g := t.Head(i)
	switch {
	case g < 0:
		return false
	case isBidden(t, i):
		return true
	case t.Is(i, "obl", "nmod"):
		return r.isPartner(t, i, g) // "imposed sanctions on it"
	case t.Is(i, "nsubj:") && t.Dependent(g, "cop") >= 0:
		return metonymicPredicate(t, g) // "Italy said it was willing to wait"
	case t.UPOS[g] != "VERB":
		return false
	case t.Is(i, "nsubj:"):
		return r.k.metonymy["subject"][t.Lemmas[g]] || slices.Contains(ofAgents, t.Lemmas[g])
	case t.Is(i, "obj", "iobj"):
		return r.k.metonymy["object"][t.Lemmas[g]]
	}
	return false
}

// ofAgents are further verbs whose subject "it" is a body rather than a thing; towns are not said to do all of this.
var ofAgents = []string{"have", "go", "begin", "start", "meet", "abduct", "arrest", "bomb", "capture", "convict", "execute", "free", "hijack", "indict",
	"kidnap", "murder", "raid", "seize", "sentence", "storm"}

// pronounAntecedent is the likeliest antecedent of a pronoun among those that fit, or nil. gender is what the pronoun tells.
func (r *run) pronounAntecedent(m *event.Mention, gender string, fits func(*entity) bool) *entity {
	at := m.Ref()
	fits = r.notWhoAnswers(at, r.notTheSpeaker(at, fits))
	if t := r.trees[at.Sentence]; isReflexive(t, at.Token) && t.Subject(t.Clause(at.Token)) >= 0 || r.bound(at) {
		return r.subjectAbove(at, fits)
	}
	if e := r.beside(at, fits); e != nil {
		return e
	}
	weights := &ofOthers
	if gender != "" {
		weights = &ofOne
	}
	return likeliest(r.candidates(at, gender, r.subjectsAbove(at, fits), fits), weights)
}

// notTheSpeaker narrows fits: inside a quotation "he" is not who speaks, and who speaks is none whom the quotation tells of.
func (r *run) notTheSpeaker(at text.Ref, fits func(*entity) bool) func(*entity) bool {
	if own := r.quotedFrom[at]; own != nil {
		others := fits
		fits = func(e *entity) bool { return others(e) && !r.toldOf(e, own) }
	}
	a := r.quotation(at)
	if a == nil {
		return fits
	}
	m := r.mentions.At(a.Source.Ref())
	if m == nil || m.Ref() == at || m.Form == event.ByPronoun && at.Before(m.Ref()) {
		return fits
	}
	speaker := r.resolved(m)
	return func(e *entity) bool { return e != speaker && fits(e) }
}

// toldOf reports whether a quotation speaks of an entity, as far as its last mentions tell.
func (r *run) toldOf(e *entity, a *event.Attribution) bool {
	for i := len(e.p.Mentions) - 1; i >= 0 && i >= len(e.p.Mentions)-maxHistory; i-- {
		m := e.p.Mentions[i]
		if r.quotation(text.Ref{Sentence: m.Range.Sentence, Token: m.Head}) == a {
			return true
		}
	}
	return false
}

// nobody are pronouns that speak of nobody in particular.
var nobody = []string{"nobody", "no-one", "none", "everyone", "everybody", "anyone", "anybody", "someone", "one", "who"}

// bound reports whether the pronoun's clause, or one above it, is about nobody in particular: "nobody negotiates with his
// hands tied".
func (r *run) bound(at text.Ref) bool {
	t := r.trees[at.Sentence]
	s := t.Subject(t.Clause(at.Token))
	return s >= 0 && s < at.Token && !t.Dominates(s, at.Token) && slices.Contains(nobody, t.Lower(s)) && t.Antecedent(s) < 0
}

// reach is how many sentences back a pronoun can reach.
const reach = 4

// near reports whether an entity was spoken of within the reach of a pronoun, before it.
func (r *run) near(e *entity, at text.Ref) bool {
	if len(e.p.Mentions) == 0 {
		return false
	}
	last := e.lastMention()
	return r.apart(last.Range.Sentence, at) <= reach && !(last.Range.Sentence == at.Sentence && last.Head > at.Token)
}

// subjectAbove is the first of subjectsAbove, or nil.
func (r *run) subjectAbove(at text.Ref, fits func(*entity) bool) *entity {
	if all := r.subjectsAbove(at, fits); len(all) > 0 {
		return all[0].e
	}
	return nil
}

// An above is a subject above a pronoun; tells says that the pronoun stands in the clausal complement of its verb.
type above struct {
	e     *entity
	tells bool
}

// isReflexive reports whether word i is a pronoun that speaks of the subject of its own clause: "himself".
func isReflexive(t *syntax.Tree, i int) bool {
	return strings.HasSuffix(t.Lower(i), "self") || strings.HasSuffix(t.Lower(i), "selves")
}

// maxAbove bounds how many subjects above a pronoun are looked at.
const maxAbove = 3

// subjectsAbove climbs from the pronoun through the clauses around it and returns the subjects before it that fit, the closest
// first: "the army said it had won". The subject of the pronoun's own clause is not meant by an object ("he saw him"),
// unless it is reflexive or possessive.
func (r *run) subjectsAbove(at text.Ref, fits func(*entity) bool) []above {
	t := r.trees[at.Sentence]
	own := t.Clause(at.Token)
	ahead := at.Token // how far into the sentence a subject may stand
	free := t.Is(at.Token, "nmod:poss") || isReflexive(t, at.Token)
	var found []above
	tells := false
	add := func(e *entity, tells bool) {
		if e != nil && fits(e) && !r.together(e, at) && !slices.ContainsFunc(found, func(a above) bool { return a.e == e }) {
			found = append(found, above{e, tells})
		}
	}
	for c := own; len(found) < maxAbove; c = t.Clause(t.Head(c)) {
		s := -1
		switch {
		case c != own || free:
			s = t.Subject(c)
		case t.Is(c, "conj"):
			s = t.Subject(t.Head(c))
		}
		add(r.doer(t, s, ahead), tells)
		if t.Is(c, "advcl") && t.Dependent(c, "nsubj") < 0 && c != own || free && c == own && t.Is(c, "advcl") && t.Subject(c) < 0 {
			ahead = t.Len() // "speaking in his office, the minister said": whoever the main clause is about
		}
		add(r.doer(t, controller(t, c), at.Token), false)
		if t.Head(c) < 0 {
			break
		}
		tells = t.Is(c, "ccomp")
	}
	return found
}

// doer is whom the subject s speaks of, if it stands before word at; if it speaks of nobody, the owner of what it speaks of:
// "Oslo's offer is better than its last one".
func (r *run) doer(t *syntax.Tree, s, at int) *entity {
	if s < 0 || s >= at {
		return nil
	}
	if m := r.mentions.At(t.Ref(s)); m != nil && m.Form != event.ByPronoun {
		r.mention(m) // it may stand further on
	}
	if e := r.entityAt(t.Ref(r.standsFor(t, s))); e != nil {
		return e
	}
	if p := t.Dependent(s, "nmod:poss"); p >= 0 && p < at {
		return r.entityAt(t.Ref(p))
	}
	return nil
}

// controller is the object that does what an open clause says, "Libyans" of "let Libyans decide", or -1.
func controller(t *syntax.Tree, c int) int {
	if !t.Is(c, "xcomp", "ccomp") || t.Head(c) < 0 {
		return -1
	}
	return t.Dependent(t.Head(c), "obj", "iobj")
}

// standsFor leads a relative pronoun to its antecedent.
func (r *run) standsFor(t *syntax.Tree, s int) int {
	if a := t.Antecedent(s); a >= 0 {
		return a
	}
	return s
}
