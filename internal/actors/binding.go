package actors

import (
	"slices"

	"example.org/demarche/internal/syntax"
	"example.org/demarche/internal/text"
)

// together reports whether an entity is an argument of the pronoun's own verb, so that the pronoun means another; also its subject by
// coordination or control: "sacked the general and accused him", "killing ten of them".
func (r *run) together(e *entity, at text.Ref) bool {
	t := r.trees[at.Sentence]
	if t.Is(at.Token, "nmod:poss") || t.Feat(at.Token, "Poss") == "Yes" || isReflexive(t, at.Token) {
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
	v := verbOf(t, at.Token)
	if isBidden(t, at.Token) {
		v = t.Head(g)
	}
	if v >= 0 {
		if s := r.doerOf(t, v); s >= 0 && s != at.Token {
			return r.entityAt(t.Ref(r.standsFor(t, s))) == e
		}
	}
	return false
}

// verbOf returns the verb that pronoun i is an object of: itself, after a preposition, counted ("ten of them"), or as that of a noun of deed in
// the verb's object ("opened fire on them"); -1 for none. "Rejected charges against him" has none.
func verbOf(t *syntax.Tree, i int) int {
	for x := i; t.Head(x) >= 0; x = t.Head(x) {
		h := t.Head(x)
		p := t.Case(x)
		switch {
		case t.Is(x, "obj", "iobj"):
			return h
		case t.Is(x, "obl"):
			if slices.Contains(upon, p) || p == "with" && t.Dependent(h, "obj") < 0 {
				return h
			}
			return -1
		case t.Is(x, "nmod") && p == "of" && (t.UPOS[h] == "NUM" || t.UPOS[h] == "DET" || t.UPOS[h] == "PRON"):
		case t.Is(x, "nmod") && slices.Contains(upon, p) && t.Is(h, "obj") && slices.Contains(waging, t.Lemmas[t.Head(h)]):
		default:
			return -1
		}
	}
	return -1
}

// isBidden reports whether pronoun i is who is to do what the verb above demands: "the council demanded that it withdraw".
func isBidden(t *syntax.Tree, i int) bool {
	c := t.Head(i)
	return t.Is(i, "nsubj:") && t.Is(c, "ccomp") && t.XPOS[c] == "VB" && t.Dependent(c, "aux") < 0 && slices.Contains(bidding, t.Lemmas[t.Head(c)])
}

// bidding are verbs after which a clause in the subjunctive says what another is to do.
var bidding = []string{"demand", "order", "urge", "request", "ask", "command", "propose", "recommend", "require", "suggest"}

// upon are prepositions after which a pronoun is not the subject of its verb. Where something is ("behind him") does not count.
var upon = []string{"on", "upon", "to", "at", "against", "for", "from", "by"}

// waging are verbs whose object names what their subject does to somebody.
var waging = []string{"open", "launch", "wage", "mount", "make", "carry", "conduct", "impose", "inflict", "commit", "put", "exert", "perpetrate", "declare"}

// doerOf returns the subject of predicate v, its own or the one that coordination, control or a participle lends it; -1 for none.
func (r *run) doerOf(t *syntax.Tree, v int) int {
	for range maxAbove {
		if s := t.Subject(v); s >= 0 {
			return s
		}
		v = t.FirstConjunct(v)
		h := t.Head(v)
		switch {
		case h < 0:
			return -1
		case t.Is(v, "acl"):
			return h
		case controller(t, v) >= 0 && !isContact(t, h):
			return controller(t, v)
		case t.Is(v, "advcl") && isOfObject(t, v) && t.Dependent(h, "obj", "iobj") >= 0:
			return t.Dependent(h, "obj", "iobj")
		case t.Is(v, "xcomp", "advcl"):
			v = h
		default:
			return -1
		}
	}
	return -1
}

// isOfObject reports whether adverbial clause v says what the object of the verb above does: "accused them of plotting", "kept them from leaving".
func isOfObject(t *syntax.Tree, v int) bool {
	m := t.Dependent(v, "mark", "case")
	return m >= 0 && slices.Contains([]string{"of", "for", "from", "into", "against"}, t.Lower(m))
}

// isContact reports whether verb h is one after whose object "to" tells what for, though parsers take it for what the object is to do: "telephoned
// Ross to congratulate him".
func isContact(t *syntax.Tree, h int) bool {
	return slices.Contains([]string{"telephone", "phone", "ring", "call", "visit", "meet", "join", "contact", "see", "approach", "greet", "receive", "summon"}, t.Lemmas[h])
}

// beside is whom an object speaks of whose verb shares its subject with the verb above: who stands beside that one, as in "telephoned Ross to
// congratulate him" and "campaigned with Ross, helping him". It is nil if nobody there fits.
func (r *run) beside(at text.Ref, fits func(*entity) bool) *entity {
	t := r.trees[at.Sentence]
	g := t.Head(at.Token)
	if g < 0 || !t.Is(at.Token, "obj", "iobj", "obl") || t.Head(g) < 0 || t.Dependent(g, "nsubj", "csubj") >= 0 {
		return nil
	}
	h := t.Head(g)
	if t.Is(g, "acl") || t.Is(g, "xcomp") && !isContact(t, h) || r.doerOf(t, g) < 0 {
		return nil
	}
	for d := range t.Dependents(h) {
		if d >= at.Token || !t.Is(d, "obj", "iobj", "obl") {
			continue
		}
		if e := r.doer(t, d, at.Token); e != nil && fits(e) && !r.together(e, at) {
			return e
		}
	}
	return nil
}
