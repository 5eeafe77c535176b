package places

import (
	"math"
	"strings"
)

// kmPerDegree is the length of a degree of a great circle; the earth's mean radius is 6371 km.
const kmPerDegree = 6371 * degree

// A point is somewhere on earth, in degrees.
type point struct{ lat, lon float64 }

// distance is the great circle's length between two points in km (haversine formula).
func distance(p, q point) float64 {
	_, cosP := sincos(p.lat)
	_, cosQ := sincos(q.lat)
	a, _ := sincos((q.lat - p.lat) / 2)
	b, _ := sincos((q.lon - p.lon) / 2)
	h := min(1, float64(a*a)+float64(cosP*cosQ*b*b))
	return 2 * kmPerDegree * atan2(math.Sqrt(h), math.Sqrt(1-h))
}

// bearing is the direction from p to q in degrees, −180 to 180, north being 0 and east 90.
func bearing(p, q point) float64 {
	sinP, cosP := sincos(p.lat)
	sinQ, cosQ := sincos(q.lat)
	sin, cos := sincos(q.lon - p.lon)
	return atan2(sin*cosQ, float64(cosP*sinQ)-float64(sinP*cosQ*cos))
}

// travel is the point at a distance in km and a bearing in degrees from p.
func travel(p point, km, towards float64) point {
	sinP, cosP := sincos(p.lat)
	sinD, cosD := sincos(km / kmPerDegree)
	sinB, cosB := sincos(towards)
	// The point as a vector: z to the north pole, y to the east of p, x out of the equator on p's meridian.
	x := float64(cosP*cosD) - float64(sinP*sinD*cosB)
	y := sinB * sinD
	z := float64(sinP*cosD) + float64(cosP*sinD*cosB)
	return point{atan2(z, math.Sqrt(float64(x*x)+float64(y*y))), wrap(p.lon + atan2(y, x))}
}

// middle is the point half-way between p and q.
func middle(p, q point) point { return travel(p, distance(p, q)/2, bearing(p, q)) }

// turn is the angle between two bearings, 0 to 180 degrees.
func turn(a, b float64) float64 { return math.Abs(wrap(a - b)) }

// winds are the eight points of the compass.
var winds = []string{"N", "NE", "E", "SE", "S", "SW", "W", "NW"}

// degrees is the bearing that a wind stands for.
func degrees(wind string) float64 {
	for i, w := range winds {
		if w == wind {
			return float64(i) * 45
		}
	}
	return 0
}

// wind reads a word of direction: "east", "north-west", "southern"; "" if it is none.
func wind(word string) string {
	word = strings.NewReplacer("-", "", "‑", "", "–", "", " ", "", "wards", "", "ward", "", "erly", "", "ern", "").Replace(strings.ToLower(word))
	switch word {
	case "north", "south", "east", "west":
		return strings.ToUpper(word[:1])
	case "northeast", "northwest", "southeast", "southwest":
		return strings.ToUpper(word[:1] + word[5:6])
	}
	return ""
}
