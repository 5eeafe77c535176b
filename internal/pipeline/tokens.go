package pipeline

import (
	"context"
	"slices"

	"example.org/demarche/internal/encoder"
	"example.org/demarche/internal/segment"
	"example.org/demarche/internal/syntax"
	"example.org/demarche/internal/text"
)

// AnalyseTokens is Analyse for a text whose sentences and words are given. A sentence longer than the encoder takes is
// analysed in stretches and stays one sentence: the roots of the later stretches hang on the first's by parataxis.
func (p *Pipeline) AnalyseTokens(ctx context.Context, g *text.Segmentation, w Stopwatch) (Analysis, error) {
	return p.analyseTokens(ctx, Analysis{Segments: g}, w)
}

// Roles analyses a sentence whose words are given, and returns its tree with the roles of the words that are its predicates. The error is the context's, or
// an *encoder.MissingError if the models have no head of roles.
func (p *Pipeline) Roles(ctx context.Context, words []string, predicates []int, w Stopwatch) (*syntax.Tree, error) {
	if p.roles == nil {
		return nil, &encoder.MissingError{Head: "roles"}
	}
	g := text.OneSentence(words)
	wanted := map[int]bool{} // by the byte at which they begin: a long sentence is analysed in stretches
	for _, i := range predicates {
		wanted[g.Tokens[i].Span.Start] = true
	}
	asked := func(t *syntax.Tree, word int) bool { return wanted[t.Tokens[word].Span.Start] }
	an, err := p.analyseTokens(ctx, Analysis{Segments: g, predicates: asked}, w)
	if err != nil || len(an.Trees) == 0 {
		return syntax.New(0, g.Text, nil), err
	}
	return an.Trees[0], nil
}

// analyseTokens analyses the sentences and words of an analysis that has nothing else.
func (p *Pipeline) analyseTokens(ctx context.Context, parts Analysis, w Stopwatch) (Analysis, error) {
	sc := p.scratch.Get().(*scratch)
	g := parts.Segments
	for i := range g.Sentences {
		for words := g.Words(i); len(words) > 0; {
			end := p.reach(sc, g, words)
			parts.Trees = append(parts.Trees, syntax.New(i, g.Text, words[:end]))
			words = words[end:]
		}
	}
	err := p.parse(ctx, sc, &parts, w)
	p.scratch.Put(sc)
	if err != nil {
		return Analysis{}, err
	}
	return whole(parts), nil
}

// whole puts the stretches of each sentence together.
func whole(parts Analysis) Analysis {
	an := Analysis{Language: "en", Segments: parts.Segments}
	for first := 0; first < len(parts.Trees); {
		end := first + 1
		for end < len(parts.Trees) && parts.Trees[end].Sentence == parts.Trees[first].Sentence {
			end++
		}
		an.Trees = append(an.Trees, joined(parts.Segments, parts.Trees[first:end]))
		an.Labels = append(an.Labels, slices.Concat(parts.Labels[first:end]...))
		if parts.Kinds != nil {
			an.Kinds = append(an.Kinds, slices.Concat(parts.Kinds[first:end]...))
		}
		first = end
	}
	return an
}

// joined is the tree of a sentence whose stretches have trees.
func joined(g *text.Segmentation, stretches []*syntax.Tree) *syntax.Tree {
	first := stretches[0]
	if len(stretches) == 1 {
		return first
	}
	t, at := syntax.New(first.Sentence, g.Text, g.Words(first.Sentence)), 0
	for _, part := range stretches {
		graft(t, part, at)
		if at > 0 {
			t.Heads[at+part.Root()], t.Rels[at+part.Root()] = int32(first.Root()), "parataxis"
		}
		at += part.Len()
	}
	t.Link()
	return t
}

// reach is how many of the words, one at least, the encoder takes at a time.
func (p *Pipeline) reach(sc *scratch, g *text.Segmentation, words []text.Token) int {
	sum := 0
	for i, w := range words {
		if sum += p.encoder.Pieces(sc.encoder, g.Form(w.Span)); sum > segment.MaxPieces && i > 0 {
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
	for _, r := range part.Roles {
		t.Roles = append(t.Roles, r.Moved(at))
	}
	for i, h := range part.Heads {
		if h != syntax.NoHead {
			h += int32(at)
		}
		t.Heads[at+i] = h
	}
}
