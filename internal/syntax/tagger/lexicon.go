package tagger

import (
	"sort"
	"strings"
	"sync/atomic"
)

// A lexicon is lines of "form TAB tag TAB lemma" in order of their bytes, each ended by a newline. It is searched where
// it lies.
//
// Most words of a text are among some thousands: for each hash of a key the place of the line that was found last is
// kept, shared by all workers. Such a hint is only ever where to look first.
type lexicon struct {
	lines string
	hints []atomic.Uint32
}

// places is how many hints there are, a power of two.
const places = 1 << 14

func newLexicon(lines string) *lexicon { return &lexicon{lines, make([]atomic.Uint32, places)} }

// sorted reports whether the lines are in order and whole.
func (x *lexicon) sorted() bool {
	last := ""
	for line := range strings.Lines(x.lines) {
		if line <= last || line[len(line)-1] != '\n' || strings.Count(line, "\t") != 2 {
			return false
		}
		last = line
	}
	return true
}

// find returns the lemma of the line that begins with key, "form TAB tag TAB".
func (x *lexicon) find(key []byte) (lemma string, ok bool) {
	hint := &x.hints[hash(key)%places]
	if lemma, ok = x.lemmaAt(int(hint.Load()), key); ok {
		return lemma, true
	}
	at := sort.Search(len(x.lines), func(i int) bool {
		line := x.lines[x.begin(i):]
		return line[:min(len(line), len(key))] >= string(key)
	})
	at = x.begin(at)
	if lemma, ok = x.lemmaAt(at, key); ok {
		hint.Store(uint32(at))
	}
	return lemma, ok
}

// lemmaAt returns the lemma of the line that begins at a byte, if it begins with key.
func (x *lexicon) lemmaAt(at int, key []byte) (lemma string, ok bool) {
	line := x.lines[at:]
	if len(line) < len(key) || line[:len(key)] != string(key) {
		return "", false
	}
	lemma, _, _ = strings.Cut(line[len(key):], "\n")
	return lemma, true
}

// begin is where the line of byte i begins.
func (x *lexicon) begin(i int) int { return strings.LastIndexByte(x.lines[:i], '\n') + 1 }

// hash is FNV-1a in 32 bits (Fowler, Noll and Vo), folded.
func hash(key []byte) uint32 {
	h := uint32(2166136261)
	for _, b := range key {
		h = (h ^ uint32(b)) * 16777619
	}
	return h ^ h>>16
}
