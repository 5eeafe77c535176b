package main

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"path/filepath"
	"runtime"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"example.org/demarche"
)

func newLexiconCheck(s *streams) *cobra.Command {
	c := checking{writing: writing{s: s}}
	cmd := &cobra.Command{
		Use:   "check [WORDS…]",
		Short: "Run the examples and counter-examples of entries through the whole program",
		Long: `check codes every sentence of the lexicon, each as an article of its own. For each that is not as its entry says it prints file
and line, the sentence, what was wanted and what was found, and why: which entry was taken instead, which condition failed, whom
the words in the slots speak of. With headwords, or forms of them, it runs the entries of those; with --only those of some files.

An example is right if an event by its entry has the participants that it names and no others, and all that it asks for after the
second bar: CAMEO code, type, mode, status, contexts. A counter-example is right if there is no event by its entry. Entries that
cannot be read are reported and passed over.

Exit codes:
  0  all sentences are as their entries say
  1  some are not, or some entry could not be read; or the run was interrupted
  2  the command line is wrong, or the output could not be written`,
		Example: "  demarche lexicon check\n  demarche lexicon check --lexicon data/lexicon --alone --only assault.txt\n  demarche lexicon check --lexicon my.txt bomb shell",
		RunE:    func(cmd *cobra.Command, words []string) error { return c.run(cmd.Context(), words) },
	}
	c.add(cmd)
	cmd.Flags().StringSliceVar(&c.only, "only", nil, "`FILES` whose entries to run, parted by commas (default: all)")
	return cmd
}

// checking is one run of the command.
type checking struct {
	writing
	only  []string // base names
	words []string
}

func (c *checking) run(ctx context.Context, words []string) error {
	c.words = words
	coder, err := c.open()
	if err != nil {
		return err
	}
	l := coder.Lexicon()
	done, wrong := 0, 0
	err = inOrder(ctx, c.examples(l), runtime.GOMAXPROCS(0), func(ctx context.Context, e demarche.Example) checked {
		v, err := l.Check(ctx, e)
		return checked{v, err}
	}, func(x checked) error {
		if done++; x.err != nil || x.verdict.Right {
			return x.err
		}
		wrong++
		return c.print(x.verdict)
	})
	if err != nil {
		return err
	}
	return c.sum(done, wrong)
}

// sum prints how many examples are right, and tells by its error whether all is well.
func (c *checking) sum(done, wrong int) error {
	c.faults = slices.DeleteFunc(c.faults, c.isElsewhere)
	failed := c.report()
	if done == 0 && failed == nil {
		return fmt.Errorf("no entry is of %s; see demarche lexicon find --help", strings.Join(append(c.only, c.words...), ", "))
	}
	if _, err := fmt.Fprintf(c.s.out, "%d of %d examples are as they say\n", done-wrong, done); err != nil {
		return err
	}
	if wrong > 0 {
		return errInputs
	}
	return failed
}

// A checked example is what came of it.
type checked struct {
	verdict demarche.Verdict
	err     error
}

// examples yields the sentences that are asked for.
func (c *checking) examples(l demarche.Lexicon) iter.Seq[demarche.Example] {
	return func(yield func(demarche.Example) bool) {
		for _, e := range l.Entries() {
			if !c.wants(l, e) {
				continue
			}
			for _, x := range e.Examples() {
				if !yield(x) {
					return
				}
			}
		}
	}
}

// wants reports whether an entry is asked for.
func (c *checking) wants(l demarche.Lexicon, e demarche.Entry) bool {
	isWord := func(w string) bool { return l.Has(e, w) }
	return c.wantsFile(e.Path) && (len(c.words) == 0 || slices.ContainsFunc(c.words, isWord))
}

// wantsFile reports whether the entries of a file are asked for.
func (c *checking) wantsFile(name string) bool {
	return len(c.only) == 0 || slices.ContainsFunc(c.only, func(f string) bool { return filepath.Base(f) == filepath.Base(name) })
}

// isElsewhere reports whether what is wrong with an entry stands in a file that is not asked for.
func (c *checking) isElsewhere(err error) bool {
	var fault *demarche.LexiconError
	return errors.As(err, &fault) && !c.wantsFile(fault.File)
}

// print tells what is wrong with an example.
func (c *checking) print(v demarche.Verdict) error {
	var b strings.Builder
	sign := map[bool]string{false: "+", true: "-"}[v.Counter]
	fmt.Fprintf(&b, "%s:%d: %s %s\n", v.Entry.Path, v.Line, sign, v.Text)
	fmt.Fprintf(&b, "  wanted  %s\n  found   %s\n", v.Want, v.Found)
	for _, why := range v.Why {
		fmt.Fprintf(&b, "  because %s\n", why)
	}
	_, err := fmt.Fprintln(c.s.out, b.String())
	return err
}
