package places

import (
	"math"
	"testing"
	"testing/fstest"

	"pgregory.net/rapid"
)

// Distances and bearings between cities, to a percent or a degree, from known coordinates.
func TestSphere(t *testing.T) {
	paris, berlin, sydney, suva := point{48.857, 2.351}, point{52.52, 13.405}, point{-33.868, 151.209}, point{-18.124, 178.45}
	if d := distance(paris, berlin); math.Abs(d-878) > 5 {
		t.Errorf("Paris to Berlin: %.0f km, want 878", d)
	}
	if b := bearing(paris, berlin); turn(b, 58) > 1 {
		t.Errorf("Paris to Berlin: %.0f degrees, want 58", b)
	}
	if d := distance(sydney, suva); math.Abs(d-3220) > 30 {
		t.Errorf("Sydney to Suva: %.0f km, want 3220", d)
	}
	if p := travel(suva, 500, 90); p.lon > -175 || p.lon < -180 {
		t.Errorf("500 km east of Suva lies beyond the date line, not at %v", p)
	}
}

// TestTravel: going some way in a direction ends at that distance, and half-way is half-way.
func TestTravel(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := point{rapid.Float64Range(-80, 80).Draw(t, "lat"), rapid.Float64Range(-180, 180).Draw(t, "lon")}
		km, b := rapid.Float64Range(1, 3000).Draw(t, "km"), rapid.Float64Range(0, 360).Draw(t, "bearing")
		q := travel(p, km, b)
		if d := distance(p, q); math.Abs(d-km) > .01 {
			t.Fatalf("%v: %.3f km away, want %.3f", q, d, km)
		}
		if turn(bearing(p, q), b) > .1 {
			t.Fatalf("%v: bearing %.2f, want %.2f", q, bearing(p, q), b)
		}
		if m := middle(p, q); math.Abs(distance(p, m)-distance(m, q)) > .01 {
			t.Fatalf("%v is not half-way", m)
		}
	})
}

func TestWind(t *testing.T) {
	for word, want := range map[string]string{
		"east": "E", "North": "N", "south-west": "SW", "northwest": "NW", "Southern": "S", "north-eastern": "NE", "westerly": "W", "southwards": "S",
		"eastern": "E", "feast": "", "": "", "N": "", "northern lights": "",
	} {
		if got := wind(word); got != want {
			t.Errorf("%q: %q, want %q", word, got, want)
		}
	}
}

func TestLoad(t *testing.T) {
	k, err := Load(fstest.MapFS{"countries.txt": {Data: []byte("# a comment\nLBY\t748\tLibyan\tLibyans\n")}})
	if err != nil || k.nations["Libyan"] != "LBY" || k.nations["Libyans"] != "LBY" {
		t.Errorf("%v %v", k, err)
	}
	for _, bad := range []fstest.MapFS{{}, {"countries.txt": {Data: []byte("LBY\tLibyan\n")}}} {
		if _, err := Load(bad); err == nil {
			t.Error("no error")
		}
	}
}
