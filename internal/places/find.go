package places

import (
	"cmp"
	"slices"

	"example.org/demarche/internal/event"
	"example.org/demarche/internal/syntax"
	"example.org/demarche/internal/text"
)

// A run finds the places of one article.
type run struct {
	trees        []*syntax.Tree
	mentions     event.Mentions
	participants *event.Participants
	gazetteer    event.Gazetteer
	knowledge    *Knowledge

	metonyms  map[text.Ref]bool // heads of names that stand for who rules there
	toponyms  []*toponym        // in order of text
	byHead    map[text.Ref]*toponym
	byName    map[string][]*toponym
	relatives []*relative
	votes     votes
	// the most votes that a state has, and a division
	mostState, mostDivision float64
}

// Find returns the places that an article names, in order of text: each once, with all words that name it. It looks at each
// sentence once, and resolves each name once for the whole article, as a name seldom means two places in one.
func Find(g *text.Segmentation, trees []*syntax.Tree, mentions event.Mentions, participants *event.Participants,
	gz event.Gazetteer, k *Knowledge) []*event.Place {
	r := &run{
		trees: trees, mentions: mentions, participants: participants, gazetteer: gz, knowledge: k,
		metonyms: metonyms(participants), byHead: map[text.Ref]*toponym{}, byName: map[string][]*toponym{}, votes: votes{},
	}
	dateline := r.dateline(g)
	for i, t := range trees {
		if i >= len(mentions) {
			break
		}
		uses := r.uses(t, mentions[i])
		if len(dateline) > 0 && dateline[0].Range.Sentence == i {
			uses = apart(append(uses, dateline...))
		}
		r.sentence(t, uses)
	}
	r.resolve()
	return r.places()
}

// metonyms are the heads of the names that actors took for who rules there.
func metonyms(p *event.Participants) map[text.Ref]bool {
	heads := map[text.Ref]bool{}
	if p == nil {
		return heads
	}
	for _, x := range p.List {
		for _, m := range x.Mentions {
			if m.Form == event.ByMetonym {
				heads[text.Ref{Sentence: m.Range.Sentence, Token: m.Head}] = true
			}
		}
	}
	return heads
}

// sentence finds one sentence's names and what it says of where they are.
func (r *run) sentence(t *syntax.Tree, uses []*use) {
	for _, u := range uses {
		if a := r.afterward(t, u); a != nil {
			uses = append(uses, a)
		}
	}
	uses = apart(uses)
	contain(t, uses)
	for _, u := range uses {
		r.add(u)
	}
	r.relate(t, uses)
	r.nationVotes(t)
}

// resolve chooses a place for each name: first those that containment or the article's countries tell, whose divisions then
// help the others; last those that are told by others.
func (r *run) resolve() {
	r.countryVotes()
	for range 2 {
		r.mostState, r.mostDivision = r.votes.most(false), r.votes.most(true)
		for _, t := range r.toponyms {
			r.choose(t)
		}
		r.divisionVotes()
	}
	for _, t := range r.toponyms {
		r.lodge(t)
		if t.doubtful && !t.told && t.choice != nil && r.votes[t.choice.Country] == 0 {
			t.choice = nil
		}
	}
	for _, rel := range r.relatives {
		r.locate(rel)
	}
}

// places makes one place of all names that mean the same one.
func (r *run) places() []*event.Place {
	var all []*event.Place
	byEntry := map[entryKey]*event.Place{}
	made := map[*toponym]*event.Place{}
	for _, t := range r.toponyms {
		if !t.believed() {
			continue
		}
		p := t.place()
		if t.choice != nil && t.computed == nil && !t.part {
			if same := byEntry[keyOf(t.choice)]; same != nil {
				same.Mentions = append(same.Mentions, p.Mentions...)
				same.Confidence = max(same.Confidence, p.Confidence)
				made[t] = same
				continue
			}
			byEntry[keyOf(t.choice)] = p
		}
		made[t], all = p, append(all, p)
	}
	for _, rel := range r.relatives {
		if p := rel.place(made); p != nil {
			all = append(all, p)
		}
	}
	return inOrder(all)
}

// An entryKey tells gazetteer entries apart.
type entryKey struct {
	id   int
	name string
}

func keyOf(e *event.GazetteerEntry) entryKey {
	if e.ID != 0 {
		return entryKey{id: e.ID}
	}
	return entryKey{name: e.Name}
}

// inOrder sorts places by their first mention, and mentions by their place in the text.
func inOrder(all []*event.Place) []*event.Place {
	before := func(a, b text.Range) int {
		return cmp.Or(cmp.Compare(a.Sentence, b.Sentence), cmp.Compare(a.Start, b.Start))
	}
	for _, p := range all {
		slices.SortStableFunc(p.Mentions, func(a, b event.PlaceUse) int { return before(a.Range, b.Range) })
	}
	slices.SortStableFunc(all, func(a, b *event.Place) int { return before(a.Mentions[0].Range, b.Mentions[0].Range) })
	return all
}
