package places

import (
	"slices"
	"strconv"
	"strings"

	"example.org/demarche/internal/event"
	"example.org/demarche/internal/syntax"
	"example.org/demarche/internal/text"
)

// A relative says where something is, by other places: "750km east of Tripoli", "between Ajdabiya and Brega".
type relative struct {
	anchors []*toponym
	km      float64 // 0 if not given
	bearing string  // "" if not given
	words   text.Range
	head    int
	form    string
	target  *toponym // the name that is placed; nil if nothing with a name is
	result  *computed
}

// A computed place is what arithmetic gives where the gazetteer has nothing that fits.
type computed struct {
	at      point
	radius  float64
	country string
	known   bool // whether at is
}

func (c *computed) fill(p *event.Place) {
	if p.Country == "" {
		p.Country = c.country
	}
	if c.known {
		p.Located, p.Lat, p.Lon, p.Precision, p.RadiusKM = true, c.at.lat, c.at.lon, event.AtArea, c.radius
	}
}

// Units of length, in km.
var units = map[string]float64{
	"km": 1, "kms": 1, "kilometre": 1, "kilometres": 1, "kilometer": 1, "kilometers": 1, "mile": 1.609, "miles": 1.609, "mi": 1.609,
	"metre": .001, "metres": .001, "meter": .001, "meters": .001, "yards": .0009,
}

// numbers are those that news spell out before a unit.
var numbers = map[string]float64{
	"a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11,
	"twelve": 12, "fifteen": 15, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80,
	"ninety": 90, "hundred": 100,
}

// relate finds what a sentence tells by other places. It reads the words before each name that is somewhere.
func (r *run) relate(t *syntax.Tree, uses []*use) {
	for i, u := range uses {
		if u.Use == event.AsModifier {
			continue
		}
		rel := r.between(t, uses, i)
		if rel == nil {
			rel = r.away(t, u)
		}
		if rel == nil {
			continue
		}
		rel.form = r.form(t, rel.words)
		rel.head = top(t, rel.words)
		rel.target = r.placed(t, uses, rel)
		if rel.target != nil || rel.km > 0 || len(rel.anchors) > 1 {
			r.relatives = append(r.relatives, rel)
		}
	}
}

// between reads "between X and Y" where use i is X.
func (r *run) between(t *syntax.Tree, uses []*use, i int) *relative {
	u := uses[i]
	s := u.Range.Start - 1
	for s >= 0 && (t.Is(s, "det", "amod") || hint(t.Lemmas[s]) != "") {
		s--
	}
	if s < 0 || t.Lower(s) != "between" || i+1 >= len(uses) || u.Use != event.AsLocation {
		return nil
	}
	v := uses[i+1]
	if v.Range.Start != u.Range.End+1 || t.Lower(u.Range.End) != "and" {
		return nil
	}
	return &relative{anchors: []*toponym{r.at(t, u), r.at(t, v)}, words: text.Range{Sentence: t.Sentence, Start: s, End: v.Range.End}}
}

// away reads "750km east of X", "30 miles outside X", "to the south of X".
func (r *run) away(t *syntax.Tree, u *use) *relative {
	i := u.Range.Start - 1
	for i >= 0 && (t.Is(i, "det", "amod") && wind(t.Form(i)) == "" || hint(t.Lemmas[i]) != "" || t.Lower(i) == "of" && i > 0 && hint(t.Lemmas[i-1]) != "") {
		i-- // the capital, Tripoli; the city of Tripoli
	}
	if i < 0 || !slices.Contains([]string{"of", "from", "outside", "off", "beyond", "inside", "into", "to"}, t.Lower(i)) {
		return nil
	}
	rel := &relative{anchors: []*toponym{r.at(t, u)}, words: text.Range{Sentence: t.Sentence, Start: i, End: u.Range.End}}
	prep, i := t.Lower(i), i-1
	if i, rel.bearing = direction(t, i); rel.bearing != "" {
		rel.words.Start = i + 1
		if i >= 0 && t.Lower(i) == "in" {
			return nil // "in the east of Congo" is within
		}
	} else if prep == "of" || prep == "to" {
		return nil
	}
	if i >= 0 && t.Lower(i) == "away" {
		i--
	}
	if start, km := length(t, i); km > 0 {
		rel.km, rel.words.Start = km, start
	} else if rel.bearing == "" {
		return nil
	}
	return rel
}

// direction reads a direction that ends at word i: "east", "due east", "to the east", "north - west"; i is then the word
// before it.
func direction(t *syntax.Tree, i int) (int, string) {
	if i < 0 {
		return i, ""
	}
	w, n := wind(t.Form(i)), 1
	for k := 2; k <= 3 && i-k+1 >= 0 && w != ""; k++ { // north west, north - west
		if whole := wind(t.Text[t.Tokens[i-k+1].Span.Start:t.Tokens[i].Span.End]); whole != "" {
			w, n = whole, k
		}
	}
	if w == "" {
		return i, ""
	}
	i -= n
	for i >= 0 && slices.Contains([]string{"the", "to", "due", "further", "farther", "just"}, t.Lower(i)) {
		i--
	}
	return i, w
}

// length reads a length that ends at word i: "750 km", "some 30 miles", "(20 miles)"; start is its first word.
func length(t *syntax.Tree, i int) (start int, km float64) {
	if i >= 0 && t.Form(i) == ")" { // 30 miles (50 km) south of
		for i >= 0 && t.Form(i) != "(" {
			i--
		}
		i--
	}
	if i < 0 {
		return i, 0
	}
	unit := units[t.Lower(i)]
	if unit == 0 {
		return unitWithin(t, i)
	}
	for i--; i >= 0 && t.Form(i) == "-"; i-- {
	}
	if i < 0 {
		return i, 0
	}
	return i, number(t.Lower(i)) * unit
}

// unitWithin reads a length in one word: "750km", "30-mile".
func unitWithin(t *syntax.Tree, i int) (start int, km float64) {
	word := t.Lower(i)
	end := strings.IndexFunc(word, func(r rune) bool { return r >= 'a' && r <= 'z' })
	if end <= 0 {
		return i, 0
	}
	return i, number(strings.TrimRight(word[:end], "-")) * units[word[end:]]
}

// number reads "750", "1,200", "2.5", "thirty"; 0 if it is none, or nothing that a distance on earth could be.
func number(word string) float64 {
	if n, ok := numbers[word]; ok {
		return n
	}
	n, err := strconv.ParseFloat(strings.ReplaceAll(word, ",", ""), 64)
	if err != nil || !(n > 0 && n < 20_000) {
		return 0
	}
	return n
}

// top is the word of a range whose head lies outside of it, the first one if there are several.
func top(t *syntax.Tree, w text.Range) int {
	for i := w.Start; i < w.End; i++ {
		if h := t.Head(i); (h < w.Start || h >= w.End) && !t.Is(i, "case", "punct", "det", "advmod") {
			return i
		}
	}
	return w.Start
}

// placed returns the name that the words of a relative place: the one right before them ("Brega, 750km east of Tripoli";
// "Brega, a town 750km east …"), or the one they hang on.
func (r *run) placed(t *syntax.Tree, uses []*use, rel *relative) *toponym {
	for k := len(uses) - 1; k >= 0; k-- {
		u := uses[k]
		if u.Range.End <= rel.words.Start {
			if onlyNounOfPlace(t, u.Range.End, rel.words.Start) && u.Use != event.AsMetonym {
				return r.other(t, u, rel)
			}
			break
		}
	}
	h := rel.head
	for range maxClimb {
		if h = t.Head(h); h < 0 || t.UPOS[h] == "VERB" {
			return nil
		}
		for _, u := range uses {
			if u.Use == event.AsLocation && (u.Head == h || t.Head(u.Head) == h && u.hint != "") && !rel.words.Overlaps(u.Range) {
				return r.other(t, u, rel)
			}
		}
	}
	return nil
}

// maxClimb is how far above its words the place of a relative is looked for.
const maxClimb = 3

// at is the toponym of a use.
func (r *run) at(t *syntax.Tree, u *use) *toponym { return r.byHead[t.Ref(u.Head)] }

// other is the toponym of a use, or nil if it is an anchor of rel.
func (r *run) other(t *syntax.Tree, u *use, rel *relative) *toponym {
	if o := r.at(t, u); !slices.Contains(rel.anchors, o) {
		return o
	}
	return nil
}

// onlyNounOfPlace reports whether the words [from, to) are no more than punctuation, "about" and the like, and a noun of
// place with its article and adjectives.
func onlyNounOfPlace(t *syntax.Tree, from, to int) bool {
	for i := from; i < to; i++ {
		switch {
		case to-from > 8:
			return false
		case t.Form(i) == "," || t.Form(i) == "(" || t.Form(i) == "-", hint(t.Lemmas[i]) != "", t.UPOS[i] == "ADJ", t.UPOS[i] == "DET", t.UPOS[i] == "ADV":
		case slices.Contains([]string{"about", "some", "around", "just", "roughly", "nearly", "over", "under", "at", "least", "more", "less", "than",
			"approximately", "which", "that", "is", "lies", "located", "situated"}, t.Lower(i)):
		default:
			return false
		}
	}
	return true
}
