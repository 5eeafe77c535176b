package kernel

import (
	"fmt"
	"testing"
)

func BenchmarkProduct(b *testing.B) {
	for _, k := range All() {
		for _, shape := range [][3]int{{33, 384, 384}, {33, 384, 1536}, {33, 1536, 384}, {7, 384, 384}} {
			rows, width, outs := shape[0], shape[1], shape[2]
			b.Run(fmt.Sprintf("%s/%dx%dx%d", k.Name(), rows, width, outs), func(b *testing.B) {
				s := newSource(1)
				w, x, acc := s.weights(outs*width), s.quanta(rows*width), make([]int32, rows*outs)
				b.ReportAllocs()
				for b.Loop() {
					k.Product(acc, w, x, width)
				}
				b.ReportMetric(float64(rows*width*outs)*float64(b.N)/b.Elapsed().Seconds()/1e9, "Gmul/s")
			})
		}
	}
}

func BenchmarkVectors(b *testing.B) {
	const n, count = 1536, 48
	s := newSource(2)
	x, y, q, acc := make([]float32, n), s.floats(n), make([]int16, n), make([]int32, n)
	for _, k := range All() {
		for _, f := range []struct {
			name string
			run  func()
		}{
			{"Quantise", func() { k.Quantise(q, x) }},
			{"Rescale", func() { k.Rescale(x, acc, 1, y, y) }},
			{"Exps", func() { k.Exps(x) }},
			{"Norm", func() { k.Norm(x, y, y, 1e-12) }},
			{"GELU", func() { k.GELU(x) }},
			{"LeakyReLU", func() { k.LeakyReLU(x, 0.1) }},
			{"Add", func() { k.Add(x, y) }},
			{"Dots", func() { k.Dots(x[:count], y[:32], y, 32) }},
			{"Mix", func() { k.Mix(x[:32], y[:count], y, 32, 0.5) }},
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
