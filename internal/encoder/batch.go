package encoder

// BatchPieces is about how many pieces go through the network together: enough for a matrix to be read seldom, few enough
// for what the layers hand on to stay in the nearer caches.
const BatchPieces = 256

// A batch is sentences that go through the network together, one behind the other. A sentence is [CLS], the pieces of its
// words, [SEP].
type batch struct {
	ids    []int32 // of the pieces
	shapes []uint8 // of the words that the pieces belong to

	sentences []sentence
	wordEnds  []int32 // by word, over all sentences: the index after its last piece
	ends      []int   // by sentence, while the batch goes through the layers: the index after its last row
}

// A sentence of a batch: where its pieces and its words end.
type sentence struct{ pieces, words int }

// clear makes a batch empty.
func (b *batch) clear() {
	b.ids, b.shapes, b.sentences, b.wordEnds = b.ids[:0], b.shapes[:0], b.sentences[:0], b.wordEnds[:0]
}

func (b *batch) add(id int32, shape uint8) {
	b.ids, b.shapes = append(b.ids, id), append(b.shapes, shape)
}

// Add adds a sentence to the batch that Encode will take. A sentence has room for MaxPieces pieces: pieces beyond are left
// out, and words without a piece have no vector. It reports whether there is room for more: a batch that is given no
// sentence after a false holds less than BatchPieces + 512 pieces.
func (e *Encoder) Add(sc *Scratch, words []string) (more bool) {
	b := &sc.batch
	first := len(b.ids)
	b.add(e.cls, shapeOther)
	for _, w := range words {
		room := first + 1 + MaxPieces - len(b.ids)
		if room == 0 {
			break
		}
		ids, shape := e.cutWord(sc, w)
		for _, id := range ids[:min(len(ids), room)] {
			b.add(id, shape)
		}
		b.wordEnds = append(b.wordEnds, int32(len(b.ids)))
	}
	b.add(e.sep, shapeOther)
	b.sentences = append(b.sentences, sentence{len(b.ids), len(b.wordEnds)})
	return len(b.ids) < BatchPieces
}

// Vectors are what the encoder makes of a batch: a row of Width numbers for each word that it reached.
type Vectors struct {
	Width int
	Rows  []float32 // one row behind the other
	Ends  []int     // by sentence: the index after its last row
}

// Sentence returns the range of rows of sentence s.
func (v *Vectors) Sentence(s int) (first, end int) {
	if s > 0 {
		first = v.Ends[s-1]
	}
	return first, v.Ends[s]
}

// Word tells which word a row belongs to: the sentence, which is sentence from or one behind it, and its place in there.
func (v *Vectors) Word(row, from int) (sentence, place int) {
	for row >= v.Ends[from] {
		from++
	}
	first, _ := v.Sentence(from)
	return from, row - first
}

// Len is the number of rows.
func (v *Vectors) Len() int { return len(v.Rows) / v.Width }
