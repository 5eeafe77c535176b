package main

import (
	"fmt"
	"os"
	"regexp"
	"strconv"

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
		tileProduct("product", &tile{rows: rows, columns: 16}, multiplyBy(vpdpbusdVEX))
	}
}

// vpdpbusdVEX writes VPDPBUSD with a VEX prefix. The assembler knows the instruction with an EVEX prefix only, on which a
// processor without AVX-512 traps: the bytes are written out when registers are known, see spellVEX.
func vpdpbusdVEX(w, a, sum Register) {
	Instruction(&ir.Instruction{
		Opcode: "VPDPBUSD_VEX", Operands: []Op{w, a, sum}, ISA: []string{"AVXVNNI"},
		Inputs: []Op{w, a, sum}, Outputs: []Op{sum},
	})
}

var vexLine = regexp.MustCompile(`(?m)^\tVPDPBUSD_VEX +Y(\d+), Y(\d+), Y(\d+)$`)

// spellVEX replaces, in a file of assembly, each VPDPBUSD_VEX by its bytes.
func spellVEX(file string) {
	text, err := os.ReadFile(file)
	if err != nil {
		panic(err)
	}
	text = vexLine.ReplaceAllFunc(text, func(line []byte) []byte {
		var register [3]int
		for i, digits := range vexLine.FindSubmatch(line)[1:] {
			register[i], _ = strconv.Atoi(string(digits))
		}
		w, a, sum := register[0], register[1], register[2]
		return fmt.Appendf(nil, "\tBYTE $0xC4; BYTE $0x%02X; BYTE $0x%02X; BYTE $0x50; BYTE $0x%02X // VPDPBUSD Y%d, Y%d, Y%d",
			0xE2^sum>>3<<7^w>>3<<5, 0x7D^a<<3, 0xC0|sum&7<<3|w&7, w, a, sum)
	})
	if err := os.WriteFile(file, text, 0o666); err != nil {
		panic(err)
	}
}
