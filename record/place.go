package record

// Precision says how closely coordinates fix a place.
type Precision string

// The precisions.
const (
	PrecisionPoint   Precision = "point"   // a building, a crossing
	PrecisionCity    Precision = "city"    // a town or village
	PrecisionArea    Precision = "area"    // somewhere near; computed places are never closer
	PrecisionRegion  Precision = "region"  // a province, a mountain range
	PrecisionCountry Precision = "country" // the coordinates are a label's, not a claim
)

// MarshalJSON writes "" as null.
func (p Precision) MarshalJSON() ([]byte, error) { return nullable(string(p)) }

// A Place is somewhere on the map, with every mention of its name.
type Place struct {
	ID         ID                 `json:"id"`                             // p1, p2, …
	Name       string             `json:"name"`                           // as the gazetteer or the article has it
	Lat        *Degrees           `json:"lat" minimum:"-90" maximum:"90"` // latitude, WGS 84, north positive
	Lon        *Degrees           `json:"lon"`                            // longitude, WGS 84, east positive
	Country    Country            `json:"country" schema:"null"`          // where it lies
	Admin1     String             `json:"admin1" schema:"null"`           // first-order division, by name
	Admin2     String             `json:"admin2" schema:"null"`           // second-order division, by name
	GeoNames   GeoNamesID         `json:"geonames" schema:"null"`         // its id there
	Feature    String             `json:"feature" schema:"null"`          // GeoNames feature code, "PPL"
	Precision  Precision          `json:"precision" schema:"null"`        // how closely the coordinates fix it; null without coordinates
	RadiusKm   Kilometres         `json:"radius_km" schema:"null"`        // the place lies within this distance of the coordinates
	Confidence Confidence         `json:"confidence"`                     // that this place is the one meant
	Relative   *Relative          `json:"relative"`                       // for a place told by its distance from others
	Mentions   List[PlaceMention] `json:"mentions"`                       // in order of text
}

// Position is where the place is first mentioned, in code points.
func (p Place) Position() int {
	if len(p.Mentions) == 0 {
		return 0
	}
	return p.Mentions[0].Start
}

// Bearing is a point of the compass, of sixteen.
type Bearing string

// The sixteen points of the compass.
const (
	BearingN   Bearing = "N"
	BearingNNE Bearing = "NNE"
	BearingNE  Bearing = "NE"
	BearingENE Bearing = "ENE"
	BearingE   Bearing = "E"
	BearingESE Bearing = "ESE"
	BearingSE  Bearing = "SE"
	BearingSSE Bearing = "SSE"
	BearingS   Bearing = "S"
	BearingSSW Bearing = "SSW"
	BearingSW  Bearing = "SW"
	BearingWSW Bearing = "WSW"
	BearingW   Bearing = "W"
	BearingWNW Bearing = "WNW"
	BearingNW  Bearing = "NW"
	BearingNNW Bearing = "NNW"
)

// MarshalJSON writes "" as null.
func (b Bearing) MarshalJSON() ([]byte, error) { return nullable(string(b)) }

// A Relative is the way to a place from others: "80 km west of Kandahar", "between Ajdabiya and Brega".
type Relative struct {
	To      List[ID]   `json:"to" minItems:"1"`       // the places it is told from; two for "between"
	Km      Kilometres `json:"km" schema:"null"`      // distance as the article gives it
	Bearing Bearing    `json:"bearing" schema:"null"` // direction, seen from the first of To
}

// PlaceMentionType says what a place name does where it stands.
type PlaceMentionType string

// What a place name can do. Only a location is ever the place of an event.
const (
	PlaceLocation PlaceMentionType = "location" // somewhere
	PlaceMetonym  PlaceMentionType = "metonym"  // it stands for a government, a team, a people
	PlaceModifier PlaceMentionType = "modifier" // part of another name or phrase: "the Paris agreement"
)

// A PlaceMention is a place name in the article.
type PlaceMention struct {
	Span
	Type PlaceMentionType `json:"type"` // what the name does there
}
