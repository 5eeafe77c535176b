// Package demarche reads news and writes down who did what to whom, when, where, and according to whom.
//
// A [Coder] takes an [Article] and gives a [record.Record]: sentences, entities, places, dates, attributions, events, states and
// notes, with positions in code points of the article's text. The same article and the same version give the same bytes, on any
// machine. No network, no files: everything the coder knows is in the program.
//
//	c, err := demarche.Open(demarche.Options{})
//	…
//	r, err := c.Code(ctx, demarche.Article{Text: text, Published: "2011-07-19"})
package demarche

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"os"
	"slices"
	"sync"
	"time"
	"unicode/utf8"

	"example.org/demarche/data"
	"example.org/demarche/internal/encoder"
	"example.org/demarche/internal/gazetteer"
	"example.org/demarche/internal/pipeline"
	"example.org/demarche/internal/text"
	"example.org/demarche/record"
)

// Version is the version of the program, as records name it.
const Version = "0.1.0"

// DataHash is the SHA-256 of all that the program knows, in hexadecimal digits.
const DataHash = data.Hash

// Options say how a coder is opened. The zero value is fine.
type Options struct {
	// Kernel names the code for the network's arithmetic: "auto" (or ""), "portable", "avx2", "avxvnni", "avx512vnni" or "arm64".
	// All give the same records.
	Kernel string
	// Model is a file with other models than the ones in the program, "" for those. Its hash goes into Coder.Data of records.
	Model string
	// Lexicon is a file, or a folder of files NAME.txt, in the format of data/lexicon/README.md, "" for none. Its entries replace those
	// in the program headword by headword; its classes, light verbs and irregular forms are added. Its hash goes into Coder.Data of
	// records.
	Lexicon string
	// LexiconAlone says that nothing of the lexicon in the program is looked at: Lexicon is whole.
	LexiconAlone bool
	// PetrarchVerbs is a verb dictionary of PETRARCH's, of the older form or of CAMEO.2.0, which stands in the place of the lexicon's
	// entries; "" for none. Its hash goes into Coder.Data of records.
	PetrarchVerbs string
	// PetrarchIssues is a list of issues in PETRARCH's format, which are counted for each event; "" for none. Its hash goes into Coder.Data
	// of records.
	PetrarchIssues string
	// LexiconFault, if not nil, is told of each entry that cannot be read, which is then passed over; if nil, Open fails.
	LexiconFault func(error)
	// Judge says who decides in Relate; the zero value is frames and the choice head together.
	Judge Judge
	// Stopwatch, if not nil, is told when each stage begins and ends. It must be safe for concurrent use.
	Stopwatch Stopwatch
}

// A Stopwatch takes the time of stages; Start returns the function that stops it.
type Stopwatch = pipeline.Stopwatch

// An Article is a text to code. Only Text is needed; what is told from the day of publication ("on Friday") is dated only
// where Published is known.
type Article struct {
	Text      string // UTF-8
	Published string // YYYY-MM-DD
	// PublishedFrom says where Published comes from; "" is taken as given.
	PublishedFrom record.Origin
	Title         string // not coded
	URL           string
	SourceID      string // an id of your own
	Publisher     string
	Author        string
}

// A Coder codes articles. It is safe for concurrent use.
type Coder struct {
	pipeline  *pipeline.Pipeline
	judge     Judge
	stopwatch Stopwatch
	rules     func() *rulebook // read when the first rule is asked for
	terms     func() terms     // read when the first term is asked for
}

// Open reads models and what trees need to know, which takes some tens of milliseconds, and returns a coder. What only records
// need is read when the first article is coded.
func Open(o Options) (*Coder, error) {
	g, err := gazetteer.Open(data.Gazetteer)
	if err != nil {
		return nil, fmt.Errorf("gazetteer: %w", err)
	}
	k := pipeline.Knowledge{
		Data: data.Text,
		Parts: encoder.Parts{
			Encoder: data.Encoder, Tagger: data.Tagger, Parser: data.Parser, Names: data.Names, Mentions: data.Mentions, Statements: data.Statements, Roles: data.Roles,
			Choice: data.Choice,
		},
		Boundaries: data.Boundaries,
		Kernel:     o.Kernel, Gazetteer: g, Coder: record.Coder{Version: Version, Data: data.Hash},
	}
	if o.Model != "" {
		if k.Parts, k.Coder.Data, err = openModel(o.Model); err != nil {
			return nil, modelError(o.Model, err)
		}
		k.Foreign = true
	}
	if o.Lexicon != "" && o.PetrarchVerbs != "" {
		return nil, errors.New("a lexicon and a verb dictionary of PETRARCH's cannot be used together")
	}
	if o.Lexicon != "" || o.PetrarchVerbs != "" {
		if k.Own, k.Coder.Data, err = openLexicon(&o, k.Coder.Data); err != nil {
			return nil, err
		}
	}
	if o.PetrarchIssues != "" {
		b, err := os.ReadFile(o.PetrarchIssues)
		if err != nil {
			return nil, fmt.Errorf("issues: %w", err)
		}
		k.Issues = pipeline.LexiconFile{Name: o.PetrarchIssues, Text: string(b)}
		k.Coder.Data = withFile(k.Coder.Data, b)
	}
	p, err := pipeline.New(k)
	if err != nil {
		if o.Model != "" {
			err = modelError(o.Model, err)
		}
		return nil, err
	}
	return &Coder{
		pipeline: p, judge: o.Judge, stopwatch: o.Stopwatch,
		rules: sync.OnceValue(func() *rulebook { return newRulebook(&k.Own, o.Model) }),
		terms: sync.OnceValue(loadTerms),
	}, nil
}

// Maker is what records that the coder makes say of it. A record with another hash of data was made from other knowledge: its rules may not
// stand where this coder's do.
func (c *Coder) Maker() record.Coder { return c.pipeline.Maker() }

// Code codes one article. It fails only for text that is empty or not UTF-8, a day of publication or an origin of it that is none, or
// a context that is done.
func (c *Coder) Code(ctx context.Context, a Article) (record.Record, error) {
	article, err := a.check()
	if err != nil {
		return record.Record{}, err
	}
	return c.pipeline.Code(ctx, article, c.stopwatch)
}

// check turns an article into the pipeline's form.
func (a Article) check() (text.Article, error) {
	if a.Text == "" {
		return text.Article{}, errors.New("there is no text")
	}
	if !utf8.ValidString(a.Text) {
		return text.Article{}, errors.New("the text is not UTF-8; convert it first")
	}
	out := text.Article{
		Text: a.Text, Published: a.Published, Title: a.Title, URL: a.URL, SourceID: a.SourceID, Publisher: a.Publisher, Author: a.Author,
		Origin: text.OriginNone,
	}
	if a.Published != "" {
		if _, err := time.Parse(time.DateOnly, a.Published); err != nil {
			return out, fmt.Errorf("published %q is no day; write YYYY-MM-DD", a.Published)
		}
		out.Origin = cmp.Or(text.Origin(a.PublishedFrom), text.OriginGiven)
	}
	if !slices.Contains(origins, out.Origin) {
		return out, fmt.Errorf("published from %q: no such origin; see record.Origin", out.Origin)
	}
	return out, nil
}

// origins are all that a record may name.
var origins = []text.Origin{
	text.OriginGiven, text.OriginField, text.OriginHTML, text.OriginFeed, text.OriginURL, text.OriginDateline, text.OriginNone,
}
