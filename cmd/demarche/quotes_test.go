package main

import (
	"slices"
	"testing"

	"example.org/demarche/internal/export"
)

// TestHolds: words are found from the beginning of a word on.
func TestHolds(t *testing.T) {
	for _, c := range []struct {
		text, words string
		want        bool
	}{
		{"Russia", "us", false}, {"two US\nofficials", "us  Off", true}, {"Rebels", "rebel", true}, {"the under-secretary", "Secretary", true},
		{"", "", true}, {"anyone", "", true}, {"", "x", false}, {"baaa", "aa", false}, {"baaa aa", "aa", true}, {"Ökonom", "ökon", true}, {"7th", "th", false},
	} {
		if got := holds(c.text, c.words); got != c.want {
			t.Errorf("holds(%q, %q) is %v", c.text, c.words, got)
		}
	}
}

// TestQuoteFilterBySource: the words of the source or the name behind them.
func TestQuoteFilterBySource(t *testing.T) {
	he := export.Quote{Source: "he", Who: "Karl Roe"}
	for source, want := range map[string]bool{"he": true, "roe": true, "union": false, "": true} {
		if got := (&quoteFilter{source: source}).wants(&he); got != want {
			t.Errorf("--source %q: %v", source, got)
		}
	}
}

// TestSpeakerCell: who it is stands below words that do not tell.
func TestSpeakerCell(t *testing.T) {
	for _, c := range []struct {
		q    export.Quote
		want []string
	}{
		{export.Quote{Source: "Karl\x1b\nRoe, mayor,", Who: "Karl\x1b Roe"}, []string{"Karl\ufffd Roe, mayor,"}},
		{export.Quote{Source: "the mayor", Who: "Karl Roe", WhoRole: "ma\x1byor"}, []string{"the mayor", "= Karl Roe", "(ma\ufffdyor)"}},
		{export.Quote{Who: "Karl Roe"}, []string{"someone unnamed"}},
	} {
		if got := speakerCell(&c.q); !slices.Equal(got, c.want) {
			t.Errorf("%q, want %q", got, c.want)
		}
	}
}
