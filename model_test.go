package demarche_test

import (
	"crypto/sha256"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"example.org/demarche"
	"example.org/demarche/internal/encoder/modeltest"
)

// TestModelNamesItself: records made with other models name their file and the knowledge in the program, both.
func TestModelNamesItself(t *testing.T) {
	for seed := range uint64(2) {
		model, file := modeltest.Bundle(seed).String(), filepath.Join(t.TempDir(), "model.dmm")
		if err := os.WriteFile(file, []byte(model), 0o644); err != nil {
			t.Fatal(err)
		}
		c, err := demarche.Open(demarche.Options{Model: file})
		if err != nil {
			t.Fatal(err)
		}
		r, err := c.Code(t.Context(), demarche.Article{Text: "The minister met the king in Oslo."})
		if err != nil {
			t.Fatal(err)
		}
		of := sha256.Sum256([]byte(model))
		both := sha256.Sum256(fmt.Appendf(nil, "%s\n%x\n", demarche.DataHash, of))
		if want := fmt.Sprintf("%x", both); string(r.Coder.Data) != want {
			t.Errorf("model %d: data %s, want %s", seed, r.Coder.Data, want)
		}
	}
}
