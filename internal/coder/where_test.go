package coder_test

import (
	"context"
	"testing"

	"example.org/demarche"
)

// TestWhere: the place and the days of the last event of a text published on Tuesday 2011-07-19; "-" where none is told.
func TestWhere(t *testing.T) {
	c, err := demarche.Open(demarche.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, one := range []struct{ text, place, days string }{
		{"The army arrested protesters in Cairo.", "Cairo", "..2011-07-19"},
		{"Kenya's envoy flew to Juba on Sunday and met the rebels.", "Juba", "2011-07-17..2011-07-17"},
		{"The trucks came to Gao, where rebels had attacked soldiers.", "Gao", "..2011-07-19"},
		{"Officials in Gao said that the rebels were near. Troops attacked the rebels in the town on Monday.", "Gao", "2011-07-18..2011-07-18"},
		{"The council condemned Iraq on Thursday and demanded money.", "-", "2011-07-14..2011-07-14"},
		{"If Libya attacks Tunisia, France will bomb Tripoli.", "Tripoli", "2011-07-19.."},
		{"The army did not attack the rebels.", "-", "..2011-07-19"},

		// A body's seat, and whom the president is of, say nothing about where.
		{"France recognised the council in Benghazi.", "-", "..2011-07-19"},
		{"The envoy met the president of Kenya.", "-", "..2011-07-19"},
		{"The rebels left Gao. Troops attacked the town of Kidal.", "Kidal", "..2011-07-19"},
	} {
		r, err := c.Code(context.Background(), demarche.Article{Text: one.text, Published: "2011-07-19"})
		if err != nil {
			t.Fatal(err)
		}
		if len(r.Events) == 0 {
			t.Errorf("%s: no event", one.text)
			continue
		}
		e := r.Events[len(r.Events)-1]
		place, days := "-", "-"
		for _, p := range r.Places {
			if p.ID == e.Place {
				place = p.Name
			}
		}
		if e.Date != nil {
			days = string(e.Date.From) + ".." + string(e.Date.To)
		}
		if place != one.place || days != one.days {
			t.Errorf("%s: %s, %s, want %s, %s\n%s", one.text, place, days, one.place, one.days, draw(&r))
		}
	}
}
