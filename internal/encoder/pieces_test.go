package encoder

import (
	"strings"
	"testing"

	"example.org/demarche/internal/encoder/kernel"
)

// cutWords returns the pieces of words, spelled out.
func cutWords(e *Encoder, words ...string) string {
	spelled := map[int32]string{}
	for s, id := range e.begin {
		spelled[id] = s
	}
	for s, id := range e.inside {
		spelled[id] = "##" + s
	}
	var out []string
	for _, w := range words {
		c := cutter{vocabulary: e.vocabulary, limit: MaxPieces}
		c.cut(w)
		for _, id := range c.ids[:c.pieces] {
			out = append(out, spelled[id])
		}
	}
	return strings.Join(out, " ")
}

func TestPieces(t *testing.T) {
	e := small(t, kernel.Portable)
	for _, c := range []struct{ word, want string }{
		{"minister", "minister"},
		{"Ministers", "minister ##s"},
		{"RESIGNED", "resign ##ed"},
		{"1945", "19 ##45"},
		{"1946", "[UNK]"},
		{"'s", "[UNK] s"}, // a part by itself, which the vocabulary lacks
		{"U.S.", "u . s ."},
		{"Pâris", "par ##is"},
		{"Pa\u0302ris", "par ##is"},
		{"東par", "東 par"},
		{"東京", "東 [UNK]"},
		{"par is", "par i ##s"},
		{"par\u00a0is", "par i ##s"},
		{"pa\u00adr\x00is\xff", "par ##is"}, // soft hyphen, NUL and broken UTF-8 leave nothing
		{"", "[UNK]"},
		{"\u0301", "[UNK]"},
		{"\x00", "[UNK]"},
		{strings.Repeat("a", 100), "a" + strings.Repeat(" ##a", 99)},
		{strings.Repeat("a", 101), "[UNK]"},
		{"a." + strings.Repeat("é", 101) + ".a", "a . [UNK] . a"},
		{"각", "[UNK]"},
		{"İ", "i"},
	} {
		if got := cutWords(e, c.word); got != c.want {
			t.Errorf("%q: %s, want %s", c.word, got, c.want)
		}
	}
}

func TestHangul(t *testing.T) {
	v := &vocabulary{begin: map[string]int32{"\u1100": 1}, inside: map[string]int32{"\u1161": 2, "\u11a8": 3}, longest: 5}
	c := cutter{vocabulary: v, limit: MaxPieces}
	c.cut("가각")
	if c.pieces != 1 || c.ids[0] != 0 { // the second syllable begins inside: unknown
		t.Errorf("가각: %v", c.ids[:c.pieces])
	}
	c.pieces = 0
	c.cut("각")
	if c.pieces != 3 || c.ids[2] != 3 {
		t.Errorf("각: %v", c.ids[:c.pieces])
	}
}

func TestPiecesOfAWord(t *testing.T) {
	e := small(t, kernel.Portable)
	for word, want := range map[string]int{"minister": 1, "resigned": 2, "": 1, "U.S.": 4, strings.Repeat(".", 5000): MaxPieces} {
		if got := e.Pieces(word); got != want {
			t.Errorf("%.20q has %d pieces, want %d", word, got, want)
		}
	}
}

func FuzzPieces(f *testing.F) {
	e := small(f, kernel.Portable)
	f.Add("Paris 東京 \u0301\xff")
	f.Fuzz(func(t *testing.T, word string) {
		n := e.Pieces(word)
		if n < 1 || n > MaxPieces {
			t.Errorf("%q has %d pieces", word, n)
		}
		if _, reached := e.Encode(e.NewScratch(), []string{word}); reached != 1 {
			t.Errorf("%q: %d words reached", word, reached)
		}
	})
}

func TestShape(t *testing.T) {
	for _, c := range []struct {
		word string
		want uint8
	}{
		{"minister", shapeOther}, {".", shapeOther}, {"", shapeOther}, {"\xff", shapeOther},
		{"NATO", shapeUpper}, {"U.S.", shapeUpper}, {"G20A", shapeUpper}, {"ÖVP", shapeUpper},
		{"Paris", shapeTitle}, {"A", shapeTitle}, {"McCain", shapeTitle}, {"Ǆa", shapeTitle},
		{"iPhone", shapeInner}, {"7A", shapeInner}, {"'S", shapeInner},
		{"1945", shapeNumber}, {"5th", shapeNumber}, {"٣", shapeNumber}, {"½", shapeOther},
	} {
		if got := shapeOf(c.word); got != c.want {
			t.Errorf("%q has shape %d, want %d", c.word, got, c.want)
		}
	}
}
