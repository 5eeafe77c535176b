package actors

import (
	"slices"

	"example.org/demarche/internal/text"
)

// notWhoAnswers narrows fits: who rejects or accepts "his request" answers what somebody else has said.
func (r *run) notWhoAnswers(at text.Ref, fits func(*entity) bool) func(*entity) bool {
	t := r.trees[at.Sentence]
	n := t.Head(at.Token)
	if n < 0 || !t.Is(at.Token, "nmod:poss") || !slices.Contains(answered, t.Lemmas[n]) {
		return fits
	}
	v := t.Head(n)
	if v < 0 || !t.Is(n, "obj") || !slices.Contains(answering, t.Lemmas[v]) {
		return fits
	}
	s := t.Subject(v)
	if s < 0 {
		return fits
	}
	own := r.entityAt(t.Ref(r.standsFor(t, s)))
	if own == nil {
		return fits
	}
	return func(e *entity) bool { return e != own && fits(e) }
}

// answering are verbs that tell of the answer to what is named in their object, answered the nouns of what somebody else has said.
var (
	answering = []string{"reject", "refuse", "deny", "grant", "accept", "decline", "approve", "dismiss", "rebuff", "spurn", "turn", "ignore", "heed", "welcome", "consider", "receive", "acknowledge"}
	answered  = []string{"request", "appeal", "plea", "demand", "petition", "application", "offer", "proposal", "call", "invitation", "resignation", "apology", "criticism", "accusation",
		"allegation", "complaint", "bid", "advice", "endorsement", "challenge", "backing", "blessing", "praise"}
)
