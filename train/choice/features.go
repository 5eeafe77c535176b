package main

import (
	"bufio"
	"cmp"
	"context"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"example.org/demarche/data"
	"example.org/demarche/internal/coder"
	"example.org/demarche/internal/encoder"
	"example.org/demarche/internal/event"
	"example.org/demarche/internal/gazetteer"
	"example.org/demarche/internal/lexicon"
	"example.org/demarche/internal/ontology"
	"example.org/demarche/internal/pipeline"
	"example.org/demarche/internal/text"
)

// features writes what the choice head sees of our sentences and the lexicon's examples into a folder:
//
//	sentences.jsonl  by block its words, the events in it, and its pairs of sides with what frames say of them
//	vectors.f32      a vector for each word
func features(folder string) error {
	d, err := newDump(folder)
	if err != nil {
		return err
	}
	files, err := filepath.Glob("gold/choice/*.txt")
	if err != nil {
		return err
	}
	for _, name := range files {
		some, err := readFile(name, func(r io.Reader, file string) ([]*sentence, error) { return read(r, file, d.onto) })
		if err != nil {
			return err
		}
		for _, s := range some {
			if err := d.sentence(s); err != nil {
				return fmt.Errorf("%s: %w", s.place(), err)
			}
		}
	}
	for _, f := range d.lexicon.Frames {
		for _, x := range f.Examples {
			if err := d.example(f, x); err != nil {
				return fmt.Errorf("%s:%d: %w", f.File, x.Line, err)
			}
		}
	}
	return d.close()
}

// A dump writes the files of features.
type dump struct {
	pipeline *pipeline.Pipeline
	encoder  *encoder.Encoder
	scratch  *encoder.Scratch
	onto     *ontology.Ontology
	lexicon  *lexicon.Lexicon
	files    []*os.File
	lines    *bufio.Writer
	vectors  *bufio.Writer
}

func newDump(folder string) (*dump, error) {
	parts := encoder.Parts{Encoder: data.Encoder, Tagger: data.Tagger, Parser: data.Parser, Names: data.Names, Mentions: data.Mentions, Statements: data.Statements, Roles: data.Roles}
	g, err := gazetteer.Open(data.Gazetteer)
	if err != nil {
		return nil, err
	}
	p, err := pipeline.New(pipeline.Knowledge{Data: os.DirFS("data"), Parts: parts, Boundaries: data.Boundaries, Gazetteer: g})
	if err != nil {
		return nil, err
	}
	e, err := encoder.Open(data.Encoder, "auto")
	if err != nil {
		return nil, err
	}
	d := &dump{pipeline: p, encoder: e, scratch: e.NewScratch()}
	if d.onto, err = ontology.Load(os.DirFS("data/ontology")); err != nil {
		return nil, err
	}
	if d.lexicon, err = lexicon.Load(os.DirFS("data/lexicon"), d.onto); err != nil {
		return nil, err
	}
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return nil, err
	}
	for _, x := range []struct {
		name string
		w    **bufio.Writer
	}{{"sentences.jsonl", &d.lines}, {"vectors.f32", &d.vectors}} {
		f, err := os.Create(filepath.Join(folder, x.name))
		if err != nil {
			return nil, err
		}
		d.files, *x.w = append(d.files, f), bufio.NewWriter(f)
	}
	return d, nil
}

func (d *dump) close() error {
	wrong := []error{d.lines.Flush(), d.vectors.Flush()}
	for _, f := range d.files {
		wrong = append(wrong, f.Close())
	}
	return errors.Join(wrong...)
}

// A dumped is a line of sentences.jsonl. Words are counted over all its sentences.
type dumped struct {
	ID     string        `json:"id"` // file:line
	Words  []string      `json:"words"`
	Events []dumpedEvent `json:"events"`
	Pairs  []dumpedPair  `json:"pairs"`
}

// A dumpedEvent is an event at its trigger. Type is "none" for a word that only looks like one, "-" for CAMEO's family 01.
type dumpedEvent struct {
	Trigger    int      `json:"trigger"`
	Actors     []int    `json:"actors"`
	Recipients []int    `json:"recipients"`
	Type       string   `json:"type"`
	Mode       string   `json:"mode"`
	Status     string   `json:"status"`   // "" where it is not known
	Contexts   []string `json:"contexts"` // null where they are not known
	Frame      string   `json:"frame"`    // the type that a frame gives the trigger, "" for no frame

	cameo string
}

// A dumpedPair is two sides and what relates them first, folded.
type dumpedPair struct {
	dumpedEvent
	Frames []dumpedFrame `json:"frames"` // in order of text
}

type dumpedFrame struct {
	Type string `json:"type"`
	Fit  int    `json:"fit"`
}

// sentence writes a sentence of ours.
func (d *dump) sentence(s *sentence) error {
	return d.write(s.place(), s.text, func(v *view) ([]dumpedEvent, error) {
		var all []dumpedEvent
		for _, e := range s.events {
			x := dumpedEvent{Type: e.typ, Mode: e.mode, cameo: e.cameo, Status: string(e.status), Contexts: append([]string{}, e.contexts...)}
			switch {
			case e.none:
				x.Type, x.Contexts = labelNone, nil
			case e.typ == "":
				x.Type = labelStatement
			}
			x.Trigger, x.Actors, x.Recipients = v.word(e.trigger), v.words(e.actors), v.words(e.recipients)
			x.Frame = d.frame(v, x.Trigger)
			all = append(all, x)
		}
		return all, nil
	})
}

// frame is the type that a frame gives a word.
func (d *dump) frame(v *view, word int) string {
	if word < 0 {
		return ""
	}
	r := v.ref(word)
	for _, c := range d.lexicon.Match(v.Trees[r.Sentence], nil).Candidates {
		if c.Trigger == r.Token {
			return cmp.Or(c.Code.Type, labelStatement)
		}
	}
	return ""
}

// The types of what is no deed, and of CAMEO's family 01.
const (
	labelNone      = "none"
	labelStatement = "-"
)

// example writes an example of the lexicon, if its frame finds it.
func (d *dump) example(f *lexicon.Frame, x lexicon.Example) error {
	return d.write(fmt.Sprintf("%s:%d", f.File, x.Line), x.Text, func(v *view) ([]dumpedEvent, error) {
		for i, t := range v.Trees {
			if x.Counter {
				for k := range t.Len() {
					if slices.ContainsFunc(f.Heads, func(h lexicon.Head) bool { return h.Word == t.Lemmas[k] }) {
						return []dumpedEvent{{Trigger: v.first[i] + k, Type: labelNone}}, nil
					}
				}
				continue
			}
			for _, c := range d.lexicon.Match(t, nil).Candidates {
				if c.Frame == f {
					return []dumpedEvent{d.expected(v, x, v.first[i]+c.Trigger, c.Code)}, nil
				}
			}
		}
		return nil, nil
	})
}

// expected is the event that an example tells.
func (d *dump) expected(v *view, x lexicon.Example, trigger int, code lexicon.Code) dumpedEvent {
	e := dumpedEvent{Trigger: trigger, Type: code.Type, Mode: code.Mode, cameo: code.CAMEO}
	for _, w := range x.Expect {
		if c, ok := d.onto.Code(w); ok {
			e.Type, e.Mode, e.cameo = c.Type, c.Mode, w
		} else if slices.Contains(statuses, event.Status(w)) {
			e.Status = w
		}
	}
	if e.Type == "" {
		e.Type = labelStatement
	}
	e.Actors, e.Recipients = v.named(x.Text, x.Actors), v.named(x.Text, x.Recipients)
	return e
}

// A view is a text as the program analyses it; first is the number of each sentence's first word.
type view struct {
	pipeline.Analysis
	first []int
}

// ref is a word by its number.
func (v *view) ref(word int) text.Ref {
	i, found := slices.BinarySearch(v.first, word)
	if !found {
		i--
	}
	return text.Ref{Sentence: i, Token: word - v.first[i]}
}

// word is the number of the word at the beginning of a span, -1 for none.
func (v *view) word(s span) int {
	for i, t := range v.Trees {
		for k := range t.Tokens {
			if x := t.Tokens[k].Span; x.Start <= s.start && s.start < x.End {
				return v.first[i] + k
			}
		}
	}
	return -1
}

// words are the numbers of the words of spans; of a flat name its first word, which heads it in the tree.
func (v *view) words(spans []span) []int {
	all := []int{}
	for _, s := range spans {
		if w := v.word(s); w >= 0 {
			r := v.ref(w)
			for t := v.Trees[r.Sentence]; t.Is(r.Token, "flat"); {
				r.Token = t.Head(r.Token)
			}
			all = append(all, v.first[r.Sentence]+r.Token)
		}
	}
	return all
}

// named are the heads of what an example names.
func (v *view) named(s string, names []lexicon.Named) []int {
	all := []int{}
	for _, n := range names {
		at := strings.Index(s, n.Text)
		if at < 0 {
			continue
		}
		r := v.Segments.Covering(text.Span{Start: at, End: at + len(n.Text)})
		if h, ok := coder.HeadOf(v.Trees, r); ok {
			all = append(all, v.first[h.Sentence]+h.Token)
		}
	}
	return all
}

// write analyses a text and writes its lines and vectors; nothing if events finds none in it.
func (d *dump) write(id, s string, events func(*view) ([]dumpedEvent, error)) error {
	x := dumped{ID: id}
	v := &view{}
	var wrong error
	an, found, err := d.pipeline.Evidence(context.Background(), s, func(an pipeline.Analysis) []coder.Pair {
		v.Analysis = an
		n := 0
		for _, t := range an.Trees {
			v.first = append(v.first, n)
			n += t.Len()
		}
		x.Events, wrong = events(v)
		x.Pairs = d.pairs(x.Events)
		var pairs []coder.Pair
		for _, p := range x.Pairs {
			pairs = append(pairs, coder.Pair{Source: v.refs(p.Actors), Target: v.refs(p.Recipients)})
		}
		return pairs
	})
	if err := errors.Join(err, wrong); err != nil || len(x.Events) == 0 {
		return err
	}
	for i := range x.Pairs {
		x.Pairs[i].Frames = []dumpedFrame{}
		for _, e := range found[i] {
			x.Pairs[i].Frames = append(x.Pairs[i].Frames, dumpedFrame{e.Type, e.Fit})
		}
	}
	for _, t := range an.Trees {
		for k := range t.Len() {
			x.Words = append(x.Words, t.Form(k))
		}
	}
	line, err := json.Marshal(x)
	if err != nil {
		return err
	}
	_, err = d.lines.Write(append(line, '\n'))
	return errors.Join(err, d.encode(an))
}

func (v *view) refs(words []int) []text.Ref {
	var all []text.Ref
	for _, w := range words {
		all = append(all, v.ref(w))
	}
	return all
}

// pairs are the pairs of sides of events, each with the first deed that is one, folded.
func (d *dump) pairs(events []dumpedEvent) []dumpedPair {
	var all []dumpedPair
	for _, e := range events {
		if len(e.Actors)+len(e.Recipients) == 0 {
			continue
		}
		if e.Type != labelNone && e.Type != labelStatement {
			e.Type, e.Mode, e.cameo = coder.FoldCode(d.onto, e.Type, e.Mode, e.cameo, event.Status(e.Status))
		}
		i := slices.IndexFunc(all, func(p dumpedPair) bool {
			return slices.Equal(p.Actors, e.Actors) && slices.Equal(p.Recipients, e.Recipients)
		})
		switch {
		case i < 0:
			all = append(all, dumpedPair{dumpedEvent: e})
		case e.Type != labelNone && (all[i].Type == labelNone || e.Trigger < all[i].Trigger):
			all[i].dumpedEvent = e
		}
	}
	return all
}

// encode writes a vector for each word, zeros for those that the encoder did not reach.
func (d *dump) encode(an pipeline.Analysis) error {
	for _, t := range an.Trees {
		forms := make([]string, t.Len())
		for k := range forms {
			forms[k] = t.Form(k)
		}
		d.encoder.Add(d.scratch, forms)
		rows := make([]float32, t.Len()*d.encoder.Width())
		copy(rows, d.encoder.Encode(d.scratch).Rows)
		if err := binary.Write(d.vectors, binary.LittleEndian, rows); err != nil {
			return err
		}
	}
	return nil
}
