package main

import (
	"bytes"
	"compress/gzip"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestOpen: files and standard input are read, gzipped or not, whatever their names.
func TestOpen(t *testing.T) {
	const want = "Kenya condemned the coup."
	var zipped bytes.Buffer
	z := gzip.NewWriter(&zipped)
	_, _ = z.Write([]byte(want))
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	for _, content := range []string{want, zipped.String(), ""} {
		file := filepath.Join(t.TempDir(), "file")
		if err := os.WriteFile(file, []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
		for _, path := range []string{file, "-"} {
			r, _, err := (&streams{in: strings.NewReader(content)}).open(path)
			if err != nil {
				t.Fatal(err)
			}
			got, err := io.ReadAll(r)
			if err != nil || content != "" && string(got) != want || content == "" && len(got) > 0 {
				t.Errorf("%s: %q, error %v", path, got, err)
			}
			if err := r.Close(); err != nil {
				t.Error(err)
			}
		}
	}
	_, _, err := (&streams{in: strings.NewReader("\x1f\x8bno")}).open("-")
	if err == nil || !strings.HasPrefix(err.Error(), "stdin: its gzip stream is damaged") {
		t.Errorf("error %v", err)
	}
}
