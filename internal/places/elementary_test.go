package places

import (
	"encoding/binary"
	"hash/fnv"
	"math"
	"testing"
)

// TestSincos: math takes radians, whose rounding adds up to 5e−16 to the difference.
func TestSincos(t *testing.T) {
	worst := 0.0
	for a := -720.0; a <= 720; a += 1.0 / 64 {
		sin, cos := sincos(a)
		reduced := math.Remainder(a, 360) * degree
		worst = max(worst, math.Abs(sin-math.Sin(reduced)), math.Abs(cos-math.Cos(reduced)))
	}
	if worst > 8e-16 {
		t.Errorf("error %.1e", worst)
	}
	for _, c := range []struct{ angle, sin, cos float64 }{
		{0, 0, 1}, {90, 1, 0}, {180, 0, -1}, {-90, -1, 0}, {-180, 0, -1}, {270, -1, 0}, {450, 1, 0}, {-630, 1, 0},
	} {
		if sin, cos := sincos(c.angle); sin != c.sin || cos != c.cos {
			t.Errorf("%v: %v, %v, want %v, %v", c.angle, sin, cos, c.sin, c.cos)
		}
	}
}

// TestAtan2: in all directions, near and far.
func TestAtan2(t *testing.T) {
	worst := 0.0
	for a := -180.0; a <= 180; a += 1.0 / 64 {
		y, x := math.Sincos(a * degree)
		for _, far := range []float64{1e-6, 1, 1e6} {
			worst = max(worst, math.Abs(atan2(far*y, far*x)-math.Atan2(far*y, far*x)/degree))
		}
	}
	if worst > 5e-14 {
		t.Errorf("error %.1e", worst)
	}
	// Small angles keep their digits.
	for y := 1e-300; y < .1; y *= 1.7 {
		if got, want := atan2(y, 1), math.Atan2(y, 1)/degree; math.Abs(got-want) > 1e-15*want {
			t.Errorf("%g: %v, want %v", y, got, want)
		}
	}
	for _, c := range []struct{ y, x, want float64 }{
		{0, 0, 0}, {0, 1, 0}, {1, 0, 90}, {0, -1, 180}, {-1, 0, -90}, {-1, -1, -135}, {1, math.Sqrt(3), 30},
	} {
		if got := atan2(c.y, c.x); math.Abs(got-c.want) > 1e-14 {
			t.Errorf("%v, %v: %v, want %v", c.y, c.x, got, c.want)
		}
	}
}

// TestLog10: of small numbers, and of some between each power of two and the next.
func TestLog10(t *testing.T) {
	worst := 0.0
	compare := func(n int) { worst = max(worst, math.Abs(log10(n)-math.Log10(float64(n)))) }
	for n := 1; n < 100_000; n++ {
		compare(n)
	}
	for e := range 57 {
		for m := 64; m < 128; m++ {
			compare(m << e)
		}
	}
	compare(math.MaxInt)
	if worst > 4e-15 {
		t.Errorf("error %.1e", worst)
	}
}

// TestBits holds the arithmetic to the bits that it gives on amd64, on whatever processor the test runs.
func TestBits(t *testing.T) {
	for _, c := range []struct {
		name string
		want uint64
		of   func(p, q point) []float64
	}{
		{"sincos", 0x73f41e6ec9b48ba5, func(p, q point) []float64 {
			sin, cos := sincos(p.lon + q.lat)
			return []float64{sin, cos}
		}},
		{"atan2", 0x7c1ebcf84409c225, func(p, q point) []float64 { return []float64{atan2(p.lat, q.lon)} }},
		{"log10", 0xe21ad19ccb983ea5, func(p, q point) []float64 { return []float64{log10(int((p.lat + 91) * (q.lon + 181) * 4096))} }},
		{"distance", 0x040ef92b8ac4c6cd, func(p, q point) []float64 { return []float64{distance(p, q)} }},
		{"bearing", 0x7babeafdd1a44705, func(p, q point) []float64 { return []float64{bearing(p, q)} }},
		{"travel", 0xe4597471366cfea4, func(p, q point) []float64 {
			to := travel(p, q.lat+91, q.lon)
			return []float64{to.lat, to.lon}
		}},
	} {
		h := fnv.New64a()
		for p := range grid {
			for q := range grid {
				binary.Write(h, binary.LittleEndian, c.of(p, q))
			}
		}
		if got := h.Sum64(); got != c.want {
			t.Errorf("%s: hash %#016x, want %#016x", c.name, got, c.want)
		}
	}
}

// grid yields points all over the earth; their coordinates have few bits, so that they are the same everywhere.
func grid(yield func(point) bool) {
	for lat := -86.0; lat < 90; lat += 19.125 {
		for lon := -176.0; lon < 180; lon += 23.375 {
			if !yield(point{lat, lon}) {
				return
			}
		}
	}
}
