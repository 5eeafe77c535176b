package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"example.org/demarche"
	"example.org/demarche/internal/score"
	"example.org/demarche/record"
)

func newEval(s *streams) *cobra.Command {
	cmd := &cobra.Command{
		Use:     "eval",
		Short:   "Compare what the program finds with what annotators wrote",
		Long:    "eval runs the program on annotated articles and prints how far it agrees with them." + evalExitHelp,
		Example: "  demarche eval events gold/\n  demarche eval ud treebank.conllu.gz\n  demarche eval names names.iob2\n  demarche eval attribution marked.jsonl.gz",
		Args:    cobra.NoArgs, // an unknown subcommand
		RunE:    func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	cmd.AddCommand(newEvalEvents(s), newEvalUD(s), newEvalNames(s), newEvalAttribution(s), newEvalStatements(s), newEvalRoles(s))
	cmd.AddCommand(newEvalRelate(s), newEvalFactuality(s), newEvalQuiet(s))
	return cmd
}

// evalExitHelp tells that figures are for all of the gold or not at all.
const evalExitHelp = `

Exit codes:
  0  all of the gold was compared
  1  the run was interrupted
  2  the command line is wrong, gold could not be read, or the output could not be written; no figures are printed`

func newEvalEvents(s *streams) *cobra.Command {
	e := passages{measuring: measuring{s: s}}
	cmd := &cobra.Command{
		Use:   "events PATHS… | PASSAGES.jsonl --texts FILE…",
		Short: "Precision and recall of events by type, and of attributions",
		Long: `events reads gold records (*.json, one record a file; folders are walked), codes the text of each with its day of
publication, and prints precision, recall and F1 of events by type, of attributions, and how often the fields agree.

With --texts it reads passages whose events were written down as ids, offsets and codes (gold/passages; also gzipped), cuts each out of the
article that FILE has (JSON lines with id, text and date, or the words of the Groningen Meaning Bank in three columns), codes it
alone, and prints F1 of type, of type and actor, and of type, actor and recipient, how often code and status of the matched events are right,
and how far confidences can be trusted. --list tells nothing of passages that are marked as unseen.` + evalExitHelp,
		Example: "  demarche eval events gold/\n  demarche eval events gold/passages/passages.jsonl --list --texts gmb.tsv.gz --texts polnear.jsonl.gz --texts lgl.jsonl.gz",
		Args:    cobra.MinimumNArgs(1),
		RunE: func(cmd *cobra.Command, paths []string) error {
			if e.texts == nil {
				return e.records(cmd.Context(), paths)
			}
			if len(paths) != 1 {
				return errors.New("--texts goes with one file of passages")
			}
			report, err := e.report(cmd.Context(), paths[0])
			if err != nil {
				return err
			}
			return e.print(report)
		},
	}
	cmd.Flags().StringArrayVar(&e.texts, "texts", nil, "`FILE` with texts that passages are cut from; may be given several times")
	cmd.Flags().BoolVar(&e.odd, "odd", false, "only passages with an odd number (with --texts)")
	cmd.Flags().BoolVar(&e.even, "even", false, "only passages with an even number (with --texts)")
	cmd.Flags().BoolVar(&e.list, "list", false, "list what is missed, false or wrong (with --texts), never in unseen passages")
	cmd.MarkFlagsMutuallyExclusive("odd", "even")
	e.add(cmd.Flags())
	return cmd
}

// records codes the articles of gold records anew and compares.
func (p *passages) records(ctx context.Context, paths []string) error {
	if p.odd || p.even || p.list || p.json {
		return errors.New("--odd, --even, --list and --json go with passages: name the files of their texts with --texts")
	}
	gold, err := goldRecords(paths)
	if err != nil {
		return err
	}
	coder, err := demarche.Open(p.options())
	if err != nil {
		return err
	}
	found, err := recode(ctx, coder, gold)
	if err != nil {
		return err
	}
	return score.Events(gold, found).Write(p.s.out)
}

// recode codes the articles of records anew.
func recode(ctx context.Context, coder *demarche.Coder, gold []record.Record) ([]record.Record, error) {
	found := make([]record.Record, len(gold))
	for i := range gold {
		a := &gold[i].Article
		var err error
		found[i], err = coder.Code(ctx, demarche.Article{Text: a.Text, Published: string(a.Published), URL: string(a.URL), Title: string(a.Title)})
		if err != nil {
			return nil, fmt.Errorf("gold record of article %s: %w", a.ID, err)
		}
	}
	return found, nil
}

// goldRecords reads the records of files and folders, in order of name.
func goldRecords(paths []string) ([]record.Record, error) {
	var all []record.Record
	for _, p := range paths {
		for name, err := range files(p) {
			if err != nil {
				return nil, err
			}
			if filepath.Ext(name) != ".json" {
				continue
			}
			if all, err = appendRecords(all, name); err != nil {
				return nil, err
			}
		}
	}
	if all == nil {
		return nil, errors.New("no gold records (*.json) in " + strings.Join(paths, ", "))
	}
	return all, nil
}

// appendRecords adds the records of one file.
func appendRecords(all []record.Record, name string) ([]record.Record, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, unreadable(name, err)
	}
	defer f.Close()
	for r, err := range record.Read(f) {
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		all = append(all, r)
	}
	return all, nil
}
