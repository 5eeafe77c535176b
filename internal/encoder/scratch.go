package encoder

import "unsafe"

// A Scratch is one worker's working memory, for one encoder and the heads on its vectors. It grows to what the largest
// batch needs and stays. The zero value is ready; it is not safe for concurrent use.
type Scratch struct {
	Activations Activations // for whoever works at the moment

	block   []uint64 // handed out from the front
	used    int
	cutter  cutter
	known   []knownWord
	batch   batch
	strings map[string]string
}

// NewScratch returns working memory for one worker.
func (e *Encoder) NewScratch() *Scratch { return &Scratch{} }

// A Mark is how much of a Scratch is in use.
type Mark int

// Mark says what is in use now, for Release.
func (sc *Scratch) Mark() Mark { return Mark(sc.used) }

// Release gives back everything that was taken since the mark.
func (sc *Scratch) Release(m Mark) { sc.used = int(m) }

// Take returns n numbers of working memory, of any content, until they are released.
func Take[T int16 | int32 | int64 | float32 | float64](sc *Scratch, n int) []T {
	if n == 0 {
		return nil
	}
	var t T
	words := (n*int(unsafe.Sizeof(t)) + 7) / 8
	if sc.used+words > len(sc.block) {
		sc.block = make([]uint64, 2*(sc.used+words)) // what was taken before keeps the old block alive
	}
	s := unsafe.Slice((*T)(unsafe.Pointer(&sc.block[sc.used])), n)
	sc.used += words
	return s
}

// A Scratch keeps so many strings of at most so many bytes; then it begins anew.
const (
	mostStrings   = 1 << 15
	longestString = 1 << 6
)

// Intern returns b as a string; the same one, mostly, when it is asked again.
func (sc *Scratch) Intern(b []byte) string {
	if len(b) > longestString {
		return string(b)
	}
	if s, ok := sc.strings[string(b)]; ok {
		return s
	}
	if sc.strings == nil || len(sc.strings) >= mostStrings {
		sc.strings = make(map[string]string)
	}
	s := string(b)
	sc.strings[s] = s
	return s
}
