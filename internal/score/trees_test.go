package score

import (
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"os"
	"os/exec"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write the tables of testdata anew")

const (
	goldTrees  = "testdata/trees/gold.conllu"
	foundTrees = "testdata/trees/found.conllu"
)

// TestTrees compares two files in which words are split and joined in all ways, sentences end elsewhere, documents are missing
// or have other characters.
func TestTrees(t *testing.T) {
	report := Trees(readFile(t, goldTrees, ReadTreebank), readFile(t, foundTrees, ReadTreebank))
	golden(t, "testdata/trees/report.txt", report)
}

// TestTreesAsTheSharedScorer holds the figures, and the documents that are not scored, to those of the scorer that is kept
// beside this repository.
func TestTreesAsTheSharedScorer(t *testing.T) {
	var shared struct {
		Documents int                           `json:"documents"`
		NotScored [][2]string                   `json:"not_scored"`
		Unknown   []string                      `json:"unknown_documents"`
		Scores    map[string]map[string]float64 `json:"scores"`
	}
	sharedScorer(t, "score_ud.py", &shared, goldTrees, foundTrees)
	report := Trees(readFile(t, goldTrees, ReadTreebank), readFile(t, foundTrees, ReadTreebank))
	if report.Documents != shared.Documents || len(report.Unscored) != len(shared.NotScored) || fmt.Sprint(report.Unknown) != fmt.Sprint(shared.Unknown) {
		t.Errorf("%d documents, not scored %v, unknown %v; want %v", report.Documents, report.Unscored, report.Unknown, shared)
	}
	for m, f := range report.Figures {
		sameFigure(t, Measure(m).String(), f, shared.Scores[Measure(m).String()])
	}
}

// sameFigure holds a figure to one of the shared scorers'.
func sameFigure(t *testing.T, name string, got Figure, want map[string]float64) {
	t.Helper()
	for key, value := range map[string]float64{
		"precision": got.Precision(), "recall": got.Recall(), "f1": got.F1(),
		"correct": float64(got.Correct), "predicted": float64(got.Found), "gold": float64(got.Gold),
	} {
		if w, ok := want[key]; !ok || value != w {
			t.Errorf("%s: %s %v, the shared scorer has %v", name, key, value, w)
		}
	}
}

// sharedScorer runs one of the scorers beside the repository and reads its JSON into result; the test is skipped where there is
// none.
func sharedScorer(t *testing.T, name string, result any, files ...string) {
	t.Helper()
	script := "../../../shared/score/" + name
	if _, err := os.Stat(script); err != nil {
		t.Skip("NOT COMPARED: needs ../shared/score/" + name)
	}
	out, err := exec.Command("python3", append([]string{script, "--json"}, files...)...).Output()
	if err != nil {
		t.Skipf("NOT COMPARED: python3 %s: %v", script, err)
	}
	if err := json.Unmarshal(out, result); err != nil {
		t.Fatal(err)
	}
}

func readFile[T any](t *testing.T, file string, read func(io.Reader) (T, error)) T {
	t.Helper()
	f, err := os.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	x, err := read(f)
	if err != nil {
		t.Fatalf("%s: %v", file, err)
	}
	return x
}

// golden holds a report, as it is printed, to a file.
func golden(t *testing.T, file string, report interface{ Write(io.Writer) error }) {
	t.Helper()
	var b strings.Builder
	if err := report.Write(&b); err != nil {
		t.Fatal(err)
	}
	if *update {
		if err := os.WriteFile(file, []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if b.String() != string(want) {
		t.Errorf("the table is now\n%s\nand not %s", b.String(), file)
	}
}

func TestTreebankText(t *testing.T) {
	bank := readFile(t, goldTrees, ReadTreebank)
	texts := map[string]string{}
	for id, text := range bank.Texts {
		texts[id] = text
	}
	want := "Rebels didn't retake the port. They'll try again, envoys of the U.N. said."
	if texts["port"] != want || texts["bank"] != "Cannot pay\n\nIt was driven out by gunmen's allies" {
		t.Errorf("%q", texts)
	}
}

func TestTreebankFaults(t *testing.T) {
	word := func(id, form, head string) string {
		return id + "\t" + form + "\t_\t_\t_\t_\t" + head + "\tdep\t_\t_\n"
	}
	for _, c := range []struct{ in, want string }{
		{"1\tgo\n", "line 1: 2 columns: it ought to have 10, parted by tabs"},
		{word("1", "go", "2"), `line 1: the head "2" is no number from 0 to 1`},
		{word("1", "go", "up"), `line 1: the head "up" is no number from 0 to 1`},
		{word("1", "\u00a0", "0"), "line 1: a token without characters"},
		{word("2-3", "didn't", "_") + word("1", "did", "0"), `line 1: the multiword token "2-3" is out of place`},
		{word("1-2", "didn't", "_") + word("1", "did", "0"), "line 2: the words of a multiword token are missing"},
	} {
		bank, err := ReadTreebank(strings.NewReader(c.in))
		if err == nil {
			err = bank.Fault()
		}
		if err == nil || err.Error() != c.want {
			t.Errorf("%q: %v, want %s", c.in, err, c.want)
		}
	}
}

// FuzzTrees: whatever stands in two files, there are figures within their limits, and a file agrees with itself.
func FuzzTrees(f *testing.F) {
	read := func(file string) string {
		b, err := os.ReadFile(file)
		if err != nil {
			f.Fatal(err)
		}
		return string(b)
	}
	f.Add(read(goldTrees), read(foundTrees))
	f.Add(read(foundTrees), read(goldTrees))
	f.Fuzz(func(t *testing.T, a, b string) {
		if len(a)+len(b) > 1<<14 {
			t.Skip()
		}
		gold, errA := ReadTreebank(strings.NewReader(a))
		found, errB := ReadTreebank(strings.NewReader(b))
		if errA != nil || errB != nil {
			return
		}
		for m, x := range Trees(gold, found).Figures {
			if x.Correct < 0 || x.Correct > min(x.Found, x.Gold) {
				t.Fatalf("%s: %+v", Measure(m), x)
			}
		}
		if gold.Fault() != nil {
			return
		}
		for m, x := range Trees(gold, gold).Figures {
			if Measure(m) >= UAS { // a word without a head is no right one
				break
			}
			if x.Correct != x.Gold || x.Found != x.Gold {
				t.Fatalf("a file with itself: %s: %+v", Measure(m), x)
			}
		}
	})
}
