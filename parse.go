package demarche

import (
	"context"
	"fmt"
	"io"
	"iter"

	"example.org/demarche/internal/pipeline"
	"example.org/demarche/internal/syntax"
	"example.org/demarche/internal/text"
	"example.org/demarche/record"
)

// WriteCoNLLU writes the sentences, words and trees of an article as CoNLL-U (Universal Dependencies 2), with names in MISC
// (Name=B-PER, I-PER and so on).
func (c *Coder) WriteCoNLLU(ctx context.Context, w io.Writer, a Article) error {
	an, err := c.analyse(ctx, a)
	if err != nil {
		return err
	}
	return writeCoNLLU(w, &syntax.Document{ID: a.SourceID, Segmentation: an.Segments}, an)
}

// writeCoNLLU writes a document with its analysis.
func writeCoNLLU(w io.Writer, d *syntax.Document, an pipeline.Analysis) error {
	d.Trees = an.Trees
	return syntax.WriteCoNLLU(w, d, func(r text.Ref) string {
		if l := an.Labels[r.Sentence][r.Token]; l != "O" {
			return "Name=" + l
		}
		return ""
	})
}

// WriteTrees writes the trees of an article as drawings for people.
func (c *Coder) WriteTrees(ctx context.Context, w io.Writer, a Article) error {
	an, err := c.analyse(ctx, a)
	if err != nil {
		return err
	}
	return writeTrees(w, an)
}

func writeTrees(w io.Writer, an pipeline.Analysis) error {
	for _, t := range an.Trees {
		if _, err := fmt.Fprintf(w, "%s\n", t.Draw()); err != nil {
			return err
		}
	}
	return nil
}

// A Mention is a phrase of an article that speaks of somebody or something, with its span in code points.
type Mention = pipeline.Mention

// Mentions returns the mentions of an article, before anything is asked about who they are.
func (c *Coder) Mentions(ctx context.Context, a Article) ([]Mention, error) {
	article, err := a.check()
	if err != nil {
		return nil, err
	}
	return c.pipeline.Mentions(ctx, article.Text, c.stopwatch)
}

func (c *Coder) analyse(ctx context.Context, a Article) (pipeline.Analysis, error) {
	article, err := a.check()
	if err != nil {
		return pipeline.Analysis{}, err
	}
	return c.pipeline.Analyse(ctx, article.Text, c.stopwatch)
}

// CodeTrees codes the documents of a CoNLL-U file from the trees that it gives: texts are those of "# text", ids those of "#
// newdoc id". name names the file in errors; published is the day of publication, "" if unknown. It ends when the context is
// done, and, after an error, where the file cannot be read further.
func (c *Coder) CodeTrees(ctx context.Context, r io.Reader, name, published string) iter.Seq2[record.Record, error] {
	return func(yield func(record.Record, error) bool) {
		for d, err := range syntax.ReadCoNLLU(r) {
			var rec record.Record
			if err == nil {
				rec, err = c.codeDocument(ctx, d, published)
			}
			if err != nil && ctx.Err() == nil {
				err = fmt.Errorf("%s: %w", name, err)
			}
			if !yield(rec, err) || ctx.Err() != nil {
				return
			}
		}
	}
}

// codeDocument codes one document from its trees.
func (c *Coder) codeDocument(ctx context.Context, d *syntax.Document, published string) (record.Record, error) {
	a, err := Article{Text: d.Segmentation.Text, SourceID: d.ID, Published: published}.check()
	if err != nil {
		return record.Record{}, fmt.Errorf("document %q: %w", d.ID, err)
	}
	return c.pipeline.CodeTrees(ctx, a, pipeline.Analysis{Language: "en", Segments: d.Segmentation, Trees: d.Trees}, c.stopwatch)
}
