package pipeline

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"example.org/demarche/internal/coder"
	"example.org/demarche/internal/event"
	"example.org/demarche/internal/lexicon"
	"example.org/demarche/internal/text"
)

// exampleDay is the day on which the examples of the lexicon are published.
const exampleDay = "2011-07-19"

// A Verdict says what the whole program made of an example.
type Verdict struct {
	Example
	Right bool
	Want  string   // "France -> Turkey", "nothing"
	Found string   // likewise
	Why   []string // if it is not right: which entry was taken instead, which condition failed, who the words speak of
}

// Check codes an example as an article of its own. It is right if an event by its entry has the participants that it names
// and no others, and all else that it asks for; a counter-example, if there is no event by its entry.
func (l Lexicon) Check(ctx context.Context, e Example) (Verdict, error) {
	return l.check(ctx, e, l.p.coder)
}

func (l Lexicon) check(ctx context.Context, e Example, c *coder.Coder) (Verdict, error) {
	v := Verdict{Example: e, Want: wanted(e.example)}
	if language := text.Language(e.Text); language != "en" {
		v.Right, v.Found, v.Why = e.Counter, "nothing", []string{"the sentence is taken for one of another language (" + language + ")"}
		return v, nil
	}
	an, err := l.p.whole(ctx, e.Text, nil)
	if err != nil {
		return v, err
	}
	layers, err := l.p.layers(ctx, exampleDay, an, c, nil)
	if err != nil {
		return v, err
	}
	j := &judge{Layers: layers, example: e.example, frame: e.Entry.frame, coder: c}
	if v.Right, v.Found = j.verdict(); !v.Right {
		v.Why = j.reasons()
	}
	return v, nil
}

// A judge compares what was found in an example with what it wants.
type judge struct {
	*Layers
	example *lexicon.Example
	frame   *lexicon.Frame
	coder   *coder.Coder
}

// wanted draws what an example asks for.
func wanted(e *lexicon.Example) string {
	if e.Counter {
		return "nothing"
	}
	names := func(ns []lexicon.Named) string {
		var all []string
		for _, n := range ns {
			if !n.Thing {
				all = append(all, n.Text)
			}
		}
		return strings.Join(all, ", ")
	}
	return drawnEvent(names(e.Actors), names(e.Recipients), e.Expect...)
}

// drawnEvent draws who does what to whom: "France -> Turkey | 112 denied".
func drawnEvent(actors, recipients string, more ...string) string {
	s := strings.TrimSpace(strings.TrimSpace(actors) + " -> " + strings.TrimSpace(recipients))
	if len(more) > 0 {
		s += " | " + strings.Join(more, " ")
	}
	return s
}

// verdict looks for an event that is as the example says, and draws it, or the last one that is not.
func (j *judge) verdict() (right bool, found string) {
	found = "nothing"
	for _, e := range j.Events {
		if !j.isOfFrame(e.Evidence.Rule) {
			continue
		}
		found = j.draw(e)
		if j.isAsWanted(e) {
			return !j.example.Counter, found
		}
	}
	return j.example.Counter && found == "nothing", found
}

// isOfFrame reports whether a rule names the example's frame.
func (j *judge) isOfFrame(rule string) bool {
	return strings.HasPrefix(rule+" ", j.frame.Rule("")+" ")
}

// isAsWanted reports whether an event has the sides that the example names, and all else that it asks for.
func (j *judge) isAsWanted(e *event.Event) bool {
	return same(j.sides(e.Actors), j.example.Actors) && same(j.sides(e.Recipients), j.example.Recipients) &&
		!slices.ContainsFunc(j.example.Expect, func(x string) bool { return !slices.Contains(traits(e), x) })
}

// traits are what an example may ask for besides the sides.
func traits(e *event.Event) []string {
	return append([]string{e.Type, e.Mode, e.CAMEO, string(e.Status)}, e.Contexts...)
}

// same reports whether phrases are those that an example names, things left out.
func same(got []string, want []lexicon.Named) bool {
	want = slices.DeleteFunc(slices.Clone(want), func(n lexicon.Named) bool { return n.Thing })
	return len(got) == len(want) && !slices.ContainsFunc(want, func(n lexicon.Named) bool {
		return !slices.ContainsFunc(got, func(g string) bool { return strings.Contains(g, n.Text) || strings.Contains(n.Text, g) })
	})
}

// sides are the words of an event's clause that name its sides.
func (j *judge) sides(in []event.Side) []string {
	var all []string
	for _, s := range in {
		if !s.Range.Empty() {
			all = append(all, j.Segments.Form(j.Segments.Span(s.Range)))
		}
	}
	return all
}

// draw draws an event, with what the example asks for besides the sides.
func (j *judge) draw(e *event.Event) string {
	var more []string
	if j.example.Counter || j.example.Expect != nil {
		more = strings.Fields(fmt.Sprint(e.Type, " ", e.Mode, " ", e.CAMEO, " ", e.Status, " ", strings.Join(e.Contexts, " ")))
	}
	return drawnEvent(strings.Join(j.sides(e.Actors), ", "), strings.Join(j.sides(e.Recipients), ", "), more...)
}

// reasons say for people why an example is not as it says.
func (j *judge) reasons() []string {
	if j.example.Counter {
		return []string{"no condition of the entry forbids it"}
	}
	var all []string
	for i, traces := range j.coder.Trace(j.input(exampleDay), j.frame) {
		for _, x := range traces {
			all = append(all, j.traced(i, x)...)
		}
	}
	if all == nil {
		all = append(all, "no word of the sentence is a form of a headword of the entry")
	}
	for _, n := range j.Notes {
		if j.isOfFrame(n.Rule) {
			all = append(all, n.Text)
		}
	}
	for _, e := range j.Events {
		switch {
		case !j.isOfFrame(e.Evidence.Rule):
			all = append(all, fmt.Sprintf("there is another event, by %s: %s", e.Evidence.Rule, j.draw(e)))
		case j.example.Expect != nil:
			all = append(all, fmt.Sprintf("it is %s: %s", e.Status, e.Because))
		}
	}
	return all
}

// traced says what came of the frame at one word: why it was not taken, or whom its slots speak of.
func (j *judge) traced(sentence int, x lexicon.Trace) []string {
	if x.Found == nil {
		return []string{x.Why}
	}
	seen := map[*event.Participant]string{}
	actors := j.roles(sentence, x.Found.Actors, seen)
	return []string{
		fmt.Sprintf("%q: actor is %s; recipient is %s", j.Trees[sentence].Form(x.Word), actors, j.roles(sentence, x.Found.Recipients, seen)),
		"beside it: " + x.Why,
	}
}

// roles draws the readings of a role: slot, words, and whom they speak of; seen holds those who were named already, with their words.
func (j *judge) roles(sentence int, roles []lexicon.Role, seen map[*event.Participant]string) string {
	if len(roles) == 0 {
		return "nobody"
	}
	var all []string
	for _, r := range roles {
		var words []string
		for _, w := range r.Words {
			form := j.Trees[sentence].Form(w)
			words = append(words, form+" ("+who(j.Participants.At(j.Trees[sentence].Ref(w)), form, seen)+")")
		}
		all = append(all, fmt.Sprintf("%s: %s", r.Slot, strings.Join(words, " + ")))
	}
	return strings.Join(all, ", or ")
}

// who says whom a word speaks of.
func who(p *event.Participant, form string, seen map[*event.Participant]string) string {
	switch {
	case p == nil:
		return "no participant"
	case seen[p] != "" && seen[p] != form:
		return "the same as " + seen[p]
	case !p.Public():
		return "private"
	}
	seen[p] = form
	return strings.TrimSpace(p.Country + " " + p.Sector)
}
