package score

import "example.org/demarche/record"

// A Nesting tells how far gold and found agree on which statement lies inside which. The outer one of a statement is, in gold, the
// innermost other whose content holds its cue, and in a record the one that it says to lie within. Compared are the statements that
// both sides have, paired by their cues; where the outer one is not among them, the next further out that is takes its place.
type Nesting struct {
	Pairs  int    // statements of gold with an outer one
	Shared int    // of these, both cues were found
	Within Figure // inner and outer, of the statements that both sides have
}

// compare counts the nesting of one article.
func (n *Nesting) compare(gold, found []statement) {
	toFound, toGold := sharedCues(gold, found)
	around, outer := newHolders(gold), outers(found)
	shared := func(g int) bool { return toFound[g] >= 0 }
	for g := range gold {
		near := around.around(g)
		if o := innermost(gold, near, func(int) bool { return true }); o >= 0 {
			n.Pairs++
			if shared(g) && shared(o) {
				n.Shared++
			}
		}
		if !shared(g) {
			continue
		}
		want, got := innermost(gold, near, shared), climb(outer, toGold, toFound[g])
		n.Within.count(want >= 0, got >= 0, want == got)
	}
}

// sharedCues pairs statements whose cues share a word: for each of gold the found one and for each found one that of gold, -1 for none.
func sharedCues(gold, found []statement) (toFound, toGold []int) {
	toFound, toGold = none(len(gold)), none(len(found))
	for _, m := range link(gold, found) {
		if overlap(gold[m.gold].words[cue], found[m.found].words[cue]) {
			toFound[m.gold], toGold[m.found] = m.found, m.gold
		}
	}
	return toFound, toGold
}

// none is a list of so many -1.
func none(n int) []int {
	list := make([]int, n)
	for i := range list {
		list[i] = -1
	}
	return list
}

// climb is the statement of gold that is paired with the nearest one around the i-th found one that has such a partner, -1 for none.
func climb(outer, toGold []int, i int) int {
	for range outer { // a record from elsewhere may run in a circle
		if i = outer[i]; i < 0 {
			return -1
		}
		if toGold[i] >= 0 {
			return toGold[i]
		}
	}
	return -1
}

// innermost is the statement with the shortest content of those asked for, the first of equals; -1 for none.
func innermost(ss []statement, of []int, asked func(int) bool) int {
	best := -1
	for _, j := range of {
		if asked(j) && (best < 0 || len(ss[j].words[content]) < len(ss[best].words[content])) {
			best = j
		}
	}
	return best
}

// outers are for each statement of a record the place of the one that it says to lie within, -1 for none.
func outers(ss []statement) []int {
	at := map[record.ID]int{}
	for i, s := range ss {
		at[s.ID] = i
	}
	out := none(len(ss))
	for i, s := range ss {
		if j, ok := at[s.Within]; ok {
			out[i] = j
		}
	}
	return out
}
