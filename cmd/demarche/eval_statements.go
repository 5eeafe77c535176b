package main

import (
	"context"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"example.org/demarche/internal/score"
	"example.org/demarche/record"
)

func newEvalStatements(s *streams) *cobra.Command {
	e := measuring{s: s}
	cmd := &cobra.Command{
		Use:   "statements FOLDER ARTICLES…",
		Short: "Antecedents, quotation, stance, addressees and nesting of statements",
		Long: `statements reads what FOLDER (gold/statements) tells of attributions beside their spans, in addressees.tsv, antecedents.tsv,
quotes.tsv and nested.tsv, codes the articles that they speak of, and prints how far the two agree, over the attributions whose cue is found.
ARTICLES (also gzipped, - for standard input) are JSON lines in the form that eval attribution takes, or, for nested.tsv, the words of the
Groningen Meaning Bank in three columns. A table none of whose articles is given is not measured.` + evalExitHelp,
		Example: "  demarche eval statements gold/statements polnear-dev.jsonl.gz gmb.tsv.gz",
		Args:    cobra.MinimumNArgs(2),
		RunE: func(cmd *cobra.Command, args []string) error {
			report, err := e.statements(cmd.Context(), args[0], args[1:])
			if err != nil {
				return err
			}
			return e.print(report)
		},
	}
	e.add(cmd.Flags())
	return cmd
}

// statements codes articles anew and compares with the tables of a folder.
func (e *measuring) statements(ctx context.Context, folder string, files []string) (score.StatementReport, error) {
	gold, err := e.statementTables(folder)
	if err != nil {
		return score.StatementReport{}, err
	}
	var articles []score.Attributed
	var found []record.Record
	wanted := gold.Articles()
	for _, path := range files {
		file, some, err := e.articles(path)
		if err != nil {
			return score.StatementReport{}, err
		}
		some = slices.DeleteFunc(some, func(a score.Attributed) bool { return !wanted[a.ID] })
		records, err := e.code(ctx, articlesOf(file.name, some))
		if err != nil {
			return score.StatementReport{}, err
		}
		articles, found = append(articles, some...), append(found, records...)
	}
	if len(articles) == 0 {
		return score.StatementReport{}, fmt.Errorf("%s: none of its articles is in %s", folder, strings.Join(files, ", "))
	}
	report, err := score.CompareStatements(gold, articles, found)
	if err != nil {
		err = fmt.Errorf("%s: %w", folder, err)
	}
	return report, err
}

// articles reads the articles of a file, of either form.
func (e *measuring) articles(path string) (goldFile, []score.Attributed, error) {
	file, err := e.read(path)
	if err != nil {
		return file, nil, err
	}
	read := score.ReadAttributed
	if score.IsGMB(string(file.data)) {
		read = score.ReadGMB
	}
	articles, err := parseGold(file, read)
	return file, articles, err
}

// statementTables reads the four tables of a folder.
func (e *measuring) statementTables(folder string) (t score.StatementTables, err error) {
	if t.Addressees, err = readTable(e, folder, "addressees.tsv", score.ReadAddressees); err != nil {
		return t, err
	}
	if t.Antecedents, err = readTable(e, folder, "antecedents.tsv", score.ReadAntecedents); err != nil {
		return t, err
	}
	if t.Quotes, err = readTable(e, folder, "quotes.tsv", score.ReadQuotes); err != nil {
		return t, err
	}
	t.Nested, err = readTable(e, folder, "nested.tsv", score.ReadNested)
	return t, err
}

// readTable reads one table.
func readTable[T any](e *measuring, folder, name string, read func(io.Reader) ([]T, error)) ([]T, error) {
	file, err := e.read(filepath.Join(folder, name))
	if err != nil {
		return nil, err
	}
	return parseGold(file, read)
}
