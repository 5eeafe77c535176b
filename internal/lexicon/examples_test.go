package lexicon_test

import (
	"flag"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"example.org/demarche/internal/lexicon"
	"example.org/demarche/internal/ontology"
	"example.org/demarche/internal/syntax"
	"example.org/demarche/internal/treetest"
)

// TestExamples runs every example of the lexicon from raw text: segments, tags, parses, looks for candidates. What is not as
// the example says stands in testdata/missed.txt, one a line with the reason, and nowhere else; -update rewrites it.
func TestExamples(t *testing.T) {
	if testing.Short() {
		t.Skip("runs some 600 sentences through the models")
	}
	o, err := ontology.Load(os.DirFS("../../data/ontology"))
	if err != nil {
		t.Fatal(err)
	}
	l, err := lexicon.Load(os.DirFS("../../data/lexicon"), o)
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	right, all := 0, 0
	for _, f := range l.Frames {
		for _, e := range f.Examples {
			all++
			_, trees, _ := treetest.Parse(t, e.Text)
			why := wrong(l, f, e, trees)
			if why == "" {
				right++
				continue
			}
			fmt.Fprintf(&b, "%s: %s: %s\n", f.File, e.Text, why)
			if testing.Verbose() {
				for _, tree := range trees {
					t.Logf("%s\n%s", why, tree.Draw())
				}
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

// wrong says what is not as the example says, "" if nothing is.
func wrong(l *lexicon.Lexicon, f *lexicon.Frame, e lexicon.Example, trees []*syntax.Tree) string {
	why := "nothing found"
	for _, t := range trees {
		for _, c := range l.Candidates(t) {
			if c.Frame != f {
				continue
			}
			if why = differs(t, &c, e); why == "" {
				break
			}
		}
	}
	if e.Counter {
		if why == "nothing found" {
			return ""
		}
		return "found, and should not be"
	}
	return why
}

// differs says in what a candidate is not what the example expects.
func differs(t *syntax.Tree, c *lexicon.Candidate, e lexicon.Example) string {
	switch {
	case e.Counter:
		return "found"
	case !names(t, c.Actors, e.Actors):
		return "actor"
	case !names(t, c.Recipients, e.Recipient):
		return "recipient"
	}
	for _, x := range e.Expect {
		if x[0] >= '0' && x[0] <= '9' && x != c.Code.CAMEO {
			return "code " + c.Code.CAMEO
		}
	}
	return ""
}

// names reports whether one of the readings of a role has its words in the names, and each name one of them. Who is nobody is
// not asked: that the words speak of no participant is found out later.
func names(t *syntax.Tree, roles []lexicon.Role, want []string) bool {
	if len(want) == 0 {
		return true
	}
	return slices.ContainsFunc(roles, func(r lexicon.Role) bool {
		hit := make([]bool, len(want))
		for _, w := range r.Words {
			i := slices.IndexFunc(want, func(n string) bool { return strings.Contains(n, t.Form(w)) })
			if i < 0 {
				return false
			}
			hit[i] = true
		}
		return !slices.Contains(hit, false)
	})
}
