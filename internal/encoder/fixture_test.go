package encoder

import (
	"math"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"example.org/demarche/internal/encoder/kernel"
	"example.org/demarche/internal/encoder/modeltest"
)

const models = "../../data/models"

func read(t testing.TB, name string) string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(models, name))
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func readFixture(t testing.TB) *modeltest.Fixture {
	t.Helper()
	f, err := modeltest.ParseFixture([]byte(read(t, "fixture.json")))
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// The encoder that the program ships against the reference: the same pieces, inputs equal but for rounding, vectors as
// near as 8 bits allow.
func TestFixture(t *testing.T) {
	e, err := Open(read(t, "encoder.dmm"), kernel.Auto)
	if err != nil {
		t.Fatal(err)
	}
	sc, fixture := e.NewScratch(), readFixture(t)
	var d modeltest.Difference
	for _, s := range fixture.Sentences {
		e.Add(sc, s.Words)
		x := make([]float32, len(s.Pieces)*e.Width())
		if got := sc.batch.ids; !slices.Equal(got, s.Pieces) {
			t.Fatalf("%q: pieces %v, want %v", s.Words, got, s.Pieces)
		}
		e.embed(x, &sc.batch)
		compareInputs(t, x, s.Input, e.Width())
		vectors := e.Encode(sc).Rows
		for w, want := range s.Vectors {
			for i, v := range want {
				d.Add(vectors[w*e.Width()+i], v)
			}
		}
	}
	t.Log(d.String())
	if err := d.Within(fixture.Drift); err != nil {
		t.Error(err)
	}
}

func compareInputs(t *testing.T, x []float32, want [][]float32, width int) {
	t.Helper()
	for p, row := range want {
		for i, v := range row {
			if got := x[p*width+i]; math.Abs(float64(got-v)) > 1.5e-5 {
				t.Errorf("input %d of piece %d is %g, want %g", i, p, got, v)
			}
		}
	}
}

func BenchmarkOpen(b *testing.B) {
	data := read(b, "encoder.dmm")
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Open(data, kernel.Auto); err != nil {
			b.Fatal(err)
		}
	}
}
