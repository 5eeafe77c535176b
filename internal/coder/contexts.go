package coder

import (
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"example.org/demarche/internal/event"
	"example.org/demarche/internal/lexicon"
	"example.org/demarche/internal/ontology"
	"example.org/demarche/internal/syntax"
)

// Weights of words for a context. An event is in a context if those of its paragraph reach enough.
const (
	strongWord   = 4 // in the event's own clause
	weakWord     = 2
	besideClause = 2 // divides the weight of a word elsewhere in the sentence
	besideEvent  = 4 // and of one in another sentence of the paragraph
	enough       = 4 // where the code tells no context
	plenty       = 6 // where it does
)

// topics is the knowledge of contexts.txt: words and sides by which contexts are known.
type topics struct {
	names   []string               // in order of the file
	words   map[string][]topicWord // by form; "peace_talks" for two words in a row
	longest int                    // words in the longest phrase
	sectors map[string][]int       // contexts by the sector of a side
	states  []int                  // contexts of what one state does with another
	yields  []string               // contexts that, told by a code alone, give way to those that words tell
}

// A topicWord is one context that a word speaks for.
type topicWord struct{ topic, weight int }

// loadTopics reads contexts.txt from the root of a file system. known tells which contexts there are.
func loadTopics(fsys fs.FS, inflect forms, known []ontology.Named) (*topics, error) {
	x := &topics{words: map[string][]topicWord{}, sectors: map[string][]int{}}
	err := lexicon.EachBlock(fsys, "contexts.txt", func(b lexicon.Block) error {
		head := b.Lines[0]
		if head.Key != "context" || !slices.ContainsFunc(known, func(c ontology.Named) bool { return c.Name == head.Value }) || slices.Contains(x.names, head.Value) {
			return &lexicon.SyntaxError{File: b.File, Line: head.Number, Text: fmt.Sprintf("%q begins no block; begin it with context and one of PLOVER's, each once", head.Value)}
		}
		x.names = append(x.names, head.Value)
		for _, l := range b.Lines[1:] {
			if !x.add(l, inflect) {
				return &lexicon.SyntaxError{File: b.File, Line: l.Number, Text: fmt.Sprintf("%q is no line of a context; README.md lists them", l.Key)}
			}
		}
		return nil
	})
	return x, err
}

// add takes in one line of the context named last.
func (x *topics) add(l lexicon.Line, inflect forms) bool {
	topic := len(x.names) - 1
	switch l.Key {
	case "strong", "weak":
		weight := map[string]int{"strong": strongWord, "weak": weakWord}[l.Key]
		for _, w := range strings.Fields(l.Value) {
			x.put(w, topicWord{topic, weight}, inflect)
		}
	case "sector":
		for _, s := range strings.Fields(l.Value) {
			x.sectors[s] = append(x.sectors[s], topic)
		}
	case "between":
		x.states = append(x.states, topic)
		return l.Value == "states"
	case "yields":
		x.yields = append(x.yields, x.names[topic])
		return l.Value == "words"
	case "+", "-":
	default:
		return false
	}
	return true
}

// put adds a word, or a phrase with all forms of its last word.
func (x *topics) put(phrase string, w topicWord, inflect forms) {
	before, last := "", phrase
	if i := strings.LastIndexByte(phrase, '_'); i >= 0 {
		before, last = phrase[:i+1], phrase[i+1:]
	}
	if strings.Contains(phrase, "-") && !strings.Contains(phrase, "_-_") { // some hyphens part words, some do not
		x.put(strings.ReplaceAll(phrase, "-", "_-_"), w, inflect)
	}
	x.longest = max(x.longest, strings.Count(phrase, "_")+1)
	for _, p := range []lexicon.POS{lexicon.Noun, lexicon.Verb} {
		for _, form := range inflect(p, last) {
			if key := before + form; !slices.ContainsFunc(x.words[key], func(o topicWord) bool { return o.topic == w.topic }) {
				x.words[key] = append(x.words[key], w)
			}
		}
	}
}

// A topicHit is a word of a sentence that speaks for contexts.
type topicHit struct {
	word int    // the last one of a phrase
	key  string // the word or phrase
	says []topicWord
}

// hits finds the words of a sentence that speak for contexts; of phrases that end at a word the longest.
func (x *topics) hits(t *syntax.Tree) []topicHit {
	var all []topicHit
	for w := range t.Len() {
		key, best := "", topicHit{}
		for n := 0; n < x.longest && n <= w; n++ {
			if key = "_" + key; n == 0 {
				key = ""
			}
			key = t.Lower(w-n) + key
			if f := x.words[key]; f != nil {
				best = topicHit{w, key, f}
			}
		}
		if best.says != nil {
			all = append(all, best)
		}
	}
	return all
}

// addContexts adds to the events' contexts, which come with their codes, those that the words of their paragraphs tell.
func (r *run) addContexts() {
	var hits [][]topicHit
	for _, t := range r.in.Trees {
		hits = append(hits, r.topics.hits(t))
	}
	totals := r.paragraphTotals(hits)
	for _, e := range r.out.Events {
		e.Contexts = r.withContexts(e, hits[e.Trigger.Sentence], totals[e.Trigger.Sentence])
	}
}

// paragraphTotals is for each sentence the weight of its paragraph for each context, every word counted once a sentence.
func (r *run) paragraphTotals(hits [][]topicHit) [][]int {
	all := make([][]int, len(hits))
	for s := range hits {
		if s > 0 && !r.in.Segments.Sentences[s].Paragraph {
			all[s] = all[s-1]
		} else {
			all[s] = make([]int, len(r.topics.names))
		}
		for topic, n := range r.topics.weigh(hits[s], nil) {
			all[s][topic] += n
		}
	}
	return all
}

// weigh sums the weights of words for each context, every word once; those for which aside is true count less.
func (x *topics) weigh(hits []topicHit, aside func(int) bool) []int {
	sum := make([]int, len(x.names))
	seen := map[string]bool{}
	for _, h := range hits {
		if seen[h.key] {
			continue
		}
		seen[h.key] = true
		for _, f := range h.says {
			if aside != nil && aside(h.word) {
				sum[f.topic] += f.weight / besideClause
			} else {
				sum[f.topic] += f.weight
			}
		}
	}
	return sum
}

// withContexts returns the contexts of an event with those that words and sides tell.
func (r *run) withContexts(e *event.Event, own []topicHit, paragraph []int) []string {
	t := r.in.Trees[e.Trigger.Sentence]
	clause := t.Subtree(t.Clause(e.Trigger.Token))
	sum := r.topics.weigh(own, func(w int) bool { return w < clause.Start || w >= clause.End })
	for topic, n := range r.topics.weigh(own, nil) {
		sum[topic] += (paragraph[topic] - n) / besideEvent
	}
	r.weighSides(e, sum)
	return r.topics.choose(e.Contexts, sum)
}

// choose returns the contexts of a code and those that weigh enough.
func (x *topics) choose(coded []string, sum []int) []string {
	want := enough
	if slices.ContainsFunc(coded, func(name string) bool { return !slices.Contains(x.yields, name) }) {
		want = plenty
	}
	var told, out []string
	for topic, n := range sum {
		if n >= want && !slices.Contains(coded, x.names[topic]) {
			told = append(told, x.names[topic])
		}
	}
	for _, name := range coded {
		if told == nil || !slices.Contains(x.yields, name) || sum[slices.Index(x.names, name)] >= weakWord {
			out = append(out, name)
		}
	}
	return append(out, told...)
}

// weighSides adds what the sides tell: armies are military, what governments of two countries do with each other is diplomatic.
func (r *run) weighSides(e *event.Event, sum []int) {
	for _, s := range everybody(e) {
		for _, topic := range r.topics.sectors[s.Participant.Sector] {
			sum[topic] += strongWord
		}
	}
	if betweenStates(e) {
		for _, topic := range r.topics.states {
			sum[topic] += strongWord
		}
	}
}

// betweenStates reports whether an event of words has governments, or bodies of governments, of two countries on its sides.
func betweenStates(e *event.Event) bool {
	if e.QuadClass != 1 && e.QuadClass != 3 {
		return false
	}
	for _, a := range e.Actors {
		for _, b := range e.Recipients {
			if isState(a.Participant) && isState(b.Participant) && a.Participant.Country != b.Participant.Country {
				return true
			}
		}
	}
	return false
}

// isState reports whether a participant acts for a state or a body of states.
func isState(p *event.Participant) bool {
	return p.Country != "" && (p.Sector == "GOV" || p.Sector == "" && p.Kind == event.EntityGovernment || p.Country == "UNO" || p.Country == "EUR" || p.Country == "IGO")
}
