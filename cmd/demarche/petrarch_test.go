package main

import (
	"bufio"
	"fmt"
	"os"
	"strings"
	"testing"

	"example.org/demarche"
	"example.org/demarche/record"
)

// phrases returns the words of spans, which count code points.
func phrases(s string, spans []record.Span) string {
	var all []string
	for _, x := range spans {
		all = append(all, string([]rune(s)[x.Start:x.End]))
	}
	return strings.Join(all, ", ")
}

// TestPetrarchVerbs codes sentences with a dictionary in PETRARCH's format that uses every construct; a sentence's expectation is
// "CODE ACTORS -> RECIPIENTS", several parted by ";".
func TestPetrarchVerbs(t *testing.T) {
	c, err := demarche.Open(demarche.Options{PetrarchVerbs: "testdata/petrarch/verbs.txt"})
	if err != nil {
		t.Fatal(err)
	}
	f, err := os.Open("testdata/petrarch/sentences.txt")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	for sc := bufio.NewScanner(f); sc.Scan(); {
		sentence, want, ok := strings.Cut(sc.Text(), "|")
		if !ok {
			t.Errorf("no expectation: %s", sc.Text())
			continue
		}
		sentence = strings.TrimSpace(sentence)
		r, err := c.Code(t.Context(), demarche.Article{Text: sentence, Published: "2011-07-19"})
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, e := range r.Events {
			if e.Type == "" && e.CAMEO == "" {
				continue
			}
			got = append(got, strings.TrimSpace(fmt.Sprintf("%s %s -> %s", e.CAMEO, phrases(sentence, e.ActorMentions), phrases(sentence, e.RecipientMentions))))
			if !strings.HasPrefix(e.Rule, "own/verbs.txt:") {
				t.Errorf("%s: rule %s", sentence, e.Rule)
			}
		}
		if all := strings.Join(got, "; "); all != strings.TrimSpace(want) {
			t.Errorf("%s\ngot  %s\nwant %s", sentence, all, want)
		}
	}
}
