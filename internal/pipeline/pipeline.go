package pipeline

import (
	"context"
	"fmt"
	"io/fs"
	"sync"
	"unicode/utf8"

	"example.org/demarche/internal/actors"
	"example.org/demarche/internal/attribution"
	"example.org/demarche/internal/attribution/linker"
	"example.org/demarche/internal/coder"
	"example.org/demarche/internal/dates"
	"example.org/demarche/internal/encoder"
	"example.org/demarche/internal/event"
	"example.org/demarche/internal/lexicon"
	"example.org/demarche/internal/names"
	"example.org/demarche/internal/ontology"
	"example.org/demarche/internal/places"
	"example.org/demarche/internal/segment"
	"example.org/demarche/internal/syntax/parser"
	"example.org/demarche/internal/syntax/roles"
	"example.org/demarche/internal/syntax/tagger"
	"example.org/demarche/internal/text"
	"example.org/demarche/record"
)

// Knowledge is what a pipeline is made of. Everything is read once: what trees and coder need when it is made, what the stages
// between them need when they first run.
type Knowledge struct {
	Data          fs.FS  // the folders of data/: lexicon, cues, actors …
	encoder.Parts        // the models' files
	Boundaries    string // the model of sentence boundaries
	Foreign       bool   // whether the models come from outside the program: they are checked whole before they are used
	Kernel        string // auto, portable, avx2 …
	Gazetteer     event.Gazetteer
	Own           lexicon.Own  // a user's own lexicon, over the one in Data
	Issues        lexicon.File // a user's list of issues in PETRARCH's format; empty for none
	Coder         record.Coder // what the records say of their maker
}

// A Stopwatch is told when a stage begins; what it makes of it is its own business. It may be nil.
type Stopwatch interface {
	Start(stage string) (stop func())
}

// A Pipeline codes articles. It is immutable but for its pool of scratch memory, and safe for concurrent use.
type Pipeline struct {
	encoder    *encoder.Encoder
	tagger     *tagger.Tagger
	parser     *parser.Parser
	labels     *names.Tagger
	boundaries *segment.Boundaries
	kinds      *names.KindTagger // nil if the models have none
	linker     *linker.Linker    // likewise
	chooser    *coder.Chooser    // likewise
	roles      *roles.Finder     // likewise
	coder      *coder.Coder
	rules      func() (*rules, error) // read when they are asked for the first time: trees are had without them
	gazetteer  event.Gazetteer
	maker      record.Coder
	words      words
	issues     *coder.Issues // nil without a list of the user's
	scratch    sync.Pool
}

// rules are what the stages between trees and coder know.
type rules struct {
	names  *names.Knowledge
	cues   *attribution.Cues
	actors *actors.Knowledge
	places *places.Knowledge
	dates  *dates.Knowledge
}

// New builds a pipeline.
func New(k Knowledge) (*Pipeline, error) {
	p := &Pipeline{gazetteer: k.Gazetteer, maker: k.Coder}
	if err := p.openModels(k); err != nil {
		return nil, err
	}
	p.words = words{data: k.Data, own: k.Own}
	var err error
	if p.words.lexicon, p.coder, err = p.words.open(); err != nil {
		return nil, err
	}
	if k.Issues.Name != "" {
		if p.issues, err = coder.LoadIssues(k.Issues.Name, k.Issues.Text, p.words.lexicon.Forms); err != nil {
			return nil, fmt.Errorf("issues: %w", err)
		}
	}
	if p.chooser != nil {
		if p.coder, err = p.coder.WithChooser(p.chooser); err != nil {
			return nil, fmt.Errorf("choice: %w", err)
		}
	}
	p.rules = sync.OnceValues(func() (*rules, error) { return openRules(k.Data) })
	p.scratch.New = func() any { return p.newScratch() }
	return p, nil
}

func (p *Pipeline) openModels(k Knowledge) error {
	for _, part := range []struct {
		name, data string
		optional   bool
		open       func() error
	}{
		{"encoder", k.Encoder, false, func() (err error) { p.encoder, err = encoder.Open(k.Encoder, k.Kernel); return }},
		{"tagger", k.Tagger, false, func() (err error) { p.tagger, err = tagger.Open(k.Tagger, p.encoder); return }},
		{"parser", k.Parser, false, func() (err error) { p.parser, err = parser.Open(k.Parser, p.encoder); return }},
		{"names", k.Names, false, func() (err error) { p.labels, err = names.OpenTagger(k.Names, p.encoder); return }},
		{"mentions", k.Mentions, true, func() (err error) { p.kinds, err = names.OpenKindTagger(k.Mentions, p.encoder); return }},
		{"statements", k.Statements, true, func() (err error) { p.linker, err = linker.Open(k.Statements, p.encoder); return }},
		{"choice", k.Choice, true, func() (err error) { p.chooser, err = coder.OpenChooser(k.Choice, p.encoder); return }},
		{"roles", k.Roles, true, func() (err error) { p.roles, err = roles.Open(k.Roles, p.encoder); return }},
	} {
		if part.data == "" && part.optional {
			continue
		}
		if part.data == "" {
			return &encoder.MissingError{Head: part.name}
		}
		err := part.open()
		if err == nil && k.Foreign {
			err = encoder.Check(part.data)
		}
		if err != nil {
			return fmt.Errorf("%s: %w", part.name, err)
		}
	}
	if k.Foreign {
		if err := p.tagger.Check(); err != nil {
			return fmt.Errorf("tagger: %w", err)
		}
	}
	var err error
	p.boundaries, err = segment.OpenBoundaries(k.Boundaries)
	return err
}

// A folder of data/ with its reader.
type folder struct {
	path string
	load func(fs.FS) error
}

// openFolders reads folders one after the other; an error names the folder.
func openFolders(data fs.FS, folders ...folder) error {
	for _, part := range folders {
		f, err := fs.Sub(data, part.path)
		if err == nil {
			err = part.load(f)
		}
		if err != nil {
			return fmt.Errorf("%s: %w", part.path, err)
		}
	}
	return nil
}

// words are what a pipeline knows of words for deeds, and where that comes from.
type words struct {
	data    fs.FS
	own     lexicon.Own
	lexicon *lexicon.Lexicon
}

// open reads the lexicon and makes a coder of it.
func (w *words) open() (lex *lexicon.Lexicon, c *coder.Coder, err error) {
	var onto *ontology.Ontology
	err = openFolders(w.data,
		folder{"ontology", func(f fs.FS) (err error) { onto, err = ontology.Load(f); return }},
		folder{"lexicon", func(f fs.FS) (err error) { lex, err = lexicon.LoadOver(f, w.own, onto); return }},
		folder{"status", func(f fs.FS) (err error) { c, err = coder.New(lex, onto, f); return }},
	)
	return lex, c, err
}

func openRules(data fs.FS) (*rules, error) {
	r := &rules{}
	err := openFolders(data,
		folder{".", func(f fs.FS) (err error) { r.names, err = names.Load(f); return }},
		folder{"cues", func(f fs.FS) (err error) { r.cues, err = attribution.LoadCues(f); return }},
		folder{".", func(f fs.FS) (err error) { r.actors, err = actors.Load(f); return }},
		folder{"places", func(f fs.FS) (err error) { r.places, err = places.Load(f); return }},
		folder{"dates", func(f fs.FS) (err error) { r.dates, err = dates.Load(f); return }},
	)
	return r, err
}

// Maker is what records say of their maker.
func (p *Pipeline) Maker() record.Coder { return p.maker }

// Code codes one article, whose text is not empty. The error is the context's, or tells what is wrong with the rules:
// whatever the text, there is a record.
func (p *Pipeline) Code(ctx context.Context, a text.Article, w Stopwatch) (record.Record, error) {
	if language := text.Language(a.Text); language != "en" {
		return p.foreign(&a, language), ctx.Err()
	}
	an, err := p.whole(ctx, a.Text, w)
	if err != nil {
		return record.Record{}, err
	}
	return p.finish(ctx, &a, an, w)
}

// whole analyses a text by all heads.
func (p *Pipeline) whole(ctx context.Context, s string, w Stopwatch) (Analysis, error) {
	return p.analyse(ctx, s, w, p.linker, p.roles)
}

// CodeTrees codes an article whose sentences, words and trees are given; the labels of names are found anew.
func (p *Pipeline) CodeTrees(ctx context.Context, a text.Article, an Analysis, w Stopwatch) (record.Record, error) {
	if err := p.label(ctx, &an, w); err != nil {
		return record.Record{}, err
	}
	return p.finish(ctx, &a, an, w)
}

// finish makes the record of an article from its trees.
func (p *Pipeline) finish(ctx context.Context, a *text.Article, an Analysis, w Stopwatch) (record.Record, error) {
	l, err := p.layers(ctx, a.Published, an, p.coder, w)
	if err != nil {
		return record.Record{}, err
	}
	if p.issues != nil {
		p.issues.Set(l.Trees, l.Result.Events)
	}
	var r record.Record
	timed(w, "record", func() { r = write(a, l) })
	r.Coder = p.maker
	return r, nil
}

// layers runs the stages that work on trees, in the order that DESIGN.md gives reasons for.
func (p *Pipeline) layers(ctx context.Context, published string, an Analysis, c *coder.Coder, w Stopwatch) (*Layers, error) {
	k, err := p.rules()
	if err != nil {
		return nil, err
	}
	l := &Layers{Analysis: an}
	for _, stage := range []struct {
		name string
		run  func()
	}{
		{"names", func() { l.Mentions = names.Find(l.Trees, l.Labels, l.Kinds, k.names) }},
		{"attribution", func() { l.Attributions = attribution.FindLinked(l.Segments, l.Trees, l.Linked, l.Mentions, k.cues) }},
		{"actors", func() {
			l.Participants = actors.Resolve(l.Segments, l.Trees, l.Mentions, l.Attributions, k.actors, published)
		}},
		{"places", func() {
			l.Places = places.Find(l.Segments, l.Trees, l.Mentions, l.Participants, p.gazetteer, k.places)
		}},
		{"dates", func() { l.Times = dates.Find(l.Trees, l.Attributions, k.dates, published) }},
		{"coder", func() { l.Result = c.Code(l.input(published)) }},
	} {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		timed(w, stage.name, stage.run)
	}
	return l, nil
}

// input is what the coder sees.
func (l *Layers) input(published string) coder.Input {
	return coder.Input{
		Segments: l.Segments, Trees: l.Trees, Mentions: l.Mentions, Attributions: l.Attributions, Participants: l.Participants,
		Places: l.Places, Times: l.Times, Published: published, Sketches: l.Sketches,
	}
}

// foreign is the record of an article that is not in English: nothing coded, and a note that tells why.
func (p *Pipeline) foreign(a *text.Article, language string) record.Record {
	r := record.Record{Schema: record.Current, Article: article(a), Coder: p.maker}
	r.Article.Language = language
	r.Notes = record.List[record.Note]{{
		Span: record.Span{End: utf8.RuneCountInString(a.Text)}, Rule: "language",
		Text: "the article is not in English (" + language + "): nothing was coded",
	}}
	return r
}

// timed runs f under the stopwatch.
func timed(w Stopwatch, stage string, f func()) {
	if w != nil {
		defer w.Start(stage)()
	}
	f()
}
