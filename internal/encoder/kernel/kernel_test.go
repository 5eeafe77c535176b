package kernel

import (
	"errors"
	"fmt"
	"math"
	"math/rand/v2"
	"testing"
)

// others returns the kernels that are compared with the portable one.
func others(t testing.TB) []Kernel {
	all := All()
	if len(all) == 1 {
		t.Skip("needs a processor and a build with another kernel than the portable one")
	}
	return all[1:]
}

// A source makes random inputs of every magnitude.
type source struct{ *rand.Rand }

func newSource(seed uint64) source { return source{rand.New(rand.NewPCG(seed, 1))} }

// float is a finite float32: mostly of everyday size, sometimes zero, tiny, subnormal or huge.
func (s source) float() float32 {
	switch s.IntN(40) {
	case 0:
		return 0
	case 1:
		return float32(math.Copysign(0, -1))
	case 2:
		return math.Float32frombits(s.Uint32() & 0x807fffff) // subnormal
	case 3:
		return float32(s.NormFloat64() * 1e12)
	case 4:
		return float32(s.NormFloat64() * 1e-12)
	}
	return float32(s.NormFloat64() * 3)
}

func (s source) floats(n int) []float32 {
	x := make([]float32, n)
	for i := range x {
		x[i] = s.float()
	}
	return x
}

// matrix is random weights that keep the bound, often just so, with random scales and biases.
func (s source) matrix(out, in int) *Matrix {
	w := make([]int8, out*in)
	for o := range out {
		for i := 0; i < in; i += 8 {
			s.eight(w[o*in+i : o*in+min(in, i+8)])
		}
	}
	m := Pack(w, out, in)
	for o := range out {
		m.Scale[o], m.Bias[o] = s.float(), s.float()
	}
	return m
}

// eight sets up to eight neighbouring weights; those that break the bound are halved until they keep it.
func (s source) eight(w []int8) {
	for i := range w {
		w[i] = int8(s.IntN(256) - 128)
		if s.IntN(4) == 0 {
			w[i] = []int8{-128, -64, 0, 64, 127}[s.IntN(5)]
		}
	}
	var all [8]int8
	for copy(all[:], w); !Bounded(&all); copy(all[:], w) {
		w[s.IntN(len(w))] /= 2
	}
}

// quanta are activations from −127 to 127, each 128 too great, often at the ends.
func (s source) quanta(n int) []uint8 {
	q := make([]uint8, n)
	for i := range q {
		q[i] = uint8(1 + s.IntN(255))
		if s.IntN(8) == 0 {
			q[i] = []uint8{1, 255}[s.IntN(2)]
		}
	}
	return q
}

// sameBits fails where two vectors differ in a bit; any two NaNs are equal.
func sameBits(t *testing.T, what string, want, got []float32) {
	t.Helper()
	for i := range want {
		if math.Float32bits(want[i]) != math.Float32bits(got[i]) && !(want[i] != want[i] && got[i] != got[i]) {
			t.Fatalf("%s: number %d of %d is %x (%g), want %x (%g)", what, i, len(want), math.Float32bits(got[i]), got[i], math.Float32bits(want[i]), want[i])
		}
	}
}

func clone(x []float32) []float32 { return append([]float32(nil), x...) }

func TestByName(t *testing.T) {
	for _, name := range []string{Auto, "", Portable} {
		k, err := ByName(name)
		if err != nil {
			t.Fatal(err)
		}
		if name == Portable && k.Name() != Portable {
			t.Errorf("ByName(%q) is %s", name, k.Name())
		}
	}
	var unknown *UnknownError
	if _, err := ByName("mmx"); !errors.As(err, &unknown) {
		t.Errorf("ByName(mmx): %v", err)
	}
	if k, err := ByName(AVX2); err != nil {
		var missing *MissingError
		if !errors.As(err, &missing) {
			t.Errorf("ByName(avx2): %v", err)
		}
	} else if k.Name() != AVX2 {
		t.Errorf("ByName(avx2) is %s", k.Name())
	}
}

func TestSameBits(t *testing.T) {
	for _, k := range others(t) {
		t.Run(k.Name(), func(t *testing.T) {
			for seed := range uint64(300) {
				compare(t, k, newSource(seed))
			}
		})
	}
}

func FuzzSameBits(f *testing.F) {
	ks := others(f)
	f.Add(uint64(1))
	f.Fuzz(func(t *testing.T, seed uint64) {
		for _, k := range ks {
			compare(t, k, newSource(seed))
		}
	})
}

// compare runs every method of a kernel and of the reference on the same random inputs.
func compare(t *testing.T, k Kernel, s source) {
	t.Helper()
	compareProduct(t, k, s, 1+s.IntN(20), 1+s.IntN(100), 1+s.IntN(600))
	compareAttend(t, k, s, 1+s.IntN(40), 1+s.IntN(3), Lanes*(1+s.IntN(4)))
	compareRows(t, k, s)
	n := Lanes * (1 + s.IntN(30))
	compareQuantise(t, k, s.floats(n))

	x, y, gain, bias := s.floats(n), s.floats(n), s.floats(n), s.floats(n)
	inPlace := func(what string, f func(k Kernel, x []float32)) {
		t.Helper()
		want, got := clone(x), clone(x)
		f(portable{}, want)
		f(k, got)
		sameBits(t, what, want, got)
	}
	inPlace("GELU", func(k Kernel, x []float32) { k.GELU(x) })
	inPlace("LeakyReLU", func(k Kernel, x []float32) { k.LeakyReLU(x, 0.1) })
	inPlace("Add", func(k Kernel, x []float32) { k.Add(x, y) })
	inPlace("Norm", func(k Kernel, x []float32) { k.Norm(x, gain, bias, 1e-12) })
	inPlace("AddNorm", func(k Kernel, x []float32) { k.AddNorm(x, y, gain, bias, 1e-12) })
	word := make([]int8, n)
	for i := range word {
		word[i] = int8(s.Uint32())
	}
	inPlace("Embed", func(k Kernel, x []float32) { k.Embed(x, word, y[0], gain, bias) })

	x = x[:1+s.IntN(n)]
	x[s.IntN(len(x))] = x[s.IntN(len(x))]
	if want, got := (portable{}).Best(x), k.Best(x); got != want {
		t.Fatalf("Best of %d: %d (%g), want %d (%g)", len(x), got, x[got], want, x[want])
	}
}

func compareProduct(t *testing.T, k Kernel, s source, rows, out, in int) {
	t.Helper()
	m := s.matrix(out, in)
	q, steps := s.quanta(rows*m.In), make([]float32, rows)
	for r := range steps {
		steps[r] = float32(math.Abs(float64(s.float())))
	}
	want, got := make([]float32, rows*m.Out), make([]float32, rows*m.Out)
	portable{}.Product(want, m, q, steps)
	k.Product(got, m, q, steps)
	sameBits(t, fmt.Sprintf("Product of %d rows, %d to %d", rows, m.In, m.Out), want, got)
}

func compareQuantise(t *testing.T, k Kernel, x []float32) {
	t.Helper()
	want, got := make([]uint8, len(x)), make([]uint8, len(x))
	wantStep, gotStep := portable{}.Quantise(want, x), k.Quantise(got, x)
	sameBits(t, "step of Quantise", []float32{wantStep}, []float32{gotStep})
	for i := range want {
		if want[i] != got[i] {
			t.Fatalf("Quantise: number %d (%g, step %g) is %d, want %d", i, x[i], wantStep, got[i], want[i])
		}
	}
}

func compareAttend(t *testing.T, k Kernel, s source, n, heads, width int) {
	t.Helper()
	d := heads * width
	qkv, work := s.floats(n*3*d), make([]float32, AttendWork(n, width))
	for i, v := range qkv {
		qkv[i] = max(-100, min(100, v)) // lest scores be infinite
	}
	for _, bias := range [][]float32{nil, s.floats(2*n - 1)} {
		want, got := make([]float32, n*d), make([]float32, n*d)
		for h := range heads {
			portable{}.Attend(want, qkv, n, d, h, width, bias, work)
			k.Attend(got, qkv, n, d, h, width, bias, work)
		}
		sameBits(t, fmt.Sprintf("Attend over %d rows, %d heads of %d", n, heads, width), want, got)
	}
}

func compareRows(t *testing.T, k Kernel, s source) {
	t.Helper()
	n, count := Lanes*(1+s.IntN(6)), 1+s.IntN(20)
	stride := n + s.IntN(40)
	rows, q := s.floats(count*stride), s.floats(n)
	want, got := make([]float32, count), make([]float32, count)
	portable{}.Dots(want, q, rows, stride)
	k.Dots(got, q, rows, stride)
	sameBits(t, "Dots", want, got)
}
