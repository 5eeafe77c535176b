package main

import (
	"io"
	"strings"

	"example.org/demarche/internal/lexicon"
)

// readExamples reads the sentences of a file of the lexicon, examples and counter-examples.
func readExamples(r io.Reader, file string) ([]*sentence, error) {
	blocks, err := lexicon.ReadBlocks(r, file)
	if err != nil {
		return nil, err
	}
	var all []*sentence
	for _, b := range blocks {
		for _, l := range b.Lines {
			if l.Key == "+" || l.Key == "-" {
				text, _, _ := strings.Cut(l.Value, "|")
				all = append(all, &sentence{file: file, line: l.Number, text: strings.TrimSpace(text)})
			}
		}
	}
	return all, nil
}
