package main

import (
	"fmt"

	. "github.com/mmcloughlin/avo/build"
	. "github.com/mmcloughlin/avo/operand"
	. "github.com/mmcloughlin/avo/reg"
)

// mix writes a product of float matrices for some rows by sixteen columns, for scores (sums over components) and for the
// mixes of values (sums over rows of a sentence): number k of row r of the left matrix lies r·row + k·step from a.
func mix(rows int) {
	function(fmt.Sprintf("mix%d", rows), "(dst *float32, stride int, a *float32, row, step int, b *float32, bStride, n int)",
		fmt.Sprintf("sets %d rows of dst, sixteen columns each, to the sums over n numbers of a times rows of b.", rows))
	a, row, step := []Register{parameter("a")}, parameter("row"), parameter("step")
	b, bStride, n := parameter("b"), parameter("bStride"), parameter("n")
	for _, r := range []Register{row, step, bStride} {
		SHLQ(Imm(2), r)
	}
	for r := 3; r < rows; r += 3 {
		p := GP64()
		LEAQ(Mem{Base: a[len(a)-1], Index: row, Scale: 2}, p)
		ADDQ(row, p)
		a = append(a, p)
	}
	sums := make([][]VecVirtual, rows)
	for r := range sums {
		sums[r] = zeros(parts())
	}
	Label("loop")
	mixStep(sums, a, row, b)
	for _, p := range a {
		ADDQ(step, p)
	}
	ADDQ(bStride, b)
	DECQ(n)
	JNE(LabelRef("loop"))
	dst, stride := parameter("dst"), parameter("stride")
	SHLQ(Imm(2), stride)
	for r := range sums {
		for i, v := range sums[r] {
			VMOVUPS(v, part(dst, i))
		}
		if r+1 < rows {
			ADDQ(stride, dst)
		}
	}
	end()
}

// mixStep adds to each row's sums the next number of a times the next row of b.
func mixStep(sums [][]VecVirtual, a []Register, row, b Register) {
	right := vectors()
	for i := range right {
		VMOVUPS(part(b, i), right[i])
	}
	for r := range sums {
		if parts() == 1 {
			t := ZMM()
			VMULPS_BCST(strided(a, row, r, 0), right[0], t)
			VADDPS(t, sums[r][0], sums[r][0])
			continue
		}
		left := vector()
		VBROADCASTSS(strided(a, row, r, 0), left)
		for i, sum := range sums[r] {
			t := left // the last product may take its place
			if i+1 < len(sums[r]) {
				t = vector()
			}
			VMULPS(right[i], left, t)
			VADDPS(t, sum, sum)
		}
	}
}

// softmax writes the passes of softmax for sixteen queries at once, one in each lane: the bias and the maximum, the
// powers and their sum, the division.
func softmax() {
	function("softmax", "(scores *float32, n int, bias *float32)",
		"replaces n rows of sixteen scores by the shares of each column; bias, if any, goes down by one number a row.")
	n, bias := parameter("n"), parameter("bias")
	top := vectors()
	minusInfinity := bits("minusInfinity", 0xff800000)
	for i := range top {
		VMOVUPS(minusInfinity, top[i])
	}
	TESTQ(bias, bias)
	JE(LabelRef("plain"))
	eachRow("biased", n, func(scores Register) {
		for i := range top {
			v := vector()
			VMOVUPS(part(scores, i), v)
			VADDPS(part(bias, i), v, v)
			VMOVUPS(v, part(scores, i))
			VMAXPS(v, top[i], top[i])
		}
		SUBQ(Imm(4), bias)
	})
	JMP(LabelRef("powers"))
	eachRow("plain", n, func(scores Register) {
		for i := range top {
			VMAXPS(part(scores, i), top[i], top[i])
		}
	})
	Label("powers")
	sums := softmaxPowers(n, top)
	for i := range sums {
		one := vector()
		VMOVUPS(constant("one", 1), one)
		VDIVPS(sums[i], one, sums[i])
	}
	eachRow("shares", n, func(scores Register) {
		for i := range sums {
			v := vector()
			VMULPS(part(scores, i), sums[i], v)
			VMOVUPS(v, part(scores, i))
		}
	})
	end()
}

// softmaxPowers replaces the scores by their powers and returns the sums.
func softmaxPowers(n Register, top []VecVirtual) []VecVirtual {
	e, sums := holdExponential(), zeros(parts())
	eachRow("power", n, func(scores Register) {
		for i := range sums {
			v := vector()
			VMOVUPS(part(scores, i), v)
			VSUBPS(top[i], v, v)
			power := e.of(v)
			VMOVUPS(power, part(scores, i))
			VADDPS(power, sums[i], sums[i])
		}
	})
	return sums
}

// eachRow runs body for every row of scores, from the first.
func eachRow(name string, n Register, body func(scores Register)) {
	Label(name)
	scores, left := parameter("scores"), GP64()
	MOVQ(n, left)
	Label(name + "Row")
	body(scores)
	ADDQ(Imm(64), scores)
	DECQ(left)
	JNE(LabelRef(name + "Row"))
}

// transpose writes the transposition of four rows.
func transpose() {
	function("transpose", "(dst, rows *float32, stride, n int)",
		"sets dst[16·i+r] to number i < n of row r, for four rows that are stride apart; n is a multiple of 4.")
	dst, first, stride, n := parameter("dst"), parameter("rows"), parameter("stride"), parameter("n")
	SHLQ(Imm(2), stride)
	last := GP64()
	LEAQ(Mem{Base: first, Index: stride, Scale: 2}, last)
	ADDQ(stride, last)
	Label("loop")
	var row, pair [4]VecVirtual
	for r := range row {
		row[r], pair[r] = XMM(), XMM()
		VMOVUPS(strided([]Register{first, last}, stride, r, 0), row[r])
	}
	VUNPCKLPS(row[1], row[0], pair[0])
	VUNPCKLPS(row[3], row[2], pair[1])
	VUNPCKHPS(row[1], row[0], pair[2])
	VUNPCKHPS(row[3], row[2], pair[3])
	for i := range 4 {
		column, a, b := XMM(), pair[i/2*2], pair[i/2*2+1]
		if i%2 == 0 {
			VUNPCKLPD(b, a, column)
		} else {
			VUNPCKHPD(b, a, column)
		}
		VMOVUPS(column, Mem{Base: dst, Disp: 64 * i})
	}
	ADDQ(U32(256), dst)
	ADDQ(Imm(16), first)
	ADDQ(Imm(16), last)
	SUBQ(Imm(4), n)
	JNE(LabelRef("loop"))
	end()
}
