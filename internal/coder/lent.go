package coder

import (
	"slices"
	"strings"

	"example.org/demarche/internal/event"
	"example.org/demarche/internal/lexicon"
	"example.org/demarche/internal/syntax"
)

// answers are the types of events that answer a deed spoken of, and so are addressed to who did it.
var answers = []string{"ACCUSE", "SUPPORT", "REJECT", "AGREE"}

// keepAnswered keeps which deeds the answers of a sentence speak of: the noun of deed in object, or after a preposition, of "condemned the
// shelling", "rejected the demand", "was critical of the raid".
func (r *run) keepAnswered(t *syntax.Tree, cands []lexicon.Candidate, events []*event.Event) {
	for i, e := range events {
		if e == nil || !slices.Contains(answers, e.Type) || len(e.Recipients) > 0 {
			continue
		}
		for j, deed := range events {
			if w := cands[j].Trigger; deed != nil && i != j && t.UPOS[w] == "NOUN" && t.Head(w) == cands[i].Predicate && t.Is(w, "obj", "obl", "nsubj:pass") {
				r.answered[e] = deed
				break
			}
		}
	}
}

// lendSides gives events the sides that other events show: an answer those who did the deed that it speaks of, as they were told before;
// the first report of a happening those whom its outcome befell ("shelled the station, killing seven soldiers").
func (r *run) lendSides() {
	for _, e := range r.out.Events {
		if f := first(e); f != e && e.Reciprocal == f.Reciprocal { // which side of a clash killed somebody is not said
			f.Recipients = lent(f, f.Recipients, e, e.Recipients)
			f.Actors = lent(f, f.Actors, e, e.Actors)
		}
	}
	for _, e := range r.out.Events {
		deed := r.answered[e]
		if deed == nil || len(e.Recipients) > 0 {
			continue
		}
		deed = first(deed)
		doers := deed.Actors
		if deed.Reciprocal {
			doers = everybody(deed)
		}
		for _, s := range bare(doers) {
			if agree(e.Actors, []event.Side{s}) == 0 { // not its own minister, whose visit a country cancels
				e.Recipients = append(e.Recipients, s)
			}
		}
	}
}

// lent returns the sides of event f, or those of e where f names none; without their words unless both stand in one sentence.
func lent(f *event.Event, own []event.Side, e *event.Event, others []event.Side) []event.Side {
	if len(own) > 0 || len(others) == 0 {
		return own
	}
	others = slices.DeleteFunc(slices.Clone(others), func(s event.Side) bool { return has(f.Actors, s.Participant) || has(f.Recipients, s.Participant) })
	if f.Trigger.Sentence != e.Trigger.Sentence {
		return bare(others)
	}
	return others
}

// partOfThose returns whom a bare number or "most", "some", "others" speaks of: the people on the receiving side of the last event that has any, told
// not long ago; nil if w is no such word or there are none.
func (r *run) partOfThose(t *syntax.Tree, w int) *event.Participant {
	if !isUnnamedPart(t, w) {
		return nil
	}
	for _, e := range slices.Backward(r.out.Events) {
		if t.Sentence-e.Trigger.Sentence > near {
			return nil
		}
		for _, s := range e.Recipients {
			if s.Participant.Kind == event.EntityPeople && e.Trigger.Sentence < t.Sentence {
				return s.Participant
			}
		}
	}
	return nil
}

// issuer returns who speaks by the document that word w names as the subject of a verb, as of "the statement also thanked Chad": who was told to say something in one of
// its kind in the sentences before; nil if w is none, or nobody was.
func (r *run) issuer(t *syntax.Tree, w int) *event.Participant {
	if !t.Is(w, "nsubj:") || t.UPOS[t.Head(w)] != "VERB" || !r.lexicon.Classes.Holds(t, w, "Document") || t.Dependent(w, "nmod:poss", "nmod", "acl", "acl:relcl", "amod") >= 0 {
		return nil
	}
	for s := t.Sentence - 1; s >= max(0, t.Sentence-near); s-- {
		for _, a := range slices.Backward(r.holding[s]) {
			if !a.Source.Empty() && strings.EqualFold(a.Medium, t.Form(w)) {
				return r.in.Participants.At(a.Source.Ref())
			}
		}
	}
	return nil
}

// isUnnamedPart reports whether word w stands for part of people told before: a number or a word of quantity as subject or object of a verb, which nothing
// says of what.
func isUnnamedPart(t *syntax.Tree, w int) bool {
	if !t.Is(w, "nsubj", "nsubj:pass", "obj") || t.UPOS[t.Head(w)] != "VERB" || t.Dependent(w, "nmod", "acl", "acl:relcl") >= 0 {
		return false
	}
	return t.UPOS[w] == "NUM" || slices.Contains([]string{"most", "some", "both", "all", "others", "many", "several", "dozens", "hundreds", "thousands"}, t.Lower(w))
}
