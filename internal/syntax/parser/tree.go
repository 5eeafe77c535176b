package parser

import (
	"math"
	"slices"

	"example.org/demarche/internal/encoder"
)

// bestTree sets heads to the spanning tree with exactly one root whose arcs have the greatest sum. scores has a row of
// n+1 numbers for each of n words: first the score of the root as its head, then that of each word; a word's score as
// its own head does not count. The root's head is syntax.NoHead.
//
// The model defines the tree over log-softmax of each row. That only takes a constant off each row, and every tree has
// one arc of each row: the tree is the same without it.
//
// Where each word's best head, the lowest of equals, already makes such a tree, it is the one: no tree has a greater sum.
// That is so for most sentences. For the others cycles are contracted. There scores are rounded to multiples of 2^-24, so
// that sums are exact integers and do not depend on their order; one root is had by making every arc from the root dearer
// than any tree; and where trees have the same sum the choice is that of always trying the lowest head first.
func bestTree(sc *encoder.Scratch, scores []float32, heads []int32) {
	defer sc.Release(sc.Mark())
	if bestHeads(scores, heads); isTree(sc, heads) {
		return
	}
	c := newContraction(sc, scores, len(heads))
	for v := int32(1); v < c.nodes; v++ {
		if c.state[v] == unseen {
			c.grow(v)
		}
	}
	c.expand()
	for i := range heads {
		heads[i] = arc(c.enter[i+1]).head() - 1
	}
}

// bestHeads sets the head of each word to the one with the highest score, the lowest of equals.
func bestHeads(scores []float32, heads []int32) {
	n := len(heads) + 1
	for i := range heads {
		row := scores[i*n : (i+1)*n]
		best, top := 0, row[0]
		for h, s := range row {
			if s > top && h != i+1 {
				best, top = h, s
			}
		}
		heads[i] = int32(best - 1)
	}
}

// isTree reports whether exactly one word has no head and all others hang on it. It takes time in proportion to the words:
// each is walked over once, and what stands on a path that was walked before ends the next.
func isTree(sc *encoder.Scratch, heads []int32) bool {
	walk := zeros(sc, int32(len(heads)))
	roots := 0
	for i, h := range heads {
		if h < 0 {
			roots++
		}
		mark, v := int32(i+1), int32(i)
		for v >= 0 && walk[v] == 0 {
			walk[v] = mark
			v = heads[v]
		}
		if v >= 0 && walk[v] == mark {
			return false // the walk came back to itself
		}
	}
	return roots == 1
}

// An arc is a head and its dependent, both as nodes: the root is node 0, word i is node i+1.
type arc int32

func makeArc(head, dep int32) arc { return arc(head<<16 | dep) }

func (a arc) head() int32 { return int32(a >> 16) }
func (a arc) dep() int32  { return int32(a & 0xffff) }

// States of a row.
const (
	unseen = iota
	onPath
	done // the root can be reached from it
	gone // it lives on in a compound
)

// A contraction is a graph in which cycles of best arcs are made into compounds, until there is no cycle.
//
// A compound takes over the row and the column of one of its parts. Compounds are numbered on from the nodes, so that
// each has a higher number than its parts.
type contraction struct {
	nodes  int32
	weight []int64 // by dependent's row, then head's: the best weight of an arc between them
	arcs   []int32 // that arc, in the same place
	state  []int32 // by row
	number []int32 // by row: the node or compound that lives there
	path   []int32 // rows, each with the next as its best head
	enter  []int32 // by number: the arc chosen to enter it
	up     []int32 // by number: the compound that it is part of, or 0
	made   int32   // numbers given so far
}

func newContraction(sc *encoder.Scratch, scores []float32, words int) contraction {
	n := int32(words + 1)
	c := contraction{nodes: n, made: n}
	c.weight, c.arcs = encoder.Take[int64](sc, int(n*n)), encoder.Take[int32](sc, int(n*n))
	c.state, c.number, c.path = zeros(sc, n), zeros(sc, n), zeros(sc, n)[:0]
	c.enter, c.up = zeros(sc, 2*n), zeros(sc, 2*n)
	c.state[0] = done
	for v := range n {
		c.number[v] = v
		for u := range n {
			c.arcs[v*n+u] = int32(makeArc(u, v))
			if v > 0 {
				c.weight[v*n+u] = weigh(scores[(v-1)*n+u], u == 0)
			}
		}
	}
	return c
}

func zeros(sc *encoder.Scratch, n int32) []int32 {
	s := encoder.Take[int32](sc, int(n))
	clear(s)
	return s
}

// Weights lie within ±2^44, so that those of a whole sentence differ by less than dear, what an arc from the root costs.
const (
	grain  = 1 << 24
	widest = 1 << 44
	dear   = 1 << 55
)

func weigh(score float32, fromRoot bool) int64 {
	w := float64(score) * grain
	if !(w >= -widest) { // or not a number
		w = -widest
	}
	whole := int64(math.RoundToEven(min(w, widest)))
	if fromRoot {
		whole -= dear
	}
	return whole
}

// grow follows best heads from row v to where the root is known to be reached, contracting the cycles on the way.
func (c *contraction) grow(v int32) {
	c.path = append(c.path[:0], v)
	for {
		v = c.path[len(c.path)-1]
		c.state[v] = onPath
		u := c.bestHead(v)
		c.enter[c.number[v]] = c.arcs[v*c.nodes+u]
		switch c.state[u] {
		case unseen:
			c.path = append(c.path, u)
		case onPath:
			c.contract(slices.Index(c.path, u))
		case done:
			for _, v := range c.path {
				c.state[v] = done
			}
			return
		}
	}
}

// bestHead is the row with the heaviest arc to row v, the first of equals.
func (c *contraction) bestHead(v int32) int32 {
	best, weights := int32(-1), c.weight[v*c.nodes:(v+1)*c.nodes]
	for u, w := range weights {
		if c.state[u] != gone && int32(u) != v && (best < 0 || w > weights[best]) {
			best = int32(u)
		}
	}
	return best
}

// contract makes a compound of the path from index first on; it lives on in the first row.
func (c *contraction) contract(first int) {
	parts := c.path[first:]
	home := parts[0]
	for _, v := range parts {
		c.up[c.number[v]] = c.made
		c.relieve(v)
	}
	for _, v := range parts[1:] {
		c.state[v] = gone
		c.merge(home, v)
	}
	c.number[home] = c.made
	c.made++
	c.path = c.path[:first+1]
}

// relieve takes the weight of the arc that enters row v now off all arcs that could enter it: entering a cycle there
// means to give up that one.
func (c *contraction) relieve(v int32) {
	weights := c.weight[v*c.nodes : (v+1)*c.nodes]
	lost := weights[c.bestHead(v)]
	for u := range weights {
		weights[u] -= lost
	}
}

// merge adds row and column v to those of home: the heavier of two arcs stays, the first of equals.
func (c *contraction) merge(home, v int32) {
	for x := range c.nodes {
		c.prefer(home*c.nodes+x, v*c.nodes+x)
		c.prefer(x*c.nodes+home, x*c.nodes+v)
	}
}

func (c *contraction) prefer(at, other int32) {
	if c.weight[other] > c.weight[at] {
		c.weight[at], c.arcs[at] = c.weight[other], c.arcs[other]
	}
}

// expand hands the arc that enters a compound down to the part that it enters; the other parts keep their own.
func (c *contraction) expand() {
	for k := c.made - 1; k >= c.nodes; k-- {
		part := arc(c.enter[k]).dep()
		for c.up[part] != k {
			part = c.up[part]
		}
		c.enter[part] = c.enter[k]
	}
}
