package syntax

import (
	"math/rand/v2"
	"strings"
	"testing"
)

func TestReattach(t *testing.T) {
	takes := func(noun string) bool { return noun == "decision" }
	for _, c := range []struct {
		what, tree string
		word, head int // counted from 1
		rel        string
	}{
		{"a title belongs to the name", "Prosecutor/NOUN/3/nsubj Nice/PROPN/3/nsubj spoke/VERB/0/root", 1, 2, "nmod:desc"},
		{"so in the passive", "Prosecutor/NOUN/3/nsubj:pass Nice/PROPN/3/nsubj:pass chosen/VERB/0/root", 1, 2, "nmod:desc"},
		{"a subject is no title", "Prosecutors/NOUN/3/nsubj Nice/PROPN/3/obj met/VERB/0/root", 1, 3, "nsubj"},
		{"nor is the subject of another verb", "Prosecutors/NOUN/2/nsubj say/VERB/0/root Nice/PROPN/4/nsubj spoke/VERB/2/ccomp", 1, 2, "nsubj"},
		{"nor that of the clause around", "Prosecutors/NOUN/4/nsubj Nice/PROPN/3/nsubj chose/VERB/1/acl:relcl spoke/VERB/0/root", 1, 4, "nsubj"},
		{"days may stand together", "Monday/PROPN/3/obl March/PROPN/3/obl met/VERB/0/root", 1, 3, "obl"},
		{"an infinitive belongs to the decision", "followed/VERB/0/root decision/NOUN/1/obj to/PART/4/mark leave/VERB/1/advcl", 4, 2, "acl"},
		{"not to another noun", "followed/VERB/0/root road/NOUN/1/obj to/PART/4/mark leave/VERB/1/advcl", 4, 1, "advcl"},
		{"who declined belongs to the official", "said/VERB/0/root official/NOUN/5/nsubj ,/PUNCT/5/punct who/PRON/5/nsubj declined/VERB/1/ccomp", 2, 1, "nsubj"},
		{"the clause is the official's", "said/VERB/0/root official/NOUN/5/nsubj ,/PUNCT/5/punct who/PRON/5/nsubj declined/VERB/1/ccomp", 5, 2, "acl:relcl"},
		{"not where the verb has a subject", "He/PRON/2/nsubj said/VERB/0/root official/NOUN/6/nsubj ,/PUNCT/6/punct who/PRON/6/nsubj declined/VERB/2/ccomp", 6, 2, "ccomp"},
		{"what stands apart is no title, and the nearer of two subjects stays", "Critic/NOUN/4/nsubj ,/PUNCT/1/punct Hill/PROPN/4/nsubj spoke/VERB/0/root", 1, 4, "dislocated"},
		{"that one", "Critic/NOUN/4/nsubj ,/PUNCT/1/punct Hill/PROPN/4/nsubj spoke/VERB/0/root", 3, 4, "nsubj"},
		{"whose niece", "Hill/PROPN/4/nsubj 's/PART/1/case niece/NOUN/4/nsubj spoke/VERB/0/root", 1, 3, "nmod:poss"},
		{"nobody's niece where the words lie apart", "Hill/NOUN/3/nsubj Bill/NOUN/3/nsubj spoke/VERB/0/root in/ADP/5/case Oslo/PROPN/1/nmod", 1, 3, "nsubj"},
		{"a finite verb goes with a verb", "wants/VERB/0/root peace/NOUN/1/obj and/CCONJ/4/cc needs/VERB/2/conj", 4, 1, "conj"},
		{"of its own form only", "wanted/VERB/0/root peace/NOUN/1/obj and/CCONJ/4/cc needs/VERB/2/conj", 4, 2, "conj"},
		{"one with a subject stays", "wants/VERB/0/root peace/NOUN/1/obj and/CCONJ/5/cc he/PRON/5/nsubj needs/VERB/2/conj", 5, 2, "conj"},
		{"an auxiliary goes with its participle", "They/PRON/2/nsubj had/VERB/4/ccomp made/VERB/4/ccomp said/VERB/0/root", 2, 3, "aux"},
		{"and its subject too", "They/PRON/2/nsubj had/VERB/4/ccomp made/VERB/4/ccomp said/VERB/0/root", 1, 3, "nsubj"},
		{"not if it has an object", "They/PRON/2/nsubj had/VERB/5/ccomp it/PRON/2/obj made/VERB/5/ccomp said/VERB/0/root", 2, 5, "ccomp"},
		{"nor if the participle has a subject", "They/PRON/2/nsubj had/VERB/5/ccomp he/PRON/4/nsubj made/VERB/5/ccomp said/VERB/0/root", 2, 5, "ccomp"},
		{"victims go with their own participle", "killed/VERB/0/root and/CCONJ/4/cc guests/NOUN/1/conj wounded/VERB/1/conj", 3, 4, "nsubj:pass"},
		{"not if that has a subject", "killed/VERB/0/root guests/NOUN/1/conj wounded/VERB/1/conj they/PRON/3/nsubj", 2, 1, "conj"},
		{"in a headline rebels are killed", "rebels/NOUN/2/nsubj kill/VERB/0/root in/ADP/4/case raid/NOUN/2/obl", 1, 2, "nsubj:pass"},
		{"not with an article", "the/DET/2/det rebels/NOUN/3/nsubj kill/VERB/0/root in/ADP/5/case raid/NOUN/3/obl", 2, 3, "nsubj"},
		{"nor with an object", "rebels/NOUN/2/nsubj kill/VERB/0/root guests/NOUN/2/obj", 1, 2, "nsubj"},
		{"a preposition belongs to the name", "talks/NOUN/0/root with/ADP/3/case Secretary/NOUN/4/nmod:desc Ray/PROPN/1/nmod", 2, 4, "case"},
		{"who gets it", "sell/VERB/0/root Iran/PROPN/4/compound new/ADJ/4/amod tanks/NOUN/1/obj", 2, 1, "iobj"},
		{"not without an adjective", "sell/VERB/0/root Iran/PROPN/3/compound tanks/NOUN/1/obj", 2, 3, "compound"},
		{"troops shoot", "reports/NOUN/0/root of/ADP/4/mark troops/NOUN/1/nmod shooting/VERB/1/acl", 3, 4, "nsubj"},
		{"not with a preposition of their own", "reports/NOUN/0/root by/ADP/3/case troops/NOUN/1/nmod of/ADP/5/mark shooting/VERB/1/acl", 3, 1, "nmod"},
	} {
		tree := parse(t, c.tree)
		for i := range tree.Len() {
			tree.XPOS[i] = map[string]string{"leave": "VB", "wants": "VBZ", "needs": "VBZ", "wanted": "VBD", "made": "VBN", "killed": "VBN",
				"wounded": "VBN", "shooting": "VBG", "kill": "VBD"}[tree.Form(i)]
			if tree.Form(i) == "had" {
				tree.Lemmas[i] = "have"
			}
		}
		before := tree.Draw()
		if got, moved := tree.Reattach(takes), tree.Draw() != before; got != moved {
			t.Errorf("%s: moved %v, says %v", c.what, moved, got)
		}
		if tree.Head(c.word-1)+1 != c.head || tree.Rels[c.word-1] != c.rel {
			t.Errorf("%s:\n%s", c.what, tree.Draw())
		}
	}
}

// FuzzReattach holds that no tree is too odd to be mended, and that it stays a tree.
func FuzzReattach(f *testing.F) {
	for seed := range uint64(500) {
		f.Add(seed)
	}
	forms, upos := strings.Fields("Hill 's , who which decision to said of"), strings.Fields("NOUN PROPN VERB PRON PUNCT PART")
	xpos, rels := strings.Fields("VBD VBZ VB NN VBN VBG"), strings.Fields("nsubj nsubj:pass obj ccomp conj advcl mark acl nmod")
	f.Fuzz(func(t *testing.T, seed uint64) {
		r := rand.New(rand.NewPCG(seed, 1))
		pick := func(from []string) string { return from[r.IntN(len(from))] }
		words := make([]string, 2+r.IntN(12))
		for i := range words {
			words[i] = pick(forms) + "/X/0/root"
		}
		tree := parse(t, strings.Join(words, " "))
		order := r.Perm(tree.Len())
		for k, i := range order {
			tree.UPOS[i], tree.XPOS[i], tree.Rels[i], tree.Lemmas[i] = pick(upos), pick(xpos), pick(rels), tree.Form(i)
			if tree.Heads[i] = NoHead; k > 0 {
				tree.Heads[i] = int32(order[r.IntN(k)])
			}
		}
		tree.Link()
		tree.Reattach(func(noun string) bool { return noun == "decision" })
		for i := range tree.Len() {
			w := i
			for range tree.Len() {
				if w = tree.Head(w); w < 0 {
					break
				}
			}
			if w >= 0 {
				t.Fatalf("word %d does not lead to a root: %v", i, tree.Heads)
			}
		}
	})
}
