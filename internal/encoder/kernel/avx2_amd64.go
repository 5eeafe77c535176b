//go:build !purego

package kernel

import "golang.org/x/sys/cpu"

// avx2 is the kernel in assembly for amd64. Its methods check lengths, cut the work to the shapes that the assembly
// takes and leave small remainders to the portable code.
type avx2 struct{}

func newAVX2() (Kernel, error) {
	if !cpu.X86.HasAVX2 {
		return nil, &MissingError{AVX2, "the processor has no AVX2"}
	}
	return avx2{}, nil
}

func (avx2) Name() string { return AVX2 }

// blockRows is how many rows of activations the assembly multiplies at a time.
const blockRows = 6

// blocks are the products of blocks of 1 to blockRows rows.
var blocks = [blockRows + 1]func(acc *int32, outs int, w *int8, x *int16, k int, pairs int){
	nil, product1AVX2, product2AVX2, product3AVX2, product4AVX2, product5AVX2, product6AVX2,
}

// Product goes through the weights a few rows at a time, as many as stay in the nearest cache with a block of x.
func (avx2) Product(acc []int32, w []int8, x []int16, k int) {
	outs, rows := len(w)/full(k), len(x)/k
	if outs < 2 {
		portable{}.Product(acc, w, x, k)
		return
	}
	acc, w, x = acc[:outs*rows], w[:outs*k], x[:rows*k]
	few := 2 * max(1, nearCache/(2*k))
	for o := 0; o+1 < outs; o += few {
		blockProduct(acc[o:], outs, w[o*k:], x, k, min(few, outs-o)/2)
	}
	if outs%2 != 0 { // the last is done again together with the one before it
		blockProduct(acc[outs-2:], outs, w[(outs-2)*k:], x, k, 1)
	}
}

// blockProduct multiplies all rows of x with the first pairs of rows of w.
func blockProduct(acc []int32, outs int, w []int8, x []int16, k, pairs int) {
	rows := len(x) / k
	for r := 0; r < rows; r += blockRows {
		blocks[min(blockRows, rows-r)](&acc[r*outs], outs, &w[0], &x[r*k], k, pairs)
	}
}

// nearCache is how many bytes of weights are kept at hand.
const nearCache = 12 << 10

func (avx2) Quantise(q []int16, x []float32) float32 {
	n := full(len(x))
	q = q[:n]
	step := stepOf(maxAbsAVX2(&x[0], n))
	quantiseAVX2(&q[0], &x[0], n, step)
	return step
}

// full is n, which must be a positive multiple of Lanes.
func full(n int) int {
	if n <= 0 || n%Lanes != 0 {
		panic("kernel: the length of a vector is no multiple of 16")
	}
	return n
}

func (avx2) Rescale(y []float32, acc []int32, step float32, scale, bias []float32) {
	n := len(acc)
	y, scale, bias = y[:n], scale[:n], bias[:n]
	whole := n &^ (Lanes - 1)
	if whole > 0 {
		rescaleAVX2(&y[0], &acc[0], step, &scale[0], &bias[0], whole)
	}
	portable{}.Rescale(y[whole:], acc[whole:], step, scale[whole:], bias[whole:])
}

// Dots takes rows four at a time; the last four overlap with those before where their number is no multiple.
func (avx2) Dots(dst, q, rows []float32, stride int) {
	count, n := len(dst), full(len(q))
	if count < 4 {
		portable{}.Dots(dst, q, rows, stride)
		return
	}
	_ = rows[:(count-1)*stride+n]
	dotsAVX2(&dst[0], &q[0], &rows[0], stride, n, count/4)
	if count%4 != 0 {
		dotsAVX2(&dst[count-4], &q[0], &rows[(count-4)*stride], stride, n, 1)
	}
}

func (avx2) Mix(dst, p, rows []float32, stride int, factor float32) {
	n := full(len(dst))
	if len(p) == 0 {
		portable{}.Mix(dst, p, rows, stride, factor)
		return
	}
	_ = rows[:(len(p)-1)*stride+n]
	for n >= 32 {
		n -= 32
		mix32AVX2(&dst[n], &p[0], &rows[n], stride, len(p), factor)
	}
	if n > 0 {
		mix16AVX2(&dst[0], &p[0], &rows[0], stride, len(p), factor)
	}
}

func (avx2) Exps(x []float32) float32 {
	var lanes [Lanes]float32
	n := full(len(x))
	expsAVX2(&lanes, &x[0], n, maxAVX2(&x[0], n))
	return fold(&lanes)
}

func (avx2) Norm(x, gain, bias []float32, eps float32) {
	var lanes [Lanes]float32
	n := full(len(x))
	gain, bias = gain[:n], bias[:n]
	sumAVX2(&lanes, &x[0], n)
	mean := fold(&lanes) / float32(n)
	sumSquaresAVX2(&lanes, &x[0], n, mean)
	affineAVX2(&x[0], n, mean, normFactor(fold(&lanes), n, eps), &gain[0], &bias[0])
}

func (avx2) GELU(x []float32) { geluAVX2(&x[0], full(len(x))) }

func (avx2) LeakyReLU(x []float32, slope float32) { leakyReLUAVX2(&x[0], full(len(x)), slope) }

func (avx2) Add(x, y []float32) {
	n := full(len(x))
	y = y[:n]
	addAVX2(&x[0], &y[0], n)
}
