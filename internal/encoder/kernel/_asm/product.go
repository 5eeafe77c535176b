package main

import (
	"fmt"

	"github.com/mmcloughlin/avo/ir"

	. "github.com/mmcloughlin/avo/build"
	. "github.com/mmcloughlin/avo/operand"
	. "github.com/mmcloughlin/avo/reg"
)

// A tile is what one pass through the weights of some outputs computes, in registers: so many rows of activations by so
// many columns, which are outputs. Sums are 32-bit lanes.
type tile struct {
	rows, columns int
	sums          [][]VecVirtual // by row, by register
	q             []Register     // pointers to rows of activations, see rowAt
	in            Register       // bytes of a row of activations
	w             Register       // the weights of the next inputs
	panel         Register       // bytes of the weights of sixteen outputs, where there are more than sixteen columns
}

// tileProduct writes the product of blocks of some rows with the weights of some outputs. multiply writes the products of
// the next sixteen inputs.
func tileProduct(name string, t *tile, multiply func(t *tile)) {
	function(fmt.Sprintf("%s%dx%d", name, t.rows, t.columns),
		"(y *float32, out int, w *int8, offset *int32, scale, bias *float32, q *uint8, in int, steps *float32, blocks int)",
		fmt.Sprintf("multiplies blocks of %d rows of q, each in long, with the weights of %d outputs; rows of y are out apart.", t.rows, t.columns))
	y, out, q, steps, blocks := parameter("y"), parameter("out"), parameter("q"), parameter("steps"), parameter("blocks")
	t.in = parameter("in")
	SHLQ(Imm(2), out)
	if t.columns > 16 {
		t.panel = GP64()
		MOVQ(t.in, t.panel)
		SHLQ(Imm(4), t.panel)
	}

	Label("block")
	t.begin(q)
	inputs := GP64()
	MOVQ(t.in, inputs)
	Label("inputs")
	multiply(t)
	SUBQ(Imm(16), inputs)
	JNE(LabelRef("inputs"))
	t.finish(y, out, steps)
	for range t.rows {
		ADDQ(t.in, q)
	}
	DECQ(blocks)
	JNE(LabelRef("block"))
	end()
}

// begin sets the sums to the offsets and the pointers to the beginning of the rows and of the weights.
func (t *tile) begin(q Register) {
	offset := parameter("offset")
	t.sums = nil
	for r := range t.rows {
		row := make([]VecVirtual, t.columns*4/target.bytes)
		for i := range row {
			row[i] = vector()
			if r == 0 {
				load(part(offset, i), row[i])
			} else {
				copyVector(t.sums[0][i], row[i])
			}
		}
		t.sums = append(t.sums, row)
	}
	t.w = parameter("w")
	t.q = nil
	for r := 0; r < t.rows; r += 3 {
		p := GP64()
		if r == 0 {
			MOVQ(q, p)
		} else {
			LEAQ(Mem{Base: t.q[len(t.q)-1], Index: t.in, Scale: 2}, p)
			ADDQ(t.in, p)
		}
		t.q = append(t.q, p)
	}
}

// rowAt is where row r of the tile is read. There is a pointer to every third row; the two after it lie at one and two
// times the length of a row from there.
func (t *tile) rowAt(r, disp int) Mem { return strided(t.q, t.in, r, disp) }

func strided(pointers []Register, stride Register, r, disp int) Mem {
	m := Mem{Base: pointers[r/3], Disp: disp}
	if r%3 > 0 {
		m.Index, m.Scale = stride, uint8(r%3)
	}
	return m
}

// weightAt is where register i of the weights is read that belong to inputs 4·step to 4·step+3, counted from the pointer.
func (t *tile) weightAt(step, i int) Mem {
	perPanel := 64 / target.bytes
	m := Mem{Base: t.w, Disp: 64*step + target.bytes*(i%perPanel)}
	if i/perPanel > 0 {
		m.Index, m.Scale = t.panel, 1
	}
	return m
}

// advance moves the pointers on by sixteen inputs.
func (t *tile) advance() {
	for _, p := range t.q {
		ADDQ(Imm(16), p)
	}
	ADDQ(U32(256), t.w)
}

// finish turns the sums into numbers, stores them and moves y and steps on to the next block.
func (t *tile) finish(y, out, steps Register) {
	scale, bias := parameter("scale"), parameter("bias")
	for r, row := range t.sums {
		step, factor := vector(), vector()
		VBROADCASTSS(Mem{Base: steps, Disp: 4 * r}, step)
		for i, sum := range row {
			VMULPS(part(scale, i), step, factor)
			VCVTDQ2PS(sum, sum)
			VMULPS(factor, sum, sum)
			VADDPS(part(bias, i), sum, sum)
			VMOVUPS(sum, part(y, i))
		}
		ADDQ(out, y)
	}
	ADDQ(Imm(uint64(4*len(t.sums))), steps)
}

func load(m Mem, v VecVirtual) {
	if target.bytes == 64 {
		VMOVDQU32(m, v)
	} else {
		VMOVDQU(m, v)
	}
}

func copyVector(from, to VecVirtual) {
	if target.bytes == 64 {
		VMOVDQA32(from, to)
	} else {
		VMOVDQA(from, to)
	}
}

// productsAVX512 writes the products with VPDPBUSD, which multiplies four unsigned bytes with four signed ones and adds
// the products to a 32-bit lane: two registers of weights serve six rows. The tiles of sixteen columns are for a last
// sixteen outputs.
func productsAVX512() {
	for rows := 1; rows <= 6; rows++ {
		for _, columns := range []int{16, 32} {
			tileProduct("product", &tile{rows: rows, columns: columns}, multiplyBy(vpdpbusd))
		}
	}
}

// multiplyBy writes the products with one instruction for four inputs: weights, activations, sums.
func multiplyBy(instruction func(w, a, sum Register)) func(t *tile) {
	return func(t *tile) {
		for step := range 4 {
			w := make([]VecVirtual, t.columns*4/target.bytes)
			for i := range w {
				w[i] = vector()
				load(t.weightAt(step, i), w[i])
			}
			for r, row := range t.sums {
				a := vector()
				VPBROADCASTD(t.rowAt(r, 4*step), a)
				for i, sum := range row {
					instruction(w[i], a, sum)
				}
			}
		}
		t.advance()
	}
}

// vpdpbusd writes VPDPBUSD, which the library lacks and the assembler knows, in its EVEX form.
func vpdpbusd(w, a, sum Register) {
	Instruction(&ir.Instruction{
		Opcode: "VPDPBUSD", Operands: []Op{w, a, sum}, ISA: []string{"AVX512VNNI"},
		Inputs: []Op{w, a, sum}, Outputs: []Op{sum},
	})
}

// productsAVX2 writes the products without VPDPBUSD. VPMADDUBSW multiplies unsigned bytes with signed ones and adds
// neighbours in 16 bits, VPADDW adds the sums of the next four inputs to those of four, which is exact because matrices
// keep the bound, and VPMADDWD adds neighbours in 32 bits.
func productsAVX2() {
	for rows := 1; rows <= 4; rows++ {
		tileProduct("product", &tile{rows: rows, columns: 16}, multiplyAVX2)
	}
}

func multiplyAVX2(t *tile) {
	ones := YMM()
	VMOVDQU(bits("ones", 1<<16|1), ones)
	for step := 0; step < 4; step += 2 {
		first := []VecVirtual{YMM(), YMM()}
		for i := range first {
			VMOVDQU(t.weightAt(step, i), first[i])
		}
		for r, row := range t.sums {
			a, b := YMM(), YMM()
			VPBROADCASTD(t.rowAt(r, 4*step), a)
			VPBROADCASTD(t.rowAt(r, 4*step+4), b)
			for i, sum := range row {
				u, v := YMM(), YMM()
				VPMADDUBSW(first[i], a, u)
				VPMADDUBSW(t.weightAt(step+1, i), b, v)
				VPADDW(v, u, u)
				VPMADDWD(ones, u, u)
				VPADDD(u, sum, sum)
			}
		}
	}
	t.advance()
}
