package pipeline

import (
	"context"

	"example.org/demarche/internal/segment"
	"example.org/demarche/internal/syntax"
	"example.org/demarche/internal/text"
)

// AnalyseTokens is Analyse for a text whose sentences and words are given. A sentence longer than the encoder takes is
// analysed in stretches and stays one sentence: the roots of the later stretches hang on the first's by parataxis.
func (p *Pipeline) AnalyseTokens(ctx context.Context, g *text.Segmentation, w Stopwatch) (Analysis, error) {
	an := Analysis{Language: "en", Segments: g, Trees: make([]*syntax.Tree, len(g.Sentences)), Labels: make([][]string, len(g.Sentences))}
	sc := p.scratch.Get().(*scratch)
	defer p.scratch.Put(sc)
	for i := range an.Trees {
		if err := ctx.Err(); err != nil {
			return Analysis{}, err
		}
		an.Trees[i], an.Labels[i] = p.given(sc, g, i, w)
	}
	return an, nil
}

// given analyses one sentence, however long.
func (p *Pipeline) given(sc *scratch, g *text.Segmentation, sentence int, w Stopwatch) (*syntax.Tree, []string) {
	words := g.Words(sentence)
	end := p.reach(g, words)
	first := syntax.New(sentence, g.Text, words[:end])
	labels := p.sentence(sc, first, w)
	if end == len(words) {
		return first, labels
	}
	whole := syntax.New(sentence, g.Text, words)
	graft(whole, first, 0)
	for at := end; at < len(words); at = end {
		end = at + p.reach(g, words[at:])
		t := syntax.New(sentence, g.Text, words[at:end])
		labels = append(labels, p.sentence(sc, t, w)...)
		graft(whole, t, at)
		root := at + t.Root()
		whole.Heads[root], whole.Rels[root] = int32(first.Root()), "parataxis"
	}
	whole.Link()
	return whole, labels
}

// reach is how many of the words, one at least, the encoder takes at a time.
func (p *Pipeline) reach(g *text.Segmentation, words []text.Token) int {
	sum := 0
	for i, w := range words {
		if sum += max(1, p.encoder.Pieces(g.Form(w.Span))); sum > segment.MaxPieces && i > 0 {
			return i
		}
	}
	return len(words)
}

// graft sets the analysis of the words of a tree from word at on to that of a part.
func graft(t, part *syntax.Tree, at int) {
	copy(t.UPOS[at:], part.UPOS)
	copy(t.XPOS[at:], part.XPOS)
	copy(t.Feats[at:], part.Feats)
	copy(t.Lemmas[at:], part.Lemmas)
	copy(t.Rels[at:], part.Rels)
	for i, h := range part.Heads {
		if h != syntax.NoHead {
			h += int32(at)
		}
		t.Heads[at+i] = h
	}
}
