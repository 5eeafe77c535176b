package pipeline

import (
	"context"

	"example.org/demarche/internal/event"
	"example.org/demarche/internal/names"
	"example.org/demarche/internal/text"
	"example.org/demarche/record"
)

// A Mention is a noun phrase of an article.
type Mention struct {
	record.Span
	Kind  string // what it speaks of: person, organization, place …
	Named bool   // it has a proper name
}

// Mentions returns the noun phrases of a text, sentence by sentence, before anything is asked about who they are.
func (p *Pipeline) Mentions(ctx context.Context, s string, w Stopwatch) ([]Mention, error) {
	an, err := p.Analyse(ctx, s, w)
	if err != nil {
		return nil, err
	}
	points := text.NewCodePoints(s)
	var out []Mention
	for _, sentence := range names.Find(an.Trees, an.Labels, p.names) {
		for _, m := range sentence {
			b := an.Segments.Span(m.Range)
			out = append(out, Mention{
				Span: record.Span{Start: points.Of(b.Start), End: points.Of(b.End)}, Kind: string(m.Kind), Named: m.Form == event.ByName,
			})
		}
	}
	return out, nil
}
