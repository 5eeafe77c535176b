package encoder

// A knownWord is a word whose pieces and shape were looked up before: one cache line.
type knownWord struct {
	size, pieces, shape uint8 // size is that of the spelling in bytes; pieces is 0 in a free place
	spelling            [29]byte
	ids                 [8]int32
}

// knownWords is how many words a Scratch keeps, a power of two: most words of a text are among some thousands.
const knownWords = 1 << 13

// knownPlace is where a word is kept, if it is; another word with the same place takes it over.
func (sc *Scratch) knownPlace(word string) *knownWord {
	if sc.known == nil {
		sc.known = make([]knownWord, knownWords)
	}
	h := hashOf(empty, word)
	return &sc.known[(h^h>>16)%knownWords]
}

// cutWord returns the pieces of a word, from one to MaxPieces, and its shape. They are valid until the next call.
func (e *Encoder) cutWord(sc *Scratch, word string) (ids []int32, shape uint8) {
	var k knownWord
	if len(word) > len(k.spelling) {
		return e.cutNew(sc, word)
	}
	place := sc.knownPlace(word)
	if place.pieces > 0 && string(place.spelling[:place.size]) == word {
		return place.ids[:place.pieces], place.shape
	}
	ids, shape = e.cutNew(sc, word)
	if len(ids) <= len(k.ids) {
		place.size, place.pieces, place.shape = uint8(len(word)), uint8(len(ids)), shape
		copy(place.spelling[:], word)
		copy(place.ids[:], ids)
	}
	return ids, shape
}

func (e *Encoder) cutNew(sc *Scratch, word string) (ids []int32, shape uint8) {
	sc.cutter.vocabulary = e.vocabulary
	return sc.cutter.cut(word), shapeOf(word)
}

// Pieces is the number of pieces that a word takes, counted up to MaxPieces.
func (e *Encoder) Pieces(sc *Scratch, word string) int {
	ids, _ := e.cutWord(sc, word)
	return len(ids)
}
