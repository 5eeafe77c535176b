package lexicon

import (
	"errors"
	"fmt"
	"strings"
)

// A condition asks something of one slot.
type condition struct {
	slot  Slot
	words []string // lemmas, and classes, which begin with a capital; none: whether the slot is filled
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

// A test is "if A and B", or "unless A and B": all of the conditions must hold, or not all of them.
type test struct {
	all    []condition
	unless bool
}

// String is the test as a file has it.
func (x test) String() string {
	var all []string
	for _, c := range x.all {
		all = append(all, c.String())
	}
	word := "if "
	if x.unless {
		word = "unless "
	}
	return word + strings.Join(all, " and ")
}

// parseConditions reads "A and B": each "SLOT", "no SLOT", "SLOT is W or W", "SLOT is not W or W".
func parseConditions(words []string) ([]condition, error) {
	var all []condition
	for _, term := range splitAt(words, "and") {
		c, err := parseCondition(term)
		if err != nil {
			return nil, err
		}
		all = append(all, c)
	}
	return all, nil
}

func parseCondition(w []string) (condition, error) {
	var c condition
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
		return c, fmt.Errorf(`after the slot %q comes "is"`, c.slot)
	}
	if w = w[1:]; len(w) > 0 && w[0] == "not" {
		c.not, w = true, w[1:]
	}
	for _, one := range splitAt(w, "or") {
		if len(one) != 1 {
			return c, fmt.Errorf(`%q: words and classes are parted by "or"; several words of one name are joined by "_"`, strings.Join(one, " "))
		}
		c.words = append(c.words, one[0])
	}
	return c, nil
}

// splitAt parts words at each occurrence of sep; there is always one part.
func splitAt(words []string, sep string) [][]string {
	parts := [][]string{nil}
	for _, w := range words {
		if w == sep {
			parts = append(parts, nil)
			continue
		}
		parts[len(parts)-1] = append(parts[len(parts)-1], w)
	}
	return parts
}
