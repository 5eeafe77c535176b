package actors

import (
	"example.org/demarche/internal/event"
	"example.org/demarche/internal/syntax"
	"example.org/demarche/internal/text"
)

// Resolve leads the mentions of an article that may act to participants. published is the day of publication, "" if
// unknown; attributions tell who speaks in which words.
func Resolve(g *text.Segmentation, trees []*syntax.Tree, mentions event.Mentions, attributions []*event.Attribution,
	k *Knowledge, published string) *event.Participants {
	r := newRun(g, trees, mentions, attributions, k, published)
	r.findHome()
	r.findFullNames()
	for s := range trees {
		for i := range mentions[s] {
			r.mention(&mentions[s][i])
		}
		r.premodifiers(trees[s])
		r.belongings(trees[s])
	}
	r.lateNames()
	r.headline()
	r.politicians()
	r.inferCountries()
	r.speakers()
	r.repay()
	return r.result()
}

// A run is the work on one article.
type run struct {
	g         *text.Segmentation
	trees     []*syntax.Tree
	mentions  event.Mentions
	k         *Knowledge
	published string

	all        []*entity
	at         [][]*entity // by sentence and head word
	done       [][]bool    // mentions that were looked at
	states     map[string]*entity
	rulers     map[text.Ref]ruler              // of places that were not read as somebody, by head word
	byName     map[string]*entity              // bodies and whole names, folded
	surname    map[string]*entity              // the last who bore it
	bearers    map[string][]*entity            // by family name: all who bear it
	fullNames  map[string]*event.Mention       // by family name: the first full name that ends in it
	groups     map[string]*entity              // groups without a name, by country and noun
	recent     []*entity                       // the last one spoken of last
	source     map[text.Ref]bool               // heads of sources
	outer      map[text.Ref]bool               // heads of sources of statements that lie in nobody else's
	quotedFrom map[text.Ref]*event.Attribution // by head of source: the direct quotation that is his
	lastSource *entity
	quotes     [][]quote        // by sentence
	paragraph  []int            // by sentence: its paragraph
	plain      []int            // by sentence: how many before it are not filled by a direct quotation
	votes      []map[string]int // by sentence: how often it speaks of each country
	loans      []loan
	movements  map[string]*entity // groups and bodies by country and sector, once all are known
	home       string             // the country that the article speaks of most; "" if none stands out
}

func newRun(g *text.Segmentation, trees []*syntax.Tree, mentions event.Mentions, attributions []*event.Attribution, k *Knowledge, published string) *run {
	r := &run{
		g: g, trees: trees, mentions: mentions, k: k, published: published,
		at: make([][]*entity, len(trees)), done: make([][]bool, len(trees)), quotes: make([][]quote, len(trees)),
		votes: make([]map[string]int, len(trees)), states: map[string]*entity{}, rulers: map[text.Ref]ruler{}, byName: map[string]*entity{},
		surname: map[string]*entity{}, bearers: map[string][]*entity{}, fullNames: map[string]*event.Mention{}, groups: map[string]*entity{},
		source: map[text.Ref]bool{}, outer: map[text.Ref]bool{}, quotedFrom: map[text.Ref]*event.Attribution{},
	}
	for s, t := range trees {
		r.at[s], r.done[s] = make([]*entity, t.Len()), make([]bool, t.Len())
	}
	for _, a := range attributions {
		if !a.Source.Empty() {
			r.source[a.Source.Ref()] = true
			r.outer[a.Source.Ref()] = r.outer[a.Source.Ref()] || a.Within == nil
		}
		if a.Source.Empty() || a.Quote == event.Indirect {
			continue
		}
		if a.Quote == event.Direct {
			r.quotedFrom[a.Source.Ref()] = a
		}
		r.quote(a)
	}
	r.measure()
	return r
}

// mention resolves one mention. One that only describes another (a title, an apposition) is left to that one.
func (r *run) mention(m *event.Mention) {
	s := m.Range.Sentence
	if r.done[s][m.Head] {
		return
	}
	r.done[s][m.Head] = true
	if g := r.governor(m); g != nil {
		r.mention(g)
		if e := r.entityAt(g.Ref()); e != nil && r.describes(m, e) {
			r.describe(e, m)
			return
		}
	}
	switch {
	case m.Form == event.ByPronoun:
		r.pronoun(m)
	case m.Form == event.ByName && m.Kind == event.Location:
		r.place(m)
	case m.Form == event.ByName:
		r.named(m)
	case (m.Kind != event.Location || r.isMunicipal(m)) && (m.Kind != event.Other || r.isTeam(m)) && !r.isPredicative(m):
		r.nominal(m)
	}
}

// isPredicative reports whether a description says as what somebody is taken, rather than who acts: "recognised as the
// government of Libya", "named him head of state".
func (r *run) isPredicative(m *event.Mention) bool {
	t := r.trees[m.Range.Sentence]
	if c := t.Case(m.Head); c != "" && c != "by" && r.isBareSingular(t, m) { // "ran for president", "went into exile"
		return true
	}
	return t.Case(m.Head) == "as" || t.Is(m.Head, "xcomp") && t.Dependent(m.Head, "nsubj") < 0
}

// isBareSingular reports whether a description is of one human being but has no article, owner or other modifier.
func (r *run) isBareSingular(t *syntax.Tree, m *event.Mention) bool {
	return (m.Kind == event.People || m.Kind == event.Role) && t.XPOS[m.Head] == "NN" && t.Feat(m.Head, "Number") != "Plur" &&
		t.Dependent(m.Head, "det", "nmod:poss", "compound", "nummod", "flat", "appos", "nmod") < 0
}

// resolved is whom a mention speaks of, after it has been looked at.
func (r *run) resolved(m *event.Mention) *entity {
	r.mention(m)
	return r.entityAt(m.Ref())
}

// governor returns the mention that m describes by grammar: the name after a title, the phrase before an apposition, the
// subject of a copula; nil if there is none.
func (r *run) governor(m *event.Mention) *event.Mention {
	t := r.trees[m.Range.Sentence]
	switch {
	case m.Form == event.ByPronoun:
		return nil
	case t.Is(m.Head, "nmod:desc", "appos"):
		return r.mentions.At(t.Ref(t.Head(m.Head)))
	case t.Dependent(m.Head, "cop") >= 0 && t.Dependent(m.Head, "case") < 0 && !t.IsNegated(m.Head):
		if s := t.Dependent(m.Head, "nsubj:"); s >= 0 {
			return r.mentions.At(t.Ref(s))
		}
	}
	return nil
}

// result builds the layer.
func (r *run) result() *event.Participants {
	p := &event.Participants{ByWord: make([][]*event.Participant, len(r.at))}
	for s, row := range r.at {
		p.ByWord[s] = make([]*event.Participant, len(row))
		for w, e := range row {
			if e = e.final(); e != nil {
				p.ByWord[s][w] = e.p
			}
		}
	}
	for _, e := range r.all {
		if e.gone == nil && len(e.p.Mentions) > 0 {
			r.finish(e)
			p.List = append(p.List, e.p)
		}
	}
	sortParticipants(p.List)
	p.Rulers = make(map[text.Ref]event.Ruler, len(r.rulers))
	for w, x := range r.rulers {
		e := x.final()
		if len(e.p.Mentions) == 0 {
			r.finish(e)
		}
		p.Rulers[w] = event.Ruler{Participant: e.p, Capital: x.capital}
	}
	return p
}
