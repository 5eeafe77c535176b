package coder

import (
	"fmt"

	"example.org/demarche/internal/event"
	"example.org/demarche/internal/lexicon"
	"example.org/demarche/internal/syntax"
	"example.org/demarche/internal/text"
)

// A Pair is the words of two sides of a text, of which one acts on the other.
type Pair struct {
	Source, Target []text.Ref
}

// An Evidence is what one frame says of a pair, folded.
type Evidence struct {
	Relation
	Own bool // whether it is a frame of the user's own
	Fit int  // how well the frame's slots hold the pair, 0 to 2·slotFit
}

// Fits: slotFit for each side that stands in its slot, 1 for one that merely stands below the deed. A frame ties two sides
// together from leastFit on.
const (
	slotFit  = 3
	leastFit = slotFit + 1
	mostFit  = 2 * slotFit
)

// Evidence returns what frames say of each pair of a text, in order of the text.
func (c *Coder) Evidence(in Input, pairs []Pair) [][]Evidence {
	r := newRun(c, in)
	all := make([][]Evidence, len(pairs))
	for _, t := range in.Trees {
		cs := c.lexicon.Match(t, r.referents(t)).Candidates
		for i := range cs {
			if cs[i].Code.Type == "" {
				continue
			}
			var rel *Relation // the same for all pairs
			for k := range pairs {
				fit := pairs[k].fit(t, &cs[i])
				if fit == 0 {
					continue
				}
				if rel == nil {
					rel = r.relation(t, &cs[i])
				}
				all[k] = append(all[k], Evidence{*rel, cs[i].Frame.Own, fit})
			}
		}
	}
	return all
}

// fit tells how well a candidate's slots hold the pair.
func (p *Pair) fit(t *syntax.Tree, c *lexicon.Candidate) int {
	s := 0
	switch {
	case holds(t, p.Source, c.Actors) || c.Reciprocal && holds(t, p.Source, c.Recipients):
		s += slotFit
	case below(t, c.Predicate, p.Source):
		s++
	}
	switch {
	case len(p.Target) == 0:
		if s == slotFit {
			s++
		}
	case holds(t, p.Target, c.Recipients) || c.Reciprocal && holds(t, p.Target, c.Actors):
		s += slotFit
	case below(t, c.Predicate, p.Target):
		s++
	}
	return s
}

// holds reports whether one of the readings of a role has one of the words.
func holds(t *syntax.Tree, words []text.Ref, roles []lexicon.Role) bool {
	for _, role := range roles {
		for _, w := range role.Words {
			for _, x := range words {
				if t.Ref(w) == x {
					return true
				}
			}
		}
	}
	return false
}

// below reports whether the head of some words stands below word w.
func below(t *syntax.Tree, w int, words []text.Ref) bool {
	h, ok := headOf(t, words)
	return ok && t.Dominates(w, h)
}

// headOf is the first of some words of a sentence that hangs on none of the others; false if none lies in it.
func headOf(t *syntax.Tree, words []text.Ref) (int, bool) {
	in := func(w int) bool {
		for _, x := range words {
			if x == t.Ref(w) {
				return true
			}
		}
		return false
	}
	for _, x := range words {
		if x.Sentence != t.Sentence || t.UPOS[x.Token] == "PUNCT" {
			continue
		}
		if h := t.Head(x.Token); h == syntax.NoHead || !in(h) {
			return x.Token, true
		}
	}
	return 0, false
}

// HeadOf is the word of a range that hangs on a word outside it; false if the range is empty.
func HeadOf(trees []*syntax.Tree, r text.Range) (text.Ref, bool) {
	if r.Empty() {
		return text.Ref{}, false
	}
	var words []text.Ref
	for i := r.Start; i < r.End; i++ {
		words = append(words, text.Ref{Sentence: r.Sentence, Token: i})
	}
	h, ok := headOf(trees[r.Sentence], words)
	return text.Ref{Sentence: r.Sentence, Token: h}, ok
}

// relation folds the event that a candidate gives.
func (r *run) relation(t *syntax.Tree, c *lexicon.Candidate) *Relation {
	e := &event.Event{Type: c.Code.Type, CAMEO: c.Code.CAMEO, Trigger: t.Ref(c.Trigger), Attributions: r.around(t.Ref(c.Trigger))}
	e.QuadClass = r.quad(e)
	r.setStatus(t, c, e)
	out := &Relation{Status: e.Status}
	out.Type, out.Mode, out.CAMEO = FoldCode(r.ontology, c.Code.Type, c.Code.Mode, c.Code.CAMEO, e.Status)
	out.Why = fmt.Sprintf("%s; %s, %s", ruleOf(c.Frame, c.Head), e.Status, e.Because)
	if out.Type != e.Type {
		out.Why += fmt.Sprintf("; %s folded into %s", e.Type, out.Type)
	}
	return out
}
