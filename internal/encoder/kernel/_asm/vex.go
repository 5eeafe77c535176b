package main

import (
	"fmt"

	"github.com/mmcloughlin/avo/ir"

	. "github.com/mmcloughlin/avo/build"
	. "github.com/mmcloughlin/avo/operand"
	. "github.com/mmcloughlin/avo/reg"
)

// productsVEX writes the products with VPDPBUSD in its VEX form, which is that of processors with AVX-VNNI. Of the
// sixteen registers twelve hold the sums of six rows by sixteen columns.
func productsVEX() {
	target.suffix = "AVXVNNI"
	for rows := 1; rows <= 6; rows++ {
		tileProduct("product", &tile{rows: rows, columns: 16}, multiplyVEX)
	}
}

func multiplyVEX(t *tile) {
	for step := range 4 {
		w := []VecVirtual{YMM(), YMM()}
		for i := range w {
			VMOVDQU(t.weightAt(step, i), w[i])
		}
		for r, row := range t.sums {
			a := YMM()
			VPBROADCASTD(t.rowAt(r, 4*step), a)
			for i, sum := range row {
				vpdpbusdVEX(w[i], a, sum)
			}
		}
	}
	t.advance()
}

// vpdpbusdVEX writes VPDPBUSD with a VEX prefix. The assembler knows the instruction with an EVEX prefix only, on which a
// processor without AVX-512 traps: the bytes are written out when registers are known, see spellVEX.
func vpdpbusdVEX(w, a, sum Register) {
	Instruction(&ir.Instruction{
		Opcode: "VPDPBUSD_VEX", Operands: []Op{w, a, sum}, ISA: []string{"AVXVNNI"},
		Inputs: []Op{w, a, sum}, Outputs: []Op{sum},
	})
}
