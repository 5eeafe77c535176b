package places

import (
	"math"
	"math/bits"
)

// The functions of this file stand in for those of package math, whose last bits are not the same on all processors.

const degree = math.Pi / 180

// sincos returns the sine and cosine of an angle in degrees, −720 to 720, each within 3e−16.
//
// The angle is brought to −45…45 without error; there Taylor's series serve.
func sincos(angle float64) (sin, cos float64) {
	angle = wrap(angle)
	quarters := math.RoundToEven(angle / 90)
	x := (angle - float64(90*quarters)) * degree
	sin, cos = x*polynomial(sinSeries[:], x*x), polynomial(cosSeries[:], x*x)
	switch quarters {
	case 0:
		return sin, cos
	case 1:
		return cos, -sin
	case -1:
		return -cos, sin
	}
	return -sin, -cos
}

// wrap brings an angle in degrees to −180…180, without error.
func wrap(angle float64) float64 { return angle - float64(360*math.RoundToEven(angle/360)) }

// atan2 is the angle in degrees, −180 to 180, from the x axis to the point (x, y), within 5e−14; 0 for (0, 0).
//
// The point is mirrored into the sector from 0 to 45 degrees and, beyond 15, turned back by 30, so that the series of the
// arctangent converges fast.
func atan2(y, x float64) float64 {
	near, far := math.Abs(y), math.Abs(x)
	if near > far {
		near, far = far, near
	}
	if far == 0 {
		return 0
	}
	angle, slope := 0.0, near/far
	if slope > tan15 {
		angle, slope = 30, (slope-tan30)/(1+float64(tan30*slope))
	}
	angle += float64(slope * polynomial(oddReciprocals[:], -float64(slope*slope)) / degree)
	if math.Abs(y) > math.Abs(x) {
		angle = 90 - angle
	}
	if x < 0 {
		angle = 180 - angle
	}
	if y < 0 {
		return -angle
	}
	return angle
}

const (
	tan15 = 2 - 3*tan30
	tan30 = 0.577350269189625764509148780501957456
)

// log10 is the decimal logarithm of n > 0, within 4e−15.
//
// With n = 2^e·m, where ½ ≤ m < 1, it is that of 2^(e−½) and that of m√2, which is 2·artanh((m−√½)/(m+√½)) in base e.
func log10(n int) float64 {
	const half = math.Sqrt2 / 2
	e := bits.Len(uint(n))
	m := float64(n) / float64(uint64(1)<<e)
	t := (m - half) / (m + half)
	return float64((float64(e)-.5)*(math.Ln2/math.Ln10)) + float64(t*polynomial(oddReciprocals[:], t*t)*(2/math.Ln10))
}

// polynomial is p[0] + p[1]·x + p[2]·x² + …, each product rounded.
func polynomial(p []float64, x float64) float64 {
	sum := 0.0
	for i := len(p) - 1; i >= 0; i-- {
		sum = float64(sum*x) + p[i]
	}
	return sum
}

var (
	// sin x = x·Σ sinSeries[k]·x^2k; the rest is less than 5e−17 for |x| ≤ π/4.
	sinSeries = [8]float64{1, -1.0 / 6, 1.0 / 120, -1.0 / 5040, 1.0 / 362880, -1.0 / 39916800, 1.0 / 6227020800, -1.0 / 1307674368000}
	// cos x = Σ cosSeries[k]·x^2k; the rest is less than 3e−18.
	cosSeries = [9]float64{1, -1.0 / 2, 1.0 / 24, -1.0 / 720, 1.0 / 40320, -1.0 / 3628800, 1.0 / 479001600, -1.0 / 87178291200, 1.0 / 20922789888000}
	// artanh x = x·Σ oddReciprocals[k]·x^2k, and arctan x = x·Σ oddReciprocals[k]·(−x²)^k; the rest is less than 1e−18
	// for |x| ≤ tan 15°.
	oddReciprocals = [14]float64{1, 1.0 / 3, 1.0 / 5, 1.0 / 7, 1.0 / 9, 1.0 / 11, 1.0 / 13, 1.0 / 15, 1.0 / 17, 1.0 / 19, 1.0 / 21, 1.0 / 23, 1.0 / 25, 1.0 / 27}
)
