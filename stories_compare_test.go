package demarche_test

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"example.org/demarche/record"
)

// A comparison is what a record has otherwise than a story, and the figures that follow.
type comparison struct {
	story
	record record.Record
	lines  []string // of the last part
	tally  *tally

	events []int             // of each event of the story, the index of the record's; -1 for none
	goldOf map[record.ID]int // of the record's events that the story has, those that tell a happening again included, which one it is
}

// compareStory compares a record with its story and counts into all.
func compareStory(s story, r record.Record, all *tally) comparison {
	c := comparison{story: s, record: r, tally: all, goldOf: map[record.ID]int{}}
	all.passages++
	c.matchEvents()
	c.compareEvents()
	c.compareSame()
	c.compareAttributions()
	c.compareStates()
	return c
}

func (c *comparison) say(format string, args ...any) {
	c.lines = append(c.lines, fmt.Sprintf(format, args...))
}

// differs counts a field and says how it differs, if it does.
func (c *comparison) differs(field, what, got, want string) bool {
	same := got == want
	c.tally.field(field, same)
	if !same {
		c.say("other %s %s: %s, want %s", what, field, cmp.Or(got, "-"), cmp.Or(want, "-"))
	}
	return same
}

// matchEvents pairs events: first those of one type whose triggers meet, then those of one type that meet in other words of the happening,
// then those of any type whose triggers meet. What tells a happening again goes with it.
func (c *comparison) matchEvents() {
	c.events = slices.Repeat([]int{-1}, len(c.story.events))
	typed := func(g storyEvent, e record.Event) bool { return g.typ == string(e.Type) }
	for _, fits := range []func(g storyEvent, e record.Event) bool{
		func(g storyEvent, e record.Event) bool { return typed(g, e) && meets(g.mentions[:1], e.Evidence[:1]) },
		func(g storyEvent, e record.Event) bool { return typed(g, e) && meets(g.mentions, e.Evidence[:1]) },
		func(g storyEvent, e record.Event) bool { return typed(g, e) && meets(g.mentions, e.Evidence) },
		func(g storyEvent, e record.Event) bool { return meets(g.mentions, e.Evidence[:1]) },
	} {
		for i, g := range c.story.events {
			for j, e := range c.record.Events {
				if _, taken := c.goldOf[e.ID]; c.events[i] < 0 && !taken && fits(g, e) {
					c.events[i], c.goldOf[e.ID] = j, i
				}
			}
		}
	}
	for i, g := range c.story.events {
		for _, e := range c.record.Events {
			if _, taken := c.goldOf[e.ID]; !taken && meets(g.mentions, e.Evidence[:1]) {
				c.goldOf[e.ID] = i
			}
		}
	}
}

// meets reports whether some span of one list shares a code point with some of the other.
func meets(a, b []record.Span) bool {
	return slices.ContainsFunc(a, func(x record.Span) bool {
		return slices.ContainsFunc(b, func(y record.Span) bool { return x.Start < y.End && y.Start < x.End })
	})
}

// compareEvents counts events and, where type and trigger are right, their fields.
func (c *comparison) compareEvents() {
	for i, g := range c.story.events {
		if c.events[i] < 0 {
			c.say("missing e %s %s", cmp.Or(g.typ, "-"), g.trigger)
			c.tally.events.gold++
			continue
		}
		e := c.record.Events[c.events[i]]
		what := "e " + g.trigger
		c.tally.events.count(true, true, g.typ == string(e.Type))
		if g.typ != string(e.Type) {
			c.say("other %s type: %s, want %s", what, cmp.Or(string(e.Type), "-"), cmp.Or(g.typ, "-"))
			continue
		}
		c.compareFields(i, e, what)
	}
	for _, e := range c.record.Events {
		if _, known := c.goldOf[e.ID]; !known {
			c.tally.events.found++
			c.say("extra e %s %s %s", cmp.Or(string(e.Type), "-"), c.cut(e.Evidence[0]), e.Status)
		}
	}
}

// compareFields compares the fields of two events.
func (c *comparison) compareFields(i int, e record.Event, what string) {
	g := c.story.events[i]
	right := c.differs("status", what, string(e.Status), g.status)
	right = c.differs("actors", what, c.parties(e.Actors, g.actors), wanted(g.actors)) && right
	right = c.differs("recipients", what, c.parties(e.Recipients, g.recipients), wanted(g.recipients)) && right
	right = c.differs("actors' codes", what, c.codes(e.Actors), codesOf(g.actors)) && right
	right = c.differs("recipients' codes", what, c.codes(e.Recipients), codesOf(g.recipients)) && right
	date := record.EventDate{}
	if e.Date != nil {
		date = *e.Date
	}
	right = c.differs("date", what, when(date.From, date.To), when(g.from, g.to)) && right
	right = c.differs("place", what, c.place(e.Place, g.place), g.place) && right
	right = c.differs("counts", what, counts(e.Counts), counts(g.counts)) && right
	right = c.differs("voice", what, c.voice(e.Attributions, g.voice), voiceOf(g.voice)) && right
	right = c.differs("speech act", what, c.act(e.Of), c.goldAct(g.of)) && right
	c.tally.field("all of these", right)
	c.differs("CAMEO", what, e.CAMEO, g.cameo)
	c.differs("mode", what, string(e.Mode), g.mode)
	c.differs("contexts", what, sorted(e.Contexts), sorted(g.contexts))
}

// entity is the entity of an id; the record's own checks hold that there is one.
func (c *comparison) entity(id record.ID) record.Entity {
	i := slices.IndexFunc(c.record.Entities, func(n record.Entity) bool { return n.ID == id })
	return c.record.Entities[i]
}

// is reports whether an entity is that of a phrase: a mention has its head where the phrase has one.
func (c *comparison) is(n record.Entity, p phrase) bool {
	return slices.ContainsFunc(n.Mentions, func(m record.Mention) bool { return slices.Contains(p.heads, c.headOf(m.Span)) })
}

// headOf is where the head of a span begins.
func (c *comparison) headOf(s record.Span) int { return s.Start + head(c.cut(s)) }

func (c *comparison) cut(s record.Span) string { return s.Cut(c.text) }

// parties are the entities of the record, those that the story has too by its words.
func (c *comparison) parties(ids []record.ID, gold []party) string {
	var names []string
	left := slices.Clone(gold)
	for _, id := range ids {
		n := c.entity(id)
		if i := slices.IndexFunc(left, func(p party) bool { return c.is(n, p.phrase) }); i >= 0 {
			names, left = append(names, left[i].words), slices.Delete(left, i, i+1)
			continue
		}
		names = append(names, n.Name)
	}
	return sorted(names)
}

func wanted(gold []party) string {
	var names []string
	for _, p := range gold {
		names = append(names, p.words)
	}
	return sorted(names)
}

func (c *comparison) codes(ids []record.ID) string {
	var all []string
	for _, id := range ids {
		all = append(all, primary(string(c.entity(id).Code)))
	}
	return sorted(all)
}

func codesOf(gold []party) string {
	var all []string
	for _, p := range gold {
		all = append(all, primary(p.code))
	}
	return sorted(all)
}

// primary is a code without what follows country and first sector, a dash for none.
func primary(code string) string { return cmp.Or(code[:min(len(code), 6)], "-") }

// sorted joins names in their order.
func sorted[S ~string](names []S) string {
	var all []string
	for _, n := range names {
		all = append(all, string(n))
	}
	slices.Sort(all)
	return strings.Join(all, ", ")
}

// when is an interval as files write it.
func when(from, to record.Day) string {
	switch {
	case from == "" && to == "":
		return ""
	case from == to:
		return "on " + string(from)
	}
	return string(from) + ".." + string(to)
}

// place is the name of a place, as the story has it if it is that.
func (c *comparison) place(id record.ID, gold string) string {
	i := slices.IndexFunc(c.record.Places, func(p record.Place) bool { return p.ID == id })
	if i < 0 {
		return ""
	}
	p := c.record.Places[i]
	if slices.ContainsFunc(p.Mentions, func(m record.PlaceMention) bool { return c.cut(m.Span) == gold }) {
		return gold
	}
	return p.Name
}

// counts are counts as files write them.
func counts(all []record.Count) string {
	var out []string
	for _, n := range all {
		number := ""
		switch {
		case n.From != nil && n.To == nil:
			number = strconv.Itoa(*n.From) + "+"
		case n.From != nil && *n.From != *n.To:
			number = fmt.Sprintf("%d-%d", *n.From, *n.To)
		case n.From != nil:
			number = strconv.Itoa(*n.From)
		case n.Value != nil:
			number = "~" + strconv.Itoa(*n.Value)
		case n.To != nil:
			number = "-" + strconv.Itoa(*n.To)
		}
		out = append(out, string(n.Kind)+" "+number)
	}
	return sorted(out)
}

// voice is who tells an event according to the record: the source of the innermost attribution, by the story's words if it is theirs.
func (c *comparison) voice(ids []record.ID, gold *phrase) string {
	if len(ids) == 0 {
		return ""
	}
	i := slices.IndexFunc(c.record.Attributions, func(a record.Attribution) bool { return a.ID == ids[len(ids)-1] })
	return "by " + c.source(c.record.Attributions[i].Source, gold)
}

// source is a source of the record, by the story's words if it is theirs.
func (c *comparison) source(s *record.Source, gold *phrase) string {
	if s == nil {
		return "?"
	}
	if gold != nil && (slices.Contains(gold.heads, c.headOf(s.Span)) || s.Entity != "" && c.is(c.entity(s.Entity), *gold)) {
		return gold.words
	}
	return s.Text
}

func voiceOf(gold *phrase) string {
	if gold == nil {
		return ""
	}
	return "by " + cmp.Or(gold.words, "?")
}

// act is the speech act of a deed, by the story's trigger where it has the act.
func (c *comparison) act(id record.ID) string {
	if id == "" {
		return ""
	}
	if i, ok := c.goldOf[id]; ok {
		return c.story.events[i].trigger
	}
	i := slices.IndexFunc(c.record.Events, func(e record.Event) bool { return e.ID == id })
	return c.cut(c.record.Events[i].Evidence[0])
}

func (c *comparison) goldAct(of int) string {
	if of == 0 {
		return ""
	}
	return c.story.events[of-1].trigger
}

// compareSame compares which words tell of one happening.
func (c *comparison) compareSame() {
	for i, g := range c.story.events {
		for n, at := range g.mentions[1:] {
			joined := slices.ContainsFunc(c.record.Events, func(e record.Event) bool {
				return meets([]record.Span{at}, e.Evidence[:1]) && e.SameAs != "" && c.goldOf[e.SameAs] == i && c.knows(e.SameAs)
			})
			c.tally.same.gold++
			if !joined {
				c.say("missing = %s of %s", g.more[n], g.trigger)
			} else {
				c.tally.same.correct++
			}
		}
	}
	for _, e := range c.record.Events {
		if e.SameAs == "" {
			continue
		}
		c.tally.same.found++
		a, known := c.goldOf[e.ID]
		if b := c.goldOf[e.SameAs]; !known || !c.knows(e.SameAs) || a != b {
			c.say("extra = %s of %s", c.cut(e.Evidence[0]), c.act(e.SameAs))
		}
	}
}

// knows reports whether an event of the record is one of the story.
func (c *comparison) knows(id record.ID) bool { _, ok := c.goldOf[id]; return ok }
