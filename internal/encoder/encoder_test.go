package encoder

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"example.org/demarche/internal/encoder/kernel"
	"example.org/demarche/internal/encoder/modeltest"
)

// smallPieces is a vocabulary that spells any word of lower-case letters.
func smallPieces() []string {
	pieces := strings.Fields("the minister resign ##ed ##s cabinet . , 's talk par ##is 19 ##45 東")
	for c := 'a'; c <= 'z'; c++ {
		pieces = append(pieces, string(c), "##"+string(c))
	}
	return pieces
}

func open(t testing.TB, m *modeltest.Model, kernel string) *Encoder {
	t.Helper()
	e, err := Open(m.String(), kernel)
	if err != nil {
		t.Fatal(err)
	}
	return e
}

func small(t testing.TB, kernel string) *Encoder {
	return open(t, modeltest.Encoder(1, 2, 64, 2, 96, smallPieces()...), kernel)
}

var sentences = [][]string{
	strings.Fields("The minister resigned ."),
	strings.Fields("Paris talks"),
	{},
	{"x"},
	strings.Fields("Nobody in the cabinet , however , knew of the minister 's plan to talk in public about what the others did ."),
}

func TestKernelsAgree(t *testing.T) {
	want := small(t, kernel.Portable)
	for _, k := range kernel.All()[1:] {
		got := small(t, k.Name())
		a, b := want.NewScratch(), got.NewScratch()
		for _, s := range sentences {
			x, _ := want.Encode(a, s)
			y, _ := got.Encode(b, s)
			if !slices.Equal(x, y) {
				t.Errorf("%s and portable differ on %q", k.Name(), s)
			}
		}
	}
}

func TestSentenceAlone(t *testing.T) {
	e := small(t, kernel.Auto)
	fresh := map[string][]float32{}
	for _, s := range sentences {
		v, n := e.Encode(e.NewScratch(), s)
		if n != len(s) || len(v) != n*e.Width() {
			t.Fatalf("%q: %d vectors in %d numbers", s, n, len(v))
		}
		fresh[fmt.Sprint(s)] = slices.Clone(v)
	}
	sc := e.NewScratch()
	for range 3 {
		for _, s := range sentences {
			if v, _ := e.Encode(sc, s); !slices.Equal(v, fresh[fmt.Sprint(s)]) {
				t.Errorf("%q depends on what was encoded before", s)
			}
		}
	}
}

func TestVectorsAreSound(t *testing.T) {
	e := small(t, kernel.Auto)
	v, _ := e.Encode(e.NewScratch(), sentences[4])
	for i, x := range v {
		if math.IsNaN(float64(x)) || math.Abs(float64(x)) > 20 {
			t.Fatalf("number %d is %g", i, x)
		}
	}
	if slices.Equal(v[:e.Width()], v[e.Width():2*e.Width()]) {
		t.Error("two different words have the same vector")
	}
}

func TestLimit(t *testing.T) {
	e := small(t, kernel.Auto)
	sc := e.NewScratch()
	for _, c := range []struct {
		what    string
		words   []string
		reached int
	}{
		{"510 words", slices.Repeat([]string{"x"}, 510), 510},
		{"511 words", slices.Repeat([]string{"x"}, 511), 510},
		{"a million words", slices.Repeat([]string{"talks"}, 1e6), 255},
		{"a long word", []string{strings.Repeat("!", 1<<20), "x"}, 1},
		{"a word that is cut", append(slices.Repeat([]string{"x"}, 509), "resigned", "x"), 510},
	} {
		v, reached := e.Encode(sc, c.words)
		if reached != c.reached || len(v) != reached*e.Width() {
			t.Errorf("%s: %d vectors in %d numbers, want %d", c.what, reached, len(v), c.reached)
		}
	}
}

func TestNoAllocations(t *testing.T) {
	e := small(t, kernel.Auto)
	sc := e.NewScratch()
	if n := testing.AllocsPerRun(10, func() {
		for _, s := range sentences {
			e.Encode(sc, s)
		}
		e.Pieces("Ministère")
	}); n != 0 {
		t.Errorf("%g allocations", n)
	}
}

func BenchmarkEncode(b *testing.B) {
	words := strings.Fields("Nobody in the cabinet , however , knew of the minister 's plan to talk in public about what the others did .")
	pieces := append(smallPieces(), strings.Fields(strings.ToLower(strings.Join(words, " ")))...)
	m := modeltest.Encoder(1, 3, 384, 12, 1536, slices.Compact(slices.Sorted(slices.Values(pieces)))...)
	for _, k := range kernel.All() {
		b.Run(k.Name(), func(b *testing.B) {
			e := open(b, m, k.Name())
			sc := e.NewScratch()
			e.Encode(sc, words)
			b.ReportAllocs()
			for b.Loop() {
				e.Encode(sc, words)
			}
			b.ReportMetric(float64(len(words)*b.N)/b.Elapsed().Seconds(), "words/s")
		})
	}
}
