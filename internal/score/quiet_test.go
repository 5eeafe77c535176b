package score

import (
	"fmt"
	"strings"
	"testing"

	"example.org/demarche/record"
)

// quietFile has two documents; the first has two paragraphs and letters that take several bytes.
const quietFile = `# newdoc id = diet_soup
# text = Côte d'Azur soup.
1	Soup	_	_	_	_	_	_	_	_

# newpar
# text = Beat the eggs.
1	Beat	_	_	_	_	_	_	_	_

# text = Talk to Mum.
1	Talk	_	_	_	_	_	_	_	_

# newdoc id = letter_war
# text = They bombed us.
1	They	_	_	_	_	_	_	_	_
`

func TestQuiet(t *testing.T) {
	all, err := ReadDocuments(strings.NewReader(quietFile))
	if err != nil {
		t.Fatal(err)
	}
	if len(all) != 2 || all[0].Text != "Côte d'Azur soup.\n\nBeat the eggs. Talk to Mum." || all[1].Text != "They bombed us." {
		t.Fatalf("%+v", all)
	}
	for i, want := range []string{"Côte d'Azur soup.", "Beat the eggs.", "Talk to Mum."} {
		if got := all[0].Sentences[i].Cut(all[0].Text); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
	if got := all[1].Sentences[0].Cut(all[1].Text); got != "They bombed us." {
		t.Errorf("%q", got)
	}
	event := func(word string) record.Event {
		at := len([]rune(all[0].Text[:strings.Index(all[0].Text, word)]))
		return record.Event{Type: record.Consult, CAMEO: "040", Status: record.StatusOccurred, Rule: "r", Evidence: []record.Span{{Start: at, End: at + len(word)}}}
	}
	found := []record.Record{{Events: []record.Event{event("Talk"), event("Mum")}}, {}}
	got := printed(t, CountQuiet(all, found, []string{"diet", "letter"}, true))
	for _, line := range []string{
		"documents 2", "diet 1 of 3 33.33", "letter 0 of 1 0.00", "all 1 of 4 25.00", "CONSULT 2",
		"diet_soup CONSULT 040 Talk, occurred: r", "Talk to Mum.",
	} {
		if !strings.Contains(got, "\n"+line+"\n") {
			t.Errorf("no line %q in\n%s", line, got)
		}
	}
	if got := printed(t, CountQuiet(all, found, nil, false)); !strings.Contains(got, "\nall 1 of 4 25.00\n") || strings.Contains(got, "Talk") {
		t.Error(got)
	}
}

func TestOfPrefixes(t *testing.T) {
	all, err := ReadDocuments(strings.NewReader(quietFile))
	if err != nil {
		t.Fatal(err)
	}
	for _, one := range []struct {
		prefixes []string
		want     string
	}{
		{nil, "[diet_soup letter_war] <nil>"},
		{[]string{"letter", "diet"}, "[diet_soup letter_war] <nil>"},
		{[]string{"letter"}, "[letter_war] <nil>"},
		{[]string{"letter", "soup"}, `[] no document's id begins with "soup"`},
	} {
		some, err := OfPrefixes(all, one.prefixes)
		ids := []string{}
		for _, d := range some {
			ids = append(ids, d.ID)
		}
		if got := fmt.Sprint(ids, " ", err); got != one.want {
			t.Errorf("%v: %s, want %s", one.prefixes, got, one.want)
		}
	}
	if _, err := ReadDocuments(strings.NewReader("# newdoc id = a\n")); err == nil || err.Error() != "there is no text in it" {
		t.Error(err)
	}
}
