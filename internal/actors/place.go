package actors

import (
	"slices"

	"example.org/demarche/internal/event"
	"example.org/demarche/internal/facts"
	"example.org/demarche/internal/syntax"
)

// place resolves a mention by a place's name: a state's, unless it says where something is; a capital's or another seat's
// only where it stands for who rules there.
func (r *run) place(m *event.Mention) {
	t, name := r.trees[m.Range.Sentence], r.fold(m.Name)
	if all := r.k.names[name]; all != nil {
		c := on(all, r.published)
		switch {
		case c == nil:
		case c.Kind == "region":
			if r.isMetonym(t, m.Head) && !isWhere(t, m.Head) { // "the West imposed sanctions"
				r.attach(r.townHall(m, name), m, event.ByMetonym)
			}
		case isWhere(t, m.Head):
			if c.Kind != "part" || c.ISO2 != "" {
				r.rule(m, c, false)
			}
		case t.Is(m.Head, "compound") && !r.attributive(name) && !r.isMetonym(t, m.Head): // the Kenya bombings, Iran sanctions
		case c.Kind == "part" && c.ISO2 == "" && !r.isMetonym(t, m.Head): // Gaza, Scotland
		default:
			r.attach(r.stateOf(c), m, event.ByName)
		}
		return
	}
	if !r.isMetonym(t, m.Head) {
		if c := on(r.k.capitals[name], r.published); c != nil {
			r.rule(m, c, true)
		}
		return
	}
	if s := r.k.seats[name]; s != nil {
		r.attach(r.seated(s), m, event.ByMetonym)
	} else if all := r.k.capitals[name]; all != nil {
		if c := on(all, r.published); c != nil {
			r.attach(r.stateOf(c), m, event.ByMetonym)
		}
	} else if m.Label == "LOC" && t.Is(t.FirstConjunct(m.Head), "nsubj", "obj", "nmod:poss", "obl:agent") {
		r.attach(r.townHall(m, name), m, event.ByMetonym)
	}
}

// townHall returns the participant of a town that acts: "Rotterdam sued the firm".
func (r *run) townHall(m *event.Mention, name string) *entity {
	if e := r.byName[name]; e != nil && !e.human {
		return e.final()
	}
	e := r.newEntity(event.EntityGovernment)
	e.name, e.p.Name, e.p.Named, e.p.Sectors = name, squeeze(r.form(m.Name)), true, []string{"GOV"}
	r.register(e, name)
	e.calls("city", "town", "government")
	return e
}

// isMunicipal reports whether a noun of place stands for who governs there: "the city sued the firm", "the county's decision".
func (r *run) isMunicipal(m *event.Mention) bool {
	t := r.trees[m.Range.Sentence]
	switch t.Lemmas[m.Head] {
	case "city", "county", "town", "township", "municipality", "borough", "province", "prefecture", "state", "canton", "parish":
		return m.Form == event.ByNominal && r.isMetonym(t, m.Head) && t.Case(m.Head) != "on" && t.Case(m.Head) != "against"
	}
	return false
}

// rule notes who rules the place that a mention names.
func (r *run) rule(m *event.Mention, c *facts.Country, capital bool) {
	r.rulers[m.Ref()] = ruler{r.stateOf(c), capital}
}

// A ruler is the state whose place a word names.
type ruler struct {
	*entity
	capital bool
}

// isWhere reports whether a place's name says where something is, or is a part of another place's phrase.
func isWhere(t *syntax.Tree, i int) bool {
	h := t.FirstConjunct(i)
	switch t.Case(h) {
	case "in", "at", "near", "inside", "outside", "within", "across", "throughout", "around", "beyond", "into", "through", "over",
		"off", "along", "via", "north of", "south of", "toward", "towards":
		return true
	case "of":
		return !verbal(t, t.Head(h))
	case "":
		return t.Is(h, "nmod:unmarked", "obl:unmarked", "appos", "list") && t.UPOS[t.Head(h)] == "PROPN"
	}
	return false
}

// verbal reports whether a noun is one of deeds or of dealings ("the invasion of Kuwait", "recognition of Kosovo"), told by its ending, or an adjective ("critical of Hungary").
func verbal(t *syntax.Tree, i int) bool {
	if i < 0 || t.UPOS[i] == "VERB" || t.UPOS[i] == "ADJ" {
		return true
	}
	lemma := t.Lemmas[i]
	for _, end := range []string{"ion", "ment", "ing", "ism", "al", "ance", "ence", "attack", "visit", "support", "defence", "defense", "siege"} {
		if len(lemma) >= len(end)+2 && lemma[len(lemma)-len(end):] == end || lemma == end {
			return t.UPOS[i] == "NOUN" && lemma != "capital" && lemma != "region" && lemma != "section"
		}
	}
	return false
}

// isMetonym reports whether a town's name at word i stands for who rules there: the subject or object of a verb, or the
// owner or partner of a noun, that only a government can have.
func (r *run) isMetonym(t *syntax.Tree, i int) bool {
	h := t.FirstConjunct(i)
	g := t.Head(h)
	if r.source[t.Ref(i)] { // towns neither say nor think
		return true
	}
	if g < 0 {
		return false
	}
	lemma := t.Lemmas[g]
	switch {
	case t.Is(h, "nsubj:"):
		return r.k.metonymy["subject"][lemma] || t.Dependent(g, "cop") >= 0 && metonymicPredicate(t, g)
	case t.Is(h, "nsubj:pass"):
		return r.k.metonymy["object"][lemma] || r.k.metonymy["subject"][lemma] && slices.Contains([]string{"force", "oblige", "concern"}, lemma)
	case t.Is(h, "obj", "iobj"):
		return r.k.metonymy["object"][lemma]
	case t.Is(h, "nmod:poss"):
		return r.k.metonymy["possessor"][lemma]
	case t.Is(h, "obl:agent"):
		return r.k.metonymy["subject"][lemma]
	case t.Is(h, "compound"): // the London attacks are attacks there
		return r.k.metonymy["possessor"][lemma] && !slices.Contains(happenings, lemma)
	case t.Is(h, "obl", "nmod"):
		return r.isPartner(t, h, g)
	}
	return false
}

// happenings are nouns before which a town's name says where.
var happenings = []string{"aggression", "agreement", "attack", "backing", "campaign", "conduct", "intervention", "invasion", "mediation", "meeting",
	"offensive", "opposition", "order", "process", "protest", "security", "support", "troops", "vote", "force", "work"}

// isPartner reports whether a town's name after a preposition is whom the word g, or the object of g, is with, against or to:
// "aid to Pyongyang", "sent a letter to Seoul", not "an attack on Damascus".
func (r *run) isPartner(t *syntax.Tree, h, g int) bool {
	preposition := t.Case(h)
	if preposition == "upon" {
		preposition = "on"
	}
	words := r.k.metonymy[preposition]
	switch preposition {
	case "between", "by", "from", "for":
		return r.k.metonymy["with"][t.Lemmas[g]]
	case "with", "against", "on", "to":
		if words[t.Lemmas[g]] || preposition != "to" && r.k.metonymy["with"][t.Lemmas[g]] {
			return true
		}
		o := t.Dependent(g, "obj")
		return o >= 0 && o < h && t.Is(h, "obl") && words[t.Lemmas[o]]
	}
	return false
}

// metonymicPredicate reports whether "Moscow is …" says a mind of it: ready, willing, opposed, an ally.
func metonymicPredicate(t *syntax.Tree, g int) bool {
	return slices.Contains([]string{"ready", "willing", "unwilling", "opposed", "concerned", "keen", "eager", "reluctant", "adamant", "confident",
		"aware", "determined", "prepared", "angry", "furious", "wary", "worried", "interested", "responsible", "guilty", "afraid", "sceptical",
		"skeptical", "cautious", "ally", "partner", "rival"}, t.Lemmas[g])
}
