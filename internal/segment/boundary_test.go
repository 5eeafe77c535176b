package segment

import (
	"strings"
	"testing"
)

// A file is read as it was written; what is none is refused.
func TestBoundaryFiles(t *testing.T) {
	weights := []int8{3, -128, 127, 0}
	m, err := OpenBoundaries(string(WriteBoundaries(weights, -70000)))
	if err != nil {
		t.Fatal(err)
	}
	if m.bias != -70000 || string(WriteBoundaries(m.weights, m.bias)) != string(WriteBoundaries(weights, -70000)) {
		t.Errorf("bias %d, weights %d", m.bias, m.weights)
	}
	good := string(WriteBoundaries(weights, 0))
	for _, c := range []struct{ what, file, want string }{
		{"nothing", "", "does not begin with DMBOUND1"},
		{"another file", strings.Repeat("x", 100), "does not begin with DMBOUND1"},
		{"no weights", good[:boundaryHead], "no power of two"},
		{"a cut file", good[:len(good)-1], "no power of two"},
	} {
		if _, err := OpenBoundaries(c.file); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v, want %q", c.what, err, c.want)
		}
	}
}

// Where the rules say nothing the weights decide; where they see an end, that speaks for it.
func TestBoundariesDecide(t *testing.T) {
	for bias, want := range map[int32]int{1: 3, 0: 2, 1 - trust: 2, -trust: 1} {
		m, err := OpenBoundaries(string(WriteBoundaries(make([]int8, 2), bias)))
		if err != nil {
			t.Fatal(err)
		}
		if got := len(Split("Come in. Go", nil, m).Sentences); got != want {
			t.Errorf("with a bias of %d there are %d sentences, want %d", bias, got, want)
		}
	}
}

// Whoever trains the model sees the places within paragraphs, and what is said of them.
func TestCandidates(t *testing.T) {
	const text = "Talks failed. We leave\n\nBye"
	places, ends := 0, 0
	Candidates(text, func(at int) bool { return at == strings.Index(text, " We") }, func(_ *[Features]uint32, end bool) {
		places++
		if end {
			ends++
		}
	})
	if places != 3 || ends != 1 {
		t.Errorf("%d places, %d of them ends; want 3 and 1", places, ends)
	}
}
