package kernel

import (
	"encoding/binary"
	"hash/fnv"
	"math"
	"testing"
)

// TestBits holds every kernel on every architecture to the bits that the reference gives on amd64: two architectures that
// agree with themselves may still differ, for where a product is added to something a compiler may fuse the two. The
// inputs are made of random bits without arithmetic, so they are the same everywhere.
func TestBits(t *testing.T) {
	for _, k := range All() {
		t.Run(k.Name(), func(t *testing.T) {
			for _, c := range bitCases {
				if got := hashBits(c.run(k, newSource(9))); got != c.want {
					t.Errorf("%s: hash %#016x, want %#016x", c.name, got, c.want)
				}
			}
		})
	}
}

var bitCases = []struct {
	name string
	want uint64
	run  func(k Kernel, s source) []float32
}{
	{"Quantise", 0x91f2f699c4758430, func(k Kernel, s source) []float32 {
		x, q := s.plain(4096), make([]uint8, 4096)
		step := k.Quantise(q, x)
		for i, v := range q {
			x[i] = float32(v)
		}
		return append(x, step)
	}},
	{"Product", 0x5865b64a9cfcb8f0, func(k Kernel, s source) []float32 {
		const rows, out, in = 23, 80, 400
		m := newSource(9).matrix(out, in)
		m.Scale, m.Bias = s.plain(out), s.plain(out)
		y := make([]float32, rows*out)
		k.Product(y, m, s.quanta(rows*in), s.plain(rows))
		return y
	}},
	{"Attend", 0xcefd3e79f7e731de, func(k Kernel, s source) []float32 { return attendBits(k, s, nil) }},
	{"Attend with bias", 0x0b066839b934fae1, func(k Kernel, s source) []float32 { return attendBits(k, s, s.plain(2*37-1)) }},
	{"Embed", 0x80241e62a87e7624, func(k Kernel, s source) []float32 {
		x, word := make([]float32, 4096), make([]int8, 4096)
		for i := range word {
			word[i] = int8(s.Uint32())
		}
		k.Embed(x, word, 0.0123, s.plain(4096), s.plain(4096))
		return x
	}},
	{"Norm", 0x8626876a24d51a86, inPlace(func(k Kernel, s source, x []float32) { k.Norm(x, s.plain(len(x)), s.plain(len(x)), 1e-12) })},
	{"AddNorm", 0xeeb389d1a9f1f0c5, inPlace(func(k Kernel, s source, x []float32) {
		k.AddNorm(x, s.plain(len(x)), s.plain(len(x)), s.plain(len(x)), 1e-12)
	})},
	{"GELU", 0x980c87f436d43dbe, inPlace(func(k Kernel, _ source, x []float32) { k.GELU(x) })},
	{"LeakyReLU", 0x509d55be6f279aeb, inPlace(func(k Kernel, _ source, x []float32) { k.LeakyReLU(x, 0.1) })},
	{"Add", 0x88cad57ba8a688e7, inPlace(func(k Kernel, s source, x []float32) { k.Add(x, s.plain(len(x))) })},
	{"Dots", 0x28b29b1a913b6aa9, func(k Kernel, s source) []float32 {
		dst := make([]float32, 37)
		k.Dots(dst, s.plain(96), s.plain(37*100), 100)
		return dst
	}},
	{"Best", 0xf8133c7d2986f568, func(k Kernel, s source) []float32 { return []float32{float32(k.Best(s.plain(1001)))} }},
}

// inPlace is a case of a method that replaces a vector.
func inPlace(f func(k Kernel, s source, x []float32)) func(k Kernel, s source) []float32 {
	return func(k Kernel, s source) []float32 {
		x := s.plain(4096)
		f(k, s, x)
		return x
	}
}

func attendBits(k Kernel, s source, bias []float32) []float32 {
	const n, heads, width = 37, 3, 32
	dst, qkv, work := make([]float32, n*heads*width), s.plain(3*n*heads*width), make([]float32, AttendWork(n, width))
	for h := range heads {
		k.Attend(dst, qkv, n, heads*width, h, width, bias, work)
	}
	return dst
}

// plain is numbers of everyday size, of either sign, from 2^−12 to 4.
func (s source) plain(n int) []float32 {
	x := make([]float32, n)
	for i := range x {
		exponent := uint32(127 - 12 + s.IntN(14))
		x[i] = math.Float32frombits(s.Uint32()&0x807fffff | exponent<<23)
	}
	return x
}

func hashBits(x []float32) uint64 {
	h := fnv.New64a()
	binary.Write(h, binary.LittleEndian, x)
	return h.Sum64()
}
