package lexicon

import (
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"example.org/demarche/internal/ontology"
)

func codes(t testing.TB) *ontology.Ontology {
	t.Helper()
	o, err := ontology.Load(os.DirFS("../../data/ontology"))
	if err != nil {
		t.Fatal(err)
	}
	return o
}

// loadOne loads a lexicon with one file of frames.
func loadOne(o *ontology.Ontology, frames string) (*Lexicon, error) {
	return Load(fstest.MapFS{
		"irregular.txt": {Data: []byte("verb meet met\n")},
		"classes.txt":   {Data: []byte("class Money\nwords money loan\n\nclass Aid\nwords Money food\n  medicine\n")},
		"light.txt":     {Data: []byte("light hold\nstands object\nactor subject\n")},
		"some.txt":      {Data: []byte(frames)},
	}, o)
}

func TestLoad(t *testing.T) {
	l, err := loadOne(codes(t), `
verb   send give_away
noun   gift
actor  subject
recipient iobject to      # who gets it
if     object is Aid or toy and no from
unless subject is firm
code   AID 071 if object is Money
code   AID about disasters
code   none if object is not food
+ France sent food to Chad. | France, Italy -> [Chad] | planned
- He sent a letter.
`)
	if err != nil {
		t.Fatal(err)
	}
	f := l.Frames[0]
	if f.Rule("give_away") != "some.txt:2 give away" {
		t.Errorf("rule %q", f.Rule("give_away"))
	}
	if got := []string{f.when[0].String(), f.when[1].String()}; got[0] != "if object is Aid or toy and no from" || got[1] != "unless subject is firm" {
		t.Errorf("conditions %q", got)
	}
	if c := f.codes[1].code; c.CAMEO != "070" || strings.Join(c.Contexts, " ") != "disasters" {
		t.Errorf("code %+v: the CAMEO code follows from the type", c)
	}
	if e := f.Examples[0]; len(e.Actors) != 2 || e.Recipients[0] != (Named{"Chad", true}) || e.Expect[0] != "planned" || !f.Examples[1].Counter {
		t.Errorf("examples %+v", f.Examples)
	}
	if !l.Classes.words["Aid"]["loans"] || !l.Classes.words["Aid"]["medicine"] {
		t.Error("a class takes in the words of another, and all forms of a word; a line may go on on the next")
	}
}

func TestLoadErrors(t *testing.T) {
	o := codes(t)
	const good = "verb   send\ncode   AID\n+ France sent food. | France ->\n"
	for _, c := range []struct{ frames, want string }{
		{"code   AID\n", `some.txt:1: the frame has no headword`},
		{"verb   send\n", `some.txt:1: the frame has no code`},
		{"verb   send\ncode   AID\n", `some.txt:1: the frame has no example`},
		{"verb   Send\ncode   AID\n", `some.txt:1: headword "Send": headwords are in lower case`},
		{good + "colour red\n", `some.txt:4: no line begins with "colour"`},
		{good + "actor  whom\n", `some.txt:4: "whom" is no slot`},
		{good + "if     object are food\n", `some.txt:4: after the slot "object" comes "is"`},
		{good + "if     object is Food\n", `some.txt:4: there is no class Food`},
		{good + "if     object is food and\n", `some.txt:4: a condition is missing`},
		{good + "if     object is food to is Name\n", `some.txt:4: "is" stands in a list of words`},
		{good + "code   HELP\n", `some.txt:4: "HELP" is no PLOVER type`},
		{good + "code   AID phone\n", `some.txt:4: AID has no mode "phone"`},
		{good + "code   AID 042\n", `some.txt:4: CAMEO 042 belongs to CONSULT`},
		{good + "code   AID about sport\n", `some.txt:4: "sport" is no context`},
		{good + "+ France sent food.\n", `some.txt:4: an example ends with who acts`},
		{good + "- France sent food. | France ->\n", `some.txt:4: a counter-example is a sentence alone`},
	} {
		_, err := loadOne(o, c.frames)
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%q: %v, want %s", c.frames, err, c.want)
		}
	}
}

func TestInflections(t *testing.T) {
	forms := shipped(t).forms
	for _, c := range []struct {
		pos   POS
		lemma string
		want  string
	}{
		{Verb, "attack", "attack attacks attacking attacked"},
		{Verb, "seize", "seize seizes seizing seized"},
		{Verb, "ratify", "ratify ratifies ratifying ratified"},
		{Verb, "ban", "ban bans baning baned banning banned"},
		{Verb, "meet", "meet meets meeting met"},
		{Verb, "clash", "clash clashes clashing clashed"},
		{Noun, "ally", "ally allies"},
		{Noun, "gunman", "gunman gunmen"},
		{Noun, "human", "human humans"},
		{Adj, "critical", "critical"},
	} {
		if got := strings.Join(forms.of(c.pos, c.lemma), " "); got != c.want {
			t.Errorf("%s %s: %s, want %s", c.pos, c.lemma, got, c.want)
		}
	}
}

func TestOrClosest(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"object is family or head or weight", "if object is family or head or weight"},
		{"infinitive or for or that", "if infinitive or for or that"},
		{"to is Name or iobject is Name and no from", "if to is Name or iobject is Name and no from"},
		{"object is fire shot", "if object is fire or shot"},
	} {
		x, err := parseTest(strings.Fields(c.in), false)
		if err != nil || x.String() != c.want {
			t.Errorf("%q: %q %v, want %q", c.in, x.String(), err, c.want)
		}
	}
	if x, _ := parseTest(strings.Fields("to is Name or iobject is Name and no from"), false); len(x.groups) != 2 || len(x.groups[0]) != 2 {
		t.Errorf("%v: two groups, the first of two", x.groups)
	}
}

// FuzzLoad wants errors, never a panic, for whatever stands in a file of frames.
func FuzzLoad(f *testing.F) {
	f.Add("verb send\ncode AID if object is Aid or no to and with\n+ A b. | A -> B | x\n")
	f.Add("noun state_of_x _of_ __\nadj _\ncode none unless\nactor by\n")
	o := codes(f)
	f.Fuzz(func(t *testing.T, frames string) {
		_, _ = loadOne(o, frames)
		own := Own{Fault: func(error) {}}
		for _, name := range []string{"classes.txt", "none.txt", "light.txt", "irregular.txt", "some.txt"} {
			own.Files = append(own.Files, File{name, frames})
		}
		if _, err := LoadOver(ourFiles, own, o); err != nil {
			t.Errorf("faults are told, and the rest is read: %v", err)
		}
	})
}
