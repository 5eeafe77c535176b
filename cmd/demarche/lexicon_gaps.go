package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"iter"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"example.org/demarche"
	"example.org/demarche/internal/score"
)

func newLexiconGaps(s *streams) *cobra.Command {
	g := gaps{writing: writing{s: s}, inputs: inputs{s: s}}
	cmd := &cobra.Command{
		Use:   "gaps PATHS…",
		Short: "List words that stand between two political actors and have no entry",
		Long: `gaps lists the verbs and nouns of event that stand between two political actors where no entry was taken, the most frequent first, as
a table parted by tabs: how often, part of speech, word, entries that have the word and did not fit, sentences. Words that
none.txt of the lexicon names, with the reason why they need no entry, are left out.` + inputHelp + `
Files of the Groningen Meaning Bank (.tsv: a word, its part of speech and its entity a line) are read too, each sentence by itself.` + exitHelp,
		Example: "  demarche lexicon gaps --limit 600 news/\n  demarche lexicon gaps --all --examples 3 news.jsonl.gz",
		RunE: func(cmd *cobra.Command, paths []string) error {
			if err := g.check(cmd, paths); err != nil {
				return err
			}
			return g.run(cmd.Context(), paths)
		},
	}
	g.inputs.add(cmd.Flags())
	g.writing.add(cmd)
	f := cmd.Flags()
	addWorkers(f, &g.workers)
	f.BoolVar(&g.all, "all", false, "list words that none.txt names too, with the kind of reason")
	f.IntVar(&g.limit, "limit", 0, "`NUMBER` of words to list (default: all)")
	f.IntVar(&g.examples, "examples", 1, "`NUMBER` of sentences for each word")
	return cmd
}

// gaps is one run of the command.
type gaps struct {
	writing
	inputs
	workers, limit, examples int
	all                      bool
}

// check looks at the flags.
func (g *gaps) check(cmd *cobra.Command, paths []string) error {
	switch {
	case g.limit < 0:
		return fmt.Errorf("--limit %d: a number of words, or 0 for all", g.limit)
	case g.examples < 0:
		return fmt.Errorf("--examples %d: a number of sentences", g.examples)
	}
	if err := checkWorkers(g.workers); err != nil {
		return err
	}
	return g.inputs.check(cmd, paths)
}

// A lack is a word without an entry, with where it stands.
type lack struct {
	demarche.Gap
	count     int
	sentences []string
	entries   []string
}

// gapsOf is what came of one input.
type gapsOf struct {
	gaps []demarche.Gap
	err  error
}

func (g *gaps) run(ctx context.Context, paths []string) error {
	coder, err := g.open()
	if err != nil {
		return err
	}
	failed := g.report()
	found := map[string]*lack{}
	err = inOrder(ctx, g.inputsOf(paths), g.workers, func(ctx context.Context, in input) gapsOf {
		if in.err != nil {
			return gapsOf{err: in.err}
		}
		all, err := coder.Gaps(ctx, in.article)
		if err != nil {
			err = fmt.Errorf("%s: %w", in.where, err)
		}
		return gapsOf{all, err}
	}, func(x gapsOf) error {
		if x.err != nil {
			failed = errInputs
			fmt.Fprintln(g.writing.s.err, "demarche:", x.err)
		}
		for _, gap := range x.gaps {
			g.keep(found, gap)
		}
		return nil
	})
	if err != nil {
		return err
	}
	return errors.Join(g.print(found), failed)
}

// keep counts a gap.
func (g *gaps) keep(found map[string]*lack, gap demarche.Gap) {
	if gap.None != "" && !g.all {
		return
	}
	key := gap.POS + " " + gap.Word
	l := found[key]
	if l == nil {
		l = &lack{Gap: gap}
		found[key] = l
	}
	l.count++
	if len(l.sentences) < g.examples && !slices.Contains(l.sentences, gap.Sentence) {
		l.sentences = append(l.sentences, gap.Sentence)
	}
	for _, e := range gap.Entries {
		if !slices.Contains(l.entries, e) {
			l.entries = append(l.entries, e)
		}
	}
}

// print writes the table.
func (g *gaps) print(found map[string]*lack) error {
	var all []*lack
	for _, l := range found {
		all = append(all, l)
	}
	slices.SortFunc(all, func(a, b *lack) int {
		return cmp.Or(b.count-a.count, strings.Compare(a.Word, b.Word), strings.Compare(a.POS, b.POS))
	})
	if g.limit > 0 {
		all = all[:min(g.limit, len(all))]
	}
	var b strings.Builder
	b.WriteString("count\tpos\tword\tnone\tentries\tsentences\n")
	for _, l := range all {
		fmt.Fprintf(&b, "%d\t%s\t%s\t%s\t%s\t%s\n", l.count, l.POS, l.Word, l.None, strings.Join(l.entries, " "), strings.Join(l.sentences, "\t"))
	}
	_, err := fmt.Fprint(g.writing.s.out, b.String())
	return err
}

// inputsOf yields the articles of all inputs, and the sentences of the Groningen Meaning Bank.
func (g *gaps) inputsOf(paths []string) iter.Seq[input] {
	return func(yield func(input) bool) {
		if g.samples && !samples(yield) {
			return
		}
		for _, p := range paths {
			read := g.path
			if strings.HasSuffix(strings.TrimSuffix(p, ".gz"), ".tsv") {
				read = g.sentences
			}
			if !read(p, yield) {
				return
			}
		}
	}
}

// sentences yields the sentences of a file of the Groningen Meaning Bank as articles, and reports whether to go on.
func (g *gaps) sentences(path string, yield func(input) bool) bool {
	r, name, err := g.writing.s.open(path)
	if err != nil {
		return yield(input{err: err})
	}
	defer r.Close()
	all, err := score.ReadGMB(r)
	if err != nil {
		return yield(input{err: fmt.Errorf("%s: %w", name, err)})
	}
	for _, x := range all {
		if !yield(input{article: demarche.Article{SourceID: x.ID, Text: x.Text}, where: fmt.Sprintf("%s:%d", name, x.Line)}) {
			return false
		}
	}
	return true
}
