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
	p.rootHead, p.rootRelHead = make([]float32, a), make([]float32, r)
	p.head.Quantise(&sc.Activations, root)
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

// Parse sets Heads and Rels of trees from their words' vectors, as Encode gave them for the sentences of a batch, and
// links them.
func (p *Parser) Parse(sc *encoder.Scratch, v encoder.Vectors, trees []*syntax.Tree) {
	if v.Len() > 0 {
		p.attach(sc, v, trees)
		p.relate(sc, v, trees)
	}
	for s, t := range trees {
		first, end := v.Sentence(s)
		for i := end - first; i < t.Len(); i++ {
			t.Heads[i], t.Rels[i] = int32(i-1), unknownRel
		}
		t.Link()
	}
}

// attach sets the heads of all words that have vectors.
func (p *Parser) attach(sc *encoder.Scratch, v encoder.Vectors, trees []*syntax.Tree) {
	defer sc.Release(sc.Mark())
	u, head := p.arcVectors(sc, v)
	a := p.arc.Stride()
	for s, t := range trees {
		if first, end := v.Sentence(s); first < end {
			p.attachOne(sc, u[first*a:end*a], head[first*a:end*a], t.Heads[:end-first])
		}
	}
}

// arcVectors returns two vectors for each word, one as a dependent, times the matrix of arcs, and one as a head: their product
// is the score of an arc.
func (p *Parser) arcVectors(sc *encoder.Scratch, v encoder.Vectors) (u, head []float32) {
	size := v.Len() * p.arc.Stride()
	u, head, dep := encoder.Take[float32](sc, size), encoder.Take[float32](sc, size), encoder.Take[float32](sc, size)
	p.dep.Quantise(&sc.Activations, v.Rows)
	p.project(sc, dep, p.dep)
	p.project(sc, head, p.head)
	p.arc.Quantise(&sc.Activations, dep)
	p.arc.Apply(u, &sc.Activations)
	return u, head
}

// attachOne sets the heads of one sentence's words.
func (p *Parser) attachOne(sc *encoder.Scratch, u, head []float32, heads []int32) {
	defer sc.Release(sc.Mark())
	bestTree(sc, p.arcScores(sc, u, head), heads)
}

// arcScores returns for each word of a sentence the scores of the root and of each word as its head, the root first.
func (p *Parser) arcScores(sc *encoder.Scratch, u, head []float32) []float32 {
	a := p.arc.Stride()
	n := len(u) / a
	scores, root := encoder.Take[float32](sc, n*(n+1)), encoder.Take[float32](sc, n)
	p.arithmetic.Dots(root, p.rootHead, u, a)
	for i := range n {
		scores[i*(n+1)] = root[i]
		p.arithmetic.Dots(scores[i*(n+1)+1:(i+1)*(n+1)], u[i*a:(i+1)*a], head, a)
	}
	return scores
}

// together is how many words' relations are scored at once.
const together = 24

// relate sets the relation of each word that has a vector to its head.
func (p *Parser) relate(sc *encoder.Scratch, v encoder.Vectors, trees []*syntax.Tree) {
	defer sc.Release(sc.Mark())
	n, r, in := v.Len(), p.relDep.Stride(), p.rel.In()
	relDep, relHead := encoder.Take[float32](sc, n*r), encoder.Take[float32](sc, n*r)
	p.relDep.Quantise(&sc.Activations, v.Rows)
	p.project(sc, relDep, p.relDep)
	p.project(sc, relHead, p.relHead)
	x := encoder.Take[float32](sc, together*in)
	clear(x)
	for first := 0; first < n; first += together {
		rows := min(together, n-first)
		for i := range rows {
			copy(x[i*in:], relDep[(first+i)*r:][:r])
			x[i*in+r] = 1
		}
		p.rel.Quantise(&sc.Activations, x[:rows*in])
		p.relateSome(sc, v, trees, relHead, first, rows)
	}
}

// relateSome sets the relations of some rows' words, of which sc.Activations are the vectors.
func (p *Parser) relateSome(sc *encoder.Scratch, v encoder.Vectors, trees []*syntax.Tree, relHead []float32, first, rows int) {
	defer sc.Release(sc.Mark())
	r, stride := p.relDep.Stride(), p.rel.Stride()
	y, scores := encoder.Take[float32](sc, rows*stride), encoder.Take[float32](sc, len(p.labels))
	p.rel.Apply(y, &sc.Activations)
	s, word := 0, 0
	for i := range rows {
		s, word = v.Word(first+i, s)
		t, head := trees[s], p.rootRelHead
		if h := t.Head(word); h != syntax.NoHead {
			begin, _ := v.Sentence(s)
			head = relHead[(begin+h)*r:][:r]
		}
		p.scoreLabels(scores, y[i*stride:(i+1)*stride], head)
		t.Rels[word] = p.labels[p.best(scores, t.Heads[word])]
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
