package roles

import "example.org/demarche/internal/syntax"

// A row is a number for each argument.
type row = [syntax.NumArgs]float32

// taken are the margins of what can no longer be chosen.
var taken = row{syntax.LeastMargin, syntax.LeastMargin, syntax.LeastMargin, syntax.LeastMargin, syntax.LeastMargin}

// fillers gives each argument its likeliest word, by the margins of their scores, the greatest first, the first of equals: a word fills one
// argument, an argument has one word.
func (s *sentence) fillers(of []candidate, scores []float32) (fillers [syntax.NumArgs]syntax.Filler) {
	var room [mostCandidates]row
	margins := room[:len(of)]
	for c := range margins {
		margins[c] = marginsOf(scores[c*s.role.Stride():])
	}
	for a := range fillers {
		fillers[a].Word = syntax.NoFiller
	}
	for range fillers {
		word, arg := best(margins)
		if word < 0 {
			break
		}
		fillers[arg] = syntax.Filler{Word: of[word].word, Margin: margins[word][arg]}
		margins[word] = taken
		for c := range margins {
			margins[c][arg] = syntax.LeastMargin
		}
	}
	return fillers
}

// best is the place of the greatest margin; the word is -1 if none is above the least.
func best(margins []row) (word, arg int) {
	word = -1
	top := float32(syntax.LeastMargin)
	for c := range margins {
		for a, m := range margins[c] {
			if m > top {
				top, word, arg = m, c, a
			}
		}
	}
	return word, arg
}

// marginsOf is by how much each argument's score is greater than the greatest of the others, that of none among them.
func marginsOf(scores []float32) (margins row) {
	for a := range margins {
		other := scores[0]
		for b := range margins {
			if b != a {
				other = max(other, scores[1+b])
			}
		}
		margins[a] = scores[1+a] - other
	}
	return margins
}
