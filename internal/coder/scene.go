package coder

import (
	"slices"
	"strings"

	"example.org/demarche/internal/event"
	"example.org/demarche/internal/syntax"
	"example.org/demarche/internal/text"
)

// A scene finds when and where a statement was made. Both are told around its cue, outside its content: beside the cue itself,
// beside those who are told ("told reporters in Bergen"), and beside the medium or the occasion, which may have a clause of its
// own ("in a letter sent on Thursday", "speaking at a rally in Lahore").
type scene struct {
	*run
	t *syntax.Tree
	s *Statement
}

// date returns when the statement was made, or nil. What dates the cue itself comes first.
func (sc *scene) date() *event.TimeExpr {
	cue := sc.s.Attribution.Cue.Head
	for _, w := range append([]int{cue}, sc.around(cue)...) {
		if x := sc.dateOf(w); x != nil {
			return x
		}
	}
	return sc.dateOfSource()
}

// dateOf returns the time that dates word w and lies outside the content. A bound ("until Friday") is no time at which
// something is said.
func (sc *scene) dateOf(w int) *event.TimeExpr {
	a := sc.s.Attribution
	for _, x := range sc.times[sc.t.Sentence] {
		if x.Anchor.Token == w && isMoment(x) && x.Bound == "on" && !a.Holds(x.Anchor) && !holdsRange(a, x.Range) {
			return x
		}
	}
	return nil
}

// dateOfSource returns the time of the source, if that is something written, shown or broadcast: "a statement on Friday said",
// "the report, issued Thursday, said". In the genitive it has to be a day: "Tuesday's figures" came out on Tuesday, "December's
// figures" are about December.
func (sc *scene) dateOfSource() *event.TimeExpr {
	source := sc.s.Attribution.Source
	if source.Empty() || source.Range.Sentence != sc.t.Sentence || sc.s.SourceKind != event.Document && sc.s.SourceKind != event.Media {
		return nil
	}
	if x := sc.dateOf(source.Head); x != nil && (!sc.isGenitive(x.Range) || x.From != "" && x.From == x.To) {
		return x
	}
	for d := range sc.t.Dependents(source.Head) {
		if x := sc.dateOf(d); x != nil && sc.isIssuing(d) {
			return x
		}
	}
	return nil
}

// isGenitive reports whether the words of x hang on a noun as its genitive.
func (sc *scene) isGenitive(x text.Range) bool {
	for w := x.Start; w < x.End; w++ {
		if h := sc.t.Head(w); (h < x.Start || h >= x.End) && sc.t.Is(w, "nmod:poss") {
			return true
		}
	}
	return false
}

func isMoment(x *event.TimeExpr) bool { return x.Type == event.Date || x.Type == event.Time }

// around returns the words around the cue that time and place of the statement may hang on: who is told, medium and occasion,
// the clause that says how these came about, and the verb of a clause of speaking.
func (sc *scene) around(w int) []int {
	var words []int
	for d := range sc.t.Dependents(w) {
		switch {
		case sc.isOutside(d):
		case sc.isSetting(d), sc.isHearer(d), sc.isSpeaking(d):
			words = append(append(words, d), sc.around(d)...)
		case sc.isSetting(w) && (sc.isIssuing(d) || sc.t.Is(d, "nmod") && sc.t.Case(d) == "in"): // an article in Saturday's paper
			words = append(words, d)
		}
	}
	return words
}

// isOutside reports whether word d belongs to the content or to the source.
func (sc *scene) isOutside(d int) bool {
	ref := sc.t.Ref(d)
	return sc.s.Attribution.Holds(ref) || sc.s.Attribution.Source.Range.Has(ref)
}

// isSetting reports whether word d is what the statement was made through or at.
func (sc *scene) isSetting(d int) bool {
	return sc.t.Is(d, "obl", "nmod", "obj") && (sc.names(sc.s.Attribution.Medium, d) || sc.isOccasion(d))
}

// isOccasion reports whether word d is what the statement was made at.
func (sc *scene) isOccasion(d int) bool { return sc.names(sc.s.Attribution.Occasion, d) }

// names reports whether a name of a medium or occasion ends in word d: "news conference".
func (sc *scene) names(setting string, d int) bool {
	last := setting[strings.LastIndexByte(setting, ' ')+1:]
	return last != "" && (strings.EqualFold(last, sc.t.Lemmas[d]) || strings.EqualFold(last, sc.t.Form(d)))
}

// isHearer reports whether word d is who is told.
func (sc *scene) isHearer(d int) bool {
	h := sc.s.Attribution.Addressee
	return !h.Empty() && h.Ref() == sc.t.Ref(d)
}

// isSpeaking reports whether word d heads a clause of speaking beside the cue: "speaking at a rally, he said".
func (sc *scene) isSpeaking(d int) bool {
	return slices.Contains(sc.s.Attribution.Scenes, d)
}

// isIssuing reports whether word d heads the clause that says how a medium or occasion came about: "a letter sent on Thursday".
func (sc *scene) isIssuing(d int) bool {
	return sc.t.Is(d, "acl:") && sc.t.XPOS[d] == "VBN" && slices.Contains(issuing, strings.ToLower(sc.t.Lemmas[d]))
}

// issuing are the verbs by which what is said comes before others; what is found, seen or leaked later was said before.
var issuing = []string{
	"issue", "publish", "release", "post", "send", "hold", "date", "broadcast", "air", "write", "give", "sign", "deliver", "conduct",
	"record", "film", "tape", "circulate", "distribute", "carry", "print", "make", "read", "file", "submit", "address", "tweet",
	"upload", "televise", "organize", "organise", "convene", "call", "announce", "present",
}

// place returns where the statement was made, or nil.
func (sc *scene) place() *event.Place {
	return sc.placeBelow(sc.s.Attribution.Cue.Head, sc.isPlaceOfVerb)
}

// placeBelow returns the first location below word w that a preposition of place leads to.
func (sc *scene) placeBelow(w int, leads func(int) bool) *event.Place {
	for d := range sc.t.Dependents(w) {
		if sc.isOutside(d) {
			continue
		}
		if p := sc.placeAt(w, d, leads); p != nil {
			return p
		}
	}
	return nil
}

// placeAt returns the location that dependent d of word w tells.
func (sc *scene) placeAt(w, d int, leads func(int) bool) *event.Place {
	switch {
	case sc.isSetting(d), sc.isHearer(d) && sc.isOccasion(d), sc.t.Is(d, "obl") && slices.Contains(journeys, sc.t.Lemmas[d]):
		return sc.placeBelow(d, sc.isPlaceOfSetting)
	case sc.isHearer(d) && !(leads(d) && sc.run.place[sc.t.Sentence][d] != nil):
		if sc.isAudience(d) && !(sc.isSetting(w) && sc.t.Case(d) == "to") { // a letter to a court comes from elsewhere
			return sc.placeBelow(d, sc.isIn)
		}
	case sc.isSpeaking(d), sc.isSetting(w) && sc.isIssuing(d):
		return sc.placeBelow(d, sc.isPlaceOfVerb)
	case sc.t.Is(d, "obl", "nmod") && leads(d):
		if p := sc.run.place[sc.t.Sentence][d]; p != nil {
			return p
		}
		return sc.placeBelow(d, sc.isIn)
	case sc.t.Is(d, "obl") && sc.isSpeaking(w) && sc.t.Case(d) == "to":
		return sc.placeBelow(d, sc.isIn)
	}
	return nil
}

// isPlaceOfVerb reports whether dependent d of a verb may say where.
func (sc *scene) isPlaceOfVerb(d int) bool {
	c := sc.t.Case(d)
	return isWhere(sc.t, d) && c != "of" && c != "between" && c != "to"
}

// isPlaceOfSetting reports whether dependent d of a medium or occasion may say where. A letter on Mali or to Lima was not
// written there.
func (sc *scene) isPlaceOfSetting(d int) bool {
	c := sc.t.Case(d)
	return sc.isIn(d) && c != "of" || c == "from" || c == "during"
}

// isIn reports whether dependent d of a noun says where that is: "a hotel in Oslo", "the town of Ayod", "a visit to Lima".
func (sc *scene) isIn(d int) bool {
	c := sc.t.Case(d)
	return c == "to" && slices.Contains(journeys, sc.t.Lemmas[sc.t.Head(d)]) || slices.Contains([]string{"in", "at", "near", "outside", "inside", "of"}, c)
}

// journeys are nouns whose "to" says where.
var journeys = []string{"visit", "trip", "tour", "stop", "stopover", "mission", "journey", "pilgrimage"}

// isAudience reports whether those who are told hear it where they are: people, and bodies that sit to hear. An army in Mali
// that is asked for something, or residents of a town who are warned, may be told from afar.
func (sc *scene) isAudience(h int) bool {
	if !slices.Contains([]string{"tell", "say", "speak", "testify"}, strings.ToLower(sc.t.Lemmas[sc.s.Attribution.Cue.Head])) || sc.s.Attribution.Stance == event.Demanded {
		return false
	}
	if p := sc.in.Participants.At(sc.t.Ref(h)); p == nil || p.Kind == event.EntityPeople || p.Kind == event.EntityRole || p.Kind == event.EntityPerson {
		return true
	}
	return slices.Contains([]string{"court", "tribunal", "parliament", "assembly", "congress", "senate", "council", "committee", "inquiry", "jury"},
		strings.ToLower(sc.t.Lemmas[h]))
}

func holdsRange(a *event.Attribution, x text.Range) bool {
	for _, c := range a.Content {
		if c.Contains(x) {
			return true
		}
	}
	return false
}
