package kernel

import "testing"

func TestBounded(t *testing.T) {
	for _, c := range []struct {
		w    [8]int8
		want bool
	}{
		{[8]int8{}, true},
		{[8]int8{127, 1, 127, 1, 0, 0, 0, 0}, true},
		{[8]int8{127, 1, 0, 0, 1, 0, 0, 0}, false},
		{[8]int8{127, 0, 127, 0, 0, 1, 1, 0}, true},
		{[8]int8{0, 0, 64, 0, 0, 0, 64, 1}, false},
		{[8]int8{-128, 127, -128, 127, 0, 0, 0, 0}, true},
		{[8]int8{-128, 0, 0, 0, 0, -1, 0, 0}, false},
		{[8]int8{-64, 64, -64, 64, -64, 64, -64, 64}, true},
	} {
		if got := Bounded(&c.w); got != c.want {
			t.Errorf("Bounded(%d) is %t", c.w, got)
		}
	}
}

// What Bounded allows indeed fits 16 bits, at the activations that make the sums greatest and least.
func TestBoundFits(t *testing.T) {
	s := newSource(5)
	for range 2000 {
		var w [8]int8
		s.eight(w[:])
		for _, four := range [][4]int8{{w[0], w[1], w[4], w[5]}, {w[2], w[3], w[6], w[7]}} {
			up, down := 0, 0
			for _, v := range four {
				up, down = up+255*max(0, int(v)), down+255*min(0, int(v))
			}
			if up > 1<<15-1 || down < -1<<15 {
				t.Fatalf("%d: from %d to %d", four, down, up)
			}
		}
	}
}

func TestCheck(t *testing.T) {
	if err := newSource(6).matrix(20, 40).Check(); err != nil {
		t.Error(err)
	}
	for what, spoil := range map[string]func(m *Matrix){
		"size":   func(m *Matrix) { m.Out = 24 },
		"bias":   func(m *Matrix) { m.Bias = m.Bias[:16] },
		"offset": func(m *Matrix) { m.Offset[3]++ },
		"bound": func(m *Matrix) {
			for i := range 2 {
				m.Weight[WeightIndex(5, 8+i, m.In)] = 100
			}
		},
	} {
		m := newSource(7).matrix(20, 40)
		spoil(m)
		if m.Check() == nil {
			t.Errorf("%s: no error", what)
		}
	}
}
