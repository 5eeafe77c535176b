package places

import (
	"slices"
	"strings"

	"example.org/demarche/internal/event"
	"example.org/demarche/internal/facts"
	"example.org/demarche/internal/text"
)

// A toponym is a name that an article uses for one place.
type toponym struct {
	name       string // as first written
	uses       []*use
	hint       string
	nation     string // ISO alpha-3, told by an adjective beside it
	container  string // name of what it is said to lie within, folded
	within     []text.Ref
	candidates []event.GazetteerEntry
	choice     *event.GazetteerEntry // nil if no candidate fits
	confidence float64
	signed     bool      // something beside it says that it is a place
	doubtful   bool      // nothing but its surroundings says that it is a place
	part       bool      // the candidates are what it is a part of: northern Lebanon, Tripoli airport
	told       bool      // whether words beside it told within what it lies
	voted      bool      // whether its division was counted
	computed   *computed // where it is told by another place and no candidate fits
	relative   *relative
}

// add puts a use to the toponym that it belongs to: the last one of its name, unless both say within what they lie, and not
// the same.
func (r *run) add(u *use) {
	name := facts.FoldLower(u.form)
	var t *toponym
	for _, o := range r.byName[name] {
		if u.agrees(o) {
			t = o
		}
	}
	if t == nil {
		t = r.toponym(u.form)
		t.doubtful = u.doubtful
		r.toponyms, r.byName[name] = append(r.toponyms, t), appendLast(r.byName[name], t)
	}
	t.doubtful = t.doubtful && u.doubtful
	t.signed = t.signed || u.signed || len(u.within) > 0
	t.uses = append(t.uses, u)
	r.byHead[text.Ref{Sentence: u.Range.Sentence, Token: u.Head}] = t
	if t.hint == "" {
		t.hint = u.hint
	}
	if t.nation == "" {
		t.nation = u.nation
	}
	if t.container == "" {
		t.container, t.within = u.container, u.within
	}
}

// toponym makes the toponym of a name. One that the gazetteer lacks may be a part of a place that it has, or within one.
func (r *run) toponym(name string) *toponym {
	t := &toponym{name: name, candidates: r.gazetteer.Lookup(name)}
	words := strings.Fields(name)
	if len(t.candidates) > 0 || len(words) < 2 {
		return t
	}
	if wind(words[0]) != "" || slices.Contains([]string{"Central", "Greater", "Metropolitan", "Metro", "Downtown"}, words[0]) {
		t.part, t.candidates = true, wholes(r.gazetteer.Lookup(strings.Join(words[1:], " ")))
	}
	if facility(words[len(words)-1]) {
		for n := len(words) - 1; n > 0 && len(t.candidates) == 0; n-- {
			t.part, t.candidates = true, wholes(r.gazetteer.Lookup(strings.Join(words[:n], " ")))
		}
	}
	return t
}

// lodge places a street, square or building that the gazetteer lacks in the town that it is said to lie in.
func (r *run) lodge(t *toponym) {
	words := strings.Fields(t.name)
	if len(t.candidates) > 0 || len(words) < 2 || !facility(words[len(words)-1]) {
		return
	}
	for _, w := range t.within {
		if c := r.byHead[w]; c != nil && c != t && c.choice != nil && strings.HasPrefix(c.choice.Feature, "PPL") {
			t.choice, t.part, t.confidence = c.choice, true, c.confidence
			return
		}
	}
}

// wholes are those of some entries of which the name looked up is the whole name.
func wholes(entries []event.GazetteerEntry) []event.GazetteerEntry {
	return slices.DeleteFunc(entries, func(e event.GazetteerEntry) bool { return e.Partly })
}

// maxSenses bounds how many places of one name an article is believed to speak of.
const maxSenses = 4

func appendLast(all []*toponym, t *toponym) []*toponym {
	if len(all) == maxSenses {
		all = all[1:]
	}
	return append(all, t)
}

// agrees reports whether a use may be of that toponym. A province is not the town of its name, if the text says which.
func (u *use) agrees(t *toponym) bool {
	if u.hint == aDivision && t.hint != aDivision || u.hint != "" && u.hint != aDivision && t.hint == aDivision {
		return false
	}
	return (u.nation == "" || t.nation == "" || u.nation == t.nation) && (u.container == "" || t.container == "" || u.container == t.container)
}

// believed reports whether a name is taken for a place's: the gazetteer knows it, or what stands beside it says so.
func (t *toponym) believed() bool {
	if t.choice != nil || t.relative != nil {
		return true
	}
	return !t.doubtful && (t.signed || len(t.candidates) > 0)
}

// place makes the place of a toponym.
func (t *toponym) place() *event.Place {
	p := &event.Place{Name: t.name, Country: t.nation, Confidence: t.confidence}
	for _, u := range t.uses {
		p.Mentions = append(p.Mentions, u.PlaceUse)
	}
	switch {
	case t.computed != nil:
		t.computed.fill(p)
	case t.choice != nil && t.part:
		t.fillPart(p)
	case t.choice != nil:
		fill(p, t.choice)
	}
	return p
}

// fillPart places a part by what it is a part of: somewhere there.
func (t *toponym) fillPart(p *event.Place) {
	e := t.choice
	p.Located, p.Lat, p.Lon, p.Country, p.Admin1 = true, e.Lat, e.Lon, e.Country, e.Admin1
	p.Precision, p.RadiusKM = extent(e)
	if p.Precision == event.AtCity {
		p.Precision = event.AtArea
	} else {
		p.Precision = event.AtRegion
	}
	p.Confidence = min(p.Confidence, .7)
}

// fill takes over what a gazetteer says of a place. A town keeps the name that the article gives it,
// unless that is in capitals, short or lacks its article; a state gets its own.
func fill(p *event.Place, e *event.GazetteerEntry) {
	if strings.HasPrefix(e.Feature, "PCL") || p.Name == strings.ToUpper(p.Name) || strings.HasSuffix(p.Name, ".") || "The "+p.Name == e.Name {
		p.Name = e.Name
	}
	p.Located, p.Lat, p.Lon = true, e.Lat, e.Lon
	p.Country, p.Admin1, p.Admin2 = e.Country, e.Admin1, e.Admin2
	p.GeoNames, p.Feature = e.ID, e.Feature
	p.Precision, p.RadiusKM = extent(e)
}

// extent says how far an entry's coordinates can be trusted, and the radius of a circle around what they stand for.
func extent(e *event.GazetteerEntry) (event.Precision, float64) {
	switch {
	case strings.HasPrefix(e.Feature, "PCL"):
		return event.AtCountry, max(e.RadiusKM, 1)
	case !strings.HasPrefix(e.Feature, "PPL") && e.Feature != "STLMT":
		return event.AtRegion, max(e.RadiusKM, 1)
	case e.RadiusKM > 0:
		return event.AtCity, e.RadiusKM
	}
	for _, s := range []struct {
		people int
		km     float64
	}{{5_000_000, 30}, {2_000_000, 20}, {1_000_000, 15}, {500_000, 12}, {200_000, 8}, {50_000, 5}, {10_000, 3}} {
		if e.Population >= s.people {
			return event.AtCity, s.km
		}
	}
	return event.AtCity, 2
}
