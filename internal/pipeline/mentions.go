package pipeline

import (
	"context"

	"example.org/demarche/internal/names"
	"example.org/demarche/internal/text"
	"example.org/demarche/record"
)

// A Mention is a phrase of an article that speaks of somebody or something, in the way of GUM's entity layer: with relative
// clauses, and phrases within it are mentions too.
type Mention struct {
	record.Span
	Kind  string // person, place, organization, object, event, time, substance, animal, plant or abstract
	Named bool   // its head is a proper noun
}

// Mentions returns the mentions of a text, sentence by sentence in order of their heads, before anything is asked about who they are.
func (p *Pipeline) Mentions(ctx context.Context, s string, w Stopwatch) ([]Mention, error) {
	an, err := p.Analyse(ctx, s, w)
	if err != nil {
		return nil, err
	}
	if err := p.ensureKinds(&an); err != nil {
		return nil, err
	}
	points := text.NewCodePoints(s)
	var out []Mention
	for i, t := range an.Trees {
		for _, m := range names.Phrases(t, an.Kinds[i]) {
			b := an.Segments.Span(m.Range)
			out = append(out, Mention{record.Span{Start: points.Of(b.Start), End: points.Of(b.End)}, m.Kind, m.Named})
		}
	}
	return out, nil
}

// ensureKinds gives an analysis kinds by rule if the models have no head of kinds.
func (p *Pipeline) ensureKinds(an *Analysis) error {
	if an.Kinds != nil {
		return nil
	}
	r, err := p.rules()
	if err != nil {
		return err
	}
	for i, found := range names.Find(an.Trees, an.Labels, nil, r.names) {
		an.Kinds = append(an.Kinds, names.KindsOf(an.Trees[i], found))
	}
	return nil
}
