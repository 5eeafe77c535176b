package score

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"example.org/demarche/record"
)

// A script is one case of testdata/cases.txt.
type script struct {
	name, text  string
	gold, found record.Record
	want        []string
}

func TestCases(t *testing.T) {
	raw, err := os.ReadFile("testdata/cases.txt")
	if err != nil {
		t.Fatal(err)
	}
	for _, block := range strings.Split(string(raw), "\n\n")[1:] {
		c := readScript(t, strings.TrimSpace(block))
		t.Run(c.name, func(t *testing.T) {
			report := printed(t, Events([]record.Record{c.gold}, []record.Record{c.found}))
			for _, line := range c.want {
				if !strings.Contains(report, "\n"+line+"\n") {
					t.Errorf("no line %q in\n%s", line, report)
				}
			}
		})
	}
}

// printed is the report with runs of blanks squeezed.
func printed(t *testing.T, r interface{ Write(io.Writer) error }) string {
	t.Helper()
	var b strings.Builder
	if err := r.Write(&b); err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(b.String(), "\n")
	for i := range lines {
		lines[i] = strings.Join(strings.Fields(lines[i]), " ")
	}
	return "\n" + strings.Join(lines, "\n") + "\n"
}

func readScript(t *testing.T, block string) script {
	t.Helper()
	head, want, ok := strings.Cut(block, "\n----\n")
	lines := strings.Split(head, "\n")
	if !ok || len(lines) < 2 {
		t.Fatalf("not a case: %s", block)
	}
	c := script{name: lines[0], text: lines[1], want: strings.Split(want, "\n")}
	gold, found := newWriter(t, c.text), newWriter(t, c.text)
	for _, l := range lines[2:] {
		if rest, ok := strings.CutPrefix(l, "gold"); ok {
			gold.line(strings.TrimSpace(rest))
		} else {
			found.line(strings.TrimSpace(strings.TrimPrefix(l, "found")))
		}
	}
	c.gold, c.found = gold.r, found.r
	return c
}

// A writer makes a record from the lines of a case.
type writer struct {
	t   *testing.T
	r   record.Record
	ids map[string]record.ID
}

func newWriter(t *testing.T, text string) *writer {
	r := record.Record{Schema: record.Current, Article: record.Article{ID: record.ArticleID(text, ""), Text: text}}
	return &writer{t, r, map[string]record.ID{}}
}

// line adds an event or an attribution.
func (w *writer) line(l string) {
	head, rest, _ := strings.Cut(l, ": ")
	words := strings.Fields(head)
	parts := strings.Split(rest, "; ")
	if words[0] == "says" {
		w.attribution(record.Stance(words[1]), parts)
		return
	}
	e := record.Event{Type: record.EventType(words[0]), CAMEO: words[1], Status: record.Status(words[2]), Evidence: w.spans(parts[0])}
	actors, recipients, ok := strings.Cut(parts[1], " -> ")
	if !ok {
		actors, recipients, e.Reciprocal = strings.Cut(parts[1], " <> ")
	}
	e.Actors, e.ActorMentions = w.side(actors)
	e.Recipients, e.RecipientMentions = w.side(recipients)
	w.r.Events = append(w.r.Events, e)
}

func (w *writer) attribution(stance record.Stance, parts []string) {
	w.r.Attributions = append(w.r.Attributions, record.Attribution{
		ID:      record.ID(fmt.Sprint("a", len(w.r.Attributions)+1)),
		Source:  &record.Source{Span: w.spans(parts[0])[0]},
		Cue:     &record.Cue{Span: w.spans(parts[1])[0]},
		Content: w.spans(parts[2]),
		Stance:  stance,
	})
}

// side makes an entity of each phrase.
func (w *writer) side(s string) (ids []record.ID, spans []record.Span) {
	if s == "-" {
		return nil, nil
	}
	for _, phrase := range strings.Split(s, " + ") {
		span := w.spans(phrase)[0]
		if _, ok := w.ids[phrase]; !ok {
			w.ids[phrase] = record.ID(fmt.Sprint("n", len(w.ids)+1))
			w.r.Entities = append(w.r.Entities, record.Entity{ID: w.ids[phrase], Name: phrase, Mentions: []record.Mention{{Span: span}}})
		}
		ids, spans = append(ids, w.ids[phrase]), append(spans, span)
	}
	return ids, spans
}

// spans finds phrases joined by " + " where they first stand.
func (w *writer) spans(s string) []record.Span {
	w.t.Helper()
	var out []record.Span
	for _, phrase := range strings.Split(s, " + ") {
		at := strings.Index(w.r.Article.Text, phrase)
		if at < 0 {
			w.t.Fatalf("no %q in %q", phrase, w.r.Article.Text)
		}
		start := len([]rune(w.r.Article.Text[:at]))
		out = append(out, record.Span{Start: start, End: start + len([]rune(phrase))})
	}
	return out
}

// readGold reads the gold records of the repository.
func readGold(t testing.TB) []record.Record {
	t.Helper()
	names, err := filepath.Glob("../../gold/*.json")
	if err != nil || len(names) == 0 {
		t.Fatalf("no gold records: %v", err)
	}
	var all []record.Record
	for _, name := range names {
		f, err := os.Open(name)
		if err != nil {
			t.Fatal(err)
		}
		for r, err := range record.Read(f) {
			if err != nil {
				t.Fatalf("%s: %v", name, err)
			}
			all = append(all, r)
		}
		f.Close()
	}
	return all
}

func TestGoldAgreesWithItself(t *testing.T) {
	gold := readGold(t)
	r := Events(gold, gold)
	if r.Missing+r.Unknown != 0 || r.Articles != len(gold) {
		t.Errorf("articles %d, missing %d, unknown %d", r.Articles, r.Missing, r.Unknown)
	}
	figures := []Figure{r.Events, r.AnyType, r.Told.Relaxed, r.Told.Full}
	figures = append(append(figures, r.Told.Exact[:]...), r.Told.Words[:]...)
	for i, f := range figures {
		if f.Gold == 0 || f.Correct != f.Gold || f.Found != f.Gold {
			t.Errorf("figure %d: %v", i, f)
		}
	}
	fs := r.Fields
	for i, s := range []Share{fs.Status, fs.CAMEO, fs.Root, fs.Mode, fs.Actors, fs.ActorWords, fs.Recipients, fs.RecipientWords, fs.Date, fs.Place, fs.Voice, r.Told.Source, r.Told.Stance} {
		if s.Of == 0 || s.Right != s.Of {
			t.Errorf("share %d: %v", i, s)
		}
	}
	if fs.FalseOccurrence.Right != 0 {
		t.Errorf("false occurrences: %v", fs.FalseOccurrence)
	}
}

func TestArticlesAreToldApart(t *testing.T) {
	a, b := newWriter(t, "One met two."), newWriter(t, "Two met one.")
	a.line("CONSULT 040 occurred: met; One <> two")
	b.line("CONSULT 040 occurred: met; Two <> one")
	r := Events([]record.Record{a.r}, []record.Record{b.r})
	if r.Missing != 1 || r.Unknown != 1 || r.Events != (Figure{Gold: 1}) {
		t.Errorf("missing %d, unknown %d, events %+v", r.Missing, r.Unknown, r.Events)
	}
}

func TestPrintsTheSameEveryTime(t *testing.T) {
	gold := readGold(t)
	found := make([]record.Record, len(gold))
	copy(found, gold)
	found[0].Events = found[0].Events[:3]
	first := printed(t, Events(gold, found))
	for range 20 {
		if again := printed(t, Events(gold, found)); again != first {
			t.Fatalf("once\n%s\nand once\n%s", first, again)
		}
	}
}

func BenchmarkEvents(b *testing.B) {
	gold := readGold(b)
	for b.Loop() {
		Events(gold, gold)
	}
}
