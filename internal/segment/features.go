package segment

// Features is the number of features of a candidate: what scene.features writes.
const Features = 34

// A look is what the features see of a word; the zero look is the edge of a paragraph.
type look struct {
	key    uint32 // hash of the word in small letters, every digit as 0
	suffix uint32 // hash of its last three bytes, likewise
	shape  shape
}

// lookAt looks at a word that has a trait.
func lookAt(w string, t trait) look {
	const longest = 24 // bytes that tell words apart
	return look{key: hash(w[:min(len(w), longest)]), suffix: hash(w[max(0, len(w)-3):]), shape: shapeOf(w, t)}
}

// hash is FNV-1a of 32 bits over a word with its ASCII letters lowered and its digits made 0.
func hash(w string) uint32 {
	h := uint32(2166136261)
	for i := range len(w) {
		c := w[i]
		switch {
		case 'A' <= c && c <= 'Z':
			c |= 0x20
		case '0' <= c && c <= '9':
			c = '0'
		}
		h = (h ^ uint32(c)) * 16777619
	}
	return h
}

// A scene is what the features of the candidates of one text are made of. Candidates are asked for in order.
type scene struct {
	*closer
	looks []look // one for each word
	style uint32 // how the text is punctuated
	first int    // first word of the paragraph
	end   int    // first word after it
	stop  int    // next full stop or the like after the candidate; end if there is none
	depth int    // of brackets and curly quotation marks that are open, at most 3
}

// newScene looks at all words of a text.
func newScene(c *closer) *scene {
	s := &scene{closer: c, looks: make([]look, len(c.words))}
	var stops, small, lines, stopped int // small: sentences that begin with a small letter
	last := edge
	for i := range c.words {
		if c.gapBefore(i) >= hard {
			c.inDouble = false
			lines++
			if period <= last && last <= strongStop || last == closeQuote || last == closeBracket {
				stopped++
			}
		}
		l := lookAt(c.form(i), c.traits[i])
		if c.isDouble(i) {
			if c.inDouble = !c.closesDouble(i); !c.inDouble {
				l.shape = closeQuote
			}
		}
		if l.shape == closeQuote && c.gapBefore(i) != none && i+1 < len(c.words) && c.gapBefore(i+1) == none && c.class(i+1) != stop {
			l.shape = openQuote // ''Yes
		}
		if isStop(l.shape) {
			stops++
		}
		if l.shape == lower && (last == period || last == exclaim) {
			small++
		}
		s.looks[i], last = l, l.shape
	}
	c.inDouble = false
	s.style = style(len(c.words), stops, small, lines, stopped)
	return s
}

// isStop reports whether a shape is that of what ends a sentence, abbreviations aside.
func isStop(f shape) bool { return period <= f && f <= ellipsis }

// style sums up how a text is punctuated: how many stops for its words, how many of its lines end with one, how many of
// its sentences begin with a small letter.
func style(words, stops, small, lines, stopped int) uint32 {
	dense := min(4, 60*stops/(words+1))
	closed := min(3, 4*stopped/(lines+1))
	loose := 0
	if small > 0 {
		loose = 1
	}
	if 4*small > stops {
		loose = 2
	}
	return uint32(dense + 5*closed + 20*loose)
}

// move tells the scene that the candidates to come are after word i or later.
func (s *scene) move(i int) {
	if i >= s.end {
		s.first, s.end, s.stop, s.depth = i, i+1, i, 0
		for s.end < len(s.words) && s.gapBefore(s.end) < hard {
			s.end++
		}
	}
	for s.stop <= i && s.stop < s.end {
		s.stop++
		for s.stop < s.end && !isStop(s.looks[s.stop].shape) {
			s.stop++
		}
	}
	switch s.looks[i].shape {
	case openBracket, openQuote:
		s.depth = min(s.depth+1, 3)
	case closeBracket, closeQuote:
		s.depth = max(s.depth-1, 0)
	}
}

// see is the look of word i, or of the edge of the paragraph.
func (s *scene) see(i int) look {
	if i < s.first || i >= s.end {
		return look{}
	}
	return s.looks[i]
}

// isCandidate reports whether a sentence may end after word i, which is not the last of its paragraph.
func (s *scene) isCandidate(i int) bool {
	switch f := s.looks[i].shape; {
	case s.traits[i+1]&inner != 0:
		return false
	case s.gapBefore(i+1) != none, period <= f && f <= weakStop:
		return true
	default:
		return f == closeQuote || f == closeBracket || f == drawn || f == face
	}
}

// features writes the features of the candidate after word i, each a hash. ruled is the shape of the punctuation by which
// the rules end a sentence here, edge if they do not.
func (s *scene) features(f *[Features]uint32, i int, ruled shape) {
	l3, l2, l1 := s.see(i-2), s.see(i-1), s.see(i)
	r1, r2, r3 := s.see(i+1), s.see(i+2), s.see(i+3)
	head := s.see(s.opened) // of the open sentence
	gap := uint32(s.gapBefore(i + 1))
	law := 2*uint32(ruled) + gap&1
	since, ahead := bucket(i+1-s.opened), bucket(s.stop-i)
	here := pack(edge, l1.shape, r1.shape, edge)
	beside := pack(l1.shape, r1.shape, edge, edge)
	around := pack(l2.shape, l1.shape, r1.shape, r2.shape)
	quoted, endless := bit(s.inDouble), bit(s.stop == s.end)
	*f = [Features]uint32{
		// words
		mix(0, l3.key, 0, 0), mix(1, l2.key, 0, 0), mix(2, l1.key, 0, 0), mix(3, r1.key, 0, 0), mix(4, r2.key, 0, 0), mix(5, r3.key, 0, 0),
		// shapes
		mix(6, here, law, 0), mix(7, pack(l2.shape, l1.shape, r1.shape, edge), gap, 0), mix(8, pack(edge, l1.shape, r1.shape, r2.shape), gap, 0),
		mix(9, around, law, 0), mix(10, around, pack(l3.shape, r3.shape, edge, edge), 0),
		// words together
		mix(11, l1.key, r1.key, 0), mix(12, l2.key, l1.key, 0), mix(13, r1.key, r2.key, 0), mix(14, l2.key, r1.key, 0),
		// words with shapes
		mix(15, l1.key, uint32(r1.shape), law), mix(16, r1.key, beside, law), mix(17, r1.key, uint32(r1.shape), 0),
		mix(18, r1.key, pack(r1.shape, r2.shape, edge, edge), 0), mix(19, l1.key, l1.suffix^uint32(l1.shape), l2.suffix),
		mix(20, l1.suffix, uint32(r1.shape), 0), mix(21, r1.suffix, beside, 0), mix(22, r2.suffix, uint32(r1.shape), 0), mix(23, l2.suffix, l1.suffix, 0),
		// lengths
		mix(24, since, here, law), mix(25, ahead, here, law), mix(26, since, ahead, beside),
		mix(27, bucket(i+1-s.first), bucket(s.end-i-1), beside), mix(28, bucket(s.end-s.first), law, endless),
		// what is open; how the text is written
		mix(29, quoted, uint32(s.depth), beside*16+law), mix(30, s.style, beside, law), mix(31, s.style, since, ahead),
		// how the sentence began
		mix(32, head.key, beside, 0), mix(33, pack(head.shape, s.see(s.opened+1).shape, l1.shape, r1.shape), since, 0),
	}
}

// pack puts four shapes into one number.
func pack(a, b, c, d shape) uint32 {
	return uint32(a) | uint32(b)<<8 | uint32(c)<<16 | uint32(d)<<24
}

func bit(b bool) uint32 {
	if b {
		return 1
	}
	return 0
}

// bucket puts lengths in words into fifteen classes.
func bucket(n int) uint32 {
	if n < 8 {
		return uint32(n)
	}
	class := uint32(8)
	for _, bound := range [...]int{12, 16, 24, 32, 48, 80} {
		if n >= bound {
			class++
		}
	}
	return class
}

// mix hashes the values of the feature of a template; rounds of multiplication and shifts spread them over all bits.
func mix(template, a, b, c uint32) uint32 {
	h := template*0xc2b2ae35 ^ a*0x9e3779b1
	h = (h ^ h>>15) * 0x2c1b3c6d
	h ^= b * 0x85ebca6b
	h = (h ^ h>>13) * 0x297a2d39
	h ^= c * 0x27d4eb2f
	h = (h ^ h>>16) * 0x7feb352d
	return h ^ h>>15
}
