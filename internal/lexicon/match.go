package lexicon

import (
	"slices"
	"strings"

	"example.org/demarche/internal/syntax"
)

// Match returns the places in a sentence where a frame fits, in order of their words, and those at which frames were tried and
// none fitted. Conditions on whom words speak of ask who, which may be nil. The work is linear in the number of words, but for
// chains of clauses, which are bounded.
func (l *Lexicon) Match(t *syntax.Tree, who Referents) Matches {
	m := l.match(t, who)
	found := m.found
	found.by = m
	return found
}

func (l *Lexicon) match(t *syntax.Tree, who Referents) *matcher {
	m := &matcher{roles: roles{t: t, classes: l.Classes, lex: l, who: who}, tried: make([]*trial, t.Len())}
	m.deedAt = m.deed
	for i := range t.Tokens {
		m.code(i)
	}
	m.dropParts()
	m.rewrite()
	m.linkPurposes()
	m.linkContent()
	m.linkMeans()
	m.linkManner()
	m.linkAnswers()
	for i := range m.found.Candidates {
		m.settle(&m.found.Candidates[i])
	}
	return m
}

// A matcher looks for frames in one tree.
type matcher struct {
	roles
	found  Matches
	lights []service // light verbs that candidates use
	taken  []int     // words that frames take into their own deed
	tried  []*trial
}

// A trial is what came of trying the frames of one word.
type trial struct {
	place  *place
	entry  entry
	line   *codeLine // nil if no frame fits
	words  []int     // the headword's
	passed []Passed
}

// posOf is the part of speech under which word i is looked up. Participles before a noun ("convicted criminals", "a visiting
// minister") tell of no deed that could be dated or denied, and are not.
func posOf(t *syntax.Tree, i int) (POS, bool) {
	switch t.UPOS[i] {
	case "VERB":
		return Verb, !t.Is(i, "amod", "compound")
	case "NOUN":
		return Noun, true
	case "ADJ":
		return Adj, true
	}
	return 0, false
}

// code adds a candidate, or what was passed over, for word i.
func (m *matcher) code(i int) {
	x := m.try(i)
	switch {
	case x == nil:
	case x.line == nil:
		m.forbidden(x.passed)
	case x.line.none:
		m.forbidden(append(x.passed, Passed{i, x.entry.frame, true, "code none"}))
	default:
		m.add(x)
	}
}

// forbidden keeps what was passed over because a frame forbids it: that the other frames do not fit says only that the word is
// used in another sense.
func (m *matcher) forbidden(passed []Passed) {
	for _, p := range passed {
		if p.Forbidden {
			m.found.Passed = append(m.found.Passed, p)
		}
	}
}

// nothing stands for a word whose frames are being tried: a condition that asks about that word itself is not met.
var nothing = &trial{}

// try tries the frames that word i is a headword of, the most specific first; nil if there are none. Each word is tried once.
func (m *matcher) try(i int) *trial {
	if m.tried[i] == nil {
		m.tried[i] = nothing
		if x := m.fresh(i); x != nil {
			m.tried[i] = x
		}
	}
	if m.tried[i] == nothing {
		return nil
	}
	return m.tried[i]
}

func (m *matcher) fresh(i int) *trial {
	pos, ok := posOf(m.t, i)
	if !ok {
		return nil
	}
	joined := m.joined(i)
	es := m.lex.entries(pos, m.t.Lower(i), m.t.Lemmas[i])
	if joined != nil {
		es = append(slices.Clip(m.lex.byForm[pos][m.formOf(joined)]), es...) // "sit-in" before "sit"
	}
	if es == nil {
		return nil
	}
	x := &trial{place: &place{word: i, pos: pos}}
	if pos == Noun {
		x.place.site = m.site(i, 0)
	}
	for _, e := range es {
		words := m.headWords(x.place, e.head)
		if joined != nil && strings.Contains(e.head.Word, "-") {
			words = append(words, slices.DeleteFunc(slices.Clone(joined), func(w int) bool { return w == i })...)
		}
		if words == nil {
			continue
		}
		if x.place.rest = e.head.Rest; pos == Noun {
			x.place.site.rest = e.head.Rest
		}
		line, failed := m.fits(x.place, e.frame)
		if line != nil {
			x.entry, x.words, x.line = e, words, line
			return x
		}
		x.passed = append(x.passed, Passed{i, e.frame, failed.unless, failed.why()})
	}
	return x
}

// deed returns the PLOVER type of the frame that fits at word i, or at the noun of which i is the light verb.
func (m *matcher) deed(i int) (plover string, found bool) {
	if x := m.try(i); x != nil && x.line != nil && !x.line.none {
		return x.line.code.Type, true
	}
	o := m.t.Dependent(i, "obj", "obl")
	if m.t.UPOS[i] != "VERB" || o < 0 || m.lightOf(i, o, standsIn(m.t, o, i)) == nil {
		return "", false
	}
	if x := m.try(o); x != nil && x.line != nil && !x.line.none {
		return x.line.code.Type, true
	}
	return "", false
}

// joined returns the words that hyphens join, if word i is the one by which they hang on the rest: "sit", "-" and "in" of "sit-in"; nil if there
// are none. Trees have them as words of their own.
func (m *matcher) joined(i int) []int {
	first, end := i, i+1
	for first >= 2 && m.t.Form(first-1) == "-" {
		first -= 2
	}
	for end+1 < m.t.Len() && m.t.Form(end) == "-" {
		end += 2
	}
	if h := m.t.Head(i); end-first < 3 || h >= first && h < end {
		return nil
	}
	var all []int
	for w := first; w < end; w++ {
		all = append(all, w)
	}
	return all
}

// formOf is how words stand together, in lower case.
func (m *matcher) formOf(words []int) string {
	var b strings.Builder
	for _, w := range words {
		b.WriteString(m.t.Lower(w))
	}
	return b.String()
}

// headWords returns the words of a headword, the trigger first; nil if one is missing.
func (m *matcher) headWords(p *place, h Head) []int {
	if len(h.Rest) == 0 {
		return []int{p.word}
	}
	if h.POS != Noun {
		if ws := m.particles(p.word, h.Rest); ws != nil {
			return append([]int{p.word}, ws...)
		}
		return nil
	}
	words := []int{p.word}
	for _, w := range h.Rest {
		found := -1
		for d := range m.t.Dependents(p.word) {
			if m.t.Lower(d) == w || m.t.Lemmas[d] == w {
				if h.Of == (d > p.word) {
					found = d
				}
			}
		}
		if found < 0 {
			return nil
		}
		words = append(words, found)
	}
	return words
}

// fits returns the first code of a frame whose tests are passed, or nil and the test that was not.
func (m *matcher) fits(p *place, f *Frame) (*codeLine, test) {
	fails := func(x test) bool { return !m.passes(p, f, x) }
	if i := slices.IndexFunc(f.when, fails); i >= 0 {
		return nil, f.when[i]
	}
	var failed test
	for k := range f.codes {
		line := &f.codes[k]
		i := slices.IndexFunc(line.when, fails)
		if i < 0 {
			return line, test{}
		}
		failed = line.when[i]
	}
	return nil, failed
}

// passes reports whether a test is passed at a place.
func (m *matcher) passes(p *place, f *Frame, x test) bool {
	for _, group := range x.groups {
		if !slices.ContainsFunc(group, func(c condition) bool { return m.some(p, f, c) != c.not }) {
			return x.unless
		}
	}
	return !x.unless
}

// some reports whether the slot is filled by one of the words that the condition asks for.
func (m *matcher) some(p *place, f *Frame, c condition) bool {
	for _, role := range m.fill(p, c.slot, f) {
		if len(c.words) == 0 || len(role.Words) > 1 && slices.Contains(c.words, classSeveral) {
			return true
		}
		for _, w := range role.Words {
			if m.is(w, &c) {
				return true
			}
		}
	}
	return false
}

// is reports whether word i is one of the words of a condition, or in one of its classes.
func (r *roles) is(i int, c *condition) bool {
	return c.set.holds(r.t, i) || slices.ContainsFunc(c.words, func(w string) bool { return isClass(w) && r.isA(i, w) })
}

// add records a candidate.
func (m *matcher) add(x *trial) {
	p, f := x.place, x.entry.frame
	c := Candidate{
		Frame: f, Head: x.entry.head.Text, POS: p.pos, Code: x.line.code, Trigger: p.word, Predicate: p.verb(), Words: x.words,
		Reciprocal: f.reciprocal || m.mutual(p), Content: m.content(p, f), Means: -1, Negation: asksForNegation(f.when) || asksForNegation(x.line.when),
		Passed: x.passed, byContent: x.line.byContent,
	}
	if p.site != nil && p.site.verb >= 0 {
		c.Words = append(c.Words, p.site.verb)
		m.lights = append(m.lights, service{p.site.verb, p.word})
	}
	for _, slot := range f.takes {
		for _, role := range m.fill(p, slot, nil) {
			m.taken = append(m.taken, role.Words...)
			c.Words = append(c.Words, role.Words...)
		}
	}
	m.setSides(&c, p)
	if c.Reciprocal {
		c.split()
	}
	m.found.Candidates = append(m.found.Candidates, c)
	if f.back != nil {
		c.Code, c.Actors, c.Recipients = *f.back, c.Recipients, c.Actors
		m.found.Candidates = append(m.found.Candidates, c)
	}
}

// asksForNegation reports whether a test holds only where the deed is negated.
func asksForNegation(tests []test) bool {
	return slices.ContainsFunc(tests, func(x test) bool {
		return !x.unless && slices.ContainsFunc(x.groups, func(g []condition) bool { return len(g) == 1 && g[0].slot == Negated && !g[0].not })
	})
}

// dropParts drops what was found at words that are part of other deeds: at light verbs, "launched" of "launched an attack", and at
// nouns that a frame takes, "ceasefire" of "violated the ceasefire"; a verb that takes its noun is not that noun's light verb.
func (m *matcher) dropParts() {
	taken := func(noun int) bool { return slices.Contains(m.taken, noun) }
	isLight := func(verb int) bool {
		return slices.ContainsFunc(m.lights, func(l service) bool { return l.verb == verb && !taken(l.noun) })
	}
	m.found.Candidates = slices.DeleteFunc(m.found.Candidates, func(c Candidate) bool {
		return c.POS == Verb && isLight(c.Trigger) || c.POS == Noun && taken(c.Trigger)
	})
}

// A service is that of a light verb to its noun of deed.
type service struct{ verb, noun int }
