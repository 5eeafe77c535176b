package facts

import (
	"slices"

	"example.org/demarche/internal/syntax"
)

// quantities are nouns that say how many, or that they go together, of what follows with "of".
var quantities = []string{"thousand", "hundred", "dozen", "score", "million", "billion", "ten", "number", "group", "majority", "minority", "lot",
	"handful", "crowd", "band", "couple", "pair", "trio", "total", "rest", "half", "third", "quarter", "percent", "per cent", "%", "host", "throng", "column",
	"convoy", "wave", "crew", "team", "bunch", "array", "series", "mob", "plenty", "variety", "batch", "list", "part", "most", "many", "several", "few",
	"some", "all", "both", "none", "any", "each", "tens"}

// Quantified returns the word that a word of quantity at i is a quantity of: "demonstrators" for the thousands of "thousands
// of demonstrators", "them" for the most of "most of them"; -1 if i is no such word.
func Quantified(t *syntax.Tree, i int) int {
	if !slices.Contains(quantities, t.Lemmas[i]) && t.UPOS[i] != "NUM" {
		return -1
	}
	for d := range t.Dependents(i) {
		if d > i && t.Is(d, "nmod") && t.Case(d) == "of" {
			return d
		}
	}
	return -1
}
