package names

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"example.org/demarche/internal/event"
	"example.org/demarche/internal/facts"
	"example.org/demarche/internal/syntax"
	"example.org/demarche/internal/text"
)

// kind is the coarse kind of a mention.
func (f *finder) kind(m event.Mention) event.Kind {
	if m.Form == event.ByName {
		return f.kindOfName(m)
	}
	if q := facts.Quantified(f.t, m.Head); q >= 0 {
		if f.isPronoun(q) {
			return pronounKind(f.t.Lower(q))
		}
		return f.phrase(q).Kind
	}
	switch f.t.UPOS[m.Head] {
	case "ADJ", "NUM", "DET":
		return f.kindOfWord(m.Head)
	}
	if n, _ := facts.MatchNoun(f.nouns, f.t, m.Head); n != nil {
		return kinds[n.Kind]
	}
	return cmp.Or(f.kindByHead(m.Head), event.Other)
}

var kinds = map[string]event.Kind{
	"person": event.Person, "organization": event.Organization, "people": event.People, "role": event.Role, "place": event.Location, "other": event.Other,
}

// kindOfWord is the kind of an adjective, numeral or determiner that stands for a noun: the wounded, three, many.
func (f *finder) kindOfWord(i int) event.Kind {
	t := f.t
	if k := f.proper[facts.Fold(t.Form(i))]; k == event.People {
		return k
	}
	if t.UPOS[i] == "ADJ" && t.Dependent(i, "det") >= 0 && t.Feat(i, "Degree") != "Sup" {
		return event.People
	}
	if t.Is(i, "nsubj", "obj") && t.Head(i) >= 0 && slices.Contains(bodily, t.Lemmas[t.Head(i)]) {
		return event.People
	}
	return cmp.Or(f.kindByHead(i), event.Other)
}

// kindByHead is the kind of what word i speaks of by the head of kinds, "" if it did not run or says something else. Of humans
// that no table knows, like those that it knows by common nouns, it says that they are people.
func (f *finder) kindByHead(i int) event.Kind {
	if f.kinds == nil {
		return ""
	}
	switch f.kinds[i] {
	case "person":
		return event.People
	case "organization":
		return event.Organization
	case "place":
		return event.Location
	}
	return ""
}

// bodily are verbs of what is done to people, so that "twelve were wounded" is about people.
var bodily = []string{"kill", "wound", "injure", "hurt", "arrest", "detain", "die", "flee", "escape", "kidnap", "abduct", "behead", "execute",
	"massacre", "murder", "displace", "hospitalise", "hospitalize", "rescue", "evacuate", "deport", "imprison", "jail"}

// kindOfName is the kind of a proper name.
func (f *finder) kindOfName(m event.Mention) event.Kind {
	if k := f.kindByTable(m.Name); k != "" {
		return k
	}
	if f.isCalledPlace(m.Head) || f.isMeasured(m.Name) {
		return event.Location
	}
	if k := f.kindByNoun(m); k != "" {
		return k
	}
	if k, ok := map[string]event.Kind{"PER": event.Person, "ORG": event.Organization, "LOC": event.Location}[m.Label]; ok {
		return k
	}
	if k := f.kindByShape(m); k != "" {
		return k
	}
	switch k := f.kindByHead(m.Head); k {
	case "":
		return f.kindByContext(m)
	case event.People:
		return event.Person
	default:
		return k
	}
}

// kindByNoun is the kind of a name of several words that ends in a noun of bodies or places, or begins with one before "of":
// Sadr City, Bank of Japan; "" if it does not.
func (f *finder) kindByNoun(m event.Mention) event.Kind {
	if m.Name.End-m.Name.Start < 2 || f.t.Dependent(m.Head, "flat") >= 0 {
		return ""
	}
	for _, w := range []int{m.Name.End - 1, m.Head} {
		n, _ := facts.MatchNoun(f.nouns, f.t, w)
		switch {
		case n == nil || !isCapital(f.t.Form(w)) || n.Kind != "organization" && n.Kind != "place":
		case slices.Contains([]string{"state", "republic", "kingdom", "emirate"}, n.Words): // Karen State
			return event.Location
		default:
			return kinds[n.Kind]
		}
	}
	return ""
}

// isCalledPlace reports whether an apposition beside a name calls it a place: "Gao, a town on the Niger".
func (f *finder) isCalledPlace(head int) bool {
	for d := range f.t.Dependents(head) {
		if !f.t.Is(d, "appos") || f.t.UPOS[d] != "NOUN" {
			continue
		}
		if n, _ := facts.MatchNoun(f.nouns, f.t, d); n != nil && n.Kind == "place" {
			return true
		}
	}
	return false
}

// isMeasured reports whether a distance stands right after a name: "Gao, 300 km east of Timbuktu".
func (f *finder) isMeasured(r text.Range) bool {
	t := f.t
	if r.End+2 >= t.Len() || t.Form(r.End) != "," {
		return false
	}
	for w := r.End + 1; w < min(t.Len(), r.End+5); w++ {
		switch t.Lower(w) {
		case "km", "kms", "kilometres", "kilometers", "kilometre", "kilometer", "miles", "mile", "mi":
			return t.UPOS[w-1] == "NUM" || t.UPOS[w-1] == "PUNCT"
		}
	}
	return false
}

// kindByTable is the kind of a name that the tables know, or "".
func (f *finder) kindByTable(r text.Range) event.Kind {
	if r.Empty() {
		return ""
	}
	return f.proper[facts.Fold(f.form(r))]
}

// kindByShape tells by the words of the name: a noun like Council or Minister at its end or before its "of", a given name,
// a name of several words of equal rank (persons), capitals (bodies), the plural (peoples); "" if none tells.
func (f *finder) kindByShape(m event.Mention) event.Kind {
	t, last := f.t, m.Name.End-1
	if t.Dependent(m.Head, "nmod:desc") >= 0 {
		return f.titled(m.Head)
	}
	for _, w := range []int{m.Head, last} {
		if n, _ := facts.MatchNoun(f.nouns, t, w); n != nil && w > m.Name.Start || n != nil && m.Name.End-m.Name.Start == 1 || n != nil && w == m.Head {
			return kinds[n.Kind]
		}
	}
	form := t.Form(m.Head)
	several := last > m.Name.Start
	switch {
	case several && f.given[facts.Fold(t.Form(m.Name.Start))]:
		return event.Person
	case several && t.Is(last, "flat") && !f.afterPlace(m.Head):
		return event.Person
	case !several && isAcronym(form):
		return event.Organization
	case t.XPOS[m.Head] == "NNPS" && !several:
		return event.People
	}
	return ""
}

// titled is the kind of a name with a title before it: a person, unless the title is a noun of place or body ("Lake Chad").
func (f *finder) titled(head int) event.Kind {
	d := f.t.Dependent(head, "nmod:desc")
	if n, _ := facts.MatchNoun(f.nouns, f.t, d); n != nil && (n.Kind == "organization" || n.Kind == "place") {
		return kinds[n.Kind]
	}
	return event.Person
}

// kindByContext tells by what stands around a name of a single rank.
func (f *finder) kindByContext(m event.Mention) event.Kind {
	t := f.t
	switch {
	case f.afterPlace(m.Head) || f.besidePlace(m.Head):
		return event.Location
	case t.Is(m.Head, "nsubj:") && speaks(t, t.Head(m.Head)):
		return event.Person
	case f.given[facts.Fold(t.Form(m.Name.Start))]:
		return event.Person
	}
	return event.Other
}

// afterPlace reports whether the preposition before a name says that it is somewhere.
func (f *finder) afterPlace(head int) bool {
	return isSomewhere(f.t.Case(f.t.FirstConjunct(head)))
}

// besidePlace reports whether a name specifies a noun of place: the town of Gao, the river Niger.
func (f *finder) besidePlace(head int) bool {
	t := f.t
	if !t.Is(head, "nmod", "appos", "flat") || t.Case(head) != "of" && t.Case(head) != "" || t.Is(head, "nmod:poss") {
		return false
	}
	n, _ := facts.MatchNoun(f.nouns, t, t.Head(head))
	return n != nil && n.Kind == "place"
}

// speaks reports whether a verb is one that only people, or what stands for them, can do.
func speaks(t *syntax.Tree, verb int) bool {
	return verb >= 0 && slices.Contains([]string{"say", "tell", "add", "ask", "believe", "think", "declare", "announce", "insist", "argue", "admit",
		"deny", "claim", "warn", "resign", "meet", "marry", "die", "speak", "write", "visit", "arrive", "refuse"}, t.Lemmas[verb])
}

// isAcronym reports whether a word is of two capital letters or more.
func isAcronym(form string) bool {
	n := 0
	for _, r := range form {
		switch {
		case unicode.IsUpper(r):
			n++
		case !strings.ContainsRune(".-&0123456789", r):
			return false
		}
	}
	return n >= 2
}
