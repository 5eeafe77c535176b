package coder

import "example.org/demarche/internal/lexicon"

// Trace says what came of a frame in an article, sentence by sentence.
func (c *Coder) Trace(in Input, f *lexicon.Frame) [][]lexicon.Trace {
	r := newRun(c, in)
	all := make([][]lexicon.Trace, len(in.Trees))
	for i, t := range in.Trees {
		all[i] = r.lexicon.Trace(t, r.referents(t), f)
	}
	return all
}

// Openings returns, sentence by sentence, the words of an article that could be headwords of frames.
func (c *Coder) Openings(in Input) [][]lexicon.Opening {
	r := newRun(c, in)
	all := make([][]lexicon.Opening, len(in.Trees))
	for i, t := range in.Trees {
		all[i] = r.lexicon.Openings(t, r.referents(t))
	}
	return all
}
