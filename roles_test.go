package demarche_test

import (
	"reflect"
	"strings"
	"testing"

	"example.org/demarche"
)

func TestPredicates(t *testing.T) {
	c, err := demarche.Open(demarche.Options{})
	if err != nil {
		t.Fatal(err)
	}
	words := strings.Fields("On Monday rebels who hold the port fired on a frigate .")
	got, err := c.Predicates(t.Context(), words, []int{7, 4, 10})
	if err != nil {
		t.Fatal(err)
	}
	want := []demarche.Predicate{
		{Word: 7, Arguments: map[string]int{"ARG0": 2, "ARG1": 10, "ARGM-TMP": 1}}, // fired
		{Word: 4, Arguments: map[string]int{"ARG0": 2, "ARG1": 6}},                 // hold
		{Word: 10, Arguments: map[string]int{}},
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
	for _, bad := range []struct {
		words      []string
		predicates []int
		want       string
	}{
		{words, []int{12}, "there is no word 12 in a sentence of 12"}, {words, []int{-1}, "there is no word -1"}, {[]string{"Rebels", ""}, nil, "word 1 is empty"},
	} {
		if _, err := c.Predicates(t.Context(), bad.words, bad.predicates); err == nil || !strings.Contains(err.Error(), bad.want) {
			t.Errorf("error %v, want %q", err, bad.want)
		}
	}
	if got, err := c.Predicates(t.Context(), nil, nil); err != nil || len(got) != 0 {
		t.Errorf("of no words: %v, %v", got, err)
	}
}
