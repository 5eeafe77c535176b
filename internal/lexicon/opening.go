package lexicon

import (
	"slices"

	"example.org/demarche/internal/syntax"
)

// An Opening is a word that could be a headword, with those who stand beside it, for those who look for words without an entry.
type Opening struct {
	Word    int
	POS     POS
	Head    string   // the headword that it would be: "meet", "pull_out"
	Covered bool     // whether a frame was taken here, or forbids, or the word is part of another deed
	Entries []*Frame // those that have it as headword already
	Actors  []Role   // who may act, the likeliest slot first
	Others  []Role   // who may be acted upon, likewise
	Deeds   []Slot   // the clauses beside it that may tell what is promised or demanded: infinitive, that
	Doers   []Role   // who is to do what they tell
}

// The slots in which those who are acted upon stand.
var (
	verbOthers = []Slot{Object, IObject, "to", "with", "against", "on", "at", "from", "for", "over", "toward", "towards", "upon", "into", "between", "about", "of", ObjectDoer}
	nounOthers = []Slot{Object, "to", "with", "against", "on", "at", "from", "for", "over", "toward", "towards", "into", "between", "about", Poss, Nationality, Compound}
)

// Openings returns the verbs, nouns and predicative adjectives of a sentence, in order. Light verbs of nouns are left out.
func (l *Lexicon) Openings(t *syntax.Tree, who Referents) []Opening {
	return l.match(t, who).openings(func(int, POS) bool { return true })
}

// Unframed returns the verbs of the sentence at which no frame was taken, none forbids, and for which none.txt gives no reason, those for
// which want holds.
func (m Matches) Unframed(want func(word int) bool) []Opening {
	if m.by == nil {
		return nil
	}
	covered := m.by.covered()
	return m.by.openings(func(i int, pos POS) bool {
		return pos == Verb && !covered[i] && want(i) && m.by.lex.None(pos, m.by.headOf(i, pos)) == ""
	})
}

// openings returns those that want holds for.
func (m *matcher) openings(want func(i int, pos POS) bool) []Opening {
	t := m.t
	covered := m.covered()
	lights := make([]bool, t.Len())
	for i := range t.Tokens {
		if t.UPOS[i] == "NOUN" {
			if v := m.site(i, 0).verb; v >= 0 {
				lights[v] = true
			}
		}
	}
	var all []Opening
	for i := range t.Tokens {
		pos, ok := posOf(t, i)
		if !ok || lights[i] || pos == Adj && t.Dependent(i, "cop") < 0 {
			continue
		}
		if !want(i, pos) {
			continue
		}
		o := m.opening(i, pos)
		o.Covered = covered[i]
		all = append(all, o)
	}
	return all
}

// covered marks the words that frames were taken at or forbid, and those that are part of a deed.
func (m *matcher) covered() []bool {
	c := make([]bool, m.t.Len())
	for _, x := range m.found.Candidates {
		for _, w := range append(m.askedFor(x.Trigger), x.Words...) {
			c[w] = true
		}
	}
	for _, p := range m.found.Passed {
		c[p.Trigger] = true
	}
	for _, w := range m.taken {
		c[w] = true
	}
	return c
}

// askedFor returns the nouns that the conditions of the frame at word i ask for: "agreement" of "signed an agreement".
func (m *matcher) askedFor(i int) []int {
	x := m.tried[i]
	var words []int
	for _, test := range append(slices.Clone(x.entry.frame.when), x.line.when...) {
		for _, c := range slices.Concat(test.groups...) {
			for _, role := range m.fill(x.place, c.slot, x.entry.frame) {
				for _, w := range role.Words {
					if m.t.UPOS[w] == "NOUN" && !test.unless && !c.not && m.is(w, &c) {
						words = append(words, w)
					}
				}
			}
		}
	}
	return words
}

// headOf is the headword that word i would be.
func (m *matcher) headOf(i int, pos POS) string {
	head := m.t.Lemmas[i]
	if lemma := m.lex.lemmas[pos.String()+" "+m.t.Lower(i)]; lemma != "" {
		head = lemma // a tagger may not know an irregular form
	}
	if prt := m.t.Dependent(i, "compound:prt"); prt >= 0 && pos != Noun {
		head += "_" + m.t.Lower(prt)
	}
	return head
}

// opening looks around word i.
func (m *matcher) opening(i int, pos POS) Opening {
	p := &place{word: i, pos: pos}
	o := Opening{Word: i, POS: pos, Head: m.headOf(i, pos)}
	others := verbOthers
	if pos == Noun {
		p.site = m.site(i, 0)
		others = nounOthers
	} else if prt := m.t.Dependent(i, "compound:prt"); prt >= 0 {
		p.rest = []string{m.t.Lower(prt)}
	}
	for _, e := range m.lex.entries(pos, m.t.Lower(i), m.t.Lemmas[i]) {
		if (e.head.Text == o.Head || len(e.head.Rest) == 0) && !slices.Contains(o.Entries, e.frame) {
			o.Entries = append(o.Entries, e.frame)
		}
	}
	o.Actors = m.fill(p, Subject, nil)
	if pos == Noun {
		o.Actors = append(o.Actors, m.fill(p, "from", nil)...)
	} else {
		o.Actors = append(o.Actors, m.owners(m.weapons(o.Actors))...)
	}
	for _, slot := range others {
		for _, r := range m.fill(p, slot, nil) {
			r.Slot = slot
			o.Others = append(o.Others, r)
		}
	}
	for _, slot := range []Slot{Infinitive, That} {
		if m.fill(p, slot, nil) != nil {
			o.Deeds = append(o.Deeds, slot)
		}
	}
	o.Doers = m.contentDoer(p, &Frame{deed: o.Deeds})
	return o
}
