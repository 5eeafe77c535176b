package coder_test

import (
	"cmp"
	"context"
	"os"
	"slices"
	"strings"
	"testing"

	"example.org/demarche"
	"example.org/demarche/internal/lexicon"
	"example.org/demarche/record"
)

// TestStateExamples runs the examples of data/status/states.txt, published on Tuesday 2011-07-19: text, and a state as subject, kind,
// object or place, and what differs from one that is asserted for the day of publication; or, after "-", a text that tells of no state.
func TestStateExamples(t *testing.T) {
	c, err := demarche.Open(demarche.Options{})
	if err != nil {
		t.Fatal(err)
	}
	examples := 0
	err = lexicon.EachBlock(os.DirFS("../../data/status"), "states.txt", func(b lexicon.Block) error {
		positive := false
		for _, l := range b.Lines {
			if l.Key == "+" || l.Key == "-" {
				examples++
				positive = positive || l.Key == "+"
				checkState(t, c, l)
			}
		}
		if !positive {
			t.Errorf("states.txt:%d: no example; every block needs one", b.Line)
		}
		return nil
	})
	if err != nil || examples < 160 {
		t.Fatalf("%d examples, %v", examples, err)
	}
}

func checkState(t *testing.T, c *demarche.Coder, l lexicon.Line) {
	t.Helper()
	text, want, _ := strings.Cut(l.Value, " | ")
	r, err := c.Code(context.Background(), demarche.Article{Text: text, Published: "2011-07-19"})
	if err != nil {
		t.Fatal(err)
	}
	var found []string
	for _, s := range r.States {
		found = append(found, drawState(&r, s))
	}
	if l.Key == "+" && !slices.Equal(found, []string{want}) || l.Key == "-" && found != nil {
		t.Errorf("states.txt:%d: %s\nwant %q, found %q", l.Number, text, want, found)
	}
}

// drawState is "NATO membership Turkey since 1952-01-01 denied", less what is as usual.
func drawState(r *record.Record, s record.State) string {
	names := map[record.ID]string{}
	for _, e := range r.Entities {
		names[e.ID] = e.Name
	}
	for _, p := range r.Places {
		names[p.ID] = p.Name
	}
	parts := []string{names[s.Subject], string(s.Kind), names[cmp.Or(s.Object, s.Place)]}
	if s.Since != "" {
		parts = append(parts, "since "+string(s.Since))
	}
	if s.Until != "" {
		parts = append(parts, "until "+string(s.Until))
	}
	if s.Status != "asserted" {
		parts = append(parts, string(s.Status))
	}
	return strings.TrimSpace(strings.Join(parts, " "))
}
