package demarche_test

import (
	"bytes"
	"strings"
	"testing"

	"example.org/demarche"
	"example.org/demarche/record/recordtest"
)

// TestTreesGiveTheSameRecord: an article coded from the trees that the program itself prints gives the events that its text
// gives.
func TestTreesGiveTheSameRecord(t *testing.T) {
	c, samples := open(t)
	a := samples[0]
	want, err := c.Code(t.Context(), a)
	if err != nil {
		t.Fatal(err)
	}
	var conllu bytes.Buffer
	if err := c.WriteCoNLLU(t.Context(), &conllu, a); err != nil {
		t.Fatal(err)
	}
	for r, err := range c.CodeTrees(t.Context(), &conllu, "sample", a.Published) {
		if err != nil {
			t.Fatal(err)
		}
		if r.Article.SourceID != "01-libya-recognition" || len(r.Events) != len(want.Events) || len(r.Attributions) != len(want.Attributions) {
			t.Errorf("%s: %d events, %d attributions; from the text %d and %d", r.Article.SourceID, len(r.Events), len(r.Attributions), len(want.Events), len(want.Attributions))
		}
	}
}

// FuzzCodeTrees: whatever stands in a file of trees, there are records without fault, or errors.
func FuzzCodeTrees(f *testing.F) {
	c, samples := open(f)
	var conllu bytes.Buffer
	if err := c.WriteCoNLLU(f.Context(), &conllu, demarche.Article{SourceID: "a", Text: samples[1].Text[:300]}); err != nil {
		f.Fatal(err)
	}
	f.Add(conllu.String())
	f.Add("# text = Rebels met.\n1\tRebels\trebel\tNOUN\tNNS\t_\t2\tconj\t_\t_\n2\tmet\tmeet\tVERB\tVBD\t_\t0\tconj\t_\t_\n")
	f.Add("# text = who wanted talks\n1\twho\twho\tPRON\tWP\t_\t0\troot\t_\t_\n2\twanted\twant\tVERB\tVBD\t_\t1\tacl\t_\t_\n3\ttalks\ttalk\tNOUN\tNNS\t_\t2\tobj\t_\t_\n\n" +
		"# text = which they wanted\n1\twhich\twhich\tPRON\tWDT\tPronType=Rel\t3\tobj\t_\t_\n2\tthey\tthey\tPRON\tPRP\t_\t3\tnsubj\t_\t_\n3\twanted\twant\tVERB\tVBD\t_\t0\tccomp\t_\t_\n")
	f.Fuzz(func(t *testing.T, file string) {
		if len(file) > 1<<14 {
			t.Skip()
		}
		for r, err := range c.CodeTrees(t.Context(), strings.NewReader(file), "fuzz", "2011-07-19") {
			if err != nil {
				continue
			}
			if err := recordtest.Check(r); err != nil {
				t.Fatal(err)
			}
		}
	})
}
