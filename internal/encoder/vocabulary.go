package encoder

import "strings"

// A vocabulary is the list of word pieces, found by what they spell.
//
// It is a table of hashes with open addressing over the list where it lies: for a piece, where it begins in the text and
// which number it has. Making it is most of what opening an encoder costs, which is why it is no map of strings.
type vocabulary struct {
	text              string // the pieces, each ended by a newline
	slots             []slot // a power of two of them, at most half in use
	longest           int    // in bytes
	unknown, cls, sep int32
}

type slot struct {
	at uint32 // 1 more than where the piece begins; 0 in a free slot
	id int32
}

// inner is how pieces begin that go on with a part of a word.
const inner = "##"

// readVocabulary reads pieces one a line, in order of their numbers.
func (f *File) readVocabulary(pieces int) *vocabulary {
	const name = "vocab"
	v := &vocabulary{text: f.Text(name), slots: make([]slot, tableSize(pieces))}
	at, id := 0, 0
	for at < len(v.text) && id < pieces {
		size := strings.IndexByte(v.text[at:], '\n')
		if size < 0 {
			break
		}
		if piece := v.text[at : at+size]; !v.enter(piece, at, int32(id)) {
			f.failTensor(name, "has %q twice", piece)
		}
		v.longest = max(v.longest, size)
		at += size + 1
		id++
	}
	if lines := strings.Count(v.text, "\n"); lines != pieces {
		f.failTensor(name, "has %d lines, want %d", lines, pieces)
	} else if at < len(v.text) {
		f.failTensor(name, "does not end with a line's end")
	}
	special := func(piece string) int32 {
		id, ok := v.find(hashOf(empty, piece), "", piece)
		if !ok {
			f.failTensor(name, "lacks %s", piece)
		}
		return id
	}
	v.unknown, v.cls, v.sep = special("[UNK]"), special("[CLS]"), special("[SEP]")
	return v
}

// tableSize is a power of two of which n is at most half.
func tableSize(n int) int {
	size := 2
	for size < 2*n {
		size *= 2
	}
	return size
}

// enter puts a piece into the table; false if it is there already.
func (v *vocabulary) enter(piece string, at int, id int32) bool {
	for i := hashOf(empty, piece); ; i++ {
		s := &v.slots[int(i)&(len(v.slots)-1)]
		if s.at == 0 {
			*s = slot{uint32(at) + 1, id}
			return true
		}
		if v.spells(s, "", piece) {
			return false
		}
	}
}

// find returns the number of the piece that is prefix and spelling together; h is the hash of that.
func (v *vocabulary) find(h uint32, prefix, spelling string) (id int32, ok bool) {
	for i := h; ; i++ {
		s := &v.slots[int(i)&(len(v.slots)-1)]
		if s.at == 0 || v.spells(s, prefix, spelling) {
			return s.id, s.at != 0
		}
	}
}

// spells reports whether the piece of a slot in use is prefix and spelling together.
func (v *vocabulary) spells(s *slot, prefix, spelling string) bool {
	rest, size := v.text[s.at-1:], len(prefix)+len(spelling)
	return len(rest) > size && rest[size] == '\n' && rest[len(prefix):size] == spelling && rest[:len(prefix)] == prefix
}

// longestMatch returns the longest piece that a part begins with, or goes on with behind prefix, and its length there;
// the length is 0 if there is none. hashes is working memory.
func (v *vocabulary) longestMatch(prefix, part string, hashes *[longestBytes]uint32) (id int32, size int) {
	h, most := hashOf(empty, prefix), min(len(part), v.longest)
	for i := range most {
		h = hashByte(h, part[i])
		hashes[i] = h
	}
	for size = most; size > 0; size-- {
		if id, ok := v.find(hashes[size-1], prefix, part[:size]); ok {
			return id, size
		}
	}
	return 0, 0
}

// The hash is FNV-1a in 32 bits (Fowler, Noll and Vo): it grows byte by byte, so that a word's beginnings cost no more
// than the word. empty is that of nothing.
const empty = uint32(2166136261)

func hashByte(h uint32, b byte) uint32 { return (h ^ uint32(b)) * 16777619 }

func hashOf[T string | []byte](h uint32, s T) uint32 {
	for i := range len(s) {
		h = hashByte(h, s[i])
	}
	return h
}
