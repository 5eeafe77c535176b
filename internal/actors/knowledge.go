package actors

import (
	"io/fs"
	"slices"
	"strconv"
	"strings"

	"example.org/demarche/internal/facts"
)

// Knowledge is what the room knows of states, bodies, people and nouns. It is immutable. Names are folded.
type Knowledge struct {
	nouns      map[string]*facts.Noun
	byCode     map[string]*facts.Country
	names      map[string][]*facts.Country
	capitals   map[string][]*facts.Country
	adjectives map[string][]*facts.Country
	peoples    map[string][]*facts.Country
	bodies     map[string][]*facts.Body
	stateless  map[string]*facts.People // by name and adjective
	seats      map[string]*facts.Seat
	people     map[string][]*person
	leaders    map[string][]*person // by country
	given      map[string]string
	metonymy   map[string]map[string]bool // subject, object, possessor, with → lemmas
}

// A person is somebody whom the tables know, with all his terms.
type person struct {
	name     string
	offices  []*facts.Office
	wikidata string
}

// Load reads the tables below actors/.
func Load(fsys fs.FS) (*Knowledge, error) {
	k := &Knowledge{
		byCode: map[string]*facts.Country{}, names: map[string][]*facts.Country{}, capitals: map[string][]*facts.Country{},
		adjectives: map[string][]*facts.Country{}, peoples: map[string][]*facts.Country{}, bodies: map[string][]*facts.Body{},
		stateless: map[string]*facts.People{}, seats: map[string]*facts.Seat{}, people: map[string][]*person{}, leaders: map[string][]*person{},
		metonymy: map[string]map[string]bool{},
	}
	var err error
	if k.nouns, err = facts.Nouns(fsys); err != nil {
		return nil, err
	}
	if k.given, err = facts.Given(fsys); err != nil {
		return nil, err
	}
	for _, read := range []func(fs.FS) error{k.loadCountries, k.loadPeoples, k.loadBodies, k.loadPeople, k.loadMetonymy} {
		if err := read(fsys); err != nil {
			return nil, err
		}
	}
	return k, nil
}

func (k *Knowledge) loadCountries(fsys fs.FS) error {
	countries, err := facts.Countries(fsys)
	if err != nil {
		return err
	}
	for _, c := range countries {
		if c.Kind != "region" {
			k.byCode[c.Code] = c
		}
		index(k.names, c, c.Names)
		index(k.capitals, c, c.Capitals)
		index(k.adjectives, c, c.Adjectives)
		index(k.peoples, c, c.People)
		for _, n := range c.People {
			if one := facts.Singular(n); one != "" {
				index(k.peoples, c, []string{one})
			}
		}
	}
	return nil
}

func (k *Knowledge) loadPeoples(fsys fs.FS) error {
	peoples, err := facts.Peoples(fsys)
	if err != nil {
		return err
	}
	for _, p := range peoples {
		for _, n := range append(slices.Clone(p.Names), p.Adjectives...) {
			k.stateless[facts.Fold(n)] = p
		}
	}
	return nil
}

func index[T comparable](m map[string][]T, v T, names []string) {
	for _, n := range names {
		key := facts.Fold(n)
		if !slices.Contains(m[key], v) {
			m[key] = append(m[key], v)
		}
	}
}

func (k *Knowledge) loadBodies(fsys fs.FS) error {
	bodies, err := facts.Bodies(fsys)
	if err != nil {
		return err
	}
	for _, b := range bodies {
		index(k.bodies, b, b.Names)
	}
	seats, err := facts.Seats(fsys)
	if err != nil {
		return err
	}
	for _, s := range seats {
		for _, n := range s.Names {
			k.seats[facts.Fold(n)] = s
		}
	}
	return nil
}

// loadPeople joins the lines of one person: the same first name shown.
func (k *Knowledge) loadPeople(fsys fs.FS) error {
	all := map[string]*person{}
	for _, file := range []string{"actors/people.txt", "actors/officials.txt"} {
		offices, err := facts.Offices(fsys, file)
		if err != nil {
			return err
		}
		for _, o := range offices {
			key := o.Names[0]
			p := all[key]
			if p == nil {
				p = &person{name: o.Names[0]}
				all[key] = p
			}
			p.offices = append(p.offices, o)
			if o.Wikidata != "" {
				p.wikidata = o.Wikidata
			}
			index(k.people, p, o.Names)
			if o.Role == "leader" && o.Sectors[0] == "GOV" && !slices.Contains(k.leaders[o.Country], p) {
				k.leaders[o.Country] = append(k.leaders[o.Country], p)
			}
		}
	}
	return nil
}

func (k *Knowledge) loadMetonymy(fsys fs.FS) error {
	rows, err := facts.Table(fsys, "actors/metonymy.txt", 2)
	if err != nil {
		return err
	}
	for _, r := range rows {
		if k.metonymy[r.Cols[0]] == nil {
			k.metonymy[r.Cols[0]] = map[string]bool{}
		}
		for w := range strings.FieldsSeq(r.Cols[1]) {
			k.metonymy[r.Cols[0]][w] = true
		}
	}
	return nil
}

// actorCode is the code that a country's actors get, and whether the country is only partly recognised.
func actorCode(c *facts.Country) (code string, disputed bool) {
	if c.Kind == "former" {
		return c.Code, false
	}
	return c.Actor, c.Kind == "disputed"
}

// on picks the country that is meant on a day: a state of the past while it lasted, else one of today.
func on(countries []*facts.Country, day string) *facts.Country {
	var today *facts.Country
	for _, c := range countries {
		if c.Kind == "former" {
			if day != "" && c.Term.Holds(day) {
				return c
			}
			if len(countries) == 1 {
				return c
			}
			continue
		}
		if today == nil {
			today = c
		}
	}
	return today
}

// body picks the body that a name means on a day, or nil: that of the country whose it is said to be, else of the country
// spoken of, else the only one there is. A long name that means one body only does so on any day.
func (k *Knowledge) body(name, day, owner, home string) *facts.Body {
	var found []*facts.Body
	for _, b := range k.bodies[name] {
		then := b.Term == (facts.Term{}) || day == "" || b.Term.Holds(day) || len(name) > maxAcronym
		if then && (owner == "" || between(b.Country) || b.Country == owner) {
			found = append(found, b)
		}
	}
	i := slices.IndexFunc(found, func(b *facts.Body) bool { return b.Country == home && b.Term.Holds(day) })
	switch {
	case i >= 0:
		return found[i]
	case len(found) == 0:
		return nil
	case len(found) > 1 && found[0].Country == found[1].Country: // one body, at several times
		i = slices.IndexFunc(found, func(b *facts.Body) bool { return b.Term.Holds(day) })
		return found[max(i, 0)]
	case len(found) > 1 && owner == "":
		return nil
	}
	return found[0]
}

// maxAcronym is the longest name that is likely to be a short form which others share.
const maxAcronym = 6

// between reports whether a code is one of those that are no state's.
func between(code string) bool {
	return slices.Contains([]string{"UNO", "EUR", "IGO", "NGO", "ISM", "IMG", "MNC"}, code)
}

// office is the term that somebody is in on a day, else the last one before it and false; nil if none has begun. Without a
// day it is his longest.
func (p *person) office(day string) (o *facts.Office, current bool) {
	if day == "" {
		return p.longest(), true
	}
	for _, x := range p.offices {
		if x.Term.Holds(day) {
			return x, true
		}
		if x.Term.From <= day && (o == nil || x.Term.From > o.Term.From) {
			o = x
		}
	}
	return o, false
}

// longest is the term of most years, or one as leader in the same sector; an open one counts from its beginning to the tables' end.
func (p *person) longest() *facts.Office {
	best, most := p.offices[0], -1
	for _, o := range p.offices {
		if y := year(o.Term.To, lastYear) - year(o.Term.From, lastYear); y > most {
			best, most = o, y
		}
	}
	for _, o := range p.offices {
		if o.Role == "leader" && best.Role != "leader" && o.Sectors[0] == best.Sectors[0] && o.Country == best.Country {
			return o
		}
	}
	return best
}

// lastYear is the last one that the tables know of.
const lastYear = 2026

// year is the year of a day, or otherwise if it is open.
func year(day string, otherwise int) int {
	if y, err := strconv.Atoi(day[:min(4, len(day))]); err == nil {
		return y
	}
	return otherwise
}

// namesakes are those of a name among whom nothing but the day could choose, if the day is not known; nil if there is one.
func (k *Knowledge) namesakes(name, day, country string) []*person {
	if day != "" || len(k.people[name]) < 2 {
		return nil
	}
	var all []*person
	for _, p := range k.people[name] {
		if country == "" || p.country() == country {
			all = append(all, p)
		}
	}
	if len(all) < 2 {
		return nil
	}
	return all
}

// givenName is the first word of somebody's name, folded.
func (p *person) givenName() string {
	first, _, _ := strings.Cut(facts.Fold(p.name), " ")
	return first
}

// held reports whether somebody ever held an office of a role.
func (p *person) held(role string) bool {
	return slices.ContainsFunc(p.offices, func(o *facts.Office) bool { return o.Role == role })
}

// country is where somebody held his first office.
func (p *person) country() string { return p.offices[0].Country }

// person picks whom a name means on a day: who is in office, else who was last; nil if nobody is known by it.
func (k *Knowledge) person(name, day, country string) *person {
	var best *person
	bestRank := -1
	for _, p := range k.people[name] {
		o, current := p.office(day)
		rank := 0
		if o != nil {
			rank = 1
			if current {
				rank = 2
			}
			if country != "" && o.Country == country {
				rank += 3
			}
		}
		if rank > bestRank {
			best, bestRank = p, rank
		}
	}
	return best
}

// leader is the one person known to lead a state on a day, or nil if there is none or more than one.
func (k *Knowledge) leader(country, day string) *person {
	var found *person
	for _, p := range k.leaders[country] {
		for _, o := range p.offices {
			if o.Country == country && o.Role == "leader" && o.Sectors[0] == "GOV" && day != "" && o.Term.Holds(day) {
				if found != nil && found != p {
					return nil
				}
				found = p
			}
		}
	}
	return found
}
