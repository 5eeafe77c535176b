package demarche_test

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"example.org/demarche"
	"example.org/demarche/internal/ontology"
	"example.org/demarche/record"
)

// TestCodebook holds docs/codebook.md to what WriteCodebook prints. `go test . -run Codebook -update` writes it.
func TestCodebook(t *testing.T) {
	var b bytes.Buffer
	if err := demarche.WriteCodebook(&b); err != nil {
		t.Fatal(err)
	}
	file := filepath.Join("docs", "codebook.md")
	if *update {
		if err := os.WriteFile(file, b.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(b.Bytes(), want) {
		t.Errorf("%s is not what demarche codebook prints: run go test . -run Codebook -update", file)
	}
}

// TestCodebookExamples codes the examples of data/ontology. Those that the program does not code as they say stand in
// testdata/golden/codebook.txt with what it says instead; -update writes that file.
func TestCodebookExamples(t *testing.T) {
	c, _ := open(t)
	o, err := ontology.Load(os.DirFS(filepath.Join("data", "ontology")))
	if err != nil {
		t.Fatal(err)
	}
	var missed bytes.Buffer
	n := 0
	for _, e := range o.Examples() {
		r, err := c.Code(t.Context(), demarche.Article{Text: e.Sentence, Published: "2024-03-15"})
		if err != nil {
			t.Fatal(err)
		}
		if have := asExample(r, e); !slices.Contains(have, drawExample(e)) {
			n++
			fmt.Fprintf(&missed, "%s\n  want %s\n", e.Sentence, drawExample(e))
			for _, h := range have {
				fmt.Fprintf(&missed, "  have %s\n", h)
			}
		}
	}
	fmt.Fprintf(&missed, "%d of %d sentences are not yet coded as they ought to be.\n", n, len(o.Examples()))
	compare(t, filepath.Join("testdata", "golden", "codebook.txt"), missed.Bytes())
}

// drawExample is the event that a sentence ought to have, in one line.
func drawExample(e ontology.Example) string {
	return fmt.Sprintf("%s: %s %s %s, %s -> %s, occurred", e.Trigger, e.Type, e.Mode, e.CAMEO, strings.Join(e.Actors, " "), strings.Join(e.Recipients, " "))
}

// asExample draws the events of a record in the same form: a span of words is shown by the words of the example that it
// holds, or whole if it holds none.
func asExample(r record.Record, x ontology.Example) []string {
	var lines []string
	for _, e := range r.Events {
		triggers := shown(r, e.Evidence[:1], []string{x.Trigger})
		lines = append(lines, fmt.Sprintf("%s: %s %s %s, %s -> %s, %s", triggers, e.Type, e.Mode, e.CAMEO,
			shown(r, e.ActorMentions, x.Actors), shown(r, e.RecipientMentions, x.Recipients), e.Status))
	}
	return lines
}

// shown are spans for people: words of a list where they hold one, else their text in brackets.
func shown(r record.Record, spans []record.Span, words []string) string {
	text := []rune(r.Article.Text)
	var out []string
	for _, s := range spans {
		held := string(text[s.Start:s.End])
		i := slices.IndexFunc(words, func(w string) bool { return slices.Contains(strings.Fields(held), w) })
		if i < 0 {
			out = append(out, "["+held+"]")
			continue
		}
		out = append(out, words[i])
	}
	return strings.Join(out, " ")
}

// TestCodebookStatuses holds the statuses of the codebook to those of records.
func TestCodebookStatuses(t *testing.T) {
	o, err := ontology.Load(os.DirFS(filepath.Join("data", "ontology")))
	if err != nil {
		t.Fatal(err)
	}
	var names []record.Status
	for _, s := range o.Statuses() {
		names = append(names, record.Status(s.Name))
	}
	want := []record.Status{
		record.StatusOccurred, record.StatusOngoing, record.StatusPlanned, record.StatusDemanded, record.StatusThreatened,
		record.StatusConditional, record.StatusHypothetical, record.StatusDenied, record.StatusHistorical,
	}
	if !slices.Equal(names, want) {
		t.Errorf("statuses of definitions.tsv: %v, want %v", names, want)
	}
}
