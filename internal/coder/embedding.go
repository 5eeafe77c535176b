package coder

import (
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"example.org/demarche/internal/event"
	"example.org/demarche/internal/lexicon"
	"example.org/demarche/internal/syntax"
)

const (
	// same says that a deed stands as firmly as the word above it.
	same event.Status = "same"
	// decided says that a deed of words is done by the decision ("decided to recognise"), any other is planned.
	decided event.Status = "decided"
	// refused says that a deed offered or planned is denied, while what exists already is not ("rejected the criticism").
	refused event.Status = "refused"
	// past says that a deed is done where the word is told in the past ("was able to"), a possibility elsewhere ("is able to").
	past event.Status = "past"
	// ended says that a deed happened, and goes on where the word is not told as done ("stopped shelling", "must stop shelling").
	ended event.Status = "ended"
	// liable says that arrest, trial and punishment are a possibility, while demands, charges, protests and attacks are there ("faces").
	liable event.Status = "liable"
	// tried says that a deed is a possibility, except a request, which is made by trying ("tried to persuade").
	tried event.Status = "tried"
	// stopped says that a deed that was to come is denied, while one that went on has ended ("stopped an attack", "stopped its attacks").
	stopped event.Status = "stopped"
	// lasting says that a deed goes on, and is over where the word is told in the past ("rages", "raged for a week").
	lasting event.Status = "lasting"
	// staged says that a deed is done where the word is told in the past, planned elsewhere ("organised a strike", "is organising a strike").
	staged event.Status = "staged"
	// fact says that the deed stands whatever is said of the words above it: "punished it for seizing the port".
	fact event.Status = "fact"
)

// An Embedding is what words of one block do to the deeds below them.
type Embedding struct {
	File   string
	Line   int
	bySlot map[string]event.Status // clause, object, subject, modifier, or a preposition
}

// Embeddings holds the knowledge of data/status.
type Embeddings struct {
	byWord map[string]*Embedding // part of speech and form: "verb failed"
}

// forms returns the forms of a lemma; lexicon.Lexicon.Forms is one.
type forms func(p lexicon.POS, lemma string) []string

// LoadEmbeddings reads embedding.txt from the root of a file system. Words are found by all their forms, so that a wrong lemma
// of the tagger does no harm.
func LoadEmbeddings(fsys fs.FS, inflect forms) (*Embeddings, error) {
	e := &Embeddings{byWord: map[string]*Embedding{}}
	err := lexicon.EachBlock(fsys, "embedding.txt", func(b lexicon.Block) error { return e.add(b, inflect) })
	if err != nil {
		return nil, err
	}
	return e, nil
}

// add takes in one block: words first, then slots and examples. A word may stand in several blocks; the first that has
// the slot speaks.
func (e *Embeddings) add(b lexicon.Block, inflect forms) error {
	m := &Embedding{File: b.File, Line: b.Line, bySlot: map[string]event.Status{}}
	var nouns []string
	head := b.Lines[0]
	pos, known := map[string]lexicon.POS{"verb": lexicon.Verb, "noun": lexicon.Noun, "adj": lexicon.Adj}[head.Key]
	if !known {
		return &lexicon.SyntaxError{File: b.File, Line: head.Number, Text: fmt.Sprintf("%q begins no block; begin it with verb, noun or adj and lemmas", head.Key)}
	}
	for _, l := range b.Lines[1:] {
		if l.Key == "+" {
			continue
		}
		if l.Key == "nouns" {
			nouns = strings.Fields(l.Value)
			continue
		}
		s := event.Status(l.Value)
		if !slices.Contains([]event.Status{same, decided, refused, past, ended, liable, tried, stopped, lasting, staged, fact}, s) && rank(s) < 0 {
			return &lexicon.SyntaxError{File: b.File, Line: l.Number, Text: fmt.Sprintf("%q is no status; README.md lists them", l.Value)}
		}
		m.bySlot[l.Key] = s
	}
	if err := m.spread(b, nouns); err != nil {
		return err
	}
	for _, w := range strings.Fields(head.Value) {
		if pos == lexicon.Noun && strings.Contains(w, "_") { // "world_war"
			e.merge(head.Key+" "+w, m)
			continue
		}
		lemma, particle, _ := strings.Cut(w, "_")
		for _, form := range inflect(pos, lemma) {
			e.merge(strings.TrimSuffix(head.Key+" "+form+"_"+particle, "_"), m)
		}
	}
	return nil
}

// spread makes of the slot "content" one for each of the nouns that the block names.
func (m *Embedding) spread(b lexicon.Block, nouns []string) error {
	for _, slot := range []string{"content", "not-content"} {
		s, ok := m.bySlot[slot]
		if !ok {
			continue
		}
		if nouns == nil {
			return &lexicon.SyntaxError{File: b.File, Line: b.Line, Text: fmt.Sprintf("%q without nouns; add a line with nouns and lemmas", slot)}
		}
		delete(m.bySlot, slot)
		for _, n := range nouns {
			m.bySlot[strings.Replace(slot, "content", contentOf(n), 1)] = s
		}
	}
	return nil
}

// contentOf names the slot of what a noun speaks of: "kept the promise to".
func contentOf(noun string) string { return "content " + noun }

// merge adds the slots of m to those that the word has from earlier blocks.
func (e *Embeddings) merge(word string, m *Embedding) {
	old, ok := e.byWord[word]
	if !ok {
		e.byWord[word] = m
		return
	}
	both := &Embedding{File: old.File, Line: old.Line, bySlot: map[string]event.Status{}}
	for k, v := range m.bySlot {
		both.bySlot[k] = v
	}
	for k, v := range old.bySlot {
		both.bySlot[k] = v
	}
	e.byWord[word] = both
}

// of returns what word h of a tree does to what hangs on it in a slot; "" if it says nothing.
func (e *Embeddings) of(t *syntax.Tree, h int, slot string) event.Status {
	for _, key := range wordKeys(t, h) {
		if m := e.byWord[key]; m != nil {
			if s, ok := m.bySlot[slot]; ok {
				return s
			}
		}
	}
	return ""
}

// has reports whether word h of a tree says anything of a slot.
func (e *Embeddings) has(t *syntax.Tree, h int, slot string) bool { return e.of(t, h, slot) != "" }

// wordKeys returns the names under which word h may stand: with its particle, or the modifier right before the noun, first; participles also
// as adjectives; by its form, then by its lemma.
func wordKeys(t *syntax.Tree, h int) []string {
	form, lemma := t.Lower(h), strings.ToLower(t.Lemmas[h])
	switch t.UPOS[h] {
	case "VERB", "AUX":
		keys := []string{"verb " + form, "verb " + lemma, "adj " + form}
		if p := particle(t, h); p >= 0 {
			keys = slices.Insert(keys, 0, "verb "+form+"_"+t.Lemmas[p], "verb "+lemma+"_"+t.Lemmas[p])
		}
		return keys
	case "ADJ", "ADV":
		return []string{"adj " + form, "adj " + lemma}
	}
	keys := []string{"noun " + form, "noun " + lemma}
	if b := h - 1; b >= 0 && t.Head(b) == h && t.Is(b, "compound", "amod") {
		keys = slices.Insert(keys, 0, "noun "+t.Lower(b)+"_"+form)
	}
	return keys
}

// particle is the particle of verb h, or the adverb, adjective or noun right after it that may make one word with it ("went on", "took part"); -1
// if there is none.
func particle(t *syntax.Tree, h int) int {
	if p := t.Dependent(h, "compound:prt"); p >= 0 {
		return p
	}
	if p := h + 1; p < t.Len() && t.Head(p) == h && (t.Is(p, "advmod", "obj") || t.Is(p, "xcomp") && t.UPOS[p] == "ADJ") {
		return p
	}
	return -1
}

// statuses in the order in which one wins over another (FORMAT.md, "Events").
var statuses = []event.Status{
	event.DeniedDeed, event.DemandedDeed, event.ThreatenedDeed, event.Conditional, event.Hypothetical,
	event.Planned, event.Historical, event.Ongoing, event.Occurred,
}

// rank is the place of a status among statuses, -1 if it is none.
func rank(s event.Status) int { return slices.Index(statuses, s) }

// TakesInfinitive reports whether a noun is known to take an infinitive: "decision to", "plan to".
func (c *Coder) TakesInfinitive(noun string) bool {
	m := c.embeddings.byWord["noun "+noun]
	return m != nil && (m.bySlot["clause"] != "" || m.bySlot["infinitive"] != "")
}
