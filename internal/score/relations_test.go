package score

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// relationsOfTest are rows with their answers; the second class of gold is not its root's.
var relationsOfTest = []Relation{
	{Row: 0, Root: "YIELD", Found: "RETREAT", Confidence: .8},
	{Row: 1, Root: "YIELD", Class: "1", Found: "CONCEDE", Confidence: .8},
	{Row: 2, Root: "AGREE", Found: "YIELD", Confidence: .6, Why: "a frame", Sentence: "Kenya left."},
	{Row: 3, Root: "ASSAULT", Found: "ACCUSE", Confidence: .6},
	{Row: 4, Root: "AGREE", Found: ""},
	{Row: 5, Root: "AGREE", Class: "1", Found: "AGREE", Confidence: .6},
}

func TestRelations(t *testing.T) {
	r := CompareRelations(relationsOfTest, true)
	got := printed(t, r)
	for _, line := range []string{
		"rows 6, answered 5",
		"AGREE 3 1 1 100.00 33.33 50.00",
		"YIELD 2 3 2 66.67 100.00 80.00",
		"type 3 of 6 50.00 8.67",   // (.5 + .8) / 15
		"class 2 of 6 33.33 22.50", // (.4 + .5) / 4
		".60 to .69 1 of 3 33.33 60.00",
		"calibration error 0.240",
		"AGREE - 1",
		"AGREE YIELD 1",
		"row 2 AGREE, found YIELD: Kenya left.",
		"a frame",
	} {
		if !strings.Contains(got, "\n"+line+"\n") {
			t.Errorf("no line %q in\n%s", line, got)
		}
	}
	if strings.Contains(got, "ACCUSE 1\n") || strings.Contains(got, "row 3") {
		t.Error("an odd row is listed")
	}
	if got := printed(t, CompareRelations(relationsOfTest, false)); strings.Contains(got, "row ") || strings.Contains(got, "gold found rows") {
		t.Error(got)
	}
}

func TestRelationsThatAreNone(t *testing.T) {
	for _, one := range []struct {
		r    Relation
		want string
	}{
		{Relation{Root: "CONCEDE"}, `gold_root "CONCEDE" is none of PLV's 15`},
		{Relation{Root: "AID", Class: "5"}, `gold_penta "5" is none of 1, 2, 3, 4`},
	} {
		if err := one.r.Check(); err == nil || err.Error() != one.want {
			t.Errorf("%v, want %s", err, one.want)
		}
	}
	if err := (Relation{Root: "AID", Class: "1"}).Check(); err != nil {
		t.Error(err)
	}
}

// TestRelationsAsTheOtherScorer holds the figures to those of the scorer beside the repository.
func TestRelationsAsTheOtherScorer(t *testing.T) {
	const script = "../../../shared/score/score_plv.py"
	if _, err := os.Stat(script); err != nil {
		t.Skip("NOT COMPARED: needs ../shared/score/score_plv.py")
	}
	gold, found := "gold_root\tgold_penta\n", "event_type\twhy\n"
	for _, r := range relationsOfTest {
		class := r.Class
		if class == "" {
			class = classOf(r.Root)
		}
		gold, found = gold+r.Root+"\t"+class+"\n", found+r.Found+"\t"+r.Why+"\n"
	}
	dir := t.TempDir()
	for name, s := range map[string]string{"gold.tsv": gold, "found.tsv": found} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(s), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	out, err := exec.Command("python3", script, filepath.Join(dir, "gold.tsv"), filepath.Join(dir, "found.tsv"), "--json").Output()
	if err != nil {
		t.Skipf("NOT COMPARED: python3 %s: %v", script, err)
	}
	type measured struct {
		Accuracy float64
		MacroF1  float64 `json:"macro_f1"`
	}
	var theirs struct{ Root, Penta measured }
	if err := json.Unmarshal(out, &theirs); err != nil {
		t.Fatal(err)
	}
	r := CompareRelations(relationsOfTest, false)
	for _, one := range []struct {
		name   string
		ours   Labelling
		theirs measured
	}{{"root", r.Root, theirs.Root}, {"class", r.Class, theirs.Penta}} {
		if ours := (measured{one.ours.Share.Percent(), one.ours.MacroF1}); !near(ours.Accuracy, one.theirs.Accuracy) || !near(ours.MacroF1, one.theirs.MacroF1) {
			t.Errorf("%s: %+v; the other scorer has %+v", one.name, ours, one.theirs)
		}
	}
}

// near reports whether two figures are alike in two decimals or so; the other scorer may round.
func near(a, b float64) bool { return a-b < .006 && b-a < .006 }
