package main

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"example.org/demarche/internal/score"
	"example.org/demarche/record"
	"example.org/demarche/record/recordtest"
)

// corpora are news texts beside this repository: enough real sentences to meet trees that nobody would think of.
var corpora = []string{
	"../shared/data/polnear/train.jsonl.gz", "../shared/data/polnear/dev.jsonl.gz", "../shared/data/timex/wikiwars-train.jsonl.gz",
	"../shared/data/timex/timebank.jsonl.gz", "../shared/data/timex/aquaint.jsonl.gz", "../shared/data/geo/lgl.jsonl.gz",
	"../shared/data/gum-attribution/train.jsonl.gz",
}

const gmb = "../shared/data/gmb/train.tsv.gz"

// TestCorpora codes two million words of news: no text stops the program, and one record in twenty is looked at whole.
func TestCorpora(t *testing.T) {
	t.Chdir("../..")
	out := filepath.Join(t.TempDir(), "records.jsonl")
	code := func(t *testing.T, file string) {
		var errs bytes.Buffer
		args := []string{"code", "--id-field", "id", "--text-field", "text", "-o", out, file}
		if c := run(t.Context(), args, strings.NewReader(""), &errs, &errs); c != exitOK {
			t.Errorf("demarche %s: exit code %d: %s", strings.Join(args, " "), c, errs.String())
		}
		validate(t, out)
	}
	for _, file := range corpora {
		t.Run(filepath.Base(file), func(t *testing.T) {
			needs(t, file)
			code(t, file)
		})
	}
	t.Run("gmb", func(t *testing.T) {
		needs(t, gmb)
		code(t, gmbArticles(t))
	})
}

// validate holds every twentieth record of a file to the contract.
func validate(t *testing.T, path string) {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	for line := range bytes.Lines(b) {
		var r record.Record
		if n++; n%20 != 1 {
			continue
		}
		if err := json.Unmarshal(line, &r); err != nil {
			t.Fatalf("line %d: %v", n, err)
		}
		recordtest.Validate(t, r)
	}
}

// gmbArticles writes the sentences of gmb as JSON lines, fifty an article, and returns the file's path.
func gmbArticles(t *testing.T) string {
	t.Helper()
	sentences, err := parseGold(goldOf(t, gmb), score.ReadGMB)
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "gmb.jsonl")
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	out := json.NewEncoder(f)
	for article := range slices.Chunk(sentences, 50) {
		var text strings.Builder
		for _, s := range article {
			text.WriteString(s.Text + "\n")
		}
		if err := out.Encode(map[string]string{"id": article[0].ID, "text": text.String()}); err != nil {
			t.Fatal(err)
		}
	}
	return path
}
