package main

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"encoding/json"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

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
	f, err := os.Open(gmb)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	zr, err := gzip.NewReader(f)
	if err != nil {
		t.Fatal(err)
	}
	var all, article strings.Builder
	sentences := 0
	flush := func() {
		if article.Len() > 0 {
			line, err := json.Marshal(map[string]string{"id": strconv.Itoa(sentences), "text": strings.ToValidUTF8(article.String(), "?")})
			if err != nil {
				t.Fatal(err)
			}
			all.Write(append(line, '\n'))
			article.Reset()
		}
	}
	for sc := bufio.NewScanner(zr); sc.Scan(); {
		word, _, ok := strings.Cut(sc.Text(), "\t")
		switch {
		case ok:
			article.WriteString(word + " ")
		default:
			article.WriteByte('\n')
			if sentences++; sentences%50 == 0 {
				flush()
			}
		}
	}
	flush()
	path := filepath.Join(t.TempDir(), "gmb.jsonl")
	if err := os.WriteFile(path, []byte(all.String()), 0o644); err != nil {
		t.Fatal(err)
	}
	return path
}
