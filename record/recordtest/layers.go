package recordtest

import (
	"fmt"
	"slices"
	"strings"

	"example.org/demarche/record"
)

func (c *checker) entity(e record.Entity) {
	last := 0
	for _, m := range e.Mentions {
		c.span(string(e.ID), m.Span)
		c.want(m.Start >= last, "%s: its mentions are not in order of text", e.ID)
		last = m.Start
	}
	c.want(len(e.Mentions) > 0, "%s has no mention", e.ID)
	first := record.Sector("")
	if len(e.Sectors) > 0 {
		first = e.Sectors[0]
	}
	c.want(e.Sector == first, "%s: sector %q is not the first of %q", e.ID, e.Sector, e.Sectors)
}

func (c *checker) place(p record.Place) {
	last := 0
	for _, m := range p.Mentions {
		c.span(string(p.ID), m.Span)
		c.want(m.Start >= last, "%s: its mentions are not in order of text", p.ID)
		last = m.Start
	}
	c.want(len(p.Mentions) > 0, "%s has no mention", p.ID)
	c.want((p.Lat == nil) == (p.Lon == nil), "%s has one coordinate", p.ID)
	if p.Lat != nil {
		c.want(-90 <= *p.Lat && *p.Lat <= 90, "%s: latitude %v", p.ID, *p.Lat)
		c.want(p.Precision != "", "%s has coordinates without a precision", p.ID)
	}
	if r := p.Relative; r != nil {
		c.refs(string(p.ID)+" relative", "p", r.To...)
		c.want(!slices.Contains(r.To, p.ID), "%s is told by its distance from itself", p.ID)
		c.computed(p)
	}
}

// computed checks that coordinates reckoned from a distance do not claim more than they can: an area, with a radius of
// at least a quarter of the distance. A place that a gazetteer knows has its own.
func (c *checker) computed(p record.Place) {
	if p.Lat == nil || p.GeoNames != 0 {
		return
	}
	c.want(p.Precision == record.PrecisionArea, "%s is computed and has precision %s", p.ID, p.Precision)
	c.want(p.RadiusKm >= p.Relative.Km/4, "%s is computed from %v km with a radius of %v", p.ID, p.Relative.Km, p.RadiusKm)
}

func (c *checker) date(d record.TimeExpr) {
	c.cuts(string(d.ID), d.Span, d.Text)
	c.days(string(d.ID), d.From, d.To)
}

func (c *checker) attribution(a record.Attribution) {
	id := string(a.ID)
	if a.Source != nil {
		c.cuts(id+" source", a.Source.Span, a.Source.Text)
		c.refs(id+" source", "n", a.Source.Entity)
	}
	if a.Cue != nil {
		c.cuts(id+" cue", a.Cue.Span, a.Cue.Text)
	}
	if a.Addressee != nil {
		c.cuts(id+" addressee", a.Addressee.Span, a.Addressee.Text)
		c.refs(id+" addressee", "n", a.Addressee.Entity)
	}
	c.want(a.Source != nil || a.Cue != nil || len(a.Content) > 0, "%s has no words", id)
	c.spansInOrder(id+" content", a.Content)
	c.refs(id+" date", "d", a.Date)
	c.refs(id+" place", "p", a.Place)
	c.located(id, a.Place)
	c.refs(id+" within", "a", a.Within)
	c.want(!c.circular(a), "%s lies within itself", id)
}

// circular reports whether the chain of within leads back to an attribution.
func (c *checker) circular(a record.Attribution) bool {
	up := map[record.ID]record.ID{}
	for _, x := range c.record.Attributions {
		up[x.ID] = x.Within
	}
	at := a.Within
	for range c.record.Attributions {
		if at == "" || at == a.ID {
			break
		}
		at = up[at]
	}
	return at == a.ID
}

// located checks that a place is named as a location somewhere: only that is ever the place of an event or a statement.
func (c *checker) located(where string, id record.ID) {
	i := slices.IndexFunc(c.record.Places, func(p record.Place) bool { return p.ID == id })
	if id == "" || i < 0 {
		return
	}
	ok := slices.ContainsFunc(c.record.Places[i].Mentions, func(m record.PlaceMention) bool { return m.Type == record.PlaceLocation })
	c.want(ok, "%s: its place %s is nowhere named as a location", where, id)
}

func (c *checker) event(e record.Event) {
	id := string(e.ID)
	c.want(e.Type != "" || strings.HasPrefix(e.CAMEO, "01"), "%s has no type, though its CAMEO code is %s", id, e.CAMEO)
	c.refs(id+" actors", "n", e.Actors...)
	c.refs(id+" recipients", "n", e.Recipients...)
	c.want(len(e.ActorMentions) <= len(e.Actors), "%s has more actor_mentions than actors", id)
	c.want(len(e.RecipientMentions) <= len(e.Recipients), "%s has more recipient_mentions than recipients", id)
	for _, s := range slices.Concat(e.ActorMentions, e.RecipientMentions, e.Evidence) {
		c.span(id, s)
	}
	if d := e.Date; d != nil {
		c.days(id+" date", d.From, d.To)
		c.refs(id+" date", "d", d.Expression)
		c.want(d.From != "" || d.To != "", "%s has a date that says nothing", id)
	}
	c.refs(id+" place", "p", e.Place)
	c.located(id, e.Place)
	each(e.Counts, func(n record.Count) { c.count(id, n) })
	c.refs(id+" attributions", "a", e.Attributions...)
	c.stance(id, e.Stance, e.Attributions)
	c.speechAct(e)
	c.refs(id+" same_as", "e", e.SameAs)
	first := c.find(e.SameAs)
	c.want(first == nil || first.SameAs == "" && first.Position() <= e.Position() && first.ID != e.ID,
		"%s: same_as %s is not the first report", id, e.SameAs)
}

// find is the event with an id, nil if there is none.
func (c *checker) find(id record.ID) *record.Event {
	for i := range c.record.Events {
		if c.record.Events[i].ID == id {
			return &c.record.Events[i]
		}
	}
	return nil
}

// speechAct checks that the deed of a speech act points to a type that is one.
func (c *checker) speechAct(e record.Event) {
	c.refs(string(e.ID)+" of", "e", e.Of)
	act := c.find(e.Of)
	if act == nil {
		return
	}
	types := []record.EventType{record.Agree, record.Request, record.Reject, record.Threaten, record.Accuse}
	c.want(act.ID != e.ID && slices.Contains(types, act.Type), "%s is the deed of %s, which is a %s", e.ID, act.ID, act.Type)
}

func (c *checker) count(id string, n record.Count) {
	where := fmt.Sprintf("%s %s", id, n.Kind)
	c.span(where, n.Span)
	c.want(n.Value != nil || n.From != nil || n.To != nil, "%s: a count without a number", where)
	for _, pair := range [][2]*int{{n.From, n.To}, {n.From, n.Value}, {n.Value, n.To}} {
		c.want(pair[0] == nil || pair[1] == nil || *pair[0] <= *pair[1], "%s: a count whose bounds are crossed", where)
	}
}

func (c *checker) state(s record.State) {
	id := string(s.ID)
	c.refs(id+" subject", "n", s.Subject)
	c.refs(id+" object", "n", s.Object)
	c.refs(id+" place", "p", s.Place)
	c.days(id, s.Since, s.Until)
	c.days(id+" as_of", s.AsOf, s.AsOf)
	c.refs(id+" attributions", "a", s.Attributions...)
	for _, e := range s.Evidence {
		c.span(id, e)
	}
}
