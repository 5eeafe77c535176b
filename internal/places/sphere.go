package places

import (
	"math"
	"strings"
)

// earth is the mean radius of the earth in km.
const earth = 6371

const degree = math.Pi / 180

// A point is somewhere on earth, in degrees.
type point struct{ lat, lon float64 }

// distance is the great circle's length between two points in km (haversine formula).
func distance(p, q point) float64 {
	a, b := math.Sin((q.lat-p.lat)*degree/2), math.Sin((q.lon-p.lon)*degree/2)
	h := a*a + float64(math.Cos(p.lat*degree)*math.Cos(q.lat*degree))*b*b
	return 2 * earth * math.Asin(math.Sqrt(min(1, h)))
}

// bearing is the direction from p to q in degrees, 0 to 360, north being 0 and east 90.
func bearing(p, q point) float64 {
	d := (q.lon - p.lon) * degree
	y := float64(math.Sin(d) * math.Cos(q.lat*degree))
	x := float64(math.Cos(p.lat*degree)*math.Sin(q.lat*degree)) - float64(math.Sin(p.lat*degree)*math.Cos(q.lat*degree))*math.Cos(d)
	return math.Mod(math.Atan2(y, x)/degree+360, 360)
}

// travel is the point at a distance in km and a bearing in degrees from p.
func travel(p point, km, towards float64) point {
	d, b := km/earth, towards*degree
	lat := math.Asin(float64(math.Sin(p.lat*degree)*math.Cos(d)) + float64(math.Cos(p.lat*degree)*math.Sin(d))*math.Cos(b))
	lon := p.lon*degree + math.Atan2(float64(math.Sin(b)*math.Sin(d))*math.Cos(p.lat*degree), math.Cos(d)-float64(math.Sin(p.lat*degree)*math.Sin(lat)))
	return point{lat / degree, math.Mod(lon/degree+540, 360) - 180}
}

// middle is the point half-way between p and q.
func middle(p, q point) point { return travel(p, distance(p, q)/2, bearing(p, q)) }

// turn is the angle between two bearings, 0 to 180 degrees.
func turn(a, b float64) float64 {
	d := math.Abs(math.Mod(a-b, 360))
	return min(d, 360-d)
}

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
