package encoder

import "example.org/demarche/internal/encoder/kernel"

// positions is the greatest length of a sentence in pieces with the marks at its ends, [CLS] and [SEP].
const positions = 512

// An Encoder turns the words of sentences into vectors. It is immutable and safe for concurrent use.
type Encoder struct {
	*vocabulary
	kernel kernel.Kernel
	width  int
	heads  int
	hidden int // width of the feed-forward networks
	pool   int // after how many layers pieces become words
	eps    float32

	word      []int8 // embeddings of pieces, times wordScale
	wordScale []float32
	position  []float32 // the last row is that of all places behind it
	shape     []float32
	normIn    norms
	layers    []layer
	nearness  [][]float32 // by head, what is added to scores by distance, see nearnessOf; nil for nothing
}

// A norms is the gain and bias of a layer norm.
type norms struct{ gain, bias []float32 }

// Open reads an encoder from its file. The kernel is named as package kernel names them: "auto", "portable", "avx2" ….
// The error is a *FormatError, or one of those of kernel.ByName.
func Open(data, kernelName string) (*Encoder, error) {
	k, err := kernel.ByName(kernelName)
	if err != nil {
		return nil, err
	}
	f, err := OpenFile(data, "encoder", k)
	if err != nil {
		return nil, err
	}
	e := &Encoder{kernel: k}
	z := e.configure(f)
	if f.Err() != nil {
		return nil, f.Err()
	}
	e.embeddings(f, z)
	for n := range z.layers {
		e.layers = append(e.layers, f.layer("layer", n, e.width, e.hidden))
	}
	e.nearness = nearnessOf(f, e.heads, z.relative)
	if err := f.Close(); err != nil {
		return nil, err
	}
	return e, nil
}

// dimensions are the sizes of a network that only its reading needs.
type dimensions struct{ layers, pieces, positions, relative int }

// configure reads the sizes of the network.
func (e *Encoder) configure(f *File) dimensions {
	z := dimensions{
		layers: f.Int("layers", 1, 48), pieces: f.Int("pieces", 3, 1<<20),
		positions: f.Int("positions", 1, 1<<12), relative: f.IntOr("relative", 0, 0, positions),
	}
	e.width, e.heads = f.Width("width"), f.Int("heads", 1, 1<<8)
	e.hidden, e.eps = f.Width("ffn"), f.Float("eps")
	e.pool = f.IntOr("pool", z.layers, 0, z.layers)
	f.Int("shapes", shapes, shapes)
	if e.width%(e.heads*kernel.Lanes) != 0 {
		f.fail("config heads", "is %d, want heads with a width that is a multiple of %d", e.heads, kernel.Lanes)
	}
	return z
}

func (e *Encoder) embeddings(f *File, z dimensions) {
	d := e.width
	e.vocabulary = f.readVocabulary(z.pieces)
	e.word, e.wordScale = f.Integers("word.weight", z.pieces, d), f.Floats("word.scale", z.pieces)
	e.position, e.shape = f.Floats("position", z.positions, d), f.Floats("shape", shapes, d)
	e.normIn = f.norms("norm", d)
}

func (f *File) norms(name string, width int) norms {
	return norms{f.Floats(name+".gain", width), f.Floats(name+".bias", width)}
}

// nearnessOf reads, if reach is not 0, what each head adds to the score between a row and another by how far the other
// stands behind it. Distances beyond reach count as reach. Number positions−1+distance of a head's is that of a distance.
func nearnessOf(f *File, heads, reach int) [][]float32 {
	if reach == 0 {
		return nil
	}
	relative := f.Floats("relative", heads, 2*reach+1)
	if f.Err() != nil {
		return nil
	}
	all := make([][]float32, heads)
	for h := range all {
		all[h] = make([]float32, 2*positions-1)
		for i := range all[h] {
			distance := max(-reach, min(reach, i-(positions-1)))
			all[h][i] = relative[h*(2*reach+1)+reach+distance]
		}
	}
	return all
}

// Width is the length of a word's vector.
func (e *Encoder) Width() int { return e.width }

// Kernel is the arithmetic that the encoder uses; its heads use the same.
func (e *Encoder) Kernel() kernel.Kernel { return e.kernel }

// Encode returns the vectors of the words of all sentences that were added since the last call, and begins a new batch.
// They are valid until the next call with the same Scratch. A sentence's vectors depend on nothing but the sentence.
func (e *Encoder) Encode(sc *Scratch) Vectors {
	sc.used = 0
	b := &sc.batch
	x := Take[float32](sc, len(b.ids)*e.width)
	e.embed(x, b)
	b.ends = b.ends[:0]
	for _, s := range b.sentences {
		b.ends = append(b.ends, s.pieces)
	}
	for i := range e.layers {
		if i == e.pool {
			x = e.toWords(x, b)
		}
		e.layers[i].forward(e, sc, x, b.ends)
	}
	if e.pool == len(e.layers) {
		x = e.toWords(x, b)
	}
	x = e.withoutMarks(x, b)
	b.clear()
	return Vectors{Width: e.width, Rows: x, Ends: b.ends}
}

// embed sets x to what the layers begin with: for each piece the norm of the sum of its three embeddings.
func (e *Encoder) embed(x []float32, b *batch) {
	d, first := e.width, 0
	last := len(e.position)/d - 1
	for _, s := range b.sentences {
		for i := first; i < s.pieces; i++ {
			id, place := int(b.ids[i]), min(i-first, last)
			row := x[i*d : (i+1)*d]
			e.kernel.Embed(row, e.word[id*d:][:d], e.wordScale[id], e.position[place*d:][:d], e.shape[int(b.shapes[i])*d:][:d])
			e.kernel.Norm(row, e.normIn.gain, e.normIn.bias, e.eps)
		}
		first = s.pieces
	}
}

// toWords makes of the rows of pieces, in place, rows of words: for each sentence that of [CLS], then the mean of each
// word's. What it returns is the beginning of x.
func (e *Encoder) toWords(x []float32, b *batch) []float32 {
	d, to, from, word := e.width, 0, 0, 0
	for i, s := range b.sentences {
		copy(x[to*d:(to+1)*d], x[from*d:])
		to, from = to+1, from+1
		for ; word < s.words; word++ {
			end := int(b.wordEnds[word])
			e.mean(x[to*d:(to+1)*d], x[from*d:end*d])
			to, from = to+1, end
		}
		b.ends[i], from = to, s.pieces
	}
	return x[:to*d]
}

// mean sets v to the mean of some rows, of which it may be the first.
func (e *Encoder) mean(v, rows []float32) {
	d := e.width
	copy(v, rows)
	for at := d; at < len(rows); at += d {
		e.kernel.Add(v, rows[at:at+d])
	}
	if n := len(rows) / d; n > 1 {
		share := 1 / float32(n)
		for j := range v {
			v[j] *= share
		}
	}
}

// withoutMarks takes out the rows of [CLS], in place.
func (e *Encoder) withoutMarks(x []float32, b *batch) []float32 {
	d, to, from := e.width, 0, 0
	for i, end := range b.ends {
		to += copy(x[to:], x[(from+1)*d:end*d])
		b.ends[i], from = to/d, end
	}
	return x[:to]
}
