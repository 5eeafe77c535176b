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
	"example.org/demarche/internal/attribution/linker"
	"example.org/demarche/internal/encoder"
	"example.org/demarche/internal/pipeline"
	"example.org/demarche/internal/syntax"
	"example.org/demarche/internal/text"
)

// features writes what the network that links words to cues sees of the texts of a file (lines of JSON with id and text)
// into a folder:
//
//	sentences.jsonl  by document its sentences: words as [start, end) in code points, heads, UPOS, relations
//	vectors.f32      a vector for each word
//	words.u8         the features of each word, and dependents.u32 the set of its dependents
//	pairs.u8         for each sentence the features of each pair of its words, cue by cue
//	sizes.json       how many values each feature has
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
	for sc.Scan() {
		var doc struct{ ID, Text string }
		if err := json.Unmarshal(sc.Bytes(), &doc); err != nil {
			return fmt.Errorf("%s: %w", file, err)
		}
		if err := d.document(doc.ID, doc.Text); err != nil {
			return err
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

// A dump writes the files of features.
type dump struct {
	pipeline                                     *pipeline.Pipeline
	encoder                                      *encoder.Encoder
	scratch                                      *encoder.Scratch
	files                                        []*os.File
	sentences, vectors, words, dependents, pairs *bufio.Writer
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
	d := &dump{pipeline: p, encoder: e, scratch: e.NewScratch()}
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return nil, err
	}
	for name, w := range map[string]**bufio.Writer{
		"sentences.jsonl": &d.sentences, "vectors.f32": &d.vectors, "words.u8": &d.words, "dependents.u32": &d.dependents, "pairs.u8": &d.pairs,
	} {
		f, err := os.Create(filepath.Join(folder, name))
		if err != nil {
			return nil, err
		}
		d.files, *w = append(d.files, f), bufio.NewWriter(f)
	}
	sizes, err := json.Marshal(map[string]any{
		"width": e.Width(), "words": linker.WordFeatures, "pairs": linker.PairFeatures, "dependents": linker.Dependents,
	})
	if err != nil {
		return nil, err
	}
	return d, os.WriteFile(filepath.Join(folder, "sizes.json"), sizes, 0o644)
}

func (d *dump) close() error {
	var wrong []error
	for _, w := range []*bufio.Writer{d.sentences, d.vectors, d.words, d.dependents, d.pairs} {
		wrong = append(wrong, w.Flush())
	}
	for _, f := range d.files {
		wrong = append(wrong, f.Close())
	}
	return errors.Join(wrong...)
}

// A dumpedSentence is a sentence of sentences.jsonl.
type dumpedSentence struct {
	Words [][2]int `json:"words"`
	Heads []int32  `json:"heads"`
	UPOS  []string `json:"upos"`
	Rels  []string `json:"rels"`
}

func (d *dump) document(id, s string) error {
	an, err := d.pipeline.Analyse(context.Background(), s, nil)
	if err != nil {
		return err
	}
	points := text.NewCodePoints(s)
	var sentences []dumpedSentence
	for _, t := range an.Trees {
		one := dumpedSentence{Heads: t.Heads, UPOS: t.UPOS, Rels: t.Rels}
		for i := range t.Tokens {
			one.Words = append(one.Words, [2]int{points.Of(t.Tokens[i].Span.Start), points.Of(t.Tokens[i].Span.End)})
		}
		sentences = append(sentences, one)
		if err := d.sentence(t); err != nil {
			return err
		}
	}
	line, err := json.Marshal(map[string]any{"id": id, "sentences": sentences})
	if err != nil {
		return err
	}
	_, err = d.sentences.Write(append(line, '\n'))
	return err
}

// sentence writes what belongs to one sentence; words that the encoder did not reach have a vector of zeros.
func (d *dump) sentence(t *syntax.Tree) error {
	forms := make([]string, t.Len())
	for i := range forms {
		forms[i] = t.Form(i)
	}
	d.encoder.Add(d.scratch, forms)
	v := d.encoder.Encode(d.scratch)
	rows := make([]float32, t.Len()*d.encoder.Width())
	copy(rows, v.Rows)
	words, dependents, pairs := linker.Features(t)
	_, err := d.words.Write(words)
	_, err2 := d.pairs.Write(pairs)
	return errors.Join(err, err2,
		binary.Write(d.vectors, binary.LittleEndian, rows), binary.Write(d.dependents, binary.LittleEndian, dependents))
}
