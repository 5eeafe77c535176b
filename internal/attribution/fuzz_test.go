package attribution

import (
	"math/rand/v2"
	"strings"
	"testing"

	"example.org/demarche/internal/event"
	"example.org/demarche/internal/syntax"
	"example.org/demarche/internal/text"
)

var (
	fuzzForms = strings.Fields(`said told claim claims reportedly according to in the words of his view declined say that to Rebels they who
		was be convinced officer by for of about as statement "   " “ ” ' ’ '' , . : ; — ( ) made clear Oslo report call him liar urged`)
	fuzzUPOS = strings.Fields("VERB NOUN PROPN ADJ ADV ADP SCONJ PRON AUX PUNCT PART DET X")
	fuzzXPOS = strings.Fields("VBD VBN VBG VB NN NNP IN TO JJ")
	fuzzRels = strings.Fields(`nsubj nsubj:pass obj iobj ccomp xcomp advcl acl acl:relcl parataxis obl obl:agent nmod nmod:poss case mark cc conj
		punct aux aux:pass cop det advmod compound compound:prt fixed appos csubj csubj:pass expl amod`)
)

// wild makes an article of random words with random trees.
func wild(seed uint64, words int) (*text.Segmentation, []*syntax.Tree) {
	r := rand.New(rand.NewPCG(seed, 1))
	pick := func(from []string) string { return from[r.IntN(len(from))] }
	g := &text.Segmentation{}
	var b strings.Builder
	for range words {
		if r.IntN(3) > 0 {
			b.WriteByte(' ')
		}
		start := b.Len()
		b.WriteString(pick(fuzzForms))
		span := text.Span{Start: start, End: b.Len()}
		g.Tokens = append(g.Tokens, text.Token{Span: span, Surface: span})
	}
	g.Text = b.String()
	var trees []*syntax.Tree
	for first := 0; first < words; {
		end := min(words, first+1+r.IntN(40))
		g.Sentences = append(g.Sentences, text.Sentence{First: first, End: end, Paragraph: r.IntN(3) == 0,
			Span: text.Span{Start: g.Tokens[first].Span.Start, End: g.Tokens[end-1].Span.End}})
		t := syntax.New(len(trees), g.Text, g.Tokens[first:end])
		order := r.Perm(t.Len())
		for k, i := range order {
			t.UPOS[i], t.XPOS[i], t.Rels[i], t.Lemmas[i] = pick(fuzzUPOS), pick(fuzzXPOS), pick(fuzzRels), t.Lower(i)
			if t.Heads[i] = syntax.NoHead; k > 0 {
				t.Heads[i] = int32(order[r.IntN(k)])
			}
		}
		t.Link()
		trees, first = append(trees, t), end
	}
	return g, trees
}

// FuzzFind holds that no tree is too odd, and that what is found lies in the article and is in order.
func FuzzFind(f *testing.F) {
	for seed := range uint64(200) {
		f.Add(seed, 40+int(seed))
	}
	cues := knowledge(f)
	f.Fuzz(func(t *testing.T, seed uint64, words int) {
		g, trees := wild(seed, 1+max(0, words)%2000)
		if seed%5 == 0 {
			trees[0] = nil
		}
		last := text.Ref{}
		for _, a := range Find(g, trees, nil, cues) {
			sound(t, g, a)
			first := start(a)
			if first.Before(last) {
				t.Errorf("out of order: %v behind %v", first, last)
			}
			last = first
		}
	})
}

// sound reports what is wrong with an attribution of any article.
func sound(t *testing.T, g *text.Segmentation, a *event.Attribution) {
	t.Helper()
	if len(a.Content) == 0 && a.Type != event.Refusal || a.Evidence.Rule == "" || len(a.Evidence.Words) == 0 {
		t.Errorf("content %v, rule %q, evidence %v", a.Content, a.Evidence.Rule, a.Evidence.Words)
	}
	ranges := append([]text.Range{a.Source.Range, a.Cue.Range, a.Addressee.Range}, a.Content...)
	for _, r := range ranges {
		if !r.Empty() && (r.Start < 0 || r.Sentence < 0 || r.Sentence >= len(g.Sentences) || r.End > len(g.Words(r.Sentence))) {
			t.Errorf("range %v outside the article", r)
		}
	}
	for i, r := range a.Content {
		if i > 0 && (text.Ref{Sentence: r.Sentence, Token: r.Start}).Before(text.Ref{Sentence: a.Content[i-1].Sentence, Token: a.Content[i-1].End}) {
			t.Errorf("content out of order: %v", a.Content)
		}
		if r.Overlaps(a.Cue.Range) {
			t.Errorf("content %v holds its own cue %v", r, a.Cue.Range)
		}
	}
	if d := a.Depth(); d > len(g.Tokens) {
		t.Errorf("%d attributions around one", d)
	}
}

// start is an attribution's first word.
func start(a *event.Attribution) text.Ref {
	var first *text.Ref
	for _, r := range append([]text.Range{a.Source.Range, a.Cue.Range}, a.Content...) {
		if w := (text.Ref{Sentence: r.Sentence, Token: r.Start}); !r.Empty() && (first == nil || w.Before(*first)) {
			first = &w
		}
	}
	return *first
}

// BenchmarkFind reads an article of a thousand sentences.
func BenchmarkFind(b *testing.B) {
	g, trees := wild(1, 20000)
	cues := knowledge(b)
	b.ReportAllocs()
	for b.Loop() {
		Find(g, trees, nil, cues)
	}
	b.ReportMetric(float64(b.N)*20000/b.Elapsed().Seconds(), "words/s")
}
