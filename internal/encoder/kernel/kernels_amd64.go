//go:build !purego

package kernel

import "golang.org/x/sys/cpu"

//go:generate go run -C _asm . -kernel avx2 -pkg kernel -out ../avx2_amd64.s -stubs ../avx2_amd64.go
//go:generate go run -C _asm . -kernel avxvnni -pkg kernel -out ../avxvnni_amd64.s -stubs ../avxvnni_amd64.go
//go:generate go run -C _asm . -kernel avx512vnni -pkg kernel -out ../avx512_amd64.s -stubs ../avx512_amd64.go

func newAVX2() (Kernel, error) {
	if !cpu.X86.HasAVX2 {
		return nil, &MissingError{AVX2, "the processor has no AVX2"}
	}
	return &avx2Kernel, nil
}

func newAVXVNNI() (Kernel, error) {
	if !cpu.X86.HasAVX2 || !cpu.X86.HasAVXVNNI {
		return nil, &MissingError{AVXVNNI, "the processor has no AVX-VNNI"}
	}
	return &avxvnniKernel, nil
}

func newAVX512VNNI() (Kernel, error) {
	x := &cpu.X86
	switch {
	case !x.HasAVX512:
		return nil, &MissingError{AVX512VNNI, "the processor, or the system, has no AVX-512"}
	case !x.HasAVX512BW || !x.HasAVX512DQ || !x.HasAVX512VL:
		return nil, &MissingError{AVX512VNNI, "the processor lacks AVX-512 BW, DQ or VL"}
	case !x.HasAVX512VNNI:
		return nil, &MissingError{AVX512VNNI, "the processor has no AVX-512 VNNI"}
	}
	return &avx512vnniKernel, nil
}

var avx2Kernel = assembly{
	name: AVX2, vectors: vectorsAVX2,
	tiles: oneSize(nil, product1x16AVX2, product2x16AVX2, product3x16AVX2, product4x16AVX2),
}

var avxvnniKernel = assembly{
	name: AVXVNNI, vectors: vectorsAVX2,
	tiles: oneSize(nil, product1x16AVXVNNI, product2x16AVXVNNI, product3x16AVXVNNI, product4x16AVXVNNI, product5x16AVXVNNI, product6x16AVXVNNI),
}

var avx512vnniKernel = assembly{
	name: AVX512VNNI, vectors: vectorsAVX512,
	tiles: tiles{
		rows: 6, columns: 32,
		narrow: []tileProduct{nil, product1x16AVX512, product2x16AVX512, product3x16AVX512, product4x16AVX512, product5x16AVX512, product6x16AVX512},
		wide:   []tileProduct{nil, product1x32AVX512, product2x32AVX512, product3x32AVX512, product4x32AVX512, product5x32AVX512, product6x32AVX512},
	},
}

// oneSize are tiles of sixteen columns for every matrix; the product of no rows is nil.
func oneSize(products ...tileProduct) tiles {
	return tiles{rows: len(products) - 1, columns: Lanes, narrow: products, wide: products}
}

var vectorsAVX2 = vectors{
	maxAbs: maxAbsAVX2, quantise: quantiseAVX2, embed: embedAVX2,
	norm: normAVX2, gelu: geluAVX2, leakyReLU: leakyReLUAVX2, add: addAVX2,
	dots: dotsAVX2, greatest: greatestAVX2, find: findAVX2, softmax: softmaxAVX2, transpose: transposeAVX2,
	mix: []mixture{nil, mix1AVX2, mix2AVX2, mix3AVX2, mix4AVX2, mix5AVX2, mix6AVX2},
}

var vectorsAVX512 = vectors{
	maxAbs: maxAbsAVX512, quantise: quantiseAVX512, embed: embedAVX512,
	norm: normAVX512, gelu: geluAVX512, leakyReLU: leakyReLUAVX512, add: addAVX512,
	dots: dotsAVX512, greatest: greatestAVX512, find: findAVX512, softmax: softmaxAVX512, transpose: transposeAVX512,
	mix: []mixture{nil, mix1AVX512, mix2AVX512, mix3AVX512, mix4AVX512, mix5AVX512, mix6AVX512, mix7AVX512, mix8AVX512},
}
