// Command choice reads the sentences of gold/choice, which are our own and labelled with the events in them.
//
//	go run ./train/choice check [FILES…]        # what is wrong in them, else how many there are
//	go run ./train/choice features FOLDER       # what the choice head sees of all of them, and of the lexicon's examples
//
// check without files reads gold/choice/*.txt; of files of data/lexicon it looks at the examples. Whatever it is asked about, it
// compares with everything there is: no two sentences share a run of six words, names masked. gold/choice/README.md tells the format.
package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"example.org/demarche/internal/ontology"
)

const usage = "usage: choice check [FILES…] | choice features FOLDER"

func main() {
	if err := run(os.Args[1:], os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(args []string, out io.Writer) error {
	switch {
	case len(args) == 2 && args[0] == "features":
		return features(args[1])
	case len(args) > 0 && args[0] == "check":
		return check(".", args[1:], out)
	}
	return errors.New(usage)
}

// check reports all that is wrong in some files, nil for all, each fault on a line of its own. root is the repository's folder.
func check(root string, files []string, out io.Writer) error {
	onto, err := ontology.Load(os.DirFS(filepath.Join(root, "data/ontology")))
	if err != nil {
		return err
	}
	ours, err := filepath.Glob(filepath.Join(root, "gold/choice/*.txt"))
	if err != nil {
		return err
	}
	lexicon, err := filepath.Glob(filepath.Join(root, "data/lexicon/*.txt"))
	if err != nil {
		return err
	}
	if len(lexicon) == 0 {
		return errors.New("choice: no data/lexicon/*.txt; run it at the root of the repository")
	}
	asked := map[string]bool{}
	for _, f := range files {
		asked[filepath.Clean(f)] = true
	}
	var sentences []*sentence
	var wrong []error
	for _, f := range lexicon {
		some, err := readFile(f, readExamples)
		if err != nil {
			return err
		}
		sentences = append(sentences, some...)
		delete(asked, f)
	}
	for f := range asked {
		if filepath.Dir(f) != filepath.Join(root, "gold/choice") {
			ours = append(ours, f)
		}
	}
	wanted := func(file string) bool {
		if len(files) == 0 {
			return !strings.HasPrefix(file, filepath.Join(root, "data"))
		}
		for _, f := range files {
			if filepath.Clean(f) == file {
				return true
			}
		}
		return false
	}
	for _, f := range ours {
		some, err := readFile(f, func(r io.Reader, file string) ([]*sentence, error) { return read(r, file, onto) })
		if err != nil && wanted(f) {
			wrong = append(wrong, err)
		}
		sentences = append(sentences, some...)
	}
	wrong = append(wrong, shared(sentences, wanted)...)
	if err := errors.Join(wrong...); err != nil {
		return err
	}
	return count(out, sentences, wanted)
}

// readFile reads the sentences of a file.
func readFile(name string, read func(io.Reader, string) ([]*sentence, error)) ([]*sentence, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return read(f, name)
}
