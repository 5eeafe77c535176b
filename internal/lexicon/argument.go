package lexicon

import (
	"slices"

	"example.org/demarche/internal/syntax"
)

// leastMargin is by how much the head of roles must prefer a filler to none before it is heard where the tree shows nobody; in
// natural logarithms of odds. Chosen on the lexicon's examples and the odd passages of gold/passages.
const leastMargin = 0

// argument returns who fills an argument of PropBank's at word i by the head of roles, which also sees what no single path of
// the tree shows.
func (r *roles) argument(i int, a syntax.Arg) []int {
	w, margin, ok := r.t.Role(i, a)
	if !ok || margin < leastMargin || r.t.UPOS[w] == "VERB" {
		return nil
	}
	return r.expand(w)
}

// settle fills sides that the tree leaves empty with what the head of roles says: who acts with [syntax.Arg0], what undergoes with
// [syntax.Arg1].
func (m *matcher) settle(c *Candidate) {
	if len(c.Actors) == 0 && slices.Contains(c.Frame.actor, Subject) {
		c.Actors = one(Arg0, m.besides(m.argument(c.Trigger, syntax.Arg0), c.Recipients))
	}
	if len(c.Recipients) == 0 && slices.Contains(c.Frame.recip, Object) {
		c.Recipients = one(Arg1, m.besides(m.argument(c.Trigger, syntax.Arg1), c.Actors))
	}
}

// besides leaves out the words that stand on the other side.
func (m *matcher) besides(words []int, others []Role) []int {
	return slices.DeleteFunc(words, func(w int) bool {
		return slices.ContainsFunc(others, func(r Role) bool { return slices.Contains(r.Words, w) })
	})
}
