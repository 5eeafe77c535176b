package score

import (
	"encoding/json"
	"fmt"
)

// A Figure counts what was found against gold.
type Figure struct {
	Correct int // found and in gold
	Found   int
	Gold    int
}

// Precision is Correct over Found in percent, 0 if nothing was found.
func (f Figure) Precision() float64 { return percent(f.Correct, f.Found) }

// Recall is Correct over Gold in percent, 0 if there was nothing to find.
func (f Figure) Recall() float64 { return percent(f.Correct, f.Gold) }

// F1 is the harmonic mean of precision and recall in percent, reckoned from them as other evaluators do, so that the last digit is
// theirs.
func (f Figure) F1() float64 {
	p, r := part(f.Correct, f.Found), part(f.Correct, f.Gold)
	if p+r == 0 {
		return 0
	}
	return 100 * (2 * p * r / (p + r))
}

// String is the figure as a row of the table: gold, found, correct, precision, recall, F1.
func (f Figure) String() string {
	return fmt.Sprintf("%6d %6d %8d %7.2f %7.2f %7.2f", f.Gold, f.Found, f.Correct, f.Precision(), f.Recall(), f.F1())
}

// MarshalJSON writes counts and percentages.
func (f Figure) MarshalJSON() ([]byte, error) {
	return json.Marshal(struct {
		Precision float64 `json:"precision"`
		Recall    float64 `json:"recall"`
		F1        float64 `json:"f1"`
		Correct   int     `json:"correct"`
		Predicted int     `json:"predicted"`
		Gold      int     `json:"gold"`
	}{f.Precision(), f.Recall(), f.F1(), f.Correct, f.Found, f.Gold})
}

// add counts o as well.
func (f *Figure) add(o Figure) {
	f.Correct += o.Correct
	f.Found += o.Found
	f.Gold += o.Gold
}

// count counts one more thing, which gold has, which was found, and which is the same in both.
func (f *Figure) count(gold, found, same bool) {
	if gold {
		f.Gold++
	}
	if found {
		f.Found++
	}
	if gold && found && same {
		f.Correct++
	}
}

// A Share counts how many of some things were right.
type Share struct{ Right, Of int }

// Percent is Right over Of in percent, 0 of nothing, reckoned as other evaluators do.
func (s Share) Percent() float64 { return part(100*s.Right, s.Of) }

// String is the share as a row of the table: right, of, percent.
func (s Share) String() string { return fmt.Sprintf("%6d of %4d %7.2f", s.Right, s.Of, s.Percent()) }

// MarshalJSON writes counts and the percentage.
func (s Share) MarshalJSON() ([]byte, error) {
	return json.Marshal(struct {
		Right    int     `json:"right"`
		Of       int     `json:"of"`
		Accuracy float64 `json:"accuracy"`
	}{s.Right, s.Of, s.Percent()})
}

// count counts one more thing.
func (s *Share) count(right bool) {
	s.Of++
	if right {
		s.Right++
	}
}

// add counts o as well.
func (s *Share) add(o Share) {
	s.Right += o.Right
	s.Of += o.Of
}

// percent is some over all, times a hundred.
func percent(some, all int) float64 { return 100 * part(some, all) }

// part is some over all, 0 of nothing.
func part(some, all int) float64 {
	if all == 0 {
		return 0
	}
	return float64(some) / float64(all)
}
