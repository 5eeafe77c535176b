package actors

import (
	"slices"
	"strings"

	"example.org/demarche/internal/event"
	"example.org/demarche/internal/facts"
	"example.org/demarche/internal/syntax"
	"example.org/demarche/internal/text"
)

// A loan is a word before a noun of deed that speaks of who does the deed: "Russian" of "Russian bombing", "rebel" of
// "rebel attack". It is no antecedent: "Russian bombing … it" is not about Russia.
type loan struct {
	e   *entity
	ref event.Reference
}

// premodifiers lets words before nouns that speak of nobody speak of states and groups. What says whose a group is says
// nothing of the deed: "Israeli" of "Israeli police raid".
func (r *run) premodifiers(t *syntax.Tree) {
	var taken []text.Range
	for w := range t.Len() {
		if t.UPOS[w] != "NOUN" && t.UPOS[w] != "ADJ" || !t.Is(w, "compound", "amod") || !r.beforeDeed(t, w) {
			continue
		}
		if e, from := r.groupBefore(t, w); e != nil {
			words := text.Range{Sentence: t.Sentence, Start: from, End: w + 1}
			r.lend(e, words, event.ByNominal)
			taken = append(taken, words)
		}
	}
	for w := 0; w < t.Len(); w++ {
		if !r.beforeDeed(t, w) || slices.ContainsFunc(taken, func(x text.Range) bool { return x.Has(t.Ref(w)) }) {
			continue
		}
		w += max(0, r.nationBefore(t, w)-1)
	}
}

// nationBefore lends the adjective or name of a state or people at word w, and returns its words.
func (r *run) nationBefore(t *syntax.Tree, w int) int {
	if c, n := r.nationAt(t, w); c != nil {
		r.lend(r.stateOf(c), text.Range{Sentence: t.Sentence, Start: w, End: w + n}, event.ByName)
		return n
	}
	p, n := r.statelessAt(t, w, t.Head(w))
	if p != nil {
		r.lend(r.peopleOf(p), text.Range{Sentence: t.Sentence, Start: w, End: w + n}, event.ByName)
	}
	return n
}

// lend notes that some words before a noun speak of an entity: the one that hangs on a word outside them, the last if
// there are several.
func (r *run) lend(e *entity, words text.Range, form event.Form) {
	t, head := r.trees[words.Sentence], words.End-1
	for w := words.Start; w < words.End-1; w++ {
		if h := t.Head(w); h >= words.End && t.Head(head) >= words.Start && t.Head(head) < words.End {
			head = w
		}
	}
	r.at[words.Sentence][head] = e
	r.loans = append(r.loans, loan{e, event.Reference{Range: words, Head: head, Form: form}})
}

// repay adds the words lent to the mentions of whom they speak of.
func (r *run) repay() {
	for _, l := range r.loans {
		e := l.e.final()
		e.p.Mentions = append(e.p.Mentions, l.ref)
	}
}

// beforeDeed reports whether word w stands before a noun that speaks neither of somebody nor of somewhere, or before the
// "led" of such a noun.
func (r *run) beforeDeed(t *syntax.Tree, w int) bool {
	h := t.Head(w)
	if r.at[t.Sentence][w] != nil {
		return false
	}
	if h >= 0 && leading(t, h) && w < h {
		h = t.Head(h)
	} else if !t.Is(w, "amod", "compound") {
		return false
	}
	for h >= 0 && t.Is(w, "amod", "compound") && t.Head(w) == h && t.Is(h, "amod", "compound") && t.UPOS[h] != "NOUN" { // South of "South Korean"
		w, h = h, t.Head(h)
	}
	if h <= w || t.UPOS[h] != "NOUN" || r.at[t.Sentence][h] != nil {
		return false
	}
	m := r.mentions.At(t.Ref(h))
	return m != nil && (m.Kind == event.Other || slices.Contains(belongings, t.Lemmas[h]))
}

// belongings are nouns of what fighters have, so that a deed against it is one against them: a rebel camp, a NATO convoy.
var belongings = []string{"target", "camp", "patrol", "convoy", "position", "hideout", "hide-out", "base", "outpost", "stronghold", "checkpoint",
	"headquarters", "compound", "post", "installation", "facility", "vehicle", "warship", "jet", "helicopter", "tank", "plane", "bunker", "cell"}

// belongings lets such nouns speak of their owners: of the last word before them that speaks of somebody.
func (r *run) belongings(t *syntax.Tree) {
	for _, m := range r.mentions[t.Sentence] {
		if m.Form != event.ByNominal || r.at[t.Sentence][m.Head] != nil || !slices.Contains(belongings, t.Lemmas[m.Head]) {
			continue
		}
		var owner *entity
		for d := range t.Dependents(m.Head) {
			if e := r.entityAt(t.Ref(d)); e != nil && d < m.Head && t.Is(d, "nmod:poss", "compound", "amod") {
				owner = e
			}
		}
		if owner != nil {
			r.at[t.Sentence][m.Head] = owner
			r.loans = append(r.loans, loan{owner, event.Reference{Range: m.Range, Head: m.Head, Form: event.ByNominal}})
		}
	}
}

// leading reports whether word i is the "led" of "US-led".
func leading(t *syntax.Tree, i int) bool {
	return t.Is(i, "amod", "acl") && slices.Contains([]string{"led", "run", "ordered"}, t.Lower(i))
}

// nationAt returns the state whose adjective stands at word w, or its name where that does for one ("UN", "US") or somebody
// leads, and its words. Another state's name before a noun says where or on whom: the Kenya bombings, Iran sanctions.
func (r *run) nationAt(t *syntax.Tree, w int) (*facts.Country, int) {
	c, n := r.countryAt(t, w, t.Head(w)+1)
	if c == nil || c.Kind == "region" {
		return nil, 0
	}
	key := r.fold(text.Range{Sentence: t.Sentence, Start: w, End: w + n})
	if !r.attributive(key) && !leading(t, t.Head(w+n-1)) {
		return nil, 0
	}
	return c, n
}

// attributive reports whether a folded name does for an adjective of nationality.
func (r *run) attributive(name string) bool {
	return r.k.adjectives[name] != nil || len(name) > 1 && len(name) <= maxAcronym && strings.ToUpper(name) == name
}

// groupBefore is the group or body that a common noun before a noun of deed speaks of as a whole, with the first word that
// says whose it is: "Israeli police" of "Israeli police raid". Those it does not speak of first it may speak of too.
func (r *run) groupBefore(t *syntax.Tree, w int) (*entity, int) {
	noun := r.k.nouns[strings.ToLower(t.Lemmas[w])]
	party := r.partyBefore(t, w)
	if party != nil {
		noun = party
	}
	if noun == nil || len(noun.Sectors) == 0 || noun.Kind != "people" && noun.Kind != "organization" {
		return nil, 0
	}
	if t.Is(w, "amod") && !armed(noun) && noun != party || isStateNoun(noun.Words) {
		return nil, 0
	}
	f, from := modifiers{}, w
	for d := range t.Dependents(t.Head(w)) {
		if d >= w || !t.Is(d, "amod", "compound") || t.UPOS[d] == "NOUN" {
			continue
		}
		if c, n := r.countryAt(t, d, w); c != nil && c.Kind != "region" && d+n == w {
			f.country, f.disputed = actorCode(c)
			from = d
		}
	}
	m := &event.Mention{Range: text.Range{Sentence: t.Sentence, Start: from, End: w + 1}, Head: w, Kind: kindOfNoun(noun), Form: event.ByNominal}
	if isGovernment(noun.Words) {
		f.definite = true
		return r.government(m, noun, f), from
	}
	e := r.group(m, noun, f, noun.Kind == "people")
	if e != nil && noun.Kind == "people" && !e.p.Named {
		e.plural = true
	}
	return e, from
}

// partyBefore is the party that an adjective before a noun speaks of, "Republican" of "Republican calls for a vote"; nil if it does of none.
func (r *run) partyBefore(t *syntax.Tree, w int) *facts.Noun {
	if !t.Is(w, "amod") || t.Form(w) == t.Lower(w) || !slices.Contains([]string{"republican", "democratic", "labour", "conservative", "communist", "socialist", "liberal"}, t.Lower(w)) {
		return nil
	}
	return r.k.nouns[t.Lower(w)+" party"]
}

// kindOfNoun is the kind of a mention headed by a noun of people or bodies.
func kindOfNoun(noun *facts.Noun) event.Kind {
	if noun.Kind == "people" {
		return event.People
	}
	return event.Organization
}
