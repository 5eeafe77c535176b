package coder

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"example.org/demarche/internal/event"
	"example.org/demarche/internal/lexicon"
	"example.org/demarche/internal/syntax"
)

// Issues are phrases that tell what a sentence is about, from a file in PETRARCH's format (openeventdata/petrarch2, Phoenix.IssueCoding): "oil [OIL]",
// "n:teacher [TEACHERS]" with the noun's forms, "v:harvest" with the verb's, "land+mine" for "land mine", "land-mine" and "landmine". A phrase
// without a code has its section's, <ISSUE CATEGORY="OIL">. "~olive oil" is no mention of the section's issues; a text with "~~opec" has none of
// that section.
type Issues struct {
	byFirst map[string][]issuePhrase // by the first word, the longest first
}

// An issuePhrase is one phrase of a file.
type issuePhrase struct {
	words    []map[string]bool // for each word the forms that it may have
	code     string            // "" for a phrase that is no mention
	section  int
	discards bool // nothing of its section counts in a text that has it
}

// LoadIssues reads a file. Errors name file and line, and what to do.
func LoadIssues(name, file string, inflect forms) (*Issues, error) {
	x := &Issues{byFirst: map[string][]issuePhrase{}}
	section, category := 0, ""
	for i, line := range strings.Split(file, "\n") {
		line, _, _ = strings.Cut(line, "#")
		line = strings.TrimSpace(line)
		switch {
		case line == "":
		case strings.HasPrefix(line, "</"):
			category = ""
		case line[0] == '<':
			section++
			_, rest, _ := strings.Cut(line, `CATEGORY="`)
			var closed bool
			if category, _, closed = strings.Cut(rest, `"`); !closed || category == "" {
				return nil, &lexicon.SyntaxError{File: name, Line: i + 1, Text: `a section begins with <ISSUE CATEGORY="NAME">`}
			}
		default:
			if err := x.add(line, section, category, inflect); err != nil {
				return nil, &lexicon.SyntaxError{File: name, Line: i + 1, Text: err.Error()}
			}
		}
	}
	for _, all := range x.byFirst {
		slices.SortStableFunc(all, func(a, b issuePhrase) int { return cmp.Compare(len(b.words), len(a.words)) })
	}
	return x, nil
}

// add reads one phrase.
func (x *Issues) add(line string, section int, category string, inflect forms) error {
	p := issuePhrase{section: section, code: category}
	if words, rest, coded := strings.Cut(line, "["); coded {
		code, _, closed := strings.Cut(rest, "]")
		if p.code = strings.TrimSpace(code); !closed || p.code == "" {
			return fmt.Errorf(`%q: a code is written behind the phrase as [OIL]`, line)
		}
		line = strings.TrimSpace(words)
	}
	rest, discards := strings.CutPrefix(line, "~~")
	rest, negative := strings.CutPrefix(rest, "~")
	if p.discards = discards; discards || negative {
		p.code = ""
	} else if p.code == "" {
		return fmt.Errorf(`%q has no code, and stands in no section that gives one; write it behind the phrase as [OIL]`, line)
	}
	phrases := [][]map[string]bool{nil}
	for _, w := range strings.Fields(strings.ToLower(rest)) {
		phrases = withWord(phrases, w, inflect)
	}
	if len(phrases[0]) == 0 {
		return fmt.Errorf("there is no phrase before the code")
	}
	for _, words := range phrases {
		p.words = words
		for first := range words[0] {
			x.byFirst[first] = append(x.byFirst[first], p)
		}
	}
	return nil
}

// withWord adds a word to phrases; one with "+" in it in its three ways of writing.
func withWord(phrases [][]map[string]bool, w string, inflect forms) [][]map[string]bool {
	first, second, joined := strings.Cut(w, "+")
	if !joined || second == "" {
		return extended(phrases, issueForms(strings.TrimSuffix(w, "+"), inflect))
	}
	hyphen := map[string]bool{"-": true}
	a, b := issueForms(first, inflect), issueForms(second, inflect)
	together := map[string]bool{}
	for x := range a {
		for y := range b {
			together[x+y], together[x+"-"+y] = true, true
		}
	}
	return slices.Concat(extended(phrases, a, b), extended(phrases, a, hyphen, b), extended(phrases, together))
}

// extended is each phrase with further words.
func extended(phrases [][]map[string]bool, words ...map[string]bool) [][]map[string]bool {
	var all [][]map[string]bool
	for _, p := range phrases {
		all = append(all, append(slices.Clip(slices.Clone(p)), words...))
	}
	return all
}

// issueForms are the forms of "n:teacher", "v:harvest", or a word as it is.
func issueForms(w string, inflect forms) map[string]bool {
	set := map[string]bool{}
	switch {
	case strings.HasPrefix(w, "n:"):
		for _, f := range inflect(lexicon.Noun, w[2:]) {
			set[f] = true
		}
	case strings.HasPrefix(w, "v:"):
		for _, f := range inflect(lexicon.Verb, w[2:]) {
			set[f] = true
		}
	default:
		set[w] = true
	}
	return set
}

// Set counts the issues of each event's sentence, and sets them.
func (x *Issues) Set(trees []*syntax.Tree, events []*event.Event) {
	found := make([][]event.Issue, len(trees))
	discarded := map[int]bool{}
	for _, t := range trees {
		x.each(t, func(p *issuePhrase) {
			discarded[p.section] = discarded[p.section] || p.discards
		})
	}
	for i, t := range trees {
		x.each(t, func(p *issuePhrase) {
			if p.code != "" && !discarded[p.section] {
				found[i] = counted(found[i], p.code)
			}
		})
	}
	for _, e := range events {
		e.Issues = found[e.Trigger.Sentence]
	}
}

// counted adds one to an issue's count. Issues stand in order of their codes.
func counted(all []event.Issue, code string) []event.Issue {
	i, ok := slices.BinarySearchFunc(all, code, func(x event.Issue, c string) int { return strings.Compare(x.Code, c) })
	if !ok {
		all = slices.Insert(all, i, event.Issue{Code: code})
	}
	all[i].Count++
	return all
}

// each hands on the phrases of a sentence, the longest at each word; what they cover begins no other.
func (x *Issues) each(t *syntax.Tree, use func(p *issuePhrase)) {
	for i := 0; i < t.Len(); {
		step := 1
		for k := range x.byFirst[t.Lower(i)] {
			if p := &x.byFirst[t.Lower(i)][k]; p.at(t, i) {
				use(p)
				step = len(p.words)
				break
			}
		}
		i += step
	}
}

// at reports whether the phrase stands at word i.
func (p *issuePhrase) at(t *syntax.Tree, i int) bool {
	for k, forms := range p.words {
		if i+k >= t.Len() || !forms[t.Lower(i+k)] {
			return false
		}
	}
	return true
}
