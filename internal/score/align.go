package score

// alignWords pairs the words of a treebank with those of a system, as the CoNLL 2018 shared task does. Words of their own are a pair
// if they cover the same characters. Where either side has a multiword token, the stretch is taken so wide that no token of
// either side crosses its end, and the words within are paired along a longest common subsequence of their forms.
func alignWords(gold, found []treeWord) []pair {
	a := aligner{gold: gold, found: found}
	for a.g < len(gold) && a.f < len(found) {
		g, f := gold[a.g], found[a.f]
		switch {
		case (g.multi || f.multi) && !g.multi && g.start < f.start:
			a.g++
		case (g.multi || f.multi) && !f.multi && f.start < g.start:
			a.f++
		case g.multi || f.multi:
			a.region()
		case g.stretch == f.stretch:
			a.pairs = append(a.pairs, pair{a.g, a.f})
			a.g, a.f = a.g+1, a.f+1
		case g.start <= f.start:
			a.g++
		default:
			a.f++
		}
	}
	return a.pairs
}

// An aligner stands before a word of either side.
type aligner struct {
	gold, found []treeWord
	g, f        int
	pairs       []pair
}

// region pairs the words of the stretch that begins here with a multiword token.
func (a *aligner) region() {
	g, f := a.g, a.f
	end := 0
	for _, w := range []treeWord{a.gold[g], a.found[f]} {
		if w.multi {
			end = max(end, w.end)
		}
	}
	for moved := true; moved; {
		var m, n int
		m, end = pass(a.gold[a.g:], end)
		n, end = pass(a.found[a.f:], end)
		a.g, a.f = a.g+m, a.f+n
		moved = m+n > 0
	}
	for _, p := range subsequence(forms(a.gold[g:a.g]), forms(a.found[f:a.f])) {
		a.pairs = append(a.pairs, pair{g + p.gold, f + p.found})
	}
}

// pass counts the words that lie in a stretch which ends at end, and moves the end to that of the last multiword token in it.
func pass(words []treeWord, end int) (n, newEnd int) {
	for n < len(words) && words[n].start < end && (words[n].multi || words[n].end <= end) {
		if words[n].multi {
			end = max(end, words[n].end)
		}
		n++
	}
	return n, end
}

func forms(words []treeWord) []string {
	var out []string
	for _, w := range words {
		out = append(out, w.form)
	}
	return out
}

// subsequence returns the pairs of one longest common subsequence.
func subsequence(a, b []string) []pair {
	longest := make([][]int, len(a)+1) // of a[i:] and b[j:]
	for i := range longest {
		longest[i] = make([]int, len(b)+1)
	}
	for i := len(a) - 1; i >= 0; i-- {
		for j := len(b) - 1; j >= 0; j-- {
			if a[i] == b[j] {
				longest[i][j] = longest[i+1][j+1] + 1
			} else {
				longest[i][j] = max(longest[i+1][j], longest[i][j+1])
			}
		}
	}
	var out []pair
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i] == b[j]:
			out = append(out, pair{i, j})
			i, j = i+1, j+1
		case longest[i+1][j] >= longest[i][j+1]:
			i++
		default:
			j++
		}
	}
	return out
}
