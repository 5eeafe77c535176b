package lexicon

import (
	"fmt"
	"slices"
	"strings"
)

// A petrarchRewrite is a line "~ a (a b WILL_ATTACK) SAY = a b 138".
type petrarchRewrite struct {
	line                           int
	outer, innerActor, innerTarget string // letters; "." anybody, "_" nobody
	verb, innerVerb                string // names of verbs, codes, "Q" for any
	actor, target, code            string // what is coded instead; code "Q" keeps the inner one's
}

// rewrite reads a line of that form.
func (p *petrarch) rewrite(n int, s string) error {
	left, right, ok := strings.Cut(strings.NewReplacer("(", " ", ")", " ").Replace(s), "=")
	l, r := strings.Fields(left), strings.Fields(right)
	if !ok || len(l) != 5 || len(r) != 3 {
		return at(p.file, n, `a line with "~" is written as "~ a (a b WILL_ATTACK) SAY = a b 138": who speaks, who does what to whom, the verb of speaking, and what is coded instead`)
	}
	p.rewrites = append(p.rewrites, petrarchRewrite{n, l[0], l[1], l[2], l[4], l[3], r[0], r[1], r[2]})
	return nil
}

// A rewriting says how a deed below a verb is coded instead.
type rewriting struct {
	petrarchRewrite
	outerForms  map[string]bool // forms of the verb above; nil for any
	will        bool            // whether the deed must be one to come
	innerCode   string          // "" for any
	innerHead   string
	replacement *codeLine // nil keeps the code
}

// addRewrite checks a line with "~" once all verbs are known.
func (p *petrarch) addRewrite(r petrarchRewrite) error {
	w := rewriting{petrarchRewrite: r}
	if r.verb != "Q" {
		w.outerForms = map[string]bool{}
		for _, f := range p.l.forms.of(Verb, strings.ToLower(r.verb)) {
			w.outerForms[f] = true
		}
	}
	inner := r.innerVerb
	if rest, ok := strings.CutPrefix(inner, "WILL_"); ok {
		inner, w.will = rest, true
	}
	if inner != "Q" {
		w.innerHead = strings.ToLower(inner)
		w.innerCode = p.codes[inner]
		if _, ok := p.l.ontology.Code(inner); ok {
			w.innerCode = inner
		}
	}
	if r.code != "Q" {
		if _, ok := p.l.ontology.Code(r.code); !ok || len(r.code) < 3 {
			return at(p.file, r.line, fmt.Sprintf(`%q is no CAMEO code of three or four digits; "Q" keeps the code of the deed`, r.code))
		}
		w.replacement = &codeLine{}
		if err := p.l.finishCode(w.replacement, strings.Fields(p.codeLine(r.code))); err != nil {
			return at(p.file, r.line, err.Error())
		}
	}
	p.l.rewritings = append(p.l.rewritings, w)
	return nil
}

// rewrite codes deeds below verbs as the lexicon's rewritings say, the first that fits; a candidate at the verb above is dropped.
func (m *matcher) rewrite() {
	var gone []int
	for k := range m.found.Candidates {
		c := &m.found.Candidates[k]
		h := m.t.Head(c.Predicate)
		if h < 0 || !m.t.Is(c.Predicate, "ccomp", "xcomp", "parataxis") {
			continue
		}
		for i := range m.lex.rewritings {
			if m.apply(&m.lex.rewritings[i], c, h) {
				gone = append(gone, h)
				break
			}
		}
	}
	m.found.Candidates = slices.DeleteFunc(m.found.Candidates, func(c Candidate) bool { return slices.Contains(gone, c.Trigger) })
}

// apply codes candidate c below verb h by a rewriting, if it fits.
func (m *matcher) apply(w *rewriting, c *Candidate, h int) bool {
	switch {
	case w.outerForms != nil && !w.outerForms[m.t.Lower(h)]:
		return false
	case w.will && !m.isToCome(c.Predicate):
		return false
	case w.innerHead != "" && c.Code.CAMEO != w.innerCode && !strings.HasPrefix(c.Head, w.innerHead):
		return false
	}
	bound := map[string][]Role{}
	for _, side := range []struct {
		letter string
		roles  []Role
	}{{w.outer, one(Subject, m.deepSubject(h, 0))}, {w.innerActor, c.Actors}, {w.innerTarget, c.Recipients}} {
		if !m.bind(bound, side.letter, side.roles) {
			return false
		}
	}
	c.Actors, c.Recipients = bound[w.actor], bound[w.target]
	if w.replacement != nil {
		c.Code = w.replacement.code
	}
	return true
}

// bind lets a letter stand for a side; a letter that stands for one already wants the same words, or a pronoun.
func (m *matcher) bind(bound map[string][]Role, letter string, roles []Role) bool {
	switch letter {
	case ".":
		return true
	case "_":
		return len(roles) == 0
	}
	old, taken := bound[letter]
	if !taken {
		bound[letter] = roles
		return len(roles) > 0
	}
	return len(roles) > 0 && len(old) > 0 && (slices.Equal(roles[0].Words, old[0].Words) || m.t.UPOS[roles[0].Words[0]] == "PRON")
}

// isToCome reports whether predicate i is in the future.
func (m *matcher) isToCome(i int) bool {
	return slices.ContainsFunc(m.t.Auxiliaries(i), func(a int) bool {
		return slices.Contains([]string{"will", "shall", "'ll", "’ll", "would", "wo"}, m.t.Lower(a))
	})
}
