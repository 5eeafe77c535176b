package actors

import (
	"slices"

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
			if x := r.mentions.At(t.Ref(a)); x != nil {
				e = r.resolved(x)
			}
		}
		if e != nil {
			r.attach(e, m, event.ByPronoun)
		}
		return
	case "he", "him", "his", "himself":
		e = r.pronounAntecedent(m, func(e *entity) bool { return e.human && !e.plural && e.gender != "f" && individual(e) })
		e = gendered(e, "m")
	case "she", "her", "hers", "herself":
		e = r.pronounAntecedent(m, func(e *entity) bool { return e.human && !e.plural && e.gender != "m" && individual(e) })
		e = gendered(e, "f")
	case "they", "them", "their", "theirs", "themselves":
		e = r.pronounAntecedent(m, func(e *entity) bool { return e.plural || !e.human && !e.state })
	case "its", "itself":
		e = r.pronounAntecedent(m, func(e *entity) bool { return !e.human && !e.plural })
	case "it":
		if r.minded(t, m.Head) {
			e = r.pronounAntecedent(m, func(e *entity) bool { return !e.human && !e.plural })
		}
	}
	if e != nil {
		r.attach(e, m, event.ByPronoun)
	}
}

// individual reports whether an entity is one human being.
func individual(e *entity) bool {
	return e.p.Kind == event.EntityPerson || e.p.Kind == event.EntityRole || e.p.Kind == event.EntityPeople || e.p.Kind == event.EntityArmedGroup
}

// gendered notes the gender that a pronoun tells.
func gendered(e *entity, gender string) *entity {
	if e != nil && e.gender == "" {
		e.gender = gender
	}
	return e
}

// minded reports whether "it" is the subject of a verb that a body or a state can do, or its object.
func (r *run) minded(t *syntax.Tree, i int) bool {
	g := t.Head(i)
	if g < 0 || t.UPOS[g] != "VERB" {
		return false
	}
	switch {
	case t.Is(i, "nsubj:"):
		return r.k.metonymy["subject"][t.Lemmas[g]] || slices.Contains([]string{"have", "do", "go", "get", "take", "receive", "win", "lose", "begin", "start", "meet"}, t.Lemmas[g])
	case t.Is(i, "obj"):
		return r.k.metonymy["object"][t.Lemmas[g]]
	}
	return false
}

// pronounAntecedent is the best antecedent: in the same sentence a subject before the pronoun, then any; then the last
// source if the pronoun is a source; then the last subject of the sentences before, then the last one.
func (r *run) pronounAntecedent(m *event.Mention, fits func(*entity) bool) *entity {
	at := m.Ref()
	if e := r.subjectAbove(at, fits); e != nil {
		return e
	}
	if r.source[at] && r.lastSource != nil && fits(r.lastSource.final()) && !r.inSentence(at, fits) {
		return r.lastSource.final()
	}
	var first *entity
	for i := len(r.recent) - 1; i >= 0; i-- {
		e := r.recent[i]
		if !fits(e) || !r.near(e, at) || r.together(e, at) {
			continue
		}
		if e.subject {
			return e
		}
		if first == nil {
			first = e
		}
	}
	return first
}

// reach is how many sentences back a pronoun can reach.
const reach = 3

// near reports whether an entity was spoken of within the reach of a pronoun, before it.
func (r *run) near(e *entity, at text.Ref) bool {
	n := len(e.p.Mentions)
	if n == 0 {
		return false
	}
	last := e.p.Mentions[n-1]
	return last.Range.Sentence >= at.Sentence-reach && !(last.Range.Sentence == at.Sentence && last.Head > at.Token)
}

// inSentence reports whether somebody who fits was spoken of earlier in the sentence.
func (r *run) inSentence(at text.Ref, fits func(*entity) bool) bool {
	for w := 0; w < at.Token; w++ {
		if e := r.at[at.Sentence][w].final(); e != nil && fits(e) {
			return true
		}
	}
	return false
}

// subjectAbove climbs from the pronoun through the clauses around it and returns the first subject before it that fits: "the
// army said it had won". The subject of the pronoun's own clause is not meant by an object ("he saw him"), unless it is
// reflexive or possessive.
func (r *run) subjectAbove(at text.Ref, fits func(*entity) bool) *entity {
	t := r.trees[at.Sentence]
	own := t.Clause(at.Token)
	free := t.Is(at.Token, "nmod:poss") || t.Feat(at.Token, "Reflex") == "Yes"
	for c := own; ; {
		if c != own || free {
			if s := t.Subject(c); s >= 0 && s < at.Token {
				if e := r.entityAt(t.Ref(r.standsFor(t, s))); e != nil && fits(e) {
					return e
				}
			}
		} else if t.Is(c, "conj") {
			if s := t.Subject(t.Head(c)); s >= 0 && s < at.Token {
				if e := r.entityAt(t.Ref(r.standsFor(t, s))); e != nil && fits(e) {
					return e
				}
			}
		}
		if t.Head(c) < 0 {
			return nil
		}
		c = t.Clause(t.Head(c))
	}
}

// standsFor leads a relative pronoun to its antecedent.
func (r *run) standsFor(t *syntax.Tree, s int) int {
	if a := t.Antecedent(s); a >= 0 {
		return a
	}
	return s
}

// together reports whether an entity is an argument of the pronoun's own verb, so that the pronoun means another.
func (r *run) together(e *entity, at text.Ref) bool {
	t := r.trees[at.Sentence]
	if t.Is(at.Token, "nmod:poss") || t.Feat(at.Token, "Reflex") == "Yes" {
		return false
	}
	g := t.Head(at.Token)
	if g < 0 {
		return false
	}
	for d := range t.Dependents(g) {
		if d != at.Token && t.Is(d, "nsubj", "obj", "iobj", "obl") && r.entityAt(t.Ref(d)) == e {
			return true
		}
	}
	return false
}
