package names

import (
	"io/fs"
	"strings"

	"example.org/demarche/internal/event"
	"example.org/demarche/internal/facts"
)

// Knowledge is what the room knows of names and nouns. It is immutable.
type Knowledge struct {
	nouns  map[string]*facts.Noun
	proper map[string]event.Kind // whole names, folded
	given  map[string]bool       // given names
}

// Load reads the tables below actors/.
func Load(fsys fs.FS) (*Knowledge, error) {
	k := &Knowledge{proper: map[string]event.Kind{}, given: map[string]bool{}}
	var err error
	if k.nouns, err = facts.Nouns(fsys); err != nil {
		return nil, err
	}
	given, err := facts.Given(fsys)
	if err != nil {
		return nil, err
	}
	for n := range given {
		k.given[n] = true
	}
	for _, read := range []func(fs.FS) error{k.addPeople, k.addBodies, k.addPeoples, k.addCountries} { // the last one wins
		if err := read(fsys); err != nil {
			return nil, err
		}
	}
	return k, nil
}

func (k *Knowledge) add(kind event.Kind, names ...string) {
	for _, n := range names {
		k.proper[facts.Fold(n)] = kind
	}
}

func (k *Knowledge) addCountries(fsys fs.FS) error {
	countries, err := facts.Countries(fsys)
	if err != nil {
		return err
	}
	for _, c := range countries {
		k.add(event.People, c.Adjectives...)
		k.add(event.People, c.People...)
		k.addSingulars(c.People)
		k.add(event.Location, c.Names...)
		k.add(event.Location, c.Capitals...)
	}
	return nil
}

// addSingulars adds the names of single ones of a people, unless they are names of something else.
func (k *Knowledge) addSingulars(peoples []string) {
	for _, n := range peoples {
		if one := facts.Singular(n); one != "" && k.proper[facts.Fold(one)] == "" {
			k.add(event.People, one)
		}
	}
}

func (k *Knowledge) addPeoples(fsys fs.FS) error {
	peoples, err := facts.Peoples(fsys)
	if err != nil {
		return err
	}
	for _, p := range peoples {
		k.add(event.People, p.Names...)
		k.addSingulars(p.Names)
		k.add(event.People, p.Adjectives...)
	}
	return nil
}

func (k *Knowledge) addBodies(fsys fs.FS) error {
	bodies, err := facts.Bodies(fsys)
	if err != nil {
		return err
	}
	for _, b := range bodies {
		k.add(event.Organization, b.Names...)
	}
	seats, err := facts.Seats(fsys)
	if err != nil {
		return err
	}
	for _, s := range seats {
		if s.Kind == "government" {
			k.add(event.Organization, s.Names...)
		} else {
			k.add(event.Location, s.Names...)
		}
	}
	return nil
}

func (k *Knowledge) addPeople(fsys fs.FS) error {
	for _, file := range []string{"actors/people.txt", "actors/officials.txt"} {
		offices, err := facts.Offices(fsys, file)
		if err != nil {
			return err
		}
		for _, o := range offices {
			k.add(event.Person, o.Names...)
			k.addGiven(o.Names)
		}
	}
	return nil
}

// addGiven learns given names from people who have two names or more and no family name first.
func (k *Knowledge) addGiven(names []string) {
	for _, n := range names {
		if first, _, ok := strings.Cut(facts.Fold(n), " "); ok && len(first) > 3 {
			k.given[first] = true
		}
	}
}
