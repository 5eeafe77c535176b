package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"

	"github.com/spf13/cobra"

	"example.org/demarche"
	"example.org/demarche/internal/web"
	"example.org/demarche/record"
)

// showPage writes the dossier of the one article, or the one record, among the inputs as a page to a file, which is opened when all else is
// ready.
func (c *coding) showPage(cmd *cobra.Command, paths []string, records bool, file string) error {
	c.output, c.outputs = file, "html"
	if records {
		if err := c.checkOutput(paths); err != nil {
			return err
		}
	} else if err := c.check(cmd, paths); err != nil {
		return err
	}
	var given bytes.Buffer // the trees of standard input
	if c.trees == "-" {
		c.s.in = io.TeeReader(c.s.in, &given)
	}
	coder, err := c.openCoder()
	if err != nil {
		return err
	}
	r, failed, err := c.onlyOne(cmd.Context(), coder, paths, records)
	if err != nil {
		return err
	}
	d, err := c.dossierOf(coder, r)
	if err != nil {
		return err
	}
	trees, err := c.treesOf(cmd.Context(), coder, r, given.Bytes())
	if err != nil {
		return err
	}
	if err := d.SetTrees(trees); err != nil {
		return err
	}
	var page bytes.Buffer
	if err := web.WriteFile(&page, &d); err != nil {
		return fmt.Errorf("--html: %w", err)
	}
	if err := os.WriteFile(file, page.Bytes(), 0o666); err != nil {
		return fmt.Errorf("--html %s: cannot be written: %w", file, reason(err))
	}
	if c.timings {
		c.watch.print(c.s.err)
	}
	if failed {
		return errInputs
	}
	return nil
}

// errSeveral says that a page is asked for that cannot be.
var errSeveral = errors.New("--html: a page holds one article, and there are more in the inputs; name one")

// onlyOne returns the record of the one article among the inputs, or the one that they hold, and whether something else could not be read.
func (c *coding) onlyOne(ctx context.Context, coder *demarche.Coder, paths []string, records bool) (r *record.Record, failed bool, err error) {
	take := func(x outcome) error {
		switch {
		case x.err != nil:
			failed = true
			fmt.Fprintln(c.s.err, "demarche:", x.err)
		case r != nil:
			return errSeveral
		default:
			r = &x.record
		}
		return nil
	}
	if records {
		for x, e := range c.recordsOf(paths) {
			if err = take(outcome{x, e}); err != nil {
				break
			}
		}
	} else {
		err = c.outcomes(ctx, coder, paths, take)
	}
	switch {
	case err != nil:
		return nil, failed, err
	case r == nil && failed:
		return nil, failed, errInputs
	case r == nil:
		return nil, failed, errors.New("--html: there is no article in the inputs")
	}
	return r, failed, nil
}

// dossierOf makes the dossier of a record. What stands behind the rules of a record from elsewhere is known only if its coder knew the same.
func (c *coding) dossierOf(coder *demarche.Coder, r *record.Record) (web.Dossier, error) {
	maker := coder.Maker()
	if r.Coder.Data != maker.Data {
		fmt.Fprintln(c.s.err, "demarche: the record was made from other knowledge than this program's (coder.data): the page names its rules without their entries")
	}
	return web.NewDossier(&web.Backend{
		Entry: entries(coder), Term: coder.Term, Version: maker.Version, Data: string(maker.Data),
	}, r)
}

// entries looks up what stands behind rules.
func entries(coder *demarche.Coder) func(rule string) (web.Entry, bool) {
	return func(rule string) (web.Entry, bool) {
		r, ok := coder.Rule(rule)
		return web.Entry(r), ok
	}
}

// treesOf returns the trees of a record's article as CoNLL-U: those that it was coded from where these were given, else the program's; none
// for a record without a text.
func (c *coding) treesOf(ctx context.Context, coder *demarche.Coder, r *record.Record, given []byte) ([]byte, error) {
	switch c.trees {
	case "":
	case "-":
		return given, nil
	default:
		b, err := os.ReadFile(c.trees)
		if err != nil {
			return nil, fmt.Errorf("--trees %w", unreadable(c.trees, err))
		}
		return b, nil
	}
	if r.Article.Text == "" {
		return nil, nil
	}
	var trees bytes.Buffer
	err := coder.WriteCoNLLU(ctx, &trees, demarche.Article{Text: r.Article.Text, SourceID: string(r.Article.SourceID)})
	return trees.Bytes(), err
}
