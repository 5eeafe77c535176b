package main

import (
	"bytes"
	"context"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"example.org/demarche"
)

func newParse(s *streams) *cobra.Command {
	p := parsing{inputs: inputs{s: s}}
	cmd := &cobra.Command{
		Use:   "parse PATHS…",
		Short: "Print sentences, tags, trees and names",
		Long: `parse prints how articles fall into sentences and words and how these hang together, in CoNLL-U (Universal Dependencies 2,
names in MISC as Name=B-PER, I-PER …) or as trees to look at.` + inputHelp + exitHelp,
		Example: "  demarche parse article.txt > article.conllu\n  demarche parse --format tree article.txt\n  demarche parse --id-field id --text-field text news.jsonl",
		RunE: func(cmd *cobra.Command, paths []string) error {
			if err := p.check(cmd, paths); err != nil {
				return err
			}
			return p.run(cmd.Context(), paths)
		},
	}
	p.inputs.add(cmd.Flags())
	cmd.Flags().StringVar(&p.format, "format", "conllu", "`FORMAT` to print: conllu or tree")
	p.engine.add(cmd.Flags())
	addWorkers(cmd.Flags(), &p.workers)
	return cmd
}

// parsing are the flags of parse.
type parsing struct {
	inputs
	engine
	format  string // of the output
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
	return p.inputs.check(cmd, paths)
}

// A drawing is the analysis of one article as it is printed.
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
	draw := coder.WriteCoNLLU
	if p.format == "tree" {
		draw = coder.WriteTrees
	}
	failed := false
	err = inOrder(ctx, p.articles(paths), p.workers, func(ctx context.Context, in input) drawing {
		return drawn(ctx, in, draw)
	}, func(d drawing) error {
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

// drawn analyses one input.
func drawn(ctx context.Context, in input, draw func(context.Context, io.Writer, demarche.Article) error) drawing {
	if in.err != nil {
		return drawing{err: in.err}
	}
	var b bytes.Buffer
	if err := draw(ctx, &b, in.article); err != nil {
		return drawing{err: fmt.Errorf("%s: %w", in.where, err)}
	}
	return drawing{text: b.Bytes()}
}
