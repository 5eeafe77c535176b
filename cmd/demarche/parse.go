package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"iter"

	"github.com/spf13/cobra"

	"example.org/demarche"
)

func newParse(s *streams) *cobra.Command {
	p := parsing{inputs: inputs{s: s}}
	cmd := &cobra.Command{
		Use:   "parse PATHS…",
		Short: "Print sentences, tags, trees and names",
		Long: `parse prints how articles fall into sentences and words and how these hang together, in CoNLL-U (Universal Dependencies 2,
names in MISC as Name=B-PER, I-PER …) or as trees to look at.` + inputHelp + `

--gold-tokens takes a CoNLL-U file in the place of articles: its comments, sentences, words and multiword tokens are kept, the
analysis is the program's. A sentence longer than the encoder takes is analysed in stretches, which hang together by parataxis.` + exitHelp,
		Example: "  demarche parse article.txt > article.conllu\n  demarche parse --format tree article.txt\n  demarche parse --id-field id --text-field text news.jsonl\n  demarche parse --gold-tokens treebank.conllu.gz > ours.conllu",
		RunE: func(cmd *cobra.Command, paths []string) error {
			if err := p.check(cmd, paths); err != nil {
				return err
			}
			return p.run(cmd.Context(), paths)
		},
	}
	p.inputs.add(cmd.Flags())
	cmd.Flags().StringVar(&p.format, "format", "conllu", "`FORMAT` to print: conllu or tree")
	cmd.Flags().StringVar(&p.tokens, "gold-tokens", "", "analyse the sentences and words of a CoNLL-U `FILE` instead of texts (- for standard input)")
	p.engine.add(cmd.Flags())
	addWorkers(cmd.Flags(), &p.workers)
	return cmd
}

// parsing are the flags of parse.
type parsing struct {
	inputs
	engine
	format  string // of the output
	tokens  string // a file whose words are given, "" for texts
	workers int
}

// check looks at the flags.
func (p *parsing) check(cmd *cobra.Command, paths []string) error {
	if p.format != "conllu" && p.format != "tree" {
		return fmt.Errorf("--format %s: unknown format; use conllu or tree", p.format)
	}
	if err := checkWorkers(p.workers); err != nil {
		return err
	}
	switch {
	case p.tokens == "":
		return p.inputs.check(cmd, paths)
	case len(paths) > 0:
		return fmt.Errorf("--gold-tokens takes the place of paths; leave out %s", paths[0])
	case p.samples:
		return errors.New("--gold-tokens takes the place of --samples; leave out one of them")
	}
	return nil
}

// A sketch is an input that is still to be analysed and drawn.
type sketch struct {
	where string
	draw  func(context.Context, io.Writer) error
	err   error // why it could not be read
}

// A drawing is the analysis of one input as it is printed.
type drawing struct {
	text []byte
	err  error
}

// run prints the analyses of all inputs in their order, each whole.
func (p *parsing) run(ctx context.Context, paths []string) error {
	coder, err := demarche.Open(p.engine.options())
	if err != nil {
		return err
	}
	sketches := p.fromArticles(coder, paths)
	if p.tokens != "" {
		sketches = p.fromTokens(coder)
	}
	failed := false
	err = inOrder(ctx, sketches, p.workers, drawn, func(d drawing) error {
		if d.err != nil {
			failed = true
			fmt.Fprintln(p.s.err, "demarche:", d.err)
			return nil
		}
		_, err := p.s.out.Write(d.text)
		return err
	})
	if err == nil && failed {
		return errInputs
	}
	return err
}

// fromArticles yields the articles of all inputs.
func (p *parsing) fromArticles(coder *demarche.Coder, paths []string) iter.Seq[sketch] {
	draw := coder.WriteCoNLLU
	if p.format == "tree" {
		draw = coder.WriteTrees
	}
	return func(yield func(sketch) bool) {
		for in := range p.articles(paths) {
			s := sketch{in.where, func(ctx context.Context, w io.Writer) error { return draw(ctx, w, in.article) }, in.err}
			if !yield(s) {
				return
			}
		}
	}
}

// fromTokens yields the documents of the file whose words are given.
func (p *parsing) fromTokens(coder *demarche.Coder) iter.Seq[sketch] {
	draw := coder.WriteTokens
	if p.format == "tree" {
		draw = coder.WriteTokenTrees
	}
	return func(yield func(sketch) bool) {
		r, name, err := p.s.open(p.tokens)
		if err != nil {
			yield(sketch{err: err})
			return
		}
		defer r.Close()
		tokenSketches(r, name, draw)(yield)
	}
}

// tokenSketches yields the documents of a file whose words are given.
func tokenSketches(r io.Reader, name string, draw func(context.Context, io.Writer, demarche.Tokens) error) iter.Seq[sketch] {
	return func(yield func(sketch) bool) {
		for t, err := range demarche.ReadTokens(r, name) {
			if !yield(sketch{name, func(ctx context.Context, w io.Writer) error { return draw(ctx, w, t) }, err}) {
				return
			}
		}
	}
}

// drawn analyses one input.
func drawn(ctx context.Context, s sketch) drawing {
	if s.err != nil {
		return drawing{err: s.err}
	}
	var b bytes.Buffer
	if err := s.draw(ctx, &b); err != nil {
		return drawing{err: fmt.Errorf("%s: %w", s.where, err)}
	}
	return drawing{text: b.Bytes()}
}
