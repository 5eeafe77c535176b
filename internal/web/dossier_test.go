package web

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"maps"
	"slices"
	"strings"
	"testing"

	"example.org/demarche/record"
)

// known is a backend that knows entries of files and codes that are no statuses.
func known() *Backend {
	return &Backend{
		Data: string(record.ArticleID("data", "")),
		Entry: func(rule string) (Entry, bool) {
			file, _, ok := strings.Cut(rule, ".txt:")
			return Entry{File: "lexicon/" + file + ".txt", Line: 3, Text: "verb " + file}, ok
		},
		Term: func(code string) (string, bool) { return "what " + code + " means", code != "" && code != "/" },
	}
}

// small is a record that names rules and codes of all kinds.
func small(text string) *record.Record {
	r := &record.Record{
		Schema:   record.Current,
		Article:  record.Article{ID: record.ArticleID(text, ""), Language: "en", Text: text, PublishedFrom: record.OriginNone},
		Coder:    record.Coder{Version: "0.1.0", Data: record.ArticleID("data", "")},
		Entities: record.List[record.Entity]{{ID: "n1", Name: "Rebels <b>", Country: "LBY", Sectors: record.List[record.Sector]{"REB", "MIL"}}},
		Dates:    record.List[record.TimeExpr]{{ID: "d1", Rule: "weekday.txt:13"}},
		Events: record.List[record.Event]{{
			ID: "e1", Type: record.Coerce, Mode: "seize", CAMEO: "192", QuadClass: 4, Status: record.StatusOccurred, Contexts: record.List[record.Context]{"military"},
			Actors: record.List[record.ID]{"n1"}, Evidence: record.List[record.Span]{{Start: 0, End: 1}}, Rule: "coerce.txt:3 capture", Because: "told as done",
		}},
		Notes: record.List[record.Note]{{Rule: "language", Text: "…"}, {Rule: "agree.txt:50", Text: "…"}},
	}
	r.Attributions = record.List[record.Attribution]{{ID: "a1", Rule: "say.txt:3 say"}}
	r.States = record.List[record.State]{{ID: "s1", Rule: "states.txt:6 hold"}}
	return r
}

func TestDossier(t *testing.T) {
	r := small("Rebels took Brega.")
	d, err := NewDossier(known(), r)
	if err != nil {
		t.Fatal(err)
	}
	raw, err := record.Marshal(*r)
	if err != nil || !bytes.Equal(raw, d.Record) {
		t.Errorf("the record is not as record.Marshal gives it: %v", err)
	}
	rules := []string{"agree.txt:50", "coerce.txt:3 capture", "say.txt:3 say", "states.txt:6 hold", "weekday.txt:13"}
	if got := slices.Sorted(maps.Keys(d.Rules)); !slices.Equal(got, rules) {
		t.Errorf("rules %q, want %q", got, rules)
	}
	if e := d.Rules["coerce.txt:3 capture"]; e != (Entry{File: "lexicon/coerce.txt", Line: 3, Text: "verb coerce"}) {
		t.Errorf("entry %+v", e)
	}
	terms := []string{"192", "4", "COERCE", "COERCE/seize", "LBY", "MIL", "REB", "military", "occurred"}
	if got := slices.Sorted(maps.Keys(d.Terms)); !slices.Equal(got, terms) {
		t.Errorf("terms %q, want %q", got, terms)
	}
	if rows, err := csv.NewReader(strings.NewReader(d.CSV)).ReadAll(); err != nil || len(rows) != 2 {
		t.Errorf("%d rows, %v", len(rows), err)
	}
	if d.Trees != nil {
		t.Error("there are trees")
	}
}

// TestDossierOfOtherKnowledge: the lines of a record that was made from other files are not looked up in these.
func TestDossierOfOtherKnowledge(t *testing.T) {
	r := small("Rebels took Brega.")
	r.Coder.Data = record.ArticleID("other data", "")
	d, err := NewDossier(known(), r)
	if err != nil || len(d.Rules) != 0 || len(d.Terms) == 0 {
		t.Errorf("%d rules, %d terms, %v", len(d.Rules), len(d.Terms), err)
	}
}

// TestDossierIsDeterministic: the same record gives the same bytes.
func TestDossierIsDeterministic(t *testing.T) {
	var first []byte
	for range 20 {
		d, err := NewDossier(known(), small("Rebels took Brega."))
		if err != nil {
			t.Fatal(err)
		}
		b, err := json.Marshal(d)
		if err != nil {
			t.Fatal(err)
		}
		if first == nil {
			first = b
		}
		if !bytes.Equal(first, b) {
			t.Fatal("two dossiers of one record differ")
		}
	}
}
