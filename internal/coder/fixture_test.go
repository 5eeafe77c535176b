package coder

import (
	"encoding/json"
	"math"
	"os"
	"slices"
	"strings"
	"testing"

	"example.org/demarche/internal/encoder"
	"example.org/demarche/internal/encoder/kernel"
)

// TestFixture compares what the shipped head says with what the reference of train/ makes of the same file: of each sentence with a trigger in
// its middle, its first word as actor and its last as recipient, and of the same sides without the trigger. Rounding to 8 bits lets last bits move
// scores visibly, so that most lie near and none far.
func TestFixture(t *testing.T) {
	read := func(name string) string {
		b, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		return string(b)
	}
	e, err := encoder.Open(read("../../data/models/encoder.dmm"), kernel.Auto)
	if err != nil {
		t.Fatal(err)
	}
	c, err := OpenChooser(read("../../data/models/choice.dmm"), e)
	if err != nil {
		t.Fatal(err)
	}
	var fixture []struct {
		Words  []string
		Logits [][]float32
	}
	if err := json.Unmarshal([]byte(read("testdata/choice.json")), &fixture); err != nil {
		t.Fatal(err)
	}
	count, sum, same := 0, 0.0, 0
	for _, f := range fixture {
		sketches := sketch(c, e, strings.Join(f.Words, " "))
		sides := []marked{{0, 0, markActor}, {0, len(f.Words) - 1, markRecipient}, {0, len(f.Words) / 2, markTrigger}}
		for i, marks := range [][]marked{sides, sides[:2]} {
			x := c.choose(sketches, 0, marks)
			got := slices.Concat([]float32{x.None, x.Statement}, x.Types, x.modes, x.statuses, x.contexts)
			if len(got) != len(f.Logits[i]) {
				t.Fatalf("%d logits, want %d", len(got), len(f.Logits[i]))
			}
			for k, want := range f.Logits[i] {
				off := math.Abs(float64(got[k] - want))
				count++
				sum += off
				if off > 0.5 {
					t.Errorf("%q: logit %d is %g, want %g", f.Words, k, got[k], want)
				}
			}
			types := 2 + len(x.Types)
			if argmax(got[:types]) == argmax(f.Logits[i][:types]) {
				same++
			}
		}
	}
	if mean := sum / float64(count); mean > 0.03 || same < 2*len(fixture)-2 {
		t.Errorf("logits are off by %g in the mean, %d of %d types are the same", mean, same, 2*len(fixture))
	}
}
