package score

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"example.org/demarche/record"
)

// TestAttributedCases runs testdata/attributed/cases.txt.
func TestAttributedCases(t *testing.T) {
	raw, err := os.ReadFile("testdata/attributed/cases.txt")
	if err != nil {
		t.Fatal(err)
	}
	for _, block := range strings.Split(string(raw), "\n\n")[1:] {
		name, rest, _ := strings.Cut(strings.TrimSpace(block), "\n")
		head, want, ok := strings.Cut(rest, "\n----\n")
		if !ok {
			t.Fatalf("not a case: %s", block)
		}
		t.Run(name, func(t *testing.T) {
			gold, found := readToldCase(t, head)
			report := printed(t, CompareAttributed(gold, found))
			for line := range strings.Lines(want) {
				if line = strings.TrimSpace(line); !strings.Contains(report, "\n"+line+"\n") {
					t.Errorf("no line %q in\n%s", line, report)
				}
			}
		})
	}
}

// readToldCase reads the text of a case and who says what in it.
func readToldCase(t *testing.T, head string) ([]Attributed, []record.Record) {
	t.Helper()
	text, rest, _ := strings.Cut(head, "\n")
	w := newWriter(t, text)
	gold := attributedJSONL{ID: "a", Text: text, Attributions: []map[string][][2]int{}}
	for line := range strings.Lines(rest) {
		side, fields, _ := strings.Cut(strings.TrimSpace(line), " ")
		f := strings.Split(strings.TrimSpace(fields), "; ")
		told := map[string][][2]int{}
		for i, role := range roleNames {
			for _, s := range spansOf(w, f[i]) {
				told[role] = append(told[role], [2]int{s.Start, s.End})
			}
		}
		if side == "gold" {
			gold.Attributions = append(gold.Attributions, told)
			continue
		}
		a := record.Attribution{ID: record.NewID('a', len(w.r.Attributions)), Content: spansOf(w, f[content])}
		if s := spansOf(w, f[source]); s != nil {
			a.Source = &record.Source{Span: record.Span{Start: s[0].Start, End: s[len(s)-1].End}}
		}
		if s := spansOf(w, f[cue]); s != nil {
			a.Cue = &record.Cue{Span: s[0]}
		}
		if len(f) > roles {
			a.Within = record.ID("a" + strings.TrimPrefix(f[roles], "in "))
		}
		w.r.Attributions = append(w.r.Attributions, a)
	}
	return readBack(t, []attributedJSONL{gold}), []record.Record{w.r}
}

// spansOf finds phrases, none for "-".
func spansOf(w *writer, s string) []record.Span {
	if s == "-" {
		return nil
	}
	return w.spans(s)
}

// attributedJSONL is a line of gold as a test writes it.
type attributedJSONL struct {
	ID           string                `json:"id"`
	Text         string                `json:"text"`
	Attributions []map[string][][2]int `json:"attributions"`
}

// lines are the articles as a file holds them.
func lines(t *testing.T, articles []attributedJSONL) string {
	t.Helper()
	var b strings.Builder
	e := json.NewEncoder(&b)
	for _, a := range articles {
		if err := e.Encode(a); err != nil {
			t.Fatal(err)
		}
	}
	return b.String()
}

func readBack(t *testing.T, articles []attributedJSONL) []Attributed {
	t.Helper()
	gold, err := ReadAttributed(strings.NewReader(lines(t, articles)))
	if err != nil {
		t.Fatal(err)
	}
	return gold
}

// TestAttributedAsTheSharedScorer holds the figures to those of the scorer that is kept beside this repository, on articles that chance
// made: statements over one another, inside one another, without some role, in pieces, and with white space at their ends.
func TestAttributedAsTheSharedScorer(t *testing.T) {
	rnd := rand.New(rand.NewPCG(1, 2))
	var gold []attributedJSONL
	var found []record.Record
	for n := range 300 {
		a, r := drawn(rnd, fmt.Sprint("d", n))
		gold, found = append(gold, a), append(found, r)
	}
	// A separator of files is white space too: these two pieces are one.
	parted := attributedJSONL{ID: "parted", Text: "a\x1cb", Attributions: []map[string][][2]int{{"content": {{0, 1}, {2, 3}}}}}
	gold = append(gold, parted)
	found = append(found, record.Record{
		Schema: record.Current, Article: record.Article{SourceID: "parted", Text: parted.Text}, Attributions: []record.Attribution{{Content: []record.Span{{End: 3}}}},
	})
	sameAsShared(t, gold, found)
}

// scraps are pieces of which texts are made.
var scraps = []string{"said", "Ana", "“no”", "it's", "rock’n’roll", "a", "x_1", "3.5", "naïve", "—", "\n\n", " ", "\u00a0", "\x1c", "'", "…", "東京"}

// drawn is an article of chance as gold has it, and the record of a program that found some of it and other things too.
func drawn(rnd *rand.Rand, id string) (attributedJSONL, record.Record) {
	var b strings.Builder
	for range 1 + rnd.IntN(40) {
		b.WriteString(scraps[rnd.IntN(len(scraps))] + strings.Repeat(" ", rnd.IntN(3)))
	}
	length := utf8.RuneCountInString(b.String())
	span := func(longest int) [2]int {
		start := rnd.IntN(length + 1)
		return [2]int{start, min(start+rnd.IntN(longest), length)}
	}
	some := func(longest int) (spans [][2]int) {
		for range rnd.IntN(3) {
			spans = append(spans, span(longest))
		}
		return spans
	}
	a := attributedJSONL{ID: id, Text: b.String(), Attributions: []map[string][][2]int{}}
	r := record.Record{Schema: record.Current, Article: record.Article{SourceID: record.String(id), Text: a.Text}}
	for range rnd.IntN(6) {
		told := map[string][][2]int{"source": some(8), "cue": some(6), "content": some(60)}
		a.Attributions = append(a.Attributions, told)
		if rnd.IntN(3) > 0 {
			r.Attributions = append(r.Attributions, shaken(rnd, told, length))
		}
	}
	for range rnd.IntN(4) {
		r.Attributions = append(r.Attributions, shaken(rnd, map[string][][2]int{"source": {span(8)}, "cue": {span(6)}, "content": {span(60)}}, length))
	}
	return a, r
}

// shaken is a gold statement as a program may find it, with a little less or more.
func shaken(rnd *rand.Rand, told map[string][][2]int, length int) record.Attribution {
	shake := func(s [2]int) record.Span {
		if rnd.IntN(2) == 0 {
			s[1] = min(s[1]+rnd.IntN(4), length)
		}
		return record.Span{Start: s[0], End: s[1]}
	}
	var a record.Attribution
	for _, s := range told["content"] {
		a.Content = append(a.Content, shake(s))
	}
	if s := told["source"]; s != nil {
		a.Source = &record.Source{Span: shake(s[0])}
	}
	if s := told["cue"]; s != nil {
		a.Cue = &record.Cue{Span: shake(s[0])}
	}
	return a
}

// sameAsShared compares all figures of the shared scorer.
func sameAsShared(t *testing.T, gold []attributedJSONL, found []record.Record) {
	t.Helper()
	dir := t.TempDir()
	goldFile, foundFile := filepath.Join(dir, "gold.jsonl"), filepath.Join(dir, "found.jsonl")
	var b strings.Builder
	for _, r := range found {
		if err := record.Write(&b, r); err != nil {
			t.Fatal(err)
		}
	}
	for file, s := range map[string]string{goldFile: lines(t, gold), foundFile: b.String()} {
		if err := os.WriteFile(file, []byte(s), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	report := CompareAttributed(readBack(t, gold), found)
	var shared struct {
		Exact, Token map[string]map[string]float64
		Relaxed      map[string]float64 `json:"linked_relaxed"`
		Full         map[string]float64 `json:"linked_exact"`
		Pairs        int
		Source       float64 `json:"source_exact_given_pair"`
		Near         float64 `json:"source_overlap_given_pair"`
		Missing      int     `json:"missing_articles"`
	}
	sharedScorer(t, "score_polnear.py", &shared, goldFile, foundFile)
	for role, name := range roleNames {
		sameFigure(t, "exact "+name, report.Told.Exact[role], shared.Exact[name])
		sameFigure(t, "words "+name, report.Told.Words[role], shared.Token[name])
	}
	sameFigure(t, "linked, relaxed", report.Told.Relaxed, shared.Relaxed)
	sameFigure(t, "linked, exact", report.Told.Full, shared.Full)
	ours := fmt.Sprintf("pairs %d, source exact %v, near %v", report.Told.Source.Of, report.Told.Source.Percent(), report.Told.Near.Percent())
	if theirs := fmt.Sprintf("pairs %d, source exact %v, near %v", shared.Pairs, shared.Source, shared.Near); ours != theirs {
		t.Errorf("%s; the shared scorer has %s", ours, theirs)
	}
	if report.Inner == 0 || report.Told.Full.Correct == 0 || shared.Missing != 0 {
		t.Errorf("left out %d, linked exactly %d, missing %d: the articles try too little", report.Inner, report.Told.Full.Correct, shared.Missing)
	}
}

// TestAttributedCodes: types and stances are asked for where gold tells them.
func TestAttributedCodes(t *testing.T) {
	const text = `{"id": "a", "text": "Ana said no. Ben said yes.", "attributions": [
		{"source": [[0,3]], "cue": [[4,8]], "content": [[9,11]], "type": "assertion", "stance": "denied", "addressee": [[13,16],[17,21]]},
		{"source": [[13,16]], "cue": [[17,21]], "content": [[22,25]], "type": "belief", "stance": "reported"}]}`
	gold, err := ReadAttributed(strings.NewReader(strings.ReplaceAll(text, "\n", " ")))
	if err != nil {
		t.Fatal(err)
	}
	found := []record.Record{{Attributions: []record.Attribution{
		{Addressee: &record.Addressee{Span: record.Span{Start: 17, End: 21}}, Source: &record.Source{Span: record.Span{Start: 0, End: 3}}, Cue: &record.Cue{Span: record.Span{Start: 4, End: 8}}, Content: []record.Span{{Start: 9, End: 11}}, Type: "assertion", Stance: "reported"},
		{Addressee: &record.Addressee{Span: record.Span{Start: 0, End: 3}}, Source: &record.Source{Span: record.Span{Start: 13, End: 16}}, Cue: &record.Cue{Span: record.Span{Start: 17, End: 21}}, Content: []record.Span{{Start: 22, End: 25}}, Type: "assertion", Stance: "reported"},
	}}}
	report := printed(t, CompareAttributed(gold, found))
	for _, line := range []string{"stance 1 of 2 50.00", "type 1 of 2 50.00", "addressee 1 2 1 50.00 100.00 66.67"} {
		if !strings.Contains(report, "\n"+line+"\n") {
			t.Errorf("no line %q in\n%s", line, report)
		}
	}
	b, err := json.Marshal(CompareAttributed(gold, found))
	if err != nil || !strings.Contains(string(b), `"stance_given_link":50,"type_given_link":50,"addressee_given_link":{"precision":50,`) {
		t.Errorf("%s, %v", b, err)
	}
}

func TestReadAttributedFaults(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"", "there is no article in it"},
		{"\n{", "line 2: not JSON of an article with attributions: "},
		{`{"text": "", "attributions": []}`, `line 1: it has no "id"`},
		{`{"id": "a", "attributions": []}`, `line 1: it has no "text"`},
		{`{"id": "a", "text": "Hm.", "attributions": [{}, {"cue": [[0, 1, 2]]}]}`, "line 1: attribution 2: its cue: [0 1 2] is no span; write [start, end]"},
		{`{"id": "a", "text": "Hm…", "attributions": [{"content": [[0, 4]]}]}`, "line 1: attribution 1: its content: [0 4] is no span of the text, which has 3 code points"},
		{`{"id": "a", "text": "Hm.", "attributions": [{"source": [[2, 1]]}]}`, "line 1: attribution 1: its source: [2 1] is no span of the text"},
		{`{"id": "a", "text": "Hm.", "attributions": [{"source": [[-1, 1]]}]}`, "line 1: attribution 1: its source: [-1 1] is no span of the text"},
		{`{"id": "a", "text": "Hm.", "attributions": [{"addressee": [[2, 9]]}]}`, "line 1: attribution 1: its addressee: [2 9] is no span of the text"},
		{strings.Repeat(`{"id": "a", "text": "Hm.", "attributions": []}`+"\n\n", 2), `line 3: its id "a" is that of line 1`},
		{strings.Repeat(" ", maxLine+1), "line 1: longer than 16 MB"},
	} {
		_, err := ReadAttributed(strings.NewReader(c.in))
		if err == nil || !strings.HasPrefix(err.Error(), c.want) {
			t.Errorf("%.60q: %v, want %s", c.in, err, c.want)
		}
	}
}
