package places

import (
	"math"
	"strings"

	"example.org/demarche/internal/event"
	"example.org/demarche/internal/facts"
)

// What bears on the choice between places of one name, in powers of ten of people.
const (
	forCapital   = 1.5
	forSeat      = .3
	forState     = 2.0
	forDivision  = -2.0 // its seat of the same name is meant more often
	forQuarter   = -.7
	forName      = 1.2  // the gazetteer calls it so, rather than among other things
	forPart      = -1.5 // only a part of the place's name was written
	forHint      = 3.0  // a noun beside it says what it is
	forCountry   = 2.5  // the article speaks of its state
	forNeighbour = 1.5  // … and of its division
	forTold      = 8.0  // words beside it tell within what it lies
	natural      = 6.0  // what regions, seas and mountains count for
)

// small is the population under which a town is not believed to be meant abroad, far from all that the article speaks of.
const small = 100_000

// manyVotes is from how many votes on it is clear where an article plays.
const manyVotes = 4

// same is the distance in km within which it matters little which of two places is meant: New Delhi or Delhi.
const same = 50

// choose takes the best candidate for a toponym, the first of equal ones, and says how certain that is.
func (r *run) choose(t *toponym) {
	t.choice, t.told = nil, false
	scores, best := make([]float64, len(t.candidates)), 0
	for i := range t.candidates {
		e := &t.candidates[i]
		scores[i] = prior(t, e) + float64(forCountry*r.votes.share(e.Country, r.mostState)) +
			float64(forNeighbour*r.votes.share(e.Country+"."+e.Admin1, r.mostDivision)*admin(e))
		if r.tells(t, e) {
			scores[i] += forTold
		}
		if scores[i] > scores[best] {
			best = i
		}
	}
	if len(scores) == 0 {
		return
	}
	t.choice = &t.candidates[best]
	t.told = r.tells(t, t.choice)
	r.judge(t, scores[best]-rival(t, scores))
}

// rival is the best score of a candidate that lies elsewhere than the one chosen.
func rival(t *toponym, scores []float64) float64 {
	best := math.Inf(-1)
	for i, e := range t.candidates {
		if distance(point{e.Lat, e.Lon}, point{t.choice.Lat, t.choice.Lon}) > same {
			best = max(best, scores[i])
		}
	}
	return best
}

// tells reports whether words beside a name tell that this candidate is meant: what it lies in, or its nationality.
func (r *run) tells(t *toponym, e *event.GazetteerEntry) bool {
	return t.nation != "" && t.nation == e.Country || r.contained(t, e)
}

// admin is 1 for a place in a known division, else 0.
func admin(e *event.GazetteerEntry) float64 {
	if e.Admin1 == "" {
		return 0
	}
	return 1
}

// prior is what speaks for a candidate before the article is looked at.
func prior(t *toponym, e *event.GazetteerEntry) float64 {
	s := log10(e.Population + 100)
	switch e.Feature {
	case "PPLC":
		s += forCapital
	case "PPLA":
		s += forSeat
	case "PCLI", "PCLD":
		s += forState
	case "ADM2":
		s += forDivision
	case "ADM1":
		if seated(t, e) {
			s += forDivision
		}
	case "PPLX":
		s += forQuarter
	}
	if isNatural(e) {
		s = natural
	}
	switch {
	case e.Partly:
		s += forPart
	case facts.FoldLower(e.Name) == facts.FoldLower(t.name):
		s += forName
	}
	if t.hint != "" && hinted(t.hint, e.Feature) {
		s += forHint
	}
	return s
}

// isNatural reports whether a place is one that nobody is counted in: a sea, a region.
func isNatural(e *event.GazetteerEntry) bool { return e.Population == 0 && e.RadiusKM > 0 }

// mainShare is the share of a division's people from which on a town is its main one.
const mainShare = .25

// seated reports whether a division has the name of its seat, of its main town, or of its state's capital.
func seated(t *toponym, e *event.GazetteerEntry) bool {
	for i := range t.candidates {
		o := &t.candidates[i]
		if o.Partly || o.Country != e.Country || !strings.HasPrefix(o.Feature, "PPL") {
			continue
		}
		main := o.Feature == "PPLA" || float64(o.Population) >= mainShare*float64(e.Population)
		if o.Feature == "PPLC" || main && o.Admin1 == e.Admin1 {
			return true
		}
	}
	return false
}

// contained reports whether a candidate lies within what the toponym is said to lie within.
func (r *run) contained(t *toponym, e *event.GazetteerEntry) bool {
	for _, w := range t.within {
		c := r.byHead[w]
		if c == nil || c == t {
			continue
		}
		for i := range c.candidates {
			if o := &c.candidates[i]; holds(o, e) {
				return true
			}
		}
	}
	return false
}

// holds reports whether a state or division o holds place e.
func holds(o, e *event.GazetteerEntry) bool {
	switch {
	case o.Partly || o.Country != e.Country || o.Country == "":
		return false
	case o.Feature == "PCLI" || o.Feature == "PCLD":
		return !strings.HasPrefix(e.Feature, "PCL")
	case o.Feature == "ADM1" && o.Admin1 != "":
		return o.Admin1 == e.Admin1 && e.Feature != "ADM1"
	}
	return o.Feature == "ADM1" && !strings.HasPrefix(e.Feature, "PCL") && e.Feature != "ADM1" &&
		distance(point{o.Lat, o.Lon}, point{e.Lat, e.Lon}) <= o.RadiusKM
}

// judge says how certain a choice is, given how far the second best lies behind; a small town that nothing speaks for is
// no choice: a name that the gazetteer lacks often has a namesake elsewhere.
func (r *run) judge(t *toponym, margin float64) {
	e := t.choice
	near := r.votes[e.Country] > 0
	switch {
	case t.told:
		t.confidence = .95
	case strings.HasPrefix(e.Feature, "PCL"):
		t.confidence = .95
	case e.Population < small && e.RadiusKM == 0 && !near && r.mostState >= manyVotes:
		t.choice, t.confidence = nil, .3
		return
	case margin >= 2:
		t.confidence = .9
	case margin >= 1:
		t.confidence = .8
	case margin >= .5:
		t.confidence = .65
	default:
		t.confidence = .5
	}
	if e.Partly {
		t.confidence -= .1
	}
	if !near && !t.told && !strings.HasPrefix(e.Feature, "PCL") && e.Country != "" {
		t.confidence -= .1
	}
}
