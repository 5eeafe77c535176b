package export

import (
	"strings"

	"example.org/demarche/record"
)

// A view finds what a record's ids point at.
type view struct {
	r            *record.Record
	text         []rune // of the article
	entities     map[record.ID]*record.Entity
	places       map[record.ID]*record.Place
	attributions map[record.ID]*record.Attribution
}

func newView(r *record.Record) *view {
	v := &view{r: r, text: []rune(r.Article.Text), entities: map[record.ID]*record.Entity{}, places: map[record.ID]*record.Place{}, attributions: map[record.ID]*record.Attribution{}}
	for i := range r.Entities {
		v.entities[r.Entities[i].ID] = &r.Entities[i]
	}
	for i := range r.Places {
		v.places[r.Places[i].ID] = &r.Places[i]
	}
	for i := range r.Attributions {
		v.attributions[r.Attributions[i].ID] = &r.Attributions[i]
	}
	return v
}

// entity writes one thing of each entity, parted by "|".
func (v *view) entity(ids []record.ID, f func(*record.Entity) string) string {
	var out []string
	for _, id := range ids {
		if n := v.entities[id]; n != nil {
			out = append(out, f(n))
		}
	}
	return strings.Join(out, "|")
}

// place writes one thing of the event's place.
func (v *view) place(e *record.Event, f func(*record.Place) string) string {
	if p := v.places[e.Place]; p != nil {
		return f(p)
	}
	return ""
}

// words writes the words of spans.
func (v *view) words(spans []record.Span) string {
	var out []string
	for _, s := range spans {
		out = append(out, oneLine(v.cut(s)))
	}
	return strings.Join(out, "|")
}

// cut is what a span covers, "" where it does not lie in the text.
func (v *view) cut(s record.Span) string {
	if s.Start < 0 || s.End < s.Start || s.End > len(v.text) {
		return ""
	}
	return string(v.text[s.Start:s.End])
}

// oneLine is text with each stretch of white space as one space.
func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// sources writes who tells of an event, the innermost last.
func (v *view) sources(e *record.Event) string {
	var out []string
	for _, id := range e.Attributions {
		if a := v.attributions[id]; a != nil && a.Source != nil {
			out = append(out, oneLine(a.Source.Text))
		}
	}
	return strings.Join(out, "|")
}
