package main

import (
	. "github.com/mmcloughlin/avo/build"
	. "github.com/mmcloughlin/avo/operand"
	. "github.com/mmcloughlin/avo/reg"
)

// The coefficients of ../math.go, which says what they are.
var (
	expP = []float32{0.4999999345170843, 0.1666652068983302, 0.041668387361261145, 0.008368709824171194, 0.001381461326077977}
	phiP = []float32{0.39874265, -0.06604073, 0.009620248, -0.001048047, 8.313331e-05, -4.6129735e-06, 1.6786632e-07, -3.5693681e-09, 3.34254e-11}
)

const (
	rounder  = 3 << 22
	log2E    = 1.44269504088896340735992468100189214
	ln2High  = 0.693359375
	ln2Low   = -2.12194440054690583e-4
	expFloor = -87
	phiEnd   = 4.4375
)

// An exponential holds the constants of exp.
type exponential struct {
	floor, log2E, rounder, high, low, one Op
	p                                     []Op
}

func holdExponential() exponential {
	return exponential{
		floor: held("expFloor", expFloor), log2E: held("log2E", log2E), rounder: held("rounder", rounder),
		high: held("ln2High", ln2High), low: held("ln2Low", ln2Low), one: held("one", 1), p: heldAll("expP", expP),
	}
}

// of is e to the power x for numbers of at most 0; x is consumed.
func (e exponential) of(x VecVirtual) VecVirtual {
	whole, n, p, t := vector(), vector(), vector(), vector()
	VMAXPS(e.floor, x, x)
	VMULPS(e.log2E, x, whole)
	VADDPS(e.rounder, whole, whole)
	VSUBPS(e.rounder, whole, n)
	VMULPS(e.high, n, t)
	VSUBPS(t, x, x)
	VMULPS(e.low, n, t)
	VSUBPS(t, x, x)
	polynomial(e.p, x, p)
	VMULPS(x, x, t)
	VMULPS(t, p, p)
	VADDPS(x, p, p)
	VADDPS(e.one, p, p)
	VPSLLD(Imm(23), whole, whole)
	VPADDD(whole, p, p)
	return p
}

// polynomial sets p to the polynomial of x with the given coefficients, by Horner's rule.
func polynomial(coefficients []Op, x, p VecVirtual) {
	last := len(coefficients) - 1
	VMULPS(coefficients[last], x, p)
	for i := last - 1; i > 0; i-- {
		VADDPS(coefficients[i], p, p)
		VMULPS(x, p, p)
	}
	VADDPS(coefficients[0], p, p)
}

func gelu() {
	function("gelu", "(x *float32, n int)", "replaces x by x·Φ(x).")
	x, n := parameter("x"), parameter("n")
	top, bottom, half, p := held("phiEnd", phiEnd), held("phiBegin", -phiEnd), held("half", 0.5), heldAll("phiP", phiP)
	each("loop", n, floatsAt(x), func() {
		for i := range parts() {
			v, z, t, phi := vector(), vector(), vector(), vector()
			VMOVUPS(part(x, i), v)
			VMINPS(top, v, z)
			VMAXPS(bottom, z, z)
			VMULPS(z, z, t)
			polynomial(p, t, phi)
			VMULPS(z, phi, phi)
			VADDPS(half, phi, phi)
			VMULPS(v, phi, phi)
			VMOVUPS(phi, part(x, i))
		}
	})
	end()
}
