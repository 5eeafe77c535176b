package encoder

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"example.org/demarche/internal/encoder/kernel"
	"example.org/demarche/internal/encoder/modeltest"
)

// smallPieces is a vocabulary that spells any word of lower-case letters.
func smallPieces() []string {
	pieces := strings.Fields("the minister resign ##ed cabinet . , 's talk par ##is 19 ##45 東")
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

// encode returns the vectors of one sentence's words, and how many of them have one.
func encode(e *Encoder, sc *Scratch, words []string) (vectors []float32, reached int) {
	e.Add(sc, words)
	v := e.Encode(sc)
	return v.Rows, v.Len()
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
			x, _ := encode(want, a, s)
			y, _ := encode(got, b, s)
			if !slices.Equal(x, y) {
				t.Errorf("%s and portable differ on %q", k.Name(), s)
			}
		}
	}
}

// A sentence's vectors are the same alone, after others, and in a batch with others, whichever these are.
func TestSentenceAlone(t *testing.T) {
	for _, e := range []*Encoder{small(t, kernel.Auto), open(t, pooled(1, 40), kernel.Auto)} {
		fresh := map[string][]float32{}
		for _, s := range sentences {
			v, n := encode(e, e.NewScratch(), s)
			if n != len(s) || len(v) != n*e.Width() {
				t.Fatalf("%q: %d vectors in %d numbers", s, n, len(v))
			}
			fresh[fmt.Sprint(s)] = slices.Clone(v)
		}
		sc, rng := e.NewScratch(), rand.New(rand.NewPCG(1, 2))
		for range 30 {
			batch := make([][]string, 1+rng.IntN(12))
			for i := range batch {
				batch[i] = sentences[rng.IntN(len(sentences))]
				e.Add(sc, batch[i])
			}
			v := e.Encode(sc)
			for i, s := range batch {
				first, end := v.Sentence(i)
				if !slices.Equal(v.Rows[first*v.Width:end*v.Width], fresh[fmt.Sprint(s)]) {
					t.Errorf("%q depends on what it is encoded with", s)
				}
			}
		}
	}
}

// pooled is a model of three layers whose pieces become words behind some of them, with relative positions if reach is
// not 0.
func pooled(pool, reach int) *modeltest.Model {
	m := modeltest.Encoder(1, 3, 64, 2, 96, smallPieces()...)
	m.Config["pool"], m.Config["relative"] = pool, reach
	if reach > 0 {
		m.Floats("relative", 0, 1, 2, 2*reach+1)
	}
	return m
}

// Pieces become words behind the layer that the file names: the same as going through the layers by hand.
func TestPool(t *testing.T) {
	words := strings.Fields("the ministers resigned , xyz talks")
	for pool := range 4 {
		e := open(t, pooled(pool, 0), kernel.Auto)
		sc := e.NewScratch()
		e.Add(sc, words)
		x, ends := make([]float32, len(sc.batch.ids)*e.width), slices.Clone(sc.batch.wordEnds)
		e.embed(x, &sc.batch)
		for i := range e.layers[:pool] {
			e.layers[i].forward(e, sc, x, []int{len(x) / e.width})
		}
		rows := slices.Clone(x[:e.width])
		first := 1
		for _, end := range ends {
			sum := slices.Clone(x[first*e.width : (first+1)*e.width])
			for i := first + 1; i < int(end); i++ {
				for j := range sum {
					sum[j] += x[i*e.width+j]
				}
			}
			for j := range sum {
				sum[j] *= 1 / float32(int(end)-first)
			}
			rows, first = append(rows, sum...), int(end)
		}
		for i := range e.layers[pool:] {
			e.layers[pool+i].forward(e, sc, rows, []int{len(rows) / e.width})
		}
		sc.batch.clear()
		if v, n := encode(e, sc, words); n != len(words) || !slices.Equal(v, rows[e.width:]) {
			t.Errorf("pool %d: other vectors than by hand", pool)
		}
	}
}

// TestAlone: a word alone is the mean of what its pieces put into the first layer, without the shape, wherever it stands.
func TestAlone(t *testing.T) {
	m := modeltest.Encoder(7, 1, 32, 2, 48, "a", "##b", "c")
	e, err := Open(m.String(), kernel.Auto)
	if err != nil {
		t.Fatal(err)
	}
	sc := e.NewScratch()
	words := strings.Fields("c c c c c c c c c ab c") // the pieces of "ab" have the places 10 and 11
	e.Add(sc, words)
	x := make([]float32, len(sc.batch.ids)*e.width)
	for i := range sc.batch.ids {
		copy(e.position[i*e.width:(i+1)*e.width], e.position[anyPlace*e.width:]) // all places alike
	}
	sc.batch.shapes = make([]uint8, len(sc.batch.ids))
	e.embed(x, &sc.batch)
	want := make([]float32, e.width)
	for i := range want {
		want[i] = (x[10*e.width+i] + x[11*e.width+i]) * 0.5
	}
	got := make([]float32, e.width)
	if e.Alone(sc, got, "ab"); !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
	if e.Alone(sc, got, "AB"); !slices.Equal(got, want) {
		t.Errorf("in capitals: got %v, want %v", got, want)
	}
}

// Relative positions: where all that a row may take from is the row before it, the words before that have no say; where one
// head looks two rows back, that word has, and none before.
func TestRelative(t *testing.T) {
	const far = -1e4
	sameByRelative(t, []float32{far, 0, far, far, far, far, 0, far, far, far}, map[string]bool{
		"cabinet minister talk x": true, "a b c minister talk x": true, "the minister talk y": true, "the cabinet talk x": false,
	})
	sameByRelative(t, []float32{far, far, 0, far, far, far, far, far, 0, far, far, far, far, far}, map[string]bool{
		"cabinet minister talk x": false, "a b the minister talk x": true, "the minister talk y": true, "the cabinet talk x": false,
	})
}

// sameByRelative tells whether, with what two heads add by distance, the last word but one has the same vector as in "the
// minister talk x".
func sameByRelative(t *testing.T, relative []float32, sentences map[string]bool) {
	t.Helper()
	m := modeltest.Encoder(1, 1, 64, 2, 96, smallPieces()...)
	reach := (len(relative)/2 - 1) / 2
	m.Config["positions"], m.Config["relative"] = 1, reach
	m.Entry = slices.DeleteFunc(m.Entry, func(e modeltest.Entry) bool { return e.Name == "position" })
	m.Floats("position", 0, 0, 1, 64)
	m.Numbers("relative", relative, 2, 2*reach+1)
	e := open(t, m, kernel.Auto)
	last := func(words string) []float32 {
		v, n := encode(e, e.NewScratch(), strings.Fields(words))
		return v[(n-2)*e.Width() : (n-1)*e.Width()] // of the last word but one
	}
	want := last("the minister talk x")
	for words, same := range sentences {
		if got := slices.Equal(last(words), want); got != same {
			t.Errorf("%s: the same as the minister talk x: %t, want %t", words, got, same)
		}
	}
}

func TestVectorsAreSound(t *testing.T) {
	e := small(t, kernel.Auto)
	v, _ := encode(e, e.NewScratch(), sentences[4])
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
		v, reached := encode(e, sc, c.words)
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
			e.Add(sc, s)
		}
		e.Encode(sc)
		e.Pieces(sc, "Ministère")
	}); n != 0 {
		t.Errorf("%g allocations", n)
	}
}

// BenchmarkEncode encodes sentences of news's usual length, in batches as the pipeline makes them and one by one.
func BenchmarkEncode(b *testing.B) {
	words := strings.Fields("Nobody in the cabinet , however , knew of the minister 's plan to talk in public about what the others did .")
	pieces := append(smallPieces(), strings.Fields(strings.ToLower(strings.Join(words, " ")))...)
	slices.Sort(pieces)
	m := modeltest.Encoder(1, 3, 384, 12, 1536, slices.Compact(pieces)...)
	for _, k := range kernel.All() {
		for name, sentences := range map[string]int{"batches": 16, "single": 1} {
			b.Run(k.Name()+"/"+name, func(b *testing.B) {
				e := open(b, m, k.Name())
				sc := e.NewScratch()
				b.ReportAllocs()
				for b.Loop() {
					for range sentences {
						if !e.Add(sc, words) {
							e.Encode(sc)
						}
					}
					e.Encode(sc)
				}
				b.ReportMetric(float64(len(words)*sentences*b.N)/b.Elapsed().Seconds(), "words/s")
			})
		}
	}
}
