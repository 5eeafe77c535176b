package coder

import (
	"slices"

	"example.org/demarche/internal/event"
)

// isAmongThose reports whether e only picks out some of those whom f befell: "charged 40 people … among those charged are two reporters".
func (r *run) isAmongThose(f, e *event.Event) bool {
	t, w := r.in.Trees[e.Trigger.Sentence], e.Trigger.Token
	h := t.Head(w)
	if !t.Is(w, "acl") || h < 0 || t.Lower(h) != "those" || t.Case(h) != "among" {
		return false
	}
	return e.Trigger.Sentence-f.Trigger.Sentence <= near && r.sameWord(f, e) && !clash(f.Actors, e.Actors)
}

// isCrowdAgain reports whether e tells what the crowd of protest f did besides, in a sentence soon after: "thousands marched … protesters gathered
// before the ministry".
func (r *run) isCrowdAgain(f, e *event.Event) bool {
	if e.Type != "PROTEST" || e.Trigger.Sentence-f.Trigger.Sentence > 2 || r.isPlural(f) || len(e.Actors) != 1 || len(e.Counts) > 0 || len(f.Actors) == 0 {
		return false
	}
	t, w := r.headOf(e.Actors[0])
	if w < 0 || !slices.Contains([]string{"protester", "protestor", "demonstrator", "marcher", "striker"}, t.Lemmas[w]) {
		return false
	}
	return factual(f) && factual(e) && !isHistory(f) && !isHistory(e) && t.Dependent(w, "nummod") < 0 && !clash(f.Recipients, e.Recipients)
}

// isAccount reports whether e is what somebody says of deed f just told, and of its doers again: "soldiers shot three men at the border. The army said
// that soldiers opened fire". It names nobody to whom it was done.
func (r *run) isAccount(f, e *event.Event) bool {
	if len(e.Attributions) == 0 || e.Type != "ASSAULT" || e.Trigger.Sentence-f.Trigger.Sentence != 1 || len(e.Recipients) > 0 || len(e.Counts) > 0 {
		return false
	}
	return f.CAMEO == e.CAMEO && factual(f) && factual(e) && !isHistory(e) && len(e.Actors) > 0 && agree(f.Actors, e.Actors) == len(e.Actors)
}

// numbersThem reports whether e's noun is definite by those whom it numbers, rather than as one told before: "the killing of 52 civilians".
func (r *run) numbersThem(e *event.Event) bool {
	t, w := r.in.Trees[e.Trigger.Sentence], e.Trigger.Token
	for d := range t.Dependents(w) {
		if t.Is(d, "nmod") && t.Case(d) == "of" && t.Dependent(d, "nummod") >= 0 && t.UPOS[w] == "NOUN" {
			return true
		}
	}
	return false
}

// isTheirsAgain reports whether e's noun is what a named doer of f is told to have done, by the same noun in the same number: "the premier's visits to the
// shrine … the premier's yearly visits".
func (r *run) isTheirsAgain(f, e *event.Event) bool {
	t, w := r.in.Trees[e.Trigger.Sentence], e.Trigger.Token
	u, v := r.in.Trees[f.Trigger.Sentence], f.Trigger.Token
	if t.UPOS[w] != "NOUN" || t.XPOS[w] != u.XPOS[v] || t.Lemmas[w] != u.Lemmas[v] || t.Dependent(w, "nmod:poss") < 0 {
		return false
	}
	return isNamed(e.Actors) && shared(f.Actors, e.Actors) && !clash(f.Recipients, e.Recipients) && u.Dependent(v, "nmod:poss") >= 0
}
