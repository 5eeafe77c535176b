package coder

import (
	"cmp"
	"slices"
	"strings"

	"example.org/demarche/internal/event"
	"example.org/demarche/internal/lexicon"
	"example.org/demarche/internal/syntax"
)

// pointerRule begins the rule of an event whose noun no frame codes.
const pointerRule = "same.txt "

// isPointer reports whether an event has been coded only because its noun takes up another.
func isPointer(e *event.Event) bool { return strings.HasPrefix(e.Evidence.Rule, pointerRule) }

// pointers returns candidates for nouns that no frame codes although they take up a deed told a short while ago: "rejected the demand",
// "condemned the occupation". They have that deed's code and, for lack of others, its sides (see dropBare).
func (r *run) pointers(t *syntax.Tree, m lexicon.Matches) []lexicon.Candidate {
	taken := make([]bool, t.Len())
	for i := range m.Candidates {
		for _, w := range m.Candidates[i].Words {
			taken[w] = true
		}
	}
	for _, p := range m.Passed {
		taken[p.Trigger] = taken[p.Trigger] || p.Forbidden
	}
	var all []lexicon.Candidate
	for w := range t.Len() {
		if taken[w] {
			continue
		}
		if f := r.takenUp(t, w); f != nil {
			c := lexicon.Candidate{
				Rule: pointerRule + t.Lemmas[w], Head: t.Lemmas[w], POS: lexicon.Noun, Trigger: w, Predicate: w, Words: []int{w}, Content: -1, Means: -1,
			}
			c.Code.Type, c.Code.Mode, c.Code.CAMEO = f.Type, f.Mode, f.CAMEO
			if d := r.sufferer(t, w, f); d >= 0 {
				c.Recipients = []lexicon.Role{{Words: []int{d}}}
			}
			all = append(all, c)
		}
	}
	return all
}

// sufferer is whom word w, which takes up deed f, names as struck: the noun beside a participle, what follows "of" behind a noun, whose death it is;
// -1 for nobody.
func (r *run) sufferer(t *syntax.Tree, w int, f *event.Event) int {
	if t.UPOS[w] != "NOUN" {
		return t.Head(w)
	}
	if f.QuadClass != 4 && f.Mode != "release" {
		return -1
	}
	for d := range t.Dependents(w) {
		if t.Is(d, "nmod") && t.Case(d) == "of" || t.Is(d, "nmod:poss") && t.Lemmas[w] == "death" {
			return d
		}
	}
	return -1
}

// takenUp returns the deed that word w takes up: a definite noun, or the participle beside whom the deed struck ("freed the kidnapped engineers");
// nil if it is no such word.
func (r *run) takenUp(t *syntax.Tree, w int) *event.Event {
	switch {
	case t.Lemmas[w] == "campaign" && isTheirs(t, w): // a candidate's campaign is those who work for him
	case t.UPOS[w] == "NOUN" && (hasArticle(t, w) || isTheirs(t, w)) && t.Dependent(w, "acl:relcl") < 0 && !(w > 0 && t.Lower(w-1) == "own"):
		return r.pointedAt(t, w)
	case t.Is(w, "amod") && strings.HasSuffix(t.Lower(w), "ed"):
		return r.suffered(t, w)
	}
	return nil
}

// suffered returns the deed of participle w told last of which the one beside it may be a victim, nil if there is none.
func (r *run) suffered(t *syntax.Tree, w int) *event.Event {
	for i := len(r.out.Events) - 1; i >= max(0, len(r.out.Events)-window); i-- {
		f := r.out.Events[i]
		if isOnce(f) && f.Trigger.Sentence < t.Sentence && r.in.Trees[f.Trigger.Sentence].Lower(f.Trigger.Token) == t.Lower(w) {
			p := r.in.Participants.At(t.Ref(t.Head(w)))
			if p == nil {
				return nil
			}
			y := event.Side{Participant: p, Range: r.phrase(t, t.Head(w))}
			if slices.ContainsFunc(f.Recipients, func(x event.Side) bool { return isHuman(x.Participant) && r.couldBe(x, y) }) {
				return f
			}
		}
	}
	return nil
}

// pointedAt returns the deed told last, in one of the sentences before, that noun w may take up: a noun for any deed of its type, or the noun of
// its verb; nil if there is none. One that is denied is meant if no other is there.
func (r *run) pointedAt(t *syntax.Tree, w int) *event.Event {
	var denied *event.Event
	for i := len(r.out.Events) - 1; i >= 0; i-- {
		f := r.out.Events[i]
		if f.Trigger.Sentence < t.Sentence-near {
			break
		}
		if f.Type != "" && (r.speaksOf(r.same.nouns, f, t.Lower(w)) || isNounOf(t.Lemmas[w], r.in.Trees[f.Trigger.Sentence], f.Trigger.Token)) {
			if f.Status != event.DeniedDeed {
				return f
			}
			denied = cmp.Or(denied, f)
		}
	}
	return denied
}

// isNounOf reports whether a noun is made of the verb at a word, as far as their letters tell: "occupation" of "occupied".
func isNounOf(noun string, t *syntax.Tree, verb int) bool {
	const stem = 5
	v := t.Lemmas[verb]
	if t.UPOS[verb] != "VERB" || len(v) < stem || len(noun) < stem || noun[:stem] != v[:stem] {
		return false
	}
	return noun == v || slices.ContainsFunc(deverbal, func(end string) bool { return strings.HasSuffix(noun, end) })
}

// deverbal are endings of nouns that name what a verb does.
var deverbal = []string{"ion", "ment", "ing", "al", "ance", "ence", "ure"}

// isHeading reports whether word w is a noun, or a gerund without an object, of the first sentence, where headlines name what is told in full
// below: "Town calm after shooting".
func isHeading(t *syntax.Tree, w int) bool {
	return t.Sentence == 0 && (t.UPOS[w] != "VERB" || t.XPOS[w] == "VBG" && t.Dependent(w, "obj", "aux") < 0)
}

// mayTellAgain reports whether an event that names nobody public may speak of one told before: "the attack on a convoy", "Piotr Nowak was
// abducted" after "gunmen abducted a geologist". Whether it does is found when all that tells about them is known (linkSame).
func (r *run) mayTellAgain(e *event.Event) bool {
	for i := len(r.out.Events) - 1; i >= max(0, len(r.out.Events)-window); i-- {
		f := r.out.Events[i]
		if f.Type == e.Type && r.modesAgree(f, e) && (r.pointsBack(e) && r.pointsAt(f, e) || r.sameSufferer(f, e)) {
			return true
		}
	}
	return false
}
