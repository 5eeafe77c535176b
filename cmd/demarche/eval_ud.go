package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"
	"runtime"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"example.org/demarche"
	"example.org/demarche/internal/score"
)

func newEvalUD(s *streams) *cobra.Command {
	e := measuring{s: s}
	cmd := &cobra.Command{
		Use:   "ud GOLD.conllu",
		Short: "Tokens, tags, lemmas and trees against a treebank of Universal Dependencies",
		Long: `ud analyses the raw text of a treebank (CoNLL-U, also gzipped, - for standard input) and prints precision, recall and F1 of
sentences, words, tags, features, lemmas and trees, as the CoNLL 2018 shared task defines them; LASsub is LAS with subtypes.
The raw text of a document is the "# text" of its sentences joined by one space, its paragraphs parted by an empty line.` + evalExitHelp,
		Example: "  demarche eval ud en_ewt-dev.conllu.gz\n  demarche eval ud --gold-tokens --json en_ewt-dev.conllu.gz",
		Args:    cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			gold, err := e.read(args[0])
			if err != nil {
				return err
			}
			report, err := e.trees(cmd.Context(), gold)
			if err != nil {
				return err
			}
			return e.print(report)
		},
	}
	cmd.Flags().BoolVar(&e.tokens, "gold-tokens", false, "analyse the sentences and words of GOLD instead of its raw text")
	e.add(cmd.Flags())
	return cmd
}

// measuring is one run of an eval on a file.
type measuring struct {
	engine
	s      *streams
	tokens bool // sentences and words are gold's
	json   bool
}

// add declares the flags that such commands share.
func (e *measuring) add(f *pflag.FlagSet) {
	f.BoolVar(&e.json, "json", false, "print JSON")
	e.engine.add(f)
}

// A goldFile is a file of annotations, read whole.
type goldFile struct {
	name string
	data []byte // gzip undone
}

// read reads a file.
func (e *measuring) read(path string) (goldFile, error) {
	r, name, err := e.s.open(path)
	if err != nil {
		return goldFile{}, err
	}
	defer r.Close()
	data, err := io.ReadAll(r)
	if err != nil {
		return goldFile{}, fmt.Errorf("%s: cannot be read: %w", name, reason(err))
	}
	return goldFile{name, data}, nil
}

// parseGold reads the content of a file; an error names it.
func parseGold[T any](g goldFile, read func(io.Reader) (T, error)) (T, error) {
	t, err := read(bytes.NewReader(g.data))
	if err != nil {
		err = fmt.Errorf("%s: %w", g.name, err)
	}
	return t, err
}

// readGoldTrees reads a treebank all of which can be compared.
func readGoldTrees(r io.Reader) (*score.Treebank, error) {
	t, err := score.ReadTreebank(r)
	if err == nil {
		err = t.Fault()
	}
	return t, err
}

// trees analyses a treebank anew and compares.
func (e *measuring) trees(ctx context.Context, file goldFile) (score.TreeReport, error) {
	gold, err := parseGold(file, readGoldTrees)
	if err != nil {
		return score.TreeReport{}, err
	}
	analysed, err := e.analyse(ctx, file, gold)
	if err != nil {
		return score.TreeReport{}, err
	}
	return compareTrees(gold, analysed)
}

// analyse returns what parse prints for the words or for the raw texts of a treebank.
func (e *measuring) analyse(ctx context.Context, file goldFile, gold *score.Treebank) ([]byte, error) {
	coder, err := demarche.Open(e.engine.options())
	if err != nil {
		return nil, err
	}
	if e.tokens {
		return analysis(ctx, tokenSketches(bytes.NewReader(file.data), file.name, coder.WriteTokens))
	}
	return analysis(ctx, textSketches(coder, gold.Texts))
}

// compareTrees compares gold with what parse printed.
func compareTrees(gold *score.Treebank, analysed []byte) (score.TreeReport, error) {
	found, err := score.ReadTreebank(bytes.NewReader(analysed))
	if err != nil {
		return score.TreeReport{}, err
	}
	return score.Trees(gold, found), nil
}

// textSketches yields the raw texts of gold's documents; those that have none are missing in what is found.
func textSketches(coder *demarche.Coder, texts iter.Seq2[string, string]) iter.Seq[sketch] {
	return func(yield func(sketch) bool) {
		for id, text := range texts {
			a := demarche.Article{SourceID: id, Text: text}
			draw := func(ctx context.Context, w io.Writer) error { return coder.WriteCoNLLU(ctx, w, a) }
			if text != "" && !yield(sketch{where: id, draw: draw}) {
				return
			}
		}
	}
}

// analysis is what parse prints for the documents, in their order.
func analysis(ctx context.Context, documents iter.Seq[sketch]) ([]byte, error) {
	var b bytes.Buffer
	err := inOrder(ctx, documents, runtime.GOMAXPROCS(0), drawn, func(d drawing) error {
		b.Write(d.text)
		return d.err
	})
	if err == nil && b.Len() == 0 {
		err = errors.New("there is no text in the gold")
	}
	return b.Bytes(), err
}

// A report can be printed as a table, or as JSON.
type report interface{ Write(io.Writer) error }

// print prints a report.
func (e *measuring) print(r report) error {
	if !e.json {
		return r.Write(e.s.out)
	}
	enc := json.NewEncoder(e.s.out)
	enc.SetIndent("", " ")
	return enc.Encode(r)
}
