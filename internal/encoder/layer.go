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

// layer reads layer NAME.n.
func (f *File) layer(of string, n, width, hidden int) layer {
	name := fmt.Sprintf("%s.%d.", of, n)
	return layer{
		qkv: f.Linear(name+"qkv", 3*width, width), out: f.Linear(name+"out", width, width),
		up: f.Linear(name+"up", hidden, width), down: f.Linear(name+"down", width, hidden),
		norm1: f.norms(name+"norm1", width), norm2: f.norms(name+"norm2", width),
	}
}

// forward replaces the rows x of sentences, each ending at one of ends, by the layer's output.
func (l *layer) forward(e *Encoder, sc *Scratch, x []float32, ends []int) {
	defer sc.Release(sc.Mark())
	y := Take[float32](sc, len(x))
	l.attention(e, sc, y, x, ends)
	e.addNorm(x, y, l.norm1)
	l.feedForward(e, sc, y, x)
	e.addNorm(x, y, l.norm2)
}

// addNorm adds y to x and norms each row.
func (e *Encoder) addNorm(x, y []float32, n norms) {
	for i := 0; i < len(x); i += e.width {
		e.kernel.AddNorm(x[i:i+e.width], y[i:i+e.width], n.gain, n.bias, e.eps)
	}
}

// together is how many rows go through the feed-forward network at once: it is what is widest.
const together = 64

func (l *layer) feedForward(e *Encoder, sc *Scratch, y, x []float32) {
	defer sc.Release(sc.Mark())
	a := &sc.Activations
	hidden := Take[float32](sc, together*e.hidden)
	for first, step := 0, together*e.width; first < len(x); first += step {
		end := min(first+step, len(x))
		h := hidden[:(end-first)/e.width*e.hidden]
		l.up.Quantise(a, x[first:end])
		l.up.Apply(h, a)
		e.kernel.GELU(h)
		l.down.Quantise(a, h)
		l.down.Apply(y[first:end], a)
	}
}

// attention sets y to what each row takes from all rows of its sentence.
func (l *layer) attention(e *Encoder, sc *Scratch, y, x []float32, ends []int) {
	defer sc.Release(sc.Mark())
	a, d := &sc.Activations, e.width
	qkv, mixed := Take[float32](sc, 3*len(x)), Take[float32](sc, len(x))
	l.qkv.Quantise(a, x)
	l.qkv.Apply(qkv, a)
	first := 0
	for _, end := range ends {
		e.attend(sc, mixed[first*d:end*d], qkv[first*3*d:end*3*d])
		first = end
	}
	l.out.Quantise(a, mixed)
	l.out.Apply(y, a)
}

// attend sets mixed, the rows of one sentence, to the values of all of them, weighted for each head by the softmax of how
// each row's query and their keys agree. The queries are divided by the root of the heads' width already.
func (e *Encoder) attend(sc *Scratch, mixed, qkv []float32) {
	defer sc.Release(sc.Mark())
	d, width := e.width, e.width/e.heads
	n := len(mixed) / d
	work := Take[float32](sc, kernel.AttendWork(n, width))
	for h := range e.heads {
		var bias []float32
		if e.nearness != nil {
			bias = e.nearness[h][positions-n : positions+n-1]
		}
		e.kernel.Attend(mixed, qkv, n, d, h, width, bias, work)
	}
}
