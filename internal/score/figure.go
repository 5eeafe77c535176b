package score

import "fmt"

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

// F1 is the harmonic mean of precision and recall in percent.
func (f Figure) F1() float64 { return percent(2*f.Correct, f.Found+f.Gold) }

// String is the figure as a row of the table: gold, found, correct, precision, recall, F1.
func (f Figure) String() string {
	return fmt.Sprintf("%6d %6d %8d %7.2f %7.2f %7.2f", f.Gold, f.Found, f.Correct, f.Precision(), f.Recall(), f.F1())
}

// add counts o as well.
func (f *Figure) add(o Figure) {
	f.Correct += o.Correct
	f.Found += o.Found
	f.Gold += o.Gold
}

// A Share counts how many of some things were right.
type Share struct{ Right, Of int }

// Percent is Right over Of in percent, 0 of nothing.
func (s Share) Percent() float64 { return percent(s.Right, s.Of) }

// String is the share as a row of the table: right, of, percent.
func (s Share) String() string { return fmt.Sprintf("%6d of %4d %7.2f", s.Right, s.Of, s.Percent()) }

// count counts one more thing.
func (s *Share) count(right bool) {
	s.Of++
	if right {
		s.Right++
	}
}

// percent is part over whole, times a hundred.
func percent(part, whole int) float64 {
	if whole == 0 {
		return 0
	}
	return 100 * float64(part) / float64(whole)
}
