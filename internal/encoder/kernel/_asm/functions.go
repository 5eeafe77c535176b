package main

import (
	. "github.com/mmcloughlin/avo/build"
	. "github.com/mmcloughlin/avo/operand"
	. "github.com/mmcloughlin/avo/reg"
)

// The constants of ../math.go, which says what they are.
var (
	expP  = []float32{1, 0.693147, 0.24022242, 0.055507336, 0.009671518, 0.0013264742}
	tailP = []float32{0.9170052, -0.09147208, -0.031866457, -0.00079255406, 0.0016303986, -3.993261e-05, -3.5692028e-05, 3.238306e-06}
)

const (
	rounder  = 3 << 22
	expFloor = -50
	log2E    = 1.44269504088896340735992468100189214
	tailEnd  = 5.5
)

// An exponential holds the constants of exp.
type exponential struct {
	floor, log2E, rounder Op
	p                     []Op
}

func holdExponential() exponential {
	return exponential{held("expFloor", expFloor), held("log2E", log2E), held("rounder", rounder), heldAll("expP", expP)}
}

// of is e to the power x for numbers of at most 0; x is consumed.
func (e exponential) of(x VecVirtual) VecVirtual {
	whole, n := vector(), vector()
	VMAXPS(e.floor, x, x)
	VMULPS(e.log2E, x, x)
	VADDPS(e.rounder, x, whole)
	VSUBPS(e.rounder, whole, n)
	VSUBPS(n, x, x)
	p := polynomial(e.p, x)
	VPSLLD(Imm(23), whole, whole)
	VPADDD(whole, p, p)
	return p
}

// polynomial is the polynomial of x with the given coefficients: Horner's rule in x² for pairs of them.
func polynomial(c []Op, x VecVirtual) VecVirtual {
	square, sum := vector(), vector()
	VMULPS(x, x, square)
	i := len(c) - 1
	if i%2 == 1 {
		i--
		pair(c[i:], x, sum)
	} else {
		i -= 2
		VMULPS(c[i+2], square, sum)
		t := vector()
		pair(c[i:], x, t)
		VADDPS(t, sum, sum)
	}
	for i -= 2; i >= 0; i -= 2 {
		t := vector()
		VMULPS(square, sum, sum)
		pair(c[i:], x, t)
		VADDPS(t, sum, sum)
	}
	return sum
}

// pair sets t to c[0] + c[1]·x.
func pair(c []Op, x, t VecVirtual) {
	VMULPS(c[1], x, t)
	VADDPS(c[0], t, t)
}

func gelu() {
	function("gelu", "(x *float32, n int)", "replaces x by x·Φ(x).")
	x, n := parameter("x"), parameter("n")
	magnitude, zero := vector(), zeros(1)[0]
	VMOVUPS(bits("magnitude", 0x7fffffff), magnitude)
	tailEnd, p := held("tailEnd", tailEnd), heldAll("tailP", tailP)
	each("loop", n, floatsAt(x), func() {
		for i := range parts() {
			v, m, z := vector(), vector(), vector()
			VMOVUPS(part(x, i), v)
			VANDPS(magnitude, v, m)
			VMINPS(tailEnd, m, z)
			tail := polynomial(p, z)
			for range 3 {
				VMULPS(tail, tail, tail)
			}
			VMULPS(m, tail, tail)
			VMAXPS(zero, v, v) // of two zeros the positive one
			VSUBPS(tail, v, v)
			VMOVUPS(v, part(x, i))
		}
	})
	end()
}
