package main

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"
)

func newLexiconNew(s *streams) *cobra.Command {
	n := drafting{writing: writing{s: s}}
	cmd := &cobra.Command{
		Use:   "new SENTENCE",
		Short: "Draft an entry from a sentence and the code that it is to give",
		Long: `new prints an entry for the word of the sentence that stands between two participants, with the slots in which the program finds them
and the sentence as its example. It is a draft: add synonyms, other slots, conditions, a counter-example; look whether actor and
recipient are who you mean. What does not yet work, and entries that have the headword already, are told on standard error.

Exit codes:
  0  the entry finds what its example says
  1  it does not, or some entry of the lexicon could not be read
  2  the command line is wrong, or the output could not be written`,
		Example: "  demarche lexicon new --code \"ASSAULT aerial\" \"Jets of Chad bombed Libya.\"\n  demarche lexicon new --code \"ACCUSE 112\" --word blame \"Kenya blamed Mali for the raid.\"",
		Args:    cobra.ExactArgs(1),
		RunE:    func(cmd *cobra.Command, args []string) error { return n.run(cmd.Context(), args[0]) },
	}
	n.add(cmd)
	cmd.Flags().StringVar(&n.code, "code", "", "`CODE` that the entry is to give, as a line \"code\" has it: \"ASSAULT aerial\", \"ACCUSE 112\"")
	cmd.Flags().StringVar(&n.word, "word", "", "`WORD` of the sentence to take as headword (default: the likeliest)")
	return cmd
}

// drafting is one run of the command.
type drafting struct {
	writing
	code, word string
}

func (n *drafting) run(ctx context.Context, sentence string) error {
	if strings.TrimSpace(n.code) == "" {
		return errors.New(`--code is missing: say what the entry is to give, as --code "ASSAULT aerial" or --code "ACCUSE 112"`)
	}
	if strings.ContainsAny(n.code+sentence, "\n|") || strings.Contains(sentence, " #") {
		return errors.New("code and sentence are one line each, without | and without # after a space, which end an example")
	}
	coder, err := n.open()
	if err != nil {
		return err
	}
	failed := n.report()
	d, err := coder.Lexicon().Draft(ctx, sentence, n.code, n.word)
	if err != nil {
		return err
	}
	if _, err := fmt.Fprint(n.s.out, d.Entry); err != nil {
		return err
	}
	if d.Rivals != nil {
		fmt.Fprintf(n.s.err, "demarche: the headword has entries already: %s; add to them, or tell them apart by conditions\n", strings.Join(d.Rivals, ", "))
	}
	if v := d.Verdict; !v.Right {
		failed = errInputs
		fmt.Fprintf(n.s.err, "demarche: the entry does not find what its example says: wanted %s, found %s; %s\n", v.Want, v.Found, strings.Join(v.Why, "; "))
	}
	return failed
}
