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
	width   int // of a network's rows
	kernel  arithmetic
	encoder *encoder.Encoder
	voices  []*voice

	types    []string // behind none and statement
	modes    []typed
	statuses []event.Status
	contexts []string
	combining

	scratch sync.Pool
}

// A voice is one of the networks of which the head is made; their scores are averaged. They learned the same, begun differently.
type voice struct {
	*Chooser
	upper  *encoder.Linear // from vectors to rows
	word   *encoder.Linear // the same from what a word is alone
	marks  []float32       // what a row of the trigger, of an actor, of a recipient has more
	first  []float32       // the row before all words
	norm   *encoder.Norm
	stack  *encoder.Stack
	key    []float32       // how much a row looks like the trigger's
	absent []float32       // what stands for actors and for recipients where there are none
	hidden *encoder.Linear // of trigger, actors, recipients and the first row
	out    *encoder.Linear // types, modes, statuses, contexts
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
	c := &Chooser{width: w, kernel: e.Kernel(), encoder: e, contexts: contexts, combining: readCombining(f)}
	for i := range f.Int("voices", 1, 16) {
		of := fmt.Sprintf("voice.%d.", i)
		c.voices = append(c.voices, &voice{
			Chooser: c, upper: f.Linear(of+"upper", w, d), word: f.Linear(of+"word", w, d),
			marks: f.Floats(of+"marks", markCount, w), first: f.Floats(of+"first", w), norm: f.Norm(of+"norm", w), stack: f.Stack(of+"layer", w),
			key: f.Floats(of+"key", w), absent: f.Floats(of+"absent", 2, w),
			hidden: f.Linear(of+"hidden", h, 4*w), out: f.Linear(of+"out", len(types)+len(modes)+len(statuses)+len(contexts), h),
		})
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

// Sketch keeps of each sentence of a batch what the head needs later: for each word that the encoder reached a row for each voice.
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
		sketches[s] = make([]float32, (end-first)*c.stride())
	}
	for k, n := range c.voices {
		x := n.upper.Scores(sc, v)
		c.kernel.Add(x, n.word.Scores(sc, alone))
		for s := range trees {
			first, end := v.Sentence(s)
			for i := range end - first {
				copy(sketches[s][i*c.stride()+k*c.width:][:c.width], x[(first+i)*c.width:])
			}
		}
	}
}

// stride is the length of what a sketch holds of a word.
func (c *Chooser) stride() int { return len(c.voices) * c.width }

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
	var words [][]float32 // each with the rows of all voices
	starts := make([]int, len(sketches))
	for i, s := range sketches {
		starts[i] = len(words)
		for ; len(s) > 0 && len(words) < mostRows; s = s[c.stride():] {
			words = append(words, s[:c.stride()])
		}
	}
	var sides [markCount][]int
	for _, m := range marks {
		s := m.sentence - first
		if i := starts[s] + m.word; i < len(words) && m.word*c.stride() < len(sketches[s]) {
			sides[m.mark] = append(sides[m.mark], i)
		}
	}
	y := make([]float32, c.voices[0].out.Out())
	for k, n := range c.voices {
		n.add(sc, y, words, k*c.width, &sides)
	}
	share := 1 / float32(len(c.voices))
	for i := range y {
		y[i] *= share
	}
	a, b := 2+len(c.types), 2+len(c.types)+len(c.modes)
	e := b + len(c.statuses)
	return Choice{None: y[0], Statement: y[1], Types: y[2:a], chooser: c, modes: y[a:b], statuses: y[b:e], contexts: y[e:]}
}

// add adds to y what a voice says of words, whose rows for it begin at a place.
func (n *voice) add(sc *encoder.Scratch, y []float32, words [][]float32, at int, sides *[markCount][]int) {
	defer sc.Release(sc.Mark())
	w := n.width
	x := encoder.Take[float32](sc, (len(words)+1)*w)
	copy(x, n.first)
	rows := x[w:]
	for i, r := range words {
		copy(rows[i*w:], r[at:][:w])
	}
	for mark, side := range sides {
		for _, i := range side {
			n.kernel.Add(rows[i*w:][:w], n.marks[mark*w:][:w])
		}
	}
	n.norm.Apply(rows)
	n.stack.Forward(sc, x)
	pooled := encoder.Take[float32](sc, 4*w)
	n.trigger(sc, pooled[:w], rows, sides[markTrigger])
	for i, mark := range []int{markActor, markRecipient} {
		if n.mean(pooled[(1+i)*w:][:w], rows, sides[mark]); len(sides[mark]) == 0 {
			copy(pooled[(1+i)*w:][:w], n.absent[i*w:])
		}
	}
	copy(pooled[3*w:], x[:w])
	h, out := encoder.Take[float32](sc, n.hidden.Stride()), encoder.Take[float32](sc, n.out.Stride())
	n.hidden.Quantise(&sc.Activations, pooled)
	n.hidden.Apply(h, &sc.Activations)
	n.kernel.LeakyReLU(h, choiceSlope)
	n.out.Quantise(&sc.Activations, h)
	n.out.Apply(out, &sc.Activations)
	for i := range y {
		y[i] += out[i]
	}
}

// trigger sets v to the mean of the trigger's rows; where there are none, to the mean of all rows by how much they look like one.
func (n *voice) trigger(sc *encoder.Scratch, v, rows []float32, at []int) {
	if len(at) > 0 || len(rows) == 0 {
		n.mean(v, rows, at)
		return
	}
	w := n.width
	shares := encoder.Take[float32](sc, len(rows)/w)
	n.kernel.Dots(shares, n.key, rows, w)
	softmax(shares)
	clear(v)
	for i, share := range shares {
		for j, r := range rows[i*w : (i+1)*w] {
			v[j] += float32(share * r)
		}
	}
}

// mean sets v to the mean of some rows, to zeros if there are none.
func (n *voice) mean(v, rows []float32, at []int) {
	clear(v)
	for _, i := range at {
		n.kernel.Add(v, rows[i*n.width:][:n.width])
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
