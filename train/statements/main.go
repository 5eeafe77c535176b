// Command statements reads the passages of gold/attribution, sentences of our own with the attributions in them.
//
//	go run ./train/statements check [FILES…]    # what is wrong in them, else how many there are
//	go run ./train/statements write [FILES…]    # JSONL with offsets, for training and measuring; what is wrong is left out
//	go run ./train/statements features FILE FOLDER    # what the head of statements sees of the texts of a JSONL file
//
// Without files it reads gold/attribution/*.txt. gold/attribution/README.md tells the format.
package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
)

const usage = "usage: statements check|write [FILES…]"

func main() {
	if err := run(os.Args[1:], os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(args []string, out io.Writer) error {
	if len(args) == 3 && args[0] == "features" {
		return features(args[1], args[2])
	}
	if len(args) == 0 || args[0] != "check" && args[0] != "write" {
		return errors.New(usage)
	}
	files := args[1:]
	if len(files) == 0 {
		var err error
		if files, err = filepath.Glob("gold/attribution/*.txt"); err != nil {
			return err
		}
		if len(files) == 0 {
			return errors.New("statements: no files; name some, or run it at the root of the repository where gold/attribution/*.txt lie")
		}
	}
	passages, err := readAll(files)
	if args[0] == "write" {
		return errors.Join(err, write(out, passages))
	}
	if err != nil {
		return err
	}
	return count(out, passages)
}

// readAll reads passages from files. The error joins all that is wrong in them.
func readAll(files []string) ([]*passage, error) {
	var all []*passage
	var wrong []error
	for _, name := range files {
		f, err := os.Open(name)
		if err != nil {
			wrong = append(wrong, err)
			continue
		}
		passages, err := read(f, filepath.Base(name))
		f.Close()
		all = append(all, passages...)
		if err != nil {
			wrong = append(wrong, err)
		}
	}
	return all, errors.Join(wrong...)
}
