package syntax

import (
	"strings"

	"example.org/demarche/internal/text"
)

// NoHead is the head of the root.
const NoHead = -1

// A Tree is the analysis of one sentence. All slices but Roles have one element for each word; a Tree is not altered once made.
type Tree struct {
	Sentence int          // which sentence of the article
	Text     string       // the whole article's text
	Tokens   []text.Token // the sentence's words
	UPOS     []string     // universal part of speech: VERB, NOUN, PROPN …
	XPOS     []string     // Penn tag: VBD, NN, NNP …
	Feats    []string     // UD features, "Mood=Ind|Tense=Past"; "" for none
	Lemmas   []string
	Heads    []int32  // index of the head; NoHead for the root
	Rels     []string // relation to the head, with its subtype
	Roles    []Roles  // of the words that may be predicates, in order of text; nil where the head of roles did not run

	first, next []int32 // dependents as linked lists in order of text; -1 ends
}

// New returns a tree over words with room for their analysis, still without heads; call Link when they are set.
func New(sentence int, articleText string, words []text.Token) *Tree {
	n := len(words)
	s := make([]string, 5*n)
	return &Tree{
		Sentence: sentence, Text: articleText, Tokens: words,
		UPOS: s[:n:n], XPOS: s[n : 2*n : 2*n], Feats: s[2*n : 3*n : 3*n], Lemmas: s[3*n : 4*n : 4*n], Rels: s[4*n:],
		Heads: make([]int32, n),
	}
}

// Link builds the lists of dependents from Heads. It must be called once, when Heads are final.
func (t *Tree) Link() {
	n := len(t.Heads)
	buf := make([]int32, 2*n)
	t.first, t.next = buf[:n:n], buf[n:]
	for i := range buf {
		buf[i] = -1
	}
	for i := n - 1; i >= 0; i-- {
		if h := t.Heads[i]; h >= 0 {
			t.next[i] = t.first[h]
			t.first[h] = int32(i)
		}
	}
}

// Len is the number of words.
func (t *Tree) Len() int { return len(t.Tokens) }

// Form is the text of word i.
func (t *Tree) Form(i int) string { return t.Text[t.Tokens[i].Span.Start:t.Tokens[i].Span.End] }

// Lower is the text of word i in lower case.
func (t *Tree) Lower(i int) string { return strings.ToLower(t.Form(i)) }

// Head is the head of word i, NoHead for the root.
func (t *Tree) Head(i int) int { return int(t.Heads[i]) }

// Root is the word without a head; -1 in an empty tree.
func (t *Tree) Root() int {
	for i, h := range t.Heads {
		if h == NoHead {
			return i
		}
	}
	return -1
}

// Dependents yields the dependents of word i in order of text.
func (t *Tree) Dependents(i int) func(yield func(int) bool) {
	return func(yield func(int) bool) {
		for d := t.first[i]; d >= 0; d = t.next[d] {
			if !yield(int(d)) {
				return
			}
		}
	}
}

// Base is a relation without its subtype: "nsubj" of "nsubj:pass".
func Base(rel string) string {
	if i := strings.IndexByte(rel, ':'); i >= 0 {
		return rel[:i]
	}
	return rel
}

// Is reports whether the relation of word i is one of rels. A name without a subtype stands for all its subtypes
// ("nsubj" also takes "nsubj:pass"); a name that ends in ":" takes only the bare relation.
func (t *Tree) Is(i int, rels ...string) bool {
	for _, r := range rels {
		if t.Rels[i] == r || Base(t.Rels[i]) == r || strings.HasSuffix(r, ":") && t.Rels[i] == r[:len(r)-1] {
			return true
		}
	}
	return false
}

// Dependent returns the first dependent of word i by one of the relations (as Is takes them), or -1.
func (t *Tree) Dependent(i int, rels ...string) int {
	for d := range t.Dependents(i) {
		if t.Is(d, rels...) {
			return d
		}
	}
	return -1
}

// Feat returns the value of a feature of word i, "" if it has none.
func (t *Tree) Feat(i int, name string) string {
	for f := range strings.SplitSeq(t.Feats[i], "|") {
		if k, v, ok := strings.Cut(f, "="); ok && k == name {
			return v
		}
	}
	return ""
}

// Dominates reports whether word a stands above word d, or is d.
func (t *Tree) Dominates(a, d int) bool {
	for ; d != NoHead; d = t.Head(d) {
		if d == a {
			return true
		}
	}
	return false
}

// Case returns the lemmas of the prepositions that mark word i ("case", with what is fixed to them), joined by a space:
// "with", "because of", "according to"; "" if there is none.
func (t *Tree) Case(i int) string {
	c := t.Dependent(i, "case")
	if c < 0 {
		return ""
	}
	s := t.Lemmas[c]
	if t.UPOS[c] == "VERB" {
		s = t.Lower(c) // "following" is no form of "follow" here
	}
	for f := range t.Dependents(c) {
		if t.Is(f, "fixed") {
			s += " " + t.Lemmas[f]
		}
	}
	return s
}

// Subtree returns the least range that holds word i and all below it. Words that do not hang on i but stand between
// are within it; see Yield for the exact set.
func (t *Tree) Subtree(i int) text.Range { return t.SubtreeWithout(i) }

// SubtreeWithout is Subtree, but leaves out the subtrees of dependents of i whose relation is one of rels.
func (t *Tree) SubtreeWithout(i int, rels ...string) text.Range {
	lo, hi := i, i+1
	for d := range t.Dependents(i) {
		if len(rels) > 0 && t.Is(d, rels...) {
			continue
		}
		r := t.Subtree(d)
		lo, hi = min(lo, r.Start), max(hi, r.End)
	}
	return text.Range{Sentence: t.Sentence, Start: lo, End: hi}
}

// Yield returns word i and all words below it, in order of text.
func (t *Tree) Yield(i int) []int {
	var in []int
	r := t.Subtree(i)
	for w := r.Start; w < r.End; w++ {
		if t.Dominates(i, w) {
			in = append(in, w)
		}
	}
	return in
}

// Conjuncts returns word i followed by the words coordinated with it ("conj"), in order of text.
func (t *Tree) Conjuncts(i int) []int {
	all := []int{i}
	for d := range t.Dependents(i) {
		if t.Is(d, "conj") {
			all = append(all, d)
		}
	}
	return all
}

// Ref is word i as a reference.
func (t *Tree) Ref(i int) text.Ref { return text.Ref{Sentence: t.Sentence, Token: i} }
