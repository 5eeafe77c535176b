package kernel

import "math"

// exp is e to the power x, for x of at most 0, within a part of 2e−7·(1+|x|); exp(0) is 1. Below −50 it stays at e^−50,
// about 2e−22, which no sum of softmax notices: smaller numbers would be slow where they are multiplied.
//
// x·log2 e = n + f with |f| ≤ ½; then 2^n · P(f), where P is of degree 5 (least greatest relative error of 2^f with
// P(0) = 1, by reweighted least squares).
func exp(x float32) float32 {
	t := float32(max(x, expFloor) * log2E)
	whole := t + rounder // n is in its lowest bits
	f := t - float32(whole-rounder)
	return math.Float32frombits(math.Float32bits(polynomial(expP[:], f)) + math.Float32bits(whole)<<23)
}

const (
	expFloor = -50
	log2E    = 1.44269504088896340735992468100189214
)

var expP = [6]float32{1, 0.693147, 0.24022242, 0.055507336, 0.009671518, 0.0013264742}

// gelu is x·Φ(x), within 6e−5 (Hendrycks and Gimpel 2016), and exactly x or 0 beyond ±phiEnd.
//
// Φ(z) − ½ is odd: z·P(z²) on −phiEnd…phiEnd, where P is of degree 8 (least greatest error of x·Φ, by reweighted least
// squares, with P(phiEnd²)·phiEnd = ½). It errs by less than a hundredth of what quantisation does next.
func gelu(x float32) float32 {
	z := max(-phiEnd, min(phiEnd, x))
	return x * (float32(z*polynomial(phiP[:], float32(z*z))) + 0.5)
}

const phiEnd = 4.4300537109375

var phiP = [9]float32{0.39874247, -0.06604072, 0.009620248, -0.001048047, 8.313331e-05, -4.6129735e-06, 1.6786632e-07, -3.5693681e-09, 3.34254e-11}

// polynomial is the polynomial of x with the given coefficients, the constant one first: Horner's rule in x² for pairs of
// them, which do not wait for each other.
func polynomial(c []float32, x float32) float32 {
	square, last := float32(x*x), len(c)-1
	i, sum := last, c[last]
	if last%2 == 1 {
		i, sum = last-1, float32(c[last]*x)+c[last-1]
	}
	for i -= 2; i >= 0; i -= 2 {
		sum = float32(sum*square) + float32(float32(c[i+1]*x)+c[i])
	}
	return sum
}
