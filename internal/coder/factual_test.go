package coder_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"example.org/demarche"
	"example.org/demarche/record"
)

// TestStatuses: any verb of a sentence that is given by its words has a status, also one that no frame knows.
func TestStatuses(t *testing.T) {
	c, err := demarche.Open(demarche.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, one := range []struct {
		sentence, word string
		want           record.Status
	}{
		{"The goats grazed on the hill .", "grazed", record.StatusOccurred},
		{"The goats are grazing on the hill .", "grazing", record.StatusOngoing},
		{"The goats will graze on the hill .", "graze", record.StatusPlanned},
		{"The goats did n't graze on the hill .", "graze", record.StatusDenied},
		{"If the goats graze on the hill , the farmer will be glad .", "graze", record.StatusConditional},
		{"The farmer denied that the goats had grazed on the hill .", "grazed", record.StatusDenied},
		{"The farmer denied that the goats had grazed on the hill .", "denied", record.StatusOccurred},
	} {
		words := strings.Fields(one.sentence)
		var conllu strings.Builder
		for i, w := range words {
			fmt.Fprintf(&conllu, "%d\t%s%s\n", i+1, w, strings.Repeat("\t_", 8))
		}
		for tokens, err := range demarche.ReadTokens(strings.NewReader(conllu.String()), "words") {
			if err != nil {
				t.Fatal(err)
			}
			all, err := c.Statuses(t.Context(), tokens)
			if err != nil {
				t.Fatal(err)
			}
			if len(all) != 1 || len(all[0]) != len(words) {
				t.Fatalf("%s: %v", one.sentence, all)
			}
			if got := all[0][slices.Index(words, one.word)]; got != one.want {
				t.Errorf("%s: %s is %s, want %s", one.sentence, one.word, got, one.want)
			}
		}
	}
}
