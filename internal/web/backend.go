package web

import (
	"context"
	"io"

	"example.org/demarche/internal/text"
	"example.org/demarche/record"
)

// A Backend is what the server can do. Its functions must be safe for concurrent use.
type Backend struct {
	// Code codes an article, whose text is UTF-8 and not empty. Where Published is "", it may look for the day in the text itself.
	Code func(context.Context, text.Article) (record.Record, error)
	// Trees writes the trees of an article as CoNLL-U.
	Trees func(context.Context, text.Article, io.Writer) error
	// Entry is what stands behind a rule as records name it; false where that is unknown.
	Entry func(rule string) (Entry, bool)
	// Term is the label or the definition of a code: an event type, a mode, a CAMEO code, a context, a sector.
	Term func(code string) (string, bool)
	// Samples are articles to try, in the order in which they are offered.
	Samples []Sample
	// Codebook is the ontology as Markdown.
	Codebook []byte
	// Version and Data are what records say of their coder.
	Version, Data string
}

// An Entry is the place and the text of a rule.
type Entry struct {
	File string `json:"file" doc:"\"lexicon/consult.txt\", or a model's file"`
	Line int    `json:"line" minimum:"0" doc:"its first line; 0 for a model"`
	Text string `json:"text" doc:"the entry's lines; of a model the first lines of its card"`
}

// A Sample is an article to try.
type Sample struct {
	ID        string  `json:"id" doc:"unique among the samples"`
	Title     string  `json:"title"`
	Published *string `json:"published" format:"date" nullable:"true" doc:"day of publication; null if unknown"`
	Shows     string  `json:"shows" doc:"what is to be seen in it, in a few words; empty for files that were offered on the command line"`
	Text      string  `json:"text"`
	URL       *string `json:"url" nullable:"true" doc:"null if unknown"`
}
