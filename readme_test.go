package demarche_test

import (
	"os"
	"strings"
	"testing"
)

// TestReadmeExampleIsCompiled holds the Go code of README.md to the body of ExampleOpen, which is compiled and run.
func TestReadmeExampleIsCompiled(t *testing.T) {
	readme, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	source, err := os.ReadFile("example_test.go")
	if err != nil {
		t.Fatal(err)
	}
	_, rest, ok := strings.Cut(string(readme), "```go\n")
	code, _, ok2 := strings.Cut(rest, "```")
	if !ok || !ok2 {
		t.Fatal("README.md has no Go example")
	}
	for line := range strings.Lines(code) {
		if !strings.Contains(string(source), "\t"+line) {
			t.Errorf("README.md's line is not in ExampleOpen: %s", line)
		}
	}
}

// TestReadmeNamesTheTestCommand: what CI runs is what the README tells.
func TestReadmeNamesTheTestCommand(t *testing.T) {
	for _, file := range []string{"README.md", ".ci/run"} {
		b, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(string(b), "make test") {
			t.Errorf("%s does not call make test", file)
		}
	}
}
