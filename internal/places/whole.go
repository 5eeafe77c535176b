package places

import (
	"strings"
	"unicode/utf8"

	"example.org/demarche/internal/event"
	"example.org/demarche/internal/syntax"
	"example.org/demarche/internal/text"
)

// maxName is how many words the name of a place may have.
const maxName = 6

// whole is the name of a place with the words beside it that belong to it: as many as the gazetteer knows as one name ("Los"
// to "Los Angeles"); if it knows none, the proper nouns that hang together with it ("Dublin Road").
func (r *run) whole(t *syntax.Tree, name text.Range) text.Range {
	beside := stretch(t, name, adjacent)
	for n := beside.End - beside.Start; n > name.End-name.Start; n-- {
		for lo := max(beside.Start, name.End-n); lo <= name.Start && lo+n <= beside.End; lo++ {
			w := text.Range{Sentence: name.Sentence, Start: lo, End: lo + n}
			if r.knows(r.form(t, w)) {
				return w
			}
		}
	}
	run := stretch(t, name, joined)
	if run.Start > 0 && opensName(t.Form(run.Start-1)) && adjacent(t, run.Start-1, run) {
		run.Start-- // New London, of which the gazetteer may know only the second half
	} else if r.knows(r.form(t, name)) && !generic(t, name) && !facility(t.Form(run.End-1)) {
		return name
	}
	return run
}

// knows reports whether the gazetteer has a place of the whole name.
func (r *run) knows(name string) bool {
	found := r.gazetteer.Lookup(name)
	return len(found) > 0 && !found[0].Partly
}

// opensName reports whether a word is the first of many places' names, which are other places without it.
func opensName(word string) bool {
	switch word {
	case "New", "San", "Santa", "Fort", "Ft.", "Mount", "Mt.", "Saint", "St.", "Los", "Las", "Port", "Grand", "Upper", "Lower":
		return true
	}
	return false
}

// stretch is a name with the words on both sides that belong to it.
func stretch(t *syntax.Tree, name text.Range, belongs func(*syntax.Tree, int, text.Range) bool) text.Range {
	run := name
	for run.Start > 0 && run.End-run.Start < maxName && belongs(t, run.Start-1, run) {
		run.Start--
	}
	for run.End < t.Len() && run.End-run.Start < maxName && belongs(t, run.End, run) {
		run.End++
	}
	return run
}

// adjacent reports whether word i may be a part of the name beside it by its looks: capitals, and no punctuation.
func adjacent(t *syntax.Tree, i int, _ text.Range) bool {
	form := t.Form(i)
	return t.UPOS[i] != "PUNCT" && t.UPOS[i] != "DET" && form != "" && (form[0] >= 'A' && form[0] <= 'Z' || form[0] >= utf8.RuneSelf)
}

// joined reports whether word i is a proper noun that hangs on a word of the run as a part of a name, or the other way round.
func joined(t *syntax.Tree, i int, run text.Range) bool {
	if t.UPOS[i] != "PROPN" {
		return false
	}
	if h := t.Head(i); h >= run.Start && h < run.End {
		return t.Is(i, "compound", "flat", "amod")
	}
	for w := run.Start; w < run.End; w++ {
		if t.Head(w) == i && t.Is(w, "compound", "flat", "amod") {
			return true
		}
	}
	return false
}

// generic reports whether a name is nothing but a noun of place or facility: "County", "River".
func generic(t *syntax.Tree, name text.Range) bool {
	word := t.Lower(name.Start)
	return name.End-name.Start == 1 && (hint(word) != "" || facility(word) || wind(word) != "" || word == "county" || word == "district")
}

// facility reports whether a word is of something within a town, whose name says nothing of which town.
func facility(word string) bool {
	switch strings.ToLower(word) {
	case "street", "st.", "road", "rd.", "avenue", "ave.", "boulevard", "drive", "lane", "highway", "square", "bridge", "airport", "university",
		"college", "school", "hospital", "park", "center", "centre", "church", "mosque", "hall", "court", "courthouse", "station", "stadium",
		"theater", "theatre", "museum", "library", "building", "house", "hotel", "prison", "jail", "base", "cemetery", "mall", "plaza", "tower",
		"palace", "embassy", "creek", "trail", "parkway", "interstate", "route":
		return true
	}
	return false
}

// afterward adds to the names of a sentence those that stand after one and a comma, and are a state's or division's that it
// lies in: the Ky. of "London, Ky.", which no one else takes for a name.
func (r *run) afterward(t *syntax.Tree, u *use) *use {
	at := u.Range.End + 1
	if at >= t.Len() || t.Form(u.Range.End) != "," {
		return nil
	}
	for end := min(at+maxModifier, t.Len()); end > at; end-- {
		w := text.Range{Sentence: t.Sentence, Start: at, End: end}
		form := r.form(t, w)
		if form[0] >= 'a' && form[0] <= 'z' || t.UPOS[end-1] == "PUNCT" {
			continue
		}
		for _, o := range r.gazetteer.Lookup(form) {
			if !o.Partly && r.holdsAny(&o, u.form) {
				return &use{PlaceUse: event.PlaceUse{Range: w, Head: top(t, w), Use: event.AsLocation}, form: form}
			}
		}
	}
	return nil
}

// holdsAny reports whether a state or division holds a place of that name.
func (r *run) holdsAny(o *event.GazetteerEntry, name string) bool {
	if !strings.HasPrefix(o.Feature, "PCL") && o.Feature != "ADM1" {
		return false
	}
	for _, e := range r.gazetteer.Lookup(name) {
		if holds(o, &e) {
			return true
		}
	}
	return false
}

// dateline finds the places in an article's dateline: "TRIPOLI, Libya (AP) -".
func (r *run) dateline(g *text.Segmentation) []*use {
	d, ok := text.ParseDateline(g.Text)
	if !ok {
		return nil
	}
	all := g.Covering(d.Span)
	if all.Empty() || all.Sentence >= len(r.trees) {
		return nil
	}
	t := r.trees[all.Sentence]
	var found []*use
	for lo := all.Start; lo < min(all.End, t.Len()); lo++ {
		for hi := min(lo+maxModifier, all.End, t.Len()); hi > lo; hi-- {
			w := text.Range{Sentence: all.Sentence, Start: lo, End: hi}
			if form := r.form(t, w); t.UPOS[lo] != "PUNCT" && t.UPOS[hi-1] != "PUNCT" && wellKnown(r.gazetteer.Lookup(form)) {
				found = append(found, &use{PlaceUse: event.PlaceUse{Range: w, Head: top(t, w), Use: event.AsLocation}, form: form})
				lo = hi - 1
				break
			}
		}
	}
	return found
}
