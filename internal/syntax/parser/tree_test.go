package parser

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"example.org/demarche/internal/encoder"
)

// sum is the score of a tree; false if heads are no tree with exactly one root.
func sum(scores []float32, heads []int32) (float64, bool) {
	n, total, roots := len(heads), 0.0, 0
	for i, h := range heads {
		if h < 0 {
			roots++
		}
		total += float64(scores[i*(n+1)+int(h)+1])
		steps := 0
		for v := int32(i); v >= 0; v = heads[v] {
			if steps++; steps > n {
				return 0, false
			}
		}
	}
	return total, roots == 1
}

// bruteForce is the greatest sum of any tree with exactly one root.
func bruteForce(scores []float32, n int) float64 {
	best, heads := math.Inf(-1), make([]int32, n)
	var try func(i int)
	try = func(i int) {
		if i == n {
			if s, ok := sum(scores, heads); ok {
				best = max(best, s)
			}
			return
		}
		for h := range n + 1 {
			heads[i] = int32(h - 1)
			try(i + 1)
		}
	}
	try(0)
	return best
}

func TestBestTreeIsBest(t *testing.T) {
	sc := &encoder.Scratch{}
	for seed := range uint64(3000) {
		rng := rand.New(rand.NewPCG(seed, 1))
		n := 1 + rng.IntN(5)
		scores := make([]float32, n*(n+1))
		for i := range scores {
			if scores[i] = float32(rng.NormFloat64() * 5); seed%3 == 0 {
				scores[i] = float32(rng.IntN(4)) // many ties
			}
			if seed%5 == 0 && i%(n+1) == 0 {
				scores[i] += 9 // many roots
			}
		}
		heads := make([]int32, n)
		bestTree(sc, scores, heads)
		got, ok := sum(scores, heads)
		if want := bruteForce(scores, n); !ok || math.Abs(got-want) > 1e-5 {
			t.Fatalf("seed %d: heads %v (a tree: %t) have %g, the best %g", seed, heads, ok, got, want)
		}
	}
}

// Long sentences, hostile scores: still a tree with one root, and the same one when asked again.
func TestBestTreeIsATree(t *testing.T) {
	sc := &encoder.Scratch{}
	for seed := range uint64(40) {
		rng := rand.New(rand.NewPCG(seed, 2))
		n := 1 + rng.IntN(510)
		scores := make([]float32, n*(n+1))
		for i := range scores {
			scores[i] = float32(rng.NormFloat64())
			switch {
			case seed%4 == 1:
				scores[i] = math.MaxFloat32 * (float32(rng.IntN(3)) - 1)
			case seed%4 == 2:
				scores[i] = 0
			case seed%4 == 3 && rng.IntN(3) == 0:
				scores[i] = float32(math.NaN())
			}
		}
		heads, again := make([]int32, n), make([]int32, n)
		bestTree(sc, scores, heads)
		bestTree(sc, scores, again)
		if _, ok := sum(scores, heads); !ok || !slices.Equal(heads, again) {
			t.Fatalf("seed %d, %d words: no tree, or not the same one again", seed, n)
		}
	}
}

func TestTies(t *testing.T) {
	sc := &encoder.Scratch{}
	heads := make([]int32, 4)
	bestTree(sc, make([]float32, 4*5), heads)
	if want := []int32{-1, 0, 0, 0}; !slices.Equal(heads, want) {
		t.Errorf("without any preference the heads are %v, want %v", heads, want)
	}
}

// Heads that are a tree already are found to be one, and no others.
func TestIsTree(t *testing.T) {
	sc := &encoder.Scratch{}
	for seed := range uint64(5000) {
		rng := rand.New(rand.NewPCG(seed, 3))
		heads := make([]int32, 1+rng.IntN(6))
		for i := range heads {
			heads[i] = int32(rng.IntN(len(heads)+1)) - 1
		}
		n := len(heads)
		if _, want := sum(make([]float32, n*(n+1)), heads); isTree(sc, heads) != want {
			t.Fatalf("heads %v are a tree: %t, want %t", heads, !want, want)
		}
	}
}

func BenchmarkBestTree(b *testing.B) {
	for _, n := range []int{25, 510} {
		b.Run(map[int]string{25: "25 words", 510: "510 words"}[n], func(b *testing.B) {
			sc, rng := &encoder.Scratch{}, rand.New(rand.NewPCG(1, 1))
			scores, heads := make([]float32, n*(n+1)), make([]int32, n)
			for i := range scores {
				scores[i] = float32(rng.NormFloat64() * 5) // hardly ever a tree at once
			}
			b.ReportAllocs()
			for b.Loop() {
				bestTree(sc, scores, heads)
			}
		})
	}
}
