package actors

import (
	"slices"

	"example.org/demarche/internal/event"
	"example.org/demarche/internal/syntax"
)

// sideWith gives a group of which nothing else is known the sector and the kind of the armed group that it is said to belong with: "a group linked to
// al-Qaida", "a group with ties to the Taliban", "a group loyal to them".
func (r *run) sideWith(e *entity, m *event.Mention) {
	if len(e.p.Sectors) > 0 || e.p.Kind != event.EntityOrganization {
		return
	}
	t := r.trees[m.Range.Sentence]
	for d := range t.Dependents(m.Head) {
		if d < m.Head || !isTie(t, d) {
			continue
		}
		for x := range t.Dependents(d) {
			if c := t.Case(x); !t.Is(x, "obl", "nmod") || c != "to" && c != "with" {
				continue
			}
			if other := r.mentions.At(t.Ref(x)); other != nil {
				if a := r.resolved(other); a != nil && a.actsFor("REB") {
					e.setSectors([]string{"REB"})
					e.p.Kind = event.EntityArmedGroup
				}
			}
		}
	}
}

// isTie reports whether word d, after a noun, tells whom that belongs with.
func isTie(t *syntax.Tree, d int) bool {
	switch l := t.Lemmas[d]; {
	case t.Is(d, "acl"):
		return slices.Contains([]string{"link", "affiliate", "ally", "associate", "align", "connect", "tie", "loyal", "close", "sympathetic"}, l)
	case t.Is(d, "amod"):
		return l == "loyal" || l == "close" || l == "sympathetic" || l == "affiliated" || l == "allied"
	case t.Is(d, "nmod") && t.Case(d) == "with":
		return l == "tie" || l == "link" || l == "connection"
	}
	return false
}
