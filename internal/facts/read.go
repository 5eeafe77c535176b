package facts

import (
	"io/fs"
	"strings"
)

// A Country is a state, a part of one, a disputed territory or a state of the past.
type Country struct {
	Code       string // the table's own; ISO 3166-1 alpha-3 for states
	ISO2       string
	Kind       string // state, part, disputed, former
	Actor      string // the code that its actors get
	Term       Term   // of a former state
	Names      []string
	Capitals   []string
	Adjectives []string
	People     []string // nouns in the plural
}

// Name is the name shown.
func (c *Country) Name() string { return c.Names[0] }

// Countries reads actors/countries.txt.
func Countries(fsys fs.FS) ([]*Country, error) {
	rows, err := Table(fsys, "actors/countries.txt", 9)
	if err != nil {
		return nil, err
	}
	all := make([]*Country, len(rows))
	for i, r := range rows {
		all[i] = &Country{
			Code: r.Cols[0], ISO2: r.Cols[1], Kind: r.Cols[2], Actor: r.Cols[3], Term: ParseTerm(r.Cols[4]),
			Names: r.List(5), Capitals: r.List(6), Adjectives: r.List(7), People: r.List(8),
		}
		if len(all[i].Names) == 0 {
			return nil, r.Wrap("a country without a name")
		}
	}
	return all, nil
}

// A Noun is a common noun that people, bodies or places go by.
type Noun struct {
	Words   string // lemmas in lower case, parted by spaces
	Kind    string // person, organization, people, role, place
	Sectors []string
	Role    string
}

// Nouns reads actors/nouns.txt, keyed by words.
func Nouns(fsys fs.FS) (map[string]*Noun, error) {
	rows, err := Table(fsys, "actors/nouns.txt", 4)
	if err != nil {
		return nil, err
	}
	all := make(map[string]*Noun, len(rows))
	for _, r := range rows {
		n := &Noun{Words: r.Cols[0], Kind: r.Cols[1], Role: r.Cols[3]}
		if r.Cols[2] != "" {
			n.Sectors = strings.Split(r.Cols[2], ",")
		}
		if all[n.Words] != nil {
			return nil, r.Wrap("%q stands twice", n.Words)
		}
		all[n.Words] = n
	}
	return all, nil
}

// A Body is an organisation with a name of its own.
type Body struct {
	Country  string
	Sectors  []string
	Kind     string // organization, government, armed_group
	Term     Term
	Names    []string
	Wikidata string
}

// Bodies reads actors/organizations.txt.
func Bodies(fsys fs.FS) ([]*Body, error) {
	rows, err := Table(fsys, "actors/organizations.txt", 6)
	if err != nil {
		return nil, err
	}
	all := make([]*Body, len(rows))
	for i, r := range rows {
		all[i] = &Body{
			Country: r.Cols[0], Sectors: strings.Split(r.Cols[1], ","), Kind: r.Cols[2], Term: ParseTerm(r.Cols[3]),
			Names: r.List(4), Wikidata: r.Cols[5],
		}
	}
	return all, nil
}

// Singular is the name of one of a people after the people's: a Turk, of the Turks; "" if it is not told by its ending.
func Singular(people string) string {
	one, ok := strings.CutSuffix(people, "s")
	if !ok || strings.HasSuffix(one, "s") {
		return ""
	}
	return one
}

// A People is one without a state of its own: Kurds.
type People struct {
	Country    string   // of the state that news of it are about; "" if there are several
	Names      []string // in the plural; the first is shown
	Adjectives []string
}

// Peoples reads actors/peoples.txt.
func Peoples(fsys fs.FS) ([]*People, error) {
	rows, err := Table(fsys, "actors/peoples.txt", 3)
	if err != nil {
		return nil, err
	}
	all := make([]*People, len(rows))
	for i, r := range rows {
		all[i] = &People{Country: r.Cols[0], Names: r.List(1), Adjectives: r.List(2)}
	}
	return all, nil
}

// A Seat is a building, street or town that stands for those who sit in it.
type Seat struct {
	Names   []string
	Country string
	Sectors []string
	Kind    string
}

// Seats reads actors/seats.txt.
func Seats(fsys fs.FS) ([]*Seat, error) {
	rows, err := Table(fsys, "actors/seats.txt", 4)
	if err != nil {
		return nil, err
	}
	all := make([]*Seat, len(rows))
	for i, r := range rows {
		all[i] = &Seat{Names: r.List(0), Country: r.Cols[1], Sectors: strings.Split(r.Cols[2], ","), Kind: r.Cols[3]}
	}
	return all, nil
}

// An Office is one term of somebody in office, or of a standing of his: rebel leader, head of a body.
type Office struct {
	Country  string
	Sectors  []string
	Role     string
	Term     Term
	Names    []string // of the holder; the first is shown
	Wikidata string
}

// Offices reads a table of people: actors/people.txt or actors/officials.txt.
func Offices(fsys fs.FS, name string) ([]*Office, error) {
	rows, err := Table(fsys, name, 6)
	if err != nil {
		return nil, err
	}
	all := make([]*Office, len(rows))
	for i, r := range rows {
		all[i] = &Office{
			Country: r.Cols[0], Sectors: strings.Split(r.Cols[1], ","), Role: r.Cols[2], Term: ParseTerm(r.Cols[3]),
			Names: r.List(4), Wikidata: r.Cols[5],
		}
	}
	return all, nil
}

// Given reads actors/given.txt: given names, folded, and whose they are, "m" or "f".
func Given(fsys fs.FS) (map[string]string, error) {
	rows, err := Table(fsys, "actors/given.txt", 2)
	if err != nil {
		return nil, err
	}
	all := make(map[string]string, len(rows))
	for _, r := range rows {
		all[Fold(r.Cols[0])] = r.Cols[1]
	}
	return all, nil
}
