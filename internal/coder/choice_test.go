package coder

import (
	"math"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"

	"example.org/demarche/internal/encoder"
	"example.org/demarche/internal/encoder/kernel"
	"example.org/demarche/internal/encoder/modeltest"
	"example.org/demarche/internal/event"
	"example.org/demarche/internal/ontology"
	"example.org/demarche/internal/syntax"
	"example.org/demarche/internal/text"
)

// chooser opens a random head on a random encoder.
func chooser(t testing.TB, kernel string, m *modeltest.Model) (*Chooser, *encoder.Encoder, error) {
	t.Helper()
	e, err := encoder.Open(modeltest.Encoder(1, 1, 32, 2, 32, "a", "b", "c", ",").String(), kernel)
	if err != nil {
		t.Fatal(err)
	}
	c, err := OpenChooser(m.String(), e)
	return c, e, err
}

// sketch is what the head keeps of sentences that go through the encoder together.
func sketch(c *Chooser, e *encoder.Encoder, sentences ...string) [][]float32 {
	sc := e.NewScratch()
	var trees []*syntax.Tree
	for _, s := range sentences {
		e.Add(sc, strings.Fields(s))
		trees = append(trees, treeOf(s))
	}
	sketches := make([][]float32, len(sentences))
	c.Sketch(sc, e.Encode(sc), trees, sketches)
	return sketches
}

// treeOf is a tree without an analysis over words parted by single spaces.
func treeOf(s string) *syntax.Tree {
	var tokens []text.Token
	at := 0
	for w := range strings.FieldsSeq(s) {
		span := text.Span{Start: at, End: at + len(w)}
		tokens = append(tokens, text.Token{Span: span, Surface: span})
		at = span.End + 1
	}
	return syntax.New(0, s, tokens)
}

func testOntology(t testing.TB) *ontology.Ontology {
	t.Helper()
	o, err := ontology.Load(os.DirFS("../../data/ontology"))
	if err != nil {
		t.Fatal(err)
	}
	return o
}

// TestChoose: every kernel gives the same bits; a sentence's company changes nothing; each mark, and the other sentence, does.
func TestChoose(t *testing.T) {
	sentences := []string{"a b , c a", "", "c b a b , a b", "b"}
	var first []Choice
	for _, k := range kernel.All() {
		c, e, err := chooser(t, k.Name(), modeltest.Choice(3, 32))
		if err != nil {
			t.Fatal(err)
		}
		sketches := sketch(c, e, sentences...)
		for i := range sentences {
			if alone := sketch(c, e, sentences[i]); !slices.Equal(alone[0], sketches[i]) {
				t.Errorf("kernel %s: sentence %d alone is another", k.Name(), i)
			}
		}
		marks := []marked{{2, 1, markTrigger}, {2, 0, markActor}, {2, 2, markRecipient}, {2, 6, markRecipient}}
		var all []Choice
		for n := range len(marks) + 1 {
			all = append(all, c.choose(sketches[2:3], 2, marks[:n]))
		}
		all = append(all, c.choose(sketches, 0, marks), c.choose(sketches[1:2], 1, nil))
		for i := range all {
			all[i].chooser = nil
			if again := c.choose(sketches[2:3], 2, marks[:i%5]); i < 5 && !slices.Equal(again.Types, all[i].Types) {
				t.Errorf("kernel %s: asked again, %v is %v", k.Name(), all[i].Types, again.Types)
			}
			for j := range i {
				if slices.Equal(all[i].Types, all[j].Types) {
					t.Errorf("kernel %s: marks %d and %d give the same", k.Name(), j, i)
				}
			}
		}
		if first == nil {
			first = all
		}
		if !reflect.DeepEqual(all, first) {
			t.Errorf("kernel %s: %v, want %v", k.Name(), all, first)
		}
	}
}

// TestChoiceAnswers: mode, status and contexts are those of the highest scores.
func TestChoiceAnswers(t *testing.T) {
	c, _, err := chooser(t, kernel.Auto, modeltest.Choice(3, 32))
	if err != nil {
		t.Fatal(err)
	}
	x := Choice{chooser: c, modes: []float32{-3, -1, -1, 5, 6}, statuses: []float32{1, 2}, contexts: []float32{-0.1, 0.1}}
	if got := []string{x.Mode("CONSULT"), x.Mode("ASSAULT"), x.Mode("AID")}; !slices.Equal(got, []string{"visit", "beat", ""}) {
		t.Errorf("modes %q", got)
	}
	if x.Status() != event.Planned || !slices.Equal(x.Contexts(), []string{"health"}) {
		t.Errorf("status %s, contexts %v", x.Status(), x.Contexts())
	}
}

// TestFarWords: words that the encoder did not reach, or that lie behind the last that the head looks at, are as if not marked.
func TestFarWords(t *testing.T) {
	c, e, err := chooser(t, kernel.Auto, modeltest.Choice(3, 32))
	if err != nil {
		t.Fatal(err)
	}
	sketches := sketch(c, e, strings.TrimSpace(strings.Repeat("a b ", 300)))
	plain := c.choose(sketches, 0, nil)
	for _, word := range []int{mostRows, 599} {
		if got := c.choose(sketches, 0, []marked{{0, word, markTrigger}}); !slices.Equal(got.Types, plain.Types) {
			t.Errorf("word %d changes what is said", word)
		}
	}
}

func TestBadChoosers(t *testing.T) {
	o := testOntology(t)
	for want, spoil := range map[string]func(m *modeltest.Model){
		"labels type: do not begin with none": func(m *modeltest.Model) { m.Labels["type"][0] = "O" },
		`"ATTACK" is no PLOVER type`:          func(m *modeltest.Model) { m.Labels["type"][3] = "ATTACK" },
		`"CONSULT beat" is no type with one`:  func(m *modeltest.Model) { m.Labels["mode"][1] = "CONSULT beat" },
		`"AID" is no type with one`:           func(m *modeltest.Model) { m.Labels["mode"][1] = "AID" },
		`"war" is no context`:                 func(m *modeltest.Model) { m.Labels["context"][1] = "war" },
		"config rows: is 40":                  func(m *modeltest.Model) { m.Config["rows"] = 40 },
		"config heads: is 4":                  func(m *modeltest.Model) { m.Config["heads"] = 4 },
		"tensor voice.0.out.weight":           func(m *modeltest.Model) { m.Labels["status"] = strings.Fields("a b c d e f g h i j") },
	} {
		m := modeltest.Choice(1, 32)
		spoil(m)
		c, _, err := chooser(t, kernel.Auto, m)
		if err == nil {
			_, err = (&Coder{ontology: o}).WithChooser(c)
		}
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%v, want %s", err, want)
		}
	}
}

func TestExp(t *testing.T) {
	for x := 0.0; x > -40; x -= 0.37 {
		if got, want := exp(x), math.Exp(x); math.Abs(got-want) > 1e-3*want {
			t.Errorf("exp(%g) = %g, want %g", x, got, want)
		}
	}
	if got := exp(-1e9); !(got >= 0 && got < 1e-200) {
		t.Errorf("exp of very little is %g", got)
	}
}

// TestCombine: a frame speaks for its type by how well it fits, and the frame that fits best once more.
func TestCombine(t *testing.T) {
	c := &Chooser{types: []string{"AID", "AGREE", "ASSAULT"}, combining: combining{sharpness: 2, fit: []float32{9, 0, 0, 1, 2, 3, 4}, lead: []float32{9, 0, 0, 0, 0, 0, 5}}}
	choice := &Choice{None: 0, Statement: -1, Types: []float32{1, 0.5, 0}}
	found := []Evidence{{Relation: Relation{Type: "AGREE"}, Fit: 4}, {Relation: Relation{Type: "ASSAULT"}, Fit: 6}, {Relation: Relation{Type: "AGREE"}, Fit: 6}, {Relation: Relation{Type: "AID"}, Fit: 3}}
	for _, x := range []struct {
		found []Evidence
		want  []float64 // the logits, up to a constant
	}{
		{nil, []float64{0, -2, 2, 1, 0}},
		{found[:1], []float64{0, -2, 2, 1 + 2, 0}},
		{found, []float64{0, -2, 2 + 1, 1 + 4, 0 + 4 + 5}},
	} {
		sum := 0.0
		for _, v := range x.want {
			sum += math.Exp(v)
		}
		for i, got := range c.combine(choice, x.found) {
			if want := math.Exp(x.want[i]) / sum; math.Abs(float64(got)-want) > 1e-4 {
				t.Errorf("%d frames: chance %d is %g, want %g", len(x.found), i, got, want)
			}
		}
	}
}

func TestFoldCode(t *testing.T) {
	o := testOntology(t)
	for _, c := range []struct {
		kind, mode, cameo string
		status            event.Status
		want              string
	}{
		{"AID", "", "073", event.Planned, "AGREE  0333"},
		{"AID", "", "073", event.Occurred, "AID  073"},
		{"CONSULT", "visit", "042", event.Planned, "AGREE  036"},
		{"RETREAT", "release", "0841", event.DemandedDeed, "REQUEST yield 1053"},
		{"RETREAT", "release", "0841", event.Planned, "CONCEDE  080"},
		{"ASSAULT", "aerial", "195", event.ThreatenedDeed, "THREATEN violence 1384"},
		{"COERCE", "arrest", "173", event.Conditional, "THREATEN arrest 132"},
		{"COOPERATE", "", "063", event.DeniedDeed, "REJECT assist 1213"},
		{"ASSAULT", "aerial", "195", event.DeniedDeed, "ASSAULT aerial 195"},
		{"", "", "018", event.DemandedDeed, "  018"},
	} {
		typ, mode, cameo := FoldCode(o, c.kind, c.mode, c.cameo, c.status)
		if got := strings.Join([]string{typ, mode, cameo}, " "); got != c.want {
			t.Errorf("%s %s %s: %s, want %s", c.kind, c.cameo, c.status, got, c.want)
		}
	}
}

func TestPlacesOf(t *testing.T) {
	for _, c := range []struct {
		full, s string
		want    []int
	}{
		{"Austria and US troops; the US", "US", []int{12, 27}},
		{"Serbian and Croats", "Serb", []int{0}},
		{"The UN-led force", "UN", []int{4}},
		{"Oslo", "Rome", nil},
		{"Oslo", "", nil},
	} {
		if got := placesOf(c.full, c.s); !slices.Equal(got, c.want) {
			t.Errorf("%q in %q: %v, want %v", c.s, c.full, got, c.want)
		}
	}
}
