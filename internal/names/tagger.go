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
	width  int
	scores *encoder.Linear
	labels []string
	start  int         // the label that stands before every sentence, outside
	step   [][]float64 // by label and the label before it: what is added to the score; minus infinity where it may not stand there
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
	transition := f.Floats("transition", len(t.labels), len(t.labels))
	if err := f.Close(); err != nil {
		return nil, err
	}
	if t.start = slices.Index(t.labels, outside); t.start < 0 {
		return nil, &encoder.FormatError{Part: "labels name", Why: "there is no " + outside}
	}
	t.constrain(transition)
	return t, nil
}

// constrain sets what follows what how readily; I-X stands only after B-X or I-X. transition [before, label] is what the model says.
func (t *Tagger) constrain(transition []float32) {
	for l, label := range t.labels {
		kind, within := strings.CutPrefix(label, "I-")
		step := make([]float64, len(t.labels))
		for i, b := range t.labels {
			step[i] = float64(transition[i*len(t.labels)+l])
			if within && b != "B-"+kind && b != label {
				step[i] = math.Inf(-1)
			}
		}
		t.step = append(t.step, step)
	}
}

// Label sets the labels of the words of a batch of sentences from their vectors, as Encode gave them: the sequence with the
// greatest sum of scores and transitions among those allowed (Viterbi 1967), of equals that whose labels, read from the end, come first.
func (t *Tagger) Label(sc *encoder.Scratch, v encoder.Vectors, labels [][]string) {
	defer sc.Release(sc.Mark())
	stride := t.scores.Stride()
	scores := encoder.Take[float32](sc, v.Len()*stride)
	t.scores.Quantise(&sc.Activations, v.Rows)
	t.scores.Apply(scores, &sc.Activations)
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
		sums[l] = t.step[l][t.start] + float64(scores[l])
	}
	for i := 1; i < len(labels); i++ {
		for l := range next {
			from, sum := t.bestBefore(l, sums)
			back[i*kinds+l] = int32(from)
			next[l] = sum + float64(scores[i*stride+l])
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

// bestBefore is the label that stands best before label l, the first of equals, with the sum up to it and the step.
func (t *Tagger) bestBefore(l int, sums []float64) (int, float64) {
	best, sum := 0, math.Inf(-1)
	for b, step := range t.step[l] {
		if s := sums[b] + step; s > sum {
			best, sum = b, s
		}
	}
	return best, sum
}
