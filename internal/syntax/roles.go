package syntax

import "slices"

// An Arg is an argument of a predicate as PropBank numbers them: what it means, the predicate says.
type Arg uint8

// The arguments. Numbered ones are filled by one word each, by the head of a phrase or clause.
const (
	Arg0     Arg = iota // mostly who acts: "rebels" in "the capture of the port by rebels"
	Arg1                // mostly who or what undergoes: "port"
	Arg2                // who receives, with what, as what: as the predicate has it
	ArgPlace            // where
	ArgTime             // when

	NumArgs = iota // how many there are
)

// argNames are PropBank's names, by Arg.
var argNames = [NumArgs]string{"ARG0", "ARG1", "ARG2", "ARGM-LOC", "ARGM-TMP"}

// String is PropBank's name of the argument.
func (a Arg) String() string { return argNames[a] }

// Roles tell by which words the arguments of a predicate are filled.
type Roles struct {
	Predicate int // the word: a verb, a noun of an event, an adjective
	Fillers   [NumArgs]Filler
}

// Moved returns the roles with all words moved by n, for a sentence that is put together of stretches.
func (r Roles) Moved(n int) Roles {
	r.Predicate += n
	for a := range r.Fillers {
		if f := &r.Fillers[a]; f.Word != NoFiller {
			f.Word += int32(n)
		}
	}
	return r
}

// NoFiller stands in place of a word where nobody fills an argument; LeastMargin is the least margin of one that does.
const (
	NoFiller    = -1
	LeastMargin = -3
)

// A Filler is the likeliest word of an argument. The margin is by how much the word's score in this role is greater than in any
// other and than in none: above 0 the head believes it, and each unit less than that is e times less likely.
type Filler struct {
	Word   int32 // NoFiller if none comes near
	Margin float32
}

// RolesOf returns the roles of a predicate; false if the tree has none of it: it may be no predicate, or the head of roles did not run.
func (t *Tree) RolesOf(predicate int) (*Roles, bool) {
	i, ok := slices.BinarySearchFunc(t.Roles, predicate, func(r Roles, p int) int { return r.Predicate - p })
	if !ok {
		return nil, false
	}
	return &t.Roles[i], true
}

// Role returns the word that fills an argument of a predicate, and by what margin; see [Filler]. It is not ok where nobody comes near, or the
// tree has no roles of the predicate. A margin below 0 says: rather nobody, but if somebody, then this word.
func (t *Tree) Role(predicate int, a Arg) (word int, margin float32, ok bool) {
	r, ok := t.RolesOf(predicate)
	if !ok || r.Fillers[a].Word == NoFiller {
		return NoFiller, 0, false
	}
	return int(r.Fillers[a].Word), r.Fillers[a].Margin, true
}
