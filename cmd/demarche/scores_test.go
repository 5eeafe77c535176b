package main

import (
	"bytes"
	"context"
	"flag"
	"os"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write gold/scores.txt anew")

// TestScores holds gold/scores.txt to what `demarche eval events gold/` prints: a change that moves the figures shows it in its
// own diff. `go test ./cmd/demarche -run Scores -update` writes it.
func TestScores(t *testing.T) {
	const file = "../../gold/scores.txt"
	var out, errs bytes.Buffer
	if code := run(context.Background(), []string{"eval", "events", "../../gold"}, strings.NewReader(""), &out, &errs); code != exitOK {
		t.Fatalf("exit code %d: %s", code, errs.String())
	}
	if *update {
		if err := os.WriteFile(file, out.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(out.Bytes(), want) {
		t.Errorf("the figures have moved; they are now:\n%s\nlook at why, then go test ./cmd/demarche -run Scores -update", out.String())
	}
}
