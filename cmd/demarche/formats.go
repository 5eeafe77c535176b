package main

import (
	"cmp"
	"fmt"
	"io"
	"strings"

	"example.org/demarche/internal/export"
	"example.org/demarche/record"
)

// A recordWriter writes records in some format, each whole or not at all.
type recordWriter interface{ Write(*record.Record) error }

// recordWriters make the writers of the formats of code.
var recordWriters = map[string]func(io.Writer) (recordWriter, error){
	"jsonl": func(w io.Writer) (recordWriter, error) { return jsonLines{w}, nil },
	"csv":   func(w io.Writer) (recordWriter, error) { return export.NewCSV(w) },
	"table": func(w io.Writer) (recordWriter, error) { return &eventTable{w: w}, nil },
}

// jsonLines writes one JSON object a line.
type jsonLines struct{ w io.Writer }

func (j jsonLines) Write(r *record.Record) error { return record.Write(j.w, *r) }

// An eventTable writes one line an event, in columns of fixed width, for reading on a terminal.
type eventTable struct {
	w      io.Writer
	header bool
}

const tableRow = "%-10s  %-9s  %-4s  %-32s  %-32s  %-23s  %-12s  %s\n"

func (t *eventTable) Write(r *record.Record) error {
	var b strings.Builder
	if !t.header {
		fmt.Fprintf(&b, tableRow, "ARTICLE", "TYPE", "CAM.", "ACTORS", "RECIPIENTS", "DATE", "STATUS", "PLACE")
		t.header = true
	}
	entities := byID(r.Entities, func(e *record.Entity) record.ID { return e.ID })
	places := byID(r.Places, func(p *record.Place) record.ID { return p.ID })
	names := func(ids []record.ID) string {
		var out []string
		for _, id := range ids {
			out = append(out, squeeze(entities[id].Name))
		}
		return cut(strings.Join(out, ", "), 32)
	}
	for i := range r.Events {
		e := &r.Events[i]
		place := ""
		if p := places[e.Place]; p != nil {
			place = squeeze(p.Name)
		}
		fmt.Fprintf(&b, tableRow, cut(squeeze(cmp.Or(string(r.Article.SourceID), string(r.Article.ID))), 10), cmp.Or(string(e.Type), "-"), e.CAMEO,
			names(e.Actors), names(e.Recipients), cut(dates(e.Date), 23), e.Status, place)
	}
	_, err := io.WriteString(t.w, b.String())
	return err
}

// dates is an interval in few characters.
func dates(d *record.EventDate) string {
	switch {
	case d == nil:
		return "-"
	case d.From == d.To:
		return string(d.From)
	}
	return string(d.From) + ".." + string(d.To)
}

// cut is s on at most n columns.
func cut(s string, n int) string {
	r := []rune(s)
	if len(r) <= n {
		return s
	}
	return string(r[:n-1]) + "…"
}
