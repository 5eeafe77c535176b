package demarche

import (
	"io/fs"
	"path"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"

	"example.org/demarche/data"
	"example.org/demarche/internal/pipeline"
)

// A Rule is what stands behind a fact of a record: a place in what the program knows, and what is written there.
type Rule struct {
	File string // below data/: "lexicon/consult.txt"; "own/NAME" for a file of the user's own, wherever that lies
	Line int    // the line that the record names, from 1; 0 for a model
	Text string // the entry as its file has it, with its examples; of a model, what its card says that it is and learned from
}

// Rule returns what a rule stands for, as records name it: "consult.txt:3 meet", "weekday.txt:13", "same.txt talks", "choice.dmm ASSAULT
// 0.71, COERCE 0.12". It reports false where there is no such entry or model, as for the rule "language" of a note.
func (c *Coder) Rule(name string) (Rule, bool) { return c.rules().find(name) }

// ruleFolders are the folders of data/ whose entries records name, without the folder: no two of these have a file of one name.
var ruleFolders = []string{"lexicon", "cues", "status", "dates"}

// ownFolder stands before the names of the user's own files.
const ownFolder = "own/"

// A rulebook finds what rules stand for.
type rulebook struct {
	files  map[string][]*ruleFile // by name in rules, the user's own first
	models map[string]Rule        // by name in rules: "choice.dmm"
}

// newRulebook reads the entries in the program and those of the user's own. Where models come from a file of the user's, the cards in the
// program do not speak of them.
func newRulebook(own *pipeline.OwnLexicon, model string) *rulebook {
	b := &rulebook{files: map[string][]*ruleFile{}, models: map[string]Rule{}}
	for _, f := range own.Files {
		base := filepath.Base(f.Name)
		name := base
		if !own.Alone {
			name = ownFolder + base
		}
		b.files[name] = append(b.files[name], newRuleFile(ownFolder+base, f.Text))
	}
	for _, folder := range ruleFolders {
		for file, text := range texts(data.Text, folder+"/*.txt") {
			b.files[path.Base(file)] = append(b.files[path.Base(file)], newRuleFile(file, text))
		}
	}
	for _, text := range texts(data.Cards, "models/*.md") {
		name, r := ruleOfCard(text)
		if model != "" {
			part := strings.TrimSuffix(name, path.Ext(name))
			r = Rule{File: ownFolder + filepath.Base(model), Text: "the part " + part + " of models of the user's own"}
		}
		b.models[name] = r
	}
	return b
}

// texts are the files of a pattern, in order of name.
func texts(fsys fs.FS, pattern string) func(yield func(name, text string) bool) {
	return func(yield func(name, text string) bool) {
		names, _ := fs.Glob(fsys, pattern) // the pattern is good
		for _, name := range names {
			text, err := fs.ReadFile(fsys, name)
			if err == nil && !yield(name, string(text)) {
				return
			}
		}
	}
}

// ruleName is how records name an entry: file, line, and mostly a headword.
var ruleName = regexp.MustCompile(`^(.+?):(\d+)(?: (.*))?$`)

// find returns what a rule stands for.
func (b *rulebook) find(rule string) (Rule, bool) {
	if m := ruleName.FindStringSubmatch(rule); m != nil {
		line, _ := strconv.Atoi(m[2]) // what is too large for an int is no line
		r := b.at(m[1], line, m[3])
		return r, r.File != ""
	}
	name, word, _ := strings.Cut(rule, " ")
	if r, ok := b.models[name]; ok {
		return r, true
	}
	for _, f := range b.files[name] {
		return f.rule(f.lineOf(word)), true
	}
	return Rule{}, false
}

// at returns the entry at a line of the files of a name. A lexicon that is used alone may have a file called as one of ours for other knowledge:
// the headword tells which is meant, and that there is none, for rules of dates have none.
func (b *rulebook) at(name string, line int, head string) (r Rule) {
	for _, f := range b.files[name] {
		x := f.rule(line)
		meant := strings.Contains(x.Text, strings.ReplaceAll(head, " ", "_"))
		if head == "" {
			meant = f.list
		}
		if meant && x.Text != "" {
			return x
		}
		if r.File == "" && x.Text != "" {
			r = x
		}
	}
	return r
}

// ruleOfCard reads the head of a model's card: its title, which begins with the file's name, and its first table.
func ruleOfCard(card string) (name string, r Rule) {
	var lines []string
	for line := range strings.Lines(card) {
		line = strings.TrimSpace(strings.ReplaceAll(line, "`", ""))
		cells, isRow := strings.CutPrefix(line, "|")
		switch key, value, _ := strings.Cut(cells, "|"); {
		case strings.HasPrefix(line, "# "):
			name, _, _ = strings.Cut(line[2:], ":")
			lines = append(lines, line[2:])
		case isRow && strings.Trim(cells, "-| ") != "":
			lines = append(lines, strings.TrimSpace(key)+": "+strings.Trim(value, "| "))
		case !isRow && line != "" && len(lines) < 2:
			lines = append(lines, line)
		case !isRow && len(lines) > 2:
			return name, Rule{File: "models/" + name, Text: strings.Join(lines, "\n")}
		}
	}
	return name, Rule{File: "models/" + name, Text: strings.Join(lines, "\n")}
}
