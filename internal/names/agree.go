package names

import (
	"slices"

	"example.org/demarche/internal/event"
	"example.org/demarche/internal/facts"
	"example.org/demarche/internal/syntax"
	"example.org/demarche/internal/text"
)

// agree makes the kinds of names agree within an article. A name that the tables do not know is what most of its mentions
// are; and one word that ends a person's name is a person: after "Jan Petersen" the word "Petersen" is.
func (k *Knowledge) agree(trees []*syntax.Tree, mentions event.Mentions) {
	k.byMajority(trees, mentions)
	persons := map[string]bool{}
	for s, ms := range mentions {
		for _, m := range ms {
			if m.Form == event.ByName && m.Kind == event.Person && m.Name.End-m.Name.Start > 1 {
				persons[lastWord(trees[s], m)] = true
			}
		}
	}
	for s, ms := range mentions {
		for i, m := range ms {
			if w := facts.Fold(trees[s].Form(m.Head)); m.Name.Empty() && persons[w] && isCalendar(w) && trees[s].Is(m.Head, "nsubj", "nmod:poss") {
				ms[i].Form, ms[i].Kind = event.ByName, event.Person // Theresa May, not the month
				ms[i].Name = text.Range{Sentence: s, Start: m.Head, End: m.Head + 1}
				continue
			}
			if m.Form != event.ByName || m.Name.End-m.Name.Start > 1 || m.Kind == event.Person {
				continue
			}
			w := lastWord(trees[s], m)
			if known := k.proper[w]; persons[w] && (known == "" || known == event.Location) && isDoer(trees[s], m.Head) {
				ms[i].Kind = event.Person
			}
		}
	}
}

// byMajority gives all mentions of one name the kind that most of them have; a place wins a tie, then a body.
func (k *Knowledge) byMajority(trees []*syntax.Tree, mentions event.Mentions) {
	votes := map[string]map[event.Kind]int{}
	each := func(use func(m *event.Mention, name string)) {
		for s, ms := range mentions {
			for i := range ms {
				if ms[i].Form != event.ByName {
					continue
				}
				if name := nameOf(trees[s], ms[i]); k.proper[name] == "" {
					use(&ms[i], name)
				}
			}
		}
	}
	each(func(m *event.Mention, name string) {
		if votes[name] == nil {
			votes[name] = map[event.Kind]int{}
		}
		votes[name][m.Kind]++
		if kind, weight := evidence(trees[m.Range.Sentence], m); m.Name.End-m.Name.Start == 1 {
			votes[name][kind] += weight
		}
	})
	each(func(m *event.Mention, name string) {
		for _, kind := range []event.Kind{event.Location, event.Organization, event.Person} {
			if v := votes[name]; v[kind] > v[m.Kind] || v[kind] == v[m.Kind] && kind == event.Location {
				m.Kind = kind
			}
		}
	})
}

// taken are verbs of going to places and of taking them.
var taken = []string{"enter", "reach", "leave", "besiege", "encircle", "shell", "bomb", "capture", "recapture", "take", "retake", "liberate",
	"occupy", "overrun", "visit", "hit", "flee", "storm"}

// evidence is what the words around a name of one word say of its kind, whatever it was labelled, and how strongly.
func evidence(t *syntax.Tree, m *event.Mention) (event.Kind, int) {
	h := t.FirstConjunct(m.Head)
	g := t.Head(h)
	switch {
	case isSomewhere(t.Case(h)):
		return event.Location, 3
	case t.Dependent(m.Head, "nmod:desc") >= 0:
		return m.Kind, 3
	case g >= 0 && t.Is(h, "nsubj:") && speaks(t, g) && !isAcronym(t.Form(m.Head)):
		return event.Person, 2
	case g >= 0 && t.Is(h, "obj") && slices.Contains(taken, t.Lemmas[g]) && m.Kind != event.Organization:
		return event.Location, 1
	}
	return "", 0
}

// nameOf is a mention's name, folded.
func nameOf(t *syntax.Tree, m event.Mention) string {
	return facts.Fold(t.Text[t.Tokens[m.Name.Start].Span.Start:t.Tokens[m.Name.End-1].Span.End])
}

// isDoer reports whether a word is a subject or an owner, rather than where something is.
func isDoer(t *syntax.Tree, i int) bool {
	h := t.FirstConjunct(i)
	return t.Is(h, "nsubj", "nmod:poss", "obl:agent", "compound") || t.Is(h, "obj", "iobj", "nmod", "obl") && !isSomewhere(t.Case(h))
}

// isSomewhere reports whether a preposition says where something is.
func isSomewhere(preposition string) bool {
	switch preposition {
	case "in", "at", "near", "outside", "inside", "across", "throughout", "into", "around", "through":
		return true
	}
	return false
}

func lastWord(t *syntax.Tree, m event.Mention) string { return facts.Fold(t.Form(m.Name.End - 1)) }
