package names_test

import (
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"

	"example.org/demarche/internal/event"
	"example.org/demarche/internal/names"
	"example.org/demarche/internal/syntax"
)

var update = flag.Bool("update", false, "write testdata/mentions.txt anew")

// readLabelled reads the first document of a CoNLL-U file whose MISC says Name=B-PER and so on.
func readLabelled(t testing.TB, path string) (*syntax.Document, [][]string) {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var labels [][]string
	for block := range strings.SplitSeq(strings.TrimSpace(string(b)), "\n\n") {
		var sentence []string
		for line := range strings.SplitSeq(block, "\n") {
			f := strings.Split(line, "\t")
			if len(f) != 10 || strings.ContainsAny(f[0], "-.") {
				continue
			}
			label := "O"
			if _, l, ok := strings.Cut(f[9], "Name="); ok {
				label, _, _ = strings.Cut(l, "|")
			}
			sentence = append(sentence, label)
		}
		labels = append(labels, sentence)
	}
	for d, err := range syntax.ReadCoNLLU(strings.NewReader(string(b))) {
		if err != nil {
			t.Fatal(err)
		}
		return d, labels
	}
	t.Fatalf("%s holds no document", path)
	return nil, nil
}

func load(t testing.TB) *names.Knowledge {
	t.Helper()
	k, err := names.Load(os.DirFS("../../data"))
	if err != nil {
		t.Fatal(err)
	}
	return k
}

// TestMentions finds the mentions of sentences of our own, with the labels of the names head and without them;
// testdata/mentions.txt has them: phrase, kind, form, head, name.
func TestMentions(t *testing.T) {
	d, labels := readLabelled(t, "testdata/mentions.conllu")
	k := load(t)
	var b strings.Builder
	for _, run := range []struct {
		title  string
		labels [][]string
	}{{"with labels", labels}, {"without labels", nil}} {
		fmt.Fprintf(&b, "# %s\n\n", run.title)
		draw(&b, d, names.Find(d.Trees, run.labels, nil, k))
	}
	if *update {
		if err := os.WriteFile("testdata/mentions.txt", []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile("testdata/mentions.txt")
	if err != nil {
		t.Fatal(err)
	}
	if b.String() != string(want) {
		t.Errorf("got\n%s\nwant\n%s", b.String(), want)
	}
}

func draw(b *strings.Builder, d *syntax.Document, ms event.Mentions) {
	g := d.Segmentation
	for s, t := range d.Trees {
		fmt.Fprintf(b, "%s\n----\n", g.Form(g.Sentences[s].Span))
		for _, m := range ms[s] {
			fmt.Fprintf(b, "%s | %s %s, head %s", g.Form(g.Span(m.Range)), m.Kind, m.Form, t.Form(m.Head))
			if !m.Name.Empty() {
				fmt.Fprintf(b, ", name %s", g.Form(g.Span(m.Name)))
			}
			b.WriteString("\n")
		}
		b.WriteString("\n")
	}
}

// TestOrder holds what event.Mentions promises: mentions in order of their heads, no head twice, phrases that hold their head.
func TestOrder(t *testing.T) {
	d, labels := readLabelled(t, "testdata/mentions.conllu")
	for s, ms := range names.Find(d.Trees, labels, nil, load(t)) {
		last := -1
		for _, m := range ms {
			if m.Head <= last {
				t.Errorf("sentence %d: head %d after %d", s, m.Head, last)
			}
			if last = m.Head; !m.Range.Has(m.Ref()) {
				t.Errorf("sentence %d: the phrase %v lacks its head %d", s, m.Range, m.Head)
			}
		}
	}
}

func BenchmarkFind(b *testing.B) {
	d, labels := readLabelled(b, "testdata/mentions.conllu")
	k := load(b)
	for b.Loop() {
		names.Find(d.Trees, labels, nil, k)
	}
	b.ReportMetric(float64(len(d.Segmentation.Tokens)*b.N)/b.Elapsed().Seconds(), "words/s")
}
