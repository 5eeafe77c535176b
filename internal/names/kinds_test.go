package names

import (
	"slices"
	"strings"
	"testing"

	"example.org/demarche/internal/encoder"
	"example.org/demarche/internal/encoder/kernel"
	"example.org/demarche/internal/encoder/modeltest"
)

func TestKindTaggerFiles(t *testing.T) {
	e, err := encoder.Open(modeltest.Encoder(1, 1, 32, 2, 32, "a", "b").String(), kernel.Auto)
	if err != nil {
		t.Fatal(err)
	}
	model := func(kind string, labels ...string) string {
		m := modeltest.New(kind, 5)
		m.Config["width"], m.Labels["kind"] = 32, labels
		m.Matrix("kind", len(labels), 32, true)
		return m.String()
	}
	all := []string{"person", "O", "place", "time"}
	g, err := OpenKindTagger(model("mentions", all...), e)
	if err != nil {
		t.Fatal(err)
	}
	words, sc := slices.Repeat([]string{"a", "b"}, 300), e.NewScratch()
	e.Add(sc, []string{"b"})
	e.Add(sc, words)
	e.Add(sc, nil)
	v := e.Encode(sc)
	labels := [][]string{make([]string, 1), make([]string, len(words)), nil}
	if g.Label(sc, v, labels); labels[1][len(words)-1] != outside {
		t.Errorf("a word without a vector is %s", labels[1][len(words)-1])
	}
	scores, stride := g.scores.Scores(sc, v), g.scores.Stride()
	for row := range v.Len() {
		s, i := v.Word(row, 0)
		of := scores[row*stride:][:len(all)]
		if labels[s][i] != all[slices.Index(of, slices.Max(of))] {
			t.Errorf("word %d of sentence %d is %s by %v", i, s, labels[s][i], of)
		}
	}
	for _, c := range []struct{ file, want string }{
		{model("mentions", "person", "place"), "there is no O"}, {model("names", all...), "names"},
	} {
		if _, err := OpenKindTagger(c.file, e); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("error %v, want one of %q", err, c.want)
		}
	}
}
