package facts

import (
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"example.org/demarche/internal/syntax"
	"example.org/demarche/internal/text"
)

var data = os.DirFS("../../data")

// sectors are PLOVER's codes by data/ontology/sectors.tsv.
func sectors(t *testing.T) []string {
	t.Helper()
	b, err := os.ReadFile("../../data/ontology/sectors.tsv")
	if err != nil {
		t.Fatal(err)
	}
	var codes []string
	for line := range strings.Lines(string(b)) {
		code, _, _ := strings.Cut(line, "\t")
		codes = append(codes, code)
	}
	return codes
}

// codes are the countries that an actor may have.
func codes(t *testing.T) map[string]bool {
	t.Helper()
	countries, err := Countries(data)
	if err != nil {
		t.Fatal(err)
	}
	known := map[string]bool{"UNO": true, "EUR": true, "IGO": true, "NGO": true, "ISM": true, "IMG": true}
	for _, c := range countries {
		known[c.Code] = true
	}
	return known
}

func TestCountries(t *testing.T) {
	countries, err := Countries(data)
	if err != nil {
		t.Fatal(err)
	}
	kinds := []string{"state", "part", "disputed", "former", "region"}
	seen, states := map[string]bool{}, map[string]bool{}
	for _, c := range countries {
		states[c.Code] = c.Kind == "state"
	}
	for _, c := range countries {
		if !slices.Contains(kinds, c.Kind) {
			t.Errorf("%s: kind %q", c.Name(), c.Kind)
		}
		if c.Kind == "region" {
			continue
		}
		if len(c.Code) != 3 || seen[c.Code] {
			t.Errorf("%s: code %q is no code, or another's too", c.Name(), c.Code)
		}
		if seen[c.Code] = true; !states[c.Actor] {
			t.Errorf("%s: its actors are coded %q, which is no state", c.Name(), c.Actor)
		}
	}
	if len(states) < 230 {
		t.Errorf("%d countries", len(states))
	}
}

func TestNouns(t *testing.T) {
	nouns, err := Nouns(data)
	if err != nil {
		t.Fatal(err)
	}
	known := sectors(t)
	for _, n := range nouns {
		if !slices.Contains([]string{"person", "organization", "people", "role", "place", "other"}, n.Kind) {
			t.Errorf("%s: kind %q", n.Words, n.Kind)
		}
		if n.Words != strings.ToLower(n.Words) {
			t.Errorf("%s: nouns are in lower case", n.Words)
		}
		for _, s := range n.Sectors {
			if !slices.Contains(known, s) && s != "IGO" && s != "NGO" {
				t.Errorf("%s: sector %q", n.Words, s)
			}
		}
	}
}

func TestBodiesAndOffices(t *testing.T) {
	bodies, err := Bodies(data)
	if err != nil {
		t.Fatal(err)
	}
	countries, known := codes(t), append(sectors(t), "IGO", "NGO")
	check := func(name, country string, sectors []string, term Term) {
		if !countries[country] {
			t.Errorf("%s: country %q", name, country)
		}
		for _, s := range sectors {
			if !slices.Contains(known, s) {
				t.Errorf("%s: sector %q", name, s)
			}
		}
		for _, day := range []string{term.From, term.To} {
			if !regexp.MustCompile(`^(\d{4}(-\d\d){0,2})?$`).MatchString(day) {
				t.Errorf("%s: day %q", name, day)
			}
		}
		if term.To != "" && term.From > term.To {
			t.Errorf("%s: from %s to %s", name, term.From, term.To)
		}
	}
	for _, b := range bodies {
		check(b.Names[0], b.Country, b.Sectors, b.Term)
	}
	peoples, err := Peoples(data)
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range peoples {
		if p.Country != "" {
			check(p.Names[0], p.Country, nil, Term{})
		}
	}
	for _, file := range []string{"actors/people.txt", "actors/officials.txt"} {
		offices, err := Offices(data, file)
		if err != nil {
			t.Fatal(err)
		}
		for _, o := range offices {
			check(o.Names[0], o.Country, o.Sectors, o.Term)
		}
	}
}

// TestSorted holds that the tables of one entry a line are in order, so that nobody enters a thing twice.
func TestSorted(t *testing.T) {
	for file, columns := range map[string]int{"actors/nouns.txt": 4, "actors/given.txt": 2} {
		rows, err := Table(data, file, columns)
		if err != nil {
			t.Fatal(err)
		}
		for i := 1; i < len(rows); i++ {
			if rows[i-1].Cols[0] >= rows[i].Cols[0] {
				t.Errorf("%s:%d: %q stands after %q", file, rows[i].Line, rows[i].Cols[0], rows[i-1].Cols[0])
			}
		}
	}
}

func TestTerm(t *testing.T) {
	for _, c := range []struct {
		term, day string
		want      bool
	}{
		{"1994..2016", "1994-01-01", true},
		{"1994..2016", "2016-12-31", true},
		{"1994..2016", "2017-01-01", false},
		{"..1991-12-25", "1991-12-25", true},
		{"..1991-12-25", "1991-12-26", false},
		{"2011-03..", "2011-02-28", false},
		{"2011-03..", "", true},
		{"..2011", "", false},
		{"", "1950-01-01", true},
	} {
		if got := ParseTerm(c.term).Holds(c.day); got != c.want {
			t.Errorf("%q holds on %q: %v", c.term, c.day, got)
		}
	}
}

func TestFold(t *testing.T) {
	for in, want := range map[string]string{
		"the Elysée  Palace": "Elysee Palace", "Côte d’Ivoire": "Cote d'Ivoire", "Łódź": "Lodz", "US": "US", "Gül": "Gul", "The\nHague": "Hague",
	} {
		if got := Fold(in); got != want {
			t.Errorf("Fold(%q) = %q, want %q", in, got, want)
		}
	}
}

// TestMatchNoun finds nouns in phrases of which the last word but those after "of" is the head.
func TestMatchNoun(t *testing.T) {
	nouns, err := Nouns(data)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		words string // form/UPOS/head/relation
		head  int
		want  string
	}{
		{"foreign/ADJ/1/amod minister/NOUN/-1/root", 1, "foreign minister"},
		{"new/ADJ/1/amod minister/NOUN/-1/root", 1, "minister"},
		{"secretary/NOUN/-1/root of/ADP/2/case state/NOUN/0/nmod", 0, "secretary of state"},
		{"state/NOUN/-1/root of/ADP/2/case emergency/NOUN/0/nmod", 0, "state of emergency"},
		{"Union/PROPN/1/compound leaders/NOUN/-1/root", 1, "leader"},
		{"stone/NOUN/-1/root", 0, ""},
	} {
		tree := parse(t, c.words)
		got := ""
		if n, _ := MatchNoun(nouns, tree, c.head); n != nil {
			got = n.Words
		}
		if got != c.want {
			t.Errorf("%s: %q, want %q", tree.Text, got, c.want)
		}
	}
}

// parse makes a tree of words written form/UPOS/head/relation, heads counted from 0; the lemma is the form in lower case
// without a final s.
func parse(t *testing.T, s string) *syntax.Tree {
	t.Helper()
	var b strings.Builder
	var words []text.Token
	fields := strings.Fields(s)
	for _, f := range fields {
		form, _, _ := strings.Cut(f, "/")
		words = append(words, text.Token{Span: text.Span{Start: b.Len(), End: b.Len() + len(form)}})
		b.WriteString(form + " ")
	}
	tree := syntax.New(0, b.String(), words)
	for i, f := range fields {
		p := strings.Split(f, "/")
		tree.UPOS[i], tree.Rels[i] = p[1], p[3]
		tree.Heads[i] = int32(slices.Index([]string{"-1", "0", "1", "2", "3"}, p[2]) - 1)
		tree.Lemmas[i] = strings.TrimSuffix(strings.ToLower(p[0]), "s")
	}
	tree.Link()
	return tree
}
