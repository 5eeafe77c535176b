package encoder

import "example.org/demarche/internal/encoder/kernel"

// Activations are the rows of a matrix, rounded to 8 bits: what a Linear is multiplied with. Linear.Quantise sets them;
// several Linears of the same width can be multiplied with the same ones. The zero value is ready.
type Activations struct {
	stride int
	steps  []float32 // the step of each row
	quanta []int16   // rows of stride numbers in −127…127
	acc    []int32   // sums of products, Linear's working memory
}

// resize returns s with length n and room for it; its content is not kept.
func resize[T any](s []T, n int) []T {
	if n > cap(s) {
		return make([]T, n, n+n/4)
	}
	return s[:n]
}

// A Linear is a matrix of int8 with a scale for each row, and a bias: y = W x + b.
type Linear struct {
	kernel      kernel.Kernel
	out         int
	stride      int    // length of the rows, a multiple of 16
	weight      []int8 // out rows
	scale, bias []float32
}

// Linear reads the matrix NAME.weight [out, in] with NAME.scale and, if there is one, NAME.bias.
func (f *File) Linear(name string, out, in int) *Linear {
	l := &Linear{kernel: f.kernel, out: out, stride: kernel.Pad(in)}
	l.weight = widen(f.Integers(name+".weight", out, in), in, l.stride)
	l.scale = f.Floats(name+".scale", out)
	l.bias = make([]float32, kernel.Pad(out))
	if f.Shape(name+".bias") != nil {
		l.bias = f.Floats(name+".bias", out)
	}
	return l
}

// widen returns a matrix with rows of stride numbers, in place where they are that long already.
func widen(weight []int8, in, stride int) []int8 {
	if in == stride {
		return weight
	}
	rows := len(weight) / in
	wide := make([]int8, rows*stride)
	for r := range rows {
		copy(wide[r*stride:], weight[r*in:(r+1)*in])
	}
	return wide
}

// Out is the length of the rows that Apply gives.
func (l *Linear) Out() int { return l.out }

// Stride is the length of the rows that Apply takes: the matrix's own, with zeros up to a multiple of 16.
func (l *Linear) Stride() int { return l.stride }

// Quantise sets a to the rows of x, each Stride long, rounded. Each row has a step of its own.
func (l *Linear) Quantise(a *Activations, x []float32) {
	stride := l.stride
	rows := len(x) / stride
	a.stride, a.steps, a.quanta = stride, resize(a.steps, rows), resize(a.quanta, rows*stride)
	for r := range rows {
		a.steps[r] = l.kernel.Quantise(a.quanta[r*stride:(r+1)*stride], x[r*stride:(r+1)*stride])
	}
}

// together is about how many sums of products are held at once.
const together = 1 << 17

// Apply sets y, one row of length Out for each row of a, to the product.
func (l *Linear) Apply(y []float32, a *Activations) {
	if a.stride != l.stride {
		panic("encoder: activations and matrix differ in width")
	}
	rows := len(a.steps)
	group := max(1, together/l.out)
	for first := 0; first < rows; first += group {
		l.applyRows(y, a, first, min(first+group, rows))
	}
}

func (l *Linear) applyRows(y []float32, a *Activations, first, end int) {
	a.acc = resize(a.acc, (end-first)*l.out)
	l.kernel.Product(a.acc, l.weight, a.quanta[first*l.stride:end*l.stride], l.stride)
	for r := first; r < end; r++ {
		acc := a.acc[(r-first)*l.out:][:l.out]
		l.kernel.Rescale(y[r*l.out:(r+1)*l.out], acc, a.steps[r], l.scale, l.bias)
	}
}
