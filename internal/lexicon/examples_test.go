package lexicon_test

import (
	"context"
	"flag"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"example.org/demarche"
	"example.org/demarche/internal/lexicon"
	"example.org/demarche/internal/ontology"
	"example.org/demarche/internal/syntax"
	"example.org/demarche/internal/treetest"
	"example.org/demarche/record"
)

// shipped loads the lexicon of data/.
func shipped(t *testing.T) *lexicon.Lexicon {
	t.Helper()
	o, err := ontology.Load(os.DirFS("../../data/ontology"))
	if err != nil {
		t.Fatal(err)
	}
	l, err := lexicon.Load(os.DirFS("../../data/lexicon"), o)
	if err != nil {
		t.Fatal(err)
	}
	return l
}

// TestExamples runs every example of the lexicon from raw text: segments, tags, parses, looks for candidates. What is not as
// the example says stands in testdata/missed.txt, one a line with the reason, and nowhere else; -update rewrites it.
func TestExamples(t *testing.T) {
	if testing.Short() {
		t.Skip("runs some 600 sentences through the models")
	}
	l := shipped(t)
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

// TestExamplesCoded runs every example through the whole program: the event, by its entry, must have the participants that
// the example names, and no others. It measures more than the lexicon; testdata/coded.txt says what is missed, and moves when
// names, actors or the coder do.
func TestExamplesCoded(t *testing.T) {
	if testing.Short() {
		t.Skip("codes some 600 sentences")
	}
	c, err := demarche.Open(demarche.Options{})
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	right, all := 0, 0
	for _, f := range shipped(t).Frames {
		for _, e := range f.Examples {
			all++
			r, err := c.Code(context.Background(), demarche.Article{Text: e.Text, Published: "2011-07-19"})
			if err != nil {
				t.Fatal(err)
			}
			if why := miscoded(r, f, e); why != "" {
				fmt.Fprintf(&b, "%s: %s: %s\n", f.File, e.Text, why)
				continue
			}
			right++
		}
	}
	fmt.Fprintf(&b, "%d of %d examples are coded as they say\n", right, all)
	golden(t, "testdata/coded.txt", b.String())
}

// miscoded says what in a record is not as the example says, "" if nothing is.
func miscoded(r record.Record, f *lexicon.Frame, e lexicon.Example) string {
	why := "no event"
	for _, ev := range r.Events {
		if !strings.HasPrefix(ev.Rule, fmt.Sprintf("%s:%d ", f.File, f.Line)) {
			continue
		}
		actors, recipients := cut(e.Text, ev.ActorMentions), cut(e.Text, ev.RecipientMentions)
		if why = ""; !same(actors, e.Actors) || !same(recipients, e.Recipients) {
			why = fmt.Sprintf("%s -> %s", strings.Join(actors, ", "), strings.Join(recipients, ", "))
		}
		if why == "" {
			break
		}
	}
	switch {
	case !e.Counter:
		return why
	case why == "no event":
		return ""
	}
	return "coded, and should not be"
}

// cut returns the words of spans, which count code points.
func cut(s string, spans []record.Span) []string {
	var all []string
	for _, x := range spans {
		all = append(all, string([]rune(s)[x.Start:x.End]))
	}
	return all
}

// same reports whether phrases are those that an example names, things left out.
func same(got []string, want []lexicon.Named) bool {
	want = slices.DeleteFunc(slices.Clone(want), func(n lexicon.Named) bool { return n.Thing })
	return len(got) == len(want) && !slices.ContainsFunc(want, func(n lexicon.Named) bool {
		return !slices.ContainsFunc(got, func(g string) bool { return strings.Contains(g, n.Text) || strings.Contains(n.Text, g) })
	})
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
		for _, c := range l.Match(t, nil).Candidates {
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
	case !names(t, c.Recipients, e.Recipients):
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
func names(t *syntax.Tree, roles []lexicon.Role, want []lexicon.Named) bool {
	if len(want) == 0 {
		return true
	}
	return slices.ContainsFunc(roles, func(r lexicon.Role) bool {
		hit := make([]bool, len(want))
		for _, w := range r.Words {
			i := slices.IndexFunc(want, func(n lexicon.Named) bool { return strings.Contains(n.Text, t.Form(w)) })
			if i < 0 {
				return false
			}
			hit[i] = true
		}
		return !slices.Contains(hit, false)
	})
}
