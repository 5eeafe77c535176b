package main

import (
	"fmt"

	. "github.com/mmcloughlin/avo/build"
	. "github.com/mmcloughlin/avo/operand"
	. "github.com/mmcloughlin/avo/reg"
)

// The coefficients of ../math.go, which says what they are.
var (
	expP = []float32{0.4999999345170843, 0.1666652068983302, 0.041668387361261145, 0.008368709824171194, 0.001381461326077977}
	erfP = []float32{1.1283789763807093, 0.1962496750190787, 0.05346757519916543, 0.004003678402218125, 2.880426128327931e-4, 1.9748297458646443e-6}
	erfQ = []float32{1, 0.5072529045166369, 0.11647671983318015, 0.015444484780704296, 0.0012163687689456587, 3.748092347764517e-5}
)

// exps writes the passes of Exps: the maximum, then the powers and their sum.
func exps() {
	function("maxAVX2", "func(x *float32, n int) float32", "maxAVX2 is the greatest number of x.")
	x, n := parameter("x"), parameter("n")
	top := [2]VecVirtual{YMM(), YMM()}
	for i := range top {
		VMOVUPS(half(x, i), top[i])
	}
	each("loop", n, []Register{x}, func() {
		for i := range top {
			VMAXPS(half(x, i), top[i], top[i])
		}
	})
	VMAXPS(top[1], top[0], top[0])
	storeFolded(top[0], VMAXPS)

	function("expsAVX2", "func(lanes *[16]float32, x *float32, n int, top float32)",
		"expsAVX2 replaces x by exp(x − top) and adds it up in 16 lanes.")
	x, n = parameter("x"), parameter("n")
	most, sums := broadcastParameter("top"), zeros(2)
	each("loop", n, []Register{x}, func() {
		for i := range sums {
			v := YMM()
			VMOVUPS(half(x, i), v)
			VSUBPS(most, v, v)
			power := exp(v)
			VMOVUPS(power, half(x, i))
			VADDPS(power, sums[i], sums[i])
		}
	})
	storeLanes(sums)
}

// exp is e to the power x for eight numbers of at most 0; x is consumed.
func exp(x VecVirtual) VecVirtual {
	n, p, t := YMM(), YMM(), YMM()
	VMAXPS(constant("expLowest", -87), x, x)
	VMULPS(constant("log2E", 1.44269504088896340735992468100189214), x, n)
	VROUNDPS(Imm(0), n, n) // half to even
	VMULPS(constant("ln2High", 0.693359375), n, t)
	VSUBPS(t, x, x)
	VMULPS(constant("ln2Low", -2.12194440054690583e-4), n, t)
	VSUBPS(t, x, x)
	polynomial("expP", expP, x, p)
	VMULPS(x, x, t)
	VMULPS(t, p, p)
	VADDPS(x, p, p)
	VADDPS(constant("one", 1), p, p)
	VCVTPS2DQ(n, n)
	VPSLLD(Imm(23), n, n)
	VPADDD(n, p, p)
	return p
}

// polynomial sets p to the polynomial of x with the given coefficients, by Horner's rule.
func polynomial(name string, coefficients []float32, x, p VecVirtual) {
	last := len(coefficients) - 1
	VMULPS(constant(fmt.Sprint(name, last), coefficients[last]), x, p)
	for i := last - 1; i > 0; i-- {
		VADDPS(constant(fmt.Sprint(name, i), coefficients[i]), p, p)
		VMULPS(x, p, p)
	}
	VADDPS(constant(fmt.Sprint(name, 0), coefficients[0]), p, p)
}

func gelu() {
	function("geluAVX2", "func(x *float32, n int)", "geluAVX2 replaces x by x·Φ(x).")
	x, n := parameter("x"), parameter("n")
	each("loop", n, []Register{x}, func() {
		for i := range 2 {
			v, z := YMM(), YMM()
			VMOVUPS(half(x, i), v)
			VMULPS(constant("sqrtHalf", 0.70710678118654752440), v, z)
			VMULPS(constant("half", 0.5), v, v)
			z = erf(z)
			VMULPS(v, z, z)
			VADDPS(v, z, z)
			VMOVUPS(z, half(x, i))
		}
	})
	VZEROUPPER()
	RET()
}

// erf is the error function of eight numbers; z is consumed.
func erf(z VecVirtual) VecVirtual {
	t, p, q := YMM(), YMM(), YMM()
	clamp(z, "erfEnd", "erfBegin", 4)
	VMULPS(z, z, t)
	polynomial("erfP", erfP, t, p)
	polynomial("erfQ", erfQ, t, q)
	VMULPS(z, p, p)
	VDIVPS(q, p, p)
	clamp(p, "one", "minusOne", 1)
	return p
}

// clamp keeps v within −end…end.
func clamp(v VecVirtual, name, minusName string, end float32) {
	VMINPS(constant(name, end), v, v)
	VMAXPS(constant(minusName, -end), v, v)
}
