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

// gelu is x·Φ(x) (Hendrycks and Gimpel 2016), within 5e−7, and within 3e−8·|x| beyond ±tailEnd.
//
// It is max(x, 0) − |x|·Φ(−|x|), and the eighth root of the tail Φ(−z) is so smooth that a polynomial of degree 7 does on
// 0…tailEnd (least greatest error of the whole, by reweighted least squares). Less exact ones are hardly faster, and turn
// more of the numbers that quantisation makes next away from those that training saw.
func gelu(x float32) float32 {
	magnitude := math.Float32frombits(math.Float32bits(x) &^ (1 << 31))
	tail := polynomial(tailP[:], min(magnitude, tailEnd))
	for range 3 {
		tail *= tail
	}
	return max(x, 0) - float32(magnitude*tail)
}

const tailEnd = 5.5

var tailP = [8]float32{0.9170052, -0.09147208, -0.031866457, -0.00079255406, 0.0016303986, -3.993261e-05, -3.5692028e-05, 3.238306e-06}

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
