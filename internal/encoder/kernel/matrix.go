package kernel

import "fmt"

// A Matrix is weights of 8 bits with what turns sums of their products back into numbers. Out and In are multiples of
// Lanes: rows and columns beyond the network's own hold zeros.
type Matrix struct {
	Out, In int
	Weight  []int8    // Out·In, packed: see WeightIndex
	Offset  []int32   // by output: −128 times the sum of its weights, because activations are kept 128 too great
	Scale   []float32 // by output: what one unit of its weights stands for
	Bias    []float32 // by output
}

// WeightIndex is where a packed matrix of in columns keeps the weight of output o for input i: blocks of 16 outputs by
// 4 inputs lie one behind the other, all inputs of 16 outputs before the next 16 outputs. In a block the four weights of
// an output are neighbours: they are what one 32-bit lane multiplies and adds up.
func WeightIndex(o, i, in int) int {
	return o/Lanes*Lanes*in + i/4*4*Lanes + o%Lanes*4 + i%4
}

// Pack returns a matrix of weights that are given row by row, out rows of in. Its scales and biases are zero.
func Pack(weights []int8, out, in int) *Matrix {
	m := &Matrix{Out: Pad(out), In: Pad(in)}
	m.Weight, m.Offset = make([]int8, m.Out*m.In), make([]int32, m.Out)
	m.Scale, m.Bias = make([]float32, m.Out), make([]float32, m.Out)
	for o := range out {
		for i, w := range weights[o*in : (o+1)*in] {
			m.Weight[WeightIndex(o, i, m.In)] = w
			m.Offset[o] -= 128 * int32(w)
		}
	}
	return m
}

// Check finds what kernels rely on and a matrix from outside may break: its sizes, its offsets, and the bound of [Bounded].
func (m *Matrix) Check() error {
	if m.Out <= 0 || m.In <= 0 || m.Out%Lanes != 0 || m.In%Lanes != 0 {
		return fmt.Errorf("a matrix of %d by %d, want multiples of %d", m.Out, m.In, Lanes)
	}
	if len(m.Weight) != m.Out*m.In || len(m.Offset) != m.Out || len(m.Scale) != m.Out || len(m.Bias) != m.Out {
		return fmt.Errorf("a matrix of %d by %d has %d weights, %d offsets, %d scales and %d biases",
			m.Out, m.In, len(m.Weight), len(m.Offset), len(m.Scale), len(m.Bias))
	}
	for o := range m.Out {
		sum, bounded := m.rowSum(o)
		if !bounded {
			return fmt.Errorf("row %d: weights whose products are added in 16 bits sum to more than 128 or less than −128", o)
		}
		if m.Offset[o] != -128*sum {
			return fmt.Errorf("row %d: the offset is %d, but the weights make it %d", o, m.Offset[o], -128*sum)
		}
	}
	return nil
}

// rowSum is the sum of the weights of output o, and whether each eight neighbours of them keep the bound.
func (m *Matrix) rowSum(o int) (sum int32, bounded bool) {
	bounded = true
	for i := 0; i < m.In; i += 8 {
		var eight [8]int8
		for j := range eight {
			eight[j] = m.Weight[WeightIndex(o, i+j, m.In)]
			sum += int32(eight[j])
		}
		bounded = bounded && Bounded(&eight)
	}
	return sum, bounded
}

// Bounded reports whether the weights of one output for eight neighbouring inputs, the first a multiple of eight, keep
// the bound that lets 16 bits hold the sum of four products with activations up to 255: of inputs 0, 1, 4 and 5, and of
// 2, 3, 6 and 7, the positive weights sum to at most 128 and the negative ones to at least −128.
func Bounded(w *[8]int8) bool {
	return withinBound(w[0], w[1], w[4], w[5]) && withinBound(w[2], w[3], w[6], w[7])
}

func withinBound(four ...int8) bool {
	up, down := 0, 0
	for _, w := range four {
		up, down = up+max(0, int(w)), down+min(0, int(w))
	}
	return up <= 128 && down >= -128
}
