package names

import (
	"fmt"
	"math"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"example.org/demarche/internal/encoder"
	"example.org/demarche/internal/encoder/kernel"
	"example.org/demarche/internal/encoder/modeltest"
)

func taggerOf(labels ...string) *Tagger {
	t := &Tagger{labels: labels, outside: slices.Index(labels, outside)}
	t.constrain(nil)
	return t
}

// follows reports whether a label may stand after another; before a sentence stands an O.
func follows(label, before string) bool {
	kind, within := strings.CutPrefix(label, "I-")
	return !within || before == "B-"+kind || before == "I-"+kind
}

func TestDecode(t *testing.T) {
	g := taggerOf("O", "B-PER", "I-PER", "B-LOC", "I-LOC")
	for _, c := range []struct {
		what   string
		scores [][]float32
		want   string
	}{
		{"what is best alone", [][]float32{{0, 9, 0, 0, 0}, {0, 0, 9, 0, 0}, {9, 0, 0, 0, 0}}, "B-PER I-PER O"},
		{"no name begins with I", [][]float32{{1, 2, 9, 0, 0}, {3, 0, 0, 0, 0}}, "B-PER O"},
		{"no name changes its kind", [][]float32{{0, 5, 0, 4, 0}, {0, 0, 0, 0, 9}}, "B-LOC I-LOC"},
		{"nor goes on after a gap", [][]float32{{0, 9, 0, 0, 0}, {9, 0, 0, 0, 0}, {0, 1, 4, 0, 0}}, "B-PER O B-PER"},
		{"the first of equals", [][]float32{{0, 0, 0, 0, 0}, {0, 0, 0, 0, 0}}, "O O"},
	} {
		labels := make([]string, len(c.scores))
		g.decode(&encoder.Scratch{}, slices.Concat(c.scores...), labels)
		if got := strings.Join(labels, " "); got != c.want {
			t.Errorf("%s: %s, want %s", c.what, got, c.want)
		}
	}
}

// The best path against all paths, without and with transitions.
func TestDecodeIsBest(t *testing.T) {
	sc, kinds := &encoder.Scratch{}, []string{"B-PER", "O", "I-PER", "B-LOC", "I-LOC"}
	for seed := range uint64(500) {
		rng := rand.New(rand.NewPCG(seed, 9))
		random := func(n int) []float32 {
			x := make([]float32, n)
			for i := range x {
				x[i] = float32(rng.IntN(20))
			}
			return x
		}
		labels, transition := make([]string, 1+rng.IntN(5)), make([]float32, len(kinds)*len(kinds))
		scores := random(len(labels) * len(kinds))
		g := &Tagger{labels: kinds, outside: 1}
		if seed%2 == 0 {
			g.constrain(nil)
		} else {
			transition = random(len(transition))
			g.constrain(transition)
		}
		g.decode(sc, scores, labels)
		got, before := 0.0, outside
		for i, l := range labels {
			if !follows(l, before) {
				t.Fatalf("seed %d: %q", seed, labels)
			}
			k := slices.Index(kinds, l)
			got += float64(transition[slices.Index(kinds, before)*len(kinds)+k] + scores[i*len(kinds)+k])
			before = l
		}
		if want := bestPath(kinds, scores, transition, outside); got != want {
			t.Fatalf("seed %d: %q has %g, the best %g", seed, labels, got, want)
		}
	}
}

// bestPath is the greatest sum of a path through scores that may follow a label.
func bestPath(labels []string, scores, transition []float32, before string) float64 {
	if len(scores) == 0 {
		return 0
	}
	best := math.Inf(-1)
	for l, label := range labels {
		if follows(label, before) {
			step := transition[slices.Index(labels, before)*len(labels)+l]
			best = max(best, float64(step+scores[l])+bestPath(labels, scores[len(labels):], transition, label))
		}
	}
	return best
}

func TestTaggerFiles(t *testing.T) {
	e, err := encoder.Open(modeltest.Encoder(1, 1, 32, 2, 32, "a").String(), kernel.Auto)
	if err != nil {
		t.Fatal(err)
	}
	model := func(labels ...string) *modeltest.Model {
		m := modeltest.New("names", 5)
		m.Config["width"], m.Labels["name"] = 32, labels
		m.Matrix("name", len(labels), 32, true)
		return m
	}
	g, err := OpenTagger(model("O", "B-PER", "I-PER").String(), e)
	if err != nil {
		t.Fatal(err)
	}
	m := model("O", "B-PER", "I-PER")
	m.Numbers("transition", []float32{0, 0, 0, 5, 0, 7, 0, 0, 0}, 3, 3)
	if g, err := OpenTagger(m.String(), e); err != nil || g.steps[0][1] != 5 || g.steps[2][1] != 7 || !math.IsInf(g.steps[2][0], -1) {
		t.Errorf("with transitions: %v, %v", err, g.steps)
	}
	words, sc := slices.Repeat([]string{"a"}, 600), e.NewScratch()
	e.Add(sc, words)
	e.Add(sc, nil)
	labels := [][]string{make([]string, 600), nil}
	if g.Label(sc, e.Encode(sc), labels); labels[0][599] != outside || slices.Contains(labels[0], "") {
		t.Errorf("labels %q", labels[0])
	}
	if _, err := OpenTagger(model("B-PER", "I-PER").String(), e); err == nil || !strings.Contains(err.Error(), "there is no O") {
		t.Error(err)
	}
	many := []string{"O"}
	for i := range 5000 {
		many = append(many, fmt.Sprintf("B-%d", i))
	}
	if _, err := OpenTagger(model(many...).String(), e); err == nil || !strings.Contains(err.Error(), "labels name: there are 5001, want at most 4096") {
		t.Error(err)
	}
}

const models = "../../data/models"

func readModel(t testing.TB, name string) string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(models, name))
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func TestTaggerFixture(t *testing.T) {
	e, err := encoder.Open(readModel(t, "encoder.dmm"), kernel.Auto)
	if err != nil {
		t.Fatal(err)
	}
	g, err := OpenTagger(readModel(t, "names.dmm"), e)
	if err != nil {
		t.Fatal(err)
	}
	f, err := modeltest.ParseFixture([]byte(readModel(t, "fixture.json")))
	if err != nil {
		t.Fatal(err)
	}
	sc := e.NewScratch()
	var d modeltest.Difference
	for _, s := range f.Sentences {
		e.Add(sc, s.Words)
		v, got := e.Encode(sc), make([]string, len(s.Words))
		if g.Label(sc, v, [][]string{got}); !slices.Equal(got, s.Name) {
			t.Errorf("%q: %q, want %q", s.Words, got, s.Name)
		}
		scores := g.scores.Scores(sc, v)
		for i, want := range s.NameScore {
			d.Add(scores[i*g.scores.Stride()+slices.Index(g.labels, s.Name[i])], want)
		}
	}
	t.Log(d.String())
	if err := d.Within(f.Drift); err != nil {
		t.Error(err)
	}
}
