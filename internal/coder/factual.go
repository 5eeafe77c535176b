package coder

import (
	"example.org/demarche/internal/event"
	"example.org/demarche/internal/lexicon"
	"example.org/demarche/internal/text"
)

// Statuses says of each word of each sentence how far a deed that the word told would be asserted, whatever the deed: what setStatus says
// of a candidate whose only word it is. Of a word that tells no deed it says nothing of worth.
func (c *Coder) Statuses(in Input) [][]event.Status {
	r := newRun(c, in)
	all := make([][]event.Status, len(in.Trees))
	for i, t := range in.Trees {
		all[i] = make([]event.Status, t.Len())
		for w := range all[i] {
			ref := text.Ref{Sentence: i, Token: w}
			e := &event.Event{Trigger: ref, Attributions: r.around(ref)}
			r.setStatus(t, &lexicon.Candidate{Trigger: w, Predicate: w, Words: []int{w}}, e)
			all[i][w] = e.Status
		}
	}
	return all
}
