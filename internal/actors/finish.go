package actors

import (
	"cmp"
	"slices"
	"strings"

	"example.org/demarche/internal/event"
	"example.org/demarche/internal/facts"
	"example.org/demarche/internal/syntax"
	"example.org/demarche/internal/text"
)

// finish gives an entity its code and its name and puts its mentions in order.
func (r *run) finish(e *entity) {
	slices.SortFunc(e.p.Mentions, func(a, b event.Reference) int {
		return cmp.Or(cmp.Compare(a.Range.Sentence, b.Range.Sentence), cmp.Compare(a.Head, b.Head))
	})
	if e.former && slices.Contains(e.p.Sectors, "GOV") {
		e.p.Sectors = []string{"ELI"}
	}
	if len(e.p.Sectors) > 0 {
		e.p.Sector = e.p.Sectors[0]
	}
	e.p.Single = (e.vague || e.p.Country == "") && e.p.Kind == event.EntityPeople && e.human && !e.plural && !e.many && !e.p.Named && !slices.ContainsFunc(e.nouns, isCrowd)
	e.p.Code = code(e.p)
	if e.p.Name == "" {
		e.p.Name = r.description(e)
	}
}

// isCrowd reports whether a noun in the singular speaks of several people.
func isCrowd(noun string) bool {
	switch noun {
	case "citizenry", "clan", "community", "couple", "crowd", "electorate", "ethnic group", "family", "majority", "minority", "mob", "others", "people", "populace",
		"population", "public", "tribe":
		return true
	}
	return false
}

// code is the composite of country and primary sector. The codes of bodies between states say their sector themselves.
func code(p *event.Participant) string {
	if !between(p.Country) {
		return p.Country + p.Sector
	}
	for _, s := range p.Sectors {
		if s != "IGO" && s != "NGO" && s != "GOV" && s != "MNC" {
			return p.Country + s
		}
	}
	return p.Country
}

// description is the best phrase for somebody without a name: the longest of his first mentions that is no pronoun, without
// its article, at most nameWords words.
func (r *run) description(e *entity) string {
	best := ""
	for i, m := range e.p.Mentions {
		if i > 4 && best != "" {
			break
		}
		if s := r.shortPhrase(m); m.Form != event.ByPronoun && len(s) > len(best) {
			best = s
		}
	}
	if best == "" {
		best = r.g.Form(r.g.Span(e.p.Mentions[0].Range))
	}
	return best
}

// nameWords bounds the words of a description.
const nameWords = 10

// shortPhrase is the text of a mention without its article, and without what follows its head if it is long.
func (r *run) shortPhrase(m event.Reference) string {
	t, w := r.trees[m.Range.Sentence], m.Range
	for i := w.Start; i < m.Head; i++ {
		if h := t.Head(i); t.UPOS[i] == "ADP" && t.Is(i, "case") && isNounBefore(t, h, m.Head) { // "on Monday rebels": the day is none of theirs
			w.Start = h + 1
		}
	}
	for w.Start < m.Head && !r.opensName(t, w.Start, m.Head) {
		w.Start++
	}
	for d := range t.Dependents(m.Head) {
		if d > m.Head && t.Is(d, "acl", "advcl", "ccomp", "parataxis") {
			w.End = min(w.End, max(m.Head+1, t.Subtree(d).Start))
		}
	}
	if w.End-w.Start > nameWords {
		w.End = m.Head + 1
		w.Start = max(w.Start, w.End-nameWords)
	}
	return strings.Join(strings.Fields(r.g.Form(r.g.Span(w))), " ")
}

// isNounBefore reports whether word h is a noun that hangs on a later one.
func isNounBefore(t *syntax.Tree, h, head int) bool {
	return h >= 0 && h < head && t.Head(h) == head && (t.UPOS[h] == "NOUN" || t.UPOS[h] == "PROPN")
}

// opensName reports whether a phrase may begin with word w, before its head: an adjective, a numeral, an owner, no article.
func (r *run) opensName(t *syntax.Tree, w, head int) bool {
	top := w
	for t.Head(top) >= 0 && t.Head(top) != head {
		top = t.Head(top)
	}
	return t.Is(top, "amod", "compound", "nummod", "nmod:poss", "flat", "nmod:desc", "advmod", "acl") && t.UPOS[w] != "PUNCT" && !t.Is(w, "det")
}

// form is the text of a range.
func (r *run) form(w text.Range) string { return r.g.Form(r.g.Span(w)) }

// fold is the folded text of a range.
func (r *run) fold(w text.Range) string { return facts.Fold(r.form(w)) }

func sortParticipants(list []*event.Participant) {
	slices.SortStableFunc(list, func(a, b *event.Participant) int {
		x, y := a.Mentions[0], b.Mentions[0]
		return cmp.Or(cmp.Compare(x.Range.Sentence, y.Range.Sentence), cmp.Compare(x.Head, y.Head))
	})
}
