package record

import (
	"fmt"
	"math"
	"strconv"
)

// A String is free text that may be unknown: "" in Go, null in JSON.
type String string

// MarshalJSON writes "" as null.
func (s String) MarshalJSON() ([]byte, error) { return nullable(string(s)) }

// An ID names an entity (n1), place (p1), date (d1), attribution (a1), event (e1) or state (s1) within its record.
// Where a reference may be missing, "" is null in JSON.
//
//schema:pattern ^[npdaes][1-9][0-9]*$
type ID string

// MarshalJSON writes "" as null.
func (id ID) MarshalJSON() ([]byte, error) { return nullable(string(id)) }

// NewID is the id of the i-th thing, from 0, of a layer: 'n' for entities, 'p', 'd', 'a', 'e', 's' for the others.
func NewID(layer byte, i int) ID { return ID(layer) + ID(strconv.Itoa(i+1)) }

// A Day is a day of the calendar, YYYY-MM-DD; "" is null in JSON.
//
//schema:pattern ^[0-9]{4}-[0-9]{2}-[0-9]{2}$
type Day string

// MarshalJSON writes "" as null.
func (d Day) MarshalJSON() ([]byte, error) { return nullable(string(d)) }

// A Country is a code of ISO 3166-1 alpha-3, or one of PLOVER's UNO, EUR, IGO, NGO, ISM, IMG; "" is null in JSON.
//
//schema:pattern ^[A-Z]{3}$
type Country string

// MarshalJSON writes "" as null.
func (c Country) MarshalJSON() ([]byte, error) { return nullable(string(c)) }

// A Sector is a sector code of PLOVER, "GOV"; "" is null in JSON.
//
//schema:pattern ^[A-Z]{3}$
type Sector string

// MarshalJSON writes "" as null.
func (s Sector) MarshalJSON() ([]byte, error) { return nullable(string(s)) }

// A Mode is how a deed of one PLOVER type was done, "visit", "heavy-weapons"; "" is null in JSON.
//
//schema:pattern ^[a-z]+(-[a-z]+)*$
type Mode string

// MarshalJSON writes "" as null.
func (m Mode) MarshalJSON() ([]byte, error) { return nullable(string(m)) }

// A Context is what a deed is about, "diplomatic", "human_rights".
//
//schema:pattern ^[a-z]+(_[a-z]+)*$
type Context string

// A Hash is a SHA-256 in 64 lower-case hexadecimal digits.
//
//schema:pattern ^[0-9a-f]{64}$
type Hash string

// nullable is s in JSON, null for "".
func nullable(s string) ([]byte, error) {
	if s == "" {
		return []byte("null"), nil
	}
	return encode(s)
}

// Degrees is a latitude or longitude, written with four decimals (about ten metres).
//
//schema:minimum -180
//schema:maximum 180
type Degrees float64

// MarshalJSON writes four decimals.
func (d Degrees) MarshalJSON() ([]byte, error) { return fixed(float64(d), 4) }

// Confidence is a probability from 0 to 1, written with two decimals.
//
//schema:minimum 0
//schema:maximum 1
type Confidence float64

// MarshalJSON writes two decimals.
func (c Confidence) MarshalJSON() ([]byte, error) { return fixed(float64(c), 2) }

// Goldstein is a CAMEO code's place between conflict (-10) and cooperation (+10), written with one decimal.
// Goldstein, "A conflict-cooperation scale for WEIS events data" (1992), as extended to CAMEO.
//
//schema:minimum -10
//schema:maximum 10
type Goldstein float64

// MarshalJSON writes one decimal.
func (g Goldstein) MarshalJSON() ([]byte, error) { return fixed(float64(g), 1) }

// Kilometres is a distance, written with one decimal where it needs one; 0 is unknown, null in JSON.
//
//schema:minimum 0.1
type Kilometres float64

// MarshalJSON writes 0 as null.
func (k Kilometres) MarshalJSON() ([]byte, error) {
	whole := math.Round(float64(k)*10) / 10
	switch {
	case whole == 0:
		return []byte("null"), nil
	case whole == math.Trunc(whole):
		return fixed(whole, 0)
	}
	return fixed(whole, 1)
}

// A GeoNamesID is the id of a place in GeoNames; 0 is unknown, null in JSON.
//
//schema:minimum 1
type GeoNamesID int64

// MarshalJSON writes 0 as null.
func (g GeoNamesID) MarshalJSON() ([]byte, error) {
	if g == 0 {
		return []byte("null"), nil
	}
	return strconv.AppendInt(nil, int64(g), 10), nil
}

// fixed is f with so many decimals, never a negative zero.
func fixed(f float64, decimals int) ([]byte, error) {
	if math.IsNaN(f) || math.IsInf(f, 0) {
		return nil, fmt.Errorf("record: %v is no number of JSON", f)
	}
	b := strconv.AppendFloat(nil, f, 'f', decimals, 64)
	if b[0] == '-' && !hasDigit(b) {
		return b[1:], nil
	}
	return b, nil
}

// hasDigit reports whether a number has a digit other than 0.
func hasDigit(b []byte) bool {
	for _, c := range b {
		if '1' <= c && c <= '9' {
			return true
		}
	}
	return false
}

// A List is a slice that is [] in JSON when it is empty, never null.
type List[T any] []T

// MarshalJSON writes an empty list as [].
func (l List[T]) MarshalJSON() ([]byte, error) {
	if len(l) == 0 {
		return []byte("[]"), nil
	}
	return encode([]T(l))
}
