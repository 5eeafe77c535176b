package places

import (
	"slices"

	"example.org/demarche/internal/event"
)

// How far a place of the gazetteer may be from where the text says: a stated distance may be counted by road, or roughly.
const (
	leastShare = .5  // of the stated distance, along the straight line
	mostShare  = 1.1 // …
	slack      = 8   // km on either side, for the size of towns
	maxTurn    = 60  // degrees
	vague      = 60  // km that a place told by a distance alone may be away to be put on a map
	nearby     = 400 // km that a place told by a bearing alone may be away
)

// locate says where the place of a relative is.
func (r *run) locate(rel *relative) {
	var at []*event.GazetteerEntry
	for _, a := range rel.anchors {
		if a.choice == nil || a == rel.target {
			return // told by what is itself unknown
		}
		at = append(at, a.choice)
	}
	if rel.target != nil && r.agreeing(rel, at) {
		return
	}
	c := rel.compute(at)
	rel.result = c
	if t := rel.target; t != nil && t.relative == nil && (t.choice == nil || c.known && !t.told) {
		t.computed, t.relative = c, rel
		t.confidence = .6
	}
}

// agreeing takes the candidate of the target that lies where the relative says, if there is one.
func (r *run) agreeing(rel *relative, at []*event.GazetteerEntry) bool {
	t := rel.target
	var best *event.GazetteerEntry
	for i := range t.candidates {
		e := &t.candidates[i]
		if !r.rightCountry(t, e, at) || !rel.fits(at, e) {
			continue
		}
		if best == nil || prior(t, e) > prior(t, best) {
			best = e
		}
	}
	if best == nil {
		return false
	}
	t.choice, t.confidence, t.relative = best, .95, rel
	return true
}

// rightCountry reports whether a candidate lies in a state that its anchors, its adjective or the article name.
func (r *run) rightCountry(t *toponym, e *event.GazetteerEntry, at []*event.GazetteerEntry) bool {
	for _, a := range at {
		if a.Country == e.Country {
			return true
		}
	}
	return t.nation == e.Country && t.nation != "" || t.nation == "" && r.votes[e.Country] > 0
}

// fits reports whether a place lies where the relative says, roughly.
func (rel *relative) fits(at []*event.GazetteerEntry, e *event.GazetteerEntry) bool {
	p, a := point{e.Lat, e.Lon}, point{at[0].Lat, at[0].Lon}
	d := distance(a, p)
	if len(at) > 1 {
		b := point{at[1].Lat, at[1].Lon}
		return d+distance(p, b) <= float64(1.5*distance(a, b))+slack
	}
	turned := 0.0
	if rel.bearing != "" && d > slack {
		turned = turn(bearing(a, p), degrees(rel.bearing))
	}
	if rel.km == 0 {
		return d <= nearby+at[0].RadiusKM && turned <= maxTurn
	}
	return float64(leastShare*rel.km)-slack <= d && d <= float64(mostShare*rel.km)+slack+at[0].RadiusKM && turned <= maxTurn
}

// compute is where a relative's place lies by arithmetic. From a state or region, or without a distance, nothing can be
// computed; without a bearing it is somewhere around.
func (rel *relative) compute(at []*event.GazetteerEntry) *computed {
	c := &computed{country: at[0].Country}
	a := point{at[0].Lat, at[0].Lon}
	for _, e := range at {
		if kind, _ := extent(e); kind != event.AtCity {
			return c
		}
		if e.Country != c.country {
			c.country = ""
		}
	}
	switch {
	case len(at) > 1:
		b := point{at[1].Lat, at[1].Lon}
		c.at, c.radius, c.known = middle(a, b), max(distance(a, b)/2, 5), true
	case rel.km > 0 && rel.bearing != "":
		c.at, c.radius, c.known = travel(a, rel.km, degrees(rel.bearing)), max(rel.km*.4, 5), true
	case rel.km > 0 && rel.km <= vague:
		c.at, c.radius, c.known = a, max(rel.km*1.1, 5), true
	}
	if rel.km > 300 {
		c.country = "" // perhaps beyond a border
	}
	return c
}

// place adds to the target's place how it was told, or makes the place of a relative whose words are its only name; nil if
// there is no new place.
func (rel *relative) place(made map[*toponym]*event.Place) *event.Place {
	told := &event.Relative{KM: rel.km, Bearing: rel.bearing}
	for _, a := range rel.anchors {
		if made[a] == nil {
			return nil
		}
		told.To = append(told.To, made[a])
	}
	if t := rel.target; t != nil {
		if made[t] == nil || slices.Contains(told.To, made[t]) {
			return nil
		}
		if made[t].Relative == nil && (t.relative == rel || t.choice == nil) {
			made[t].Relative = told
		}
		return nil
	}
	if rel.result == nil || !rel.result.known {
		return nil
	}
	p := &event.Place{Name: rel.form, Confidence: .6, Relative: told}
	p.Mentions = []event.PlaceUse{{Range: rel.words, Head: rel.head, Use: event.AsLocation}}
	rel.result.fill(p)
	return p
}
