// Command demarche codes news: who did what to whom, when, where, and according to whom.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"syscall"

	"github.com/spf13/cobra"
)

// Exit codes, told in the help of every command.
const (
	exitOK     = 0
	exitInputs = 1 // some input could not be read or coded; all else was
	exitUsage  = 2 // the command line is wrong, or an output cannot be written
)

const exitHelp = `

Exit codes:
  0  all inputs were read and done
  1  some input could not be read, everything else was done, and the errors name file and line; or the run was interrupted
  2  the command line is wrong, or the output could not be written`

func main() {
	os.Exit(run(interruptible(), os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}

// interruptible is a context that Ctrl-C and SIGTERM end; a second one ends what does not end by itself.
func interruptible() context.Context {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	context.AfterFunc(ctx, stop)
	return ctx
}

// streams are where a command reads and writes.
type streams struct {
	in       io.Reader
	out, err io.Writer
}

// errInputs says that some inputs failed; each was reported where it happened.
var errInputs = errors.New("some inputs could not be read")

// run runs one command line and returns the exit code.
func run(ctx context.Context, args []string, in io.Reader, out, errw io.Writer) int {
	root := newRoot(&streams{in, out, errw})
	root.SetArgs(args)
	err := root.ExecuteContext(ctx)
	switch {
	case err == nil:
		return exitOK
	case errors.Is(err, errInputs):
		return exitInputs
	case errors.Is(err, context.Canceled):
		fmt.Fprintln(errw, "demarche: interrupted; what was written is whole")
		return exitInputs
	}
	fmt.Fprintln(errw, "demarche:", err)
	return exitUsage
}

func newRoot(s *streams) *cobra.Command {
	root := &cobra.Command{
		Use:   "demarche",
		Short: "Who did what to whom, when, where, and according to whom",
		Long: `demarche reads news and writes down who did what to whom, when, where, and according to whom.
A claim stays a claim, with its speaker and words; for every code it shows the words and the rule that made it.`,
		Example:       "  demarche show --samples\n  demarche code --published 2011-07-19 article.txt > article.jsonl",
		SilenceUsage:  true,
		SilenceErrors: true,
	}
	root.SetFlagErrorFunc(func(cmd *cobra.Command, err error) error {
		return fmt.Errorf("%w; see %s --help", err, cmd.CommandPath())
	})
	root.SetIn(s.in)
	root.SetOut(s.out)
	root.SetErr(s.err)
	root.CompletionOptions.HiddenDefaultCmd = true
	root.AddCommand(newCode(s), newShow(s), newQuotes(s), newParse(s), newRelate(s), newServe(s), newLexicon(s), newEval(s), newCodebook(s), newVersion(s))
	return root
}
