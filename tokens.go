package demarche

import (
	"context"
	"fmt"
	"io"
	"iter"
	"unicode/utf8"

	"example.org/demarche/internal/pipeline"
	"example.org/demarche/internal/syntax"
	"example.org/demarche/record"
)

// Tokens is a document whose sentences and words are given, to be analysed.
type Tokens struct{ document syntax.Document }

// ReadTokens yields the documents of a CoNLL-U file for their sentences and words; what analysis it has is passed over. name
// names the file in errors; after an error nothing more comes.
func ReadTokens(r io.Reader, name string) iter.Seq2[Tokens, error] {
	return func(yield func(Tokens, error) bool) {
		for d, err := range syntax.ReadTokens(r) {
			if err == nil && !utf8.ValidString(d.Segmentation.Text) {
				err = fmt.Errorf("document %q is not UTF-8; convert the file first", d.ID)
			}
			if err != nil {
				yield(Tokens{}, fmt.Errorf("%s: %w", name, err))
				return
			}
			if !yield(Tokens{*d}, nil) {
				return
			}
		}
	}
}

// WriteTokens analyses a document of ReadTokens and writes it as CoNLL-U: its comments, sentences, numbers, multiword tokens,
// forms and SpaceAfter are kept, all else is the program's, with names in MISC as WriteCoNLLU has them. A sentence longer
// than the encoder takes is analysed in stretches, which hang together by parataxis.
func (c *Coder) WriteTokens(ctx context.Context, w io.Writer, t Tokens) error {
	an, err := c.analyseTokens(ctx, t)
	if err != nil {
		return err
	}
	return writeCoNLLU(w, &t.document, an)
}

// WriteTokenTrees analyses a document of ReadTokens and writes its trees as WriteTrees does.
func (c *Coder) WriteTokenTrees(ctx context.Context, w io.Writer, t Tokens) error {
	an, err := c.analyseTokens(ctx, t)
	if err != nil {
		return err
	}
	return writeTrees(w, an)
}

// Statuses says of each word of each sentence of a document of ReadTokens how far a deed that the word told would be asserted. Of a
// word that tells no deed it says nothing of worth.
func (c *Coder) Statuses(ctx context.Context, t Tokens) ([][]record.Status, error) {
	found, err := c.pipeline.Statuses(ctx, t.document.Segmentation)
	if err != nil {
		return nil, err
	}
	all := make([][]record.Status, len(found))
	for i, sentence := range found {
		for _, s := range sentence {
			all[i] = append(all[i], record.Status(s))
		}
	}
	return all, nil
}

func (c *Coder) analyseTokens(ctx context.Context, t Tokens) (pipeline.Analysis, error) {
	return c.pipeline.AnalyseTokens(ctx, t.document.Segmentation, c.stopwatch)
}
