package score

import (
	"cmp"
	"slices"
)

// A pair is a thing of gold and a found one, by their places in their lists.
type pair struct{ gold, found int }

// A candidate is a pair that may be made, with how well it fits, the weightiest figure first.
type candidate struct {
	pair
	fit [3]float64
}

// choose makes pairs one to one, the best candidates first; equals go by their place in the lists. The pairs come in order of
// gold.
func choose(cs []candidate) []pair {
	slices.SortFunc(cs, func(a, b candidate) int {
		for i := range a.fit {
			if c := cmp.Compare(b.fit[i], a.fit[i]); c != 0 {
				return c
			}
		}
		return cmp.Or(cmp.Compare(a.gold, b.gold), cmp.Compare(a.found, b.found))
	})
	var out []pair
	gold, found := map[int]bool{}, map[int]bool{}
	for _, c := range cs {
		if !gold[c.gold] && !found[c.found] {
			gold[c.gold], found[c.found] = true, true
			out = append(out, c.pair)
		}
	}
	slices.SortFunc(out, func(a, b pair) int { return cmp.Compare(a.gold, b.gold) })
	return out
}

// meeting yields, for each found set, the sets of gold that share a word with it: only these can be paired, so that no
// list is gone through once for each member of the other.
func meeting(gold, found []set) []pair {
	at := map[int][]int{}
	for g, s := range gold {
		for _, w := range s {
			at[w] = append(at[w], g)
		}
	}
	var out []pair
	for f, s := range found {
		var near []int
		for _, w := range s {
			near = append(near, at[w]...)
		}
		slices.Sort(near)
		for _, g := range slices.Compact(near) {
			out = append(out, pair{g, f})
		}
	}
	return out
}
