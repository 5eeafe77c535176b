package coder

import (
	"cmp"
	"io/fs"
	"slices"

	"example.org/demarche/internal/event"
	"example.org/demarche/internal/lexicon"
	"example.org/demarche/internal/ontology"
	"example.org/demarche/internal/syntax"
	"example.org/demarche/internal/text"
)

// A Coder codes articles. It is immutable and safe for concurrent use.
type Coder struct {
	lexicon    *lexicon.Lexicon
	ontology   *ontology.Ontology
	embeddings *Embeddings
	states     []stateFrame
	tolls      *tolls
	same       *sameness
	solitary   *solitary
	topics     *topics
	chooser    *Chooser // nil if there is none
}

// New returns a coder over a lexicon, an ontology and the knowledge of data/status.
func New(l *lexicon.Lexicon, o *ontology.Ontology, status fs.FS) (*Coder, error) {
	e, err := LoadEmbeddings(status, l.Forms)
	if err != nil {
		return nil, err
	}
	s, err := loadStates(status, l.Forms)
	if err != nil {
		return nil, err
	}
	n, err := loadTolls(status, l.Forms)
	if err != nil {
		return nil, err
	}
	m, err := loadSameness(status, l.Forms)
	if err != nil {
		return nil, err
	}
	a, err := loadSolitary(status, l.Forms)
	if err != nil {
		return nil, err
	}
	x, err := loadTopics(status, l.Forms, o.Contexts())
	if err != nil {
		return nil, err
	}
	return &Coder{lexicon: l, ontology: o, embeddings: e, states: s, tolls: n, same: m, solitary: a, topics: x}, nil
}

// WithChooser returns the coder with a choice head, whose labels must be the ontology's. The error is an *encoder.FormatError.
func (c *Coder) WithChooser(h *Chooser) (*Coder, error) {
	if err := h.check(c.ontology); err != nil {
		return nil, err
	}
	with := *c
	with.chooser = h
	return &with, nil
}

// Input is an article with all layers that come before events.
type Input struct {
	Segments     *text.Segmentation
	Trees        []*syntax.Tree // one for each sentence
	Mentions     event.Mentions
	Attributions []*event.Attribution
	Participants *event.Participants
	Places       []*event.Place
	Times        []*event.TimeExpr
	Published    string      // day of publication, "" if unknown
	Sketches     [][]float32 // by sentence, what the choice head keeps of it; nil where there is none
}

// A Result is what the coder adds, each list in order of text.
type Result struct {
	Events     []*event.Event
	States     []*event.State
	Statements []Statement // one for each attribution, in their order
	Metonyms   []Metonym
	Notes      []event.Note
}

// A Metonym is a place's name that an event showed to speak of the place's government.
type Metonym struct {
	Participant *event.Participant
	Reference   event.Reference
}

// Code codes one article.
func (c *Coder) Code(in Input) Result {
	r := newRun(c, in)
	for _, t := range in.Trees {
		r.sentence(t)
	}
	r.linkSame(r.out.Events)
	shareAge(r.out.Events)
	r.lendSides()
	shareCounts(r.out.Events)
	r.dropBare()
	r.addContexts()
	r.addStates()
	return r.out
}

// A run is the work on one article: its layers, indexed by sentence and word.
type run struct {
	*Coder
	in        Input
	times     [][]*event.TimeExpr    // by the sentence of their anchor
	place     [][]*event.Place       // by sentence and head word; locations only
	cue       [][]bool               // by sentence and word: the head of a cue, intentions aside
	holding   [][]*event.Attribution // by sentence: attributions with content in it
	statement map[*event.Attribution]*Statement
	known     map[stateKey]bool             // the states found so far
	alone     map[*event.Event]bool         // the events that count although nobody is named
	retold    map[*event.Event]bool         // those that count only if they tell again of one told before
	deeds     map[*event.Event]*event.Event // of acts of speech, the deed that they speak of; made by linkSame
	answered  map[*event.Event]*event.Event // of answers that name nobody, the deed that they speak of
	byLemma   map[string]*event.Participant // by the lemma of a mention's head; made when first asked for
	out       Result
}

func newRun(c *Coder, in Input) *run {
	n := len(in.Trees)
	r := &run{
		Coder: c, in: in, times: make([][]*event.TimeExpr, n), place: make([][]*event.Place, n), cue: make([][]bool, n),
		holding: make([][]*event.Attribution, n), statement: make(map[*event.Attribution]*Statement, len(in.Attributions)), known: map[stateKey]bool{}, alone: map[*event.Event]bool{}, retold: map[*event.Event]bool{}, answered: map[*event.Event]*event.Event{},
	}
	for i, t := range in.Trees {
		r.place[i] = make([]*event.Place, t.Len())
		r.cue[i] = make([]bool, t.Len())
	}
	r.index()
	r.out.Statements = r.statements()
	for i := range r.out.Statements {
		r.statement[r.out.Statements[i].Attribution] = &r.out.Statements[i]
	}
	return r
}

// index puts the layers where sentences find them.
func (r *run) index() {
	for _, x := range r.in.Times {
		r.times[x.Anchor.Sentence] = append(r.times[x.Anchor.Sentence], x)
	}
	for _, p := range r.in.Places {
		for _, m := range p.Mentions {
			if m.Use == event.AsLocation {
				r.place[m.Range.Sentence][m.Head] = p
			}
		}
	}
	for _, a := range r.in.Attributions {
		if !a.Cue.Empty() && a.Type != event.Intention { // who intends a deed sets no other time than the deed's own clause
			r.cue[a.Cue.Range.Sentence][a.Cue.Head] = true
		}
		last := -1
		for _, c := range a.Content {
			if c.Sentence != last {
				r.holding[c.Sentence] = append(r.holding[c.Sentence], a)
				last = c.Sentence
			}
		}
	}
}

// sentence codes the candidates of one sentence.
func (r *run) sentence(t *syntax.Tree) {
	m := r.lexicon.Match(t, r.referents(t))
	m.Candidates = append(m.Candidates, r.unframed(t, m)...)
	m.Candidates = append(m.Candidates, r.pointers(t, m)...)
	events, found := make([]*event.Event, len(m.Candidates)), make([]*statusFinder, len(m.Candidates))
	for i := range m.Candidates {
		events[i], found[i] = r.event(t, &m.Candidates[i])
	}
	r.linkSpeechActs(t, m.Candidates, events, found)
	r.dropProtestDemands(t, m.Candidates, events)
	r.count(t, m.Candidates, events)
	r.keepAnswered(t, m.Candidates, events)
	for i, e := range events {
		if e == nil {
			continue
		}
		r.setTime(t, &m.Candidates[i], e)
		if k := m.Candidates[i].Means; k >= 0 && events[k] != nil {
			r.linkMeans(e, events[k])
		}
		r.out.Events = append(r.out.Events, e)
	}
	r.linkOutcomes(t, events)
	r.linkWithin(t, events)
	for _, p := range m.Passed {
		r.note(t, p.Trigger, ruleOf(p.Frame, ""), p.Why)
	}
}

// event makes an event of a candidate, with what its status was found by; or returns nil, with a note, where scope forbids it.
func (r *run) event(t *syntax.Tree, c *lexicon.Candidate) (*event.Event, *statusFinder) {
	e := &event.Event{
		Type: c.Code.Type, Mode: c.Code.Mode, CAMEO: c.Code.CAMEO, Contexts: c.Code.Contexts, Reciprocal: c.Reciprocal,
		Trigger: t.Ref(c.Trigger), Evidence: event.Evidence{Rule: cmp.Or(c.Rule, ruleOf(c.Frame, c.Head)), Words: wordRanges(t, c.Words)},
		Actors: r.sides(t, c.Actors, nil),
	}
	if e.Actors == nil {
		e.Actors = r.ruling(t, c, e)
	}
	if e.Recipients = r.sides(t, c.Recipients, e.Actors); e.Recipients == nil && e.Actors != nil {
		e.Recipients = r.ruled(t, c, e)
	}
	if r.isInWords(t, c, e) {
		c.Code.Type, c.Code.Mode, c.Code.CAMEO, c.Code.Contexts = "ACCUSE", "disapprove", "111", nil
		e.Type, e.Mode, e.CAMEO, e.Contexts = c.Code.Type, c.Code.Mode, c.Code.CAMEO, nil
	}
	e.QuadClass = r.quad(e)
	if !r.inScope(t, c, e) {
		r.note(t, c.Trigger, e.Evidence.Rule, "out of scope, no public side: "+sidesInWords(t, c))
		return nil, nil
	}
	if len(e.Actors)+len(e.Recipients) == 0 && r.standsAlone(t, c, e) {
		r.alone[e] = true
		if w := r.weaponOf(t, c); w >= 0 {
			e.Evidence.Words = wordRanges(t, append(slices.Clone(c.Words), w))
		}
	}
	if code, ok := r.ontology.Code(e.CAMEO); ok {
		e.Goldstein = code.Goldstein
	}
	e.Attributions = r.around(e.Trigger)
	found := r.setStatus(t, c, e)
	e.Attributions = withoutAllegedPlan(e.Attributions)
	e.Place = r.where(t, e, carriers(c))
	e.Duration = r.duration(t, carriers(c))
	e.Confidence = r.sureness(t, c, e)
	return e, found
}

// setTime dates an event, once its status is known, and turns what is long past into history.
func (r *run) setTime(t *syntax.Tree, c *lexicon.Candidate, e *event.Event) {
	e.When = r.when(e, carriers(c))
	if from := r.toCome(t, c.Predicate, e); from != "" {
		e.Status, e.Because = event.Planned, "dated "+from+", after publication"
	} else if r.isToCome(t, c, e) {
		e.Status, e.Because = event.Planned, "dated as still to come"
	}
	r.setAge(t, c.Predicate, e, carriers(c))
}

// carriers are the words that carry a deed: its predicate, then the others.
func carriers(c *lexicon.Candidate) []int {
	words := []int{c.Predicate}
	for _, w := range c.Words {
		if w != c.Predicate {
			words = append(words, w)
		}
	}
	return words
}

// note adds a note at a word.
func (r *run) note(t *syntax.Tree, word int, rule, why string) {
	r.out.Notes = append(r.out.Notes, event.Note{
		Range: text.Range{Sentence: t.Sentence, Start: word, End: word + 1}, Rule: rule, Text: why,
	})
}

// wordRanges turns words, in their order, into ranges of one word each; neighbours that follow one another are joined.
func wordRanges(t *syntax.Tree, words []int) []text.Range {
	var all []text.Range
	for _, w := range words {
		if n := len(all); n > 0 && all[n-1].End == w {
			all[n-1].End++
			continue
		}
		all = append(all, text.Range{Sentence: t.Sentence, Start: w, End: w + 1})
	}
	return all
}
