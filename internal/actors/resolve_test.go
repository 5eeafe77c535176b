package actors_test

import (
	"bufio"
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"

	"example.org/demarche/internal/actors"
	"example.org/demarche/internal/attribution"
	"example.org/demarche/internal/event"
	"example.org/demarche/internal/names"
	"example.org/demarche/internal/syntax"
)

var update = flag.Bool("update", false, "write testdata/articles.txt anew")

// data is the folder of knowledge.
const data = "../../data"

// An article is a document of testdata with the labels of its words in MISC.
type article struct {
	*syntax.Document
	labels [][]string
}

// published is the day at the end of a document's id, "" if it ends in "undated".
func (a article) published() string {
	if strings.HasSuffix(a.ID, "-undated") {
		return ""
	}
	return a.ID[len(a.ID)-len("2000-01-02"):]
}

// readArticles reads CoNLL-U whose MISC says Name=B-PER and so on.
func readArticles(t testing.TB, path string) []article {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	labels := nameLabels(string(b))
	var all []article
	for d, err := range syntax.ReadCoNLLU(strings.NewReader(string(b))) {
		if err != nil {
			t.Fatal(err)
		}
		n := len(d.Trees)
		all = append(all, article{d, labels[:n]})
		labels = labels[n:]
	}
	return all
}

func nameLabels(conllu string) [][]string {
	var all [][]string
	var sentence []string
	sc := bufio.NewScanner(strings.NewReader(conllu))
	for sc.Scan() {
		f := strings.Split(sc.Text(), "\t")
		if len(f) != 10 && sentence != nil {
			all, sentence = append(all, sentence), nil
		}
		if len(f) != 10 || strings.ContainsAny(f[0], "-.") {
			continue
		}
		_, label, ok := strings.Cut(f[9], "Name=")
		if label, _, _ = strings.Cut(label, "|"); !ok {
			label = "O"
		}
		sentence = append(sentence, label)
	}
	if sentence != nil {
		all = append(all, sentence)
	}
	return all
}

// A stage set resolves articles with the project's own knowledge.
type stages struct {
	names  *names.Knowledge
	cues   *attribution.Cues
	actors *actors.Knowledge
}

func loadStages(t testing.TB) (s stages) {
	t.Helper()
	var err error
	if s.names, err = names.Load(os.DirFS(data)); err != nil {
		t.Fatal(err)
	}
	if s.cues, err = attribution.LoadCues(os.DirFS(data + "/cues")); err != nil {
		t.Fatal(err)
	}
	if s.actors, err = actors.Load(os.DirFS(data)); err != nil {
		t.Fatal(err)
	}
	return s
}

func (s stages) resolve(a article) (event.Mentions, *event.Participants) {
	ms := names.Find(a.Trees, a.labels, nil, s.names)
	as := attribution.Find(a.Segmentation, a.Trees, ms, s.cues)
	return ms, actors.Resolve(a.Segmentation, a.Trees, ms, as, s.actors, a.published())
}

// TestArticles resolves articles of our own; testdata/articles.txt has their sentences and who is in them.
func TestArticles(t *testing.T) {
	s := loadStages(t)
	var b strings.Builder
	for _, a := range readArticles(t, "testdata/articles.conllu") {
		_, ps := s.resolve(a)
		draw(&b, a, ps)
	}
	if *update {
		if err := os.WriteFile("testdata/articles.txt", []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile("testdata/articles.txt")
	if err != nil {
		t.Fatal(err)
	}
	compare(t, b.String(), string(want))
}

// draw writes an article's sentences, a rule, and a line for each participant: name, code, role, what is said of it and where.
func draw(b *strings.Builder, a article, ps *event.Participants) {
	fmt.Fprintf(b, "# %s\n", a.ID)
	for i, s := range a.Segmentation.Sentences {
		fmt.Fprintf(b, "%d %s\n", i, a.Segmentation.Form(s.Span))
	}
	b.WriteString("----\n")
	for _, p := range ps.List {
		named := "unnamed"
		if p.Named {
			named = "named"
		}
		fmt.Fprintf(b, "%s | %s %s %s %s |", p.Name, p.Code, p.Kind, named, p.Role)
		for _, m := range p.Mentions {
			fmt.Fprintf(b, " %d:%s", m.Range.Sentence, a.Segmentation.Form(a.Segmentation.Span(m.Range)))
			if m.Form == event.ByMetonym {
				b.WriteString("*")
			}
		}
		b.WriteString("\n")
	}
	b.WriteString("\n")
}

func compare(t *testing.T, got, want string) {
	t.Helper()
	g, w := strings.Split(got, "\n"), strings.Split(want, "\n")
	for i := range max(len(g), len(w)) {
		var x, y string
		if i < len(g) {
			x = g[i]
		}
		if i < len(w) {
			y = w[i]
		}
		if x != y {
			t.Errorf("line %d:\n got %s\nwant %s", i+1, x, y)
		}
	}
}

// TestSame holds that resolving twice gives the same layer.
func TestSame(t *testing.T) {
	s := loadStages(t)
	for _, a := range readArticles(t, "testdata/articles.conllu") {
		var one, two strings.Builder
		_, p := s.resolve(a)
		draw(&one, a, p)
		_, q := s.resolve(a)
		draw(&two, a, q)
		if one.String() != two.String() {
			t.Errorf("%s: two runs differ", a.ID)
		}
	}
}

// TestByWord holds that the words of every mention lead to its participant.
func TestByWord(t *testing.T) {
	s := loadStages(t)
	for _, a := range readArticles(t, "testdata/articles.conllu") {
		_, ps := s.resolve(a)
		for _, p := range ps.List {
			for _, m := range p.Mentions {
				if got := ps.ByWord[m.Range.Sentence][m.Head]; got != p {
					t.Errorf("%s: %q does not lead to %s", a.ID, a.Segmentation.Form(a.Segmentation.Span(m.Range)), p.Name)
				}
			}
		}
	}
}

func BenchmarkResolve(b *testing.B) {
	s := loadStages(b)
	all := readArticles(b, "testdata/articles.conllu")
	words := 0
	for _, a := range all {
		words += len(a.Segmentation.Tokens)
	}
	for b.Loop() {
		for _, a := range all {
			s.resolve(a)
		}
	}
	b.ReportMetric(float64(words*b.N)/b.Elapsed().Seconds(), "words/s")
}
