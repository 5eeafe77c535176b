package lexicon

import (
	"errors"
	"fmt"
	"slices"
	"strings"
)

// A condition asks something of one slot.
type condition struct {
	slot  Slot
	words []string // lemmas, and classes, which begin with a capital; none: whether the slot is filled
	set   wordSet  // the forms of those that are no classes
	not   bool
}

// String is the condition as a file has it.
func (c condition) String() string {
	if len(c.words) == 0 {
		if c.not {
			return "no " + string(c.slot)
		}
		return string(c.slot)
	}
	is := " is "
	if c.not {
		is = " is not "
	}
	return string(c.slot) + is + strings.Join(c.words, " or ")
}

// A test is "if A and B or C", or the same with "unless": of each group, parted by "and", at least one condition must hold; "or"
// binds closer than "and".
type test struct {
	groups [][]condition
	unless bool
}

// String is the test as a file has it.
func (x test) String() string {
	var all []string
	for _, g := range x.groups {
		var some []string
		for _, c := range g {
			some = append(some, c.String())
		}
		all = append(all, strings.Join(some, " or "))
	}
	word := "if "
	if x.unless {
		word = "unless "
	}
	return word + strings.Join(all, " and ")
}

// why says for people that the test was not passed.
func (x test) why() string {
	if x.unless {
		return x.String()
	}
	return "only " + x.String()
}

// parseTest reads the words after "if" or "unless".
func parseTest(words []string, unless bool) (test, error) {
	x := test{unless: unless}
	for _, group := range splitAt(words, func(i int) bool { return words[i] == "and" }) {
		var some []condition
		for _, term := range splitAt(group, func(i int) bool { return startsTerm(group, i) }) {
			c, err := parseCondition(term)
			if err != nil {
				return x, err
			}
			some = append(some, c)
		}
		x.groups = append(x.groups, some)
	}
	return x, nil
}

// startsTerm reports whether the "or" at place i parts conditions rather than words. In a list of words after "is", a slot's name
// is a word ("object is family or head") unless "is" follows it.
func startsTerm(w []string, i int) bool {
	rest := w[i+1:]
	switch {
	case w[i] != "or" || len(rest) == 0:
		return false
	case rest[0] == "no" || len(rest) > 1 && rest[1] == "is":
		return true
	}
	return !slices.Contains(w[:i], "is") && Slot(rest[0]).Known()
}

// parseCondition reads "SLOT", "no SLOT", "SLOT is W or W", "SLOT is not W or W"; "or" may be left out.
func parseCondition(w []string) (condition, error) {
	c := condition{set: wordSet{}}
	if len(w) > 0 && w[0] == "no" {
		c.not, w = true, w[1:]
	}
	if len(w) == 0 {
		return c, errors.New(`a condition is missing; write it as "object", "no with", "object is Money or aid" or "to is not Name"`)
	}
	if c.slot = Slot(w[0]); !c.slot.Known() {
		return c, fmt.Errorf("%q is no slot; the slots are listed in data/lexicon/README.md", w[0])
	}
	if w = w[1:]; len(w) == 0 {
		return c, nil
	}
	if w[0] != "is" || c.not {
		return c, fmt.Errorf(`after the slot "%s" comes "is", "and", "or", or nothing, not %q`, c.slot, w[0])
	}
	if w = w[1:]; len(w) > 0 && w[0] == "not" {
		c.not, w = true, w[1:]
	}
	for _, x := range w {
		switch x {
		case "or":
		case "is", "not", "no":
			return c, fmt.Errorf(`%q stands in a list of words after "%s is"; conditions are parted by "and" or "or"`, x, c.slot)
		default:
			c.words = append(c.words, x)
		}
	}
	if len(c.words) == 0 {
		return c, fmt.Errorf(`after "%s is" come words or classes, which "or" may part`, c.slot)
	}
	return c, nil
}

// splitAt parts words at the places where sep holds; there is always one part.
func splitAt(words []string, sep func(i int) bool) [][]string {
	parts := [][]string{nil}
	for i, w := range words {
		if sep(i) {
			parts = append(parts, nil)
			continue
		}
		parts[len(parts)-1] = append(parts[len(parts)-1], w)
	}
	return parts
}
