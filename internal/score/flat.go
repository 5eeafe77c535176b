package score

// withoutInner is the found statements less those inside a right one that a flat gold does not ask for, as PolNeAR's does not: none of its
// attributions lies inside another's content. A found statement whose cue lies inside the content of another found one, which itself
// is right (its cue shares a word with a gold cue, its content reaches F1 .5 with that one's), counts only if gold has a cue there.
func withoutInner(gold, found []statement) []statement {
	right := map[int]bool{}
	for _, m := range link(gold, found) {
		g, f := gold[m.gold], found[m.found]
		if overlap(g.words[cue], f.words[cue]) && likeness(g.words[content], f.words[content]) >= .5 {
			right[m.found] = true
		}
	}
	goldCues, around := roleWords(gold, cue), newHolders(found)
	var out []statement
	for i, f := range found {
		if overlap(f.words[cue], goldCues) || !around.any(i, func(j int) bool { return right[j] }) {
			out = append(out, f)
		}
	}
	return out
}

// holders tell in whose content the cues of statements lie.
type holders struct {
	of   []statement
	word map[int][]int // the statements whose content has a word, in order
}

func newHolders(ss []statement) holders {
	h := holders{ss, map[int][]int{}}
	for i, s := range ss {
		for _, w := range s.words[content] {
			h.word[w] = append(h.word[w], i)
		}
	}
	return h
}

// any reports whether, of the statements whose content holds all the cue of the i-th, some other is as asked. One without a cue
// has none around it.
func (h holders) any(i int, asked func(j int) bool) bool {
	for _, j := range h.around(i) {
		if asked(j) {
			return true
		}
	}
	return false
}

// around is the other statements whose content holds all the cue of the i-th, in order.
func (h holders) around(i int) []int {
	words := h.of[i].words[cue]
	if len(words) == 0 {
		return nil
	}
	var out []int
	for _, j := range h.word[words[0]] {
		if j != i && common(words, h.of[j].words[content]) == len(words) {
			out = append(out, j)
		}
	}
	return out
}
