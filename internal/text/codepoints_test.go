package text_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"example.org/demarche/internal/text"
	"pgregory.net/rapid"
)

func TestCodePointsKnown(t *testing.T) {
	s := "\ufeffA\u0301 🚢\r\n"
	c := text.NewCodePoints(s)
	for offset, want := range map[int]int{-1: 0, 0: 0, 3: 1, 4: 2, 6: 3, 7: 4, 9: 5, 11: 5, 12: 6, 13: 7, 99: 7} {
		if got := c.Of(offset); got != want {
			t.Errorf("Of(%d) = %d, want %d", offset, got, want)
		}
	}
	if got := text.NewCodePoints("").Of(0); got != 0 {
		t.Errorf("the empty text has %d code points", got)
	}
}

// TestCodePointsCount holds Of against the standard library's count at every boundary of a text.
func TestCodePointsCount(t *testing.T) {
	piece := rapid.SampledFrom([]string{"a", "plain words and more of them, ", "é", "e\u0301", "\u00a0", "\r\n", "\ufeff", "🚢", "👩🏽‍🚀", "漢字"})
	rapid.Check(t, func(t *rapid.T) {
		s := strings.Join(rapid.SliceOf(piece).Draw(t, "pieces"), "")
		c := text.NewCodePoints(s)
		for offset := range s {
			if got, want := c.Of(offset), utf8.RuneCountInString(s[:offset]); got != want {
				t.Fatalf("Of(%d) = %d, want %d in %q", offset, got, want, s)
			}
		}
		if got, want := c.Of(len(s)), utf8.RuneCountInString(s); got != want {
			t.Fatalf("the whole of %q is %d, want %d", s, got, want)
		}
	})
}

func BenchmarkCodePoints(b *testing.B) {
	s := strings.Repeat("Der Minister – er hieß Müller – kam nicht. ", 50_000)
	b.SetBytes(int64(len(s)))
	for b.Loop() {
		c := text.NewCodePoints(s)
		for offset := 0; offset < len(s); offset += 40 {
			c.Of(offset)
		}
	}
}
