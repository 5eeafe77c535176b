package coder

import (
	"fmt"

	"example.org/demarche/internal/event"
	"example.org/demarche/internal/lexicon"
	"example.org/demarche/internal/syntax"
)

// leastUnframed is the chance from which on the choice head alone may code a verb that no frame fits. Below it, three in four of what it
// finds in news are wrong: what the lexicon does not know by now is mostly no deed.
const leastUnframed = 0.95

// unframed returns candidates for verbs that no frame fits although they stand between two participants, one of them public, where the choice head
// is sure enough of a type; none beside a lexicon that is to stand alone.
func (r *run) unframed(t *syntax.Tree, m lexicon.Matches) []lexicon.Candidate {
	if r.chooser == nil || r.in.Sketches == nil || r.lexicon.Whole() {
		return nil
	}
	var all []lexicon.Candidate
	for _, o := range m.Unframed(func(word int) bool { return !r.cue[t.Sentence][word] }) {
		c := lexicon.Candidate{
			Head: o.Head, POS: o.POS, Trigger: o.Word, Predicate: o.Word, Words: []int{o.Word}, Content: -1, Means: -1,
			Actors: r.speaking(t, o.Actors, nil),
		}
		c.Recipients = r.speaking(t, o.Others, r.sides(t, c.Actors, nil))
		if c.Actors != nil && c.Recipients != nil && r.code(t, &c) {
			all = append(all, c)
		}
	}
	return all
}

// speaking is the first reading of a role in which a word speaks of a participant, those in others left out; nil if none does.
func (r *run) speaking(t *syntax.Tree, roles []lexicon.Role, others []event.Side) []lexicon.Role {
	for i := range roles {
		if r.sides(t, roles[i:i+1], others) != nil {
			return roles[i : i+1]
		}
	}
	return nil
}

// code lets the head give a candidate a code, and reports whether it is sure enough.
func (r *run) code(t *syntax.Tree, c *lexicon.Candidate) bool {
	choice := r.chooser.choose(r.in.Sketches[t.Sentence:t.Sentence+1], t.Sentence, marksOf(t, c))
	chances := r.chooser.combine(&choice, nil)
	best := argmax(chances)
	if best < 2 || chances[best] < leastUnframed {
		return false
	}
	second := -1
	for i := range chances {
		if i != best && (second < 0 || chances[i] > chances[second]) {
			second = i
		}
	}
	c.Code.Type = r.chooser.types[best-2]
	c.Code.Mode = choice.Mode(c.Code.Type)
	c.Code.CAMEO = r.ontology.DefaultCode(c.Code.Type, c.Code.Mode)
	c.Rule = fmt.Sprintf("choice.dmm %s %.2f, %s %.2f", c.Code.Type, chances[best], r.chooser.label(second), chances[second])
	return true
}

// label is the name of the head's class i.
func (c *Chooser) label(i int) string {
	switch i {
	case 0:
		return labelNone
	case 1:
		return labelStatement
	}
	return c.types[i-2]
}
