package gazetteer_test

import (
	"math"
	"os"
	"strings"
	"testing"

	"example.org/demarche/internal/gazetteer"
)

func open(t testing.TB) *gazetteer.Gazetteer {
	text, err := os.ReadFile("../../data/places/gazetteer.tsv")
	if err != nil {
		t.Fatal(err)
	}
	g, err := gazetteer.Open(string(text))
	if err != nil {
		t.Fatal(err)
	}
	return g
}

// TestNames looks names up as news write them: the country of the first place found, and where it lies to half a degree.
func TestNames(t *testing.T) {
	g := open(t)
	for _, c := range []struct {
		name, country string
		lat, lon      float64
	}{
		{"Brega", "LBY", 30.4, 19.6}, {"El-Brega", "LBY", 30.4, 19.6}, {"Marsa el Brega", "LBY", 30.4, 19.6}, {"MARSA AL-BREGA", "LBY", 30.4, 19.6},
		{"Zawiyah", "LBY", 32.8, 12.7}, {"Al-Zawiya", "LBY", 32.8, 12.7}, {"Misrata", "LBY", 32.4, 15.1}, {"Ajdabiya", "LBY", 30.8, 20.2},
		{"Bogotá", "COL", 4.6, -74.1}, {"Bogota", "COL", 4.6, -74.1}, {"Kiev", "UKR", 50.5, 30.5}, {"Bombay", "IND", 19.1, 72.9},
		{"Saint Petersburg", "RUS", 59.9, 30.3}, {"St. Petersburg", "RUS", 59.9, 30.3}, {"the Hague", "NLD", 52.1, 4.3},
		{"Kunduz", "AFG", 36.7, 68.9}, {"N'Djamena", "TCD", 12.1, 15.0}, {"Sana'a", "YEM", 15.4, 44.2}, {"Reykjavík", "ISL", 64.1, -21.9},
		{"El Salvador", "SLV", 13.7, -88.9}, {"U.S.", "USA", 39.5, -99.1}, {"Côte d'Ivoire", "CIV", 7.6, -5.5}, {"the Netherlands", "NLD", 52.1, 5.6},
		{"Gaza Strip", "PSE", 31.4, 34.3}, {"Darfur", "SDN", 13.5, 24.5}, {"Anbar Province", "IRQ", 33.9, 42.2}, {"Black Sea", "", 43.3, 34.3},
	} {
		found := g.Lookup(c.name)
		if len(found) == 0 {
			t.Errorf("%s: not found", c.name)
			continue
		}
		if e := found[0]; e.Country != c.country || math.Abs(e.Lat-c.lat) > .6 || math.Abs(e.Lon-c.lon) > .6 {
			t.Errorf("%s: %+v, want %s at %.1f %.1f", c.name, e, c.country, c.lat, c.lon)
		}
	}
}

func TestOrder(t *testing.T) {
	g := open(t)
	for _, name := range []string{"Springfield", "Tripoli", "Georgia", "San Jose", "Victoria", "Port Stanley"} {
		found := g.Lookup(name)
		for i := 1; i < len(found); i++ {
			a, b := found[i-1], found[i]
			if a.Partly && !b.Partly || !a.Partly && !b.Partly && a.Population < b.Population {
				t.Errorf("%s: %+v before %+v", name, a, b)
			}
		}
	}
}

func TestNothing(t *testing.T) {
	g := open(t)
	for _, name := range []string{"", " ", "-", "the", "\xff\xfe", "\x00", "no such town anywhere", strings.Repeat("a", 1<<20), "brega\t", "\n", "~"} {
		for _, e := range g.Lookup(name) {
			if name != "brega\t" && name != "the" {
				t.Errorf("%.20q: found %+v", name, e)
			}
		}
	}
}

func TestDivisions(t *testing.T) {
	e := open(t).Lookup("Lexington, Kentucky's")
	if e != nil {
		t.Errorf("a name with its division is no name: %+v", e)
	}
	got := open(t).Lookup("Lexington")[0]
	if got.Country != "USA" || got.Admin1 != "Kentucky" || got.Admin2 != "Fayette County" {
		t.Errorf("got %+v, want the one in Fayette County, Kentucky", got)
	}
}

func TestOpenRefuses(t *testing.T) {
	for _, text := range []string{"", "admin 1 places 2 keys 3\nab", "admin -1 places 1 keys 0\n", "nothing\n", "admin 9999999999 places 0 keys 0\n"} {
		if _, err := gazetteer.Open(text); err == nil {
			t.Errorf("%q: no error", text)
		}
	}
	g, err := gazetteer.Open("admin 0 places 0 keys 0\n")
	if err != nil || g.Lookup("Paris") != nil {
		t.Errorf("the empty gazetteer: %v", err)
	}
}

func FuzzLookup(f *testing.F) {
	g := open(f)
	f.Add("Marsa el Brega")
	f.Add("\xff’‘- the")
	f.Fuzz(func(t *testing.T, name string) {
		for _, e := range g.Lookup(name) {
			if math.Abs(e.Lat) > 90 || math.Abs(e.Lon) > 180 || e.Name == "" {
				t.Errorf("%q: %+v", name, e)
			}
		}
	})
}

func BenchmarkLookup(b *testing.B) {
	g := open(b)
	for _, name := range []string{"Brega", "San José", "Springfield", "nowhere at all"} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				g.Lookup(name)
			}
		})
	}
}
