package modeltest

import (
	"encoding/json"
	"fmt"
	"math"
)

// A Fixture is what the files of data/models make of sentences of our own, computed by the reference of train/.
type Fixture struct {
	Drift     Drift      `json:"drift"`
	Sentences []Sentence `json:"sentences"`
}

// A Drift is how far scores differ. Rounding to 8 bits lets the last bit of a float move a score visibly, so that two
// right computations differ by more than floats do; the fixture tells by how much.
type Drift struct {
	Max  float64 `json:"max"`
	Mean float64 `json:"mean"`
}

// A Sentence is one sentence of the fixture; lists have an element for each word, Pieces and Input one for each piece.
type Sentence struct {
	Words   []string    `json:"words"`
	Pieces  []int32     `json:"pieces"`
	Input   [][]float32 `json:"input"`   // the first numbers of what goes into the first layer
	Vectors [][]float32 `json:"vectors"` // the first numbers of the words' vectors

	UPOS  []string `json:"upos"`
	XPOS  []string `json:"xpos"`
	Feats []string `json:"feats"`
	Lemma []string `json:"lemma"` // edit scripts
	Name  []string `json:"name"`
	Rel   []string `json:"deprel"`

	UPOSScore  []float32 `json:"upos_score"`
	XPOSScore  []float32 `json:"xpos_score"`
	FeatsScore []float32 `json:"feats_score"`
	LemmaScore []float32 `json:"lemma_score"`
	NameScore  []float32 `json:"name_score"`
	RelScore   []float32 `json:"deprel_score"`

	Lemmas []string       `json:"lemmas"`
	Heads  []int          `json:"head"` // 0 is the root, words count from 1
	Arcs   [][][2]float32 `json:"arcs"` // the best heads, each with its score
}

// ParseFixture reads fixture.json.
func ParseFixture(data []byte) (*Fixture, error) {
	var f Fixture
	err := json.Unmarshal(data, &f)
	return &f, err
}

// A Difference gathers how far scores lie from those of the fixture.
type Difference struct {
	count, near int // near: within a thousandth
	sum, max    float64
}

// Add takes two scores that should be equal.
func (d *Difference) Add(got, want float32) {
	diff := math.Abs(float64(got) - float64(want))
	d.count++
	d.sum += diff
	d.max = max(d.max, diff)
	if diff <= 1e-3 {
		d.near++
	}
}

// Within returns an error unless half of the scores lie within a thousandth of the fixture's and the others about as
// near as its own drift, which is counted over all scores, low and high: the high ones drift up to three times as far.
func (d *Difference) Within(drift Drift) error {
	mean := d.sum / float64(d.count)
	if 2*d.near < d.count || !(mean <= max(1e-3, 3*drift.Mean)) || !(d.max <= max(1e-3, 1.5*drift.Max)) {
		return fmt.Errorf("%s; the fixture itself drifts by %.6f and %.6f", d, drift.Mean, drift.Max)
	}
	return nil
}

// String tells the differences.
func (d *Difference) String() string {
	return fmt.Sprintf("%d scores, %d of them within a thousandth; mean difference %.6f, greatest %.6f",
		d.count, d.near, d.sum/float64(d.count), d.max)
}
