package tagger

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"example.org/demarche/internal/encoder"
	"example.org/demarche/internal/encoder/kernel"
	"example.org/demarche/internal/encoder/modeltest"
	"example.org/demarche/internal/syntax"
	"example.org/demarche/internal/text"
)

func smallEncoder(t testing.TB) *encoder.Encoder {
	t.Helper()
	e, err := encoder.Open(modeltest.Encoder(1, 1, 32, 2, 32, strings.Fields("the minister talk ##s resign ##ed .")...).String(), kernel.Auto)
	if err != nil {
		t.Fatal(err)
	}
	return e
}

func smallModel() *modeltest.Model { return modeltest.Tagger(3, 32) }

// tree is a tree without an analysis over words with a space between them.
func tree(words []string) *syntax.Tree {
	var tokens []text.Token
	at := 0
	for _, w := range words {
		span := text.Span{Start: at, End: at + len(w)}
		tokens = append(tokens, text.Token{Span: span, Surface: span})
		at = span.End + 1
	}
	return syntax.New(0, strings.Join(words, " "), tokens)
}

// encode returns the vectors of one sentence.
func encode(e *encoder.Encoder, sc *encoder.Scratch, words []string) encoder.Vectors {
	e.Add(sc, words)
	return e.Encode(sc)
}

func TestTag(t *testing.T) {
	e := smallEncoder(t)
	m := smallModel()
	g, err := Open(m.String(), e)
	if err != nil {
		t.Fatal(err)
	}
	tr, sc := tree(strings.Fields("The minister talks .")), e.NewScratch()
	vectors := encode(e, sc, strings.Fields("The minister talks ."))
	g.Tag(sc, vectors, []*syntax.Tree{tr})
	for i := range tr.Len() {
		if !slices.Contains(m.Labels["upos"], tr.UPOS[i]) || !slices.Contains(m.Labels["xpos"], tr.XPOS[i]) || tr.Feats[i] == "_" || tr.Lemmas[i] == "" {
			t.Errorf("%s: %s %s %q %q", tr.Form(i), tr.UPOS[i], tr.XPOS[i], tr.Feats[i], tr.Lemmas[i])
		}
	}
	if tr.Lemmas[2] != "look" {
		t.Errorf("the lemma of talks is %q, not the lexicon's", tr.Lemmas[2])
	}
}

func TestUnreachedWords(t *testing.T) {
	e := smallEncoder(t)
	g, err := Open(smallModel().String(), e)
	if err != nil {
		t.Fatal(err)
	}
	tr, sc := tree(slices.Repeat([]string{"minister"}, 600)), e.NewScratch()
	vectors := encode(e, sc, slices.Repeat([]string{"minister"}, 600))
	g.Tag(sc, vectors, []*syntax.Tree{tr})
	if vectors.Len() != encoder.MaxPieces || tr.UPOS[509] == "X" || tr.UPOS[510] != "X" || tr.Lemmas[599] != "minister" {
		t.Errorf("%d reached; %s, %s, %s", vectors.Len(), tr.UPOS[509], tr.UPOS[510], tr.Lemmas[599])
	}
}

func TestBadFiles(t *testing.T) {
	e := smallEncoder(t)
	for want, spoil := range map[string]func(m *modeltest.Model){
		`config width: is "64"`:                             func(m *modeltest.Model) { m.Config["width"] = 64 },
		"labels feats: there are none":                      func(m *modeltest.Model) { delete(m.Labels, "feats") },
		`labels lemma: "x-1+" is no edit script`:            func(m *modeltest.Model) { m.Labels["lemma"][1] = "x-1+" },
		`labels xpos: "NN" appears twice`:                   func(m *modeltest.Model) { m.Labels["xpos"][1] = "NN" },
		"tensor upos.weight: is i8 [16 32], want i8 [32 32": func(m *modeltest.Model) { m.Labels["upos"] = strings.Split("abcdefghijklmnopq", "") },
	} {
		m := smallModel()
		spoil(m)
		if _, err := Open(m.String(), e); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%v, want %s", err, want)
		}
	}
}

func TestScripts(t *testing.T) {
	sc := &encoder.Scratch{}
	for _, c := range []struct{ script, word, want string }{
		{"l-0+", "Minister", "minister"},
		{"l-3+y", "Cities", "city"},
		{"k-0+", "Paris", "Paris"},
		{"k-1+", "Turks", "Turk"},
		{"f-0+", "GENEVA", "Geneva"},
		{"f-0+", "ÉVIAN", "Évian"},
		{"=not", "n't", "not"},
		{"=", "x", ""},
		{"k-2+a+b", "abc", "aa+b"},
		{"l-1+", "café", "caf"},
		{"l-4+", "Ein", "Ein"}, // more than there is
		{"l-3+", "Ein", ""},
		{"l-0+", "İzmir", "İzmir"},
		{"l-0+", "A\xffB", "a\xffb"},
		{"f-0+", "", ""},
	} {
		s, ok := parseScript(c.script)
		if !ok {
			t.Errorf("%s is no script", c.script)
		}
		if got := s.apply(sc, c.word); got != c.want {
			t.Errorf("%s makes %q of %q, want %q", c.script, got, c.word, c.want)
		}
	}
	for _, bad := range []string{"", "l", "l-", "l-+", "l-x+", "l--1+", "q-0+", "l-0", "l0+", "l-99999999+", "k-+1+"} {
		if s, ok := parseScript(bad); ok {
			t.Errorf("%q is %v", bad, s)
		}
	}
}

func TestLexicon(t *testing.T) {
	x := newLexicon("a\tNN\tone\nab\tNN\ttwo\nab\tNNS\tthree\nabc\tVB\tfour\nzé\tNN\tfive\n")
	if !x.sorted() {
		t.Error("not in order")
	}
	for range 2 { // without hints, and with them
		for key, want := range map[string]string{"a\tNN\t": "one", "ab\tNN\t": "two", "ab\tNNS\t": "three", "abc\tVB\t": "four", "zé\tNN\t": "five",
			"\tNN\t": "", "a\tN\t": "", "ab\tVB\t": "", "abcd\tVB\t": "", "zz\tNN\t": "", "zé\tNN\tfive\t": "", "\xff\tNN\t": ""} {
			if got, ok := x.find([]byte(key)); got != want || ok != (want != "") {
				t.Errorf("%q: %q, want %q", key, got, want)
			}
		}
	}
	if _, ok := newLexicon("").find([]byte("a\tNN\t")); ok || !newLexicon("").sorted() {
		t.Error("an empty lexicon finds something")
	}
	for _, bad := range []string{"b\tNN\tb\na\tNN\ta\n", "a\tNN\ta", "a\tNN\n", "a\tNN\ta\na\tNN\ta\n"} {
		if newLexicon(bad).sorted() {
			t.Errorf("%q is in order", bad)
		}
	}
}

// Check finds a lexicon that is not in order, which opening does not look for.
func TestCheck(t *testing.T) {
	e, m := smallEncoder(t), smallModel()
	m.Entry = m.Entry[:len(m.Entry)-1]
	m.Text("lexicon", "b\tNN\tb\na\tNN\ta\n")
	g, err := Open(m.String(), e)
	if err != nil {
		t.Fatal(err)
	}
	if err := g.Check(); err == nil || !strings.Contains(err.Error(), "tensor lexicon: its lines are not in order") {
		t.Error(err)
	}
	if _, shipped, _ := openModels(t); shipped.Check() != nil {
		t.Error(shipped.Check())
	}
}

const models = "../../../data/models"

func read(t testing.TB, name string) string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(models, name))
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// openModels opens the files that the program ships, and their fixture.
func openModels(t testing.TB) (*encoder.Encoder, *Tagger, *modeltest.Fixture) {
	t.Helper()
	e, err := encoder.Open(read(t, "encoder.dmm"), kernel.Auto)
	if err != nil {
		t.Fatal(err)
	}
	g, err := Open(read(t, "tagger.dmm"), e)
	if err != nil {
		t.Fatal(err)
	}
	f, err := modeltest.ParseFixture([]byte(read(t, "fixture.json")))
	if err != nil {
		t.Fatal(err)
	}
	return e, g, f
}

func TestFixture(t *testing.T) {
	e, g, f := openModels(t)
	sc := e.NewScratch()
	var d modeltest.Difference
	for _, s := range f.Sentences {
		vectors := encode(e, sc, s.Words)
		tr := tree(s.Words)
		g.Tag(sc, vectors, []*syntax.Tree{tr})
		for i, feats := range s.Feats {
			s.Feats[i] = strings.TrimPrefix(feats, "_")
		}
		for what, lists := range map[string][2][]string{
			"UPOS": {tr.UPOS, s.UPOS}, "XPOS": {tr.XPOS, s.XPOS}, "features": {tr.Feats, s.Feats}, "lemmas": {tr.Lemmas, s.Lemmas},
		} {
			if !slices.Equal(lists[0], lists[1]) {
				t.Errorf("%q: %s %q, want %q", s.Words, what, lists[0], lists[1])
			}
		}
		g.upos.compare(&d, sc, vectors, s.UPOSScore)
		g.xpos.compare(&d, sc, vectors, s.XPOSScore)
		g.feats.compare(&d, sc, vectors, s.FeatsScore)
		g.lemma.compare(&d, sc, vectors, s.LemmaScore)
	}
	t.Log(d.String())
	if err := d.Within(f.Drift); err != nil {
		t.Error(err)
	}
}

// compare adds the difference between each word's greatest score and the one wanted.
func (s scorer) compare(d *modeltest.Difference, sc *encoder.Scratch, vectors encoder.Vectors, want []float32) {
	scores := s.Scores(sc, vectors)
	for i, w := range want {
		d.Add(slices.Max(scores[i*s.Stride():][:len(s.labels)]), w)
	}
}

func BenchmarkTag(b *testing.B) {
	e, g, f := openModels(b)
	sc := e.NewScratch()
	words := f.Sentences[0].Words
	vectors := encode(e, sc, words)
	tr := tree(words)
	trees := []*syntax.Tree{tr}
	b.ReportAllocs()
	for b.Loop() {
		g.Tag(sc, vectors, trees)
	}
	b.ReportMetric(float64(len(words)*b.N)/b.Elapsed().Seconds(), "words/s")
}
