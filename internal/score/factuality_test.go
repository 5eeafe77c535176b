package score

import (
	"strings"
	"testing"

	"example.org/demarche/record"
)

func TestFactuality(t *testing.T) {
	gold, err := ReadFactuality(strings.NewReader(
		`{"sent_id": "a", "tokens": ["They", "came", "to", "stay", "."], "predicates": [{"token": 1, "factuality": 2.6}, {"token": 3, "factuality": -1}]}

{"sent_id": "b", "tokens": ["Stop", "and", "think", ",", "do", "not", "run"], "predicates": [{"token": 0, "factuality": 1}, {"token": 2, "factuality": 0.9}, {"token": 6, "factuality": -3, "negated": true}]}
`))
	if err != nil {
		t.Fatal(err)
	}
	const o, h, g = record.StatusOccurred, record.StatusHypothetical, record.StatusOngoing
	got := printed(t, CompareFactuality(gold, [][]record.Status{{o, g, o, o, o}, {h, o, o, o, o, o, o}}, true))
	for _, line := range []string{
		"sentences 2, predicates 5, left out: negated 1, between 1 and -1 1",
		"sign 1 of 3 33.33",
		"happened 1 of 2 50.00",
		"did not happen 0 of 1 0.00",
		"occurred 0 1",
		"ongoing 1 0",
		"hypothetical 1 0",
		"stay -1.00, found occurred: a",
		"They came to stay .",
		"Stop +1.00, found hypothetical: b",
	} {
		if !strings.Contains(got, "\n"+line+"\n") {
			t.Errorf("no line %q in\n%s", line, got)
		}
	}
}

func TestFactualityThatCannotBeRead(t *testing.T) {
	for _, one := range []struct{ file, want string }{
		{"\n", "there is no sentence in it"},
		{"They", "line 1: not JSON"},
		{`{"tokens": []}`, "line 1: it has no tokens"},
		{`{"tokens": ["a", ""]}`, `line 1: token 1: "" is no word`},
		{`{"tokens": ["a\tb"]}`, `line 1: token 0: "a\tb" is no word`},
		{`{"tokens": ["a"], "predicates": [{"token": 1, "factuality": 2}]}`, "line 1: predicate 1: it ought to have a factuality, and a token below 1"},
		{`{"tokens": ["a"], "predicates": [{"token": 0}]}`, "line 1: predicate 1: it ought to have"},
		{`{"tokens": ["a"], "predicates": [{"factuality": 2}]}`, "line 1: predicate 1: it ought to have"},
	} {
		if _, err := ReadFactuality(strings.NewReader(one.file)); err == nil || !strings.HasPrefix(err.Error(), one.want) {
			t.Errorf("%s: %v, want %s", one.file, err, one.want)
		}
	}
}
