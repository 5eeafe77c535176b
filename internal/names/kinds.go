package names

import (
	"slices"

	"example.org/demarche/internal/encoder"
)

// A KindTagger is the head of kinds on the encoder's vectors: it labels each word with what the mention that it heads speaks
// of, in the terms of GUM's entity layer (person, place, organization, object, event, time, substance, animal, plant,
// abstract), or O if it heads none; of several mentions with one head the shortest counts. It is immutable and safe for
// concurrent use.
type KindTagger struct {
	width  int
	scores *encoder.Linear
	labels []string
}

// OpenKindTagger reads the head of kinds for the vectors of an encoder. The error is an *encoder.FormatError.
func OpenKindTagger(data string, e *encoder.Encoder) (*KindTagger, error) {
	f, err := encoder.OpenFile(data, "mentions", e.Kernel())
	if err != nil {
		return nil, err
	}
	t := &KindTagger{width: f.Int("width", e.Width(), e.Width()), labels: f.Labels("kind")}
	t.scores = f.Linear("kind", len(t.labels), t.width)
	if err := f.Close(); err != nil {
		return nil, err
	}
	if !slices.Contains(t.labels, outside) {
		return nil, &encoder.FormatError{Part: "labels kind", Why: "there is no " + outside}
	}
	return t, nil
}

// Label returns the labels of a sentence's n words from their vectors, as Encode gave them: of each word the one with the
// greatest score, of equals the first; O where the encoder did not reach.
func (t *KindTagger) Label(sc *encoder.Scratch, vectors []float32, n int) []string {
	defer sc.Release(sc.Mark())
	labels := slices.Repeat([]string{outside}, n)
	reached := len(vectors) / t.width
	scores := encoder.Take[float32](sc, reached*len(t.labels))
	t.scores.Quantise(&sc.Activations, vectors)
	t.scores.Apply(scores, &sc.Activations)
	for i := range reached {
		labels[i] = t.labels[best(scores[i*len(t.labels):][:len(t.labels)])]
	}
	return labels
}

// best is the index of the greatest score, the first of equals.
func best(scores []float32) int {
	b := 0
	for i, s := range scores {
		if s > scores[b] {
			b = i
		}
	}
	return b
}
