package main

import (
	"math"
	"math/rand/v2"

	"example.org/demarche/internal/segment"
)

// What was chosen on documents left out.
const (
	size    = 1 << 18 // weights
	rounds  = 8       // models, each trained in its own order and with its own dropout, of which the mean is taken
	epochs  = 4
	rate    = .1   // of learning, falling to 0
	dropout = .3   // share of features that a sample goes without
	lean    = .3   // added to the sum: a missed end costs as much as one too many, and is the more common
	steps   = 32   // of a weight of 1 in the file
	begin   = 1e-3 // of the sums of squared gradients
)

// learn returns the file of a model: the mean of several, in whole numbers.
func learn(samples []sample, r *rand.Rand) []byte {
	sum, bias := make([]float64, size), 0.0
	for range rounds {
		w, b := fit(samples, r)
		for i, x := range w {
			sum[i] += float64(x) / rounds
		}
		bias += float64(b) / rounds
	}
	weights := make([]int8, size)
	for i, x := range sum {
		weights[i] = int8(max(-127, min(127, math.RoundToEven(x*steps))))
	}
	return segment.WriteBoundaries(weights, int32(math.RoundToEven((bias+lean)*steps)))
}

// fit is logistic regression by AdaGrad (Duchi and others 2011) with dropout of features. It shuffles the samples.
func fit(samples []sample, r *rand.Rand) (weights []float32, bias float32) {
	weights, squares, square := make([]float32, size), make([]float32, size), float32(0)
	const scale = 1 / (1 - dropout)
	for epoch := range epochs {
		r.Shuffle(len(samples), func(i, j int) { samples[i], samples[j] = samples[j], samples[i] })
		for n := range samples {
			var kept [segment.Features]uint32
			k, z := 0, float32(0)
			for _, f := range samples[n].features {
				if r.Float32() >= dropout {
					kept[k] = f % size
					z += weights[kept[k]]
					k++
				}
			}
			g := float32(1 / (1 + math.Exp(-float64(z*scale+bias))))
			if samples[n].ends {
				g--
			}
			step := float32(rate * (1 - (float64(epoch)+float64(n)/float64(len(samples)))/epochs))
			square += g * g
			bias -= step * g / root(square)
			for _, f := range kept[:k] {
				squares[f] += g * scale * g * scale
				weights[f] -= step * g * scale / root(squares[f])
			}
		}
	}
	return weights, bias
}

// root is what AdaGrad divides a step by.
func root(square float32) float32 { return float32(math.Sqrt(float64(square + begin))) }
