package demarche_test

import (
	"bytes"
	"context"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"sync"
	"testing"

	"example.org/demarche"
	"example.org/demarche/record"
	"example.org/demarche/record/recordtest"
)

var update = flag.Bool("update", false, "write the golden outputs anew")

// TestGolden holds the records of the samples to testdata/golden: what the program prints, not what is right (that is
// gold/). They leave out the coder and confidences. `go test . -update` writes them.
func TestGolden(t *testing.T) {
	c, samples := open(t)
	for _, a := range samples {
		t.Run(a.SourceID, func(t *testing.T) {
			r, err := c.Code(t.Context(), a)
			if err != nil {
				t.Fatal(err)
			}
			recordtest.Validate(t, r)
			compare(t, filepath.Join("testdata", "golden", a.SourceID+".json"), golden(t, r))
		})
	}
}

// golden is a record in many lines, without what changes with every change of data.
func golden(t *testing.T, r record.Record) []byte {
	t.Helper()
	r.Coder = record.Coder{}
	for i := range r.Events {
		r.Events[i].Confidence = 0
	}
	for i := range r.Attributions {
		r.Attributions[i].Confidence = 0
	}
	for i := range r.Places {
		r.Places[i].Confidence = 0
	}
	b, err := record.Marshal(r)
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	if err := json.Indent(&out, b, "", " "); err != nil {
		t.Fatal(err)
	}
	return append(out.Bytes(), '\n')
}

// compare compares with a file, or writes it.
func compare(t *testing.T, file string, got []byte) {
	t.Helper()
	if *update {
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, got, 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatalf("%v; write it with go test . -update", err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("the record differs from %s: look at it with demarche show --explain, then go test . -update", file)
	}
}

// TestSameTextSameRecord codes the samples many times at once and with both kernels: the bytes are the same.
func TestSameTextSameRecord(t *testing.T) {
	c, samples := open(t)
	portable, err := demarche.Open(demarche.Options{Kernel: "portable"})
	if err != nil {
		t.Fatal(err)
	}
	want := make([][]byte, len(samples))
	for i, a := range samples {
		want[i] = bytesOf(t, c, a)
	}
	var wg sync.WaitGroup
	for _, coder := range []*demarche.Coder{c, c, portable} {
		wg.Go(func() {
			last := len(samples) - 1
			if coder == portable { // some hundred times as slow
				last = 0
			}
			for i := last; i >= 0; i-- {
				if got := bytesOf(t, coder, samples[i]); !bytes.Equal(got, want[i]) {
					t.Errorf("%s: another record", samples[i].SourceID)
				}
			}
		})
	}
	wg.Wait()
}

func bytesOf(t *testing.T, c *demarche.Coder, a demarche.Article) []byte {
	r, err := c.Code(context.Background(), a)
	if err != nil {
		t.Error(err)
		return nil
	}
	b, err := record.Marshal(r)
	if err != nil {
		t.Error(err)
	}
	return b
}

// opened is one coder for all tests.
var opened = sync.OnceValues(func() (*demarche.Coder, error) { return demarche.Open(demarche.Options{}) })

func open(t testing.TB) (*demarche.Coder, []demarche.Article) {
	t.Helper()
	c, err := opened()
	if err != nil {
		t.Fatal(err)
	}
	samples, err := demarche.Samples()
	if err != nil {
		t.Fatal(err)
	}
	return c, samples
}
