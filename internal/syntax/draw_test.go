package syntax

import "testing"

func TestDraw(t *testing.T) {
	for _, c := range []struct{ tree, want string }{
		{meet, `
meet VERB root meet
├─ Rebels NOUN nsubj rebels
├─ did AUX aux did
├─ not PART advmod not
├─ speak VERB conj speak
│  └─ or CCONJ cc or
├─ left VERB conj left
│  └─ but CCONJ cc but
└─ . PUNCT punct .
`},
		{friend, `
friend NOUN root friend
├─ Oslo PROPN nsubj oslo
├─ is AUX cop is
├─ no DET det no
└─ Rome PROPN nmod rome
   └─ of ADP case of
`},
	} {
		if got := "\n" + parse(t, c.tree).Draw(); got != c.want {
			t.Errorf("drawn:%s\nwant:%s", got, c.want)
		}
	}
}
