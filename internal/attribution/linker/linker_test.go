package linker

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"example.org/demarche/internal/encoder"
	"example.org/demarche/internal/encoder/kernel"
	"example.org/demarche/internal/encoder/modeltest"
	"example.org/demarche/internal/event"
	"example.org/demarche/internal/syntax"
	"example.org/demarche/internal/text"
)

// tree is a chain: each word hangs on the one before it, or by heads.
func tree(words string, heads ...int32) *syntax.Tree {
	var tokens []text.Token
	at := 0
	for w := range strings.FieldsSeq(words) {
		span := text.Span{Start: at, End: at + len(w)}
		tokens = append(tokens, text.Token{Span: span, Surface: span})
		at = span.End + 1
	}
	t := syntax.New(0, words, tokens)
	for i := range t.Heads {
		t.Heads[i], t.Rels[i], t.UPOS[i] = int32(i-1), "obj", "NOUN"
		if i < len(heads) {
			t.Heads[i] = heads[i]
		}
	}
	t.Link()
	return t
}

func open(t testing.TB, kernel string, m *modeltest.Model) (*Linker, *encoder.Encoder, error) {
	t.Helper()
	e, err := encoder.Open(modeltest.Encoder(1, 1, 32, 2, 32, "a", "b", "c", ",").String(), kernel)
	if err != nil {
		t.Fatal(err)
	}
	l, err := Open(m.String(), e)
	return l, e, err
}

func link(l *Linker, e *encoder.Encoder, sc *encoder.Scratch, trees ...*syntax.Tree) [][]event.Linked {
	for _, t := range trees {
		e.Add(sc, strings.Fields(t.Text))
	}
	linked := make([][]event.Linked, len(trees))
	l.Link(sc, e.Encode(sc), trees, linked)
	return linked
}

// TestLink: every kernel gives the same bits, and what is said of a sentence depends on nothing but the sentence.
func TestLink(t *testing.T) {
	trees := []*syntax.Tree{tree("a b , c a", 1, -1, 1, 1, 3), tree(""), tree("c b a \" b , a b \""), tree("b")}
	var first [][]event.Linked
	for _, k := range kernel.All() {
		l, e, err := open(t, k.Name(), modeltest.Statements(3, 32))
		if err != nil {
			t.Fatal(err)
		}
		sc := e.NewScratch()
		got := link(l, e, sc, trees...)
		if first == nil {
			first = got
		}
		if !reflect.DeepEqual(got, first) {
			t.Errorf("kernel %s: %v, want %v", k.Name(), got, first)
		}
		for i := range trees {
			if alone := link(l, e, sc, trees[i]); !reflect.DeepEqual(alone[0], got[i]) {
				t.Errorf("sentence %d alone: %v, want %v", i, alone[0], got[i])
			}
		}
	}
	cues := 0
	for i, of := range first {
		for _, c := range of {
			cues++
			if c.Score < Least || len(c.Roles) != trees[i].Len() || !slices.Contains([]event.AttributionType{event.Assertion, event.Belief}, c.Type) {
				t.Errorf("sentence %d: %+v", i, c)
			}
			for _, r := range c.Roles {
				if n := positive(r); n > 1 {
					t.Errorf("%d roles of one word are likelier than all others: %+v", n, r)
				}
			}
		}
	}
	if cues == 0 {
		t.Error("no cues: nothing was tested")
	}
}

func positive(r event.Roles) (n int) {
	for _, x := range []float32{r.Source, r.Cue, r.Content, r.Addressee} {
		if x > 0 {
			n++
		}
	}
	return n
}

func TestUnreachedWords(t *testing.T) {
	l, e, err := open(t, kernel.Auto, modeltest.Statements(3, 32))
	if err != nil {
		t.Fatal(err)
	}
	long := tree(strings.Repeat("a b ", 300))
	for _, c := range link(l, e, e.NewScratch(), long)[0] {
		if c.Word >= encoder.MaxPieces || c.Roles[599] != (event.Roles{}) {
			t.Fatalf("word %d is a cue; the last word is to it %+v", c.Word, c.Roles[599])
		}
	}
}

func TestBadFiles(t *testing.T) {
	for want, spoil := range map[string]func(m *modeltest.Model){
		"labels type: the first is not none": func(m *modeltest.Model) { m.Labels["type"][0] = "O" },
		"labels role: are [none cue source":  func(m *modeltest.Model) { r := m.Labels["role"]; r[1], r[2] = r[2], r[1] },
		"config link: is 40":                 func(m *modeltest.Model) { m.Config["link"] = 40 },
		"tensor judge.weight": func(m *modeltest.Model) {
			m.Labels["stance"] = slices.Repeat([]string{"x"}, 1)[:1]
			m.Labels["type"] = strings.Fields("none a b c d e f g h i j k l m n o p")
		},
		"tensor role: is missing": func(m *modeltest.Model) { m.Entry = m.Entry[:len(m.Entry)-1] },
	} {
		m := modeltest.Statements(1, 32)
		spoil(m)
		if _, _, err := open(t, kernel.Auto, m); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%v, want %s", err, want)
		}
	}
}

// TestPairs tells by hand how a word stands to a cue.
func TestPairs(t *testing.T) {
	tr := tree("he said , \" we left \"", 1, -1, 1, 5, 5, 1, 5)
	copy(tr.Rels, []string{"nsubj", "root", "punct", "punct", "nsubj", "ccomp", "punct"})
	s, n := newSight(tr), len(PairFeatures)
	out := make([]uint8, tr.Len()*n)
	s.pairs(1, out)
	at := func(word, feature int) int { return int(out[word*n+feature]) }
	name := func(f int) string {
		if f == 0 {
			return ""
		}
		return relations[f-1]
	}
	for _, c := range []struct {
		word, up, down  int
		first           string
		between, quotes int
	}{
		{0, 0, 1, "nsubj", 0, 0}, {1, 0, 0, "", 0, 0}, {4, 0, 2, "ccomp", 1, 1<<2 | 1}, {5, 0, 1, "ccomp", 1, 1<<2 | 1}, {6, 0, 2, "ccomp", 1, 2 << 2},
	} {
		if got := at(c.word, 1); got != c.up*(mostDown+1)+c.down || name(at(c.word, 2)) != c.first || at(c.word, 4)&3 != c.between || at(c.word, 5) != c.quotes {
			t.Errorf("word %d: path %d, first %q, between %b, quotes %b; want %+v", c.word, got, name(at(c.word, 2)), at(c.word, 4), at(c.word, 5), c)
		}
	}
	s.pairs(4, out)
	if up, down := at(0, 1)/(mostDown+1), at(0, 1)%(mostDown+1); up != 2 || down != 1 || name(at(0, 2)) != "nsubj" || name(at(0, 3)) != "ccomp" {
		t.Errorf("he, from we: up %d, down %d by %q, from %q", up, down, name(at(0, 2)), name(at(0, 3)))
	}
}

func TestDistance(t *testing.T) {
	last := -1
	for d := -40; d <= 40; d++ {
		got := int(distance(d))
		if got < last || got >= PairFeatures[0].Size || got != len(distances) && d == 0 || int(distance(-d))+got != 2*len(distances) {
			t.Errorf("distance %d is %d after %d", d, got, last)
		}
		last = got
	}
}

// TestFeatureSizes: every value has a row, in any tree, also one with several roots.
func TestFeatureSizes(t *testing.T) {
	rows := len(below)
	for _, f := range WordFeatures {
		rows += f.Size
	}
	pairRows := 0
	for _, f := range PairFeatures {
		pairRows += f.Size
	}
	if rows != modeltest.WordRows || pairRows != modeltest.PairRows || len(below) > 32 {
		t.Errorf("%d and %d rows, modeltest has %d and %d", rows, pairRows, modeltest.WordRows, modeltest.PairRows)
	}
	tr := tree(strings.Repeat("a \" , : that \" ", 60), -1, 0, -1, 2)
	for i := range tr.Rels {
		tr.Rels[i] = append(relations, "unknown", "nsubj:odd")[i%(len(relations)+2)]
		tr.UPOS[i] = append(parts, "")[i%(len(parts)+1)]
	}
	words, _, pairs := Features(tr)
	for i, v := range words {
		if f := WordFeatures[i%len(WordFeatures)]; int(v) >= f.Size {
			t.Fatalf("%s is %d of %d", f.Name, v, f.Size)
		}
	}
	for i, v := range pairs {
		if f := PairFeatures[i%len(PairFeatures)]; int(v) >= f.Size {
			t.Fatalf("%s is %d of %d", f.Name, v, f.Size)
		}
	}
}
