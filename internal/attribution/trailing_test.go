package attribution

import "testing"

// TestTrailing: verbs of saying at the end of their sentence that the tree makes another deed.
func TestTrailing(t *testing.T) {
	compare(t, map[string]string{
		"verb and speaker": `
The/DET/2/det talks/NOUN/3/nsubj failed/VERB/0/root/fail +,/PUNCT/5/punct said/VERB/3/conj/say/VBD Holm/PROPN/5/obj +./PUNCT/3/punct
----
[Holm] <said> {The talks failed} assertion reported indirect`,
		"speaker and verb": `
The/DET/2/det talks/NOUN/3/nsubj failed/VERB/0/root/fail +,/PUNCT/6/punct Holm/PROPN/6/nsubj said/VERB/3/conj/say/VBD on/ADP/8/case Monday/PROPN/6/obl +./PUNCT/3/punct
----
[Holm] <said> {The talks failed} assertion reported indirect`,
		"two words are too few": `
It/PRON/2/nsubj failed/VERB/0/root/fail +,/PUNCT/4/punct said/VERB/2/conj/say/VBD Holm/PROPN/4/obj +./PUNCT/2/punct
----
`,
		"much may not follow": `
The/DET/2/det talks/NOUN/3/nsubj failed/VERB/0/root/fail +,/PUNCT/6/punct Holm/PROPN/6/nsubj said/VERB/3/conj/say/VBD in/ADP/9/case a/DET/9/det hall/NOUN/6/obl in/ADP/12/case a/DET/12/det town/NOUN/9/nmod by/ADP/15/case a/DET/15/det lake/NOUN/12/nmod +./PUNCT/3/punct
----
`,
		"nor another verb": `
The/DET/2/det talks/NOUN/3/nsubj failed/VERB/0/root/fail +,/PUNCT/6/punct Holm/PROPN/6/nsubj said/VERB/3/conj/say/VBD and/CCONJ/8/cc left/VERB/6/conj/leave/VBD +./PUNCT/3/punct
----
`,
		"nor behind the speaker": `
The/DET/2/det talks/NOUN/3/nsubj failed/VERB/0/root/fail +,/PUNCT/5/punct said/VERB/3/conj/say/VBD Holm/PROPN/5/obj and/CCONJ/8/cc left/VERB/5/conj/leave/VBD +./PUNCT/3/punct
----
`,
		"but one that tells of the speaker": `
The/DET/2/det talks/NOUN/3/nsubj failed/VERB/0/root/fail +,/PUNCT/5/punct said/VERB/3/conj/say/VBD Holm/PROPN/5/obj +,/PUNCT/9/punct who/PRON/9/nsubj resigned/VERB/6/acl:relcl/resign/VBD +./PUNCT/3/punct
----
[Holm, who resigned] <said> {The talks failed} assertion reported indirect`,
		"what has no verb is no sentence": `
A/DET/3/det quiet/ADJ/3/amod night/NOUN/0/root there/ADV/3/advmod +,/PUNCT/6/punct said/VERB/3/dep/say/VBD Holm/PROPN/6/obj +./PUNCT/3/punct
----
`,
		"what follows the verb is said by it": `
The/DET/2/det talks/NOUN/3/nsubj failed/VERB/0/root/fail +,/PUNCT/6/punct Holm/PROPN/6/nsubj said/VERB/3/conj/say/VBD so/ADV/6/xcomp +./PUNCT/3/punct
----
`,
		"what says when is not said": `
When/ADV/3/advmod money/NOUN/3/nsubj ended/VERB/6/advcl/end/VBD +,/PUNCT/3/punct Rome/PROPN/6/nsubj replied/VERB/0/root/reply/VBD +./PUNCT/6/punct
----
`,
		"nor is what a participle follows": `
The/DET/2/det talks/NOUN/3/nsubj failed/VERB/0/root/fail +,/PUNCT/6/punct Holm/PROPN/6/nsubj saying/VERB/3/conj/say/VBG +./PUNCT/3/punct
----
`,
		"somebody quoted speaks for himself": `
“/PUNCT/4/punct +The/DET/3/det talks/NOUN/4/nsubj failed/VERB/0/root/fail +,/PUNCT/6/punct said/VERB/4/conj/say/VBD Holm/PROPN/6/obj +./PUNCT/4/punct +”/PUNCT/4/punct
----
[-] <-> {“The talks failed, said Holm.”} assertion reported direct`,
	})
}
