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

// gelu is x·Φ(x), within 5e−5 (Hendrycks and Gimpel 2016), and exactly x or 0 beyond ±phiEnd.
//
// Φ(z) − ½ is odd: z·P(z²) on −phiEnd…phiEnd, where P is of degree 8 (least greatest error of x·Φ, by reweighted least
// squares, with P(phiEnd²)·phiEnd = ½ exactly). It errs by less than a hundredth of what quantisation does next.
func gelu(x float32) float32 {
	z := max(-phiEnd, min(phiEnd, x))
	t := float32(z * z)
	p := float32(phiP[8])
	for i := 7; i >= 0; i-- {
		p = float32(p*t) + phiP[i]
	}
	return x * (float32(z*p) + 0.5)
}

const phiEnd = 4.4375

var phiP = [9]float32{0.39874265, -0.06604073, 0.009620248, -0.001048047, 8.313331e-05, -4.6129735e-06, 1.6786632e-07, -3.5693681e-09, 3.34254e-11}
