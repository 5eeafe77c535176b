package main

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"example.org/demarche"
	"example.org/demarche/internal/score"
)

var update = flag.Bool("update", false, "write gold/scores.txt anew")

// The sets that figures are kept of, beside this repository; they are not part of it.
const (
	ewt      = "../shared/data/ud/en_ewt-dev.conllu.gz"
	gum      = "../shared/data/ud/en_gum-dev.conllu.gz"
	uner     = "../shared/data/ner/en_ewt-ud-dev.iob2.gz"
	mentions = "../shared/data/ud/gum-entities-dev.conllu.gz"
	polnear  = "../shared/data/polnear/dev.jsonl.gz"
	gumTold  = "../shared/data/gum-attribution/dev.jsonl.gz"
	lgl      = "../shared/data/geo/lgl.jsonl.gz"
	plv      = "../shared/data/plv/PLV_train.tsv"
	happened = "../shared/data/factuality/ewt-dev.jsonl.gz"
	propbank = "../shared/data/srl/ewt-dev.jsonl.gz"
)

// TestScores holds gold/scores.txt to what the commands in it print: a change of models or knowledge that moves the figures shows
// it in its own diff. `go test ./cmd/demarche -run Scores -update` writes it. Commands whose gold is not there are skipped.
func TestScores(t *testing.T) {
	t.Chdir("../..")
	kept := readScores(t)
	t.Run("events", func(t *testing.T) { kept.check(t, "eval events gold", printed(t, "eval events gold")) })
	for _, c := range []struct {
		name, file string
		tokens     bool
	}{
		{"EWT", ewt, false}, {"EWT, gold tokens", ewt, true}, {"GUM", gum, false}, {"GUM, gold tokens", gum, true},
	} {
		t.Run(c.name, func(t *testing.T) {
			needs(t, c.file)
			command := "eval ud " + c.file
			if c.tokens {
				command = "eval ud --gold-tokens " + c.file
			}
			kept.check(t, command, treeTable(t, &measuring{tokens: c.tokens}, c.file))
		})
	}
	t.Run("UNER", func(t *testing.T) {
		needs(t, uner)
		kept.check(t, "eval names "+uner, nameTable(t, uner))
	})
	t.Run("GUM, mentions", func(t *testing.T) {
		needs(t, mentions)
		kept.check(t, "eval names "+mentions, printed(t, "eval names "+mentions))
	})
	for _, file := range []string{polnear, gumTold} {
		t.Run("attribution, "+file, func(t *testing.T) {
			needs(t, file)
			kept.check(t, "eval attribution "+file, attributionTable(t, file))
		})
	}
	t.Run("statements", func(t *testing.T) {
		needs(t, polnear)
		needs(t, gmb)
		command := "eval statements gold/statements " + polnear + " " + gmb
		kept.check(t, command, printed(t, command))
	})
	t.Run("passages", func(t *testing.T) {
		needs(t, gmb)
		needs(t, polnear)
		needs(t, lgl)
		command := "eval events gold/passages/passages.jsonl --texts " + gmb + " --texts " + polnear + " --texts " + lgl
		kept.check(t, command, printed(t, command))
	})
	for _, rows := range []string{"odd", "even"} {
		t.Run("relations, "+rows, func(t *testing.T) {
			needs(t, plv)
			kept.check(t, "eval relate --always --rows "+rows+" "+plv, relationTable(t, plv, rows))
		})
	}
	t.Run("factuality", func(t *testing.T) {
		needs(t, happened)
		kept.check(t, "eval factuality "+happened, printed(t, "eval factuality "+happened))
	})
	t.Run("roles", func(t *testing.T) {
		needs(t, propbank)
		kept.check(t, "eval roles "+propbank, printed(t, "eval roles "+propbank))
	})
	t.Run("quiet", func(t *testing.T) {
		needs(t, ewt)
		needs(t, gum)
		command := "eval quiet --documents reviews,answers,GUM_academic,GUM_vlog,GUM_whow " + ewt + " " + gum
		kept.check(t, command, printed(t, command))
	})
	if *update {
		kept.write(t)
	}
}

// needs skips a test for which a file is wanting, or time.
func needs(t *testing.T, file string) {
	t.Helper()
	if testing.Short() {
		t.Skip("NOT MEASURED: -short")
	}
	if _, err := os.Stat(file); err != nil {
		t.Skipf("NOT MEASURED: needs %s", file)
	}
}

// printed is what a command line prints.
func printed(t *testing.T, args string) string {
	t.Helper()
	var out, errs bytes.Buffer
	if code := run(t.Context(), strings.Fields(args), strings.NewReader(""), &out, &errs); code != exitOK {
		t.Fatalf("demarche %s: exit code %d: %s", args, code, errs.String())
	}
	return out.String()
}

// treeTable is what eval ud prints; the figures are held to those of the scorer beside the repository on the same analysis.
func treeTable(t *testing.T, e *measuring, file string) string {
	t.Helper()
	in := goldOf(t, file)
	gold, err := parseGold(in, readGoldTrees)
	if err != nil {
		t.Fatal(err)
	}
	analysed, err := e.analyse(t.Context(), in, gold)
	if err != nil {
		t.Fatal(err)
	}
	report, err := compareTrees(gold, analysed)
	if err != nil {
		t.Fatal(err)
	}
	figures := map[string]score.Figure{}
	for m, f := range report.Figures {
		figures[score.Measure(m).String()] = f
	}
	var shared struct{ Scores map[string]figureJSON }
	if sharedScorer(t, "score_ud.py", file, analysed, &shared) {
		sameFigures(t, figures, shared.Scores)
	}
	return written(t, report)
}

// nameTable is what eval names prints for IOB2; the figures are held to those of the scorer beside the repository.
func nameTable(t *testing.T, file string) string {
	t.Helper()
	gold, err := parseGold(goldOf(t, file), score.ReadIOB2)
	if err != nil {
		t.Fatal(err)
	}
	coder, err := demarche.Open(demarche.Options{})
	if err != nil {
		t.Fatal(err)
	}
	analysed, err := analysis(t.Context(), textSketches(coder, gold.Texts))
	if err != nil {
		t.Fatal(err)
	}
	found, err := score.ReadNames(bytes.NewReader(analysed))
	if err != nil {
		t.Fatal(err)
	}
	report := score.Names(gold, found)
	figures := map[string]score.Figure{}
	for _, x := range report.Rows {
		figures[x.Name] = x.Figure
	}
	var shared struct{ All, PER, ORG, LOC figureJSON }
	if sharedScorer(t, "score_names.py", file, analysed, &shared) {
		sameFigures(t, figures, map[string]figureJSON{"all": shared.All, "PER": shared.PER, "ORG": shared.ORG, "LOC": shared.LOC})
	}
	return written(t, report)
}

// attributionTable is what eval attribution prints; the figures are held to those of the scorer beside the repository on the records
// that code writes.
func attributionTable(t *testing.T, file string) string {
	t.Helper()
	report, err := (&measuring{}).attribution(t.Context(), goldOf(t, file))
	if err != nil {
		t.Fatal(err)
	}
	figures := map[string]score.Figure{"linked, relaxed": report.Told.Relaxed, "linked, exact": report.Told.Full}
	for i, role := range []string{"source", "cue", "content"} {
		figures[role+", exact"], figures[role+", words"] = report.Told.Exact[i], report.Told.Words[i]
	}
	var shared struct {
		Exact, Token struct{ Source, Cue, Content figureJSON }
		Relaxed      figureJSON `json:"linked_relaxed"`
		Full         figureJSON `json:"linked_exact"`
	}
	records := printed(t, "code --id-field id --text-field text "+file)
	if sharedScorer(t, "score_polnear.py", file, []byte(records), &shared) {
		sameFigures(t, figures, map[string]figureJSON{
			"source, exact": shared.Exact.Source, "cue, exact": shared.Exact.Cue, "content, exact": shared.Exact.Content,
			"source, words": shared.Token.Source, "cue, words": shared.Token.Cue, "content, words": shared.Token.Content,
			"linked, relaxed": shared.Relaxed, "linked, exact": shared.Full,
		})
	}
	return written(t, report)
}

// relationTable is what eval relate prints of half the rows; the figures are held to those of the scorer beside the repository on what relate
// prints.
func relationTable(t *testing.T, file, rows string) string {
	t.Helper()
	report, err := (&relations{measuring: measuring{s: &streams{}}, always: true, rows: rows}).report(t.Context(), file)
	if err != nil {
		t.Fatal(err)
	}
	type measured struct {
		Accuracy float64
		MacroF1  float64 `json:"macro_f1"`
	}
	var shared struct{ Root, Penta measured }
	answers := printed(t, "relate --always "+file)
	if sharedScorer(t, "score_plv.py", file, []byte(answers), &shared, "--rows", rows) {
		for name, one := range map[string]struct {
			ours   score.Labelling
			theirs measured
		}{"types": {report.Root, shared.Root}, "classes": {report.Class, shared.Penta}} {
			ours := fmt.Sprintf("%.2f %.2f", one.ours.Share.Percent(), one.ours.MacroF1)
			if theirs := fmt.Sprintf("%.2f %.2f", one.theirs.Accuracy, one.theirs.MacroF1); ours != theirs {
				t.Errorf("%s: %s; the other scorer has %s", name, ours, theirs)
			}
		}
	}
	return written(t, report)
}

func goldOf(t *testing.T, file string) goldFile {
	t.Helper()
	in, err := (&measuring{s: &streams{}}).read(file)
	if err != nil {
		t.Fatal(err)
	}
	return in
}

func written(t *testing.T, r report) string {
	t.Helper()
	var b strings.Builder
	if err := r.Write(&b); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// A figureJSON is a figure as the scorers beside the repository print it.
type figureJSON struct {
	Precision, Recall, F1    float64
	Correct, Predicted, Gold int
}

// sharedScorer runs a scorer beside the repository on what was found and reads its JSON; it reports false where that cannot be.
func sharedScorer(t *testing.T, name, gold string, analysed []byte, result any, options ...string) bool {
	t.Helper()
	script := "../shared/score/" + name
	if _, err := os.Stat(script); err != nil {
		t.Log("NOT COMPARED: needs " + script)
		return false
	}
	found := filepath.Join(t.TempDir(), "found"+filepath.Ext(strings.TrimSuffix(gold, ".gz")))
	if err := os.WriteFile(found, analysed, 0o644); err != nil {
		t.Fatal(err)
	}
	out, err := exec.Command("python3", append([]string{script, gold, found, "--json"}, options...)...).Output()
	if err != nil {
		t.Logf("NOT COMPARED: python3 %s: %v", script, err)
		return false
	}
	if err := json.Unmarshal(out, result); err != nil {
		t.Fatal(err)
	}
	return true
}

// sameFigures holds figures to those of another scorer, to the last printed digit.
func sameFigures(t *testing.T, got map[string]score.Figure, want map[string]figureJSON) {
	t.Helper()
	for name, g := range got {
		w := want[name]
		ours := fmt.Sprintf("%d of %d and %d: %.2f %.2f %.2f", g.Correct, g.Found, g.Gold, g.Precision(), g.Recall(), g.F1())
		theirs := fmt.Sprintf("%d of %d and %d: %.2f %.2f %.2f", w.Correct, w.Predicted, w.Gold, w.Precision, w.Recall, w.F1)
		if ours != theirs {
			t.Errorf("%s: %s; the other scorer has %s", name, ours, theirs)
		}
	}
}

// scores are the tables of gold/scores.txt, each under the command line that prints it.
type scores struct {
	order []string // the command lines
	table map[string]string
}

const scoresFile = "gold/scores.txt"

func readScores(t *testing.T) *scores {
	t.Helper()
	b, err := os.ReadFile(scoresFile)
	if err != nil {
		t.Fatal(err)
	}
	s := &scores{table: map[string]string{}}
	for _, part := range strings.Split("\n"+string(b), "\n$ demarche ")[1:] {
		command, rest, _ := strings.Cut(part, "\n\n")
		s.set(command, strings.TrimRight(rest, "\n")+"\n")
	}
	return s
}

// set keeps the table of a command line.
func (s *scores) set(command, table string) {
	if _, ok := s.table[command]; !ok {
		s.order = append(s.order, command)
	}
	s.table[command] = table
}

// check holds a table to the one that is kept, or keeps it.
func (s *scores) check(t *testing.T, command, table string) {
	t.Helper()
	if *update {
		s.set(command, table)
		return
	}
	if s.table[command] != table {
		t.Errorf("the figures of demarche %s have moved; they are now:\n%s\nlook at why, then go test ./cmd/demarche -run Scores -update", command, table)
	}
}

// write writes the file.
func (s *scores) write(t *testing.T) {
	t.Helper()
	var b strings.Builder
	for i, command := range s.order {
		if i > 0 {
			b.WriteString("\n")
		}
		fmt.Fprintf(&b, "$ demarche %s\n\n%s", command, s.table[command])
	}
	if err := os.WriteFile(scoresFile, []byte(b.String()), 0o644); err != nil {
		t.Fatal(err)
	}
}
