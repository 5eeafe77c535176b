// Command roles writes what the head of roles sees of sentences whose words and predicates are given, for its training.
//
//	go run ./train/roles FILE FOLDER
//
// FILE has a sentence a line, as JSON (also gzipped): tokens, and predicates with the number of their token. FOLDER gets
//
//	sentences.jsonl  by sentence how many words it has, and its predicates in the order of FILE: token, lemma, part of speech, features, sets of
//	                 relations, candidates, features of each; lists of small numbers in base64, as encoding/json writes bytes
//	vectors.f32      a vector for each word; zeros where the encoder did not reach it
//	sizes.json       how many values each feature has
package main

import (
	"bufio"
	"compress/gzip"
	"context"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"example.org/demarche/data"
	"example.org/demarche/internal/encoder"
	"example.org/demarche/internal/pipeline"
	"example.org/demarche/internal/syntax/roles"
	"example.org/demarche/internal/text"
)

func main() {
	if len(os.Args) != 3 {
		fmt.Fprintln(os.Stderr, "usage: roles FILE FOLDER")
		os.Exit(2)
	}
	if err := features(os.Args[1], os.Args[2]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// A given is a sentence of the file.
type given struct {
	Tokens     []string
	Predicates []struct{ Token int }
}

// A seen is a sentence of sentences.jsonl.
type seen struct {
	Words      int         `json:"words"`
	Predicates []predicate `json:"predicates"`
}

type predicate struct {
	Token      int       `json:"token"`
	Lemma      string    `json:"lemma"`
	Part       string    `json:"part"`
	Features   []byte    `json:"features"`
	Sets       [2]uint32 `json:"sets"`
	Candidates []int     `json:"candidates"`
	Pairs      []byte    `json:"pairs"`
}

func features(file, folder string) error {
	in, err := open(file)
	if err != nil {
		return err
	}
	defer in.Close()
	d, err := newDump(folder)
	if err != nil {
		return err
	}
	sc := bufio.NewScanner(in)
	sc.Buffer(nil, 1<<26)
	for line := 1; sc.Scan(); line++ {
		var s given
		err := json.Unmarshal(sc.Bytes(), &s)
		if err == nil {
			err = d.sentence(s)
		}
		if err != nil {
			return fmt.Errorf("%s: line %d: %w", file, line, err)
		}
	}
	return errors.Join(sc.Err(), d.close())
}

// open opens a file, unpacked if its name ends in .gz.
func open(file string) (io.ReadCloser, error) {
	f, err := os.Open(file)
	if err != nil || !strings.HasSuffix(file, ".gz") {
		return f, err
	}
	return gzip.NewReader(f)
}

// A dump writes the files of a folder.
type dump struct {
	pipeline           *pipeline.Pipeline
	encoder            *encoder.Encoder
	scratch            *encoder.Scratch
	files              [2]*os.File
	sentences, vectors *bufio.Writer
}

func newDump(folder string) (*dump, error) {
	parts := encoder.Parts{Encoder: data.Encoder, Tagger: data.Tagger, Parser: data.Parser, Names: data.Names, Mentions: data.Mentions}
	p, err := pipeline.New(pipeline.Knowledge{Data: data.Text, Parts: parts, Boundaries: data.Boundaries})
	if err != nil {
		return nil, err
	}
	e, err := encoder.Open(data.Encoder, "auto")
	if err != nil {
		return nil, err
	}
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return nil, err
	}
	sizes, err := json.Marshal(map[string]any{
		"width": e.Width(), "pairs": roles.PairFeatures, "predicates": roles.PredicateFeatures, "below": roles.Below, "roles": roles.Names,
	})
	if err != nil {
		return nil, err
	}
	if err := os.WriteFile(filepath.Join(folder, "sizes.json"), sizes, 0o644); err != nil {
		return nil, err
	}
	d := &dump{pipeline: p, encoder: e, scratch: e.NewScratch()}
	for i, name := range []string{"sentences.jsonl", "vectors.f32"} {
		if d.files[i], err = os.Create(filepath.Join(folder, name)); err != nil {
			return nil, err
		}
	}
	d.sentences, d.vectors = bufio.NewWriter(d.files[0]), bufio.NewWriter(d.files[1])
	return d, nil
}

func (d *dump) close() error {
	return errors.Join(d.sentences.Flush(), d.vectors.Flush(), d.files[0].Close(), d.files[1].Close())
}

// sentence analyses a sentence and writes what belongs to it.
func (d *dump) sentence(s given) error {
	an, err := d.pipeline.AnalyseTokens(context.Background(), text.OneSentence(s.Tokens), nil)
	if err != nil {
		return err
	}
	t, out := an.Trees[0], seen{Words: len(s.Tokens), Predicates: []predicate{}}
	var words []int
	for _, p := range s.Predicates {
		if p.Token < 0 || p.Token >= t.Len() {
			return fmt.Errorf("there is no token %d", p.Token)
		}
		words = append(words, p.Token)
	}
	for i, x := range roles.SightsOf(t, words) {
		out.Predicates = append(out.Predicates, predicate{words[i], t.Lemmas[words[i]], x.Part, x.Features, x.Sets, x.Candidates, x.Pairs})
	}
	d.encoder.Add(d.scratch, s.Tokens)
	v := d.encoder.Encode(d.scratch)
	rows := make([]float32, len(s.Tokens)*d.encoder.Width())
	copy(rows, v.Rows)
	line, err := json.Marshal(out)
	if err != nil {
		return err
	}
	_, err = d.sentences.Write(append(line, '\n'))
	return errors.Join(err, binary.Write(d.vectors, binary.LittleEndian, rows))
}
