package kernel

import "math"

// exp is e to the power x, for x of at most 0, within two units in the last place. Below −87 it stays at e^−87, about
// 1.6e−38, which no sum of softmax notices.
//
// x = n·ln 2 + r with |r| ≤ ln 2 / 2 (ln 2 in two parts, the first short enough for n·ln 2 to be exact: Cody and Waite
// 1980); then 2^n · (1 + r + r²·p(r)), where p is the minimax polynomial of degree 4 (Remez exchange in 50 digits).
func exp(x float32) float32 {
	if !(x > expLowest) {
		x = expLowest
	}
	whole := float32(x*log2E) + rounder
	n := whole - rounder
	r := float32(x - float32(n*ln2High))
	r = float32(r - float32(n*ln2Low))
	p := float32(expP[4])
	for i := 3; i >= 0; i-- {
		p = float32(p*r) + expP[i]
	}
	p = float32(float32(r*r)*p) + r
	p += 1
	return math.Float32frombits(math.Float32bits(p) + math.Float32bits(whole)<<23)
}

const (
	expLowest = -87
	log2E     = 1.44269504088896340735992468100189214
	ln2High   = 0.693359375 // 355/512
	ln2Low    = -2.12194440054690583e-4
)

var expP = [5]float32{0.4999999345170843, 0.1666652068983302, 0.041668387361261145, 0.008368709824171194, 0.001381461326077977}

// erf is the error function, within 4e−7.
//
// It is odd, and 1 in float32 from about 4 on: z·P(z²)/Q(z²) on −4…4, where P and Q are the minimax rational function of
// degrees 5 and 5 (Remez exchange in 40 digits, greatest error 2.1e−8 before rounding).
func erf(z float32) float32 {
	z = max(-erfEnd, min(erfEnd, z))
	t := float32(z * z)
	p, q := float32(erfP[5]), float32(erfQ[5])
	for i := 4; i >= 0; i-- {
		p = float32(p*t) + erfP[i]
		q = float32(q*t) + erfQ[i]
	}
	return max(-1, min(1, float32(z*p)/q))
}

const erfEnd = 4

var (
	erfP = [6]float32{1.1283789763807093, 0.1962496750190787, 0.05346757519916543, 0.004003678402218125, 2.880426128327931e-4, 1.9748297458646443e-6}
	erfQ = [6]float32{1, 0.5072529045166369, 0.11647671983318015, 0.015444484780704296, 0.0012163687689456587, 3.748092347764517e-5}
)

// gelu is x·Φ(x), with Φ(x) = (1 + erf(x/√2))/2 (Hendrycks and Gimpel 2016).
func gelu(x float32) float32 {
	half := float32(x * 0.5)
	return float32(half*erf(float32(x*sqrtHalf))) + half
}

const sqrtHalf = 0.70710678118654752440
