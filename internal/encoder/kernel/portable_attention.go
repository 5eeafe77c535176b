package kernel

// Attend adds up in a fixed order: a score over the components, then the bias; the denominator of softmax and the mix of
// values over the rows.
func (portable) Attend(dst, qkv []float32, n, d, head, width int, bias, work []float32) {
	scores := work[:n]
	for i := range n {
		query := qkv[i*3*d+head*width:][:width]
		agree(scores, query, qkv[d+head*width:], 3*d)
		if bias != nil {
			portable{}.Add(scores, bias[n-1-i:])
		}
		softmax(scores)
		mix(dst[i*d+head*width:][:width], scores, qkv[2*d+head*width:], 3*d)
	}
}

// agree sets scores to the products of a query with keys, which are stride apart.
func agree(scores, query, keys []float32, stride int) {
	for j := range scores {
		sum, key := float32(0), keys[j*stride:][:len(query)]
		for c, v := range query {
			sum += float32(v * key[c])
		}
		scores[j] = sum
	}
}

// softmax replaces scores by their shares.
func softmax(scores []float32) {
	top := scores[0]
	for _, v := range scores {
		top = max(top, v)
	}
	sum := float32(0)
	for j, v := range scores {
		scores[j] = exp(v - top)
		sum += scores[j]
	}
	inverse := 1 / sum
	for j := range scores {
		scores[j] *= inverse
	}
}

// mix sets dst to the sum of values, which are stride apart, each times its share.
func mix(dst, shares, values []float32, stride int) {
	clear(dst)
	for j, share := range shares {
		for c, v := range values[j*stride:][:len(dst)] {
			dst[c] += float32(share * v)
		}
	}
}
