package score

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"

	"example.org/demarche/record"
)

// A Report holds the figures of a comparison.
type Report struct {
	Articles int // in gold
	Missing  int // of these, without a found record
	Unknown  int // found records of other articles
	ByType   map[record.EventType]Figure
	Events   Figure // all types together
	AnyType  Figure // events matched without regard to their types
	Fields   Fields
	Told     Attributions
}

// Events compares found records with gold, article by article.
func Events(gold, found []record.Record) Report {
	r := Report{Articles: len(gold), ByType: map[record.EventType]Figure{}}
	by := map[record.Hash]record.Record{}
	for _, f := range found {
		by[f.Article.ID] = f
	}
	known := map[record.Hash]bool{}
	for _, g := range gold {
		known[g.Article.ID] = true
		f, ok := by[g.Article.ID]
		if !ok {
			r.Missing++
		}
		r.article(newScene(g, f))
	}
	for id := range by {
		if !known[id] {
			r.Unknown++
		}
	}
	return r
}

// article counts one article.
func (r *Report) article(s scene) {
	gold, found := clausesOf(s.page, s.gold), clausesOf(s.page, s.found)
	matched := match(gold, found, true)
	for _, m := range matched {
		r.count(gold[m.gold].Type, Figure{Correct: 1})
		r.Fields.compare(gold[m.gold], found[m.found], s)
	}
	for _, g := range gold {
		r.count(g.Type, Figure{Gold: 1})
	}
	for _, f := range found {
		r.count(f.Type, Figure{Found: 1})
	}
	blind := match(gold, found, false)
	r.AnyType.add(Figure{len(blind), len(found), len(gold)})
	for _, m := range blind {
		if real(found[m.found].Status) {
			r.Fields.FalseOccurrence.count(!real(gold[m.gold].Status))
		}
	}
	r.Told.compare(s.page, statementsOf(s.page, s.gold), statementsOf(s.page, s.found))
}

// count adds a figure to a type's and to the sum.
func (r *Report) count(t record.EventType, f Figure) {
	sum := r.ByType[t]
	sum.add(f)
	r.ByType[t] = sum
	r.Events.add(f)
}

// MacroF1 is the mean F1 of the types that gold has, in percent.
func (r Report) MacroF1() float64 { return macroF1(r.ByType) }

// macroF1 is the mean F1 of the types that gold has, in percent.
func macroF1(by map[record.EventType]Figure) float64 {
	sum, n := 0.0, 0
	for _, t := range types {
		if f := by[t]; f.Gold > 0 {
			sum, n = sum+f.F1(), n+1
		}
	}
	return sum / float64(max(n, 1))
}

// typesSeen is the types that gold or found have: PLOVER's in its order, then any others by name.
func typesSeen(by map[record.EventType]Figure) []record.EventType {
	var known, others []record.EventType
	for _, t := range types {
		if _, ok := by[t]; ok {
			known = append(known, t)
		}
	}
	for t := range by {
		if !slices.Contains(types, t) {
			others = append(others, t)
		}
	}
	slices.SortFunc(others, func(a, b record.EventType) int { return cmp.Compare(a, b) })
	return append(known, others...)
}

// Write prints the report as tables.
func (r Report) Write(w io.Writer) error {
	var b strings.Builder
	fmt.Fprintf(&b, "articles %d, without a record %d, records of other articles %d\n\n", r.Articles, r.Missing, r.Unknown)
	r.writeEvents(&b)
	r.Fields.write(&b)
	r.Told.write(&b)
	_, err := io.WriteString(w, b.String())
	return err
}

// writeEvents prints the figures of the types.
func (r Report) writeEvents(w io.Writer) {
	heading(w, "events")
	for _, t := range typesSeen(r.ByType) {
		row(w, cmp.Or(string(t), "(no type)"), r.ByType[t])
	}
	row(w, "all", r.Events)
	fmt.Fprintf(w, "%-26s %45.2f\n", "mean of the types in gold", r.MacroF1())
	row(w, "whatever the type", r.AnyType)
}

// write prints how the fields of matched events agree.
func (f Fields) write(w io.Writer) {
	fmt.Fprintf(w, "\n%-26s %6s         %7s\n", "of the matched events", "right", "%")
	for _, s := range []struct {
		name string
		Share
	}{
		{"status", f.Status}, {"CAMEO code", f.CAMEO}, {"CAMEO root", f.Root}, {"mode", f.Mode},
		{"actors, same entities", f.Actors}, {"actors, shared words", f.ActorWords},
		{"recipients, same entities", f.Recipients}, {"recipients, shared words", f.RecipientWords},
		{"date", f.Date}, {"place", f.Place}, {"article's own voice", f.Voice},
	} {
		row(w, s.name, s.Share)
	}
	fmt.Fprintf(w, "\n%-26s %s\n\n", "false occurrences", f.FalseOccurrence)
}

// write prints the figures of attributions.
func (t Attributions) write(w io.Writer) {
	heading(w, "attributions")
	t.writeRoles(w)
	fmt.Fprintf(w, "\n%-26s %6s         %7s\n", "of the linked", "right", "%")
	row(w, "source exact, cue given", t.Source)
	row(w, "stance", t.Stance)
	row(w, "type", t.Type)
	row(w, "quotation", t.Quote)
	row(w, "nesting", t.Nested)
}

// writeRoles prints the figures of sources, cues and contents, and of attributions as wholes.
func (t Attributions) writeRoles(w io.Writer) {
	for r := range roles {
		row(w, roleNames[r]+", exact", t.Exact[r])
	}
	for r := range roles {
		row(w, roleNames[r]+", words", t.Words[r])
	}
	row(w, "linked, relaxed", t.Relaxed)
	row(w, "linked, exact", t.Full)
}

// heading prints the head of a table of figures.
func heading(w io.Writer, name string) {
	fmt.Fprintf(w, "%-26s %6s %6s %8s %7s %7s %7s\n", name, "gold", "found", "correct", "P", "R", "F1")
}

// row prints a named figure.
func row(w io.Writer, name string, figure fmt.Stringer) { fmt.Fprintf(w, "%-26s %s\n", name, figure) }
