package score

import (
	"bytes"
	"encoding/json"
	"reflect"
	"strings"
	"testing"
)

// argued has three sentences; the first is broken into lines for the reader of this file.
var argued = strings.ReplaceAll(`{"tokens": ["Rebels", "did", "flee", "Oslo", "in", "May", ",", "fearing", "attacks"], "predicates": [
 {"token": 1, "sense": "do.01", "pos": "v", "args": [{"role": "ARGM-TMP", "head": 5}]},
 {"token": 2, "sense": "flee.01", "pos": "v", "args": [{"role": "ARG0", "head": 0}, {"role": "ARG1", "head": 3}, {"role": "ARGM-TMP", "head": 5}, {"role": "R-ARG0", "head": 1}]},
 {"token": 7, "sense": "fear.01", "pos": "v", "args": [{"role": "ARG0", "head": 0}, {"role": "ARG1", "head": 8}]},
 {"token": 8, "sense": "attack.01", "pos": "n", "args": []}]}
{"tokens": ["They", "took", "steps"], "predicates": [{"token": 1, "sense": "take.LV", "pos": "v", "args": [{"role": "ARG0", "head": 0}]}]}

{"tokens": ["Hm"], "predicates": []}
`, "\n ", " ")

// TestArguments: auxiliaries and light verbs are left out, other roles are passed over, and a predicate that has no argument counts.
func TestArguments(t *testing.T) {
	gold, err := ReadArguments(strings.NewReader(argued))
	if err != nil {
		t.Fatal(err)
	}
	if len(gold) != 3 || gold[2].Line != 4 || !reflect.DeepEqual(gold[0].Predicates, []int{2, 7, 8}) || len(gold[1].Predicates) != 0 {
		t.Fatalf("%+v", gold)
	}
	r := CompareArguments(gold, [][]Arguments{{
		{"ARG0": 0, "ARG1": 5, "ARGM-TMP": 5}, // Oslo is missed, and something else found
		{"ARG1": 8},
		{"ARG0": 0}, // nobody in gold
	}, nil, nil})
	report := printed(t, r)
	for _, want := range []string{
		"sentences 3, predicates 3", "ARG0, ARG1, ARG2 4 4 2 50.00 50.00 50.00", "of verbs 4 3 2 66.67 50.00 57.14", "of nouns 0 1 0 0.00 0.00 0.00",
		"ARG0 2 2 1 50.00 50.00 50.00", "ARG1 2 2 1 50.00 50.00 50.00", "ARGM-TMP 1 1 1 100.00 100.00 100.00", "ARGM-LOC 0 0 0 0.00 0.00 0.00",
	} {
		if !strings.Contains(report, "\n"+want+"\n") {
			t.Errorf("no line %q in\n%s", want, report)
		}
	}
	b, err := json.Marshal(r)
	if err != nil || !bytes.Contains(b, []byte(`"ARG0":{"precision":50,`)) {
		t.Errorf("%s %v", b, err)
	}
}

func TestArgumentErrors(t *testing.T) {
	const begin = `{"tokens": ["a", "b"], "predicates": [`
	for _, c := range []struct{ file, want string }{
		{"\n" + begin, "line 2: not JSON of a sentence"},
		{begin + `{"token": 2, "sense": "b.01"}]}`, `line 1: predicate "b.01": there is no token 2`},
		{begin + `{"token": 1, "sense": "b.01", "args": [{"role": "ARG0", "head": -1}]}]}`, `line 1: predicate "b.01": ARG0: there is no token -1`},
		{`{"tokens": ["a", ""]}`, "line 1: token 1 is empty"},
		{begin + "]}", "there is no predicate in it"},
		{"", "there is no predicate in it"},
		{`{"x": "` + strings.Repeat("x", maxLine) + `"}`, "line 1: longer than 16 MB"},
	} {
		if _, err := ReadArguments(strings.NewReader(c.file)); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%.60s: error %v, want %q", c.file, err, c.want)
		}
	}
}
