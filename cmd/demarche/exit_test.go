package main

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"example.org/demarche/record"
)

// TestExitCodes: 0 for all done, 1 where some input could not be read, 2 for a wrong command line or an output that fails.
func TestExitCodes(t *testing.T) {
	dir := t.TempDir()
	good := filepath.Join(dir, "good.txt")
	if err := os.WriteFile(good, []byte("Kenya condemned the coup in Mali.\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	missing := filepath.Join(dir, "missing.txt")
	for _, c := range []struct {
		args string
		want int
	}{
		{"version", exitOK},
		{"code " + good, exitOK},
		{"code " + missing + " " + good, exitInputs},
		{"show " + good, exitOK},
		{"show " + missing, exitInputs},
		{"quotes " + good, exitOK},
		{"quotes " + missing, exitInputs},
		{"quotes --stance sad " + good, exitUsage},
		{"parse " + good, exitOK},
		{"parse " + missing, exitInputs},
		{"relate " + missing, exitUsage},
		{"serve " + missing, exitInputs},
		{"serve --listen nowhere", exitUsage},
		{"lexicon check --lexicon " + missing, exitUsage},
		{"lexicon check kidnap --only nothing.txt", exitUsage},
		{"lexicon find condemn", exitOK},
		{"lexicon find xyzzy", exitInputs},
		{"lexicon new Rain.", exitUsage},
		{"lexicon gaps " + good, exitOK},
		{"lexicon gaps " + missing + " " + good, exitInputs},
		{"parse --gold-tokens " + missing, exitInputs},
		{"eval events " + missing, exitUsage},
		{"eval events --texts " + missing + " " + missing, exitUsage},
		{"eval relate " + missing, exitUsage},
		{"eval factuality " + missing, exitUsage},
		{"eval quiet " + missing, exitUsage},
		{"eval ud " + missing, exitUsage},
		{"eval names " + missing, exitUsage},
		{"eval attribution " + missing, exitUsage},
		{"eval statements " + missing + " " + missing, exitUsage},
		{"code", exitUsage},
		{"code --no-such-flag " + good, exitUsage},
		{"code --format xml " + good, exitUsage},
		{"code -o " + filepath.Join(dir, "no", "folder.jsonl") + " " + good, exitUsage},
		{"sing", exitUsage},
	} {
		var out, errs bytes.Buffer
		if got := run(t.Context(), strings.Fields(c.args), strings.NewReader(""), &out, &errs); got != c.want {
			t.Errorf("demarche %s: exit code %d, want %d\n%s", c.args, got, c.want, errs.String())
		}
	}
}

// TestInterruptLeavesWholeLines stops a run after some records; what was written ends with a whole line.
func TestInterruptLeavesWholeLines(t *testing.T) {
	var lines strings.Builder
	for range 200 {
		lines.WriteString(`{"text": "Kenya condemned the coup in Mali."}` + "\n")
	}
	ctx, cancel := context.WithCancel(t.Context())
	out := &stopAfter{n: 5, stop: cancel}
	var errs bytes.Buffer
	code := run(ctx, []string{"code", "--input", "jsonl", "-"}, strings.NewReader(lines.String()), out, &errs)
	written := out.String()
	if code != exitInputs || !strings.HasSuffix(written, "}\n") || strings.Count(written, "\n") < 5 || strings.Count(written, "\n") == 200 {
		t.Errorf("exit code %d, %d lines, errors %q", code, strings.Count(written, "\n"), errs.String())
	}
}

// stopAfter calls stop at the n-th write.
type stopAfter struct {
	bytes.Buffer
	n    int
	stop func()
}

func (s *stopAfter) Write(b []byte) (int, error) {
	if s.n--; s.n == 0 {
		s.stop()
	}
	return s.Buffer.Write(b)
}

// TestGuarded: a fault while one article is coded becomes that article's error, with the place in the program.
func TestGuarded(t *testing.T) {
	x := guarded("a.txt", func() (record.Record, error) {
		panic("a rule lost its way")
	})
	if x.err == nil || !strings.HasPrefix(x.err.Error(), "a.txt: a fault of the program") || !strings.Contains(x.err.Error(), "exit_test.go") {
		t.Errorf("error: %v", x.err)
	}
	if x := guarded("a.txt", func() (record.Record, error) { return record.Record{Schema: "s"}, nil }); x.err != nil || x.record.Schema != "s" {
		t.Errorf("without a fault: %+v", x)
	}
}
