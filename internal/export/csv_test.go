package export_test

import (
	"encoding/csv"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"example.org/demarche/internal/export"
	"example.org/demarche/record"
	"example.org/demarche/record/recordtest"
)

// TestColumnsAreDocumented holds docs/csv.md to the columns, in both directions.
func TestColumnsAreDocumented(t *testing.T) {
	doc, err := os.ReadFile("../../docs/csv.md")
	if err != nil {
		t.Fatal(err)
	}
	var documented []string
	for line := range strings.Lines(string(doc)) {
		if cells := strings.Split(line, "|"); len(cells) > 2 {
			for _, m := range regexp.MustCompile("`([a-z_]+)`").FindAllStringSubmatch(cells[1], -1) {
				documented = append(documented, m[1])
			}
		}
	}
	for _, c := range export.Columns() {
		if !slices.Contains(documented, c) {
			t.Errorf("column %s is not in docs/csv.md", c)
		}
	}
	for _, c := range documented {
		if !slices.Contains(export.Columns(), c) {
			t.Errorf("docs/csv.md describes %s, which is no column", c)
		}
	}
}

// TestCSVWritesARowForEachEvent reads back the row of the sample's event; cells that are not named here are empty.
func TestCSVWritesARowForEachEvent(t *testing.T) {
	r := recordtest.Sample()
	want := map[string]string{
		"article_id": string(r.Article.ID), "title": "Bridge", "published": "1993-02-02", "event_id": "e1", "event_type": "MOBILIZE", "mode": "police",
		"contexts": "military", "cameo": "154", "quad_class": "4", "goldstein": "-7.2", "actors": "Police", "actor_codes": "HRVCOP",
		"actor_countries": "HRV", "actor_sectors": "COP", "actor_words": "police & army", "reciprocal": "false", "date_to": "1993-02-01",
		"date_basis": "tense", "place": "a bridge", "latitude": "46.5341", "longitude": "0.0000", "place_precision": "area", "place_radius_km": "20",
		"counts": "killed 12+", "status": "ongoing", "because": "told as going on", "sources": "a minister", "stance": "reported", "start": "58", "end": "62",
		"evidence": "hold", "rule": "mobilize.txt:7 hold", "confidence": "0.50", "coder_version": "0.1.0", "coder_data": string(r.Coder.Data),
	}
	rows := table(t, r)
	if len(rows) != 2 {
		t.Fatalf("%d rows for a header and one event", len(rows))
	}
	for i, name := range rows[0] {
		if rows[1][i] != want[name] {
			t.Errorf("%s is %q, want %q", name, rows[1][i], want[name])
		}
	}
}

// TestCSVWithoutEventsHasAHeader, and so has one without records.
func TestCSVWithoutEventsHasAHeader(t *testing.T) {
	quiet := recordtest.Sample()
	quiet.Events = nil
	for _, records := range [][]record.Record{nil, {quiet}} {
		if rows := table(t, records...); len(rows) != 1 || !slices.Equal(rows[0], export.Columns()) {
			t.Errorf("%d records give %v", len(records), rows)
		}
	}
}

// TestCounts: a cell tells how exact a number is.
func TestCounts(t *testing.T) {
	for want, c := range map[string]record.Count{
		"killed 12":      {Value: new(12), From: new(12), To: new(12)},
		"killed 12+":     {Value: new(12), From: new(12)},
		"killed 12-":     {Value: new(12), To: new(12)},
		"killed ~12":     {Value: new(12)},
		"killed 24+":     {From: new(24)},
		"killed":         {},
		"killed 3|other": {Value: new(3), From: new(3), To: new(3)},
	} {
		r := recordtest.Sample()
		c.Kind = record.CountKilled
		r.Events[0].Counts = []record.Count{c}
		if strings.HasSuffix(want, "|other") {
			r.Events[0].Counts = append(r.Events[0].Counts, record.Count{Kind: record.CountOther})
		}
		rows := table(t, r)
		if got := rows[1][slices.Index(rows[0], "counts")]; got != want {
			t.Errorf("%+v is %q, want %q", c, got, want)
		}
	}
}

// TestCSVOfABareRecord: what a record leaves out, or points at in vain, is an empty cell.
func TestCSVOfABareRecord(t *testing.T) {
	bare := record.Record{Events: []record.Event{{
		ID: "e1", Actors: []record.ID{"n9"}, Place: "p9", Attributions: []record.ID{"a9"}, ActorMentions: []record.Span{{Start: 5, End: 9}},
	}}}
	rows := table(t, bare)
	for _, name := range []string{"actors", "actor_words", "place", "sources", "start", "end", "date_from", "goldstein"} {
		if got := rows[1][slices.Index(rows[0], name)]; got != "" {
			t.Errorf("%s is %q, want nothing", name, got)
		}
	}
}

// table is what is written, read back.
func table(t *testing.T, records ...record.Record) [][]string {
	t.Helper()
	var b strings.Builder
	w, err := export.NewCSV(&b)
	if err != nil {
		t.Fatal(err)
	}
	for i := range records {
		if err := w.Write(&records[i]); err != nil {
			t.Fatal(err)
		}
	}
	rows, err := csv.NewReader(strings.NewReader(b.String())).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	return rows
}
