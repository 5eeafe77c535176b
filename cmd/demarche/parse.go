package main

import (
	"bufio"
	"bytes"
	"context"
	"fmt"
	"runtime"

	"github.com/spf13/cobra"

	"example.org/demarche"
	"example.org/demarche/internal/text"
)

func newParse(s *streams) *cobra.Command {
	in := inputs{s: s}
	var format, kernel string
	var workers int
	cmd := &cobra.Command{
		Use:   "parse PATHS…",
		Short: "Print sentences, tags, trees and names",
		Long: `parse prints how articles fall into sentences and words and how these hang together, in CoNLL-U (Universal Dependencies 2,
names in MISC as Name=B-PER, I-PER …) or as trees to look at.` + inputHelp + exitHelp,
		Example: "  demarche parse article.txt > article.conllu\n  demarche parse --format tree article.txt\n  demarche parse --id-field id --text-field text news.jsonl",
		RunE: func(cmd *cobra.Command, paths []string) error {
			if err := in.check(cmd, paths); err != nil {
				return err
			}
			if format != "conllu" && format != "tree" {
				return fmt.Errorf("--format %s: unknown format; use conllu or tree", format)
			}
			return in.parse(cmd.Context(), paths, demarche.Options{Kernel: kernel}, format, max(workers, 1))
		},
	}
	in.add(cmd.Flags())
	cmd.Flags().StringVar(&format, "format", "conllu", "what to print: conllu or tree")
	cmd.Flags().StringVar(&kernel, "kernel", "auto", "code for matrix products: auto, portable or avx2; it changes no byte of output")
	cmd.Flags().IntVar(&workers, "workers", runtime.GOMAXPROCS(0), "articles parsed at the same time; it changes no byte of output")
	return cmd
}

// parse prints the analyses of all inputs in their order.
func (in *inputs) parse(ctx context.Context, paths []string, o demarche.Options, format string, workers int) error {
	coder, err := demarche.Open(o)
	if err != nil {
		return err
	}
	type item struct {
		article text.Article
		err     error
	}
	type printed struct {
		text []byte
		err  error
	}
	items := func(yield func(item) bool) {
		for a, err := range in.articles(paths) {
			if !yield(item{a, err}) {
				return
			}
		}
	}
	out, failed := bufio.NewWriterSize(in.s.out, 1<<16), false
	err = inOrder(ctx, items, workers, func(ctx context.Context, x item) printed {
		if x.err != nil {
			return printed{err: x.err}
		}
		var b bytes.Buffer
		var err error
		if format == "tree" {
			err = coder.WriteTrees(ctx, &b, public(x.article))
		} else {
			err = coder.WriteCoNLLU(ctx, &b, public(x.article))
		}
		return printed{b.Bytes(), err}
	}, func(p printed) error {
		if p.err != nil {
			failed = true
			fmt.Fprintln(in.s.err, "demarche:", p.err)
			return nil
		}
		_, err := out.Write(p.text)
		return err
	})
	if e := out.Flush(); err == nil {
		err = e
	}
	if err == nil && failed {
		return errInputs
	}
	return err
}
