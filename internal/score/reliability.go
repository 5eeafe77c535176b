package score

import (
	"encoding/json"
	"fmt"
	"io"
	"math"
)

// bins is how many bins of equal width a [Reliability] has.
const bins = 10

// A Reliability compares confidences, as they are printed with two decimals, with how often they are right. The first bin is 0 to .09,
// the last .90 to 1.
type Reliability [bins]Bin

// A Bin is what has a confidence within some bounds.
type Bin struct {
	Share
	Hundredths int // all its confidences together
}

// Mean is the mean confidence, 0 to 1.
func (b Bin) Mean() float64 { return part(b.Hundredths, 100*b.Of) }

// count counts one more thing.
func (r *Reliability) count(confidence float64, right bool) {
	h := int(math.Round(100 * confidence))
	b := &r[max(0, min(h*bins/100, bins-1))]
	b.Hundredths += h
	b.Share.count(right)
}

// Error is the expected calibration error, 0 to 1: how far the mean confidence of a bin lies from its share of right ones, averaged
// over all things.
func (r Reliability) Error() float64 {
	sum, n := 0.0, 0
	for _, b := range r {
		sum += float64(b.Of) * math.Abs(b.Mean()-part(b.Right, b.Of))
		n += b.Of
	}
	return sum / float64(max(n, 1))
}

// write prints the bins that hold something, and the error.
func (r Reliability) write(w io.Writer, right string) {
	fmt.Fprintf(w, "%-26s %6s         %7s %7s\n", "confidence", right, "%", "mean")
	for i, b := range r {
		if b.Of > 0 {
			fmt.Fprintf(w, "%-26s %s %7.2f\n", binName(i), b.Share, 100*b.Mean())
		}
	}
	fmt.Fprintf(w, "%-26s %22.3f\n", "calibration error", r.Error())
}

// binName tells a bin's bounds.
func binName(i int) string {
	if i == bins-1 {
		return ".90 to 1"
	}
	return fmt.Sprintf(".%02d to .%02d", 10*i, 10*i+9)
}

// MarshalJSON writes the bins and the error.
func (r Reliability) MarshalJSON() ([]byte, error) {
	type bin struct {
		From  float64 `json:"from"`
		Right int     `json:"right"`
		Of    int     `json:"of"`
		Mean  float64 `json:"mean_confidence"`
	}
	var all [bins]bin
	for i, b := range r {
		all[i] = bin{float64(i) / bins, b.Right, b.Of, b.Mean()}
	}
	return json.Marshal(struct {
		Error float64   `json:"error"`
		Bins  [bins]bin `json:"bins"`
	}{r.Error(), all})
}
