//go:build !purego

package kernel

// assembly is a kernel for amd64. Its methods check lengths and cut the work to the shapes that the assembly takes.
type assembly struct {
	name string
	tiles
	vectors
}

func (k *assembly) Name() string { return k.name }

// tiles are the products of a block of rows, from one row to rows, with the weights of some outputs: wide has as many
// columns as the kernel does best, narrow has sixteen.
type tiles struct {
	rows, columns int
	narrow, wide  []tileProduct
}

type tileProduct = func(y *float32, out int, w *int8, offset *int32, scale, bias *float32, q *uint8, in int, steps *float32, blocks int)

// vectors are the functions on float32, for registers of one size.
type vectors struct {
	maxAbs    func(x *float32, n int) float32
	quantise  func(q *uint8, x *float32, n int, inverse float32)
	embed     func(x *float32, word *int8, n int, scale float32, position, shape *float32)
	norm      func(x, y *float32, n int, gain, bias *float32, eps float32)
	gelu      func(x *float32, n int)
	leakyReLU func(x *float32, n int, slope float32)
	add       func(x, y *float32, n int)
	dots      func(dst, q, rows *float32, stride, n, fours int)
	greatest  func(x *float32, n int) float32
	find      func(x *float32, n int, v float32) int
	softmax   func(scores *float32, n int, bias *float32)
	transpose func(dst, rows *float32, stride, n int)
	mix       []mixture // by rows
}

type mixture = func(dst *float32, stride int, a *float32, row, step int, b *float32, bStride, n int)

// Product takes the outputs a few at a time, so that their weights stay in the nearest cache while all rows go by. The rows
// are cut into blocks as equal as can be, because low ones leave the multipliers waiting.
func (k *assembly) Product(y []float32, m *Matrix, q []uint8, steps []float32) {
	rows, out, in := len(steps), full(m.Out), full(m.In)
	if rows == 0 {
		return
	}
	y, q, w := y[:rows*out], q[:rows*in], m.Weight[:out*in]
	offset, scale, bias := m.Offset[:out], m.Scale[:out], m.Bias[:out]
	blocks := (rows + k.rows - 1) / k.rows
	low, higher := rows/blocks, rows%blocks // so many blocks have a row more than low
	for o := 0; o < out; {
		columns, products := k.columns, k.wide
		if out-o < columns {
			columns, products = Lanes, k.narrow
		}
		multiply := func(height, first, blocks int) {
			products[height](&y[first*out+o], out, &w[o*in], &offset[o], &scale[o], &bias[o], &q[first*in], in, &steps[first], blocks)
		}
		if higher > 0 {
			multiply(low+1, 0, higher)
		}
		multiply(low, higher*(low+1), blocks-higher)
		o += columns
	}
}

func (k *assembly) Quantise(q []uint8, x []float32) float32 {
	n := full(len(x))
	q = q[:n]
	step, inverse := stepOf(k.maxAbs(&x[0], n))
	k.quantise(&q[0], &x[0], n, inverse)
	return step
}

func (k *assembly) Embed(x []float32, word []int8, scale float32, position, shape []float32) {
	n := full(len(x))
	word, position, shape = word[:n], position[:n], shape[:n]
	k.embed(&x[0], &word[0], n, scale, &position[0], &shape[0])
}

func (k *assembly) Norm(x, gain, bias []float32, eps float32) {
	n := full(len(x))
	gain, bias = gain[:n], bias[:n]
	k.norm(&x[0], nil, n, &gain[0], &bias[0], eps)
}

func (k *assembly) AddNorm(x, y, gain, bias []float32, eps float32) {
	n := full(len(x))
	y, gain, bias = y[:n], gain[:n], bias[:n]
	k.norm(&x[0], &y[0], n, &gain[0], &bias[0], eps)
}

func (k *assembly) GELU(x []float32) { k.gelu(&x[0], full(len(x))) }

func (k *assembly) LeakyReLU(x []float32, slope float32) { k.leakyReLU(&x[0], full(len(x)), slope) }

func (k *assembly) Add(x, y []float32) {
	n := full(len(x))
	y = y[:n]
	k.add(&x[0], &y[0], n)
}

// Dots takes rows four at a time; the last four overlap with those before where their number is no multiple.
func (k *assembly) Dots(dst, q, rows []float32, stride int) {
	count, n := len(dst), full(len(q))
	if count < 4 {
		portable{}.Dots(dst, q, rows, stride)
		return
	}
	_ = rows[:(count-1)*stride+n]
	k.dots(&dst[0], &q[0], &rows[0], stride, n, count/4)
	if count%4 != 0 {
		k.dots(&dst[count-4], &q[0], &rows[(count-4)*stride], stride, n, 1)
	}
}

// Best looks for the place of the greatest number when that is known.
func (k *assembly) Best(x []float32) int {
	whole := len(x) &^ (Lanes - 1)
	if whole == 0 {
		return portable{}.Best(x)
	}
	top := k.greatest(&x[0], whole)
	if rest := whole + (portable{}).Best(x[whole:]); rest < len(x) && x[rest] > top {
		return rest
	}
	return k.find(&x[0], whole, top)
}
