package syntax

import "strings"

// Draw returns a drawing of the tree, one line for each word: its form, part of speech, relation and lemma ("_" for what
// is unknown), below its head and in order of text.
//
//	fled VERB root flee
//	├─ Rebels NOUN nsubj rebel
//	└─ . PUNCT punct .
func (t *Tree) Draw() string {
	var b strings.Builder
	for i, h := range t.Heads {
		if h == NoHead {
			t.draw(&b, i, "", "")
		}
	}
	return b.String()
}

// draw draws word i and what is below it. branch stands before the word itself, stem before the lines below.
func (t *Tree) draw(b *strings.Builder, i int, branch, stem string) {
	b.WriteString(branch)
	for k, s := range []string{t.Form(i), t.UPOS[i], t.Rels[i], t.Lemmas[i]} {
		if k > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(orUnderscore(s))
	}
	b.WriteByte('\n')
	for d := range t.Dependents(i) {
		if t.next[d] >= 0 {
			t.draw(b, d, stem+"├─ ", stem+"│  ")
		} else {
			t.draw(b, d, stem+"└─ ", stem+"   ")
		}
	}
}
