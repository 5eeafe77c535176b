package lexicon

import (
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"

	"example.org/demarche/internal/syntax"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// shipped loads the lexicon of data/.
func shipped(t testing.TB) *Lexicon {
	t.Helper()
	l, err := Load(os.DirFS("../../data/lexicon"), codes(t))
	if err != nil {
		t.Fatal(err)
	}
	return l
}

// trees reads the trees of a CoNLL-U file.
func trees(t testing.TB, name string) []*syntax.Tree {
	t.Helper()
	f, err := os.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var all []*syntax.Tree
	for d, err := range syntax.ReadCoNLLU(f) {
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, d.Trees...)
	}
	return all
}

func forms(t *syntax.Tree, words []int) string {
	var s []string
	for _, w := range words {
		s = append(s, t.Form(w))
	}
	return strings.Join(s, "+")
}

func drawRoles(t *syntax.Tree, roles []Role) string {
	var s []string
	for _, r := range roles {
		s = append(s, fmt.Sprintf("%s(%s)", forms(t, r.Words), r.Slot))
	}
	return strings.Join(s, " or ")
}

// draw writes candidates so that one can read them.
func draw(t *syntax.Tree, cs []Candidate) string {
	var b strings.Builder
	for _, c := range cs {
		fmt.Fprintf(&b, "%s: %s %s %s: %s -> %s", forms(t, c.Words), c.Code.Type, c.Code.Mode, c.Code.CAMEO, drawRoles(t, c.Actors), drawRoles(t, c.Recipients))
		if c.Content >= 0 {
			fmt.Fprintf(&b, "; of %s", t.Form(c.Content))
		}
		if c.Means >= 0 {
			fmt.Fprintf(&b, "; by %s", t.Form(cs[c.Means].Trigger))
		}
		b.WriteByte('\n')
	}
	return b.String()
}

// TestRoles shows who is found to act and on whom, construction by construction. The trees are our parser's, of sentences of ours.
func TestRoles(t *testing.T) {
	l := shipped(t)
	var b strings.Builder
	for _, tree := range trees(t, "testdata/roles.conllu") {
		last := tree.Tokens[tree.Len()-1].Span.End
		fmt.Fprintf(&b, "%s\n----\n%s\n", tree.Text[tree.Tokens[0].Span.Start:last], draw(tree, l.Match(tree, nil).Candidates))
	}
	const golden = "testdata/roles.txt"
	if *update {
		if err := os.WriteFile(golden, []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if got := b.String(); got != string(want) {
		t.Errorf("got:\n%s\nwant:\n%s", got, want)
	}
}

// TestShipped holds what the lexicon promises of itself.
func TestShipped(t *testing.T) {
	l := shipped(t)
	types, nouns := map[string]int{}, map[string]int{}
	for _, f := range l.Frames {
		example := false
		for _, e := range f.Examples {
			example = example || !e.Counter
		}
		if !example {
			t.Errorf("%s:%d: no example of what the frame finds", f.File, f.Line)
		}
		for _, typ := range f.Types() {
			types[typ]++
			for _, h := range f.Heads {
				if h.POS == Noun {
					nouns[typ]++
				}
			}
		}
	}
	for _, typ := range l.ontology.Types() {
		if types[typ.Name] < 10 || nouns[typ.Name] < 3 {
			t.Errorf("%s: %d frames, %d nouns; want 10 frames and 3 nouns", typ.Name, types[typ.Name], nouns[typ.Name])
		}
	}
	if len(l.Frames) < 260 {
		t.Errorf("%d frames, want 260", len(l.Frames))
	}
}

// TestNoDoubles finds sentences that stand twice, which would test nothing new.
func TestNoDoubles(t *testing.T) {
	seen := map[string]string{}
	for _, f := range shipped(t).Frames {
		for _, e := range f.Examples {
			where := fmt.Sprintf("%s:%d", f.File, e.Line)
			if first, ok := seen[e.Text]; ok {
				t.Errorf("%s repeats the sentence of %s", where, first)
			}
			seen[e.Text] = where
		}
	}
}

func BenchmarkMatch(b *testing.B) {
	l, all := shipped(b), trees(b, "testdata/roles.conllu")
	words := 0
	for _, t := range all {
		words += t.Len()
	}
	for b.Loop() {
		for _, t := range all {
			l.Match(t, nil)
		}
	}
	b.ReportMetric(float64(words*b.N)/b.Elapsed().Seconds(), "words/s")
}
