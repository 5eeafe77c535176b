package recordtest_test

import (
	"strings"
	"testing"

	"example.org/demarche/record"
	"example.org/demarche/record/recordtest"
)

func TestSampleHasNoFault(t *testing.T) { recordtest.Validate(t, recordtest.Sample()) }

// TestCheckFindsFaults breaks the sample in one place at a time.
func TestCheckFindsFaults(t *testing.T) {
	for want, spoil := range map[string]func(r *record.Record){
		"value must be one of":                func(r *record.Record) { r.Events[0].Status = "perhaps" },
		"/goldstein":                          func(r *record.Record) { r.Events[0].Goldstein = new(record.Goldstein(11)) },
		"got null, want string":               func(r *record.Record) { r.Entities[0].ID = "" },
		"/events/0/evidence":                  func(r *record.Record) { r.Events[0].Evidence = nil },
		"/article/language":                   func(r *record.Record) { r.Article.Language = "" },
		"its text is not UTF-8":               func(r *record.Record) { r.Article.Text = "\xff" },
		"is not that of text and url":         func(r *record.Record) { r.Article.URL = "https://example.org/" },
		`published "" from "field"`:           func(r *record.Record) { r.Article.Published = "" },
		`"1993-02-30" is no day`:              func(r *record.Record) { r.Article.Published = "1993-02-30" },
		"no words at [0, 112) of 111":         func(r *record.Record) { r.Sentences[0].End = 112 },
		"no words at [5, 5) of 111":           func(r *record.Record) { r.Notes[0].Span = record.Span{Start: 5, End: 5} },
		"sentences: [2, 3) begins before 111": func(r *record.Record) { r.Sentences = append(r.Sentences, record.Span{Start: 2, End: 3}) },
		"n7 stands where n2 should":           func(r *record.Record) { r.Entities[1].ID = "n7" },
		"n2 stands before its predecessor":    func(r *record.Record) { r.Entities[1].Mentions[0].Start = 1 },
		"n1: its mentions are not in order": func(r *record.Record) {
			r.Entities[0].Mentions = append(r.Entities[0].Mentions, record.Mention{Span: record.Span{Start: 0, End: 2}, Type: record.MentionPronoun})
		},
		`sector "COP" is not the first`:    func(r *record.Record) { r.Entities[0].Sector = "COP" },
		"p1 has one coordinate":            func(r *record.Record) { r.Places[0].Lat = nil },
		"p1: latitude 91":                  func(r *record.Record) { r.Places[0].Lat = new(record.Degrees(91)) },
		"p1 has coordinates without":       func(r *record.Record) { r.Places[0].Precision = "" },
		"p2 is computed and has precision": func(r *record.Record) { r.Places[1].Precision = record.PrecisionCity },
		"with a radius of 19":              func(r *record.Record) { r.Places[1].RadiusKm = 19 },
		`p2 relative: "p3" leads nowhere`:  func(r *record.Record) { r.Places[1].Relative.To[0] = "p3" },
		`is "on Monday", not "On Monday"`:  func(r *record.Record) { r.Dates[0].Text = "On Monday" },
		"d1: from 1993-02-03 is after":     func(r *record.Record) { r.Dates[0].From = "1993-02-03" },
		`a1 source: "a1" leads nowhere`:    func(r *record.Record) { r.Attributions[0].Source.Entity = "a1" },
		"a1 lies within itself":            func(r *record.Record) { r.Attributions[0].Within = "a1" },
		"its place p1 is nowhere named":    func(r *record.Record) { r.Places[0].Mentions[0].Type = record.PlaceMetonym },
		"e1 has no type":                   func(r *record.Record) { r.Events[0].Type = "" },
		"more actor_mentions than actors":  func(r *record.Record) { r.Events[0].Actors = nil },
		"e1 has a date that says nothing":  func(r *record.Record) { r.Events[0].Date.To = "" },
		`e1: stance "claimed"`:             func(r *record.Record) { r.Events[0].Stance = record.StanceClaimed },
		`e1: stance "reported"`:            func(r *record.Record) { r.Events[0].Attributions = nil },
		"e1 is the deed of e1":             func(r *record.Record) { r.Events[0].Of = "e1" },
		"e1: same_as e1 is not the first":  func(r *record.Record) { r.Events[0].SameAs = "e1" },
		"a count whose bounds are crossed": func(r *record.Record) { r.Events[0].Counts[0].From = new(13) },
		"e1 killed: a count without a number": func(r *record.Record) {
			r.Events[0].Counts[0] = record.Count{Kind: "killed", Span: record.Span{End: 1}}
		},
		`s1 place: "n1" leads nowhere`:         func(r *record.Record) { r.States[0].Place = "n1" },
		"s1: from 1994-01-01 is after to 1993": func(r *record.Record) { r.States[0].Since, r.States[0].Until = "1994-01-01", "1993-01-01" },
	} {
		r := recordtest.Sample()
		spoil(&r)
		if err := recordtest.Check(r); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("want %q in %v", want, err)
		}
	}
}

func TestCheckJSONRefusesUnknownFields(t *testing.T) {
	b, err := record.Marshal(recordtest.Sample())
	if err != nil {
		t.Fatal(err)
	}
	more := strings.Replace(string(b), `{"schema"`, `{"colour":"red","schema"`, 1)
	if err := recordtest.CheckJSON([]byte(more)); err == nil || !strings.Contains(err.Error(), "colour") {
		t.Errorf("got %v", err)
	}
}
