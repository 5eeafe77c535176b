package kernel

import (
	"fmt"
	"strings"
)

// Lanes is the number of partial sums in which floats are added, and the measure of which lengths are multiples.
const Lanes = 16

// Pad is the least multiple of Lanes that is not less than n.
func Pad(n int) int { return (n + Lanes - 1) / Lanes * Lanes }

// full is n, which must be a positive multiple of Lanes.
func full(n int) int {
	if n <= 0 || n%Lanes != 0 {
		panic("kernel: the length of a vector is no multiple of 16")
	}
	return n
}

// A Kernel does the arithmetic of a network. It holds no state and is safe for concurrent use.
type Kernel interface {
	// Name is the name by which ByName finds the kernel.
	Name() string

	// Quantise rounds a row x to 8 bits: q[i] is 128 plus x[i]·(127/max|x|), rounded half to even, and step is
	// max|x|/127, what one unit of q stands for. A row with no number above 1e−30 is all zeros, its step 1.
	Quantise(q []uint8, x []float32) (step float32)

	// Product multiplies rows of quantised activations, each m.In long, with a matrix: for each row r < len(steps),
	// y[r·m.Out+o] = float32(Σ (q[r·m.In+i]−128)·w[o][i]) · (steps[r]·m.Scale[o]) + m.Bias[o]. The sum is exact.
	Product(y []float32, m *Matrix, q []uint8, steps []float32)

	// Attend is one head of attention over the n rows of one sentence. Row i of qkv is d queries, d keys and d values;
	// the head has width of each, from head·width on. It sets the same columns of the rows of dst, d apart, to the
	// values of all rows j, weighted by the softmax over j of query i · key j + bias[n−1+j−i]. bias is nil for none or
	// 2n−1 long. work is room for AttendWork(n, width) numbers.
	Attend(dst, qkv []float32, n, d, head, width int, bias, work []float32)

	// Embed sets x to word·scale + position + shape, added in this order.
	Embed(x []float32, word []int8, scale float32, position, shape []float32)

	// Norm replaces x by its layer norm: (x − mean)/sqrt(variance + eps)·gain + bias.
	Norm(x, gain, bias []float32, eps float32)

	// AddNorm replaces x by the layer norm of x + y.
	AddNorm(x, y, gain, bias []float32, eps float32)

	// GELU replaces x by x·Φ(x), Φ being the normal distribution's cumulative function, to within 5e−7.
	GELU(x []float32)

	// LeakyReLU multiplies the negative numbers of x by slope, which is between 0 and 1.
	LeakyReLU(x []float32, slope float32)

	// Add adds y to x.
	Add(x, y []float32)

	// Dots sets dst[j] to the scalar product of q and rows[j·stride:], for each j < len(dst). len(dst) is any number.
	Dots(dst, q, rows []float32, stride int)

	// Best is the index of the greatest number of x, the first of equals. len(x) is any number but 0.
	Best(x []float32) int
}

// AttendWork is how many numbers of working memory Attend needs for a sentence of n rows.
func AttendWork(n, width int) int { return Lanes*(width+n) + 2*Pad(n) }

// Names of kernels. Auto stands for the fastest that the processor can run.
const (
	Auto       = "auto"
	Portable   = "portable"
	AVX2       = "avx2"
	AVXVNNI    = "avxvnni"
	AVX512VNNI = "avx512vnni"
	ARM64      = "arm64"
)

// Names is all names that ByName knows.
var Names = []string{Auto, Portable, AVX2, AVXVNNI, AVX512VNNI, ARM64}

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
	return fmt.Sprintf("no kernel is called %q: there are %s", e.Name, strings.Join(Names, ", "))
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
	case AVXVNNI:
		return newAVXVNNI()
	case AVX512VNNI:
		return newAVX512VNNI()
	case ARM64:
		return newARM64()
	}
	return nil, &UnknownError{name}
}

// All returns the kernels that can run here, the slowest first. The first is always the portable one.
func All() []Kernel {
	all := []Kernel{portable{}}
	for _, open := range []func() (Kernel, error){newARM64, newAVX2, newAVXVNNI, newAVX512VNNI} {
		if k, err := open(); err == nil {
			all = append(all, k)
		}
	}
	return all
}
