package score

import (
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
)

// A MentionReport compares the mentions that were found with those of gold: right is what has the same first and last character
// and, where kinds are asked for, the same kind.
type MentionReport struct {
	Documents int // in gold
	Missing   int // of these, not found
	OtherText int // of these, found with another text, and read as empty
	Rows      []MentionRow
}

// A MentionRow is one figure of a MentionReport.
type MentionRow struct {
	Name string
	Figure
}

// namesCompared are the kinds of names, in the order of the table.
var namesCompared = []string{"PER", "ORG", "LOC"}

// Names compares the names of persons, organisations and places of two layers that tags told.
func Names(gold, found *Layer) MentionReport {
	var r MentionReport
	all, by := Figure{}, map[string]Figure{}
	r.each(gold, found, func(g, f []mention) {
		for _, kind := range namesCompared {
			of := func(m mention) bool { return m.kind == kind }
			figure := agreement(g, f, of, asTold)
			sum := by[kind]
			sum.add(figure)
			by[kind] = sum
			all.add(figure)
		}
	})
	r.Rows = []MentionRow{{"all", all}}
	for _, kind := range namesCompared {
		r.Rows = append(r.Rows, MentionRow{kind, by[kind]})
	}
	return r
}

// Entities compares the phrases that were found with all mentions of gold: by their spans alone, with their kinds, those that have
// proper names, and kind by kind. A kind that gold does not have is never right.
func Entities(gold, found *Layer) MentionReport {
	var r MentionReport
	every := func(mention) bool { return true }
	named := func(m mention) bool { return m.named }
	rows := []struct {
		name     string
		of       func(mention) bool
		identity func(mention) mention
	}{
		{"mentions, spans alone", every, spanAlone}, {"mentions, with kind", every, asTold},
		{"names, spans alone", named, spanAlone}, {"names, with kind", named, asTold},
	}
	for _, kind := range kindsOf(gold) {
		rows = append(rows, rows[0])
		rows[len(rows)-1].name, rows[len(rows)-1].identity = kind, asTold
		rows[len(rows)-1].of = func(m mention) bool { return m.kind == kind }
	}
	for _, row := range rows {
		r.Rows = append(r.Rows, MentionRow{Name: row.name})
	}
	r.each(gold, found, func(g, f []mention) {
		for i, row := range rows {
			r.Rows[i].add(agreement(g, f, row.of, row.identity))
		}
	})
	return r
}

// kindsOf are the kinds that a layer has, by name.
func kindsOf(l *Layer) []string {
	seen := map[string]bool{}
	for _, d := range l.documents {
		for _, m := range d.mentions {
			seen[m.kind] = true
		}
	}
	return slices.Sorted(maps.Keys(seen))
}

// asTold is what makes two mentions the same where kinds are asked for, spanAlone where they are not.
func asTold(m mention) mention    { return mention{stretch: m.stretch, kind: m.kind} }
func spanAlone(m mention) mention { return mention{stretch: m.stretch} }

// agreement counts the mentions of some sort in gold, in what was found, and in both; each once.
func agreement(gold, found []mention, of func(mention) bool, identity func(mention) mention) Figure {
	set := func(list []mention) map[mention]bool {
		s := map[mention]bool{}
		for _, m := range list {
			if of(m) {
				s[identity(m)] = true
			}
		}
		return s
	}
	g, f := set(gold), set(found)
	figure := Figure{Found: len(f), Gold: len(g)}
	for m := range f {
		if g[m] {
			figure.Correct++
		}
	}
	return figure
}

// each hands the mentions of every document of gold to count, with those found in it.
func (r *MentionReport) each(gold, found *Layer, count func(gold, found []mention)) {
	r.Documents = len(gold.documents)
	for _, g := range gold.documents {
		var mentions []mention
		switch f := found.byID[g.id]; {
		case f == nil:
			r.Missing++
		case f.chars.String() != g.chars.String():
			r.OtherText++
		default:
			mentions = f.mentions
		}
		count(g.mentions, mentions)
	}
}

// Write prints the report as a table.
func (r MentionReport) Write(w io.Writer) error {
	var b strings.Builder
	fmt.Fprintf(&b, "documents %d, missing %d, with another text %d\n\n", r.Documents, r.Missing, r.OtherText)
	heading(&b, "")
	for _, x := range r.Rows {
		row(&b, x.Name, x.Figure)
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// MarshalJSON writes the figures by their names.
func (r MentionReport) MarshalJSON() ([]byte, error) {
	scores := map[string]Figure{}
	for _, x := range r.Rows {
		scores[x.Name] = x.Figure
	}
	return json.Marshal(struct {
		Documents int               `json:"documents"`
		Missing   int               `json:"missing"`
		OtherText int               `json:"other_text"`
		Scores    map[string]Figure `json:"scores"`
	}{r.Documents, r.Missing, r.OtherText, scores})
}
