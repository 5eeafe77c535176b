package actors_test

import (
	"os"
	"testing"

	"example.org/demarche/internal/actors"
)

func BenchmarkLoad(b *testing.B) {
	for b.Loop() {
		if _, err := actors.Load(os.DirFS(data)); err != nil {
			b.Fatal(err)
		}
	}
}
