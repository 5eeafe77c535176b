package parser

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

func smallEncoder(t testing.TB, kernel string) *encoder.Encoder {
	t.Helper()
	e, err := encoder.Open(modeltest.Encoder(1, 1, 32, 2, 32, strings.Fields("the minister talk ##s resign ##ed . in a")...).String(), kernel)
	if err != nil {
		t.Fatal(err)
	}
	return e
}

func smallModel() *modeltest.Model { return modeltest.Parser(4, 32) }

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

func parse(t testing.TB, e *encoder.Encoder, p *Parser, sc *encoder.Scratch, words []string) *syntax.Tree {
	e.Add(sc, words)
	tr := tree(words)
	p.Parse(sc, e.Encode(sc), []*syntax.Tree{tr})
	return tr
}

func TestParse(t *testing.T) {
	words := strings.Fields("the minister talks . in a minister resigned in talks a the minister . talks the talks resigned the minister in the a talks in resigned .")
	for _, k := range kernel.All() {
		e := smallEncoder(t, k.Name())
		p, err := Open(smallModel().String(), e)
		if err != nil {
			t.Fatal(err)
		}
		sc := e.NewScratch()
		for n := range len(words) + 1 {
			tr := parse(t, e, p, sc, words[:n])
			roots := 0
			for i, h := range tr.Heads {
				if h == syntax.NoHead {
					roots++
				}
				if isRoot := tr.Rels[i] == "root"; isRoot != (h == syntax.NoHead) {
					t.Errorf("%d words: word %d has head %d and relation %s", n, i, h, tr.Rels[i])
				}
			}
			if roots != min(n, 1) {
				t.Errorf("%d words have %d roots", n, roots)
			}
			if got := parse(t, e, p, e.NewScratch(), words[:n]); !slices.Equal(got.Heads, tr.Heads) || !slices.Equal(got.Rels, tr.Rels) {
				t.Errorf("%d words: the tree depends on what was parsed before", n)
			}
		}
	}
}

func TestUnreachedWords(t *testing.T) {
	e := smallEncoder(t, kernel.Auto)
	p, err := Open(smallModel().String(), e)
	if err != nil {
		t.Fatal(err)
	}
	tr := parse(t, e, p, e.NewScratch(), slices.Repeat([]string{"minister"}, 600))
	for i := encoder.MaxPieces; i < 600; i++ {
		if tr.Head(i) != i-1 || tr.Rels[i] != unknownRel {
			t.Fatalf("word %d: head %d, relation %s", i, tr.Head(i), tr.Rels[i])
		}
	}
}

func TestBadFiles(t *testing.T) {
	e := smallEncoder(t, kernel.Auto)
	for want, spoil := range map[string]func(m *modeltest.Model){
		`config width: is "48"`:                           func(m *modeltest.Model) { m.Config["width"] = 48 },
		"config arc: is 40, want a multiple of 16":        func(m *modeltest.Model) { m.Config["arc"] = 40 },
		"labels deprel: there are none":                   func(m *modeltest.Model) { delete(m.Labels, "deprel") },
		`labels deprel: there is no "root"`:               func(m *modeltest.Model) { m.Labels["deprel"][1] = "ROOT" },
		"tensor rel.weight: is i8 [96 32], want i8 [112 ": func(m *modeltest.Model) { m.Labels["deprel"] = append(m.Labels["deprel"], "x") },
		"tensor root: is missing":                         func(m *modeltest.Model) { m.Entry = m.Entry[:len(m.Entry)-1] },
	} {
		m := smallModel()
		spoil(m)
		if _, err := Open(m.String(), e); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%v, want %s", err, want)
		}
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
func openModels(t testing.TB) (*encoder.Encoder, *Parser, *modeltest.Fixture) {
	t.Helper()
	e, err := encoder.Open(read(t, "encoder.dmm"), kernel.Auto)
	if err != nil {
		t.Fatal(err)
	}
	p, err := Open(read(t, "parser.dmm"), e)
	if err != nil {
		t.Fatal(err)
	}
	f, err := modeltest.ParseFixture([]byte(read(t, "fixture.json")))
	if err != nil {
		t.Fatal(err)
	}
	return e, p, f
}

func TestFixture(t *testing.T) {
	e, p, f := openModels(t)
	sc := e.NewScratch()
	var d modeltest.Difference
	for _, s := range f.Sentences {
		tr := parse(t, e, p, sc, s.Words)
		for i, h := range s.Heads {
			if tr.Head(i)+1 != h || tr.Rels[i] != s.Rel[i] {
				t.Errorf("%q: word %d is %s of %d, want %s of %d", s.Words, i+1, tr.Rels[i], tr.Head(i)+1, s.Rel[i], h)
			}
		}
		arcs := p.fixtureArcs(e, sc, s.Words)
		for i, best := range s.Arcs {
			for _, arc := range best {
				d.Add(arcs[i*(len(s.Words)+1)+int(arc[0])], arc[1])
			}
		}
	}
	t.Log(d.String())
	if err := d.Within(f.Drift); err != nil {
		t.Error(err)
	}
}

// fixtureArcs returns the scores of all arcs of a sentence.
func (p *Parser) fixtureArcs(e *encoder.Encoder, sc *encoder.Scratch, words []string) []float32 {
	e.Add(sc, words)
	u, head := p.arcVectors(sc, e.Encode(sc))
	return p.arcScores(sc, u, head)
}

func BenchmarkParse(b *testing.B) {
	e, p, f := openModels(b)
	sc := e.NewScratch()
	words := f.Sentences[0].Words
	e.Add(sc, words)
	v, trees := e.Encode(sc), []*syntax.Tree{tree(words)}
	b.ReportAllocs()
	for b.Loop() {
		p.Parse(sc, v, trees) // a tree's lists of dependents are its one allocation
	}
	b.ReportMetric(float64(len(words)*b.N)/b.Elapsed().Seconds(), "words/s")
}
