package encoder

import (
	"fmt"

	"example.org/demarche/internal/encoder/kernel"
)

// A layer is attention and a feed-forward network, each added to what went in and normed.
type layer struct {
	qkv, out, up, down *Linear
	norm1, norm2       norms
}

func (f *File) layer(n, width, hidden int) layer {
	name := fmt.Sprintf("layer.%d.", n)
	return layer{
		qkv: f.Linear(name+"qkv", 3*width, width), out: f.Linear(name+"out", width, width),
		up: f.Linear(name+"up", hidden, width), down: f.Linear(name+"down", width, hidden),
		norm1: f.norms(name+"norm1", width), norm2: f.norms(name+"norm2", width),
	}
}

// forward replaces the vectors x of a sentence's pieces by the layer's output.
func (l *layer) forward(e *Encoder, sc *Scratch, x []float32) {
	defer sc.Release(sc.Mark())
	y := Take[float32](sc, len(x))
	l.attention(e, sc, y, x)
	e.addNorm(x, y, l.norm1)
	l.feedForward(e, sc, y, x)
	e.addNorm(x, y, l.norm2)
}

// addNorm adds y to x and norms each row.
func (e *Encoder) addNorm(x, y []float32, n norms) {
	e.kernel.Add(x, y)
	for i := 0; i < len(x); i += e.width {
		e.kernel.Norm(x[i:i+e.width], n.gain, n.bias, e.eps)
	}
}

func (l *layer) feedForward(e *Encoder, sc *Scratch, y, x []float32) {
	defer sc.Release(sc.Mark())
	hidden := Take[float32](sc, len(x)/e.width*e.hidden)
	a := &sc.Activations
	l.up.Quantise(a, x)
	l.up.Apply(hidden, a)
	e.kernel.GELU(hidden)
	l.down.Quantise(a, hidden)
	l.down.Apply(y, a)
}

// attention sets y to what each piece takes from all pieces of the sentence.
func (l *layer) attention(e *Encoder, sc *Scratch, y, x []float32) {
	defer sc.Release(sc.Mark())
	qkv, mixed := Take[float32](sc, 3*len(x)), Take[float32](sc, len(x))
	a := &sc.Activations
	l.qkv.Quantise(a, x)
	l.qkv.Apply(qkv, a)
	shares := Take[float32](sc, kernel.Pad(len(x)/e.width))
	for h := range e.heads {
		e.attend(mixed, shares, qkv, h)
	}
	l.out.Quantise(a, mixed)
	l.out.Apply(y, a)
}

// nothing is a score so low that its share is e^−87 of the greatest: it pads scores to a multiple of 16.
const nothing = -1e30

// attend sets head h's columns of mixed to the values of all pieces, weighted by the softmax of how each piece's query
// and their keys agree. The queries are divided by the root of the heads' width already.
func (e *Encoder) attend(mixed, shares, qkv []float32, h int) {
	d, width := e.width, e.width/e.heads
	n := len(mixed) / d
	queries, keys, values := qkv[h*width:], qkv[d+h*width:], qkv[2*d+h*width:]
	for i := range n {
		e.kernel.Dots(shares[:n], queries[i*3*d:][:width], keys, 3*d)
		for j := n; j < len(shares); j++ {
			shares[j] = nothing
		}
		sum := e.kernel.Exps(shares)
		e.kernel.Mix(mixed[i*d+h*width:][:width], shares[:n], values, 3*d, 1/sum)
	}
}
