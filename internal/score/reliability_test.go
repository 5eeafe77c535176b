package score

import (
	"math"
	"strings"
	"testing"
)

func TestReliability(t *testing.T) {
	var r Reliability
	for _, one := range []struct {
		confidence float64
		right      bool
	}{{.29, true}, {.2, false}, {.9, true}, {1, true}, {.299, true}, {0, false}} {
		r.count(one.confidence, one.right)
	}
	if r[2].Share != (Share{1, 2}) || r[3].Share != (Share{1, 1}) || r[9].Share != (Share{2, 2}) || r[0].Share != (Share{0, 1}) {
		t.Errorf("%v", r)
	}
	// (2·|.245-.5| + |.3-1| + 2·|.95-1| + 0) / 6
	if got := r.Error(); math.Abs(got-1.31/6) > 1e-9 {
		t.Errorf("error %f", got)
	}
	var b strings.Builder
	r.write(&b, "right")
	if got := strings.Fields(b.String()); !strings.Contains(strings.Join(got, " "), ".20 to .29 1 of 2 50.00 24.50 .30 to .39 1 of 1") {
		t.Error(b.String())
	}
	if (Reliability{}).Error() != 0 {
		t.Error("nothing has an error")
	}
}
