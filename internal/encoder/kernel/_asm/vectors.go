package main

import (
	"fmt"

	. "github.com/mmcloughlin/avo/build"
	. "github.com/mmcloughlin/avo/operand"
	. "github.com/mmcloughlin/avo/reg"
)

// quantise writes the two passes of Quantise: the greatest absolute value, then the rounding.
func quantise() {
	function("maxAbsAVX2", "func(x *float32, n int) float32", "maxAbsAVX2 is the greatest absolute value of x.")
	x, n := parameter("x"), parameter("n")
	top, sign := zeros(2), YMM()
	VMOVUPS(bits("magnitude", 0x7fffffff), sign)
	each("loop", n, []Register{x}, func() {
		for i := range top {
			v := YMM()
			VANDPS(half(x, i), sign, v)
			VMAXPS(top[i], v, top[i])
		}
	})
	VMAXPS(top[1], top[0], top[0])
	storeFolded(top[0], VMAXPS)

	function("quantiseAVX2", "func(q *int16, x *float32, n int, step float32)", "quantiseAVX2 rounds x/step to −127…127.")
	q, x, n := parameter("q"), parameter("x"), parameter("n")
	step := broadcastParameter("step")
	each("loop", n, []Register{x}, func() {
		v := [2]VecVirtual{YMM(), YMM()}
		for i := range v {
			VMOVUPS(half(x, i), v[i])
			VDIVPS(step, v[i], v[i])
			VMINPS(constant("f127", 127), v[i], v[i])
			VMAXPS(constant("fMinus127", -127), v[i], v[i])
			VCVTPS2DQ(v[i], v[i])
		}
		VPACKSSDW(v[1], v[0], v[0])
		VPERMQ(Imm(0b11_01_10_00), v[0], v[0]) // the packing interleaves quarters
		VMOVDQU(v[0], Mem{Base: q})
		ADDQ(Imm(32), q)
	})
	VZEROUPPER()
	RET()
}

// storeFolded folds eight lanes with op, returns the number that is left and ends the function.
func storeFolded(y VecVirtual, op func(...Op)) {
	x, t := y.AsX(), XMM()
	VEXTRACTF128(Imm(1), y, t)
	op(t, x, t)
	u := XMM()
	VMOVHLPS(t, t, u)
	op(u, t, t)
	VMOVSHDUP(t, u)
	op(u, t, t)
	VZEROUPPER()
	Store(t, ReturnIndex(0))
	RET()
}

func rescale() {
	function("rescaleAVX2", "func(y *float32, acc *int32, step float32, scale, bias *float32, n int)",
		"rescaleAVX2 sets y to acc·(step·scale) + bias.")
	y, acc, scale, bias, n := parameter("y"), parameter("acc"), parameter("scale"), parameter("bias"), parameter("n")
	step := broadcastParameter("step")
	each("loop", n, []Register{y, acc, scale, bias}, func() {
		for i := range 2 {
			v, s := YMM(), YMM()
			VCVTDQ2PS(half(acc, i), v)
			VMULPS(half(scale, i), step, s)
			VMULPS(s, v, v)
			VADDPS(half(bias, i), v, v)
			VMOVUPS(v, half(y, i))
		}
	})
	VZEROUPPER()
	RET()
}

// dots writes the scalar products of one vector with rows, four rows at a time.
func dots() {
	function("dotsAVX2", "func(dst, q, rows *float32, stride, n, fours int)",
		"dotsAVX2 sets dst[j] to the scalar product of q and row j, n long, for 4·fours rows that are stride apart.")
	dst, rows, stride, fours := parameter("dst"), parameter("rows"), parameter("stride"), parameter("fours")
	SHLQ(Imm(2), stride)
	Label("four")
	q, n := parameter("q"), parameter("n")
	row, last := GP64(), GP64()
	MOVQ(rows, row)
	LEAQ(Mem{Base: rows, Index: stride, Scale: 2}, last)
	ADDQ(stride, last)
	sums := zeros(8)
	each("loop", n, []Register{q, row, last}, func() {
		for i := range 2 {
			a := YMM()
			VMOVUPS(half(q, i), a)
			for r := range 4 {
				m, t := Mem{Base: row, Disp: 32 * i}, YMM()
				switch r {
				case 1, 2:
					m.Index, m.Scale = stride, uint8(r)
				case 3:
					m.Base = last
				}
				VMULPS(m, a, t)
				VADDPS(t, sums[2*r+i], sums[2*r+i])
			}
		}
	})
	fold4(sums, dst)
	ADDQ(Imm(16), dst)
	LEAQ(Mem{Base: rows, Index: stride, Scale: 4}, rows)
	DECQ(fours)
	JNE(LabelRef("four"))
	VZEROUPPER()
	RET()
}

// fold4 folds four sums of 16 lanes, two registers each, side by side, and stores them at dst.
func fold4(sums []VecVirtual, dst Register) {
	for r := range 4 {
		VADDPS(sums[2*r+1], sums[2*r], sums[2*r]) // lane i takes i+8
	}
	quarters := func(a, b VecVirtual) { // lane i takes i+4: a in the lower half of a, b in the upper
		low := YMM()
		VPERM2F128(Imm(0x20), b, a, low)
		VPERM2F128(Imm(0x31), b, a, a)
		VADDPS(a, low, a)
	}
	a, b, c, d := sums[0], sums[2], sums[4], sums[6]
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

// mix writes the weighted sum of rows for so many columns.
func mix(columns int) {
	function(fmt.Sprintf("mix%dAVX2", columns), "func(dst, p, rows *float32, stride, n int, factor float32)",
		fmt.Sprintf("mix%dAVX2 sets dst, %d long, to factor times the sum of n rows, stride apart, each times its p.", columns, columns))
	p, row, stride, n := parameter("p"), parameter("rows"), parameter("stride"), parameter("n")
	SHLQ(Imm(2), stride)
	sums := zeros(columns / 8)
	Label("row")
	share := YMM()
	VBROADCASTSS(Mem{Base: p}, share)
	for i := range sums {
		t := YMM()
		VMULPS(half(row, i), share, t)
		VADDPS(t, sums[i], sums[i])
	}
	ADDQ(Imm(4), p)
	ADDQ(stride, row)
	DECQ(n)
	JNE(LabelRef("row"))
	dst, factor := parameter("dst"), broadcastParameter("factor")
	for i := range sums {
		VMULPS(factor, sums[i], sums[i])
		VMOVUPS(sums[i], half(dst, i))
	}
	VZEROUPPER()
	RET()
}

// norm writes the three passes of a layer norm.
func norm() {
	function("sumAVX2", "func(lanes *[16]float32, x *float32, n int)", "sumAVX2 adds x in 16 lanes.")
	x, n, sums := parameter("x"), parameter("n"), zeros(2)
	each("loop", n, []Register{x}, func() {
		for i := range sums {
			VADDPS(half(x, i), sums[i], sums[i])
		}
	})
	storeLanes(sums)

	function("sumSquaresAVX2", "func(lanes *[16]float32, x *float32, n int, mean float32)",
		"sumSquaresAVX2 adds the squares of x − mean in 16 lanes.")
	x, n, sums = parameter("x"), parameter("n"), zeros(2)
	mean := broadcastParameter("mean")
	each("loop", n, []Register{x}, func() {
		for i := range sums {
			v := YMM()
			VMOVUPS(half(x, i), v)
			VSUBPS(mean, v, v)
			VMULPS(v, v, v)
			VADDPS(v, sums[i], sums[i])
		}
	})
	storeLanes(sums)

	function("affineAVX2", "func(x *float32, n int, mean, factor float32, gain, bias *float32)",
		"affineAVX2 replaces x by (x − mean)·factor·gain + bias.")
	x, n = parameter("x"), parameter("n")
	gain, bias := parameter("gain"), parameter("bias")
	mean, factor := broadcastParameter("mean"), broadcastParameter("factor")
	each("loop", n, []Register{x, gain, bias}, func() {
		for i := range 2 {
			v := YMM()
			VMOVUPS(half(x, i), v)
			VSUBPS(mean, v, v)
			VMULPS(factor, v, v)
			VMULPS(half(gain, i), v, v)
			VADDPS(half(bias, i), v, v)
			VMOVUPS(v, half(x, i))
		}
	})
	VZEROUPPER()
	RET()
}

// storeLanes stores 16 lanes in the parameter of that name and ends the function.
func storeLanes(sums []VecVirtual) {
	lanes := parameter("lanes")
	for i := range sums {
		VMOVUPS(sums[i], half(lanes, i))
	}
	VZEROUPPER()
	RET()
}

func leakyReLU() {
	function("leakyReLUAVX2", "func(x *float32, n int, slope float32)", "leakyReLUAVX2 multiplies the negative numbers of x by slope.")
	x, n := parameter("x"), parameter("n")
	slope := broadcastParameter("slope")
	each("loop", n, []Register{x}, func() {
		for i := range 2 {
			v, t := YMM(), YMM()
			VMOVUPS(half(x, i), v)
			VMULPS(slope, v, t)
			VMAXPS(t, v, v)
			VMOVUPS(v, half(x, i))
		}
	})
	VZEROUPPER()
	RET()
}

func add() {
	function("addAVX2", "func(x, y *float32, n int)", "addAVX2 adds y to x.")
	x, y, n := parameter("x"), parameter("y"), parameter("n")
	each("loop", n, []Register{x, y}, func() {
		for i := range 2 {
			v := YMM()
			VMOVUPS(half(x, i), v)
			VADDPS(half(y, i), v, v)
			VMOVUPS(v, half(x, i))
		}
	})
	VZEROUPPER()
	RET()
}
