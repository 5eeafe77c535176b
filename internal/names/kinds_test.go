package names

import (
	"slices"
	"strings"
	"testing"

	"example.org/demarche/internal/encoder"
	"example.org/demarche/internal/encoder/kernel"
	"example.org/demarche/internal/encoder/modeltest"
)

func TestBest(t *testing.T) {
	for _, c := range []struct {
		scores []float32
		want   int
	}{{[]float32{1, 3, 2}, 1}, {[]float32{3, 1, 3}, 0}, {[]float32{-1}, 0}} {
		if got := best(c.scores); got != c.want {
			t.Errorf("best of %v is %d, want %d", c.scores, got, c.want)
		}
	}
}

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
	vectors, _ := e.Encode(sc, words)
	labels := g.Label(sc, vectors, len(words))
	if len(labels) != len(words) || labels[len(words)-1] != outside {
		t.Errorf("%d labels, the last %s", len(labels), labels[len(labels)-1])
	}
	scores := make([]float32, len(vectors)/32*len(all))
	g.scores.Quantise(&sc.Activations, vectors)
	g.scores.Apply(scores, &sc.Activations)
	for i := range len(vectors) / 32 {
		of := scores[i*len(all) : (i+1)*len(all)]
		if labels[i] != all[slices.Index(of, slices.Max(of))] {
			t.Errorf("word %d is %s by %v", i, labels[i], of)
		}
	}
	if labels := g.Label(sc, nil, 0); len(labels) != 0 {
		t.Errorf("no words have labels %q", labels)
	}
	for _, c := range []struct{ file, want string }{
		{model("mentions", "person", "place"), "there is no O"}, {model("names", all...), "names"},
	} {
		if _, err := OpenKindTagger(c.file, e); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("error %v, want one of %q", err, c.want)
		}
	}
}
