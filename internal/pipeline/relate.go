package pipeline

import (
	"context"

	"example.org/demarche/internal/actors"
	"example.org/demarche/internal/attribution"
	"example.org/demarche/internal/coder"
	"example.org/demarche/internal/names"
	"example.org/demarche/internal/places"
)

// A Relation is what one string of a sentence does to another.
type Relation = coder.Relation

// A Judge says who decides what relates two strings.
type Judge = coder.Judge

// JudgeByName returns the judge of a name; see coder.JudgeByName.
func JudgeByName(name string) (Judge, error) { return coder.JudgeByName(name) }

// Relate says what source does to target in a sentence; see coder.Relate.
func (p *Pipeline) Relate(ctx context.Context, sentence, source, target string, by Judge, always bool) (Relation, error) {
	l, err := p.pairs(ctx, sentence)
	if err != nil {
		return Relation{}, err
	}
	return p.coder.Relate(l.input(""), source, target, by, always), nil
}

// Evidence tells what frames say of pairs of words of a text, whose analysis it returns too: what the choice head is trained beside.
func (p *Pipeline) Evidence(ctx context.Context, s string, pairs func(Analysis) []coder.Pair) (Analysis, [][]coder.Evidence, error) {
	l, err := p.pairs(ctx, s)
	if err != nil {
		return Analysis{}, nil, err
	}
	return l.Analysis, p.coder.Evidence(l.input(""), pairs(l.Analysis)), nil
}

// pairs makes the layers that relations need.
func (p *Pipeline) pairs(ctx context.Context, s string) (*Layers, error) {
	k, err := p.rules()
	if err != nil {
		return nil, err
	}
	an, err := p.analyse(ctx, s, nil, nil, p.roles)
	if err != nil {
		return nil, err
	}
	l := &Layers{Analysis: an}
	l.Mentions = names.Find(l.Trees, l.Labels, l.Kinds, k.names)
	l.Attributions = attribution.Find(l.Segments, l.Trees, l.Mentions, k.cues)
	l.Participants = actors.Resolve(l.Segments, l.Trees, l.Mentions, l.Attributions, k.actors, "") // frames ask whom words speak of
	l.Places = places.Find(l.Segments, l.Trees, l.Mentions, l.Participants, p.gazetteer, k.places)
	return l, nil
}
