package gazetteer

import (
	"fmt"
	"strconv"
	"strings"

	"example.org/demarche/internal/event"
)

// maxName is the longest name in bytes that is looked up; no place has a longer one.
const maxName = 200

// A Gazetteer finds places by name. It is immutable and safe for concurrent use.
type Gazetteer struct {
	admin, places, keys string // sections of the text, each of sorted lines
}

// Open returns a gazetteer over the text of data/places/gazetteer.tsv, of which it reads the first line alone.
func Open(data string) (*Gazetteer, error) {
	head, rest, _ := strings.Cut(data, "\n")
	var admin, places, keys int
	if _, err := fmt.Sscanf(head, "admin %d places %d keys %d", &admin, &places, &keys); err != nil {
		return nil, fmt.Errorf("no gazetteer: its first line should be \"admin A places P keys K\": %w", err)
	}
	if admin < 0 || places < 0 || keys < 0 || admin > len(rest) || places > len(rest)-admin || keys != len(rest)-admin-places {
		return nil, fmt.Errorf("the gazetteer has %d bytes, its first line says %d + %d + %d", len(rest), admin, places, keys)
	}
	return &Gazetteer{admin: rest[:admin], places: rest[admin : admin+places], keys: rest[admin+places:]}, nil
}

// Lookup returns the places of that name, most populous first, and after them those of which the name is a part. Letter
// case, accents and hyphens never matter; articles and generic parts do only where a place has the name with them.
func (g *Gazetteer) Lookup(name string) []event.GazetteerEntry {
	if len(name) > maxName {
		return nil
	}
	k := key(name)
	found := g.collect(nil, k)
	if l := loose(k); l != k {
		found = g.collect(found, l)
	}
	return found
}

// collect appends the places of a key that are not yet there.
func (g *Gazetteer) collect(found []event.GazetteerEntry, k string) []event.GazetteerEntry {
	numbers, ok := search(g.keys, k)
	if !ok {
		return found
	}
	loosely := len(found) > 0
	for n := range strings.SplitSeq(numbers, " ") {
		e, ok := g.entry(strings.TrimPrefix(n, "~"))
		if !ok || has(found, e) {
			continue
		}
		e.Partly = loosely || n[0] == '~'
		found = append(found, e)
	}
	return found
}

// has reports whether a place is among those found.
func has(found []event.GazetteerEntry, e event.GazetteerEntry) bool {
	for _, f := range found {
		if f.ID == e.ID && f.Name == e.Name {
			return true
		}
	}
	return false
}

// entry reads the place of that number.
func (g *Gazetteer) entry(number string) (e event.GazetteerEntry, ok bool) {
	line, ok := search(g.places, number)
	if !ok {
		return e, false
	}
	var f [7]string
	for i := range f {
		f[i], line, _ = strings.Cut(line, "\t")
	}
	e.ID, _ = strconv.Atoi(number) // 0 for those that GeoNames does not number
	e.Name, e.Feature = f[0], f[5]
	e.Lat, _ = strconv.ParseFloat(f[1], 64)
	e.Lon, _ = strconv.ParseFloat(f[2], 64)
	e.RadiusKM, _ = strconv.ParseFloat(f[3], 64)
	e.Population, _ = strconv.Atoi(f[6])
	e.Country, e.Admin1, e.Admin2 = g.divisions(f[4])
	return e, true
}

// divisions turns a code like US.KY.125 into names.
func (g *Gazetteer) divisions(code string) (country, first, second string) {
	parts := strings.SplitN(code, ".", 3)
	if line, ok := search(g.admin, parts[0]); ok {
		_, country, _ = strings.Cut(line, "\t")
	}
	if len(parts) > 1 {
		first, _ = search(g.admin, code[:len(parts[0])+1+len(parts[1])])
	}
	if len(parts) > 2 {
		second, _ = search(g.admin, code)
	}
	return country, first, second
}

// search finds the line that begins with k and a tab among sorted lines, and returns what follows the tab.
func search(lines, k string) (rest string, ok bool) {
	if k == "" {
		return "", false
	}
	lo, hi := 0, len(lines) // both at the beginning of a line, or at the end
	for lo < hi {
		mid := (lo + hi) / 2
		at := lo + strings.LastIndexByte(lines[lo:mid], '\n') + 1
		end := at + strings.IndexByte(lines[at:], '\n')
		if end < at {
			end = len(lines)
		}
		head, tail, _ := strings.Cut(lines[at:end], "\t")
		switch {
		case head == k:
			return tail, true
		case head < k:
			lo = min(end+1, len(lines))
		default:
			hi = at
		}
	}
	return "", false
}
