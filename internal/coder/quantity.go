package coder

import (
	"slices"
	"strconv"
	"strings"

	"example.org/demarche/internal/syntax"
	"example.org/demarche/internal/text"
)

// A quantity is a number as a sentence gives it: "at least a dozen", "between 20 and 30", "tens of thousands".
type quantity struct {
	value    int        // -1 if only bounds are known
	from, to int        // -1 for an open end
	core     text.Range // the words of the number itself
	all      text.Range // with "at least" and its like
	part     bool       // one of several, "one of his followers": a count only of dead and wounded
}

// numerals holds the words of number of counts.txt.
type numerals struct {
	is, times, above map[string]int
	bounds           []bound // the longest first
}

// A bound is what stands beside a number and widens it.
type bound struct {
	words []string
	side  string // from, to, near; after-from and after-near behind the number
}

// read finds the quantities of a sentence from left to right.
func (n *numerals) read(t *syntax.Tree) []quantity {
	words := make([]string, t.Len())
	for i := range words {
		words[i] = t.Lower(i)
	}
	var all []quantity
	for i := 0; i < len(words); {
		q, end := n.at(words, i)
		if end == i || i > 0 && words[i-1] == "no" { // "no one"
			i++
			continue
		}
		q.core = text.Range{Sentence: t.Sentence, Start: i, End: end}
		q.all = q.core
		n.widen(words, &q)
		all = append(all, q)
		i = max(end, q.all.End)
	}
	return all
}

// at reads a number or a range of numbers that begins at word i; end is i if there is none.
func (n *numerals) at(words []string, i int) (q quantity, end int) {
	if from, end := n.vague(words, i); end > i {
		return quantity{value: -1, from: from, to: -1}, end
	}
	a, unit, end := n.number(words, i)
	if end == i {
		return q, i
	}
	q = quantity{value: a, from: a, to: a}
	if end+1 >= len(words) || !joins(words, i, end) {
		return q, end
	}
	b, unitB, endB := n.number(words, end+1)
	if unit == 1 && a < unitB {
		a *= unitB // two or three hundred
	}
	if endB == end+1 || b <= a {
		return q, end
	}
	return quantity{value: -1, from: a, to: b}, endB
}

// joins reports whether the word at place i stands between the two ends of a range whose first number begins at start.
func joins(words []string, start, i int) bool {
	switch words[i] {
	case "to", "-", "–", "—", "or":
		return true
	case "and":
		return start > 0 && words[start-1] == "between"
	}
	return false
}

// number reads "12", "1,200", "2.5 million", "two hundred and fifty", "a dozen", "half a million"; unit is the last multiplier.
func (n *numerals) number(words []string, i int) (value, unit, end int) {
	total, group, part, unit := 0.0, 0.0, 0.0, 1
	for end = i; end < len(words); end++ {
		w := words[end]
		if m, ok := n.times[w]; ok && (end > i || !isUnitSign(w)) {
			if group == 0 {
				group = 1
			}
			group, unit, part = group*float64(m), m, 0
			if m >= 1000 {
				total, group = total+group, 0
			}
			continue
		}
		v, ok := n.simple(w)
		switch {
		case ok && (end == i || unit > 1 && v < float64(unit) && part == 0 || part >= 20 && part < 100 && v < 10 && words[end-1] == "-"):
			group, part = group+v, v
		case end == i && (w == "a" || w == "an") && n.multiplies(words, end+1):
		case end == i && w == "half" && end+1 < len(words) && words[end+1] == "a" && n.multiplies(words, end+2):
			group = 0.5
			end++
		case end == i && (w == "a" || w == "one") && end+1 < len(words) && words[end+1] == "quarter" && n.multiplies(words, end+2):
			group = 0.25
			end++
		case end > i && n.continues(words, end, unit, part):
		default:
			return int(total + group), unit, end
		}
	}
	return int(total + group), unit, end
}

// isUnitSign reports whether a multiplier only stands for one directly after figures: "3m".
func isUnitSign(w string) bool { return len(w) <= 2 }

// multiplies reports whether the word at place i is a multiplier: the "dozen" of "a dozen".
func (n *numerals) multiplies(words []string, i int) bool {
	return i < len(words) && n.times[words[i]] > 0 && !isUnitSign(words[i])
}

// continues reports whether the word at place i ties the number on: the "and" of "two hundred and fifty", the hyphen of "twenty-one".
func (n *numerals) continues(words []string, i, unit int, part float64) bool {
	if i+1 >= len(words) {
		return false
	}
	v, ok := n.simple(words[i+1])
	switch words[i] {
	case "and":
		return ok && unit >= 100 && part == 0 && v < float64(unit)
	case "-":
		return ok && part >= 20 && part < 100 && n.is[words[i-1]] > 0 && v < 10
	}
	return false
}

// simple reads one word: figures, or a number that is written out.
func (n *numerals) simple(w string) (float64, bool) {
	if v, ok := n.is[w]; ok {
		return float64(v), true
	}
	if w == "" || w[0] < '0' || w[0] > '9' {
		return 0, false
	}
	v, err := strconv.ParseFloat(strings.ReplaceAll(w, ",", ""), 64)
	return v, err == nil && v < 1e10
}

// vague reads what gives no more than a lower bound: "dozens", "tens of thousands", "several hundred", "a few thousand".
func (n *numerals) vague(words []string, i int) (from, end int) {
	if v, ok := n.above[words[i]]; ok {
		if i+2 < len(words) && words[i+1] == "of" { // tens of thousands, sometimes "of thousand"
			if m := max(n.above[words[i+2]]/2, n.times[words[i+2]]); m > 0 {
				return v * m, i + 3
			}
		}
		return v, i + 1
	}
	if words[i] == "a" && i+1 < len(words) && words[i+1] == "few" {
		if n.multiplies(words, i+2) {
			return 2 * n.times[words[i+2]], i + 3
		}
	} else if words[i] == "several" && n.multiplies(words, i+1) {
		return 2 * n.times[words[i+1]], i + 2
	}
	return 0, i
}

// widen takes in the words around a number that make it a bound.
func (n *numerals) widen(words []string, q *quantity) {
	for _, b := range n.bounds {
		after := strings.HasPrefix(b.side, "after-")
		at := q.core.Start - len(b.words)
		if after {
			at = q.core.End
		}
		if at < 0 || at+len(b.words) > len(words) || !slices.Equal(words[at:at+len(b.words)], b.words) {
			continue
		}
		q.all.Start, q.all.End = min(q.all.Start, at), max(q.all.End, at+len(b.words))
		switch strings.TrimPrefix(b.side, "after-") {
		case "from":
			q.to = -1
		case "to":
			q.from = -1
		default:
			if q.value >= 0 {
				q.from, q.to = -1, -1
			}
		}
		return
	}
	if s := q.core.Start; q.value < 0 && q.to >= 0 && s > 0 && words[s-1] == "between" {
		q.all.Start--
	}
}

// add reads a line of the numbers or bounds of counts.txt.
func (n *numerals) add(key, value string) bool {
	words := strings.Fields(value)
	into := map[string]map[string]int{"is": n.is, "times": n.times, "above": n.above}[key]
	if into == nil {
		for _, w := range words {
			n.bounds = append(n.bounds, bound{strings.Split(w, "_"), key})
		}
		slices.SortStableFunc(n.bounds, func(a, b bound) int { return len(b.words) - len(a.words) })
		return slices.Contains([]string{"from", "to", "near", "after-from", "after-near"}, key)
	}
	if len(words)%2 != 0 {
		return false
	}
	for i := 0; i < len(words); i += 2 {
		v, err := strconv.Atoi(words[i+1])
		if err != nil {
			return false
		}
		into[words[i]] = v
	}
	return true
}
