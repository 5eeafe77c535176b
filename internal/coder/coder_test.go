package coder_test

import (
	"cmp"
	"context"
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"

	"example.org/demarche"
	"example.org/demarche/record"
	"example.org/demarche/record/recordtest"
)

var update = flag.Bool("update", false, "write testdata/cases.txt anew")

// TestCases codes the articles of testdata/cases.txt, published on Tuesday 2011-07-19, and compares the events and states with
// those drawn below each. Cases are parted by a line of equals signs; `go test ./internal/coder -update` draws anew.
func TestCases(t *testing.T) {
	const file = "testdata/cases.txt"
	b, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	c, err := demarche.Open(demarche.Options{})
	if err != nil {
		t.Fatal(err)
	}
	cases := strings.Split(string(b), "\n====\n")
	for i, one := range cases {
		text, want, _ := strings.Cut(strings.Trim(one, "\n"), "\n----\n")
		r, err := c.Code(context.Background(), demarche.Article{Text: text, Published: "2011-07-19"})
		if err != nil {
			t.Fatal(err)
		}
		recordtest.Validate(t, r)
		got := draw(&r)
		if !*update && got != want {
			t.Errorf("%s\n----\n%s\nwant\n%s", text, got, want)
		}
		cases[i] = text + "\n----\n" + got
	}
	if *update {
		if err := os.WriteFile(file, []byte(strings.Join(cases, "\n====\n")+"\n"), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// draw is a line for each event and state.
func draw(r *record.Record) string {
	names := map[record.ID]string{"": "-"}
	for _, e := range r.Entities {
		names[e.ID] = cmp.Or(string(e.Code), e.Name)
	}
	for _, p := range r.Places {
		names[p.ID] = p.Name
	}
	list := func(ids []record.ID) string {
		out := make([]string, len(ids))
		for i, id := range ids {
			out[i] = names[id]
		}
		return cmp.Or(strings.Join(out, "+"), "-")
	}
	var lines []string
	for _, e := range r.Events {
		line := fmt.Sprintf("%s %s %s %s: %s > %s, %s (%s)", e.ID, cmp.Or(string(e.Type), "01"), e.CAMEO, e.Evidence[0].Cut(r.Article.Text),
			list(e.Actors), list(e.Recipients), e.Status, e.Because)
		if e.Date != nil {
			line += fmt.Sprintf(", %s..%s %s", e.Date.From, e.Date.To, e.Date.Basis)
		}
		if e.Place != "" {
			line += ", in " + names[e.Place]
		}
		for _, n := range e.Counts {
			line += ", " + string(n.Kind) + " " + n.Cut(r.Article.Text)
		}
		if e.Stance != "" {
			line += ", " + string(e.Stance)
		}
		if e.Of != "" {
			line += ", of " + string(e.Of)
		}
		if e.SameAs != "" {
			line += ", same as " + string(e.SameAs)
		}
		lines = append(lines, line)
	}
	for _, s := range r.States {
		lines = append(lines, fmt.Sprintf("%s %s: %s > %s, %s, since %s as of %s", s.ID, s.Kind, names[s.Subject], names[cmp.Or(s.Object, s.Place)], s.Status, cmp.Or(s.Since, "-"), s.AsOf))
	}
	return cmp.Or(strings.Join(lines, "\n"), "(nothing)")
}
