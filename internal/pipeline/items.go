package pipeline

import (
	"example.org/demarche/internal/coder"
	"example.org/demarche/internal/event"
	"example.org/demarche/record"
)

func (w *writer) entity(p *event.Participant) record.Entity {
	e := record.Entity{
		ID: w.entities[p], Name: p.Name, Kind: record.EntityKind(p.Kind), Country: record.Country(p.Country), Sector: record.Sector(p.Sector),
		Code: record.String(p.Code), Role: record.String(p.Role), Wikidata: record.String(p.Wikidata), Named: p.Named,
	}
	for _, s := range p.Sectors {
		e.Sectors = append(e.Sectors, record.Sector(s))
	}
	for _, m := range w.mentions[p] {
		e.Mentions = append(e.Mentions, record.Mention{Span: w.span(m.Range), Type: record.MentionType(m.Form)})
	}
	sortBy(e.Mentions, func(m record.Mention) int { return m.Start })
	return e
}

func (w *writer) place(p *event.Place) record.Place {
	out := record.Place{
		ID: w.places[p], Name: p.Name, Country: record.Country(p.Country), Admin1: record.String(p.Admin1), Admin2: record.String(p.Admin2),
		GeoNames: record.GeoNamesID(p.GeoNames), Feature: record.String(p.Feature), Confidence: record.Confidence(p.Confidence),
	}
	if p.Located {
		lat, lon := record.Degrees(p.Lat), record.Degrees(p.Lon)
		out.Lat, out.Lon, out.Precision, out.RadiusKm = &lat, &lon, record.Precision(p.Precision), record.Kilometres(p.RadiusKM)
	}
	if p.Relative != nil {
		out.Relative = &record.Relative{Km: record.Kilometres(p.Relative.KM), Bearing: record.Bearing(p.Relative.Bearing)}
		for _, to := range p.Relative.To {
			out.Relative.To = append(out.Relative.To, w.places[to])
		}
	}
	for _, m := range p.Mentions {
		out.Mentions = append(out.Mentions, record.PlaceMention{Span: w.span(m.Range), Type: record.PlaceMentionType(m.Use)})
	}
	sortBy(out.Mentions, func(m record.PlaceMention) int { return m.Start })
	return out
}

func (w *writer) date(t *event.TimeExpr) record.TimeExpr {
	return record.TimeExpr{
		ID: w.dates[t], Span: w.span(t.Range), Text: w.words(t.Range), Type: record.TimeType(t.Type), Value: record.String(t.Value),
		Mod: record.TimeMod(t.Mod), Quant: record.String(t.Quant), Freq: record.String(t.Freq), From: record.Day(t.From), To: record.Day(t.To),
		Rule: t.Evidence.Rule,
	}
}

func (w *writer) attribution(s coder.Statement) record.Attribution {
	a := s.Attribution
	out := record.Attribution{
		ID: w.attributions[a], Type: record.AttributionType(a.Type), Content: w.joined(a.Content), Quote: record.QuoteType(a.Quote),
		Stance: record.Stance(a.Stance), Negated: a.Negated, Date: w.dates[s.Date], Place: w.places[s.Place], Medium: record.String(a.Medium),
		Occasion: record.String(a.Occasion), Within: w.attributions[a.Within], Rule: a.Evidence.Rule, Confidence: record.Confidence(a.Confidence),
	}
	if !a.Source.Empty() {
		out.Source = &record.Source{Span: w.span(a.Source.Range), Text: w.words(a.Source.Range), Entity: w.entities[s.Speaker], Kind: record.SourceKind(s.SourceKind)}
	}
	if !a.Cue.Empty() {
		out.Cue = &record.Cue{Span: w.span(a.Cue.Range), Text: w.words(a.Cue.Range), Lemma: a.CueLemma}
	}
	if !a.Addressee.Empty() {
		out.Addressee = &record.Addressee{Span: w.span(a.Addressee.Range), Text: w.words(a.Addressee.Range), Entity: w.entities[s.Addressee]}
	}
	return out
}

func (w *writer) event(e *event.Event) record.Event {
	out := record.Event{
		ID: w.events[e], Type: record.EventType(e.Type), Mode: record.Mode(e.Mode), CAMEO: e.CAMEO, QuadClass: e.QuadClass,
		Reciprocal: e.Reciprocal, Duration: record.String(e.Duration), Place: w.places[e.Place], Status: record.Status(e.Status),
		Because: e.Because, Of: w.events[e.Of], Attributions: w.chain(e.Attributions), SameAs: w.events[e.SameAs],
		Evidence: w.spans(e.Evidence.Words), Rule: e.Evidence.Rule, Confidence: record.Confidence(e.Confidence),
	}
	for _, x := range e.Issues {
		out.Issues = append(out.Issues, record.Issue(x))
	}
	if e.Goldstein != nil {
		g := record.Goldstein(*e.Goldstein)
		out.Goldstein = &g
	}
	for _, c := range e.Contexts {
		out.Contexts = append(out.Contexts, record.Context(c))
	}
	out.Actors, out.ActorMentions = w.sides(e.Actors)
	out.Recipients, out.RecipientMentions = w.sides(e.Recipients)
	if n := len(e.Attributions); n > 0 {
		out.Stance = record.Stance(e.Attributions[n-1].Stance)
	}
	if e.When != nil {
		out.Date = &record.EventDate{From: record.Day(e.When.From), To: record.Day(e.When.To), Expression: w.dates[e.When.Expression], Basis: record.Basis(e.When.Basis)}
	}
	out.Counts = each(e.Counts, w.count)
	return out
}

// sides are the entities on one side of an event and the words of its clause that name them.
func (w *writer) sides(in []event.Side) (ids []record.ID, spans []record.Span) {
	for _, s := range in {
		ids = append(ids, w.entities[s.Participant])
		if !s.Range.Empty() {
			spans = append(spans, w.span(s.Range))
		}
	}
	return ids, spans
}

func (w *writer) chain(in []*event.Attribution) (ids []record.ID) {
	for _, a := range in {
		ids = append(ids, w.attributions[a])
	}
	return ids
}

func (w *writer) count(c event.Count) record.Count {
	known := func(v int) *int {
		if v < 0 {
			return nil
		}
		return &v
	}
	return record.Count{Kind: record.CountKind(c.Kind), Value: known(c.Value), From: known(c.From), To: known(c.To), Span: w.span(c.Range)}
}

func (w *writer) state(s *event.State) record.State {
	return record.State{
		Kind: record.StateKind(s.Kind), Subject: w.entities[s.Subject], Object: w.entities[s.Object], Place: w.places[s.Place],
		Since: record.Day(s.Since), Until: record.Day(s.Until), AsOf: record.Day(s.AsOf), Status: record.StateStatus(s.Status),
		Attributions: w.chain(s.Attributions), Evidence: w.spans(s.Evidence.Words), Rule: s.Evidence.Rule,
	}
}

func (w *writer) note(n event.Note) record.Note {
	return record.Note{Span: w.span(n.Range), Rule: record.String(n.Rule), Text: n.Text}
}
