//go:build !purego

package kernel

// Attend takes sixteen queries at a time, each of which has a lane to itself: nothing has to be folded, and the last
// sixteen alone have lanes of no meaning. Working memory holds the queries, transposed; the scores, a row of sixteen for
// each key; the bias, from its end to its beginning, because it goes down where queries go up.
func (k *assembly) Attend(dst, qkv []float32, n, d, head, width int, bias, work []float32) {
	if n <= 0 || head < 0 || (head+1)*full(width) > d {
		panic("kernel: attention beyond the rows")
	}
	first, last := head*width, (n-1)*d // of the columns, of the rows
	dst, qkv = dst[first:last+first+width], qkv[first:3*last+2*d+first+width]
	work = work[:AttendWork(n, width)]
	queries, scores, reversed := work[:Lanes*width], work[Lanes*width:][:Lanes*n], work[Lanes*(width+n):]
	if bias != nil {
		reverse(reversed, bias[:2*n-1])
	}
	for i := 0; i < n; i += Lanes {
		rows := min(Lanes, n-i)
		k.transposeRows(queries, qkv[i*3*d:], 3*d, rows, width)
		k.mixRows(scores, Lanes, qkv[d:], 3*d, 1, queries, Lanes, n, width)
		if bias == nil {
			k.softmax(&scores[0], n, nil)
		} else {
			k.softmax(&scores[0], n, &reversed[n-1+i])
		}
		for c := 0; c < width; c += Lanes {
			k.mixRows(dst[i*d+c:], d, scores, 1, Lanes, qkv[2*d+c:], 3*d, rows, n)
		}
	}
}

// reverse sets dst to x from its end to its beginning, and then to zeros.
func reverse(dst, x []float32) {
	for i, v := range x {
		dst[len(x)-1-i] = v
	}
	clear(dst[len(x):])
}

// transposeRows sets dst[16·c+r] to number c of row r, 0 for rows that there are not.
func (k *assembly) transposeRows(dst, rows []float32, stride, count, width int) {
	if count < Lanes {
		clear(dst)
	}
	for r := 0; r+4 < count; r += 4 {
		k.transpose(&dst[r], &rows[r*stride], stride, width)
	}
	if count >= 4 { // the last four overlap with those before where their number is no multiple
		k.transpose(&dst[count-4], &rows[(count-4)*stride], stride, width)
		return
	}
	for r := range count {
		for c, v := range rows[r*stride:][:width] {
			dst[Lanes*c+r] = v
		}
	}
}

// mixRows sets rows of dst, sixteen numbers each, to products: see the assembly.
func (k *assembly) mixRows(dst []float32, stride int, a []float32, row, step int, b []float32, bStride, rows, n int) {
	most := len(k.mix) - 1
	for r := 0; r < rows; r += most {
		k.mix[min(most, rows-r)](&dst[r*stride], stride, &a[r*row], row, step, &b[0], bStride, n)
	}
}
