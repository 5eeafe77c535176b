package main

import (
	"math"

	. "github.com/mmcloughlin/avo/build"
	. "github.com/mmcloughlin/avo/operand"
	. "github.com/mmcloughlin/avo/reg"
)

// An isa is what float functions are written for: sixteen numbers, the lanes of every sum, are two registers of 256 bits
// or one of 512.
type isa struct {
	suffix  string
	bytes   int // of a register
	mixRows int // how many rows mix takes at a time: as many as registers allow
}

var (
	avx2   = isa{suffix: "AVX2", bytes: 32, mixRows: 6}
	avx512 = isa{suffix: "AVX512", bytes: 64, mixRows: 8}
	target isa
)

// parts is how many registers hold sixteen numbers.
func parts() int { return 64 / target.bytes }

// vector is a new register.
func vector() VecVirtual {
	if target.bytes == 64 {
		return ZMM()
	}
	return YMM()
}

// vectors are new registers for sixteen numbers.
func vectors() []VecVirtual {
	all := make([]VecVirtual, parts())
	for i := range all {
		all[i] = vector()
	}
	return all
}

// zeros returns n cleared registers.
func zeros(n int) []VecVirtual {
	all := make([]VecVirtual, n)
	for i := range all {
		all[i] = vector()
		VXORPS(all[i], all[i], all[i])
	}
	return all
}

// part is the i-th register's share of the sixteen float32 at p.
func part(p Register, i int) Mem { return Mem{Base: p, Disp: target.bytes * i} }

// function begins a function, called after the instruction set, that does not let its arguments escape.
func function(name, signature, doc string) {
	name += target.suffix
	TEXT(name, NOSPLIT, "func"+signature)
	Pragma("noescape")
	Doc(name + " " + doc)
}

// end ends a function.
func end() {
	VZEROUPPER()
	RET()
}

// parameter loads a parameter into a general register.
func parameter(name string) Register { return Load(Param(name), GP64()) }

// broadcastParameter loads a float32 parameter into all lanes of a register.
func broadcastParameter(name string) VecVirtual {
	x, v := XMM(), vector()
	Load(Param(name), x)
	VBROADCASTSS(x, v)
	return v
}

// each runs body for every 16 numbers: n counts down by 16, pointers go up by as many bytes as their step says.
// n and the pointers are consumed; n is a positive multiple of 16.
func each(name string, n Register, pointers []Pointer, body func()) {
	eachOf(name, 1, n, pointers, func(int) { body() })
}

// eachOf is each in turns of so many sixteens, and then of one; body is told which of a turn it is.
func eachOf(name string, turn int, n Register, pointers []Pointer, body func(i int)) {
	if turn > 1 {
		Label(name + "Turn")
		CMPQ(n, Imm(uint64(16*turn)))
		JLT(LabelRef(name))
		for i := range turn {
			body(i)
			advance(pointers)
		}
		SUBQ(Imm(uint64(16*turn)), n)
		JNE(LabelRef(name + "Turn"))
		JMP(LabelRef(name + "End"))
	}
	Label(name)
	body(0)
	advance(pointers)
	SUBQ(Imm(16), n)
	JNE(LabelRef(name))
	if turn > 1 {
		Label(name + "End")
	}
}

func advance(pointers []Pointer) {
	for _, p := range pointers {
		ADDQ(Imm(uint64(p.step)), p.register)
	}
}

// A Pointer goes through an array, step bytes for 16 numbers.
type Pointer struct {
	register Register
	step     int
}

// floatsAt are pointers to float32.
func floatsAt(registers ...Register) []Pointer {
	all := make([]Pointer, len(registers))
	for i, r := range registers {
		all[i] = Pointer{r, 64}
	}
	return all
}

// constants are those that the file has written.
var constants = map[string]Mem{}

// constant is a float32 in all lanes, in memory. It is written as its bits, lest the assembler take a whole number for
// an integer.
func constant(name string, v float32) Mem { return bits(name, math.Float32bits(v)) }

// bits is a pattern of 32 bits in all lanes, in memory.
func bits(name string, v uint32) Mem {
	name += target.suffix
	if m, ok := constants[name]; ok {
		return m
	}
	m := GLOBL(name, RODATA|NOPTR)
	for i := range target.bytes / 4 {
		DATA(4*i, U32(v))
	}
	constants[name] = m
	return m
}

// held is a constant for use within a loop: in a register where these are many, else in memory.
func held(name string, v float32) Op {
	m := constant(name, v)
	if target.bytes == 32 {
		return m
	}
	r := vector()
	VMOVUPS(m, r)
	return r
}

// heldAll are constants NAME0, NAME1 and so on.
func heldAll(name string, values []float32) []Op {
	all := make([]Op, len(values))
	for i, v := range values {
		all[i] = held(name+string(rune('0'+i)), v)
	}
	return all
}

// fold folds sixteen lanes into one number with op, always the lower half with the upper, and returns it.
func fold(lanes []VecVirtual, op func(...Op)) VecVirtual {
	eight := foldToEight(lanes, op)
	four, t := XMM(), XMM()
	VEXTRACTF128(Imm(1), eight, four)
	op(four, eight.AsX(), four)
	VMOVHLPS(four, four, t)
	op(t, four, four)
	VMOVSHDUP(four, t)
	op(t, four, four)
	return four
}

// foldToEight folds sixteen lanes into eight; the lanes are consumed.
func foldToEight(lanes []VecVirtual, op func(...Op)) VecVirtual {
	if len(lanes) == 2 {
		op(lanes[1], lanes[0], lanes[0])
		return lanes[0]
	}
	high := YMM()
	VEXTRACTF64X4(Imm(1), lanes[0], high)
	op(high, lanes[0].AsY(), high)
	return high
}
