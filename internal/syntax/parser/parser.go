package parser

import (
	"slices"

	"example.org/demarche/internal/encoder"
	"example.org/demarche/internal/syntax"
)

const slope = 0.1 // of the activation, for negative numbers

// A Parser is immutable and safe for concurrent use.
type Parser struct {
	arithmetic            arithmetic
	width                 int
	dep, head, arc        *encoder.Linear
	relDep, relHead, rel  *encoder.Linear
	rootHead, rootRelHead []float32 // the root's vectors as a head
	labels                []string
	root                  int // the label of the root
}

// arithmetic is what the parser needs of the encoder's kernel.
type arithmetic interface {
	Dots(dst, q, rows []float32, stride int)
	LeakyReLU(x []float32, slope float32)
}

// Open reads the parser for the vectors of an encoder. The error is an *encoder.FormatError.
func Open(data string, e *encoder.Encoder) (*Parser, error) {
	f, err := encoder.OpenFile(data, "parser", e.Kernel())
	if err != nil {
		return nil, err
	}
	p := &Parser{arithmetic: e.Kernel(), width: f.Int("width", e.Width(), e.Width()), labels: f.Labels("deprel")}
	a, r, d := f.Width("arc"), f.Width("rel"), p.width
	p.dep, p.head, p.arc = f.Linear("dep", a, d), f.Linear("head", a, d), f.Linear("arc", a, a)
	p.relDep, p.relHead = f.Linear("reldep", r, d), f.Linear("relhead", r, d)
	p.rel = f.Linear("rel", len(p.labels)*(r+1), r+1)
	root := f.Floats("root", d)
	if err := f.Close(); err != nil {
		return nil, err
	}
	if p.root = slices.Index(p.labels, "root"); p.root < 0 {
		return nil, &encoder.FormatError{Part: "labels deprel", Why: `there is no "root"`}
	}
	sc := e.NewScratch()
	p.head.Quantise(&sc.Activations, root)
	p.rootHead, p.rootRelHead = make([]float32, a), make([]float32, r)
	p.project(sc, p.rootHead, p.head)
	p.project(sc, p.rootRelHead, p.relHead)
	return p, nil
}

// project sets y to the product of a matrix with what the scratch's activations are, and activates it.
func (p *Parser) project(sc *encoder.Scratch, y []float32, l *encoder.Linear) {
	l.Apply(y, &sc.Activations)
	p.arithmetic.LeakyReLU(y, slope)
}

// unknownRel is the relation of words that the encoder did not reach: they hang on the word before them.
const unknownRel = "dep"

// Parse sets Heads and Rels of a tree from its words' vectors, as Encode gave them, and links it.
func (p *Parser) Parse(sc *encoder.Scratch, vectors []float32, t *syntax.Tree) {
	n := len(vectors) / p.width
	if n > 0 {
		p.parse(sc, vectors, t.Heads[:n], t.Rels[:n])
	}
	for i := n; i < t.Len(); i++ {
		t.Heads[i], t.Rels[i] = int32(i-1), unknownRel
	}
	t.Link()
}

func (p *Parser) parse(sc *encoder.Scratch, vectors []float32, heads []int32, rels []string) {
	defer sc.Release(sc.Mark())
	n, r := len(heads), p.relDep.Out()
	dep, head := encoder.Take[float32](sc, n*p.dep.Out()), p.withRoot(sc, n, p.rootHead)
	relDep, relHead := encoder.Take[float32](sc, n*r), p.withRoot(sc, n, p.rootRelHead)
	p.dep.Quantise(&sc.Activations, vectors)
	p.project(sc, dep, p.dep)
	p.project(sc, head[len(p.rootHead):], p.head)
	p.project(sc, relDep, p.relDep)
	p.project(sc, relHead[r:], p.relHead)

	bestTree(sc, p.arcScores(sc, dep, head), heads)
	p.relations(sc, relDep, relHead, heads, rels)
}

// withRoot returns room for the vectors of the root, which is set, and of n words as heads.
func (p *Parser) withRoot(sc *encoder.Scratch, n int, root []float32) []float32 {
	x := encoder.Take[float32](sc, (n+1)*len(root))
	copy(x, root)
	return x
}

// arcScores returns for each word the scores of the root and of each word as its head, the root first.
func (p *Parser) arcScores(sc *encoder.Scratch, dep, head []float32) []float32 {
	a := p.arc.Out()
	n := len(dep) / a
	u, scores := encoder.Take[float32](sc, len(dep)), encoder.Take[float32](sc, n*(n+1))
	p.arc.Quantise(&sc.Activations, dep)
	p.arc.Apply(u, &sc.Activations)
	for i := range n {
		p.arithmetic.Dots(scores[i*(n+1):(i+1)*(n+1)], u[i*a:(i+1)*a], head, a)
	}
	return scores
}

// together is how many words' relations are scored at once.
const together = 24

// relations sets the relation of each word to its head.
func (p *Parser) relations(sc *encoder.Scratch, relDep, relHead []float32, heads []int32, rels []string) {
	defer sc.Release(sc.Mark())
	r := p.relDep.Out()
	stride := p.rel.Stride()
	x, v := encoder.Take[float32](sc, together*stride), encoder.Take[float32](sc, together*p.rel.Out())
	scores := encoder.Take[float32](sc, len(p.labels))
	clear(x)
	for first := 0; first < len(heads); first += together {
		n := min(together, len(heads)-first)
		for i := range n {
			copy(x[i*stride:], relDep[(first+i)*r:][:r])
			x[i*stride+r] = 1
		}
		p.rel.Quantise(&sc.Activations, x[:n*stride])
		p.rel.Apply(v, &sc.Activations)
		for i := range n {
			h := heads[first+i]
			p.scoreLabels(scores, v[i*p.rel.Out():][:p.rel.Out()], relHead[int(h+1)*r:][:r])
			rels[first+i] = p.labels[p.best(scores, h)]
		}
	}
}

// scoreLabels sets the score of each label to the product of its row of v with [head; 1].
func (p *Parser) scoreLabels(scores, v, head []float32) {
	r := len(head)
	p.arithmetic.Dots(scores, head, v, r+1)
	for l := range scores {
		scores[l] += v[l*(r+1)+r]
	}
}

// best is the label for an arc from a head: root from the root, otherwise that with the highest score, the first of equals.
func (p *Parser) best(scores []float32, head int32) int {
	best := p.root
	for l, s := range scores {
		if head != syntax.NoHead && l != p.root && (best == p.root || s > scores[best]) {
			best = l
		}
	}
	return best
}
