package coder

import (
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"example.org/demarche/internal/lexicon"
	"example.org/demarche/internal/syntax"
)

// A stateFrame is one entry of states.txt.
type stateFrame struct {
	file    string
	line    int
	words   map[string]bool // forms of its headwords, "take_over" with their particle
	noun    bool
	kind    string   // control, recognition, office, membership
	phase   string   // "" where the words tell that it holds, begins or ends where they tell that
	subject []string // slots, the first that is filled counts; "nobody" if the words tell of none
	object  []string
	place   []string
	tests   []stateTest
	// Verbs that join a noun to its subject: "was elected president", "resigned as president".
	governors map[string]string // form to holds, begins or ends
}

// A stateTest asks that a slot hold one of some words, or, with unless, that it do not; without words, that it be filled at all.
type stateTest struct {
	unless bool
	slot   string
	words  []string // forms, and classes of classes.txt, which begin with a capital
}

// loadStates reads states.txt from the root of a file system.
func loadStates(fsys fs.FS, inflect forms) ([]stateFrame, error) {
	var all []stateFrame
	err := lexicon.EachBlock(fsys, "states.txt", func(b lexicon.Block) error {
		s := stateFrame{file: b.File, line: b.Line, words: map[string]bool{}, governors: map[string]string{}}
		for _, l := range b.Lines {
			if !s.read(l, inflect) {
				return &lexicon.SyntaxError{File: b.File, Line: l.Number, Text: fmt.Sprintf("%q %q is no line of a state; README.md lists them", l.Key, l.Value)}
			}
		}
		all = append(all, s)
		return nil
	})
	return all, err
}

// read takes in one line.
func (s *stateFrame) read(l lexicon.Line, inflect forms) bool {
	words := strings.Fields(l.Value)
	switch l.Key {
	case "verb":
		inflectInto(words, lexicon.Verb, inflect, func(form string) { s.words[form] = true })
	case "noun":
		s.noun = true
		inflectInto(words, lexicon.Noun, inflect, func(form string) { s.words[form] = true })
	case "state":
		kinds := []string{"control", "recognition", "office", "membership"}
		s.kind, s.phase = words[0], strings.Join(words[1:], " ")
		return slices.Contains(kinds, s.kind) && slices.Contains([]string{"", "begins", "ends"}, s.phase)
	case "subject":
		s.subject = words
	case "object":
		s.object = words
	case "place":
		s.place = words
	case "holds", "begins", "ends":
		inflectInto(words, lexicon.Verb, inflect, func(form string) { s.governors[form] = l.Key })
	case "if", "unless":
		return s.readTest(l.Key == "unless", words)
	case "+", "-":
	default:
		return false
	}
	return true
}

// inflectInto hands on all forms of words, which may have a particle: "take_over".
func inflectInto(words []string, p lexicon.POS, inflect forms, put func(string)) {
	for _, w := range words {
		lemma, particle, _ := strings.Cut(w, "_")
		for _, form := range inflect(p, lemma) {
			put(strings.TrimSuffix(form+"_"+particle, "_"))
		}
	}
}

// readTest reads "SLOT" or "SLOT is W W …".
func (s *stateFrame) readTest(unless bool, words []string) bool {
	if len(words) == 0 || len(words) > 1 && words[1] != "is" {
		return false
	}
	s.tests = append(s.tests, stateTest{unless: unless, slot: words[0], words: words[min(2, len(words)):]})
	return true
}

// has reports whether word w is one of the frame's headwords.
func (s *stateFrame) has(t *syntax.Tree, w int) bool {
	if s.noun != (t.UPOS[w] == "NOUN" || t.UPOS[w] == "PROPN") || !s.noun && t.UPOS[w] != "VERB" && t.UPOS[w] != "ADJ" {
		return false
	}
	return isOneOf(t, w, func(form string) bool { return s.words[form] })
}

// isOneOf asks for word w by its form, then by its lemma, with its particle if it has one.
func isOneOf(t *syntax.Tree, w int, in func(string) bool) bool {
	form, lemma := t.Lower(w), strings.ToLower(t.Lemmas[w])
	if p := t.Dependent(w, "compound:prt"); p >= 0 {
		return in(form+"_"+t.Lower(p)) || in(lemma+"_"+t.Lower(p))
	}
	return in(form) || in(lemma)
}

// passes reports whether word w has what the frame's tests ask for.
func (s *stateFrame) passes(r *run, t *syntax.Tree, w int) bool {
	for _, x := range s.tests {
		found := false
		for _, d := range s.slot(t, w, x.slot) {
			found = found || len(x.words) == 0 || slices.ContainsFunc(x.words, func(word string) bool {
				return t.Lower(d) == word || t.Lemmas[d] == word || r.lexicon.Classes.Has(word) && r.lexicon.Classes.Holds(t, d, word)
			})
		}
		if found == x.unless {
			return false
		}
	}
	return true
}

// slot returns the words in a slot of headword w, none if it is empty. "object-of" is what follows "of" at the object.
func (s *stateFrame) slot(t *syntax.Tree, w int, slot string) []int {
	if first, then, ok := strings.Cut(slot, "-"); ok {
		var all []int
		for _, x := range s.slot(t, w, first) {
			all = append(all, beside(t, x, then)...)
		}
		return all
	}
	switch {
	case slot == "subject" && s.noun:
		x, _ := s.holder(t, w)
		return x
	case slot == "subject":
		return doer(t, w)
	case slot == "object" && s.noun:
		return nil
	case slot == "object":
		return undergoer(t, w)
	}
	return beside(t, w, slot)
}

// beside returns the words in a slot that is the same for verbs and nouns.
func beside(t *syntax.Tree, w int, slot string) []int {
	switch slot {
	case "apposed":
		return apposed(t, w)
	case "owner":
		return owners(t, w)
	case "modifier":
		return dependents(t, w, func(d int) bool { return t.Is(d, "amod", "compound") })
	case "compound", "amod", "case":
		return dependents(t, w, func(d int) bool { return t.Is(d, slot) })
	case "poss":
		return dependents(t, w, func(d int) bool { return t.Is(d, "nmod:poss") })
	case "governor":
		if h := t.Head(w); h != syntax.NoHead {
			return []int{h}
		}
		return nil
	}
	if clause, ok := strings.CutSuffix(slot, ":"); ok { // "in:" is a clause, "in condemning"
		return dependents(t, w, func(d int) bool { return t.Is(d, "advcl") && markOf(t, d) == clause })
	}
	return dependents(t, w, func(d int) bool {
		return t.Is(d, "obl", "nmod") && t.Case(d) == slot || t.Is(d, "compound:prt") && t.Lower(d) == slot
	})
}

func markOf(t *syntax.Tree, w int) string {
	if m := t.Dependent(w, "mark"); m >= 0 {
		return t.Lemmas[m]
	}
	return ""
}

func dependents(t *syntax.Tree, w int, want func(int) bool) []int {
	var all []int
	for d := range t.Dependents(w) {
		if want(d) {
			all = append(all, d)
		}
	}
	return all
}

// doer returns who does what verb w tells: the subject, the "by" of a passive, the noun before a participle ("rebel-held").
func doer(t *syntax.Tree, w int) []int {
	if isAttributive(t, w) {
		return dependents(t, w, func(d int) bool { return d < w && t.Is(d, "compound", "obl", "nmod", "amod", "nsubj") })
	}
	if t.IsPassive(w) || t.Is(w, "acl:") && t.XPOS[w] == "VBN" {
		return dependents(t, w, func(d int) bool { return t.Is(d, "obl") && t.Case(d) == "by" })
	}
	if s := subjectOf(t, w); s != w {
		return []int{s}
	}
	return nil
}

// undergoer returns what verb w is done to: the object, the subject of a passive, the noun that a participle describes.
func undergoer(t *syntax.Tree, w int) []int {
	switch {
	case isAttributive(t, w), t.Is(w, "acl:") && t.XPOS[w] == "VBN":
		return []int{t.Head(w)}
	case t.IsPassive(w):
		if s := subjectOf(t, w); s != w {
			return []int{s}
		}
		return nil
	}
	return dependents(t, w, func(d int) bool { return t.Is(d, "obj") })
}

// isAttributive reports whether verb w is a participle before a noun: the "held" of "rebel-held town".
func isAttributive(t *syntax.Tree, w int) bool {
	return t.Is(w, "amod") && t.XPOS[w] == "VBN" && t.Head(w) > w
}

// apposed returns who is named beside noun w: "Turkey, a member of NATO", "NATO member Turkey".
func apposed(t *syntax.Tree, w int) []int {
	if h := t.Head(w); h != syntax.NoHead && t.UPOS[h] == "PROPN" && t.Is(w, "appos", "nmod:desc", "compound", "flat") {
		return []int{h}
	}
	return dependents(t, w, func(d int) bool { return t.Is(d, "appos") && t.UPOS[d] == "PROPN" })
}

// owners returns of whom or what noun w is: "president of Chad", "Chad's president", "the Chad president".
func owners(t *syntax.Tree, w int) []int {
	return dependents(t, w, func(d int) bool {
		return t.Is(d, "nmod") && t.Case(d) == "of" || t.Is(d, "nmod:poss") && t.UPOS[d] != "PRON" || t.Is(d, "compound", "amod", "nmod:desc") && t.UPOS[d] != "VERB"
	})
}

// holder returns of whom noun w is said, and by what: its subject where it is the predicate, or those who the verb above says are, become
// or cease to be it. The phase is holds, begins or ends.
func (s *stateFrame) holder(t *syntax.Tree, w int) ([]int, string) {
	if t.Dependent(w, "cop") >= 0 || t.Case(w) != "" && t.Dependent(w, "nsubj") >= 0 {
		if x := subjectOf(t, w); x != w {
			return []int{x}, "holds"
		}
		return nil, ""
	}
	v := t.Head(w)
	if v == syntax.NoHead || t.UPOS[v] != "VERB" || !t.Is(w, "xcomp") && !(t.Is(w, "obl") && t.Case(w) == "as") && !(t.Is(w, "obj") && t.Lemmas[v] == "become") {
		return nil, ""
	}
	phase := ""
	isOneOf(t, v, func(form string) bool { phase = s.governors[form]; return phase != "" })
	if phase == "" {
		return nil, ""
	}
	if t.Is(w, "xcomp", "obl") { // "elected her president": the object is who becomes it
		if o := t.Dependent(v, "obj"); o >= 0 && o != w && !isReflexive(t, o) {
			return []int{o}, phase
		}
	}
	if x := subjectOf(t, v); x != v {
		return []int{x}, phase
	}
	return nil, ""
}

// isReflexive reports whether word w is "himself" or one of its like; -1 is not.
func isReflexive(t *syntax.Tree, w int) bool {
	return w >= 0 && t.UPOS[w] == "PRON" && (strings.HasSuffix(t.Lower(w), "self") || strings.HasSuffix(t.Lower(w), "selves"))
}
