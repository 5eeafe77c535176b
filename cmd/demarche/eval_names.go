package main

import (
	"bytes"
	"context"
	"fmt"
	"iter"
	"runtime"

	"github.com/spf13/cobra"

	"example.org/demarche"
	"example.org/demarche/internal/score"
)

func newEvalNames(s *streams) *cobra.Command {
	e := measuring{s: s}
	cmd := &cobra.Command{
		Use:   "names GOLD",
		Short: "Names, or all mentions, against annotated ones",
		Long: `names reads annotations, analyses their raw text and prints precision, recall and F1 of exact spans, compared by their characters
without white space. GOLD (also gzipped, - for standard input) is one of
  IOB2, five columns, as Universal NER has it: names of persons, organisations and places (PER, ORG, LOC)
  CoNLL-U with GUM's entity layer in MISC: all mentions, nested ones too, with their kinds, and those that are names` + evalExitHelp,
		Example: "  demarche eval names en_ewt-ud-dev.iob2.gz\n  demarche eval names gum-entities-dev.conllu.gz",
		Args:    cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			gold, err := e.read(args[0])
			if err != nil {
				return err
			}
			report, err := e.mentions(cmd.Context(), gold)
			if err != nil {
				return err
			}
			return e.print(report)
		},
	}
	e.add(cmd.Flags())
	return cmd
}

// mentions finds the names or the mentions of a file's texts anew and compares.
func (e *measuring) mentions(ctx context.Context, file goldFile) (score.MentionReport, error) {
	read, find, compare := score.ReadEntities, findPhrases, score.Entities
	if score.IsIOB2(string(file.data)) {
		read, find, compare = score.ReadIOB2, findNames, score.Names
	}
	gold, err := parseGold(file, read)
	if err != nil {
		return score.MentionReport{}, err
	}
	coder, err := demarche.Open(e.engine.options())
	if err != nil {
		return score.MentionReport{}, err
	}
	found, err := find(ctx, coder, gold.Texts)
	if err != nil {
		return score.MentionReport{}, err
	}
	return compare(gold, found), nil
}

// findNames finds the names that parse prints.
func findNames(ctx context.Context, coder *demarche.Coder, texts iter.Seq2[string, string]) (*score.Layer, error) {
	analysed, err := analysis(ctx, textSketches(coder, texts))
	if err != nil {
		return nil, err
	}
	return score.ReadNames(bytes.NewReader(analysed))
}

// A document is a text with the mentions that were found in it.
type document struct {
	id, text string
	phrases  []score.Phrase
	err      error
}

// findPhrases finds the mentions of texts.
func findPhrases(ctx context.Context, coder *demarche.Coder, texts iter.Seq2[string, string]) (*score.Layer, error) {
	documents := func(yield func(document) bool) {
		for id, text := range texts {
			if text != "" && !yield(document{id: id, text: text}) {
				return
			}
		}
	}
	layer := score.NewLayer()
	err := inOrder(ctx, documents, runtime.GOMAXPROCS(0), func(ctx context.Context, d document) document {
		var found []demarche.Mention
		if found, d.err = coder.Mentions(ctx, demarche.Article{Text: d.text}); d.err != nil {
			d.err = fmt.Errorf("%s: %w", d.id, d.err)
		}
		for _, m := range found {
			d.phrases = append(d.phrases, score.Phrase{Start: m.Start, End: m.End, Kind: m.Kind, Named: m.Named})
		}
		return d
	}, func(d document) error {
		if d.err == nil {
			layer.Add(d.id, d.text, d.phrases)
		}
		return d.err
	})
	return layer, err
}
