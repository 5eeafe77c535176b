package export

import (
	"strings"

	"example.org/demarche/record"
)

// A view finds what a record's ids point at.
type view struct {
	r            *record.Record
	entities     map[record.ID]*record.Entity
	places       map[record.ID]*record.Place
	attributions map[record.ID]*record.Attribution
}

func newView(r *record.Record) *view {
	v := &view{r: r, entities: map[record.ID]*record.Entity{}, places: map[record.ID]*record.Place{}, attributions: map[record.ID]*record.Attribution{}}
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
		out = append(out, strings.Join(strings.Fields(s.Cut(v.r.Article.Text)), " "))
	}
	return strings.Join(out, "|")
}

// sources writes who tells of an event, the innermost last.
func (v *view) sources(e *record.Event) string {
	var out []string
	for _, id := range e.Attributions {
		if a := v.attributions[id]; a != nil && a.Source != nil {
			out = append(out, strings.Join(strings.Fields(a.Source.Text), " "))
		}
	}
	return strings.Join(out, "|")
}
