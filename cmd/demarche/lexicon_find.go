package main

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"example.org/demarche"
)

func newLexiconFind(s *streams) *cobra.Command {
	w := writing{s: s}
	cmd := &cobra.Command{
		Use:   "find WORDS…",
		Short: "Print the entries of a word, and the classes that hold it",
		Long: `find prints, for each word in any of its forms, the entries that have it as headword or are triggered by it, with file and line;
then the classes of classes.txt that hold it, whether it is a light verb, and why it has no entry if none.txt says so. Write "hand_over" or
"hand over".

Exit codes:
  0  something was found for every word
  1  nothing was found for some word, or some entry could not be read
  2  the command line is wrong, or the output could not be written`,
		Example: "  demarche lexicon find bombing\n  demarche lexicon find --lexicon data/lexicon --alone hand_over talks",
		Args:    cobra.MinimumNArgs(1),
		RunE: func(_ *cobra.Command, words []string) error {
			coder, err := w.open()
			if err != nil {
				return err
			}
			failed := w.report()
			for _, word := range words {
				found := found(coder.Lexicon(), word)
				if found == "" {
					failed = errInputs
					found = fmt.Sprintf("%s: no entry and no class has it; data/lexicon/README.md tells how to write one\n", word)
				}
				if _, err := fmt.Fprint(s.out, found); err != nil {
					return err
				}
			}
			return failed
		},
	}
	w.add(cmd)
	return cmd
}

// found draws all that a lexicon has for a word.
func found(l demarche.Lexicon, word string) string {
	var b strings.Builder
	for _, e := range l.Entries() {
		if l.Has(e, word) {
			fmt.Fprintf(&b, "%s:%d\n%s\n", e.Path, e.Line, e.Text)
		}
	}
	for _, u := range l.Uses(word) {
		fmt.Fprintln(&b, strings.TrimSpace(word+" "+u.POS)+": "+u.Kind)
	}
	return b.String()
}
