package actors

import (
	"slices"
	"strings"

	"example.org/demarche/internal/event"
	"example.org/demarche/internal/facts"
	"example.org/demarche/internal/syntax"
	"example.org/demarche/internal/text"
)

// Modifiers are what the words around a noun say of whom it speaks.
type modifiers struct {
	country  string
	at       string // the country where it is: "in Tripoli"
	disputed bool
	of       *entity  // whom it belongs to
	byName   bool     // its name stands right before the noun: "the Hamas movement"
	sectors  []string // of the nouns before it
	party    string   // "Republican"
	people   string   // the people without a state before it: "Kurdish"
	led      bool     // a state leads it: "US-led"
	former   bool
	other    bool // "other officials": not those spoken of
	number   bool // "two officials"
	extra    bool // it has further words that tell it from others
	definite bool
	demonstr bool // this, that, these, those
	indef    bool // a, an, some, several
}

// maxModifiers bounds how many words before a head are looked at.
const maxModifiers = 16

// modifiersOf reads the words before the head of a mention, and what follows it with "of", "in", "from", "for".
func (r *run) modifiersOf(m *event.Mention) modifiers {
	t := r.trees[m.Range.Sentence]
	var f modifiers
	for w := max(m.Range.Start, m.Head-maxModifiers); w < m.Head; {
		w += r.modifier(t, w, m.Head, &f)
	}
	for d := range t.Dependents(m.Head) {
		switch {
		case t.Is(d, "nmod:poss"):
			r.belongs(t.Ref(d), &f)
		case d > m.Head && t.Is(d, "nmod") && !t.Is(d, "nmod:unmarked", "nmod:desc"):
			r.after(t, d, &f)
		}
	}
	if f.of != nil && f.country == "" {
		f.country = f.of.p.Country
	}
	if f.country == "" {
		f.country = f.at
	}
	return f
}

// modifier reads the modifier at word w, before head, and returns how many words it takes.
func (r *run) modifier(t *syntax.Tree, w, head int, f *modifiers) int {
	low := t.Lower(w)
	if p := partyOf(low); p != "" && t.Is(w, "amod", "compound") && upper(t.Form(w)) {
		f.party = p
	}
	switch {
	case t.Is(w, "det"):
		f.definite = f.definite || low == "the"
		f.demonstr = f.demonstr || slices.Contains([]string{"this", "that", "these", "those"}, low)
		f.indef = f.indef || slices.Contains([]string{"a", "an", "some", "any", "another", "no", "every", "each"}, low)
		f.other = f.other || low == "another"
	case t.Is(w, "nummod"):
		f.number = true
	case slices.Contains([]string{"other", "several", "many", "few", "more", "various", "additional"}, low):
		f.other = f.other || low == "other" || low == "more" || low == "additional"
		f.number = f.number || low != "other"
	case slices.Contains([]string{"former", "ex", "ousted", "deposed", "then", "one-time", "erstwhile", "late"}, low):
		f.former = true
	default:
		return r.nameBefore(t, w, head, f)
	}
	return 1
}

// nameBefore reads a name or noun before a head: a nationality, a state, a person or body that it belongs to, a noun with a sector.
func (r *run) nameBefore(t *syntax.Tree, w, head int, f *modifiers) int {
	if t.Is(w, "nmod:poss") || underPossessor(t, w, head) {
		return 1
	}
	if b, n := r.bodyAt(t, w, head); b != nil && n > 1 { // Bosnian Serb forces
		if f.of == nil {
			f.of = r.bodyOf(b)
			r.touch(f.of)
		}
		return n
	}
	if c, n := r.countryAt(t, w, head); c != nil {
		switch by := t.Head(w + n - 1); {
		case w+n-1 < by && by < head && slices.Contains(helped, t.Lower(by)): // the US-backed government
		case f.country == "":
			f.country, f.disputed = actorCode(c)
			f.led = leading(t, by)
		}
		return n
	}
	if p, n := r.statelessAt(t, w, head); p != nil {
		if f.country == "" {
			f.country = p.Country
		}
		f.people = p.Names[0]
		return n
	}
	if m := r.mentions.At(t.Ref(w)); m != nil && m.Form == event.ByName && t.Is(w, "compound") {
		if f.of == nil {
			r.belongs(t.Ref(w), f)
			f.byName = f.of != nil
		}
		return max(1, m.Name.End-w)
	}
	if b, n := r.bodyAt(t, w, head); b != nil {
		if f.of == nil {
			f.of = r.bodyOf(b)
			r.touch(f.of)
		}
		return n
	}
	if n := r.k.nouns[facts.FoldLower(t.Lemmas[w])]; n != nil && t.Is(w, "compound", "amod") {
		f.sectors = append(f.sectors, n.Sectors...)
	} else if t.Is(w, "amod", "compound") && !plainAdjective(t.Lower(w)) {
		f.extra = true
	}
	return 1
}

// helped are participles whose doer is not whom a description speaks of.
var helped = []string{"backed", "supported", "appointed", "trained", "funded", "armed", "sponsored", "brokered", "installed", "allied", "financed",
	"designated", "owned", "occupied", "controlled", "held", "made", "supplied", "drafted", "mediated", "proposed", "friendly"}

// plainAdjective reports whether an adjective tells little of who is meant.
func plainAdjective(low string) bool {
	return slices.Contains([]string{"senior", "top", "embattled", "current", "same", "legitimate", "official", "powerful", "main", "whole", "entire",
		"chief", "new", "local", "state", "national", "long-time", "veteran"}, low)
}

// underPossessor reports whether word w is part of an owner's name: the "Libyan" of "the Libyan leader's son" says nothing
// of the son that the leader does not.
func underPossessor(t *syntax.Tree, w, head int) bool {
	for ; w >= 0 && w != head; w = t.Head(w) {
		if t.Is(w, "nmod:poss") {
			return true
		}
	}
	return false
}

// after reads a phrase after the head: officials in the regime, the president of Chad, a spokesman for the police.
func (r *run) after(t *syntax.Tree, d int, f *modifiers) {
	switch t.Case(d) {
	case "of", "from", "for", "in", "at", "with", "within", "on", "inside":
		if m := r.mentions.At(t.Ref(d)); m != nil && m.Kind == event.Location && m.Form == event.ByName {
			c := r.country(r.fold(m.Name))
			switch {
			case c == nil:
			case t.Case(d) != "of" && t.Case(d) != "for":
				f.at, _ = actorCode(c)
			case f.country == "" && t.Dependent(d, "conj") < 0: // "the leaders of France and Germany" are of no one state
				f.country, f.disputed = actorCode(c)
			}
			return
		}
		r.belongs(t.Ref(d), f)
	case "to": // an aide to the president, not an ambassador to Chad
		if slices.Contains([]string{"aide", "adviser", "advisor", "assistant", "counsel", "secretary", "deputy"}, t.Lemmas[t.Head(d)]) {
			r.belongs(t.Ref(d), f)
		}
	}
}

// belongs notes that what is described belongs to whom a word speaks of.
func (r *run) belongs(w text.Ref, f *modifiers) {
	m := r.mentions.At(w)
	if m == nil {
		return
	}
	if m.Kind == event.Location && m.Form == event.ByName {
		if c := r.country(r.fold(m.Name)); c != nil {
			if f.country == "" {
				f.country, f.disputed = actorCode(c)
			}
			r.mention(m)
			return
		}
	}
	if e := r.resolved(m); e != nil && f.of == nil {
		f.of = e
	}
}

// country is the state that a folded name or capital means on the day, or nil.
func (r *run) country(name string) *facts.Country {
	if all := r.k.names[name]; all != nil {
		if c := on(all, r.published); c != nil && c.Kind != "region" {
			return c
		}
		return nil
	}
	if all := r.k.capitals[name]; all != nil {
		return on(all, r.published)
	}
	return nil
}

// countryWords is the most words of a state's name or adjective.
const countryWords = 5

// countryAt returns the state whose name, adjective, people or capital stands at word w, before end, and its words.
func (r *run) countryAt(t *syntax.Tree, w, end int) (*facts.Country, int) {
	if t.UPOS[w] != "ADJ" && t.UPOS[w] != "PROPN" && t.UPOS[w] != "NOUN" || !upper(t.Form(w)) || r.prefixed(t, w) {
		return nil, 0
	}
	for n := min(countryWords, end-w); n > 0; n-- {
		key := r.fold(text.Range{Sentence: t.Sentence, Start: w, End: w + n})
		for _, table := range []map[string][]*facts.Country{r.k.adjectives, r.k.names, r.k.peoples, r.k.capitals} {
			if all := table[key]; all != nil && !r.inLongerName(t, w+n) {
				return on(all, r.published), n
			}
		}
	}
	return nil, 0
}

// statelessAt returns the people without a state whose name or adjective stands at word w, before end, and its words.
func (r *run) statelessAt(t *syntax.Tree, w, end int) (*facts.People, int) {
	for n := min(2, end-w); n > 0 && upper(t.Form(w)); n-- {
		if p := r.k.stateless[r.fold(text.Range{Sentence: t.Sentence, Start: w, End: w + n})]; p != nil {
			return p, n
		}
	}
	return nil, 0
}

// prefixed reports whether a hyphen ties word w to a word before it that names no state and no body: the American of
// "Ibero-American", "anti-American"; not of "Russian-American".
func (r *run) prefixed(t *syntax.Tree, w int) bool {
	if w < 2 || t.Form(w-1) != "-" || t.Tokens[w-1].Span.Start != t.Tokens[w-2].Span.End || t.Tokens[w-1].Span.End != t.Tokens[w].Span.Start {
		return false
	}
	before := facts.Fold(t.Form(w - 2))
	return r.k.adjectives[before] == nil && r.k.names[before] == nil && r.k.capitals[before] == nil &&
		r.k.bodies[before] == nil && r.k.stateless[before] == nil
}

// inLongerName reports whether word w goes on a name that began before it and is no office: the Delta of "Niger Delta".
func (r *run) inLongerName(t *syntax.Tree, w int) bool {
	return w < t.Len() && t.UPOS[w] == "PROPN" && t.Head(w-1) == w && t.Is(w-1, "compound") && upper(t.Form(w)) &&
		r.k.nouns[strings.ToLower(t.Lemmas[w])] == nil && r.k.people[facts.Fold(t.Form(w))] == nil
}

// bodyAt returns the body whose name stands at word w, before end, and its words.
func (r *run) bodyAt(t *syntax.Tree, w, end int) (*facts.Body, int) {
	for n := min(countryWords, end-w); n > 0; n-- {
		key := r.fold(text.Range{Sentence: t.Sentence, Start: w, End: w + n})
		if b := r.body(key, ""); b != nil && (n > 1 || upper(key)) {
			return b, n
		}
	}
	return nil, 0
}

func upper(s string) bool {
	return s != "" && strings.ToLower(s[:1]) != s[:1] || s != "" && s[0] >= 0x80
}

// titleCase gives every word a capital.
func titleCase(s string) string {
	words := strings.Fields(s)
	for i, w := range words {
		words[i] = strings.ToUpper(w[:1]) + w[1:]
	}
	return strings.Join(words, " ")
}
