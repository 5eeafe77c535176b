package coder

import (
	"slices"

	"example.org/demarche/internal/event"
	"example.org/demarche/internal/syntax"
)

// proposed gathers what the subject of word w says of it: what a draft or a bill does is not done yet ("the bill bans the party"), what is named as an aim or a
// condition neither ("the condition for talks is the release of prisoners"), nor what is told of a novel.
func (f *statusFinder) proposed(w int) {
	t := f.t
	n := t.Subject(w)
	if n >= 0 && t.UPOS[w] == "VERB" && isNow(t, w) {
		if h := t.Head(w); t.Is(w, "acl:relcl") && h != syntax.NoHead && t.XPOS[n][0] == 'W' {
			n = h
		}
		if f.kind != "REQUEST" && isProposal(t, n) { // what it calls for it calls for already
			f.add(event.Hypothetical, "what %q would do", t.Form(n))
		}
	}
	if n >= 0 && len(f.path) == 0 && t.UPOS[w] == "NOUN" && t.Dependent(w, "cop") >= 0 && t.Case(w) == "" {
		if s := f.embeddings.of(t, n, "infinitive"); rank(s) >= 0 {
			f.add(s, "named as the %q", t.Form(n))
		}
	}
	for d := range t.Dependents(w) {
		if t.Is(d, "obl") && t.Case(d) == "in" && slices.Contains(tales, t.Lemmas[d]) {
			f.add(event.Hypothetical, "told in a %s", t.Lemmas[d])
		}
	}
}

// tales are the nouns for what is made up.
var tales = []string{"novel", "thriller", "fiction", "fable", "parable", "sitcom", "musical", "opera", "sketch", "videogame"}

// isProposal reports whether noun n stands for words that have no force yet: "a bill", "the draft resolution", "the proposed law".
func isProposal(t *syntax.Tree, n int) bool {
	if t.Lemmas[n] == "bill" || t.Lemmas[n] == "proposal" || t.Lemmas[n] == "draft" {
		return true
	}
	for d := range t.Dependents(n) {
		if t.Is(d, "amod", "compound") && slices.Contains([]string{"draft", "proposed", "planned"}, t.Lower(d)) {
			return slices.Contains([]string{"law", "resolution", "amendment", "legislation", "treaty", "agreement", "deal", "constitution", "decree", "rule", "measure", "budget"}, t.Lemmas[n])
		}
	}
	return false
}
