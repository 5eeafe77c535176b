// Command _asm writes the assembly for amd64. It is run once for each file:
//
//	-kernel avx2        the AVX2 kernel, with 256-bit registers
//	-kernel avxvnni     the product with the byte products of AVX-VNNI, for processors without AVX-512
//	-kernel avx512vnni  the AVX-512 kernel, with 512-bit registers
//
// Every function has a twin in plain Go in .. and does the same operations on each number in the same order.
package main

import (
	"flag"
	"os"

	. "github.com/mmcloughlin/avo/build"
)

func main() {
	// The constraint checks of avo run the Go tool of the platform it is for.
	os.Setenv("GOOS", "linux")
	os.Setenv("GOARCH", "amd64")
	ConstraintExpr("!purego")

	name := flag.String("kernel", "", "the kernel to write")
	flag.Parse()
	switch *name {
	case "avx2":
		target = avx2
		productsAVX2()
		floats()
	case "avxvnni":
		target = avx2
		productsVEX()
	case "avx512vnni":
		target = avx512
		productsAVX512()
		floats()
	default:
		panic("no kernel " + *name)
	}
	Generate()
	if *name == "avxvnni" {
		spellVEX(flag.Lookup("out").Value.String())
	}
}

// floats writes all but the product, in registers of the target's size.
func floats() {
	quantise()
	embed()
	norm()
	gelu()
	leakyReLU()
	add()
	dots()
	best()
	softmax()
	for rows := 1; rows <= target.mixRows; rows++ {
		mix(rows)
	}
	transpose()
}
