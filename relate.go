package demarche

import (
	"context"

	"example.org/demarche/internal/pipeline"
)

// A Relation is what one string of a sentence does to another.
type Relation = pipeline.Relation

// A Judge says who decides what relates two strings: frames and the choice head, or one of them.
type Judge = pipeline.Judge

// JudgeByName returns the judge of a name: frames, head or both.
func JudgeByName(name string) (Judge, error) { return pipeline.JudgeByName(name) }

// Relate says what source does to target in a sentence, as one of PLOVER's 16 types folded as its codebook folds. A target
// "a recipient" means none. Without a frame that fits the type is ""; with always it is a best guess.
func (c *Coder) Relate(ctx context.Context, sentence, source, target string, always bool) (Relation, error) {
	if _, err := (Article{Text: sentence}).check(); err != nil {
		return Relation{}, err
	}
	return c.pipeline.Relate(ctx, sentence, source, target, c.judge, always)
}
