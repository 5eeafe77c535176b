package places

import (
	"example.org/demarche/internal/event"
	"example.org/demarche/internal/facts"
	"example.org/demarche/internal/syntax"
)

// contain notes which names of a sentence are said to lie within which: "Brega, Libya", "Deraa in southern Syria", "Libya's
// port of Brega". Whether they do, the gazetteer decides.
func contain(t *syntax.Tree, uses []*use) {
	byHead := make(map[int]*use, len(uses))
	for _, u := range uses {
		byHead[u.Head] = u
	}
	for i, u := range uses {
		if u.Use == event.AsMetonym {
			continue
		}
		if i+1 < len(uses) && follows(t, u, uses[i+1]) {
			u.within = append(u.within, t.Ref(uses[i+1].Head))
		}
		owner := u.Head
		if g := t.Head(owner); g >= 0 && hint(t.Lemmas[g]) != "" && byHead[g] == nil {
			owner = g
		}
		for d := range t.Dependents(owner) {
			if byHead[d] == nil || byHead[d] == u || byHead[d].Use == event.AsMetonym {
				continue
			}
			if c := t.Case(d); t.Is(d, "nmod:poss", "nmod:unmarked") || t.Is(d, "nmod", "obl") && (c == "in" || c == "of") {
				u.within = append(u.within, t.Ref(d))
			}
		}
		if len(u.within) > 0 {
			u.container = facts.FoldLower(byHead[u.within[0].Token].form)
		}
	}
}

// follows reports whether the second name stands right after the first and a comma, or "in".
func follows(t *syntax.Tree, a, b *use) bool {
	return b.Range.Start == a.Range.End+1 && (t.Form(a.Range.End) == "," || t.Lower(a.Range.End) == "in")
}
