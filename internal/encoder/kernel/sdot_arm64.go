//go:build !purego

package kernel

import "golang.org/x/sys/cpu"

// sdot is the kernel for arm64: its product is assembly, all else the portable code.
type sdot struct{ portable }

func newARM64() (Kernel, error) {
	if !cpu.ARM64.HasASIMDDP {
		return nil, &MissingError{ARM64, "the processor has no SDOT (FEAT_DotProd)"}
	}
	return sdot{}, nil
}

func (sdot) Name() string { return ARM64 }

// sdotRows is how many rows of activations the assembly multiplies at a time: six by the sixteen of a block of weights
// fill 24 of the 32 registers with sums; six hold activations and two weights.
const sdotRows = 6

// sdotBlocks are the products of a block of weights with 1 to sdotRows rows of activations.
var sdotBlocks = [sdotRows + 1]func(y *float32, outs int, w *int8, q *uint8, k int, steps, scale, bias *float32){
	nil, product1SDOT, product2SDOT, product3SDOT, product4SDOT, product5SDOT, product6SDOT,
}

// Product takes each block of weights, which fits in the nearest cache, through all rows of activations. The offsets are
// not needed: SDOT multiplies signed numbers.
func (sdot) Product(y []float32, m *Matrix, q []uint8, steps []float32) {
	rows, k, outs := len(steps), full(m.In), full(m.Out)
	y, q = y[:rows*outs], q[:rows*k]
	weight, scale, bias := m.Weight[:outs*k], m.Scale[:outs], m.Bias[:outs]
	for o := 0; o < outs; o += Lanes {
		for r := 0; r < rows; r += sdotRows {
			sdotBlocks[min(sdotRows, rows-r)](&y[r*outs+o], outs, &weight[o*k], &q[r*k], k, &steps[r], &scale[o], &bias[o])
		}
	}
}

// productNSDOT multiplies one block of 16 rows of weights w, each k long, with N rows of activations q, and sets 16
// numbers in each of N rows of y, which are outs apart. N steps, 16 scales, 16 biases.

//go:noescape
func product1SDOT(y *float32, outs int, w *int8, q *uint8, k int, steps, scale, bias *float32)

//go:noescape
func product2SDOT(y *float32, outs int, w *int8, q *uint8, k int, steps, scale, bias *float32)

//go:noescape
func product3SDOT(y *float32, outs int, w *int8, q *uint8, k int, steps, scale, bias *float32)

//go:noescape
func product4SDOT(y *float32, outs int, w *int8, q *uint8, k int, steps, scale, bias *float32)

//go:noescape
func product5SDOT(y *float32, outs int, w *int8, q *uint8, k int, steps, scale, bias *float32)

//go:noescape
func product6SDOT(y *float32, outs int, w *int8, q *uint8, k int, steps, scale, bias *float32)
