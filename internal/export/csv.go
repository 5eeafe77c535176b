package export

import (
	"cmp"
	"encoding/csv"
	"fmt"
	"io"
	"strconv"
	"strings"

	"example.org/demarche/record"
)

// columns are the columns of the flat table, in order, and how each is filled for an event.
var columns = []struct {
	name string
	cell func(v *view, e *record.Event) string
}{
	{"article_id", func(v *view, _ *record.Event) string { return string(v.r.Article.ID) }},
	{"source_id", func(v *view, _ *record.Event) string { return string(v.r.Article.SourceID) }},
	{"url", func(v *view, _ *record.Event) string { return string(v.r.Article.URL) }},
	{"title", func(v *view, _ *record.Event) string { return string(v.r.Article.Title) }},
	{"publisher", func(v *view, _ *record.Event) string { return string(v.r.Article.Publisher) }},
	{"published", func(v *view, _ *record.Event) string { return string(v.r.Article.Published) }},
	{"event_id", func(_ *view, e *record.Event) string { return string(e.ID) }},
	{"event_type", func(_ *view, e *record.Event) string { return string(e.Type) }},
	{"mode", func(_ *view, e *record.Event) string { return string(e.Mode) }},
	{"contexts", func(_ *view, e *record.Event) string { return joined(e.Contexts) }},
	{"cameo", func(_ *view, e *record.Event) string { return e.CAMEO }},
	{"quad_class", func(_ *view, e *record.Event) string { return strconv.Itoa(e.QuadClass) }},
	{"goldstein", func(_ *view, e *record.Event) string { return number(e.Goldstein, 1) }},
	{"actors", func(v *view, e *record.Event) string {
		return v.entity(e.Actors, func(n *record.Entity) string { return n.Name })
	}},
	{"actor_codes", func(v *view, e *record.Event) string { return v.entity(e.Actors, code) }},
	{"actor_countries", func(v *view, e *record.Event) string { return v.entity(e.Actors, country) }},
	{"actor_sectors", func(v *view, e *record.Event) string { return v.entity(e.Actors, sector) }},
	{"actor_words", func(v *view, e *record.Event) string { return v.words(e.ActorMentions) }},
	{"recipients", func(v *view, e *record.Event) string {
		return v.entity(e.Recipients, func(n *record.Entity) string { return n.Name })
	}},
	{"recipient_codes", func(v *view, e *record.Event) string { return v.entity(e.Recipients, code) }},
	{"recipient_countries", func(v *view, e *record.Event) string { return v.entity(e.Recipients, country) }},
	{"recipient_sectors", func(v *view, e *record.Event) string { return v.entity(e.Recipients, sector) }},
	{"recipient_words", func(v *view, e *record.Event) string { return v.words(e.RecipientMentions) }},
	{"reciprocal", func(_ *view, e *record.Event) string { return strconv.FormatBool(e.Reciprocal) }},
	{"date_from", func(_ *view, e *record.Event) string {
		return day(e, func(d *record.EventDate) record.Day { return d.From })
	}},
	{"date_to", func(_ *view, e *record.Event) string {
		return day(e, func(d *record.EventDate) record.Day { return d.To })
	}},
	{"date_basis", func(_ *view, e *record.Event) string {
		return day(e, func(d *record.EventDate) record.Day { return record.Day(d.Basis) })
	}},
	{"duration", func(_ *view, e *record.Event) string { return string(e.Duration) }},
	{"place", func(v *view, e *record.Event) string {
		return v.place(e, func(p *record.Place) string { return p.Name })
	}},
	{"place_country", func(v *view, e *record.Event) string {
		return v.place(e, func(p *record.Place) string { return string(p.Country) })
	}},
	{"latitude", func(v *view, e *record.Event) string {
		return v.place(e, func(p *record.Place) string { return number(p.Lat, 4) })
	}},
	{"longitude", func(v *view, e *record.Event) string {
		return v.place(e, func(p *record.Place) string { return number(p.Lon, 4) })
	}},
	{"place_precision", func(v *view, e *record.Event) string {
		return v.place(e, func(p *record.Place) string { return string(p.Precision) })
	}},
	{"place_radius_km", func(v *view, e *record.Event) string {
		return v.place(e, radius)
	}},
	{"counts", counts},
	{"issues", issues},
	{"status", func(_ *view, e *record.Event) string { return string(e.Status) }},
	{"because", func(_ *view, e *record.Event) string { return e.Because }},
	{"of", func(_ *view, e *record.Event) string { return string(e.Of) }},
	{"sources", (*view).sources},
	{"stance", func(_ *view, e *record.Event) string { return string(e.Stance) }},
	{"same_as", func(_ *view, e *record.Event) string { return string(e.SameAs) }},
	{"start", func(_ *view, e *record.Event) string { return trigger(e, func(s record.Span) int { return s.Start }) }},
	{"end", func(_ *view, e *record.Event) string { return trigger(e, func(s record.Span) int { return s.End }) }},
	{"evidence", func(v *view, e *record.Event) string { return v.words(e.Evidence) }},
	{"rule", func(_ *view, e *record.Event) string { return e.Rule }},
	{"confidence", func(_ *view, e *record.Event) string {
		return strconv.FormatFloat(float64(e.Confidence), 'f', 2, 64)
	}},
	{"coder_version", func(v *view, _ *record.Event) string { return v.r.Coder.Version }},
	{"coder_data", func(v *view, _ *record.Event) string { return string(v.r.Coder.Data) }},
}

// Columns are the names of the flat table's columns, in order.
func Columns() []string {
	names := make([]string, len(columns))
	for i, c := range columns {
		names[i] = c.name
	}
	return names
}

// A CSV writes events as the rows of one flat table (RFC 4180, UTF-8, lines end in LF).
type CSV struct{ w *csv.Writer }

// NewCSV returns a writer and writes the header, so that a table without events has one too.
func NewCSV(w io.Writer) (*CSV, error) {
	c := &CSV{csv.NewWriter(w)}
	if err := c.w.Write(Columns()); err != nil {
		return nil, err
	}
	return c, c.flush()
}

// Write writes the events of one record; none, no row.
func (c *CSV) Write(r *record.Record) error {
	v := newView(r)
	row := make([]string, len(columns))
	for i := range r.Events {
		for j := range columns {
			row[j] = columns[j].cell(v, &r.Events[i])
		}
		if err := c.w.Write(row); err != nil {
			return err
		}
	}
	return c.flush()
}

// flush writes what is buffered.
func (c *CSV) flush() error {
	c.w.Flush()
	return c.w.Error()
}

func code(n *record.Entity) string    { return string(n.Code) }
func country(n *record.Entity) string { return string(n.Country) }
func sector(n *record.Entity) string  { return string(n.Sector) }

// radius is how far a place's coordinates can be trusted, "" where it has none.
func radius(p *record.Place) string {
	if p.Lat == nil {
		return ""
	}
	return strconv.FormatFloat(float64(p.RadiusKm), 'f', -1, 64)
}

// issues writes "OIL 2|PIPES 1".
func issues(_ *view, e *record.Event) string {
	var out []string
	for _, x := range e.Issues {
		out = append(out, fmt.Sprintf("%s %d", x.Code, x.Count))
	}
	return strings.Join(out, "|")
}

// counts writes "killed 12", "killed 12+" for at least, "killed 12-" for at most, "killed ~12" for about so many.
func counts(_ *view, e *record.Event) string {
	var out []string
	for _, c := range e.Counts {
		n := cmp.Or(c.Value, c.From, c.To)
		if n == nil {
			out = append(out, string(c.Kind))
			continue
		}
		number := strconv.Itoa(*n)
		switch {
		case c.From == nil && c.To == nil:
			number = "~" + number
		case c.To == nil:
			number += "+"
		case c.From == nil:
			number += "-"
		}
		out = append(out, string(c.Kind)+" "+number)
	}
	return strings.Join(out, "|")
}

// trigger is a bound of the trigger's span, "" for an event without evidence.
func trigger(e *record.Event, f func(record.Span) int) string {
	if len(e.Evidence) == 0 {
		return ""
	}
	return strconv.Itoa(f(e.Evidence[0]))
}

// day is one thing of an event's date, "" where it has none.
func day(e *record.Event, f func(*record.EventDate) record.Day) string {
	if e.Date == nil {
		return ""
	}
	return string(f(e.Date))
}

// number writes a number with so many decimals, "" for nil.
func number[T ~float64](p *T, decimals int) string {
	if p == nil {
		return ""
	}
	s := strconv.FormatFloat(float64(*p), 'f', decimals, 64)
	if strings.Trim(s, "-0.") == "" {
		s = strings.TrimPrefix(s, "-") // no negative nought
	}
	return s
}

// joined is a list in one cell.
func joined[T ~string](list []T) string {
	var out []string
	for _, x := range list {
		out = append(out, string(x))
	}
	return strings.Join(out, "|")
}
