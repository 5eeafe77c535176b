// Package kernel is the arithmetic of neural networks, in as many versions as there are kinds of processor to run it on.
//
// Terms. A kernel is one version. "portable" is plain Go and the reference. "avx2", "avxvnni" and "avx512vnni" are
// assembly for amd64 processors with AVX2, with AVX-VNNI (VPDPBUSD in registers of 256 bits) and with AVX-512 VNNI (the
// same in 512 bits); "arm64" has the product in assembly, with SDOT. Every kernel gives the same bits as the reference
// for every finite input; a test holds them to it.
//
// # Products
//
// Products with weight matrices are integer products. Weights are int8. Activations are quantised: rounded to integers in
// −127…127 times a step that each row has for itself, and kept 128 too great, as uint8, because processors multiply
// unsigned bytes with signed ones; a [Matrix] has the offset that takes this back. Sums are int32 and exact, so that order
// does not matter.
//
// A matrix is packed in blocks of 16 outputs by 4 inputs, 64 bytes: one register of 512 bits or two of 256. The four
// weights of an output are neighbours, one 32-bit lane, and meet four activations of a row, which are read as 32 bits and
// repeated in all lanes. A tile, some rows by some outputs, keeps its sums in registers through all inputs and turns them
// into floats before it stores them. The weights of a tile's outputs stay in the nearest cache while all rows go by; the
// rows, fewer bytes by far, come from the next one.
//
// The bound. AVX2 alone has no VPDPBUSD: it adds products in 16 bits, which saturate. Matrices therefore keep a bound, see
// [Bounded], with which four products with activations up to 255 fit: two instructions' sums can be added in 16 bits
// before they are widened, and nothing is ever cut off. Quantised training sees to it, [Matrix.Check] checks it.
//
// # Floats
//
// What stays in float32 has its order of operations fixed. A sum of n numbers has 16 lanes: number i is added to lane
// i mod 16, in order, beginning from zero; then the lanes are folded in half four times (lane i takes lane i+8, then
// i+4, i+2, i+1). In attention each score, each denominator and each mix is one sum in order, without lanes: there the
// lanes of a register are sixteen queries, or sixteen components of what is mixed. Each product is rounded before it is
// added: nothing here uses fused multiply-add, nor the estimates of reciprocals that differ from maker to maker. Division
// and square root are the correctly rounded ones of IEEE 754.
//
// Lengths of vectors are multiples of [Lanes] except where a method says otherwise: callers pad with zeros. Methods
// panic where slices are too short; they never read or write beyond them.
//
// The assembly for amd64 is written by the program in _asm, a module of its own (mmcloughlin/avo): `go generate` runs it.
// The build tag purego leaves assembly out.
package kernel
