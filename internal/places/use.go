package places

import (
	"cmp"
	"slices"
	"strings"

	"example.org/demarche/internal/event"
	"example.org/demarche/internal/facts"
	"example.org/demarche/internal/syntax"
	"example.org/demarche/internal/text"
)

// A use is one place in the text that names a place.
type use struct {
	event.PlaceUse
	form   string     // the name's words
	hint   string     // what a noun beside it says that it is
	nation string     // the state that an adjective beside it names: "the Libyan town of X"
	within []text.Ref // heads of names that it may lie within
	// container is the name of the first of them, folded; "" if there is none
	container string
	signed    bool // something beside it says that it is a place
	doubtful  bool // names took it for something else; only what surrounds it says that it is a place
}

// maxModifier is how many words a place's name within another name may have.
const maxModifier = 3

// bigTown is the population from which a town is believed to lend its name to bodies and things.
const bigTown = 200_000

// uses finds the place names of one sentence, in order of text.
func (r *run) uses(t *syntax.Tree, mentions []event.Mention) []*use {
	var found []*use
	for i := range mentions {
		m := &mentions[i]
		if m.Name.Empty() || m.Form != event.ByName {
			continue
		}
		switch {
		case generic(t, r.whole(t, m.Name)):
		case m.Kind == event.Location || m.Kind == event.Other && m.Label == "LOC":
			found = append(found, r.use(t, m))
		case m.Kind != event.Location && placedByNoun(t, m):
			found = append(found, r.use(t, m))
		case r.placedByContext(t, m):
			u := r.use(t, m)
			u.Use, u.doubtful = event.AsLocation, true
			found = append(found, u)
		case r.metonyms[m.Ref()] && r.gazetteer.Lookup(r.form(t, m.Name)) != nil:
			found = append(found, r.use(t, m))
		case m.Kind == event.Organization || m.Kind == event.Other:
			found = append(found, r.inside(t, m)...)
		}
	}
	return apart(append(found, r.hyphened(t)...))
}

// hyphened finds the names that a participle hangs on: the Benghazi of "Benghazi-based".
func (r *run) hyphened(t *syntax.Tree) []*use {
	var found []*use
	for i := 0; i+2 < t.Len(); i++ {
		if t.UPOS[i] != "PROPN" || t.UPOS[i+2] != "VERB" || !linked(t, i+1) || !wellKnown(r.gazetteer.Lookup(t.Form(i))) {
			continue
		}
		w := text.Range{Sentence: t.Sentence, Start: i, End: i + 1}
		found = append(found, &use{PlaceUse: event.PlaceUse{Range: w, Head: i, Use: event.AsModifier}, form: t.Form(i)})
	}
	return found
}

// apart sorts uses by their place in the text and keeps the longest of those that overlap.
func apart(uses []*use) []*use {
	slices.SortStableFunc(uses, func(a, b *use) int {
		return cmp.Or(cmp.Compare(a.Range.Start, b.Range.Start), cmp.Compare(b.Range.End, a.Range.End))
	})
	return slices.CompactFunc(uses, func(a, b *use) bool { return a.Range.Overlaps(b.Range) })
}

// locative reports whether the preposition before word i is one of place.
func locative(t *syntax.Tree, i int) bool {
	switch t.Case(t.FirstConjunct(i)) {
	case "in", "at", "near", "outside", "inside", "into", "from", "to", "around", "between", "toward", "towards", "through", "across",
		"throughout", "off", "along", "via", "within":
		return true
	}
	return false
}

// placedByNoun reports whether a noun of place says what a name is of: "the town of X".
func placedByNoun(t *syntax.Tree, m *event.Mention) bool {
	g := t.Head(m.Head)
	return g >= 0 && t.Is(m.Head, "nmod") && t.Case(m.Head) == "of" && t.UPOS[g] == "NOUN" && hint(t.Lemmas[g]) != ""
}

// placedByContext reports whether a name that nobody is known by stands where a place would, and the gazetteer knows it:
// "between X and Y", "near X". Later it must lie in a state that the article speaks of.
func (r *run) placedByContext(t *syntax.Tree, m *event.Mention) bool {
	if m.Kind != event.Person && m.Kind != event.Other || m.Label == "ORG" {
		return false
	}
	switch t.Case(t.FirstConjunct(m.Head)) {
	case "in", "near", "outside", "around", "between", "inside", "throughout":
		p := r.participants.At(m.Ref())
		return (p == nil || p.Wikidata == "" && p.Sector == "") && r.knows(r.form(t, m.Name))
	}
	return false
}

// use makes the use of the place that a mention names.
func (r *run) use(t *syntax.Tree, m *event.Mention) *use {
	name := r.whole(t, m.Name)
	u := &use{PlaceUse: event.PlaceUse{Range: name, Head: highest(t, name, m.Head)}, form: r.form(t, name)}
	u.Use = r.howUsed(t, m, u)
	r.describe(t, u)
	u.signed = u.Use == event.AsLocation && (u.hint != "" || u.nation != "" || facility(t.Form(name.End-1)) || locative(t, u.Head))
	return u
}

// highest climbs from word i of a name to the one that the others hang on.
func highest(t *syntax.Tree, name text.Range, i int) int {
	for h := t.Head(i); name.Has(t.Ref(h)); h = t.Head(i) {
		i = h
	}
	return i
}

// form is the text of a range.
func (r *run) form(t *syntax.Tree, w text.Range) string {
	return t.Text[t.Tokens[w.Start].Span.Start:t.Tokens[w.End-1].Span.End]
}

// howUsed says whether a name stands for somewhere, for its government, or is a part of another phrase.
func (r *run) howUsed(t *syntax.Tree, m *event.Mention, u *use) event.PlaceMention {
	h := t.FirstConjunct(u.Head)
	switch {
	case linked(t, u.Range.End):
		return event.AsModifier
	case t.Is(h, "compound", "amod", "nmod:desc"):
		return r.owned(t, h, event.AsModifier)
	case r.metonyms[m.Ref()]:
		return event.AsMetonym
	case t.Is(h, "nmod:poss"):
		return r.owned(t, h, r.acting(m, event.AsModifier))
	case t.Is(h, "nsubj", "nsubj:pass", "iobj", "obl:agent"):
		return r.acting(m, event.AsLocation)
	case t.Is(h, "obj"):
		if g := t.Head(h); g < 0 || onGround(t.Lemmas[g]) {
			return event.AsLocation
		}
		return r.acting(m, event.AsLocation)
	case t.Is(h, "obl", "nmod"):
		return r.related(t, m, h)
	}
	return event.AsLocation
}

// acting is AsMetonym if actors took the name for a participant, else otherwise.
func (r *run) acting(m *event.Mention, otherwise event.PlaceMention) event.PlaceMention {
	if r.participants.At(m.Ref()) != nil {
		return event.AsMetonym
	}
	return otherwise
}

// owned is the use of a name before the noun it belongs to: a location before a noun of place ("Helmand province", "Libya's
// capital"), a modifier before an office, a body or people, otherwise elsewhere.
func (r *run) owned(t *syntax.Tree, h int, otherwise event.PlaceMention) event.PlaceMention {
	g := t.Head(h)
	if g < 0 || hint(t.Lemmas[g]) != "" {
		return event.AsLocation
	}
	if m := r.mentions.At(t.Ref(g)); m != nil {
		switch m.Kind {
		case event.Location:
			return event.AsLocation
		case event.Person, event.Role, event.Organization, event.People:
			return event.AsModifier
		}
	}
	return otherwise
}

// related is the use of a name after a preposition.
func (r *run) related(t *syntax.Tree, m *event.Mention, h int) event.PlaceMention {
	if placedByNoun(t, m) {
		return event.AsLocation
	}
	switch t.Case(h) {
	case "with", "against", "by", "between", "for", "about", "of", "on", "upon", "like", "among", "than", "versus", "without":
		return r.acting(m, event.AsLocation)
	case "to", "from", "into", "towards", "toward":
		if g := t.Head(h); g >= 0 && !onGround(t.Lemmas[g]) {
			return r.acting(m, event.AsLocation)
		}
	}
	return event.AsLocation
}

// linked reports whether a hyphen and a participle go on at word i: "Benghazi-based", "NATO-led".
func linked(t *syntax.Tree, i int) bool {
	if i < 1 || i+1 >= t.Len() || !slices.Contains([]string{"-", "‐", "‑", "–"}, t.Form(i)) {
		return false
	}
	return t.Tokens[i].Span.Start == t.Tokens[i-1].Span.End && t.Tokens[i+1].Span.Start == t.Tokens[i].Span.End
}

// onGround reports whether a word is one of moving, of being somewhere or of fighting over ground: what goes with it is
// somewhere, not somebody.
func onGround(lemma string) bool {
	switch lemma {
	case "go", "come", "travel", "return", "visit", "trip", "tour", "journey", "flight", "fly", "move", "flee", "escape", "arrive", "arrival",
		"reach", "enter", "leave", "depart", "departure", "withdraw", "withdrawal", "pull", "retreat", "deploy", "deployment", "advance",
		"invade", "invasion", "occupy", "bomb", "shell", "raid", "cross", "drive", "march", "head", "sail", "ship", "smuggle", "infiltrate", "exile",
		"expel", "deport", "evacuate", "transfer", "bring", "take", "carry", "live", "stay", "remain", "bear", "be", "border", "tourist",
		"refugee", "way", "road", "route", "import", "export", "emigrate", "immigrate", "send", "spread", "run", "swim", "hail", "stretch":
		return true
	}
	return false
}

// describe notes what stands beside a name: a noun of place, an adjective of nationality.
func (r *run) describe(t *syntax.Tree, u *use) {
	h := u.Head
	if g := t.Head(h); g >= 0 && (t.Is(h, "nmod", "compound", "appos", "flat") && (t.Case(h) == "of" || t.Case(h) == "")) {
		u.hint = hint(t.Lemmas[g])
		u.nation = r.nationBelow(t, g)
	}
	if u.nation == "" {
		u.nation = r.nationBelow(t, h)
	}
	for d := range t.Dependents(h) {
		if t.Is(d, "compound", "nmod:desc", "flat", "appos") && u.hint == "" && t.UPOS[d] == "NOUN" {
			u.hint = hint(t.Lemmas[d])
		}
	}
	if last := hint(facts.FoldLower(t.Form(u.Range.End - 1))); last != "" && u.Range.End-u.Range.Start > 1 {
		u.hint = last
	}
}

// nationBelow is the state that an adjective of nationality on word i names, or "".
func (r *run) nationBelow(t *syntax.Tree, i int) string {
	for d := range t.Dependents(i) {
		if t.Is(d, "amod", "compound", "nmod:desc") {
			if c := r.knowledge.nation(t, d); c != "" {
				return c
			}
		}
	}
	return ""
}

// inside finds the places within the name of something else: the Tripoli of "University of Tripoli".
func (r *run) inside(t *syntax.Tree, m *event.Mention) []*use {
	var found []*use
	for i := m.Name.Start; i < m.Name.End; i++ {
		for end := min(i+maxModifier, m.Name.End); end > i; end-- {
			w := text.Range{Sentence: t.Sentence, Start: i, End: end}
			if w == m.Name && end-i == 1 || t.UPOS[i] != "PROPN" || t.UPOS[end-1] != "PROPN" || generic(t, w) || !wellKnown(r.gazetteer.Lookup(r.form(t, w))) {
				continue
			}
			found = append(found, &use{PlaceUse: event.PlaceUse{Range: w, Head: end - 1, Use: event.AsModifier}, form: r.form(t, w)})
			i = end - 1
			break
		}
	}
	return found
}

// wellKnown reports whether the first place of a name is a state, a capital or a big town.
func wellKnown(entries []event.GazetteerEntry) bool {
	if len(entries) == 0 || entries[0].Partly {
		return false
	}
	e := entries[0]
	return strings.HasPrefix(e.Feature, "PCL") || e.Feature == "PPLC" || e.Feature == "ADM1" || e.Feature == "ADM2" || e.Population >= bigTown
}
