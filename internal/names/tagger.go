package names

import (
	"math"
	"slices"
	"strings"

	"example.org/demarche/internal/encoder"
)

// A Tagger is the head of names on the encoder's vectors: it labels each word O (no name), B-X (a name of kind X begins) or
// I-X (it goes on). It is immutable and safe for concurrent use.
type Tagger struct {
	width   int
	scores  *encoder.Linear
	labels  []string
	steps   [][]float64 // by label and label before it: what is added to the score; −∞ where the one may not follow the other
	outside int         // the label that stands before a sentence
}

// outside is the label of words that belong to no name, and of those that the encoder did not reach.
const outside = "O"

// OpenTagger reads the head of names for the vectors of an encoder. The error is an *encoder.FormatError.
func OpenTagger(data string, e *encoder.Encoder) (*Tagger, error) {
	f, err := encoder.OpenFile(data, "names", e.Kernel())
	if err != nil {
		return nil, err
	}
	t := &Tagger{width: f.Int("width", e.Width(), e.Width()), labels: f.Labels("name")}
	t.scores = f.Linear("name", len(t.labels), t.width)
	var transition []float32
	if f.Has("transition") {
		transition = f.Floats("transition", len(t.labels), len(t.labels))
	}
	if err := f.Close(); err != nil {
		return nil, err
	}
	if t.outside = slices.Index(t.labels, outside); t.outside < 0 {
		return nil, &encoder.FormatError{Part: "labels name", Why: "there is no " + outside}
	}
	t.constrain(transition)
	return t, nil
}

// constrain sets what a label adds that follows another: a number of transition, which has a row for each label before
// (nil: nothing), but I-X stands only after B-X or I-X.
func (t *Tagger) constrain(transition []float32) {
	for i, label := range t.labels {
		kind, within := strings.CutPrefix(label, "I-")
		steps := make([]float64, len(t.labels))
		for b, before := range t.labels {
			switch {
			case within && before != "B-"+kind && before != label:
				steps[b] = math.Inf(-1)
			case transition != nil:
				steps[b] = float64(transition[b*len(t.labels)+i])
			}
		}
		t.steps = append(t.steps, steps)
	}
}

// Label sets the labels of the words of a batch of sentences from their vectors, as Encode gave them: the sequence with the
// greatest sum of scores and steps among those allowed (Viterbi 1967), of equals that whose labels, read from the end, come
// first.
func (t *Tagger) Label(sc *encoder.Scratch, v encoder.Vectors, labels [][]string) {
	defer sc.Release(sc.Mark())
	scores, stride := t.scores.Scores(sc, v), t.scores.Stride()
	for s, of := range labels {
		first, end := v.Sentence(s)
		for i := range of {
			of[i] = outside
		}
		t.decode(sc, scores[first*stride:end*stride], of[:end-first])
	}
}

// decode sets labels to the best path through scores, a row for each word.
func (t *Tagger) decode(sc *encoder.Scratch, scores []float32, labels []string) {
	if len(labels) == 0 {
		return
	}
	defer sc.Release(sc.Mark())
	kinds, stride := len(t.labels), len(scores)/len(labels)
	sums, next := encoder.Take[float64](sc, kinds), encoder.Take[float64](sc, kinds)
	back := encoder.Take[int32](sc, len(labels)*kinds)
	for l := range sums {
		sums[l] = t.steps[l][t.outside] + float64(scores[l])
	}
	for i := 1; i < len(labels); i++ {
		for l := range next {
			from := bestBefore(t.steps[l], sums)
			back[i*kinds+l] = int32(from)
			next[l] = sums[from] + t.steps[l][from] + float64(scores[i*stride+l])
		}
		sums, next = next, sums
	}
	best := 0
	for l, s := range sums {
		if s > sums[best] {
			best = l
		}
	}
	for i := len(labels) - 1; i >= 0; i-- {
		labels[i] = t.labels[best]
		best = int(back[i*kinds+best])
	}
}

// bestBefore is the label with the greatest sum before a label with the given steps, the first of equals.
func bestBefore(steps, sums []float64) int {
	best, top := 0, sums[0]+steps[0]
	for b, step := range steps {
		if s := sums[b] + step; s > top {
			best, top = b, s
		}
	}
	return best
}
