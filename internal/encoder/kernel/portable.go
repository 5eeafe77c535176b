package kernel

import "math"

// portable is the reference: every other kernel gives its bits.
//
// Float products that are added to something are written float32(a*b), which forbids the compiler to fuse the two.
type portable struct{}

func (portable) Name() string { return Portable }

func (portable) Quantise(q []uint8, x []float32) float32 {
	step, inverse := stepOf(maxAbs(x))
	q = q[:len(x)]
	for i, v := range x {
		q[i] = uint8(math.Float32bits(float32(v*inverse)+rounder)) + 128
	}
	return step
}

// rounder is so great that a float32 of its size has no room for fractions: adding it to a number below 2^21 rounds that
// to the nearest integer, half to even, and leaves the integer in the lowest bits.
const rounder = 3 << 22

func maxAbs(x []float32) float32 {
	top := float32(0)
	for _, v := range x {
		top = max(top, math.Float32frombits(math.Float32bits(v)&^(1<<31)))
	}
	return top
}

// stepOf is the step of a row whose greatest magnitude is top, and its inverse. A row of numbers whose inverse might not
// be finite is as good as zero.
func stepOf(top float32) (step, inverse float32) {
	if top <= negligible {
		return 1, 1
	}
	return top / 127, 127 / top
}

const negligible = 1e-30

// Embed adds in the order that the sum is written in.
func (portable) Embed(x []float32, word []int8, scale float32, position, shape []float32) {
	word, position, shape = word[:len(x)], position[:len(x)], shape[:len(x)]
	for i := range x {
		x[i] = float32(float32(word[i])*scale) + position[i] + shape[i]
	}
}

func (portable) Dots(dst, q, rows []float32, stride int) {
	for j := range dst {
		dst[j] = dot(q, rows[j*stride:])
	}
}

func dot(a, b []float32) float32 {
	var lanes [Lanes]float32
	b = b[:len(a)]
	for i := 0; i < len(a); i += Lanes {
		u, v := (*[Lanes]float32)(a[i:]), (*[Lanes]float32)(b[i:])
		for l := range lanes {
			lanes[l] += float32(u[l] * v[l])
		}
	}
	return fold(&lanes)
}

// fold adds 16 lanes in the fixed order.
func fold(lanes *[Lanes]float32) float32 {
	for half := Lanes / 2; half > 0; half /= 2 {
		for l := range half {
			lanes[l] += lanes[l+half]
		}
	}
	return lanes[0]
}

func (portable) Norm(x, gain, bias []float32, eps float32) {
	var lanes [Lanes]float32
	for i, v := range x {
		lanes[i%Lanes] += v
	}
	mean := fold(&lanes) / float32(len(x))
	lanes = [Lanes]float32{}
	for i, v := range x {
		v -= mean
		lanes[i%Lanes] += float32(v * v)
	}
	factor := normFactor(fold(&lanes), len(x), eps)
	gain, bias = gain[:len(x)], bias[:len(x)]
	for i, v := range x {
		x[i] = float32(float32((v-mean)*factor)*gain[i]) + bias[i]
	}
}

// normFactor is what a layer norm multiplies with: one divided by the standard deviation of n numbers whose squared
// deviations sum to squares.
func normFactor(squares float32, n int, eps float32) float32 {
	return 1 / float32(math.Sqrt(float64(squares/float32(n)+eps)))
}

func (k portable) AddNorm(x, y, gain, bias []float32, eps float32) {
	k.Add(x, y)
	k.Norm(x, gain, bias, eps)
}

func (portable) GELU(x []float32) {
	for i, v := range x {
		x[i] = gelu(v)
	}
}

func (portable) LeakyReLU(x []float32, slope float32) {
	for i, v := range x {
		if v < 0 {
			x[i] = v * slope
		}
	}
}

func (portable) Add(x, y []float32) {
	for i, v := range y[:len(x)] {
		x[i] += v
	}
}

func (portable) Best(x []float32) int {
	best := 0
	for i, v := range x {
		if v > x[best] {
			best = i
		}
	}
	return best
}
