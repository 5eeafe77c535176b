//go:build !purego

package kernel

import (
	"fmt"
	"math"
	"testing"
)

func openSDOT(t *testing.T) Kernel {
	t.Helper()
	k, err := newARM64()
	if err != nil {
		t.Skip(err)
	}
	return k
}

// SDOT needs no bound on the weights: the extremes of both factors, and whatever bytes there are.
func TestSDOTExtremes(t *testing.T) {
	k, s := openSDOT(t), newSource(11)
	for _, w := range []int8{-128, -127, 127} {
		for _, q := range []uint8{0, 1, 127, 128, 255} {
			for _, rows := range []int{1, 2, 3, 4, 5, 6, 7, 12, 17} {
				weights := make([]int8, 32*1536)
				activations := make([]uint8, rows*1536)
				for i := range weights {
					weights[i] = w
				}
				for i := range activations {
					activations[i] = q
				}
				sameProduct(t, k, s, Pack(weights, 32, 1536), activations)
			}
		}
	}
	for range 100 {
		out, in, rows := 1+s.IntN(70), 1+s.IntN(400), 1+s.IntN(20)
		weights := make([]int8, out*in)
		for i := range weights {
			weights[i] = int8(s.Uint32())
		}
		m := Pack(weights, out, in)
		activations := make([]uint8, rows*m.In)
		for i := range activations {
			activations[i] = uint8(s.Uint32())
		}
		sameProduct(t, k, s, m, activations)
	}
}

// sameProduct compares the products of a matrix with rows of activations, scales, biases and steps being random, and
// looks whether numbers around y stay as they are.
func sameProduct(t *testing.T, k Kernel, s source, m *Matrix, q []uint8) {
	t.Helper()
	rows := len(q) / m.In
	m.Scale, m.Bias = s.floats(m.Out), s.floats(m.Out)
	steps := s.floats(rows)
	want, around := make([]float32, rows*m.Out), make([]float32, (rows+2)*m.Out)
	for i := range around {
		around[i] = math.MaxFloat32
	}
	got := around[m.Out : (rows+1)*m.Out]
	portable{}.Product(want, m, q, steps)
	k.Product(got, m, q, steps)
	sameBits(t, fmt.Sprintf("Product of %d rows, %d to %d", rows, m.In, m.Out), want, got)
	for i, v := range around {
		if outside := i < m.Out || i >= (rows+1)*m.Out; outside && v != math.MaxFloat32 {
			t.Fatalf("number %d, beside y, is %g", i-m.Out, v)
		}
	}
}

// A matrix whose sizes are no multiples of 16 is refused before the assembly sees it.
func TestSDOTSizes(t *testing.T) {
	k := openSDOT(t)
	for what, spoil := range map[string]func(m *Matrix){
		"In":     func(m *Matrix) { m.In = 24 },
		"Out":    func(m *Matrix) { m.Out = 24 },
		"Weight": func(m *Matrix) { m.Weight = m.Weight[1:] },
		"Bias":   func(m *Matrix) { m.Bias = m.Bias[1:] },
	} {
		m := Pack(make([]int8, 32*32), 32, 32)
		spoil(m)
		func() {
			defer func() {
				if recover() == nil {
					t.Errorf("%s: no panic", what)
				}
			}()
			k.Product(make([]float32, 64), m, make([]uint8, 64), make([]float32, 2))
		}()
	}
}
