package encoder

import (
	"fmt"

	"example.org/demarche/internal/encoder/kernel"
)

// A Stack is layers like the encoder's that a head puts upon rows of its own. It is immutable and safe for concurrent use.
type Stack struct {
	shape  Encoder // the sizes that layers work by
	layers []layer
}

// Stack reads layers NAME.0, NAME.1 … of a width: config "layers", "heads", "ffn" and "eps", tensors as the encoder's.
func (f *File) Stack(name string, width int) *Stack {
	s := &Stack{shape: Encoder{kernel: f.kernel, width: width, heads: f.Int("heads", 1, 1<<8), hidden: f.Width("ffn"), eps: f.Float("eps")}}
	if width%(s.shape.heads*kernel.Lanes) != 0 {
		f.fail("config heads", "is %d, want heads with a width that is a multiple of %d", s.shape.heads, kernel.Lanes)
	}
	for n := range f.Int("layers", 1, 48) {
		s.layers = append(s.layers, f.layer(name, n, width, s.shape.hidden))
	}
	return s
}

// Forward replaces x, the rows of one sentence, by the last layer's output.
func (s *Stack) Forward(sc *Scratch, x []float32) {
	ends := []int{len(x) / s.shape.width}
	for i := range s.layers {
		s.layers[i].forward(&s.shape, sc, x, ends)
	}
}

// A Norm is a layer norm that a head reads.
type Norm struct {
	kernel kernel.Kernel
	norms
	eps float32
}

// Norm reads NAME.gain and NAME.bias; config "eps".
func (f *File) Norm(name string, width int) *Norm {
	return &Norm{f.kernel, f.norms(name, width), f.Float("eps")}
}

// Apply norms each row of x.
func (n *Norm) Apply(x []float32) {
	if len(x)%len(n.gain) != 0 {
		panic(fmt.Sprintf("encoder: %d numbers are no rows of %d", len(x), len(n.gain)))
	}
	for i := 0; i < len(x); i += len(n.gain) {
		n.kernel.Norm(x[i:i+len(n.gain)], n.gain, n.bias, n.eps)
	}
}
