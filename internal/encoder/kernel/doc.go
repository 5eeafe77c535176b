// Package kernel is the arithmetic of neural networks, in as many versions as there are kinds of processor to run it on.
//
// Terms. A kernel is one version: "portable" is plain Go and the reference, "avx2" is assembly for amd64 processors that
// have AVX2. Every kernel gives the same bits as the reference for every finite input; a test holds them to it.
//
// Products with weight matrices are integer products: weights are int8, activations are quantised, that is rounded to
// integers in −127…127 times a step that each row has for itself, and sums are int32, in which order does not matter.
//
// What stays in float32 has its order of operations fixed. A sum of n numbers has 16 lanes: number i is added to lane
// i mod 16, in order, beginning from zero; then the lanes are folded in half four times (lane i takes lane i+8, then
// i+4, i+2, i+1). Each product is rounded before it is added: nothing here uses fused multiply-add, nor the estimates of
// reciprocals that differ from maker to maker. Division and square root are the correctly rounded ones of IEEE 754.
//
// Lengths of vectors are multiples of [Lanes] except where a method says otherwise: callers pad with zeros. Methods
// panic where slices are too short; they never read or write beyond them.
//
// The assembly is written by the program in _asm, a module of its own (mmcloughlin/avo): `go generate` runs it. The build
// tag purego leaves assembly out.
package kernel
