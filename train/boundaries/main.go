// Command boundaries trains the model of sentence ends in running text, internal/segment's Boundaries: from treebanks'
// raw text, whose features the segmenter itself computes, to data/models/boundaries.bin. It takes seconds.
//
//	go run ./train/boundaries [-data ../shared/data/ud] [-held] [-o data/models/boundaries.bin]
//
// It learns from EWT train and the free genres of GUM train (see the card). With -held it leaves every eighth document
// out and prints the F1 of sentences on those, by the rules alone and with the model, instead of writing a file.
package main

import (
	"flag"
	"fmt"
	"log"
	"math/rand/v2"
	"os"
	"path/filepath"

	"example.org/demarche/internal/segment"
)

func main() {
	log.SetFlags(0)
	from := flag.String("data", "../shared/data/ud", "folder of the treebanks")
	held := flag.Bool("held", false, "measure on documents left out; write nothing")
	out := flag.String("o", "data/models/boundaries.bin", "file to write")
	flag.Parse()
	if err := run(*from, *out, *held); err != nil {
		log.Fatal("boundaries: ", err)
	}
}

func run(from, out string, held bool) error {
	train, left, err := load(from, held)
	if err != nil {
		return err
	}
	samples := gather(train)
	fmt.Printf("%d documents, %d candidates\n", len(train), len(samples))
	file := learn(samples, rand.New(rand.NewPCG(1, 1)))
	if !held {
		return os.WriteFile(out, file, 0o644)
	}
	m, err := segment.OpenBoundaries(string(file))
	if err != nil {
		return err
	}
	for _, set := range []string{"ewt", "gum"} {
		fmt.Printf("%s: sentence F1 %.2f by rules, %.2f with the model\n", set, f1(left[set], nil), f1(left[set], m))
	}
	return nil
}

// load reads the documents to train on and, by treebank, those left out.
func load(from string, held bool) (train []document, left map[string][]document, err error) {
	left = map[string][]document{}
	for _, set := range []string{"ewt", "gum"} {
		docs, err := read(filepath.Join(from, "en_"+set+"-train.conllu.gz"), set == "gum")
		if err != nil {
			return nil, nil, err
		}
		for i, d := range docs {
			if held && i%8 == 3 {
				left[set] = append(left[set], d)
			} else {
				train = append(train, d)
			}
		}
	}
	return train, left, nil
}
