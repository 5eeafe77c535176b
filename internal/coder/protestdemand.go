package coder

import (
	"slices"

	"example.org/demarche/internal/event"
	"example.org/demarche/internal/lexicon"
	"example.org/demarche/internal/syntax"
)

// dropProtestDemands takes away demands that are made by protesting: "marched to demand his release" is one deed, and what it asks for
// is no deed of an act of speech.
func (r *run) dropProtestDemands(t *syntax.Tree, candidates []lexicon.Candidate, events []*event.Event) {
	for i, e := range events {
		if e == nil || e.Type != "REQUEST" || candidates[i].POS != lexicon.Verb {
			continue
		}
		if !r.isProtest(t, candidates, events, e) {
			continue
		}
		r.note(t, e.Trigger.Token, e.Evidence.Rule, "what a protest asks for")
		for _, d := range events {
			if d != nil && d.Of == e {
				d.Of = nil
			}
		}
		events[i] = nil
	}
}

// isProtest reports whether demand e is made in the purpose or the manner of a protest by the same people.
func (r *run) isProtest(t *syntax.Tree, candidates []lexicon.Candidate, events []*event.Event, e *event.Event) bool {
	const most = 3
	w := e.Trigger.Token
	for range most {
		h := t.Head(w)
		if h == syntax.NoHead || !t.Is(w, "advcl", "xcomp", "acl:", "conj") || t.Dependent(w, "nsubj") >= 0 {
			return false
		}
		for i, p := range events {
			if p != nil && p.Type == "PROTEST" && slices.Contains(candidates[i].Words, h) && (shared(p.Actors, e.Actors) || len(p.Actors) == 0 || len(e.Actors) == 0) {
				return true
			}
		}
		w = h
	}
	return false
}
