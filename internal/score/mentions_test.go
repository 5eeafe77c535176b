package score

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

const (
	goldNames  = "testdata/names/gold.iob2"
	foundNames = "testdata/names/found.conllu"
	entities   = "testdata/names/entities.conllu"
)

// TestNames compares names where words are split otherwise, kinds differ, documents are missing or have other characters, and
// other kinds stand between.
func TestNames(t *testing.T) {
	golden(t, "testdata/names/report.txt", Names(readFile(t, goldNames, ReadIOB2), readFile(t, foundNames, ReadNames)))
}

// TestNamesAsTheSharedScorer holds the figures to those of the scorer that is kept beside this repository.
func TestNamesAsTheSharedScorer(t *testing.T) {
	shared := map[string]any{}
	sharedScorer(t, "score_names.py", &shared, goldNames, foundNames)
	report := Names(readFile(t, goldNames, ReadIOB2), readFile(t, foundNames, ReadNames))
	if float64(report.Missing) != shared["missing"] || float64(report.OtherText) != shared["other_text"] {
		t.Errorf("missing %d, other text %d; want %v", report.Missing, report.OtherText, shared)
	}
	for _, x := range report.Rows {
		want := map[string]float64{}
		for key, v := range shared[x.Name].(map[string]any) {
			want[key] = v.(float64)
		}
		sameFigure(t, x.Name, x.Figure, want)
	}
}

func TestReadEntities(t *testing.T) {
	d := readFile(t, entities, ReadEntities).documents[0]
	chars := []rune(d.chars.String())
	var got []string
	for _, m := range d.mentions {
		got = append(got, fmt.Sprintf("%s/%s/%v", string(chars[m.start:m.end]), m.kind, m.named))
	}
	want := []string{
		"Norway/place/true", "TheministerofNorway/person/false", "Gao/place/true", "rebelswhoholdGao/person/false",
		"She/person/false", "it/object/false", "Oslo/place/true", "Bergen/place/true", "theOslo-Bergenrailway/object/true",
	}
	if !slices.Equal(got, want) {
		t.Errorf("%q\nwant %q", got, want)
	}
}

// TestEntities compares with phrases as a program tells them, in code points of the text.
func TestEntities(t *testing.T) {
	gold := readFile(t, entities, ReadEntities)
	found := NewLayer()
	for id, text := range gold.Texts {
		phrase := func(words, kind string, named bool) Phrase {
			before, _, ok := strings.Cut(text, words)
			if !ok {
				t.Fatalf("%q is not in %q", words, text)
			}
			start := utf8.RuneCountInString(before)
			return Phrase{start, start + utf8.RuneCountInString(words), kind, named}
		}
		found.Add(id, text, []Phrase{
			phrase("The minister of Norway", "person", false), phrase("Norway", "organization", true), phrase("rebels", "person", false),
			phrase("Gao", "place", true), phrase("She", "person", false), phrase("it:", "other", false), phrase("Oslo", "place", true),
			phrase("the Oslo-Bergen railway", "other", true),
		})
	}
	golden(t, "testdata/names/entities.txt", Entities(gold, found))
}

func TestReadEntitiesFaults(t *testing.T) {
	word := func(entity string) string { return "1\tGao\t_\tPROPN\t_\t_\t0\troot\t_\t" + entity + "\n" }
	for _, c := range []struct{ in, want string }{
		{word("_"), "there is no Entity= in MISC"},
		{word("Entity=3)"), `line 1: the entity "3" ends, but did not begin`},
		{word("Entity=(3-place"), `line 1: the entity "3" does not end in its sentence`},
		{strings.Replace(word("_"), "1", "one", 1), `line 1: the word is numbered "one"`},
	} {
		_, err := ReadEntities(strings.NewReader(c.in))
		if err == nil || !strings.HasPrefix(err.Error(), c.want) {
			t.Errorf("%q: %v, want %s", c.in, err, c.want)
		}
	}
}

func TestIsIOB2(t *testing.T) {
	for file, want := range map[string]bool{goldNames: true, foundNames: false, entities: false} {
		b, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if IsIOB2(string(b)) != want {
			t.Errorf("%s: %v", file, !want)
		}
	}
}
