package reader

import (
	"io"
	"iter"
	"path"
	"strings"

	"example.org/demarche/internal/text"
)

// A Format is a form of input.
type Format string

// The formats.
const (
	TXT   Format = "txt"
	HTML  Format = "html"
	JSONL Format = "jsonl"
	CSV   Format = "csv"
)

// formats are the formats by the ending of a name.
var formats = map[string]Format{
	".txt": TXT, ".text": TXT, ".html": HTML, ".htm": HTML, ".xhtml": HTML, ".jsonl": JSONL, ".ndjson": JSONL, ".json": JSONL, ".csv": CSV, ".tsv": CSV,
}

// FormatOf is the format that the ending of a file's name tells, ".gz" aside; false where it tells none.
func FormatOf(name string) (Format, bool) {
	f, ok := formats[path.Ext(strings.TrimSuffix(strings.ToLower(name), ".gz"))]
	return f, ok
}

// MaxArticle is how many bytes an article's text or page can have, where Options says nothing else: 16 MB.
const MaxArticle = 16 << 20

// Options say how an input is to be read. The zero value will do for most.
type Options struct {
	Format     Format // "": by the name's ending, and plain text where that tells nothing
	Fields     Fields // which fields of JSON lines and CSV are what
	Published  string // day of publication of all articles, in any form that text.ParseDay takes; "" to ask the input
	MaxArticle int    // bytes of an article's text or page; 0 is MaxArticle. A line or row can have twice as many
}

// Read yields the articles of an input in their order. The name is the input's, for its ending and for messages.
//
// With an error, which is always an [*Error], the article is empty. A day of publication that cannot be read is such an
// error too, but the article follows it, with the day that the next origin tells, or none. Where the input breaks off, what
// was read before stands, and the error is the last thing yielded.
func Read(r io.Reader, name string, o Options) iter.Seq2[text.Article, error] {
	return func(yield func(text.Article, error) bool) {
		in, err := open(r, name, o)
		if err != nil {
			yield(text.Article{}, err)
			return
		}
		in.articles(yield)
	}
}

// articles yields what the input holds.
func (in *input) articles(yield func(text.Article, error) bool) {
	switch in.format {
	case JSONL:
		in.lines(yield)
	case CSV:
		in.rows(yield)
	case HTML:
		in.single(yield, in.page)
	default:
		in.single(yield, in.plain)
	}
}

// single yields the one article of an input that is read whole.
func (in *input) single(yield func(text.Article, error) bool, parse func(content []byte) (text.Article, *Error)) {
	content, err := in.whole()
	var a text.Article
	if err == nil {
		a, err = parse(content)
	}
	if err != nil {
		yield(text.Article{}, err)
		return
	}
	yield(a, nil)
}

// plain is the article that a plain text is.
func (in *input) plain(content []byte) (text.Article, *Error) {
	a := text.Article{Text: string(content), Where: in.name}
	if err := checkText(a.Text); err != nil {
		return a, err.at(in.name, err.Line)
	}
	in.publish(&a, "", text.OriginNone)
	return a, nil
}
