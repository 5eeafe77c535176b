package coder

import (
	"cmp"
	"slices"

	"example.org/demarche/internal/event"
	"example.org/demarche/internal/syntax"
	"example.org/demarche/internal/text"
)

// datesOf returns the times that are said of word w, the nearest first: anchored at it, or hanging on it in the tree ("president since 1987").
func (r *run) datesOf(t *syntax.Tree, w int) []*event.TimeExpr {
	var all []*event.TimeExpr
	for _, x := range r.times[t.Sentence] {
		if (x.Type == event.Date || x.Type == event.Time) && (x.From != "" || x.To != "") && (x.Anchor.Token == w || hangsOn(t, x.Range, w)) {
			all = append(all, x)
		}
	}
	slices.SortStableFunc(all, func(a, b *event.TimeExpr) int { return cmp.Compare(distance(a.Range, w), distance(b.Range, w)) })
	return all
}

// distance is the number of words between word w and some words.
func distance(words text.Range, w int) int { return max(words.Start-w, w-words.End+1, 0) }

// isSupposed reports whether predicate w is only asked about, or a gerund that somebody only talks about: "suspected of joining", "the
// possibility of soldiers joining". What stands after "by", "after" or "since" was done.
func isSupposed(t *syntax.Tree, w int) bool {
	m := t.Dependent(w, "mark")
	if m >= 0 && (t.Lemmas[m] == "if" || t.Lemmas[m] == "whether") {
		return true
	}
	return t.XPOS[w] == "VBG" && m >= 0 && !slices.Contains([]string{"by", "after", "since", "while", "when", "with"}, t.Lemmas[m])
}

// hangsOn reports whether the head of some words hangs on word w.
func hangsOn(t *syntax.Tree, words text.Range, w int) bool {
	for i := words.Start; i < words.End; i++ {
		if h := t.Head(i); !words.Has(t.Ref(h)) && t.UPOS[i] != "ADP" {
			return h == w
		}
	}
	return false
}

// begin dates a state by what began it: what began on a day held then; how long is not told.
func (r *run) begin(s *event.State, dates []*event.TimeExpr) {
	s.AsOf = r.in.Published
	if s.Status != "denied" && dates != nil {
		s.Since, s.AsOf = dates[0].From, dates[0].To
	}
}

// end dates a state by what ended it. If no day is told, it does not hold.
func (r *run) end(s *event.State, dates []*event.TimeExpr) {
	s.AsOf = r.in.Published
	switch {
	case s.Status == "denied": // "did not leave the union"
		s.Status = r.told(s.Subject, s.Attributions)
	case dates != nil && dates[0].To != "":
		s.Until, s.AsOf = dates[0].To, ""
	default:
		s.Status = "denied"
	}
}

// hold dates a state by the words beside it. What is told in the past tense, in nobody's words, held at the time told and perhaps not
// later.
func (r *run) hold(s *event.State, t *syntax.Tree, told int, dates []*event.TimeExpr) {
	past := isSimplePast(t, told)
	slices.SortFunc(dates, func(a, b *event.TimeExpr) int { return compareRanges(a.Range, b.Range) })
	for i, x := range dates {
		switch {
		case x.Bound == "since" || x.Bound == "after" || i == 0 && len(dates) > 1 && x.To <= dates[1].From:
			s.Since = x.From
		case x.Bound == "until" || x.Bound == "before" || s.Since != "" && past:
			s.Until = x.To
		case past:
			s.Since, s.Until = x.From, x.To
		default:
			s.AsOf = x.To
		}
	}
	if s.AsOf == "" && s.Until == "" && (!past || len(s.Attributions) > 0) {
		s.AsOf = r.in.Published
	}
}

// isSimplePast reports whether predicate w is in the past tense and no perfect: "ruled", "was president", not "has ruled".
func isSimplePast(t *syntax.Tree, w int) bool {
	for _, a := range t.Auxiliaries(w) {
		if t.Lemmas[a] == "have" {
			return t.Lower(a) == "had"
		}
		if t.Feat(a, "Tense") == "Past" && !t.Is(a, "aux:pass") || t.Is(a, "aux:pass", "cop") && t.Feat(a, "Tense") == "Past" {
			return true
		}
	}
	return t.XPOS[w] == "VBD"
}
