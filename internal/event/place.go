package event

import "example.org/demarche/internal/text"

// PlaceMention is the use of a place's name.
type PlaceMention string

// The uses of place names.
const (
	AsLocation PlaceMention = "location" // somewhere
	AsMetonym  PlaceMention = "metonym"  // its government, its people
	AsModifier PlaceMention = "modifier" // part of another name
)

// Precision says how far coordinates can be trusted.
type Precision string

// The precisions.
const (
	AtPoint   Precision = "point"
	AtCity    Precision = "city"
	AtArea    Precision = "area" // a computed place, a part of a city's surroundings
	AtRegion  Precision = "region"
	AtCountry Precision = "country"
)

// A Place is somewhere that the article names.
type Place struct {
	Name       string
	Located    bool    // whether Lat and Lon are known
	Lat, Lon   float64 // degrees, WGS 84
	Country    string  // ISO 3166-1 alpha-3
	Admin1     string  // name of the first-level division
	Admin2     string
	GeoNames   int    // id, 0 if unknown
	Feature    string // GeoNames feature code
	Precision  Precision
	RadiusKM   float64
	Confidence float64 // 0 to 1
	Relative   *Relative
	Mentions   []PlaceUse // in order of text
}

// A Relative places something by others: "750km east of Tripoli", "between X and Y".
type Relative struct {
	To      []*Place
	KM      float64 // 0 if not given
	Bearing string  // N, NE, E …; "" if not given
}

// A PlaceUse is one place in the text that names a place.
type PlaceUse struct {
	Range text.Range
	Head  int // the head word, counted in the sentence
	Use   PlaceMention
}

// A GazetteerEntry is a place that a gazetteer knows.
type GazetteerEntry struct {
	ID         int
	Name       string
	Lat, Lon   float64
	Country    string // ISO 3166-1 alpha-3
	Admin1     string
	Admin2     string
	Feature    string // GeoNames feature code
	Population int
	RadiusKM   float64 // of a circle that holds nearly all of it; 0 if unknown, as of towns
	Partly     bool    // whether the name looked up is only a part of its name: "Moresby" of Port Moresby
}

// A Gazetteer looks places up by name.
type Gazetteer interface {
	// Lookup returns the places of that name, most populous first, and after them those of which it is a part; letter case,
	// accents, articles and hyphens do not matter.
	Lookup(name string) []GazetteerEntry
}
