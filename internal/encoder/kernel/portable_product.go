package kernel

// Product goes through the weights once, two outputs at a time.
func (portable) Product(y []float32, m *Matrix, q []uint8, steps []float32) {
	in, out := m.In, m.Out
	var near [4096]int64 // on the stack: most matrices are no wider
	pairs := near[:]
	if in > len(near) {
		pairs = make([]int64, in)
	}
	pairs = pairs[:in]
	for o := 0; o < out; o += 2 {
		packPairs(pairs, m, o)
		for r, step := range steps {
			sum := packedDot(pairs, q[r*in:(r+1)*in])
			low := int32(sum)
			y[r*out+o] = rescale(m, o, low, step)
			y[r*out+o+1] = rescale(m, o+1, int32((sum-int64(low))>>32), step)
		}
	}
}

// packPairs sets pairs to the weights of outputs o and o+1, by input. The two share a 64-bit integer, one in each half,
// so that one multiplication serves both. Their sums stay within 32 bits: all that the lower does to the upper one is to
// borrow from it.
func packPairs(pairs []int64, m *Matrix, o int) {
	for i := range pairs {
		at := WeightIndex(o, i, m.In)
		pairs[i] = int64(m.Weight[at]) + int64(m.Weight[at+4])<<32
	}
}

// packedDot is the sum of the products of pairs with as many numbers of q, in two sums that do not wait for each other.
func packedDot(pairs []int64, q []uint8) int64 {
	var even, odd int64
	for len(pairs) >= 8 && len(q) >= 8 {
		p, v := (*[8]int64)(pairs), (*[8]uint8)(q)
		even += p[0]*int64(v[0]) + p[2]*int64(v[2]) + p[4]*int64(v[4]) + p[6]*int64(v[6])
		odd += p[1]*int64(v[1]) + p[3]*int64(v[3]) + p[5]*int64(v[5]) + p[7]*int64(v[7])
		pairs, q = pairs[8:], q[8:]
	}
	return even + odd
}

// rescale turns a sum of products, from which the offset was not yet taken, into output o.
func rescale(m *Matrix, o int, sum int32, step float32) float32 {
	return float32(float32(sum+m.Offset[o])*float32(step*m.Scale[o])) + m.Bias[o]
}
