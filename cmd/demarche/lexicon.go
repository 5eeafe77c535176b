package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"example.org/demarche"
)

func newLexicon(s *streams) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "lexicon",
		Short: "Tools for those who write the lexicon, the words for deeds",
		Long: `lexicon runs the examples of entries, looks entries up, drafts new ones, and finds words that lack one. The format is told in
data/lexicon/README.md; every subcommand takes a lexicon from disk by --lexicon PATH.` + exitHelp,
		Example: "  demarche lexicon check --lexicon my.txt\n  demarche lexicon find bomb\n  demarche lexicon new --code \"ASSAULT aerial\" \"Jets of Chad bombed Libya.\"\n  demarche lexicon gaps news/",
		Args:    cobra.NoArgs, // an unknown subcommand
		RunE:    func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	cmd.AddCommand(newLexiconCheck(s), newLexiconFind(s), newLexiconNew(s), newLexiconGaps(s))
	return cmd
}

// writing are the flags that all tools for a lexicon share.
type writing struct {
	engine
	words
	s      *streams
	faults []error // of entries that could not be read, and were passed over
}

func (w *writing) add(cmd *cobra.Command) {
	w.engine.add(cmd.Flags())
	w.words.add(cmd.Flags())
}

// open opens a coder with the lexicon. Entries that cannot be read are passed over and kept in faults.
func (w *writing) open() (*demarche.Coder, error) {
	o := w.engine.options()
	if err := w.words.set(&o); err != nil {
		return nil, err
	}
	o.LexiconFault = func(err error) { w.faults = append(w.faults, err) }
	return demarche.Open(o)
}

// report tells of the entries that were passed over, and reports whether there are any.
func (w *writing) report() error {
	for _, err := range w.faults {
		fmt.Fprintln(w.s.err, "demarche:", err)
	}
	if w.faults != nil {
		return errInputs
	}
	return nil
}
