package score

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"
)

// Arguments are the words that fill the arguments of a predicate, by PropBank's names.
type Arguments = map[string]int

// An ArgumentReport compares the words that were found to fill arguments with those of gold: right is the word that heads gold's
// argument of the same role of the same predicate.
type ArgumentReport struct {
	Sentences  int
	Predicates int
	Rows       []ArgumentRow
}

// An ArgumentRow is one figure of an ArgumentReport.
type ArgumentRow struct {
	Name string
	Figure
}

// numbered are the arguments that are summed up, modifying those that are told beside them.
var (
	numbered  = []string{"ARG0", "ARG1", "ARG2"}
	modifying = []string{"ARGM-LOC", "ARGM-TMP"}
)

// kindNames are the kinds of predicates that are told, and their names.
var kindNames = [][2]string{{"v", "of verbs"}, {"n", "of nouns"}, {"j", "of adjectives"}}

// CompareArguments compares; found has, for each sentence of gold, what was found for each of its predicates, in the same order.
func CompareArguments(gold []Argued, found [][]Arguments) ArgumentReport {
	r := ArgumentReport{Sentences: len(gold)}
	byRole, byKind := map[string]*Figure{}, map[string]*Figure{}
	for _, name := range append(numbered, modifying...) {
		byRole[name] = &Figure{}
	}
	for _, kind := range kindNames {
		byKind[kind[0]] = &Figure{}
	}
	for i, s := range gold {
		r.Predicates += len(s.Predicates)
		for k, want := range s.arguments {
			for role, figure := range byRole {
				w, inGold := want[role]
				f, isFound := found[i][k][role]
				var one Figure
				one.count(inGold, isFound, w == f)
				figure.add(one)
				if of := byKind[s.kinds[k]]; of != nil && !strings.HasPrefix(role, "ARGM") {
					of.add(one)
				}
			}
		}
	}
	var all Figure
	for _, name := range numbered {
		all.add(*byRole[name])
	}
	r.Rows = []ArgumentRow{{"ARG0, ARG1, ARG2", all}}
	for _, kind := range kindNames {
		r.Rows = append(r.Rows, ArgumentRow{kind[1], *byKind[kind[0]]})
	}
	for _, name := range append(numbered, modifying...) {
		r.Rows = append(r.Rows, ArgumentRow{name, *byRole[name]})
	}
	return r
}

// Write prints the report as a table.
func (r ArgumentReport) Write(w io.Writer) error {
	var b strings.Builder
	fmt.Fprintf(&b, "sentences %d, predicates %d\n\n", r.Sentences, r.Predicates)
	heading(&b, "")
	for _, x := range r.Rows {
		row(&b, x.Name, x.Figure)
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// MarshalJSON writes the figures by their names.
func (r ArgumentReport) MarshalJSON() ([]byte, error) {
	scores := map[string]Figure{}
	for _, x := range r.Rows {
		scores[x.Name] = x.Figure
	}
	return json.Marshal(struct {
		Sentences  int               `json:"sentences"`
		Predicates int               `json:"predicates"`
		Scores     map[string]Figure `json:"scores"`
	}{r.Sentences, r.Predicates, scores})
}
