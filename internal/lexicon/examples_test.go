package lexicon_test

import (
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"

	"example.org/demarche"
)

// TestExamples runs every example of the lexicon through the whole program, as `demarche lexicon check` does. What is not as its
// entry says stands in testdata/missed.txt, one a line with what was found, and nowhere else; -update rewrites it. It measures more
// than the lexicon, and moves when names, actors or the coder do.
func TestExamples(t *testing.T) {
	if testing.Short() {
		t.Skip("codes all sentences of the lexicon")
	}
	c, err := demarche.Open(demarche.Options{})
	if err != nil {
		t.Fatal(err)
	}
	l := c.Lexicon()
	var b strings.Builder
	right, all := 0, 0
	for _, entry := range l.Entries() {
		for _, e := range entry.Examples() {
			v, err := l.Check(t.Context(), e)
			if err != nil {
				t.Fatal(err)
			}
			if all++; v.Right {
				right++
				continue
			}
			fmt.Fprintf(&b, "%s: %s: %s\n", entry.Path, e.Text, v.Found)
			if testing.Verbose() {
				t.Logf("%s:%d: wanted %s\n%s", entry.Path, e.Line, v.Want, strings.Join(v.Why, "\n"))
			}
		}
	}
	fmt.Fprintf(&b, "%d of %d examples are as they say\n", right, all)
	golden(t, "testdata/missed.txt", b.String())
}

// golden compares with a file, or rewrites it.
func golden(t *testing.T, name, got string) {
	t.Helper()
	if flag.Lookup("update").Value.String() == "true" {
		if err := os.WriteFile(name, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("got:\n%s\nwant:\n%s", got, want)
	}
}
