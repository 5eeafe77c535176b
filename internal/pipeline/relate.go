package pipeline

import (
	"context"

	"example.org/demarche/internal/attribution"
	"example.org/demarche/internal/coder"
	"example.org/demarche/internal/names"
)

// A Relation is what one string of a sentence does to another.
type Relation = coder.Relation

// Relate says what source does to target in a sentence; see coder.Relate.
func (p *Pipeline) Relate(ctx context.Context, sentence, source, target string, always bool) (Relation, error) {
	k, err := p.rules()
	if err != nil {
		return Relation{}, err
	}
	an, err := p.analyse(ctx, sentence, nil, nil, p.roles)
	if err != nil {
		return Relation{}, err
	}
	l := &Layers{Analysis: an}
	l.Mentions = names.Find(l.Trees, l.Labels, l.Kinds, k.names)
	l.Attributions = attribution.Find(l.Segments, l.Trees, l.Mentions, k.cues)
	return p.coder.Relate(l.input(""), source, target, always), nil
}
