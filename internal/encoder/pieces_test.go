package encoder

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"example.org/demarche/internal/encoder/kernel"
	"example.org/demarche/internal/encoder/modeltest"
)

// cutWords returns the pieces of words, spelled out.
func cutWords(e *Encoder, words ...string) string {
	spelled := strings.Split(e.text, "\n")
	var out []string
	for _, w := range words {
		c := cutter{vocabulary: e.vocabulary}
		for _, id := range c.cut(w) {
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
	e := open(t, modeltest.Encoder(1, 1, 16, 1, 16, "\u1100", "##\u1161", "##\u11a8"), kernel.Portable)
	// The first syllable is a part with the second, which begins inside: unknown.
	for word, want := range map[string]string{"가각": "[UNK]", "각": "\u1100 ##\u1161 ##\u11a8", "가": "\u1100 ##\u1161"} {
		if got := cutWords(e, word); got != want {
			t.Errorf("%s: %s, want %s", word, got, want)
		}
	}
}

func TestPiecesOfAWord(t *testing.T) {
	e := small(t, kernel.Portable)
	sc := e.NewScratch()
	for word, want := range map[string]int{"minister": 1, "resigned": 2, "": 1, "U.S.": 4, strings.Repeat(".", 5000): MaxPieces} {
		if got := e.Pieces(sc, word); got != want {
			t.Errorf("%.20q has %d pieces, want %d", word, got, want)
		}
	}
}

// A word's pieces and shape are those that cutting gives, whether it was met before or another took its place.
func TestKnownWords(t *testing.T) {
	e := small(t, kernel.Portable)
	sc, fresh := e.NewScratch(), e.NewScratch()
	rng := rand.New(rand.NewPCG(1, 1))
	for range 3 * knownWords {
		word := make([]byte, rng.IntN(40))
		for i := range word {
			word[i] = "aEinrst.4"[rng.IntN(9)]
		}
		for range 2 {
			ids, shape := e.cutWord(sc, string(word))
			want, wantShape := e.cutNew(fresh, string(word))
			if !slices.Equal(ids, want) || shape != wantShape {
				t.Fatalf("%q: pieces %v of shape %d, want %v of shape %d", word, ids, shape, want, wantShape)
			}
		}
	}
}

func FuzzPieces(f *testing.F) {
	e := small(f, kernel.Portable)
	sc := e.NewScratch()
	f.Add("Paris 東京 \u0301\xff")
	f.Fuzz(func(t *testing.T, word string) {
		n := e.Pieces(sc, word)
		if n < 1 || n > MaxPieces {
			t.Errorf("%q has %d pieces", word, n)
		}
		if _, reached := encode(e, sc, []string{word}); reached != 1 {
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
