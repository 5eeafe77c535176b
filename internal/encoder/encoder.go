package encoder

import "example.org/demarche/internal/encoder/kernel"

// positions is the greatest length of a sentence in pieces with the marks at its ends, [CLS] and [SEP].
const positions = 512

// An Encoder turns the words of a sentence into vectors. It is immutable and safe for concurrent use.
type Encoder struct {
	*vocabulary
	kernel kernel.Kernel
	width  int
	heads  int
	hidden int // width of the feed-forward networks
	eps    float32

	word      []int8 // embeddings of pieces, times wordScale
	wordScale []float32
	position  []float32
	shape     []float32
	normIn    norms
	layers    []layer
}

// A norms is the gain and bias of a layer norm.
type norms struct{ gain, bias []float32 }

// Open reads an encoder from its file. The kernel is named as package kernel names them: "auto", "portable", "avx2".
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
	layers, pieces := e.configure(f)
	if f.Err() != nil {
		return nil, f.Err()
	}
	e.embeddings(f, pieces)
	for n := range layers {
		e.layers = append(e.layers, f.layer(n, e.width, e.hidden))
	}
	if err := f.Close(); err != nil {
		return nil, err
	}
	return e, nil
}

// configure reads the sizes of the network.
func (e *Encoder) configure(f *File) (layers, pieces int) {
	layers, pieces = f.Int("layers", 1, 48), f.Int("pieces", 3, 1<<20)
	e.width, e.heads = f.Width("width"), f.Int("heads", 1, 1<<8)
	e.hidden, e.eps = f.Width("ffn"), f.Float("eps")
	f.Int("positions", positions, positions)
	f.Int("shapes", shapes, shapes)
	if e.width%(e.heads*kernel.Lanes) != 0 {
		f.fail("config heads", "is %d, want heads with a width that is a multiple of %d", e.heads, kernel.Lanes)
	}
	return layers, pieces
}

func (e *Encoder) embeddings(f *File, pieces int) {
	d := e.width
	e.vocabulary = f.readVocabulary("vocab", pieces)
	e.word, e.wordScale = f.Integers("word.weight", pieces, d), f.Floats("word.scale", pieces)
	e.position, e.shape = f.Floats("position", positions, d), f.Floats("shape", shapes, d)
	e.normIn = f.norms("norm", d)
}

func (f *File) norms(name string, width int) norms {
	return norms{f.Floats(name+".gain", width), f.Floats(name+".bias", width)}
}

// Width is the length of a word's vector.
func (e *Encoder) Width() int { return e.width }

// Kernel is the arithmetic that the encoder uses; its heads use the same.
func (e *Encoder) Kernel() kernel.Kernel { return e.kernel }

// Encode returns the vectors of a sentence's words, Width numbers each, one word after the other. They are valid until
// the next call with the same Scratch. A sentence has room for MaxPieces pieces: pieces beyond are left out, and words
// without a piece have no vector. reached is the number of words that have.
func (e *Encoder) Encode(sc *Scratch, words []string) (vectors []float32, reached int) {
	sc.used = 0
	e.cutAll(sc, words)
	reached = len(sc.ends)
	vectors = Take[float32](sc, reached*e.width)
	defer sc.Release(sc.Mark())
	x := Take[float32](sc, len(sc.shapes)*e.width)
	e.embed(x, sc)
	for i := range e.layers {
		e.layers[i].forward(e, sc, x)
	}
	e.means(vectors, x, sc.ends)
	return vectors, reached
}

// cutAll sets the pieces of all words with their shapes, and the ends of each word.
func (e *Encoder) cutAll(sc *Scratch, words []string) {
	c := &sc.cutter
	c.vocabulary, c.pieces, c.limit = e.vocabulary, 0, positions
	c.emit(e.cls)
	sc.shapes, sc.ends = append(sc.shapes[:0], shapeOther), sc.ends[:0]
	c.limit = positions - 1
	for i := 0; i < len(words) && c.pieces < c.limit; i++ {
		c.cut(words[i])
		sc.ends = append(sc.ends, c.pieces)
		for shape := shapeOf(words[i]); len(sc.shapes) < c.pieces; {
			sc.shapes = append(sc.shapes, shape)
		}
	}
	c.limit = positions
	c.emit(e.sep)
	sc.shapes = append(sc.shapes, shapeOther)
}

// embed sets x to what the layers begin with: for each piece the norm of the sum of its three embeddings.
func (e *Encoder) embed(x []float32, sc *Scratch) {
	d := e.width
	for i, id := range sc.cutter.ids[:sc.cutter.pieces] {
		row, scale := x[i*d:(i+1)*d], e.wordScale[id]
		word, position, shape := e.word[int(id)*d:][:d], e.position[i*d:][:d], e.shape[int(sc.shapes[i])*d:][:d]
		for j := range row {
			row[j] = float32(float32(word[j])*scale) + position[j] + shape[j]
		}
		e.kernel.Norm(row, e.normIn.gain, e.normIn.bias, e.eps)
	}
}

// means sets each word's vector to the mean of its pieces'. The first piece stands at index 1, after [CLS].
func (e *Encoder) means(vectors, x []float32, ends []int) {
	d, begin := e.width, 1
	for w, end := range ends {
		v := vectors[w*d : (w+1)*d]
		copy(v, x[begin*d:(begin+1)*d])
		for i := begin + 1; i < end; i++ {
			e.kernel.Add(v, x[i*d:(i+1)*d])
		}
		if n := end - begin; n > 1 {
			share := 1 / float32(n)
			for j := range v {
				v[j] *= share
			}
		}
		begin = end
	}
}
