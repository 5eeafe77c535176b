package main

import (
	. "github.com/mmcloughlin/avo/build"
	. "github.com/mmcloughlin/avo/operand"
	. "github.com/mmcloughlin/avo/reg"
)

// The constants of ../math.go, which says what they are.
var (
	expP = []float32{1, 0.693147, 0.24022242, 0.055507336, 0.009671518, 0.0013264742}
	phiP = []float32{0.39874247, -0.06604072, 0.009620248, -0.001048047, 8.313331e-05, -4.6129735e-06, 1.6786632e-07, -3.5693681e-09, 3.34254e-11}
)

const (
	rounder  = 3 << 22
	expFloor = -50
	log2E    = 1.44269504088896340735992468100189214
	phiEnd   = 4.4300537109375
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
	top, bottom, half, p := held("phiEnd", phiEnd), held("phiBegin", -phiEnd), held("half", 0.5), heldAll("phiP", phiP)
	each("loop", n, floatsAt(x), func() {
		for i := range parts() {
			v, z, t := vector(), vector(), vector()
			VMOVUPS(part(x, i), v)
			VMINPS(top, v, z)
			VMAXPS(bottom, z, z)
			VMULPS(z, z, t)
			phi := polynomial(p, t)
			VMULPS(z, phi, phi)
			VADDPS(half, phi, phi)
			VMULPS(v, phi, phi)
			VMOVUPS(phi, part(x, i))
		}
	})
	end()
}
