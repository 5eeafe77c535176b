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

// TestShapes compares the products of one row to thirteen with the matrices of the networks, at everyday inputs and at the
// ends of what the bound and the activations allow.
func TestShapes(t *testing.T) {
	shapes := [][2]int{{384, 1152}, {384, 384}, {384, 1536}, {1536, 384}, {768, 3072}, {3072, 768}, {400, 9}, {33, 1485}}
	if testing.Short() {
		shapes = shapes[1:2]
	}
	ks := others(t)
	for _, shape := range shapes {
		s := newSource(uint64(shape[1]))
		m := s.matrix(shape[1], shape[0])
		const rows = 13
		q, steps := s.quanta(rows*m.In), s.floats(rows)
		for i := range 3 * m.In { // the last rows: nothing, and either end throughout
			q[(rows-3)*m.In+i] = []uint8{128, 1, 255}[i/m.In]
		}
		want, got := make([]float32, rows*m.Out), make([]float32, rows*m.Out)
		portable{}.Product(want, m, q, steps)
		for _, k := range ks {
			for first := range rows {
				clear(got)
				k.Product(got[first*m.Out:], m, q[first*m.In:], steps[first:])
				sameBits(t, fmt.Sprintf("%s: %d rows, %d to %d", k.Name(), rows-first, m.In, m.Out), want[first*m.Out:], got[first*m.Out:])
			}
		}
	}
}

// The bound met as closely as can be in every group, by activations that all push one way.
func TestExtremes(t *testing.T) {
	for _, eight := range [][8]int8{
		{127, 0, 127, 0, 1, 0, 1, 0}, {-128, 0, 0, -128, 0, 0, 0, 0}, {-127, 127, 127, -127, 1, -1, -1, 1},
		{64, 64, 64, 64, 0, 0, 0, 0}, {-32, -32, -32, -32, -32, -32, -32, -32}, {0, 0, -64, -64, 127, 1, 0, 0},
	} {
		const in, out, rows = 3072, 48, 7
		w, q := make([]int8, in*out), make([]uint8, rows*in)
		for i := range w {
			w[i] = eight[i%8]
		}
		for i := range q {
			q[i] = []uint8{255, 1, 128, 255}[i/in%4]
			if i/in > 3 && eight[i%8] < 0 { // against the sign of the weight
				q[i] = 1
			}
		}
		m := Pack(w, out, in)
		if err := m.Check(); err != nil {
			t.Fatal(err)
		}
		for o := range m.Scale {
			m.Scale[o] = 1
		}
		steps := []float32{1, 1, 1, 1, 1, 1, 1}
		want, got := make([]float32, rows*out), make([]float32, rows*out)
		portable{}.Product(want, m, q, steps)
		for _, k := range others(t) {
			k.Product(got, m, q, steps)
			sameBits(t, fmt.Sprintf("%s: weights %d", k.Name(), eight), want, got)
		}
	}
}

// Numbers near the ends of float32 are still numbers, and rows of zeros have a step.
func TestHuge(t *testing.T) {
	for _, x := range [][]float32{
		{math.MaxFloat32, -math.MaxFloat32, 1e38, 1}, {math.SmallestNonzeroFloat32, 0, 0, 0}, {0, 0, 0, 0},
		{negligible, -negligible, 1e-31, 0}, {2 * negligible, -negligible, 0, 0}, {1e-37, 1, -1e-45, -0.5},
	} {
		row := make([]float32, 2*Lanes)
		for i := range row {
			row[i] = x[i%4]
		}
		for _, k := range others(t) {
			compareQuantise(t, k, row)
			want, got := clone(row), clone(row)
			portable{}.GELU(want)
			k.GELU(got)
			sameBits(t, k.Name()+": GELU", want, got)
		}
	}
}

// What is no number has no place, but Best finds one within.
func TestBestOfNothing(t *testing.T) {
	nan := float32(math.NaN())
	for _, k := range All() {
		for n := 1; n < 100; n++ {
			x := make([]float32, n)
			for i := range x {
				x[i] = nan
			}
			if b := k.Best(x); b < 0 || b >= n {
				t.Errorf("%s: Best of %d is %d", k.Name(), n, b)
			}
		}
	}
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
