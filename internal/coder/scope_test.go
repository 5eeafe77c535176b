package coder_test

import (
	"context"
	"strings"
	"testing"

	"example.org/demarche"
	"example.org/demarche/record"
)

// TestScope: which words of a text are events, although few or none of the sides are named or known to be public.
func TestScope(t *testing.T) {
	c, err := demarche.Open(demarche.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, one := range []struct{ text, want string }{
		// Nouns that imply public or collective sides.
		{"Sunday's talks went on until midnight.", "CONSULT talks"},
		{"Violent protests shook the capital on Friday.", "PROTEST protests"},
		{"No arrests were made, witnesses said.", "COERCE arrests"},
		{"The investigation is still under way, the mayor said.", "ACCUSE investigation"},
		{"The road was closed after a late April coup.", "COERCE coup"},
		{"Schools were shut during heavy fighting in the north.", "ASSAULT fighting"},
		{"The curfew was lifted at dawn.", "CONCEDE lifted"},
		{"Militants stayed in the hills. Monday's attack came without warning.", "ASSAULT attack"},
		{"Norway's premier flew home. Aides to Peru's president said the meeting was long.", "CONSULT meeting"},

		// The same words as kinds of things, in figures of speech, of what is long past, at large.
		{"The senator paid for attack ads and for talk radio.", ""},
		{"Riots are common in summer.", ""},
		{"It was a coup for the gallery.", ""},
		{"He writes about a clash of tastes.", ""},
		{"The law was written after the 2001 attacks.", ""},
		{"The jury heard of fraud and resisting arrest.", ""},
		{"The board will hold its meeting on the budget on Tuesday. The meeting begins at seven.", ""},
		{"The attacks on her novel began in May.", ""},

		// One happening told beside.
		{"Chad's president met Mali's premier on Monday for talks.", "CONSULT met"},

		// Deeds that only a public body does, and what somebody private does.
		{"Carla Lund was charged with fraud.", "ACCUSE charged"},
		{"Two men were acquitted of arson.", "CONCEDE acquitted"},
		{"Three engineers were kidnapped on Monday.", "ASSAULT kidnapped"},
		{"A blast wounded thirty shoppers.", "ASSAULT wounded"},
		{"Carla Lund charged her neighbour with theft of a hen.", ""},
		{"Fever killed thirty shoppers.", ""},
		{"Carla Lund resigned from the town council.", "RETREAT resigned"},
		{"Carla Lund resigned from the choir.", ""},
		{"He shot a man near the river.", ""},
		{"The man pushed her.", ""},

		// People whom words beside their names show to be politicians.
		{"Alan Dunn (D-Mich.) urged Peter Voss (R-Utah) to resign.", "REQUEST urged, RETREAT resign"},
		{"Reps. Alan Dunn and Peter Voss opposed the dam.", "ACCUSE opposed"},
		{"The Lund campaign was ready. Carla Lund accused Tom Reed of lying.", "ACCUSE accused"},
		{"Carla Lund accused Tom Reed of lying.", ""},

		// Words between politicians; opinions and booths.
		{"The mayor spoke at length. His attacks on the judge went on all week.", "ACCUSE attacks"},
		{"The poll found that Carla Lund's campaign is supported by 13 percent.", ""},
		{"Nora Brink, a nurse, will vote for the senator.", ""},
		{"The newspaper will investigate the senator.", ""},
		{"The nominee's rallies drew farmers.", ""},
		{"The committee's meeting was short.", ""},
	} {
		r, err := c.Code(context.Background(), demarche.Article{Text: one.text, Published: "2011-07-19"})
		if err != nil {
			t.Fatal(err)
		}
		if got := deeds(&r); got != one.want {
			t.Errorf("%s: %q, want %q", one.text, got, one.want)
		}
	}
}

// deeds is a list of an article's events: type and word.
func deeds(r *record.Record) string {
	var all []string
	for _, e := range r.Events {
		all = append(all, string(e.Type)+" "+strings.Fields(e.Evidence[0].Cut(r.Article.Text))[0])
	}
	return strings.Join(all, ", ")
}
