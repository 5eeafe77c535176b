package dates

import (
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"example.org/demarche/internal/lexicon"
)

// Knowledge is the words and rules of data/dates.
type Knowledge struct {
	words map[string][]meaning // by word in lower case
	rules []rule
	// The rules that can begin with a literal word, and with a class.
	byWord, byClass map[string][]*rule
}

// A meaning is the class of a word and what it stands for there.
type meaning struct{ class, value string }

// A rule is one line of the rule files.
type rule struct {
	file    string
	line    int
	order   int // among all rules
	read    action
	arg     string // what stands after the action and a colon
	pattern []element
}

// name is how records name the rule.
func (r *rule) name() string { return fmt.Sprintf("%s:%d", r.file, r.line) }

// An element is one place of a pattern: words, or a class.
type element struct {
	words    []string // nil for a class
	class    string
	optional bool
}

// builtin are the classes that are told by a word's form; NUMBER stands in words.txt too.
var builtin = []string{"DAYNUM", "YEAR", "DECADE", "TWO", "NUMBER", "CLOCK", "ISODATE", "AMPM", "PLURAL"}

// Load reads data/dates.
func Load(fsys fs.FS) (*Knowledge, error) {
	k := &Knowledge{words: map[string][]meaning{}, byWord: map[string][]*rule{}, byClass: map[string][]*rule{}}
	files, err := fs.Glob(fsys, "*.txt")
	if err != nil {
		return nil, err
	}
	slices.Sort(files)
	classes := slices.Clone(builtin)
	for _, load := range []func(lexicon.Block) error{
		func(b lexicon.Block) error { return k.addWords(b, &classes) },
		func(b lexicon.Block) error { return k.addRules(b, classes) },
	} {
		for _, name := range files {
			if err := lexicon.EachBlock(fsys, name, load); err != nil {
				return nil, err
			}
		}
	}
	for i := range k.rules {
		k.index(&k.rules[i])
	}
	return k, nil
}

// addWords takes in a block of words.txt: "WEEKDAY monday=1 …".
func (k *Knowledge) addWords(b lexicon.Block, classes *[]string) error {
	if b.File != "words.txt" {
		return nil
	}
	for _, l := range b.Lines {
		*classes = append(*classes, l.Key)
		for _, w := range strings.Fields(l.Value) {
			word, value, ok := strings.Cut(w, "=")
			if !ok {
				return &lexicon.SyntaxError{File: b.File, Line: l.Number, Text: fmt.Sprintf("%q has no value; write word=value", w)}
			}
			k.words[word] = append(k.words[word], meaning{l.Key, value})
		}
	}
	return nil
}

// addRules takes in a block of a rule file.
func (k *Knowledge) addRules(b lexicon.Block, classes []string) error {
	if b.File == "words.txt" {
		return nil
	}
	for _, l := range b.Lines {
		if l.Key == "+" {
			continue
		}
		r, err := parseRule(l, classes)
		if err != nil {
			return &lexicon.SyntaxError{File: b.File, Line: l.Number, Text: err.Error()}
		}
		r.file, r.line, r.order = b.File, l.Number, len(k.rules)
		k.rules = append(k.rules, r)
	}
	return nil
}

// parseRule reads a line "action:arg pattern".
func parseRule(l lexicon.Line, classes []string) (r rule, err error) {
	name, arg, _ := strings.Cut(l.Key, ":")
	r.arg, r.read = arg, actions[name]
	if r.read == nil {
		return r, fmt.Errorf("unknown action %q; README.md lists them", name)
	}
	for _, f := range strings.Fields(l.Value) {
		e, err := parseElement(f, classes)
		if err != nil {
			return r, err
		}
		r.pattern = append(r.pattern, e)
	}
	return r, nil
}

// index notes with what a rule can begin: a pattern's first place, and those behind it that can stand first.
func (k *Knowledge) index(r *rule) {
	for _, e := range r.pattern {
		if e.class != "" {
			k.byClass[e.class] = append(k.byClass[e.class], r)
		}
		for _, w := range e.words {
			k.byWord[w] = append(k.byWord[w], r)
		}
		if !e.optional {
			return
		}
	}
}

// parseElement reads one place of a pattern.
func parseElement(s string, classes []string) (element, error) {
	var e element
	if len(s) > 1 {
		s, e.optional = strings.CutSuffix(s, "?")
	}
	if strings.ToUpper(s) != s || strings.ToLower(s) == s {
		e.words = strings.Split(s, "|")
		return e, nil
	}
	if !slices.Contains(classes, s) {
		return e, fmt.Errorf("unknown class %q; words.txt and README.md name them", s)
	}
	e.class = s
	return e, nil
}
