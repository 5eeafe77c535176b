package coder

import (
	"cmp"
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"example.org/demarche/internal/event"
	"example.org/demarche/internal/lexicon"
	"example.org/demarche/internal/syntax"
	"example.org/demarche/internal/text"
)

// A stateFrame is one entry of states.txt.
type stateFrame struct {
	file   string
	line   int
	upos   string
	lemmas []string
	kind   string
	object string // slot: object, or a preposition
	place  bool   // whether the object is a place
}

// loadStates reads states.txt from the root of a file system.
func loadStates(fsys fs.FS) ([]stateFrame, error) {
	var all []stateFrame
	err := lexicon.EachBlock(fsys, "states.txt", func(b lexicon.Block) error {
		s := stateFrame{file: b.File, line: b.Line}
		for _, l := range b.Lines {
			if !s.read(l) {
				return &lexicon.SyntaxError{File: b.File, Line: l.Number, Text: fmt.Sprintf("unknown line %q; a state has verb or noun, state, subject, object or place, and examples", l.Key)}
			}
		}
		all = append(all, s)
		return nil
	})
	if err != nil {
		return nil, err
	}
	return all, nil
}

func (s *stateFrame) read(l lexicon.Line) bool {
	switch l.Key {
	case "verb", "noun":
		s.upos, s.lemmas = strings.ToUpper(l.Key), strings.Fields(l.Value)
	case "state":
		s.kind = l.Value
	case "object", "place":
		s.object, s.place = l.Value, l.Key == "place"
	case "subject", "+":
	default:
		return false
	}
	return true
}

// addStates finds the states that words tell, and those that follow from events.
func (r *run) addStates() {
	for _, t := range r.in.Trees {
		for w := range t.Len() {
			for i := range r.states {
				if s := r.states[i].match(r, t, w); s != nil {
					r.out.States = append(r.out.States, s)
				}
			}
		}
	}
	for _, e := range r.out.Events {
		if s := r.follows(e); s != nil {
			r.out.States = append(r.out.States, s)
		}
	}
	slices.SortStableFunc(r.out.States, func(a, b *event.State) int {
		return compareRanges(a.Evidence.Words[0], b.Evidence.Words[0])
	})
}

// match returns the state that the frame finds at word w, or nil.
func (f *stateFrame) match(r *run, t *syntax.Tree, w int) *event.State {
	if t.UPOS[w] != f.upos || !slices.Contains(f.lemmas, t.Lemmas[w]) {
		return nil
	}
	if f.upos == "NOUN" && t.Case(w) != "in" { // "is in control of": the noun is the predicate
		return nil
	}
	subject := r.in.Participants.At(t.Ref(subjectOf(t, w)))
	if subject == nil || !subject.Public() && f.kind == "control" {
		return nil
	}
	s := &event.State{Kind: f.kind, Subject: subject, Evidence: event.Evidence{
		Rule: fmt.Sprintf("%s:%d %s", f.file, f.line, t.Lemmas[w]), Words: wordRanges(t, []int{w}),
	}}
	if !f.fill(r, t, w, s) {
		return nil
	}
	s.Attributions = r.around(t.Ref(w))
	return r.assert(s, t, w)
}

// fill sets the object, or the place, of a state.
func (f *stateFrame) fill(r *run, t *syntax.Tree, w int, s *event.State) bool {
	for d := range t.Dependents(w) {
		if f.object == "object" && !t.Is(d, "obj") && !t.Is(d, "nsubj:pass") || f.object != "object" && t.Case(d) != f.object {
			continue
		}
		if f.place {
			s.Place = r.placeBelow(t, d)
			return s.Place != nil && r.isPlace(t, d)
		}
		s.Object = r.in.Participants.At(t.Ref(d))
		if s.Object == nil {
			s.Place = r.placeBelow(t, d)
		}
		return s.Object != nil || s.Place != nil
	}
	return false
}

// isPlace reports whether word d names a place, or is a noun of place: "the port of".
func (r *run) isPlace(t *syntax.Tree, d int) bool {
	m := r.in.Mentions.At(t.Ref(d))
	return r.place[t.Sentence][d] != nil || m != nil && m.Kind == event.Location
}

// assert sets status and times of a state told by word w; nil if it is only supposed.
func (r *run) assert(s *event.State, t *syntax.Tree, w int) *event.State {
	f := &statusFinder{t: t, embeddings: r.embeddings, cues: r.cue[t.Sentence], reported: len(s.Attributions) > 0, light: make([]bool, t.Len())}
	f.climb(w)
	if n := len(s.Attributions); n > 0 {
		f.statement(s.Attributions[n-1])
	}
	b, ok := f.best()
	switch {
	case ok && b.status == event.DeniedDeed:
		s.Status = "denied"
	case ok:
		return nil
	default:
		s.Status = r.told(s.Subject, s.Attributions)
	}
	for _, x := range r.times[t.Sentence] {
		if x.Anchor.Token != w {
			continue
		}
		if x.Bound == "since" {
			s.Since = x.From
		} else if x.Type != event.Duration {
			s.AsOf = x.To
		}
	}
	if s.AsOf == "" {
		s.AsOf = r.in.Published
	}
	return s
}

// told is how a state is told: "claimed" where the innermost statement around is a claim, or its subject's own word, else
// "asserted".
func (r *run) told(subject *event.Participant, chain []*event.Attribution) string {
	n := len(chain)
	if n == 0 {
		return "asserted"
	}
	inner := chain[n-1]
	if s := r.statement[inner]; inner.Stance == event.Claimed || s != nil && s.Speaker != nil && sameSide(s.Speaker, subject) {
		return "claimed"
	}
	return "asserted"
}

// follows returns the state that an event brings about: who took a place controls it, who was recognised is recognised.
func (r *run) follows(e *event.Event) *event.State {
	if len(e.Actors) == 0 || e.SameAs != nil || e.Of != nil || !factual(e) && e.Status != event.DeniedDeed || untold(e) {
		return nil
	}
	s := &event.State{Subject: e.Actors[0].Participant, Attributions: e.Attributions, Evidence: e.Evidence}
	s.Status = r.told(s.Subject, e.Attributions)
	switch {
	case e.CAMEO == "192" && e.Place != nil:
		s.Kind, s.Place = "control", e.Place
	case e.CAMEO == "054" && len(e.Recipients) > 0:
		s.Kind, s.Object = "recognition", e.Recipients[0].Participant
	default:
		return nil
	}
	if e.Status == event.DeniedDeed {
		s.Status = "denied"
	}
	if e.When != nil {
		s.AsOf = e.When.To
		if e.When.From == e.When.To {
			s.Since = e.When.From
		}
	}
	return s
}

// untold reports whether the deed stands in what somebody would not say: "declined to say whether" tells of no state.
func untold(e *event.Event) bool {
	n := len(e.Attributions)
	return n > 0 && e.Attributions[n-1].Type == event.Refusal
}

// subjectOf returns the subject of predicate w: its own, that of the clause that controls it, or the noun that a relative
// clause or a participle describes; w itself if there is none, which speaks of nobody.
func subjectOf(t *syntax.Tree, w int) int {
	if s := t.Subject(w); s >= 0 {
		if a := t.Antecedent(s); a >= 0 {
			return a
		}
		return s
	}
	switch {
	case t.Is(w, "xcomp", "advcl") && t.Head(w) != syntax.NoHead:
		return subjectOf(t, t.Head(w))
	case t.Is(w, "acl") && !t.IsPassive(w):
		return t.Head(w)
	}
	return w
}

// compareRanges orders by place in the text.
func compareRanges(a, b text.Range) int {
	return cmp.Or(cmp.Compare(a.Sentence, b.Sentence), cmp.Compare(a.Start, b.Start))
}
