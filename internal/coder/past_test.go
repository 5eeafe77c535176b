package coder_test

import (
	"context"
	"strings"
	"testing"

	"example.org/demarche"
	"example.org/demarche/record"
)

// TestAgeWithoutDay codes texts whose day of publication nobody knows: what their words alone place far back is historical, what they place ahead is planned.
func TestAgeWithoutDay(t *testing.T) {
	c, err := demarche.Open(demarche.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, x := range []struct {
		text, deed string
		want       record.Status
	}{
		{"The mayor was killed in a raid two years ago.", "killed", "historical"},
		{"The mayor was killed last year.", "killed", "occurred"},
		{"A decade ago the rebels attacked the port.", "attacked", "historical"},
		{"A court jailed the sergeant for murdering the mayor in a raid three years ago.", "murdering", "historical"},
		{"A court jailed the sergeant for murdering the mayor in a raid three years ago.", "jailed", "occurred"},
		{"Since August 2004 the army has released half of the prisoners.", "released", "occurred"},
		{"More than ten journalists have been killed by the army since 2000.", "killed", "occurred"},
		{"Militants have been fighting the army since 1989.", "fighting", "ongoing"},
		{"The rebels have led an insurgency in the south since the 1980s.", "insurgency", "ongoing"},
		{"The junta was ousted in February 2004.", "ousted", "historical"},
		{"The two leaders meet next week in Geneva.", "meet", "planned"},
		{"The unions denounced next month's visit of the king to Oslo.", "visit", "planned"},
		{"The unions denounced next month's visit of the king to Oslo.", "denounced", "occurred"},
		{"The two leaders met the next day in Geneva.", "met", "occurred"},
		{"The 2002 raid killed six villagers.", "killed", "historical"},
	} {
		r, err := c.Code(context.Background(), demarche.Article{Text: x.text})
		if err != nil {
			t.Fatal(err)
		}
		at, got := strings.Index(x.text, x.deed), record.Status("no event")
		for _, e := range r.Events {
			if e.Evidence[0].Start <= at && at < e.Evidence[0].End {
				got = e.Status
			}
		}
		if got != x.want {
			t.Errorf("%s\n%s: %s, want %s", x.text, x.deed, got, x.want)
		}
	}
}
