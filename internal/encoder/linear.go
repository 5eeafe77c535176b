package encoder

import "example.org/demarche/internal/encoder/kernel"

// Activations are the rows of a matrix, rounded to 8 bits: what a Linear is multiplied with. Linear.Quantise sets them;
// several Linears of the same width can be multiplied with the same ones. The zero value is ready.
type Activations struct {
	stride int
	steps  []float32 // the step of each row
	quanta []uint8   // rows of stride numbers, each 128 more than a number in −127…127
}

// resize returns s with length n and room for it; its content is not kept.
func resize[T any](s []T, n int) []T {
	if n > cap(s) {
		return make([]T, n, n+n/4)
	}
	return s[:n]
}

// A Linear is a matrix of int8 with a scale for each row, and a bias: y = W x + b. Its sizes are rounded up to multiples
// of 16: rows that Apply takes end with zeros, rows that it gives with numbers of no meaning.
type Linear struct {
	kernel kernel.Kernel
	matrix kernel.Matrix
	out    int
}

// Linear reads the matrix NAME.weight [out, in] with NAME.offset, NAME.scale and NAME.bias, in place.
func (f *File) Linear(name string, out, in int) *Linear {
	rows, columns := kernel.Pad(out), kernel.Pad(in)
	return &Linear{kernel: f.kernel, out: out, matrix: kernel.Matrix{
		Out: rows, In: columns,
		Weight: f.Integers(name+".weight", rows, columns),
		Offset: numbers[int32](f.take(name+".offset", "i32", []int{rows})),
		Scale:  f.Floats(name+".scale", rows),
		Bias:   f.Floats(name+".bias", rows),
	}}
}

// Out is how many numbers of the rows that Apply gives have a meaning; they come first.
func (l *Linear) Out() int { return l.out }

// Stride is the length of the rows that Apply gives.
func (l *Linear) Stride() int { return l.matrix.Out }

// In is the length of the rows that Quantise takes.
func (l *Linear) In() int { return l.matrix.In }

// Quantise sets a to the rows of x, rounded. They are as long as the matrix's, each with a step of its own.
func (l *Linear) Quantise(a *Activations, x []float32) {
	stride := l.In()
	rows := len(x) / stride
	a.stride, a.steps, a.quanta = stride, resize(a.steps, rows), resize(a.quanta, rows*stride)
	for r := range rows {
		a.steps[r] = l.kernel.Quantise(a.quanta[r*stride:(r+1)*stride], x[r*stride:(r+1)*stride])
	}
}

// Keep leaves only the given rows of a, which are in ascending order.
func (a *Activations) Keep(rows []int32) {
	for to, from := range rows {
		a.steps[to] = a.steps[from]
		copy(a.quanta[to*a.stride:(to+1)*a.stride], a.quanta[int(from)*a.stride:])
	}
	a.steps, a.quanta = a.steps[:len(rows)], a.quanta[:len(rows)*a.stride]
}

// Apply sets y, one row of length Stride for each row of a, to the product.
func (l *Linear) Apply(y []float32, a *Activations) {
	if a.stride != l.matrix.In {
		panic("encoder: activations and matrix differ in width")
	}
	if len(a.steps) > 0 {
		l.kernel.Product(y, &l.matrix, a.quanta, a.steps)
	}
}

// Scores returns the products of the matrix with vectors, a row of length Stride for each, in working memory of sc.
func (l *Linear) Scores(sc *Scratch, v Vectors) []float32 {
	scores := Take[float32](sc, v.Len()*l.Stride())
	l.Quantise(&sc.Activations, v.Rows)
	l.Apply(scores, &sc.Activations)
	return scores
}
