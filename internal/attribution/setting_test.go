package attribution

import "testing"

// TestSetting: who is told, through what, and on what occasion.
func TestSetting(t *testing.T) {
	compare(t, map[string]string{
		"who is asked": `
Holm/PROPN/8/nsubj +,/PUNCT/3/punct asked/VERB/1/acl/ask/VBN about/ADP/6/case the/DET/6/det raid/NOUN/3/obl +,/PUNCT/3/punct left/VERB/0/root/leave/VBD +./PUNCT/8/punct
----
[-] <asked about> {the raid} assertion reported indirect, to Holm`,
		"who is asked by somebody": `
Asked/VERB/9/advcl/ask/VBN by/ADP/3/case CNN/PROPN/1/obl:agent about/ADP/6/case the/DET/6/det raid/NOUN/1/obl +,/PUNCT/1/punct Holm/PROPN/9/nsubj left/VERB/0/root/leave/VBD +./PUNCT/9/punct
----
[CNN] <Asked> {the raid} assertion reported indirect, to Holm`,
		"who asks in an interview": `
Holm/PROPN/2/nsubj said/VERB/0/root/say in/ADP/5/case an/DET/5/det interview/NOUN/2/obl with/ADP/7/case CNN/PROPN/5/nmod that/SCONJ/10/mark they/PRON/10/nsubj won/VERB/2/ccomp/win +./PUNCT/2/punct
----
[Holm] <said> {that they won} assertion reported indirect, to CNN, medium interview`,
		"to whom a letter goes": `
Holm/PROPN/2/nsubj said/VERB/0/root/say in/ADP/5/case a/DET/5/det letter/NOUN/2/obl to/ADP/7/case Oslo/PROPN/5/nmod that/SCONJ/10/mark they/PRON/10/nsubj won/VERB/2/ccomp/win +./PUNCT/2/punct
----
[Holm] <said> {that they won} assertion reported indirect, to Oslo, medium letter`,
		"whose rally it is, nobody is told": `
Holm/PROPN/2/nsubj said/VERB/0/root/say at/ADP/5/case a/DET/5/det rally/NOUN/2/obl for/ADP/7/case Lund/PROPN/5/nmod that/SCONJ/10/mark they/PRON/10/nsubj won/VERB/2/ccomp/win +./PUNCT/2/punct
----
[Holm] <said> {that they won} assertion reported indirect, occasion rally`,
		"with whom": `
Holm/PROPN/2/nsubj argued/VERB/0/root/argue with/ADP/4/case Oslo/PROPN/2/obl that/SCONJ/7/mark they/PRON/7/nsubj won/VERB/2/ccomp/win +./PUNCT/2/punct
----
[Holm] <argued> {that they won} assertion claimed indirect, to Oslo`,
		"not with whom somebody says": `
Holm/PROPN/2/nsubj said/VERB/0/root/say with/ADP/4/case Oslo/PROPN/2/obl that/SCONJ/7/mark they/PRON/7/nsubj won/VERB/2/ccomp/win +./PUNCT/2/punct
----
[Holm] <said> {that they won} assertion reported indirect`,
		"of whom": `
Holm/PROPN/2/nsubj demanded/VERB/0/root/demand of/ADP/4/case Oslo/PROPN/2/obl that/SCONJ/7/mark it/PRON/7/nsubj pay/VERB/2/ccomp/pay +./PUNCT/2/punct
----
[Holm] <demanded> {that it pay} assertion demanded indirect, to Oslo`,
		"who is told may be an occasion": `
Holm/PROPN/2/nsubj told/VERB/0/root/tell a/DET/4/det rally/NOUN/2/iobj that/SCONJ/7/mark they/PRON/7/nsubj won/VERB/2/ccomp/win +./PUNCT/2/punct
----
[Holm] <told> {that they won} assertion reported indirect, to a rally, occasion rally`,
		"the medium of a light verb": `
Rome/PROPN/2/nsubj made/VERB/0/root/make a/DET/4/det promise/NOUN/2/obj in/ADP/7/case a/DET/7/det letter/NOUN/2/obl to/PART/9/mark help/VERB/4/acl +./PUNCT/2/punct
----
[Rome] <made a promise> {to help} intention promised indirect, medium letter`,
		"the medium of what is refused": `
Rome/PROPN/2/nsubj declined/VERB/0/root/decline to/PART/4/mark say/VERB/2/xcomp in/ADP/7/case a/DET/7/det letter/NOUN/4/obl who/PRON/9/nsubj fired/VERB/4/ccomp/fire +./PUNCT/2/punct
----
[Rome] <declined to say> {who fired} refusal declined indirect, medium letter`,
		"speaking at a rally": `
Speaking/VERB/7/advcl/speak/VBG at/ADP/4/case a/DET/4/det rally/NOUN/1/obl +,/PUNCT/1/punct Holm/PROPN/7/nsubj said/VERB/0/root/say they/PRON/9/nsubj won/VERB/7/ccomp/win +./PUNCT/7/punct
----
[Holm] <said> {they won} assertion reported indirect, occasion rally`,
		"waiting for one": `
Waiting/VERB/7/advcl/wait/VBG at/ADP/4/case a/DET/4/det rally/NOUN/1/obl +,/PUNCT/1/punct Holm/PROPN/7/nsubj said/VERB/0/root/say they/PRON/9/nsubj won/VERB/7/ccomp/win +./PUNCT/7/punct
----
[Holm] <said> {they won} assertion reported indirect`,
	})
}
