package record_test

import (
	"bytes"
	"encoding/json"
	"io"
	"strings"
	"testing"

	"example.org/demarche/record"
	"example.org/demarche/record/recordtest"
	"github.com/google/go-cmp/cmp"
)

func TestMarshalForm(t *testing.T) {
	b, err := record.Marshal(recordtest.Sample())
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		`{"schema":"demarche/1","article":{"id":"`,
		`"source_id":null,"url":null,"title":"Bridge"`,
		`said <on Monday> that police & army`,
		`"lat":45.8144,"lon":15.9780,"country":"HRV","admin1":null,"admin2":null,"geonames":3186886`,
		`"radius_km":7.5,"confidence":0.92,"relative":null`,
		`"lat":46.5341,"lon":0.0000,"country":null`,
		`"radius_km":20,"confidence":0.50,"relative":{"to":["p1"],"km":80,"bearing":"N"}`,
		`"entity":"n1","kind":"unnamed_official"},"cue":{"start":22,"end":26,"text":"said","lemma":"say"}`,
		`"addressee":null`,
		`"goldstein":-7.2,"actors":["n2"],"recipients":[]`,
		`"counts":[{"kind":"killed","value":12,"from":12,"to":null,"start":103,"end":105}]`,
		`"date":{"from":null,"to":"1993-02-01","expression":"d1","basis":"tense"},"duration":null,"place":"p2"`,
		`"notes":[{"start":58,"end":62,"rule":null,"text":"two readings"}]}`,
	} {
		if !bytes.Contains(b, []byte(want)) {
			t.Errorf("want %s in\n%s", want, b)
		}
	}
}

func TestMarshalEmptyListsAreNeverNull(t *testing.T) {
	b, err := record.Marshal(record.Record{Events: []record.Event{{}}})
	if err != nil {
		t.Fatal(err)
	}
	var all struct {
		Sentences, Entities, Places, Dates, Attributions, States, Notes []any
		Events                                                          []map[string]any
	}
	if err := json.Unmarshal(b, &all); err != nil {
		t.Fatal(err)
	}
	if all.Sentences == nil || all.Entities == nil || all.Places == nil || all.Dates == nil || all.Attributions == nil ||
		all.States == nil || all.Notes == nil {
		t.Errorf("a list is null: %s", b)
	}
	for _, name := range []string{"contexts", "actors", "recipients", "actor_mentions", "counts", "attributions", "evidence"} {
		if list, ok := all.Events[0][name].([]any); !ok || len(list) != 0 {
			t.Errorf("events[0].%s is %v", name, all.Events[0][name])
		}
	}
}

func TestReadGivesBackWhatWriteWrote(t *testing.T) {
	var buf bytes.Buffer
	for range 2 {
		if err := record.Write(&buf, recordtest.Sample()); err != nil {
			t.Fatal(err)
		}
	}
	first := strings.SplitAfter(buf.String(), "\n")[0]
	n := 0
	for r, err := range record.Read(strings.NewReader(buf.String())) {
		if err != nil {
			t.Fatal(err)
		}
		n++
		again, err := record.Marshal(r)
		if err != nil {
			t.Fatal(err)
		}
		if d := cmp.Diff(first, string(again)+"\n"); d != "" {
			t.Error(d)
		}
	}
	if n != 2 {
		t.Errorf("%d records, want 2", n)
	}
}

func TestReadRefuses(t *testing.T) {
	good, err := record.Marshal(recordtest.Sample())
	if err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct{ in, want string }{
		"another version": {`{"schema":"demarche/9"}`, `record 1: its schema is "demarche/9"`},
		"broken":          {string(good) + "\n{", "record 2: unexpected EOF"},
		"an article":      {`{"id":"1","text":"x"}`, `record 1: its schema is ""`},
	} {
		var last error
		for _, err := range record.Read(strings.NewReader(c.in)) {
			last = err
		}
		if last == nil || !strings.Contains(last.Error(), c.want) {
			t.Errorf("%s: %v, want %s", name, last, c.want)
		}
	}
}

func TestMarshalRefusesWhatJSONCannotHold(t *testing.T) {
	r := recordtest.Sample()
	r.Places[0].Lat = new(record.Degrees(inf()))
	if err := record.Write(io.Discard, r); err == nil {
		t.Error("an infinite latitude was written")
	}
}

func inf() float64 { x := 1e308; return x * 10 }

func TestSpanCut(t *testing.T) {
	text := "\ufeffA\u0301le\u00a0🚢\r\nx"
	for _, c := range []struct {
		span record.Span
		want string
	}{
		{record.Span{Start: 0, End: 1}, "\ufeff"},
		{record.Span{Start: 1, End: 3}, "A\u0301"},
		{record.Span{Start: 5, End: 7}, "\u00a0🚢"},
		{record.Span{Start: 7, End: 10}, "\r\nx"},
		{record.Span{Start: 10, End: 10}, ""},
		{record.Span{Start: 9, End: 11}, ""},
		{record.Span{Start: 3, End: 2}, ""},
	} {
		if got := c.span.Cut(text); got != c.want {
			t.Errorf("%v cuts %q, want %q", c.span, got, c.want)
		}
	}
}

func TestPosition(t *testing.T) {
	r := recordtest.Sample()
	for name, c := range map[string]struct{ got, want int }{
		"entity":      {r.Entities[0].Position(), 11},
		"place":       {r.Places[0].Position(), 3},
		"date":        {r.Dates[0].Position(), 28},
		"attribution": {r.Attributions[0].Position(), 11},
		"event":       {r.Events[0].Position(), 58},
		"state":       {r.States[0].Position(), 58},
		"note":        {r.Notes[0].Position(), 58},
		"nothing":     {record.Attribution{}.Position(), 0},
	} {
		if c.got != c.want {
			t.Errorf("%s stands at %d, want %d", name, c.got, c.want)
		}
	}
}
