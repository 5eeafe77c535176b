package main

import (
	"os"
	"strings"
	"testing"
)

// TestReadme holds the dossier that the README shows to what the program prints: its lines, but for those of an omission, stand there in this order.
func TestReadme(t *testing.T) {
	readme, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	const command = "    $ ./demarche show --samples\n"
	_, block, found := strings.Cut(string(readme), command)
	if !found {
		t.Fatalf("README.md lacks %q", command)
	}
	rest := printed(t, "show --samples")
	shown := 0
	for line := range strings.Lines(block) {
		if strings.HasPrefix(line, "#") {
			break // the next heading
		}
		line = strings.TrimRight(strings.TrimPrefix(line, "    "), "\n")
		if line == "" || strings.TrimSpace(line) == "[…]" {
			continue
		}
		_, after, ok := strings.Cut(rest, line+"\n")
		if !ok {
			t.Fatalf("README.md shows a line that is not printed, or not here:\n%s", line)
		}
		rest, shown = after, shown+1
	}
	if shown < 20 {
		t.Fatalf("%d lines", shown)
	}
}
