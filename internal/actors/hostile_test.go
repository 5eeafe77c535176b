package actors_test

import (
	"math/rand/v2"
	"strings"
	"testing"

	"example.org/demarche/internal/actors"
	"example.org/demarche/internal/attribution"
	"example.org/demarche/internal/names"
	"example.org/demarche/internal/syntax"
	"example.org/demarche/internal/text"
)

// oddWords are words that rules look at, and some that no rule expects.
var oddWords = []string{"the", "a", "official", "officials", "said", "he", "it", "they", "we", "who", "Paris", "Washington", "U.S.", "Libyan", "rebels",
	"secretary", "-", "general", "of", "state", ",", "'s", "Gaddafi", "al", "Qaeda", "One", "thousands", "Ministry", "May", "\"", ".", "Ban", "\u0000", "é", "Kim", "as",
	"government", "president", "Mr.", "X", "former", "their", "km", "12", "States", "United", "New", "York", "Times"}

var oddTags = []string{"NOUN", "PROPN", "PRON", "ADJ", "NUM", "DET", "VERB", "ADP", "PUNCT", "AUX", "PART", "X"}

var oddRels = []string{"nsubj", "obj", "nmod", "nmod:poss", "nmod:desc", "appos", "flat", "compound", "amod", "conj", "cc", "case", "cop", "punct",
	"acl:relcl", "advcl", "xcomp", "ccomp", "obl", "obl:agent", "det", "nummod", "dep"}

// oddTree is a tree over random words whose tags and relations make no sense.
func oddTree(r *rand.Rand, sentence int) (string, []text.Token, func(article string) *syntax.Tree) {
	var b strings.Builder
	var words []text.Token
	n := 1 + r.IntN(24)
	for range n {
		w := oddWords[r.IntN(len(oddWords))]
		s := text.Span{Start: b.Len(), End: b.Len() + len(w)}
		words = append(words, text.Token{Span: s, Surface: s})
		b.WriteString(w)
		if r.IntN(6) > 0 {
			b.WriteByte(' ')
		}
	}
	return b.String(), words, func(article string) *syntax.Tree {
		t := syntax.New(sentence, article, words)
		root := r.IntN(n)
		for i := range n {
			t.UPOS[i], t.XPOS[i], t.Rels[i] = oddTags[r.IntN(len(oddTags))], "NNP", oddRels[r.IntN(len(oddRels))]
			t.Lemmas[i] = strings.ToLower(t.Form(i))
			switch { // words hang on words between them and the root, so that there is no cycle
			case i == root:
				t.Heads[i], t.Rels[i] = syntax.NoHead, "root"
			case i < root:
				t.Heads[i] = int32(i + 1 + r.IntN(root-i))
			default:
				t.Heads[i] = int32(root + r.IntN(i-root))
			}
			if r.IntN(3) == 0 {
				t.Feats[i] = "PronType=Rel"
			}
		}
		t.Link()
		return t
	}
}

// TestHostile holds that no tree, however odd, breaks names or actors.
func TestHostile(t *testing.T) {
	s := loadStages(t)
	r := rand.New(rand.NewPCG(1, 2))
	for range 4000 {
		line, words, tree := oddTree(r, 0)
		g := &text.Segmentation{Text: line, Tokens: words, Sentences: []text.Sentence{{Span: text.Span{End: len(line)}, End: len(words)}}}
		trees := []*syntax.Tree{tree(line)}
		labels := make([]string, len(words))
		for i := range labels {
			labels[i] = []string{"O", "O", "B-PER", "I-PER", "B-ORG", "I-ORG", "B-LOC"}[r.IntN(7)]
		}
		ms := names.Find(trees, [][]string{labels}, nil, s.names)
		actors.Resolve(g, trees, ms, attribution.Find(g, trees, ms, s.cues), s.actors, "2011-07-19")
	}
}

// BenchmarkLong resolves an article of fifty thousand sentences; words/s is to be that of BenchmarkResolve.
func BenchmarkLong(b *testing.B) {
	s := loadStages(b)
	a := readArticles(b, "testdata/articles.conllu")[0]
	g, trees, labels := repeat(a, 10_000)
	for b.Loop() {
		ms := names.Find(trees, labels, nil, s.names)
		actors.Resolve(g, trees, ms, nil, s.actors, a.published())
	}
	b.ReportMetric(float64(len(g.Tokens)*b.N)/b.Elapsed().Seconds(), "words/s")
}

// repeat is an article n times over.
func repeat(a article, n int) (*text.Segmentation, []*syntax.Tree, [][]string) {
	g := &text.Segmentation{Text: a.Segmentation.Text}
	var trees []*syntax.Tree
	var labels [][]string
	for range n {
		for i, t := range a.Trees {
			first := len(g.Tokens)
			g.Tokens = append(g.Tokens, a.Segmentation.Words(i)...)
			s := a.Segmentation.Sentences[i]
			s.First, s.End = first, len(g.Tokens)
			copied := *t
			copied.Sentence = len(g.Sentences)
			g.Sentences = append(g.Sentences, s)
			trees, labels = append(trees, &copied), append(labels, a.labels[i])
		}
	}
	return g, trees, labels
}
