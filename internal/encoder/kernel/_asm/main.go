// Command _asm writes the AVX2 kernel: ../avx2_amd64.s and its Go declarations, ../stubs_amd64.go.
//
// Every function has a twin in ../portable.go and does the same operations on each number in the same order. The 16
// lanes of a sum are two registers of eight.
package main

import (
	"math"
	"os"

	. "github.com/mmcloughlin/avo/build"
	. "github.com/mmcloughlin/avo/operand"
	. "github.com/mmcloughlin/avo/reg"
)

func main() {
	// The constraint checks of avo run the Go tool of the platform it is for.
	os.Setenv("GOOS", "linux")
	os.Setenv("GOARCH", "amd64")
	ConstraintExpr("!purego")

	for rows := 1; rows <= blockRows; rows++ {
		product(rows)
	}
	quantise()
	rescale()
	dots()
	mix(16)
	mix(32)
	exps()
	norm()
	gelu()
	leakyReLU()
	add()
	Generate()
}

// function begins a function of the given name that does not let its arguments escape.
func function(name, signature, doc string) {
	TEXT(name, NOSPLIT, signature)
	Pragma("noescape")
	Doc(doc)
}

// parameter loads a parameter into a general register.
func parameter(name string) Register { return Load(Param(name), GP64()) }

// broadcastParameter loads a float32 parameter into all lanes of a register.
func broadcastParameter(name string) VecVirtual {
	x, y := XMM(), YMM()
	Load(Param(name), x)
	VBROADCASTSS(x, y)
	return y
}

// zeros returns n cleared registers.
func zeros(n int) []VecVirtual {
	all := make([]VecVirtual, n)
	for i := range all {
		all[i] = YMM()
		VXORPS(all[i], all[i], all[i])
	}
	return all
}

// each runs body for every 16 numbers: n counts down by 16, pointers of float32 go up by 64 bytes.
// n and the pointers are consumed; n is a positive multiple of 16.
func each(name string, n Register, pointers []Register, body func()) {
	Label(name)
	body()
	for _, p := range pointers {
		ADDQ(Imm(64), p)
	}
	SUBQ(Imm(16), n)
	JNE(LabelRef(name))
}

// half is the i-th eight of the sixteen numbers at p.
func half(p Register, i int) Mem { return Mem{Base: p, Disp: 32 * i} }

var constants = map[string]Mem{}

// constant is a float32 in all eight lanes, in memory. It is written as its bits, lest the assembler take a whole number
// for an integer.
func constant(name string, v float32) Mem { return bits(name, math.Float32bits(v)) }

// bits is a pattern of 32 bits in all eight lanes, in memory.
func bits(name string, v uint32) Mem {
	if m, ok := constants[name]; ok {
		return m
	}
	m := GLOBL(name, RODATA|NOPTR)
	for i := range 8 {
		DATA(4*i, U32(v))
	}
	constants[name] = m
	return m
}
