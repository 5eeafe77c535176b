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
	scores *encoder.Linear
	labels []string
	best   func([]float32) int // index of the greatest score
}

// OpenKindTagger reads the head of kinds for the vectors of an encoder. The error is an *encoder.FormatError.
func OpenKindTagger(data string, e *encoder.Encoder) (*KindTagger, error) {
	f, err := encoder.OpenFile(data, "mentions", e.Kernel())
	if err != nil {
		return nil, err
	}
	t := &KindTagger{labels: f.Labels("kind"), best: e.Kernel().Best}
	t.scores = f.Linear("kind", len(t.labels), f.Int("width", e.Width(), e.Width()))
	if err := f.Close(); err != nil {
		return nil, err
	}
	if !slices.Contains(t.labels, outside) {
		return nil, &encoder.FormatError{Part: "labels kind", Why: "there is no " + outside}
	}
	return t, nil
}

// Label sets the labels of the words of a batch of sentences from their vectors, as Encode gave them: of each word the one
// with the greatest score, of equals the first; O where the encoder did not reach.
func (t *KindTagger) Label(sc *encoder.Scratch, v encoder.Vectors, labels [][]string) {
	defer sc.Release(sc.Mark())
	scores, stride := t.scores.Scores(sc, v), t.scores.Stride()
	for s, of := range labels {
		first, end := v.Sentence(s)
		for i := range of {
			of[i] = outside
			if i < end-first {
				of[i] = t.labels[t.best(scores[(first+i)*stride:][:len(t.labels)])]
			}
		}
	}
}
