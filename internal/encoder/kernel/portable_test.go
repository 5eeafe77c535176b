package kernel

import (
	"math"
	"testing"
)

// The reference against the definitions, in exact integers or in float64.

func TestPortableProduct(t *testing.T) {
	s := newSource(1)
	for range 50 {
		out, in, rows := 1+s.IntN(40), 1+s.IntN(200), 1+s.IntN(9)
		m := s.matrix(out, in)
		q, steps, y := s.quanta(rows*m.In), s.floats(rows), make([]float32, rows*m.Out)
		portable{}.Product(y, m, q, steps)
		for r := range rows {
			for o := range m.Out {
				sum := int32(0)
				for i := range m.In {
					sum += int32(m.Weight[WeightIndex(o, i, m.In)]) * (int32(q[r*m.In+i]) - 128)
				}
				want := float32(float32(sum)*float32(steps[r]*m.Scale[o])) + m.Bias[o]
				if got := y[r*m.Out+o]; got != want {
					t.Fatalf("%d to %d, row %d of %d, output %d: %g, want %g", m.In, m.Out, r, rows, o, got, want)
				}
			}
		}
	}
}

func TestPortableQuantise(t *testing.T) {
	s := newSource(2)
	for range 200 {
		x := s.floats(Lanes * (1 + s.IntN(9)))
		q := make([]uint8, len(x))
		step := portable{}.Quantise(q, x)
		for i, v := range x {
			if got := float64(q[i]) - 128; math.Abs(got) > 127 || math.Abs(got-float64(v)/float64(step)) > 0.50001 {
				t.Fatalf("%g with step %g is %g", v, step, got)
			}
		}
	}
	q := make([]uint8, Lanes)
	if step := (portable{}).Quantise(q, make([]float32, Lanes)); step != 1 || q[0] != 128 {
		t.Errorf("zeros are %d with step %g", q[0], step)
	}
	x := []float32{127, 0.5, 1.5, -0.5, -1.5, 2.5, 126.5, -126.5, -127, 1, 0, 0, 0, 0, 0, 0}
	portable{}.Quantise(q, x)
	for i, want := range []uint8{255, 128, 130, 128, 126, 130, 254, 2, 1, 129, 128} {
		if q[i] != want {
			t.Errorf("%g is %d, want %d", x[i], q[i], want)
		}
	}
}

func TestPortableAttend(t *testing.T) {
	s := newSource(3)
	const n, heads, width, d = 21, 3, 16, 48
	qkv, bias := make([]float32, n*3*d), make([]float32, 2*n-1)
	for i := range qkv {
		qkv[i] = float32(s.NormFloat64())
	}
	for i := range bias {
		bias[i] = float32(s.NormFloat64())
	}
	got, work := make([]float32, n*d), make([]float32, AttendWork(n, width))
	for h := range heads {
		portable{}.Attend(got, qkv, n, d, h, width, bias, work)
		for i := range n {
			mixed, total := make([]float64, width), 0.0
			for j := range n {
				score := float64(bias[n-1+j-i])
				for c := range width {
					score += float64(qkv[i*3*d+h*width+c]) * float64(qkv[j*3*d+d+h*width+c])
				}
				total += math.Exp(score)
				for c := range mixed {
					mixed[c] += math.Exp(score) * float64(qkv[j*3*d+2*d+h*width+c])
				}
			}
			for c, v := range mixed {
				if y := float64(got[i*d+h*width+c]); math.Abs(y-v/total) > 1e-5 {
					t.Fatalf("head %d, row %d, component %d: %g, want %g", h, i, c, y, v/total)
				}
			}
		}
	}
}

func TestPortableNorm(t *testing.T) {
	s := newSource(4)
	x, gain, bias := make([]float32, 64), make([]float32, 64), make([]float32, 64)
	mean, variance := 0.0, 0.0
	for i := range x {
		x[i], gain[i], bias[i] = float32(s.NormFloat64()*2+1), float32(s.Float64()), float32(s.Float64())
		mean += float64(x[i]) / 64
	}
	for _, v := range x {
		variance += (float64(v) - mean) * (float64(v) - mean) / 64
	}
	y := clone(x)
	portable{}.Norm(y, gain, bias, 1e-12)
	for i, v := range x {
		want := (float64(v)-mean)/math.Sqrt(variance)*float64(gain[i]) + float64(bias[i])
		if got := float64(y[i]); math.Abs(got-want) > 1e-5 {
			t.Errorf("number %d is %g, want %g", i, got, want)
		}
	}
}
