package names

import (
	"example.org/demarche/internal/event"
	"example.org/demarche/internal/facts"
	"example.org/demarche/internal/syntax"
)

// agree gives a name that nothing told of, or that only its surroundings told of, the kind of a longer name in the same
// article that ends with it: after "Jan Petersen" the word "Petersen" is a person.
func (k *Knowledge) agree(trees []*syntax.Tree, mentions event.Mentions) {
	last := map[string]event.Kind{}
	for s, ms := range mentions {
		for _, m := range ms {
			if m.Form == event.ByName && m.Kind == event.Person && m.Name.End-m.Name.Start > 1 {
				last[lastWord(trees[s], m)] = m.Kind
			}
		}
	}
	for s, ms := range mentions {
		for i, m := range ms {
			if m.Form != event.ByName || m.Label != "" || m.Name.End-m.Name.Start > 1 || m.Kind == event.Person {
				continue
			}
			w := lastWord(trees[s], m)
			if kind, ok := last[w]; ok && (k.proper[w] == "" || k.proper[w] == event.Location && isDoer(trees[s], m.Head)) {
				ms[i].Kind = kind
			}
		}
	}
}

// isDoer reports whether a word is a subject or an owner, rather than where something is.
func isDoer(t *syntax.Tree, i int) bool {
	h := t.FirstConjunct(i)
	return t.Is(h, "nsubj", "nmod:poss", "obl:agent") || t.Is(h, "obj") && t.Case(h) == ""
}

func lastWord(t *syntax.Tree, m event.Mention) string { return facts.Fold(t.Form(m.Name.End - 1)) }
