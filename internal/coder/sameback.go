package coder

import (
	"slices"

	"example.org/demarche/internal/event"
	"example.org/demarche/internal/syntax"
	"example.org/demarche/internal/text"
)

// definite reports whether the event's word is a noun that may have been spoken of before: "the attack", "this attack", "their attack".
func (r *run) definite(e *event.Event) bool {
	t := r.in.Trees[e.Trigger.Sentence]
	return hasArticle(t, e.Trigger.Token) || isTheirs(t, e.Trigger.Token) || r.isOfDay(t, e.Trigger.Token)
}

// isOfDay reports whether noun w has a time as its possessor: "Monday's attack".
func (r *run) isOfDay(t *syntax.Tree, w int) bool {
	p := t.Dependent(w, "nmod:poss")
	return p >= 0 && r.isTime(text.Range{Sentence: t.Sentence, Start: p, End: p + 1})
}

// hasArticle reports whether noun w has a definite article or a demonstrative.
func hasArticle(t *syntax.Tree, w int) bool {
	d := t.Dependent(w, "det")
	return d >= 0 && slices.Contains([]string{"the", "this", "that", "these", "those"}, t.Lemmas[d])
}

// isOfPeople reports whether noun w stands before one for people, as what they took part in or suffered: "march participants", "the bombing suspect".
func (r *run) isOfPeople(t *syntax.Tree, w int) bool {
	return t.UPOS[w] == "NOUN" && t.Is(w, "compound") && r.lexicon.Classes.Holds(t, t.Head(w), "Attendant")
}

// isTheirs reports whether noun w has a pronoun as its possessor.
func isTheirs(t *syntax.Tree, w int) bool {
	p := t.Dependent(w, "nmod:poss")
	return p >= 0 && t.UPOS[p] == "PRON"
}

// pointsBack reports whether an event's words speak of something known: "the attack", "their meeting", "signed the document", "signed
// it"; "went on with their attacks" does not.
func (r *run) pointsBack(e *event.Event) bool {
	t, w := r.in.Trees[e.Trigger.Sentence], e.Trigger.Token
	if t.UPOS[w] == "NOUN" {
		return hasArticle(t, w) || r.isOfDay(t, w) || r.isOfPeople(t, w) || isTheirs(t, w) && (e.Type == "CONSULT" || t.XPOS[w] != "NNS")
	}
	o := t.Dependent(w, "obj", "nsubj:pass")
	return o >= 0 && (t.Lower(o) == "it" || hasArticle(t, o) && r.same.holds(r.same.general, e, t.Lower(o)))
}

// isIndefinite reports whether an event's word is a noun that brings up something new: "a raid", "two raids", "air strikes"; "recognition of the
// republic" may have been told before.
func (r *run) isIndefinite(e *event.Event) bool {
	t, w := r.in.Trees[e.Trigger.Sentence], e.Trigger.Token
	return t.UPOS[w] == "NOUN" && !r.definite(e) && t.Dependent(w, "nmod:poss") < 0 && !isBareOf(t, w)
}

// isBareOf reports whether noun w stands alone before what it is of.
func isBareOf(t *syntax.Tree, w int) bool {
	if t.XPOS[w] != "NN" || t.Dependent(w, "det", "nummod", "amod", "compound") >= 0 {
		return false
	}
	for d := range t.Dependents(w) {
		if t.Is(d, "nmod") && t.Case(d) == "of" {
			return true
		}
	}
	return false
}

// isNew reports whether words beside an event say that it is another than those told before: "another attack", "two raids", "attacked
// again", "other unions have endorsed".
func (r *run) isNew(e *event.Event) bool {
	t, w := r.in.Trees[e.Trigger.Sentence], e.Trigger.Token
	for d := range t.Dependents(w) {
		switch {
		case t.UPOS[w] != "NOUN":
			if t.Is(d, "advmod") && r.same.again[t.Lower(d)] {
				return true
			}
		case t.Is(d, "nummod"), t.Is(d, "amod", "det", "compound") && r.same.new[t.Lower(d)]:
			return true
		}
	}
	if r.pointsBack(e) || r.strikesOthers(e) { // "two others were hurt in the attack"
		return false
	}
	for _, s := range everybody(e) {
		for w := s.Range.Start; w < s.Range.End; w++ {
			if r.same.others[t.Lower(w)] {
				return true
			}
		}
	}
	return false
}

// isUnderway reports whether e speaks, as of something that goes on and is known, of the protests or talks of f: plurals without sides of their own, of
// talks those with the same word before them ("peace talks").
func (r *run) isUnderway(f, e *event.Event) bool {
	if e.Trigger.Sentence-f.Trigger.Sentence > near || len(e.Actors)+len(e.Recipients) > 0 || e.Trigger.Sentence == f.Trigger.Sentence {
		return false
	}
	t, w := r.in.Trees[e.Trigger.Sentence], e.Trigger.Token
	u, v := r.in.Trees[f.Trigger.Sentence], f.Trigger.Token
	if t.XPOS[w] != "NNS" || u.XPOS[v] != "NNS" {
		return false
	}
	if e.Type == "PROTEST" {
		return e.CAMEO == f.CAMEO
	}
	c, d := t.Dependent(w, "compound"), u.Dependent(v, "compound")
	return e.Type == "CONSULT" && t.Lemmas[w] == u.Lemmas[v] && c >= 0 && d >= 0 && t.Lemmas[c] == u.Lemmas[d]
}

// isGeneral reports whether e's word may speak of any deed like f.
func (r *run) isGeneral(f, e *event.Event) bool {
	return r.speaksOf(r.same.general, f, r.in.Trees[e.Trigger.Sentence].Lower(e.Trigger.Token))
}

// speaksOf reports whether a set has a word for a deed like f, by its code or by what befell people in it.
func (r *run) speaksOf(sets map[string]map[string]bool, f *event.Event, word string) bool {
	if r.same.holds(sets, f, word) {
		return true
	}
	kind := r.tolls.kindOf(r.in.Trees[f.Trigger.Sentence], f.Trigger.Token)
	return kind != "" && sets[f.Type+" "+kind][word]
}

// isVague reports whether e's word says no more than that there was violence, or that two sides fought.
func (r *run) isVague(e *event.Event) bool {
	switch r.in.Trees[e.Trigger.Sentence].Lemmas[e.Trigger.Token] {
	case "attack", "assault", "violence", "incident", "clash", "fighting", "battle", "gunbattle", "gunfight", "firefight", "shootout":
		return true
	}
	return false
}

// sameWord reports whether two events are told by one word or by a verb and its noun ("met", "meeting"): the same frame
// entry, or the same beginning of the lemma.
func (r *run) sameWord(f, e *event.Event) bool {
	return r.sameStem(f, e) || frameOf(f.Evidence.Rule) == frameOf(e.Evidence.Rule)
}

// sameStem reports whether the words of two events begin alike.
func (r *run) sameStem(f, e *event.Event) bool {
	a := r.in.Trees[f.Trigger.Sentence].Lemmas[f.Trigger.Token]
	b := r.in.Trees[e.Trigger.Sentence].Lemmas[e.Trigger.Token]
	n := min(len(a), len(b))
	return n >= 3 && a[:min(n, 5)] == b[:min(n, 5)]
}
