package main

import (
	"fmt"

	. "github.com/mmcloughlin/avo/build"
	. "github.com/mmcloughlin/avo/operand"
	. "github.com/mmcloughlin/avo/reg"
)

// blockRows is how many rows of activations are multiplied at a time: six rows by two rows of weights fill twelve
// registers with sums and leave four to work with.
const blockRows = 6

// product writes the integer product of a block of rows with pairs of rows of weights. Weights are widened to 16 bits
// as they are read; VPMADDWD multiplies and adds neighbours in 32 bits, which is always exact.
func product(rows int) {
	function(fmt.Sprintf("product%dAVX2", rows), "func(acc *int32, outs int, w *int8, x *int16, k, pairs int)",
		fmt.Sprintf("product%dAVX2 multiplies a block of %d (rows of x, each k long) with 2·pairs rows of w; rows of acc are outs apart.", rows, rows))
	acc, stride, w := parameter("acc"), parameter("outs"), parameter("w")
	k, pairs := parameter("k"), parameter("pairs")
	SHLQ(Imm(2), stride)
	rowBytes := GP64()
	LEAQ(Mem{Base: k, Index: k, Scale: 1}, rowBytes)

	Label("pair")
	x := blockPointers(rows, rowBytes)
	sums := zeros(2 * rows)
	steps := GP64()
	MOVQ(k, steps)
	Label("step")
	multiplyStep(x, w, k, rowBytes, sums)
	for _, p := range x {
		ADDQ(Imm(32), p)
	}
	ADDQ(Imm(16), w)
	SUBQ(Imm(16), steps)
	JNE(LabelRef("step"))
	ADDQ(k, w) // past the second row of the pair

	storeSums(acc, stride, sums)
	ADDQ(Imm(8), acc)
	DECQ(pairs)
	JNE(LabelRef("pair"))
	VZEROUPPER()
	RET()
}

// blockPointers returns pointers to the first and, where there is one, the fourth row of a block; see blockRow.
func blockPointers(rows int, rowBytes Register) []Register {
	first := GP64()
	Load(Param("x"), first)
	if rows < 4 {
		return []Register{first}
	}
	fourth := GP64()
	LEAQ(Mem{Base: first, Index: rowBytes, Scale: 2}, fourth)
	ADDQ(rowBytes, fourth)
	return []Register{first, fourth}
}

// blockRow is where row r of a block is read: rows 1 and 2 lie at one and two times the length of a row from row 0,
// rows 4 and 5 from row 3.
func blockRow(x []Register, rowBytes Register, r int) Mem {
	m := Mem{Base: x[r/3]}
	if r%3 > 0 {
		m.Index, m.Scale = rowBytes, uint8(r%3)
	}
	return m
}

// multiplyStep adds the products of 16 activations of each row with 16 weights of two rows.
func multiplyStep(x []Register, w, k, rowBytes Register, sums []VecVirtual) {
	w0, w1 := YMM(), YMM()
	VPMOVSXBW(Mem{Base: w}, w0)
	VPMOVSXBW(Mem{Base: w, Index: k, Scale: 1}, w1)
	for r := range len(sums) / 2 {
		a, t := YMM(), YMM()
		VMOVDQU(blockRow(x, rowBytes, r), a)
		VPMADDWD(w0, a, t)
		VPADDD(t, sums[2*r], sums[2*r])
		VPMADDWD(w1, a, a)
		VPADDD(a, sums[2*r+1], sums[2*r+1])
	}
}

// storeSums adds up the eight numbers of each sum and stores them, two a row.
func storeSums(acc, stride Register, sums []VecVirtual) {
	p := GP64()
	MOVQ(acc, p)
	for r := 0; r < len(sums)/2; r += 2 {
		VPHADDD(sums[2*r+1], sums[2*r], sums[2*r])
		second := r+1 < len(sums)/2
		if second {
			VPHADDD(sums[2*r+3], sums[2*r+2], sums[2*r+2])
			VPHADDD(sums[2*r+2], sums[2*r], sums[2*r])
		} else {
			VPHADDD(sums[2*r], sums[2*r], sums[2*r])
		}
		high := XMM()
		VEXTRACTI128(Imm(1), sums[2*r], high)
		VPADDD(high, sums[2*r].AsX(), high)
		VMOVQ(high, Mem{Base: p})
		if second {
			VPEXTRQ(Imm(1), high, Mem{Base: p, Index: stride, Scale: 1})
			LEAQ(Mem{Base: p, Index: stride, Scale: 2}, p)
		}
	}
}
