package export_test

import (
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"example.org/demarche/internal/export"
	"example.org/demarche/record/recordtest"
)

// TestColumnsAreDocumented holds docs/csv.md to the columns, in both directions.
func TestColumnsAreDocumented(t *testing.T) {
	doc, err := os.ReadFile("../../docs/csv.md")
	if err != nil {
		t.Fatal(err)
	}
	var documented []string
	for line := range strings.Lines(string(doc)) {
		if cells := strings.Split(line, "|"); len(cells) > 2 {
			for _, m := range regexp.MustCompile("`([a-z_]+)`").FindAllStringSubmatch(cells[1], -1) {
				documented = append(documented, m[1])
			}
		}
	}
	for _, c := range export.Columns() {
		if !slices.Contains(documented, c) {
			t.Errorf("column %s is not in docs/csv.md", c)
		}
	}
	for _, c := range documented {
		if !slices.Contains(export.Columns(), c) {
			t.Errorf("docs/csv.md describes %s, which is no column", c)
		}
	}
}

func TestCSVWritesARowForEachEvent(t *testing.T) {
	r := recordtest.Sample()
	var b strings.Builder
	w, err := export.NewCSV(&b)
	if err == nil {
		err = w.Write(&r)
	}
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(strings.TrimSpace(b.String()), "\n")
	if len(lines) != 1+len(r.Events) {
		t.Fatalf("%d lines for %d events:\n%s", len(lines), len(r.Events), b.String())
	}
	for _, want := range []string{string(r.Events[0].Type), r.Events[0].CAMEO, string(r.Events[0].Status), r.Events[0].Rule} {
		if !strings.Contains(lines[1], want) {
			t.Errorf("row lacks %q: %s", want, lines[1])
		}
	}
}
