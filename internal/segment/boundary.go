package segment

import (
	"encoding/binary"
	"errors"
	"math/bits"
	"strings"
	"unicode/utf8"
	"unsafe"
)

// Boundaries is the model of sentence ends in running text: logistic regression over hashed features in whole numbers. It
// decides where the rules cannot know: after abbreviations, and where a sentence ends without a mark. Where a line, a
// paragraph or a dateline ends is the rules' to say. It is immutable and safe for concurrent use.
type Boundaries struct {
	weights []int8 // of a number that is a power of two; a feature's weight is that at its lowest bits
	bias    int32
}

// The file of the model: eight bytes of magic, the bias (int32, little-endian), and the weights (int8).
const (
	boundaryMagic = "DMBOUND1"
	boundaryHead  = len(boundaryMagic) + 4
)

// OpenBoundaries reads the model; the weights are used in place.
func OpenBoundaries(data string) (*Boundaries, error) {
	if len(data) < boundaryHead || !strings.HasPrefix(data, boundaryMagic) {
		return nil, errors.New("model of boundaries: does not begin with " + boundaryMagic)
	}
	weights := data[boundaryHead:]
	if bits.OnesCount(uint(len(weights))) != 1 {
		return nil, errors.New("model of boundaries: the number of weights is no power of two")
	}
	bias := binary.LittleEndian.Uint32([]byte(data[len(boundaryMagic):boundaryHead]))
	return &Boundaries{weights: unsafe.Slice((*int8)(unsafe.Pointer(unsafe.StringData(weights))), len(weights)), bias: int32(bias)}, nil
}

// WriteBoundaries returns the file of the model with these weights.
func WriteBoundaries(weights []int8, bias int32) []byte {
	file := binary.LittleEndian.AppendUint32([]byte(boundaryMagic), uint32(bias))
	for _, w := range weights {
		file = append(file, byte(w))
	}
	return file
}

// trust is what speaks for an end that the rules see, beside the weights: they know news, the model mostly the Web.
const trust = 48

// ends reports whether a sentence ends by a candidate's features; ruled tells that it does by the rules.
func (b *Boundaries) ends(f *[Features]uint32, ruled bool) bool {
	sum, mask := b.bias, uint32(len(b.weights)-1)
	if ruled {
		sum += trust
	}
	for _, h := range f {
		sum += int32(b.weights[h&mask])
	}
	return sum > 0
}

// Candidates shows a text to who trains the model: visit is called for each place in running text where a sentence may
// end, with the features of that place and whether a sentence ends there. They are visited in order, but one behind
// closing marks, which the segmenter asks about ahead, is visited before these as well. ends tells of a byte offset
// whether a sentence ends there; the features depend on where earlier sentences ended.
func Candidates(articleText string, ends func(offset int) bool, visit func(f *[Features]uint32, ends bool)) {
	var f [Features]uint32
	c := newCloser(articleText, nil)
	c.judge = func(s *scene, i int, ruled shape) bool {
		end := ends(c.words[i].Span.End)
		if s.isCandidate(i) {
			s.features(&f, i, ruled)
			visit(&f, end)
		}
		return end
	}
	c.close()
}

// judge returns the judgement of the model: whether a sentence ends after word i, which the rules end by punctuation of
// shape ruled or, if that is edge, do not.
func (b *Boundaries) judge() func(s *scene, i int, ruled shape) bool {
	var f [Features]uint32
	return func(s *scene, i int, ruled shape) bool {
		strange := s.looks[i].shape == exclaim && s.text[s.words[i].Span.Start] >= utf8.RuneSelf // 。 and its kin, never seen in training
		if strange || !s.isCandidate(i) || s.goesOn(i+1) {
			return ruled != edge
		}
		s.features(&f, i, ruled)
		return b.ends(&f, ruled != edge)
	}
}

// goesOn reports whether word i is a dash, which goes on with what stands before it: "We hold it." — a rebel. Longer runs
// are lines that are drawn.
func (s *scene) goesOn(i int) bool {
	w := s.form(i)
	return w == "—" || w == "–" || w == "--"
}
