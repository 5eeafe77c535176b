package names

import (
	"slices"

	"example.org/demarche/internal/event"
)

// isPronoun reports whether word i is a pronoun that refers to something: personal, possessive, reflexive, relative,
// or "who" of a question; the "it" of "it rains" and the "there" of "there is" do not.
func (f *finder) isPronoun(i int) bool {
	t := f.t
	if t.UPOS[i] != "PRON" || t.Is(i, "expl", "fixed", "discourse", "det") {
		return false
	}
	switch t.Feat(i, "PronType") {
	case "Prs", "Rel", "":
		return true
	}
	return false
}

// isAnybody reports whether pronoun i is a word for people who are not told of elsewhere: "anyone", "those who fled".
func (f *finder) isAnybody(i int) bool {
	t := f.t
	if t.UPOS[i] != "PRON" || !t.Is(i, "nsubj", "obj", "iobj", "obl", "nmod", "conj") {
		return false
	}
	switch t.Lower(i) {
	case "anyone", "anybody", "everyone", "everybody", "someone", "somebody":
		return true
	case "those":
		for c := range t.Dependents(i) {
			if s := t.Dependent(c, "nsubj"); t.Is(c, "acl:relcl") && s >= 0 && t.Lower(s) == "who" ||
				c > i && t.Is(c, "amod", "acl") && (slices.Contains(ofPeople, t.Lower(c)) || t.XPOS[c] == "VBG" && t.Is(i, "nsubj:")) {
				return true
			}
		}
	}
	return false
}

// ofPeople are words after "those" that are said of people.
var ofPeople = []string{"responsible", "involved", "implicated", "accused", "killed", "wounded", "injured", "arrested", "detained", "suspected", "convicted",
	"charged", "affected", "displaced", "guilty", "opposed", "loyal", "present", "protesting", "fleeing", "seeking", "living", "demanding", "calling"}

// pronoun makes the mention of a pronoun.
func (f *finder) pronoun(i int) event.Mention {
	m := event.Mention{Range: f.t.Phrase(i), Head: i, Form: event.ByPronoun, Kind: pronounKind(f.t.Lower(i))}
	if m.Range.End > i+1 || m.Range.Start < i { // "those of us who …": the word alone
		m.Range.Start, m.Range.End = i, i+1
	}
	return m
}

func pronounKind(form string) event.Kind {
	switch {
	case slices.Contains([]string{"i", "me", "my", "mine", "myself", "he", "him", "his", "himself", "she", "her", "hers", "herself",
		"you", "your", "yours", "yourself", "who", "whom"}, form):
		return event.Person
	case slices.Contains([]string{"we", "us", "our", "ours", "ourselves", "they", "them", "their", "theirs", "themselves"}, form):
		return event.People
	}
	return event.Other
}
