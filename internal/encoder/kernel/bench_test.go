package kernel

import (
	"fmt"
	"testing"
)

func BenchmarkKernelProduct(b *testing.B) {
	for _, k := range All() {
		for _, shape := range [][3]int{{33, 384, 384}, {128, 384, 1152}, {128, 384, 1536}, {128, 1536, 384}, {512, 384, 1536}, {7, 384, 384}} {
			rows, in, out := shape[0], shape[1], shape[2]
			b.Run(fmt.Sprintf("%s/%dx%dx%d", k.Name(), rows, in, out), func(b *testing.B) {
				s := newSource(1)
				m := s.matrix(out, in)
				q, steps, y := s.quanta(rows*in), s.floats(rows), make([]float32, rows*out)
				b.ReportAllocs()
				for b.Loop() {
					k.Product(y, m, q, steps)
				}
				b.ReportMetric(float64(rows*in*out)*float64(b.N)/b.Elapsed().Seconds()/1e9, "Gmul/s")
			})
		}
	}
}

// BenchmarkKernelVectors is the float parts of a layer, each for one row of 1,536 numbers or, attention, one of twelve heads of
// a sentence of 25 words.
func BenchmarkKernelVectors(b *testing.B) {
	const n, words, d = 1536, 25, 384
	s := newSource(2)
	x, y, q, word := make([]float32, n), s.normal(n), make([]uint8, n), make([]int8, n)
	qkv, mixed, work := s.normal(words*3*d), make([]float32, words*d), make([]float32, AttendWork(words, 32))
	for _, k := range All() {
		for _, f := range []struct {
			name string
			run  func()
		}{
			{"Quantise", func() { k.Quantise(q, x) }},
			{"Attend", func() { k.Attend(mixed, qkv, words, d, 1, 32, nil, work) }},
			{"Embed", func() { k.Embed(x, word, 0.1, y, y) }},
			{"AddNorm", func() { k.AddNorm(x, y, y, y, 1e-12) }},
			{"GELU", func() { k.GELU(x) }},
			{"LeakyReLU", func() { k.LeakyReLU(x, 0.1) }},
			{"Add", func() { k.Add(x, y) }},
			{"Dots", func() { k.Dots(x[:48], y[:32], y, 32) }},
			{"Best", func() { k.Best(y) }},
		} {
			b.Run(k.Name()+"/"+f.name, func(b *testing.B) {
				for i := range x {
					x[i] = float32(i%17) - 8
				}
				b.ReportAllocs()
				for b.Loop() {
					f.run()
				}
			})
		}
	}
}

// normal is numbers of everyday size only: on others processors may be many times as slow.
func (s source) normal(n int) []float32 {
	x := make([]float32, n)
	for i := range x {
		x[i] = float32(s.NormFloat64())
	}
	return x
}
