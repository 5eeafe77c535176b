package attribution

import (
	"slices"

	"example.org/demarche/internal/event"
	"example.org/demarche/internal/text"
)

// A verb of saying may stand with its subject at the end of the sentence that it gives to somebody: "The talks failed and the envoy
// left, said one source." Where that is long, trees make "said" another deed of the sentence, or give "he said" the subject of what is
// said; commas and order tell all the same.

// leastTrailing is how many words must stand before the comma.
const leastTrailing = 3

// mostTrailing is how many words may follow a verb behind its subject: "he said on Monday in a statement".
const mostTrailing = 8

// trailing fits a verb of saying to the sentence before it, or returns nil.
func (s *sentence) trailing(i int, c *Cue) *match {
	if c.length() > 1 || c.Type != event.Assertion || !slices.Contains(c.Frames[0], SlotClause) || !s.isFinite(i) || s.inQuote[s.flat(i)] >= 0 {
		return nil
	}
	speaker, comma := s.trailingSpeaker(s.around(i, i))
	if speaker < 0 || comma < leastTrailing || s.t.Form(comma) != "," || !s.holdsVerb(comma) || s.opensWithClause(i, comma) || s.saysBehindItself(i) {
		return nil
	}
	m := s.newMatch(i, i, c)
	m.speaker, m.block, m.confidence = speaker, extent{s.first, s.flat(comma)}, .7
	return m
}

// trailingSpeaker returns who says something by the verb with the words r, and the last word before both: "said one source", "the mayor
// said". The first is -1 if nobody does.
func (s *sentence) trailingSpeaker(r text.Range) (speaker, comma int) {
	comma = r.Start - 1
	if w := s.phraseFrom(r.End); w >= 0 && comma >= 0 && s.t.Form(comma) == "," && s.isSomebody(w) && s.isQuietFrom(r.End, w) {
		return w, comma
	}
	if w := s.phraseTo(r.Start); w >= 0 && s.isSomebody(w) && s.t.Len()-r.End <= mostTrailing && s.isQuietFrom(r.End, -1) {
		return w, s.phrase(w, make([]bool, s.t.Len())).Start - 1
	}
	return -1, -1
}

// opensWithClause reports whether what stands before word k says when, why or if verb i was done: "When the money went, Rome said enough."
func (s *sentence) opensWithClause(i, k int) bool {
	for d := range s.t.Dependents(i) {
		if r := s.t.Subtree(d); d < k && s.t.Is(d, "advcl") && r.Start <= 1 && r.End >= k && s.t.Dependent(d, "mark", "advmod") >= 0 {
			return true
		}
	}
	return false
}

// saysBehindItself reports whether what verb i says stands behind it.
func (s *sentence) saysBehindItself(i int) bool {
	for d := range s.t.Dependents(i) {
		if d > i && s.t.Is(d, "obj", "ccomp", "xcomp") && s.t.UPOS[d] != "PROPN" {
			return true
		}
	}
	return false
}

// phraseTo returns the head of the noun phrase that ends before word k, or -1.
func (s *sentence) phraseTo(k int) int {
	for w := k - 1; w >= 0; w = s.t.Head(w) {
		if w >= k || s.t.UPOS[w] == "VERB" || s.t.UPOS[w] == "AUX" {
			return -1
		}
		nominal := s.t.UPOS[w] == "PROPN" || s.t.UPOS[w] == "NOUN" || s.t.UPOS[w] == "PRON"
		if h := s.t.Head(w); nominal && (h < 0 || h >= k || !s.isNominal(h)) {
			return w
		}
	}
	return -1
}

// isNominal reports whether word w can head a noun phrase.
func (s *sentence) isNominal(w int) bool {
	return slices.Contains([]string{"NOUN", "PROPN", "PRON", "NUM"}, s.t.UPOS[w])
}

// isQuietFrom reports whether no verb stands from word k on but below word w.
func (s *sentence) isQuietFrom(k, w int) bool {
	for ; k < s.t.Len(); k++ {
		if s.t.UPOS[k] == "VERB" && (w < 0 || !s.t.Dominates(w, k)) {
			return false
		}
	}
	return true
}

// holdsVerb reports whether a verb stands before word k.
func (s *sentence) holdsVerb(k int) bool {
	return slices.ContainsFunc(s.t.UPOS[:k], func(u string) bool { return u == "VERB" || u == "AUX" })
}
