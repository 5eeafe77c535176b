package coder

import (
	"fmt"
	"slices"
	"strings"
	"sync"

	"example.org/demarche/internal/encoder"
	"example.org/demarche/internal/event"
	"example.org/demarche/internal/ontology"
	"example.org/demarche/internal/syntax"
)

// A Chooser is the choice head: from the encoder's vectors of a sentence, a trigger and the two sides it tells which type of deed,
// if any, relates them. Without a trigger it looks for one itself, and tells the type that the codebook's folding leaves: a promise of
// aid is AGREE then. data/models/README.md has its formulas, train/training/choice.py trains it. It is immutable and safe for
// concurrent use.
type Chooser struct {
	width  int // of the rows
	kernel arithmetic

	encoder *encoder.Encoder
	upper   *encoder.Linear // from vectors to rows
	word    *encoder.Linear // the same from what a word is alone
	marks   []float32       // what a row of the trigger, of an actor, of a recipient has more
	first   []float32       // the row before all words
	norm    *encoder.Norm
	stack   *encoder.Stack
	key     []float32       // how much a row looks like the trigger's
	absent  []float32       // what stands for actors and for recipients where there are none
	hidden  *encoder.Linear // of trigger, actors, recipients and the first row
	out     *encoder.Linear // types, modes, statuses, contexts

	types    []string // behind none and statement
	modes    []typed
	statuses []event.Status
	contexts []string
	combining

	scratch sync.Pool
}

// arithmetic is what the head needs of the encoder's kernel.
type arithmetic interface {
	LeakyReLU(x []float32, slope float32)
	Add(x, y []float32)
	Dots(dst, q, rows []float32, stride int)
}

// A typed is a mode with its type.
type typed struct{ typ, mode string }

// The sides of a deed as marks of words, in the order of their rows.
const (
	markTrigger = iota
	markActor
	markRecipient
	markCount
)

// The first of the types: no deed, and CAMEO's family 01.
const (
	labelNone      = "none"
	labelStatement = "-"
)

const choiceSlope = 0.1 // of the activation, for negative numbers

// mostRows is how many words the head looks at; those behind are left out.
const mostRows = 256

// OpenChooser reads the head for the vectors of an encoder. The error is an *encoder.FormatError.
func OpenChooser(data string, e *encoder.Encoder) (*Chooser, error) {
	f, err := encoder.OpenFile(data, "choice", e.Kernel())
	if err != nil {
		return nil, err
	}
	d, w, h := f.Int("width", e.Width(), e.Width()), f.Width("rows"), f.Width("hidden")
	types, modes, statuses, contexts := f.Labels("type"), f.Labels("mode"), f.Labels("status"), f.Labels("context")
	c := &Chooser{
		width: w, kernel: e.Kernel(), encoder: e, upper: f.Linear("upper", w, d), word: f.Linear("word", w, d),
		marks: f.Floats("marks", markCount, w), first: f.Floats("first", w), norm: f.Norm("norm", w), stack: f.Stack(w),
		key: f.Floats("key", w), absent: f.Floats("absent", 2, w),
		hidden: f.Linear("hidden", h, 4*w), out: f.Linear("out", len(types)+len(modes)+len(statuses)+len(contexts), h),
		contexts: contexts, combining: readCombining(f),
	}
	if err := f.Close(); err != nil {
		return nil, err
	}
	if len(types) < 3 || types[0] != labelNone || types[1] != labelStatement {
		return nil, &encoder.FormatError{Part: "labels type", Why: "do not begin with none and -, or there are no others"}
	}
	c.types = types[2:]
	for _, m := range modes {
		typ, mode, _ := strings.Cut(m, " ")
		c.modes = append(c.modes, typed{typ, mode})
	}
	for _, s := range statuses {
		c.statuses = append(c.statuses, event.Status(s))
	}
	c.scratch.New = func() any { return e.NewScratch() }
	return c, nil
}

// check reports labels that the ontology does not know.
func (c *Chooser) check(o *ontology.Ontology) error {
	for _, t := range c.types {
		if _, ok := o.Type(t); !ok {
			return &encoder.FormatError{Part: "labels type", Why: fmt.Sprintf("%q is no PLOVER type", t)}
		}
	}
	for _, m := range c.modes {
		if !slices.Contains(c.types, m.typ) || m.mode != "" && !o.HasMode(m.typ, m.mode) {
			return &encoder.FormatError{Part: "labels mode", Why: fmt.Sprintf("%q is no type with one of its modes", strings.TrimSpace(m.typ+" "+m.mode))}
		}
	}
	for _, x := range c.contexts {
		if !o.HasContext(x) {
			return &encoder.FormatError{Part: "labels context", Why: fmt.Sprintf("%q is no context", x)}
		}
	}
	return nil
}

// Sketch keeps of each sentence of a batch what the head needs later: a row for each word that the encoder reached.
func (c *Chooser) Sketch(sc *encoder.Scratch, v encoder.Vectors, trees []*syntax.Tree, sketches [][]float32) {
	if v.Len() == 0 {
		return
	}
	defer sc.Release(sc.Mark())
	alone := encoder.Vectors{Width: v.Width, Rows: encoder.Take[float32](sc, len(v.Rows))}
	for s, t := range trees {
		first, end := v.Sentence(s)
		for i := range end - first {
			c.encoder.Alone(sc, alone.Rows[(first+i)*v.Width:][:v.Width], t.Form(i))
		}
	}
	x := c.upper.Scores(sc, v)
	c.kernel.Add(x, c.word.Scores(sc, alone))
	for s := range trees {
		first, end := v.Sentence(s)
		sketches[s] = slices.Clone(x[first*c.width : end*c.width])
	}
}

// A Choice is what the head says of a trigger and two sides. Scores are logits.
type Choice struct {
	None, Statement float32 // that it is no deed, or one of CAMEO's family 01
	Types           []float32
	chooser         *Chooser
	modes           []float32
	statuses        []float32
	contexts        []float32
}

// Words of a deed: by sentence and word, as marks.
type marked struct {
	sentence, word, mark int
}

// choose judges the deed of a trigger between actors and recipients, whose words are given as marks; without a mark of the trigger the head looks for
// one itself. sketches are those of the sentences [first, …) that bear on it, numbered as marks number them.
func (c *Chooser) choose(sketches [][]float32, first int, marks []marked) Choice {
	sc := c.scratch.Get().(*encoder.Scratch)
	defer c.scratch.Put(sc)
	defer sc.Release(sc.Mark())
	starts, n := make([]int, len(sketches)), 0
	for i, s := range sketches {
		starts[i] = n
		n += len(s) / c.width
	}
	n = min(n, mostRows)
	x := encoder.Take[float32](sc, (n+1)*c.width)
	copy(x, c.first)
	rows, at := x[c.width:], 0
	for _, s := range sketches {
		at += copy(rows[at:], s)
	}
	var sides [markCount][]int
	for _, m := range marks {
		i := starts[m.sentence-first] + m.word
		if i >= n || m.word*c.width >= len(sketches[m.sentence-first]) {
			continue
		}
		sides[m.mark] = append(sides[m.mark], i)
		c.kernel.Add(rows[i*c.width:][:c.width], c.marks[m.mark*c.width:][:c.width])
	}
	c.norm.Apply(rows)
	c.stack.Forward(sc, x)
	return c.judge(sc, x, rows, &sides)
}

// judge reads the scores from the rows behind the layers.
func (c *Chooser) judge(sc *encoder.Scratch, x, rows []float32, sides *[markCount][]int) Choice {
	w := c.width
	pooled := encoder.Take[float32](sc, 4*w)
	c.trigger(sc, pooled[:w], rows, sides[markTrigger])
	for i, mark := range []int{markActor, markRecipient} {
		if c.mean(pooled[(1+i)*w:][:w], rows, sides[mark]); len(sides[mark]) == 0 {
			copy(pooled[(1+i)*w:][:w], c.absent[i*w:])
		}
	}
	copy(pooled[3*w:], x[:w])
	h, y := encoder.Take[float32](sc, c.hidden.Stride()), encoder.Take[float32](sc, c.out.Stride())
	c.hidden.Quantise(&sc.Activations, pooled)
	c.hidden.Apply(h, &sc.Activations)
	c.kernel.LeakyReLU(h, choiceSlope)
	c.out.Quantise(&sc.Activations, h)
	c.out.Apply(y, &sc.Activations)
	y = slices.Clone(y[:c.out.Out()])
	a, b := 2+len(c.types), 2+len(c.types)+len(c.modes)
	e := b + len(c.statuses)
	return Choice{None: y[0], Statement: y[1], Types: y[2:a], chooser: c, modes: y[a:b], statuses: y[b:e], contexts: y[e:]}
}

// trigger sets v to the mean of the trigger's rows; where there are none, to the mean of all rows by how much they look like one.
func (c *Chooser) trigger(sc *encoder.Scratch, v, rows []float32, at []int) {
	if len(at) > 0 || len(rows) == 0 {
		c.mean(v, rows, at)
		return
	}
	w := c.width
	shares := encoder.Take[float32](sc, len(rows)/w)
	c.kernel.Dots(shares, c.key, rows, w)
	softmax(shares)
	clear(v)
	for i, share := range shares {
		for j, r := range rows[i*w : (i+1)*w] {
			v[j] += float32(share * r)
		}
	}
}

// mean sets v to the mean of some rows, to zeros if there are none.
func (c *Chooser) mean(v, rows []float32, at []int) {
	clear(v)
	for _, i := range at {
		c.kernel.Add(v, rows[i*c.width:][:c.width])
	}
	if len(at) > 1 {
		share := 1 / float32(len(at))
		for j := range v {
			v[j] *= share
		}
	}
}

// Mode returns the likeliest mode of a type, "" for none.
func (c *Choice) Mode(typ string) string {
	best, mode := float32(0), ""
	seen := false
	for i, m := range c.chooser.modes {
		if m.typ == typ && (!seen || c.modes[i] > best) {
			best, mode, seen = c.modes[i], m.mode, true
		}
	}
	return mode
}

// Status returns the likeliest status.
func (c *Choice) Status() event.Status { return c.chooser.statuses[argmax(c.statuses)] }

// Contexts returns the contexts that are likelier than not.
func (c *Choice) Contexts() []string {
	var all []string
	for i, x := range c.contexts {
		if x > 0 {
			all = append(all, c.chooser.contexts[i])
		}
	}
	return all
}

// argmax is the index of the greatest number, the first of equals.
func argmax(x []float32) int {
	best := 0
	for i, v := range x {
		if v > x[best] {
			best = i
		}
	}
	return best
}

// softmax replaces x by e^x / Σ e^x.
func softmax(x []float32) {
	top := float64(x[argmax(x)])
	sum := 0.0
	powers := make([]float64, len(x))
	for i, v := range x {
		powers[i] = exp(float64(v) - top)
		sum += powers[i]
	}
	for i := range x {
		x[i] = float32(powers[i] / sum)
	}
}

// exp is e to the power x, for x of at most 0, within a part of 10⁻⁵ where it matters: (1 + x/2²⁰)^(2²⁰), in steps that every processor rounds
// alike.
func exp(x float64) float64 {
	e := 1 + max(x, -600)/(1<<20)
	for range 20 {
		e *= e
	}
	return e
}
