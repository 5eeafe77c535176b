package encoder

// anyPlace is the place at which words stand alone: one where words often are.
const anyPlace = 10

// Alone sets v, Width long, to what the encoder knows of a word whatever stands around it: the mean of what its pieces put into the first
// layer at one place, their shape left out.
func (e *Encoder) Alone(sc *Scratch, v []float32, word string) {
	defer sc.Release(sc.Mark())
	d := e.width
	place := min(anyPlace, len(e.position)/d-1)
	ids, _ := e.cutWord(sc, word)
	row := Take[float32](sc, d)
	clear(v)
	for _, id := range ids {
		e.kernel.Embed(row, e.word[int(id)*d:][:d], e.wordScale[id], e.position[place*d:][:d], e.shape[:d])
		e.kernel.Norm(row, e.normIn.gain, e.normIn.bias, e.eps)
		e.kernel.Add(v, row)
	}
	share := 1 / float32(len(ids))
	for i := range v {
		v[i] *= share
	}
}
