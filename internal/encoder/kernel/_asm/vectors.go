package main

import (
	. "github.com/mmcloughlin/avo/build"
	. "github.com/mmcloughlin/avo/operand"
	. "github.com/mmcloughlin/avo/reg"
)

// quantise writes the two passes of Quantise: the greatest magnitude, then the rounding.
func quantise() {
	function("maxAbs", "(x *float32, n int) float32", "is the greatest magnitude of x.")
	x, n := parameter("x"), parameter("n")
	const turn = 4
	magnitude, top := vector(), zeros(turn*parts())
	VMOVUPS(bits("magnitude", 0x7fffffff), magnitude)
	eachOf("loop", turn, n, floatsAt(x), func(turn int) {
		for i := range parts() {
			v, t := vector(), top[turn*parts()+i]
			VANDPS(part(x, i), magnitude, v)
			VMAXPS(t, v, t)
		}
	})
	for len(top) > parts() {
		last := len(top) - 1
		VMAXPS(top[last], top[0], top[0])
		top = top[:last]
	}
	storeNumber(fold(top, VMAXPS))

	function("quantise", "(q *uint8, x *float32, n int, inverse float32)", "sets q to 128 plus x·inverse, rounded.")
	q, x, n := parameter("q"), parameter("x"), parameter("n")
	inverse, excess := broadcastParameter("inverse"), XMM()
	VMOVDQU(bits("excess", 0x80808080).Offset(0), excess)
	each("loop", n, append(floatsAt(x), Pointer{q, 16}), func() {
		v := vectors()
		for i := range v {
			VMULPS(part(x, i), inverse, v[i])
			VCVTPS2DQ(v[i], v[i])
		}
		narrow := toBytes(v)
		VPXOR(excess, narrow, narrow)
		VMOVDQU(narrow, Mem{Base: q})
	})
	end()
}

// toBytes narrows sixteen 32-bit integers to 8 bits; those that do not fit become the nearest that do.
func toBytes(v []VecVirtual) VecVirtual {
	narrow := XMM()
	if len(v) == 1 {
		VPMOVSDB(v[0], narrow)
		return narrow
	}
	VPACKSSDW(v[1], v[0], v[0]) // the packing interleaves quarters
	VPERMQ(Imm(0b11_01_10_00), v[0], v[0])
	VEXTRACTI128(Imm(1), v[0], narrow)
	VPACKSSWB(narrow, v[0].AsX(), narrow)
	return narrow
}

// storeNumber returns a number and ends the function.
func storeNumber(x VecVirtual) {
	Store(x, ReturnIndex(0))
	end()
}

func embed() {
	function("embed", "(x *float32, word *int8, n int, scale float32, position, shape *float32)",
		"sets x to word·scale + position + shape.")
	x, word, n := parameter("x"), parameter("word"), parameter("n")
	position, shape, scale := parameter("position"), parameter("shape"), broadcastParameter("scale")
	each("loop", n, append(floatsAt(x, position, shape), Pointer{word, 16}), func() {
		for i := range parts() {
			v := vector()
			VPMOVSXBD(Mem{Base: word, Disp: target.bytes / 4 * i}, v)
			VCVTDQ2PS(v, v)
			VMULPS(scale, v, v)
			VADDPS(part(position, i), v, v)
			VADDPS(part(shape, i), v, v)
			VMOVUPS(v, part(x, i))
		}
	})
	end()
}

// norm writes the passes of a layer norm: the sum, with or without another row added before; the sum of squared
// deviations; the rest.
func norm() {
	function("norm", "(x, y *float32, n int, gain, bias *float32, eps float32)",
		"replaces x, or x + y where y is not nil, by its layer norm.")
	count, mean, factor := XMM(), vector(), vector()
	sums := zeros(parts())
	x, y, n := parameter("x"), parameter("y"), parameter("n")
	VXORPS(count, count, count)
	VCVTSI2SSQ(n, count, count)
	TESTQ(y, y)
	JE(LabelRef("sum"))
	each("add", n, floatsAt(x, y), func() {
		for i := range sums {
			v := vector()
			VMOVUPS(part(x, i), v)
			VADDPS(part(y, i), v, v)
			VMOVUPS(v, part(x, i))
			VADDPS(v, sums[i], sums[i])
		}
	})
	JMP(LabelRef("deviations"))
	each("sum", n, floatsAt(x), func() {
		for i := range sums {
			VADDPS(part(x, i), sums[i], sums[i])
		}
	})

	Label("deviations")
	mean4 := fold(sums, VADDPS)
	VDIVSS(count, mean4, mean4)
	VBROADCASTSS(mean4, mean)
	squares := zeros(parts())
	x, n = parameter("x"), parameter("n")
	each("deviation", n, floatsAt(x), func() {
		for i := range squares {
			v := vector()
			VMOVUPS(part(x, i), v)
			VSUBPS(mean, v, v)
			VMULPS(v, v, v)
			VADDPS(v, squares[i], squares[i])
		}
	})
	broadcastFactor(fold(squares, VADDPS), count, factor)
	normRest(mean, factor)
	end()
}

// broadcastFactor sets factor to 1/sqrt(squares/count + eps).
func broadcastFactor(squares, count, factor VecVirtual) {
	eps, one := XMM(), XMM()
	Load(Param("eps"), eps)
	VDIVSS(count, squares, squares)
	VADDSS(eps, squares, squares)
	VSQRTSS(squares, squares, squares)
	VMOVSS(constant("one", 1), one)
	VDIVSS(squares, one, one)
	VBROADCASTSS(one, factor)
}

// normRest sets x to (x − mean)·factor·gain + bias.
func normRest(mean, factor VecVirtual) {
	x, n, gain, bias := parameter("x"), parameter("n"), parameter("gain"), parameter("bias")
	each("rest", n, floatsAt(x, gain, bias), func() {
		for i := range parts() {
			v := vector()
			VMOVUPS(part(x, i), v)
			VSUBPS(mean, v, v)
			VMULPS(factor, v, v)
			VMULPS(part(gain, i), v, v)
			VADDPS(part(bias, i), v, v)
			VMOVUPS(v, part(x, i))
		}
	})
}

func leakyReLU() {
	function("leakyReLU", "(x *float32, n int, slope float32)", "multiplies the negative numbers of x by slope.")
	x, n := parameter("x"), parameter("n")
	slope := broadcastParameter("slope")
	each("loop", n, floatsAt(x), func() {
		for i := range parts() {
			v, t := vector(), vector()
			VMOVUPS(part(x, i), v)
			VMULPS(slope, v, t)
			VMAXPS(t, v, v) // below zero the product is the greater
			VMOVUPS(v, part(x, i))
		}
	})
	end()
}

func add() {
	function("add", "(x, y *float32, n int)", "adds y to x.")
	x, y, n := parameter("x"), parameter("y"), parameter("n")
	each("loop", n, floatsAt(x, y), func() {
		for i := range parts() {
			v := vector()
			VMOVUPS(part(x, i), v)
			VADDPS(part(y, i), v, v)
			VMOVUPS(v, part(x, i))
		}
	})
	end()
}

// dots writes the scalar products of one vector with rows, four rows at a time.
func dots() {
	function("dots", "(dst, q, rows *float32, stride, n, fours int)",
		"sets dst[j] to the scalar product of q and row j, n long, for 4·fours rows that are stride apart.")
	dst, rows, stride, fours := parameter("dst"), parameter("rows"), parameter("stride"), parameter("fours")
	SHLQ(Imm(2), stride)
	Label("four")
	q, n := parameter("q"), parameter("n")
	row, last := GP64(), GP64()
	MOVQ(rows, row)
	LEAQ(Mem{Base: rows, Index: stride, Scale: 2}, last)
	ADDQ(stride, last)
	sums := [4][]VecVirtual{}
	for r := range sums {
		sums[r] = zeros(parts())
	}
	each("loop", n, floatsAt(q, row, last), func() {
		for i := range parts() {
			a := vector()
			VMOVUPS(part(q, i), a)
			for r := range sums {
				t := vector()
				VMULPS(strided([]Register{row, last}, stride, r, target.bytes*i), a, t)
				VADDPS(t, sums[r][i], sums[r][i])
			}
		}
	})
	foldFour(sums, dst)
	ADDQ(Imm(16), dst)
	LEAQ(Mem{Base: rows, Index: stride, Scale: 4}, rows)
	DECQ(fours)
	JNE(LabelRef("four"))
	end()
}

// foldFour folds four sums of sixteen lanes side by side and stores them at dst.
func foldFour(sums [4][]VecVirtual, dst Register) {
	var eights [4]VecVirtual
	for r := range sums {
		eights[r] = foldToEight(sums[r], VADDPS).AsY().(VecVirtual)
	}
	quarters := func(a, b VecVirtual) { // lane i takes i+4: a in the lower half of a, b in the upper
		low := YMM()
		VPERM2F128(Imm(0x20), b, a, low)
		VPERM2F128(Imm(0x31), b, a, a)
		VADDPS(a, low, a)
	}
	a, b, c, d := eights[0], eights[1], eights[2], eights[3]
	quarters(a, c)
	quarters(b, d)
	low := YMM()
	VUNPCKLPD(b, a, low)
	VUNPCKHPD(b, a, a)
	VADDPS(a, low, a) // lane i takes i+2: a a b b, c c d d
	VHADDPS(a, a, a)  // a b a b, c d c d
	high := XMM()
	VEXTRACTF128(Imm(1), a, high)
	VUNPCKLPD(high, a.AsX(), high)
	VMOVUPS(high, Mem{Base: dst})
}

// best writes the two passes of Best: the greatest number, then its place.
func best() {
	function("greatest", "(x *float32, n int) float32", "is the greatest number of x.")
	x, n, top := parameter("x"), parameter("n"), vectors()
	for i := range top {
		VMOVUPS(part(x, i), top[i])
	}
	each("loop", n, floatsAt(x), func() {
		for i := range top {
			VMAXPS(part(x, i), top[i], top[i])
		}
	})
	storeNumber(fold(top, VMAXPS))
	find()
}

// find writes the second pass of Best.
func find() {
	function("find", "(x *float32, n int, v float32) int", "is the index of the first number of x that equals v, 0 if there is none.")
	x, n, v := parameter("x"), parameter("n"), broadcastParameter("v")
	index, equal := GP64(), GP32()
	XORQ(index, index)
	Label("loop")
	equalMask(Mem{Base: x, Index: index, Scale: 4}, v, equal)
	TESTL(equal, equal)
	JNE(LabelRef("found"))
	ADDQ(Imm(16), index)
	SUBQ(Imm(16), n)
	JNE(LabelRef("loop"))
	XORQ(index, index)
	JMP(LabelRef("end"))
	Label("found")
	BSFL(equal, equal)
	place := GP64()
	MOVL(equal, place.As32())
	ADDQ(place, index)
	Label("end")
	Store(index, ReturnIndex(0))
	end()
}

// equalMask sets a bit of mask for each of the sixteen numbers at x that equals v.
func equalMask(x Mem, v VecVirtual, mask GPVirtual) {
	if parts() == 1 {
		k := K()
		VCMPPS(Imm(0), x, v, k)
		KMOVW(k, mask)
		return
	}
	low, high, upper := YMM(), YMM(), GP32()
	VCMPPS(Imm(0), x, v, low)
	VCMPPS(Imm(0), x.Offset(32), v, high)
	VMOVMSKPS(low, mask)
	VMOVMSKPS(high, upper)
	SHLL(Imm(8), upper)
	ORL(upper, mask)
}
