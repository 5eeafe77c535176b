package score

import (
	"slices"
	"sort"

	"example.org/demarche/record"
)

// A happening is what one event of a record reports, and those that it joins with it by same_as.
type happening struct {
	record.Event               // the first report
	triggers     []record.Span // of all reports, in order of text
	words        []set         // of the triggers
	actors       []record.Span // of the first report that has words for them
	recipients   []record.Span
	counts       []record.Count // of all reports; what a later one says again is left out
}

// isFact reports whether the event is printed as done or going on.
func (h happening) isFact() bool {
	return h.Status == record.StatusOccurred || h.Status == record.StatusOngoing
}

// happenings joins the events of a record.
func happenings(p page, r record.Record) []happening {
	at := map[record.ID]int{}
	for i, e := range r.Events {
		at[e.ID] = i
	}
	var all []happening
	place := map[int]int{} // of an event's happening in all
	for i, e := range r.Events {
		first := firstReport(r.Events, at, i)
		h, ok := place[first]
		if !ok {
			h = len(all)
			place[first] = h
			all = append(all, happening{Event: r.Events[first]})
		}
		all[h].add(p, e)
	}
	return all
}

// firstReport is the place of the event at the end of the chain of same_as.
func firstReport(events []record.Event, at map[record.ID]int, i int) int {
	for range events { // a record from elsewhere may run in a circle
		next, ok := at[events[i].SameAs]
		if !ok {
			break
		}
		i = next
	}
	return i
}

// add takes in a report.
func (h *happening) add(p page, e record.Event) {
	if len(e.Evidence) > 0 {
		h.triggers = append(h.triggers, e.Evidence[0])
		h.words = append(h.words, p.cover(e.Evidence[0]))
	}
	if len(h.actors) == 0 {
		h.actors = e.ActorMentions
	}
	if len(h.recipients) == 0 {
		h.recipients = e.RecipientMentions
	}
	told := h.counts
	for _, c := range e.Counts {
		if !slices.ContainsFunc(told, func(o record.Count) bool { return countKey(o) == countKey(c) }) {
			h.counts = append(h.counts, c)
		}
	}
}

// A passageScene is a passage with what was found in it.
type passageScene struct {
	id       string
	page     page
	record   record.Record
	gold     []goldEvent
	words    [][]set // of the triggers of gold's events
	found    []happening
	entities map[record.ID]record.Entity
	pronouns map[int]set // by their words: the words of all mentions of those whom they stand for
}

func newPassageScene(g Passage, found record.Record) *passageScene {
	s := &passageScene{
		id: g.ID, page: g.page, record: found, gold: g.events, found: happenings(g.page, found), entities: map[record.ID]record.Entity{},
		pronouns: map[int]set{},
	}
	for _, e := range g.events {
		var words []set
		for _, t := range e.triggers {
			words = append(words, g.page.cover(t))
		}
		s.words = append(s.words, words)
	}
	for _, e := range found.Entities {
		s.entities[e.ID] = e
		all := mentionWords(g.page, e)
		for _, m := range e.Mentions {
			if w := g.page.cover(m.Span); m.Type == record.MentionPronoun && len(w) == 1 {
				s.pronouns[w[0]] = all
			}
		}
	}
	return s
}

// match pairs events of one type one to one: first those that share a word of a trigger, then those that stand in one sentence. Of several
// that could be paired, those go first whose sides agree, then the nearest.
func (s *passageScene) match() []pair {
	var cs []candidate
	for g := range s.gold {
		for f := range s.found {
			shared := bestOverlap(s.words[g], s.found[f].words)
			if s.gold[g].kind != s.found[f].Type || shared == 0 && !s.shareSentence(g, f) {
				continue
			}
			v := s.judge(s.gold[g], s.found[f])
			cs = append(cs, candidate{pair{g, f}, [3]float64{shared, number(v.actor) + number(v.recipient), -s.distance(g, f)}})
		}
	}
	return choose(cs)
}

// bestOverlap is the likeness of the two sets that are most alike.
func bestOverlap(a, b []set) float64 {
	best := 0.0
	for _, x := range a {
		for _, y := range b {
			best = max(best, likenessOf(x, y))
		}
	}
	return best
}

// distance is how many words lie between the nearest triggers.
func (s *passageScene) distance(g, f int) float64 {
	best := len(s.page.words)
	for _, a := range s.words[g] {
		for _, b := range s.found[f].words {
			if len(a) > 0 && len(b) > 0 {
				best = min(best, max(a[0]-b[0], b[0]-a[0]))
			}
		}
	}
	return float64(best)
}

// shareSentence reports whether some trigger of either stands in one sentence of the record.
func (s *passageScene) shareSentence(g, f int) bool {
	for _, a := range s.words[g] {
		for _, b := range s.found[f].words {
			if len(a) > 0 && len(b) > 0 && s.sentence(s.page.words[a[0]].Start) == s.sentence(s.page.words[b[0]].Start) {
				return true
			}
		}
	}
	return false
}

// sentence is the number of the record's sentence at a position, -1 before the first.
func (s *passageScene) sentence(position int) int {
	return sort.Search(len(s.record.Sentences), func(i int) bool { return s.record.Sentences[i].Start > position }) - 1
}

// sameWords reports whether each head word of gold lies in some mention, and each mention holds one. A pronoun on either side counts as
// the words that it stands for too.
func (s *passageScene) sameWords(heads, mentions []record.Span) bool {
	gold, found := s.meant(heads), s.meant(mentions)
	return covers(gold, found) && covers(found, gold)
}

// covers reports whether each of the sets meets some one of the others.
func covers(each, others []set) bool {
	for _, x := range each {
		if !slices.ContainsFunc(others, func(y set) bool { return overlap(x, y) }) {
			return false
		}
	}
	return true
}

// meant is the words of each span, and with a pronoun all words for whom it stands.
func (s *passageScene) meant(spans []record.Span) []set {
	var all []set
	for _, x := range spans {
		words := s.page.cover(x)
		if len(words) == 1 {
			words = union(words, s.pronouns[words[0]])
		}
		all = append(all, words)
	}
	return all
}

// source is the words of the innermost attribution's source.
func (s *passageScene) source(f happening) []record.Span {
	n := len(f.Attributions)
	if n == 0 {
		return nil
	}
	for _, a := range s.record.Attributions {
		if a.ID == f.Attributions[n-1] && a.Source != nil {
			return []record.Span{a.Source.Span}
		}
	}
	return nil
}

// samePairs compares which two reports are of one happening: in gold any two triggers of an event.
func (s *passageScene) samePairs() Figure {
	var gold, found [][2]set
	for _, triggers := range s.words {
		gold = append(gold, pairsOf(triggers)...)
	}
	for _, h := range s.found {
		found = append(found, pairsOf(h.words)...)
	}
	f := Figure{Gold: len(gold), Found: len(found)}
	for _, x := range found {
		i := slices.IndexFunc(gold, func(g [2]set) bool {
			return overlap(x[0], g[0]) && overlap(x[1], g[1]) || overlap(x[0], g[1]) && overlap(x[1], g[0])
		})
		if i >= 0 {
			gold = slices.Delete(gold, i, i+1)
			f.Correct++
		}
	}
	return f
}

// pairsOf is any two of the sets.
func pairsOf(sets []set) [][2]set {
	var all [][2]set
	for i, a := range sets {
		for _, b := range sets[i+1:] {
			all = append(all, [2]set{a, b})
		}
	}
	return all
}

// counts compares how many people events touched: right is a count of the event that is matched, of the same kind and numbers.
func (s *passageScene) counts(toGold []int) Figure {
	var f Figure
	for _, g := range s.gold {
		f.Gold += len(g.counts)
	}
	for i, h := range s.found {
		f.Found += len(h.counts)
		if toGold[i] < 0 {
			continue
		}
		left := map[[4]int]int{}
		for _, c := range s.gold[toGold[i]].counts {
			left[countKey(c)]++
		}
		for _, c := range h.counts {
			if k := countKey(c); left[k] > 0 {
				left[k]--
				f.Correct++
			}
		}
	}
	return f
}

// countKinds are the kinds of count.
var countKinds = []record.CountKind{record.CountKilled, record.CountInjured, record.CountArrested, record.CountDisplaced, record.CountOther}

// countKey is the kind and the numbers of a count, -1 for what is null.
func countKey(c record.Count) [4]int {
	known := func(n *int) int {
		if n == nil {
			return -1
		}
		return *n
	}
	return [4]int{slices.Index(countKinds, c.Kind), known(c.Value), known(c.From), known(c.To)}
}
