package kernel

import (
	"fmt"
	"strings"
)

// Lanes is the number of partial sums in which floats are added, and the measure of which lengths are multiples.
const Lanes = 16

// Pad is the least multiple of Lanes that is not less than n.
func Pad(n int) int { return (n + Lanes - 1) / Lanes * Lanes }

// A Kernel does the arithmetic of a network. It holds no state and is safe for concurrent use.
type Kernel interface {
	// Name is the name by which ByName finds the kernel.
	Name() string

	// Product multiplies rows of activations x (each k long) with rows of weights w (each k long):
	// acc[r·outs+o] = Σ x[r·k+i] · w[o·k+i], where outs is len(w)/k. x holds −127…127; k is at most 1<<16.
	Product(acc []int32, w []int8, x []int16, k int)

	// Quantise sets q[i] to x[i]/step, rounded half to even and clamped to −127…127, and returns the step,
	// max|x|/127 (1 where that is zero).
	Quantise(q []int16, x []float32) (step float32)

	// Rescale turns sums of products back into numbers: y[o] = acc[o]·(step·scale[o]) + bias[o]. Any length.
	Rescale(y []float32, acc []int32, step float32, scale, bias []float32)

	// Dots sets dst[j] to the scalar product of q and rows[j·stride:], for each j < len(dst). len(dst) is any number.
	Dots(dst, q, rows []float32, stride int)

	// Mix sets dst to factor · Σ p[j] · rows[j·stride:], added in order of j. len(p) is any number.
	Mix(dst, p, rows []float32, stride int, factor float32)

	// Exps replaces x by exp(x − max x) and returns the sum: the numerators and the denominator of softmax.
	Exps(x []float32) (sum float32)

	// Norm replaces x by its layer norm: (x − mean)/sqrt(variance + eps)·gain + bias.
	Norm(x, gain, bias []float32, eps float32)

	// GELU replaces x by x·Φ(x), Φ being the normal distribution's cumulative function.
	GELU(x []float32)

	// LeakyReLU multiplies the negative numbers of x by slope, which is between 0 and 1.
	LeakyReLU(x []float32, slope float32)

	// Add adds y to x.
	Add(x, y []float32)
}

// Names of kernels. Auto stands for the fastest that the processor can run.
const (
	Auto     = "auto"
	Portable = "portable"
	AVX2     = "avx2"
)

// A MissingError says that the processor, or the build, lacks what a kernel needs.
type MissingError struct {
	Name string // the kernel
	Why  string
}

func (e *MissingError) Error() string {
	return fmt.Sprintf("kernel %s cannot run here: %s", e.Name, e.Why)
}

// An UnknownError says that there is no kernel of a name.
type UnknownError struct{ Name string }

func (e *UnknownError) Error() string {
	return fmt.Sprintf("no kernel is called %q: there are %s", e.Name, strings.Join([]string{Auto, Portable, AVX2}, ", "))
}

// ByName returns the kernel of a name, "" meaning Auto. The error is a *MissingError or an *UnknownError.
func ByName(name string) (Kernel, error) {
	switch name {
	case Auto, "":
		all := All()
		return all[len(all)-1], nil
	case Portable:
		return portable{}, nil
	case AVX2:
		return newAVX2()
	}
	return nil, &UnknownError{name}
}

// All returns the kernels that can run here, the slowest first. The first is always the portable one.
func All() []Kernel {
	all := []Kernel{portable{}}
	if k, err := newAVX2(); err == nil {
		all = append(all, k)
	}
	return all
}
