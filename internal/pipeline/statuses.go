package pipeline

import (
	"context"

	"example.org/demarche/internal/attribution"
	"example.org/demarche/internal/event"
	"example.org/demarche/internal/names"
	"example.org/demarche/internal/text"
)

// Statuses says of each word of a text whose sentences and words are given how far a deed that it told would be asserted; see
// coder.Statuses. Attributions are found by rule alone, as for relations.
func (p *Pipeline) Statuses(ctx context.Context, g *text.Segmentation) ([][]event.Status, error) {
	k, err := p.rules()
	if err != nil {
		return nil, err
	}
	an, err := p.AnalyseTokens(ctx, g, nil)
	if err != nil {
		return nil, err
	}
	l := &Layers{Analysis: an}
	l.Mentions = names.Find(l.Trees, l.Labels, l.Kinds, k.names)
	l.Attributions = attribution.Find(l.Segments, l.Trees, l.Mentions, k.cues)
	return p.coder.Statuses(l.input("")), nil
}
