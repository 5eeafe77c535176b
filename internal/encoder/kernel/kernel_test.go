package kernel

import (
	"errors"
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

func (s source) weights(n int) []int8 {
	w := make([]int8, n)
	for i := range w {
		w[i] = int8(s.IntN(256) - 128)
		if s.IntN(8) == 0 {
			w[i] = []int8{-128, -127, 127}[s.IntN(3)]
		}
	}
	return w
}

func (s source) quanta(n int) []int16 {
	x := make([]int16, n)
	for i := range x {
		x[i] = int16(s.IntN(255) - 127)
		if s.IntN(8) == 0 {
			x[i] = []int16{-127, 127}[s.IntN(2)]
		}
	}
	return x
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

// The portable product against the definition, at the extremes.
func TestPortableProduct(t *testing.T) {
	s := newSource(1)
	for range 50 {
		k, outs, rows := 16*(1+s.IntN(20)), 1+s.IntN(9), 1+s.IntN(9)
		w, x, acc := s.weights(outs*k), s.quanta(rows*k), make([]int32, rows*outs)
		portable{}.Product(acc, w, x, k)
		for r := range rows {
			for o := range outs {
				want := int32(0)
				for i := range k {
					want += int32(w[o*k+i]) * int32(x[r*k+i])
				}
				if got := acc[r*outs+o]; got != want {
					t.Fatalf("k %d, row %d of %d, output %d of %d: %d, want %d", k, r, rows, o, outs, got, want)
				}
			}
		}
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
	ref := portable{}
	compareProduct(t, k, s)
	n := Lanes * (1 + s.IntN(12))
	x, y := s.floats(n), s.floats(n)

	q, r := make([]int16, n), make([]int16, n)
	want, got := ref.Quantise(q, x), k.Quantise(r, x)
	sameBits(t, "Quantise", []float32{want}, []float32{got})
	for i := range q {
		if q[i] != r[i] {
			t.Fatalf("Quantise: number %d is %d, want %d", i, r[i], q[i])
		}
	}

	inPlace := func(what string, f func(k Kernel, x []float32)) {
		t.Helper()
		a, b := clone(x), clone(x)
		f(ref, a)
		f(k, b)
		sameBits(t, what, a, b)
	}
	inPlace("GELU", func(k Kernel, x []float32) { k.GELU(x) })
	inPlace("LeakyReLU", func(k Kernel, x []float32) { k.LeakyReLU(x, 0.1) })
	inPlace("Add", func(k Kernel, x []float32) { k.Add(x, y) })
	inPlace("Exps", func(k Kernel, x []float32) { x[0] = k.Exps(x) })
	gain, bias := s.floats(n), s.floats(n)
	inPlace("Norm", func(k Kernel, x []float32) { k.Norm(x, gain, bias, 1e-12) })
	compareRows(t, k, s)
	compareRescale(t, k, s)
}

func compareProduct(t *testing.T, k Kernel, s source) {
	width, outs, rows := Lanes*(1+s.IntN(100)), 1+s.IntN(70), 1+s.IntN(20)
	w, x := s.weights(outs*width), s.quanta(rows*width)
	want, got := make([]int32, rows*outs), make([]int32, rows*outs)
	portable{}.Product(want, w, x, width)
	k.Product(got, w, x, width)
	for i := range want {
		if want[i] != got[i] {
			t.Fatalf("Product of %d rows with %d rows of %d: number %d is %d, want %d", rows, outs, width, i, got[i], want[i])
		}
	}
}

func compareRows(t *testing.T, k Kernel, s source) {
	n, count := Lanes*(1+s.IntN(6)), 1+s.IntN(20)
	stride := n + s.IntN(40)
	rows, q, p := s.floats(count*stride), s.floats(n), s.floats(count)
	want, got := make([]float32, count), make([]float32, count)
	portable{}.Dots(want, q, rows, stride)
	k.Dots(got, q, rows, stride)
	sameBits(t, "Dots", want, got)

	want, got = make([]float32, n), make([]float32, n)
	portable{}.Mix(want, p, rows, stride, p[0])
	k.Mix(got, p, rows, stride, p[0])
	sameBits(t, "Mix", want, got)
}

func compareRescale(t *testing.T, k Kernel, s source) {
	n := 1 + s.IntN(70)
	acc := make([]int32, n)
	for i := range acc {
		acc[i] = int32(s.Uint32()) >> s.IntN(20)
	}
	scale, bias, step := s.floats(n), s.floats(n), s.float()
	want, got := make([]float32, n), make([]float32, n)
	portable{}.Rescale(want, acc, step, scale, bias)
	k.Rescale(got, acc, step, scale, bias)
	sameBits(t, "Rescale", want, got)
}

func TestFunctions(t *testing.T) {
	for i := range 200000 {
		x := float32(i)/200000*12 - 6
		if got, want := float64(erf(x)), math.Erf(float64(x)); math.Abs(got-want) > 4e-7 {
			t.Fatalf("erf(%g) is %g, want %g", x, got, want)
		}
		want := float64(x) * (1 + math.Erf(float64(x)/math.Sqrt2)) / 2
		if got := float64(gelu(x)); math.Abs(got-want) > 2e-7*(1+math.Abs(float64(x))) {
			t.Fatalf("gelu(%g) is %g, want %g", x, got, want)
		}
		x = -87 * float32(i) / 200000
		if got, want := float64(exp(x)), math.Exp(float64(x)); math.Abs(got-want) > 2.4e-7*want {
			t.Fatalf("exp(%g) is %g, want %g", x, got, want)
		}
	}
	if exp(0) != 1 || gelu(-30) != 0 || gelu(30) != 30 || exp(-1e30) <= 0 {
		t.Error("the ends of exp or gelu are off")
	}
}

// Exps and Norm against their definitions in float64.
func TestDefinitions(t *testing.T) {
	rng := rand.New(rand.NewPCG(3, 3))
	x, gain, bias := make([]float32, 64), make([]float32, 64), make([]float32, 64)
	for i := range x {
		x[i], gain[i], bias[i] = float32(rng.NormFloat64()*2+1), float32(rng.Float64()), float32(rng.Float64())
	}
	for _, k := range All() {
		p, n := clone(x), clone(x)
		sum := k.Exps(p)
		k.Norm(n, gain, bias, 1e-12)
		top, total, mean, variance := math.Inf(-1), 0.0, 0.0, 0.0
		for _, v := range x {
			top = max(top, float64(v))
			mean += float64(v) / 64
		}
		for _, v := range x {
			total += math.Exp(float64(v) - top)
			variance += (float64(v) - mean) * (float64(v) - mean) / 64
		}
		for i, v := range x {
			share := math.Exp(float64(v)-top) / total
			if got := float64(p[i] / sum); math.Abs(got-share) > 1e-6 {
				t.Errorf("%s: share %d is %g, want %g", k.Name(), i, got, share)
			}
			want := (float64(v)-mean)/math.Sqrt(variance)*float64(gain[i]) + float64(bias[i])
			if got := float64(n[i]); math.Abs(got-want) > 1e-5 {
				t.Errorf("%s: norm %d is %g, want %g", k.Name(), i, got, want)
			}
		}
	}
}
