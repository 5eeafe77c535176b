package demarche_test

import (
	"fmt"
	"slices"

	"example.org/demarche/record"
)

// compareAttributions pairs attributions whose cues meet, or whose contents begin at one place where the story has no cue.
func (c *comparison) compareAttributions() {
	taken := map[record.ID]bool{}
	for _, g := range c.story.attributions {
		i := slices.IndexFunc(c.record.Attributions, func(a record.Attribution) bool {
			if taken[a.ID] || (g.cue == nil) != (a.Cue == nil) {
				return false
			}
			if g.cue == nil {
				return slices.Contains(g.starts, contentOf(a).Start)
			}
			return meets(g.cue.spans, []record.Span{a.Cue.Span}) && (len(g.cue.spans) == 1 || c.sameSource(a, g) && startsAt(a, g))
		})
		c.tally.attributions.count(true, i >= 0, i >= 0)
		if i < 0 {
			c.say("missing a %s", g)
			continue
		}
		taken[c.record.Attributions[i].ID] = true
		c.compareAttribution(c.record.Attributions[i], g)
	}
	for _, a := range c.record.Attributions {
		if !taken[a.ID] {
			c.tally.attributions.found++
			c.say("extra a %s", c.named(a))
		}
	}
}

func (c *comparison) compareAttribution(a record.Attribution, g storyAttribution) {
	what := "a " + g.String()
	right := c.differs("source", what, c.sourceOf(a, g), sourceWords(g))
	content := g.content
	if !startsAt(a, g) || !endsAt(a, g) {
		content = c.cut(contentOf(a))
	}
	right = c.differs("content", what, content, g.content) && right
	right = c.differs("stance", what, string(a.Stance), g.stance) && right
	c.tally.field("all of these three", right)
}

// String names an attribution of a story by its cue, or by its content where it has none.
func (g storyAttribution) String() string {
	if g.cue == nil {
		return g.content
	}
	return g.cue.words
}

// named names an attribution of a record.
func (c *comparison) named(a record.Attribution) string {
	if a.Cue == nil {
		return c.cut(contentOf(a))
	}
	return a.Cue.Text
}

func (c *comparison) sourceOf(a record.Attribution, g storyAttribution) string {
	if a.Source == nil {
		return ""
	}
	return c.source(a.Source, g.source)
}

func sourceWords(g storyAttribution) string {
	if g.source == nil {
		return ""
	}
	return g.source.words
}

func (c *comparison) sameSource(a record.Attribution, g storyAttribution) bool {
	return c.sourceOf(a, g) == sourceWords(g)
}

// contentOf is the stretch from the first piece of a content to the last; empty for none.
func contentOf(a record.Attribution) record.Span {
	var s record.Span
	for i, p := range a.Content {
		if i == 0 {
			s = p
		}
		s = record.Span{Start: min(s.Start, p.Start), End: max(s.End, p.End)}
	}
	return s
}

// startsAt and endsAt report whether a content begins and ends where the story has it.
func startsAt(a record.Attribution, g storyAttribution) bool {
	if g.content == "-" || len(a.Content) == 0 {
		return g.content == "-" && len(a.Content) == 0
	}
	return g.starts == nil || slices.Contains(g.starts, contentOf(a).Start)
}

func endsAt(a record.Attribution, g storyAttribution) bool {
	return g.ends == nil || slices.Contains(g.ends, contentOf(a).End)
}

// compareStates pairs states of one kind with the same subject and the same object or place.
func (c *comparison) compareStates() {
	taken := map[record.ID]bool{}
	for _, g := range c.story.states {
		i := slices.IndexFunc(c.record.States, func(s record.State) bool {
			return !taken[s.ID] && string(s.Kind) == g.kind && c.holds(s.Subject, "", g.subject) && c.holds(s.Object, s.Place, g.object)
		})
		c.tally.states.count(true, i >= 0, i >= 0)
		what := fmt.Sprintf("s %s %s %s", g.kind, g.subject, g.object)
		if i < 0 {
			c.say("missing %s", what)
			continue
		}
		s := c.record.States[i]
		taken[s.ID] = true
		c.differs("status of states", what, string(s.Status), g.status)
		c.differs("beginning of states", what, string(s.Since), string(g.since))
	}
	for _, s := range c.record.States {
		if !taken[s.ID] {
			c.tally.states.found++
			c.say("extra s %s %s", s.Kind, c.cut(s.Evidence[0]))
		}
	}
}

// String is a phrase's words, a dash for none.
func (p *phrase) String() string {
	if p == nil {
		return "-"
	}
	return p.words
}

// holds reports whether an entity or a place is that of a phrase; nothing is that of none.
func (c *comparison) holds(entity, place record.ID, p *phrase) bool {
	if p == nil {
		return entity == "" && place == ""
	}
	return entity != "" && c.is(c.entity(entity), *p) || place != "" && c.place(place, p.words) == p.words
}
