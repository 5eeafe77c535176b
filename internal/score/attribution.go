package score

import (
	"fmt"

	"example.org/demarche/record"
)

// The roles are the parts of an attribution, in the order of the table.
const (
	source = iota
	cue
	content
	roles
)

// roleNames names the roles.
var roleNames = [roles]string{"source", "cue", "content"}

// Attributions holds the figures of attributions.
type Attributions struct {
	Exact   [roles]Figure // source, cue, content: all pieces of one attribution's role are those of another's
	Words   [roles]Figure // the words that the role covers anywhere in the article
	Relaxed Figure        // linked: cues share a word, and content and source reach F1 .5 each
	Full    Figure        // linked: all three roles are exact
	Source  Share         // of the pairs by cue, those with exactly the source
	Near    Share         // of the pairs by cue, those whose sources share a word or are both missing
	Stance  Share         // of the relaxed links
	Type    Share         // of the relaxed links
	Quote   Share         // of the relaxed links
	Nested  Share         // of the relaxed links: inside another in both, or in neither
	To      Figure        // addressees of the relaxed links: F1 of the words .5 at least
}

// A statement is an attribution with the words of its roles.
type statement struct {
	record.Attribution
	spans [roles][]record.Span
	words [roles]set
}

// statementsOf collects the attributions of a record; those without any words are left out.
func statementsOf(p page, r record.Record) []statement {
	var out []statement
	for _, a := range r.Attributions {
		s := statement{Attribution: a}
		if a.Source != nil {
			s.spans[source] = []record.Span{a.Source.Span}
		}
		if a.Cue != nil {
			s.spans[cue] = []record.Span{a.Cue.Span}
		}
		s.spans[content] = a.Content
		out = appendStatement(out, p, s)
	}
	return out
}

// appendStatement adds a statement with its spans made tidy and their words, unless it has no words at all.
func appendStatement(list []statement, p page, s statement) []statement {
	all := 0
	for r := range roles {
		s.spans[r] = p.tidy(s.spans[r])
		s.words[r] = p.cover(s.spans[r]...)
		all += len(s.spans[r])
	}
	if all == 0 {
		return list
	}
	return append(list, s)
}

// compare counts the attributions of one article.
func (t *Attributions) compare(p page, gold, found []statement) {
	for r := range roles {
		t.Exact[r].add(exact(gold, found, r))
		t.Words[r].add(covered(gold, found, r))
	}
	t.Relaxed.add(Figure{0, len(found), len(gold)})
	t.Full.add(Figure{0, len(found), len(gold)})
	for _, m := range link(gold, found) {
		t.linked(p, gold[m.gold], found[m.found])
	}
}

// linked counts a pair of attributions.
func (t *Attributions) linked(p page, g, f statement) {
	t.Source.count(g.key(source) == f.key(source))
	t.Near.count(likeness(g.words[source], f.words[source]) > 0)
	if g.key(source) == f.key(source) && g.key(cue) == f.key(cue) && g.key(content) == f.key(content) {
		t.Full.Correct++
	}
	if !relaxed(g, f) {
		return
	}
	t.Relaxed.Correct++
	t.Stance.count(g.Stance == f.Stance)
	t.Type.count(g.Type == f.Type)
	t.Quote.count(g.Quote == f.Quote)
	t.Nested.count((g.Within == "") == (f.Within == ""))
	t.To.count(g.Addressee != nil, f.Addressee != nil, sameAddressee(p, g.Addressee, f.Addressee))
}

// sameAddressee reports whether the words of two addressees are alike by half.
func sameAddressee(p page, a, b *record.Addressee) bool {
	return a != nil && b != nil && likenessOf(p.cover(a.Span), p.cover(b.Span)) >= .5
}

// relaxed reports whether the cues share a word or are both missing, and content and source are alike by half.
func relaxed(g, f statement) bool {
	cues := overlap(g.words[cue], f.words[cue]) || len(g.words[cue])+len(f.words[cue]) == 0
	return cues && likeness(g.words[content], f.words[content]) >= .5 && likeness(g.words[source], f.words[source]) >= .5
}

// link pairs attributions one to one by the overlap of their cues, then of their contents; by content alone if one has no
// cue.
func link(gold, found []statement) []pair {
	var cs []candidate
	for _, m := range meeting(saying(gold), saying(found)) {
		g, f := gold[m.gold], found[m.found]
		c, n := likenessOf(g.words[cue], f.words[cue]), likenessOf(g.words[content], f.words[content])
		cueless := len(g.words[cue]) == 0 || len(f.words[cue]) == 0
		if c > 0 || n > 0 && cueless {
			cs = append(cs, candidate{m, [3]float64{c, n}})
		}
	}
	return choose(cs)
}

// saying is the words by which an attribution can be paired: its cue's, and its content's if it has none.
func saying(ss []statement) []set {
	out := make([]set, len(ss))
	for i, s := range ss {
		out[i] = union(s.words[cue], s.words[content])
	}
	return out
}

// key is the spans of a role as a text that can be compared.
func (s statement) key(role int) string { return fmt.Sprint(s.spans[role]) }

// exact counts the attributions whose role has exactly the spans of another's, each once.
func exact(gold, found []statement, role int) Figure {
	left := map[string]int{}
	var f Figure
	for _, s := range gold {
		if len(s.spans[role]) > 0 {
			left[s.key(role)]++
			f.Gold++
		}
	}
	for _, s := range found {
		if len(s.spans[role]) == 0 {
			continue
		}
		f.Found++
		if left[s.key(role)] > 0 {
			left[s.key(role)]--
			f.Correct++
		}
	}
	return f
}

// covered counts the words that a role covers anywhere.
func covered(gold, found []statement, role int) Figure {
	g, f := roleWords(gold, role), roleWords(found, role)
	return Figure{common(g, f), len(f), len(g)}
}

// roleWords is the words that a role covers in all attributions.
func roleWords(ss []statement, role int) set {
	all := make([]set, len(ss))
	for i, s := range ss {
		all[i] = s.words[role]
	}
	return union(all...)
}
