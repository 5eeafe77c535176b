package names

import (
	"slices"
	"strings"

	"example.org/demarche/internal/event"
	"example.org/demarche/internal/facts"
	"example.org/demarche/internal/syntax"
	"example.org/demarche/internal/text"
)

// Find returns the mentions of an article. labels has, by sentence, one label of the names head for each word (O, B-PER,
// I-PER, B-ORG …), kinds one of the head of kinds, which tells what neither the tables nor the names head know. Either is
// nil, or has nil in it, where its head did not run.
func Find(trees []*syntax.Tree, labels, kinds [][]string, k *Knowledge) event.Mentions {
	mentions := make(event.Mentions, len(trees))
	for i, t := range trees {
		f := finder{Knowledge: k, t: t, labels: ofSentence(labels, t, i), kinds: ofSentence(kinds, t, i)}
		mentions[i] = f.sentence()
	}
	k.agree(trees, mentions)
	return mentions
}

// ofSentence is what a head says of the words of sentence i, or nil.
func ofSentence(labels [][]string, t *syntax.Tree, i int) []string {
	if i < len(labels) && len(labels[i]) == t.Len() {
		return labels[i]
	}
	return nil
}

// A finder works on one sentence.
type finder struct {
	*Knowledge
	t      *syntax.Tree
	labels []string     // of the names head; nil if it did not run
	kinds  []string     // of the head of kinds; nil if it did not run
	known  []text.Range // by word: the name of several words, known to the tables, that it lies in; empty if in none
}

func (f *finder) sentence() []event.Mention {
	f.known = f.knownNames()
	var found []event.Mention
	for i := range f.t.Tokens {
		switch {
		case f.isPronoun(i):
			found = append(found, f.pronoun(i))
		case f.isAnybody(i):
			found = append(found, event.Mention{Range: f.t.Phrase(i), Head: i, Form: event.ByNominal, Kind: event.People})
		case f.headsPhrase(i):
			if m := f.phrase(i); m.Kind != event.People || !f.t.Is(i, "compound") { // "Shi'ite pilgrims" is one phrase
				found = append(found, m)
			}
		}
	}
	return found
}

// headsPhrase reports whether word i heads a noun phrase, rather than being a part of another's name.
func (f *finder) headsPhrase(i int) bool {
	t := f.t
	if r := f.known[i]; !r.Empty() && f.spanHead(r) != i {
		return false
	}
	if t.Is(i, "flat", "goeswith", "fixed", "case", "mark", "cc", "discourse", "reparandum", "obl:unmarked", "nmod:unmarked") {
		return t.Is(i, "obl:unmarked", "nmod:unmarked") && t.UPOS[i] == "PROPN" && f.kindByTable(f.name(i)) != ""
	}
	switch t.UPOS[i] {
	case "PROPN":
		return (!t.Is(i, "compound", "amod") || f.standsAlone(i)) && !f.swallowed(i)
	case "NOUN":
		return !t.Is(i, "compound", "amod") && !f.inNoun(i)
	case "NUM":
		return t.Is(i, "nsubj", "obj") && t.Dependent(i, "nummod") < 0 || facts.Quantified(t, i) >= 0
	case "ADJ":
		return f.isNominalAdjective(i) || facts.Quantified(t, i) >= 0
	case "DET":
		return t.Is(i, "nsubj", "obj", "obl:agent") || facts.Quantified(t, i) >= 0
	}
	return false
}

// swallowed reports whether word i lies in the name of its head: the Defence of "Ministry of Defence".
func (f *finder) swallowed(i int) bool {
	h := f.t.Head(i)
	if h < 0 || !f.t.Is(i, "nmod", "compound", "appos", "nmod:poss") || f.t.UPOS[h] != "PROPN" {
		return false
	}
	r := f.name(h)
	return r.Start <= i && i < r.End
}

// inNoun reports whether word i is the "of …" of a noun of several words: the state of "secretary of state".
func (f *finder) inNoun(i int) bool {
	h := f.t.Head(i)
	if i > 1 && f.t.Form(i-1) == "-" && f.t.Head(i-2) != i { // the general of "secretary-general"
		n, _ := facts.MatchNoun(f.nouns, f.t, i-2)
		return n != nil && strings.HasSuffix(n.Words, "-"+f.t.Lower(i))
	}
	if h < 0 || !f.t.Is(i, "nmod") || f.t.Case(i) != "of" {
		return false
	}
	n, _ := facts.MatchNoun(f.nouns, f.t, h)
	return n != nil && strings.Contains(n.Words, " of ") && strings.HasSuffix(n.Words, f.t.Lower(i))
}

// isNominalAdjective: the wounded, the accused, the Chinese.
func (f *finder) isNominalAdjective(i int) bool {
	t := f.t
	return t.Is(i, "nsubj", "obj", "iobj", "obl", "nmod") && t.Dependent(i, "det") >= 0 && t.Dependent(i, "cop") < 0
}

// standsAlone reports whether a name that is a compound part of another word is a name by itself: "Sharon" of "the
// Sharon government", not "Labour" of "Labour Party".
func (f *finder) standsAlone(i int) bool {
	t, h := f.t, f.t.Head(i)
	if r := f.known[i]; !r.Empty() {
		return h < r.Start || h >= r.End
	}
	if f.labels != nil && f.labels[i] != "O" {
		r := f.labelRun(i)
		return (h < r.Start || h >= r.End) && f.spanHead(r) == i
	}
	if f.top(i) != i || f.labels != nil && t.UPOS[h] == "PROPN" { // a name that the names head does not see is part of a title
		return false
	}
	if t.UPOS[h] != "PROPN" || t.Is(h, "nmod:desc") {
		return true
	}
	noun, _ := facts.MatchNoun(f.nouns, t, h)
	return noun != nil && noun.Kind == "role"
}

// top climbs from a compound part to the highest one whose head is no compound part.
func (f *finder) top(i int) int {
	for f.t.Is(f.t.Head(i), "compound") && f.t.UPOS[f.t.Head(i)] == "PROPN" {
		i = f.t.Head(i)
	}
	return i
}

// phrase makes the mention that noun i heads.
func (f *finder) phrase(i int) event.Mention {
	m := event.Mention{Range: f.t.Phrase(i), Head: i, Form: event.ByNominal}
	if f.t.Is(i, "compound") {
		if m.Range = f.name(i); m.Range.Empty() {
			m.Range = f.t.Subtree(i)
		}
	}
	if m.Name = f.name(i); isCalendar(f.t.Form(i)) && m.Name.End == i+1 {
		m.Name = text.Range{}
	}
	if !m.Name.Empty() {
		m.Form, m.Label = event.ByName, f.label(m.Name)
	}
	if !m.Name.Empty() && m.Range.Overlaps(m.Name) {
		m.Range.Start, m.Range.End = min(m.Range.Start, m.Name.Start), max(m.Range.End, m.Name.End)
	}
	m.Kind = f.kind(m)
	if (m.Kind == event.Person || m.Kind == event.Location) && !m.Name.Empty() && m.Name.End > i {
		m.Range.End = m.Name.End // what follows a person's or a place's name is no part of whom or what it names
	}
	if m.Kind == event.Role { // "the Foreign Minister" is no name
		m.Form, m.Name, m.Label = event.ByNominal, text.Range{}, ""
	}
	return m
}

// form is the text of a range.
func (f *finder) form(r text.Range) string {
	return f.t.Text[f.t.Tokens[r.Start].Span.Start:f.t.Tokens[r.End-1].Span.End]
}

// isCalendar reports whether a word is a day of the week or a month.
func isCalendar(form string) bool {
	return slices.Contains([]string{"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "January", "February", "March",
		"April", "May", "June", "July", "August", "September", "October", "November", "December", "Ramadan", "Christmas", "Easter"},
		strings.TrimSuffix(form, "s"))
}
