package demarche

import (
	"fmt"
	"io/fs"
	"strings"

	"example.org/demarche/data"
	"example.org/demarche/internal/ontology"
)

// Term says in a few words what a code of a record means: a type ("COERCE"), a mode behind its type ("COERCE/seize"), a CAMEO code
// ("192"), a context, a status, a sector, a quad class ("4"), or a country ("LBY"). It reports false for what is none.
func (c *Coder) Term(code string) (string, bool) {
	t := c.terms()
	if text, ok := t.ontology.Term(code); ok {
		return text, true
	}
	name, ok := t.countries[code]
	return name, ok
}

// terms are what codes mean.
type terms struct {
	ontology  *ontology.Ontology
	countries map[string]string // names of states by their codes of ISO 3166-1
}

// loadTerms reads the terms in the program. These are sound, as a test holds; a program whose own data are broken does not go on.
func loadTerms() terms {
	t, err := readTerms(data.Text)
	if err != nil {
		panic(fmt.Errorf("the data in the program: %w", err))
	}
	return t
}

func readTerms(knowledge fs.FS) (terms, error) {
	fsys, err := fs.Sub(knowledge, "ontology")
	if err != nil {
		return terms{}, err
	}
	o, err := ontology.Load(fsys)
	if err != nil {
		return terms{}, err
	}
	table, err := fs.ReadFile(knowledge, "actors/countries.txt")
	return terms{o, countryNames(string(table))}, err
}

// countryNames are the names of states, those of the past too, in the table of countries; the first of a state's names is the one shown.
// Parts of states have codes of ours there, which no record shows.
func countryNames(table string) map[string]string {
	names := map[string]string{}
	for line := range strings.Lines(table) {
		f := strings.Split(strings.TrimSpace(line), "\t")
		if len(f) < 6 || (f[2] != "state" && f[2] != "former") {
			continue
		}
		names[f[0]], _, _ = strings.Cut(f[5], "|")
	}
	return names
}
