package demarche

import (
	"context"
	"fmt"
	"slices"

	"example.org/demarche/internal/syntax"
)

// A Predicate tells by which words the arguments of a word of a sentence are filled: by the one that heads what fills it, by PropBank's names of
// arguments, "ARG0", "ARG1", "ARG2", "ARGM-LOC" and "ARGM-TMP". Those that are rather filled by none are not there.
type Predicate struct {
	Word      int
	Arguments map[string]int
}

// Predicates analyses a sentence whose words are given and tells what fills the arguments of some of them, in the order in which these are
// named. A word that lies beyond what the encoder takes has none. It fails if there is no such word, or the models have no head of roles.
func (c *Coder) Predicates(ctx context.Context, sentence []string, words []int) ([]Predicate, error) {
	for _, w := range words {
		if w < 0 || w >= len(sentence) {
			return nil, fmt.Errorf("there is no word %d in a sentence of %d", w, len(sentence))
		}
	}
	if slices.Contains(sentence, "") {
		return nil, fmt.Errorf("word %d is empty", slices.Index(sentence, ""))
	}
	t, err := c.pipeline.Roles(ctx, sentence, words, c.stopwatch)
	if err != nil {
		return nil, err
	}
	out := make([]Predicate, len(words))
	for i, w := range words {
		out[i] = Predicate{w, map[string]int{}}
		for a := range syntax.Arg(syntax.NumArgs) {
			if filler, margin, ok := t.Role(w, a); ok && margin > 0 {
				out[i].Arguments[a.String()] = filler
			}
		}
	}
	return out, nil
}
