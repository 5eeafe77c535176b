package coder

import (
	"slices"
	"strconv"
	"strings"

	"example.org/demarche/internal/event"
	"example.org/demarche/internal/syntax"
	"example.org/demarche/internal/text"
)

// countKinds says by the deed's word what happened to those who are counted.
var countKinds = map[string]string{
	"kill": "killed", "killing": "killed", "murder": "killed", "assassinate": "killed", "execute": "killed", "massacre": "killed",
	"die": "killed", "death": "killed", "slay": "killed", "behead": "killed", "lynch": "killed",
	"injure": "injured", "wound": "injured", "hurt": "injured", "maim": "injured",
	"arrest": "arrested", "detain": "arrested", "jail": "arrested", "imprison": "arrested", "round_up": "arrested",
	"displace": "displaced", "evict": "displaced", "uproot": "displaced",
}

// counts reads the numbers of those whom a deed struck: "killed at least 12 people". The trigger says what befell them.
func counts(t *syntax.Tree, trigger int, sides []int) []event.Count {
	kind, known := countKinds[strings.ToLower(t.Lemmas[trigger])]
	if !known {
		return nil
	}
	var all []event.Count
	for _, s := range sides {
		n := t.Dependent(s, "nummod")
		if n < 0 && t.UPOS[s] == "NUM" {
			n = s
		}
		if n < 0 {
			continue
		}
		if v, ok := number(t.Form(n)); ok {
			c := event.Count{Kind: kind, Value: v, From: v, To: v, Range: text.Range{Sentence: t.Sentence, Start: n, End: n + 1}}
			bound(t, n, &c)
			all = append(all, c)
		}
	}
	return all
}

// bound widens a count by the words around its number: "at least", "more than", "up to".
func bound(t *syntax.Tree, n int, c *event.Count) {
	for d := range t.Dependents(n) {
		words := []string{t.Lower(d)}
		for x := range t.Dependents(d) {
			words = append(words, t.Lower(x))
		}
		has := func(list ...string) bool {
			return slices.ContainsFunc(list, func(w string) bool { return slices.Contains(words, w) })
		}
		switch {
		case has("least", "more", "over"):
			c.To = -1
		case has("up", "most", "fewer", "less"):
			c.From = -1
		case has("about", "around", "some", "nearly", "almost", "roughly", "approximately"):
			c.From, c.To = -1, -1
		default:
			continue
		}
		c.Range.Start = min(c.Range.Start, t.Subtree(d).Start)
		return
	}
}

// numberWords are the numbers that news writes out.
var numberWords = map[string]int{
	"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11,
	"twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19,
	"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90, "hundred": 100,
}

// number reads "12", "1,200" or "twelve".
func number(form string) (int, bool) {
	if v, ok := numberWords[strings.ToLower(form)]; ok {
		return v, true
	}
	v, err := strconv.Atoi(strings.ReplaceAll(form, ",", ""))
	return v, err == nil && v >= 0
}
