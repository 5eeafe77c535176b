package kernel

import "math"

// portable is the reference: every other kernel gives its bits.
//
// Float products that are added to something are written float32(a*b), which forbids the compiler to fuse the two.
type portable struct{}

func (portable) Name() string { return Portable }

// Product multiplies two rows of weights at a time: they share a 64-bit integer, one in each half, so that one
// multiplication serves both. The lower sum stays within 32 bits, so all it does to the upper one is to borrow from it.
func (portable) Product(acc []int32, w []int8, x []int16, k int) {
	outs, rows := len(w)/k, len(x)/k
	clear(acc[:rows*outs])
	for o := 0; o < outs; o += 2 {
		w0 := w[o*k : o*k+k]
		w1 := w0
		if o+1 < outs {
			w1 = w[o*k+k : o*k+2*k]
		}
		for i := 0; i < k; i += stretch {
			end := min(i+stretch, k)
			pairProduct(acc[o:], outs, w0[i:end], w1[i:end], x[i:], k)
		}
	}
}

// stretch is how many pairs of weights are packed at once.
const stretch = 128

// pairProduct adds to acc[r·outs] and acc[r·outs+1] the products of one stretch of two rows of weights with the same
// stretch of every row of x; the second is left out where acc ends.
func pairProduct(acc []int32, outs int, w0, w1 []int8, x []int16, k int) {
	var packed [stretch]int64
	pairs := packed[:len(w0)]
	for i := range pairs {
		pairs[i] = int64(w0[i]) + int64(w1[i])<<32
	}
	single := &w0[0] == &w1[0]
	for r := 0; r*k < len(x); r++ {
		sum := packedDot(pairs, x[r*k:])
		low := int32(sum)
		acc[r*outs] += low
		if !single {
			acc[r*outs+1] += int32((sum - int64(low)) >> 32)
		}
	}
}

// packedDot is the sum of the products of pairs with as many numbers of x, in two sums that do not wait for each other.
func packedDot(pairs []int64, x []int16) int64 {
	var even, odd int64
	for len(pairs) >= 8 && len(x) >= 8 {
		p, v := (*[8]int64)(pairs), (*[8]int16)(x)
		even += p[0]*int64(v[0]) + p[2]*int64(v[2]) + p[4]*int64(v[4]) + p[6]*int64(v[6])
		odd += p[1]*int64(v[1]) + p[3]*int64(v[3]) + p[5]*int64(v[5]) + p[7]*int64(v[7])
		pairs, x = pairs[8:], x[8:]
	}
	return even + odd
}

func (portable) Quantise(q []int16, x []float32) float32 {
	step := stepOf(maxAbs(x))
	for i, v := range x {
		q[i] = quantum(v, step)
	}
	return step
}

func maxAbs(x []float32) float32 {
	top := float32(0)
	for _, v := range x {
		if v = float32(math.Abs(float64(v))); v > top {
			top = v
		}
	}
	return top
}

// stepOf is the step of a row whose greatest number is top.
func stepOf(top float32) float32 {
	if step := top / 127; step > 0 {
		return step
	}
	return 1
}

func quantum(v, step float32) int16 {
	return int16(math.RoundToEven(float64(max(-127, min(127, v/step)))))
}

func (portable) Rescale(y []float32, acc []int32, step float32, scale, bias []float32) {
	scale, bias = scale[:len(acc)], bias[:len(acc)]
	for i, a := range acc {
		y[i] = float32(float32(a)*float32(step*scale[i])) + bias[i]
	}
}

func (portable) Dots(dst, q, rows []float32, stride int) {
	for j := range dst {
		dst[j] = dot(q, rows[j*stride:])
	}
}

func dot(a, b []float32) float32 {
	var lanes [Lanes]float32
	for i := 0; i < len(a); i += Lanes {
		for l := range Lanes {
			lanes[l] += float32(a[i+l] * b[i+l])
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

func (portable) Mix(dst, p, rows []float32, stride int, factor float32) {
	clear(dst)
	for j, share := range p {
		for i, v := range rows[j*stride : j*stride+len(dst)] {
			dst[i] += float32(share * v)
		}
	}
	for i := range dst {
		dst[i] *= factor
	}
}

func (portable) Exps(x []float32) float32 {
	top := x[0]
	for _, v := range x {
		if v > top {
			top = v
		}
	}
	var lanes [Lanes]float32
	for i, v := range x {
		x[i] = exp(v - top)
		lanes[i%Lanes] += x[i]
	}
	return fold(&lanes)
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
