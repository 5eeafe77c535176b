package attribution

import "testing"

// TestClause: contents that are clauses, where the tree puts words elsewhere.
func TestClause(t *testing.T) {
	compare(t, map[string]string{
		"a subject taken for who is told": `
Holm/PROPN/2/nsubj indicated/VERB/0/root/indicate Oslo/PROPN/2/obj had/AUX/5/aux left/VERB/2/ccomp/leave +./PUNCT/2/punct
----
[Holm] <indicated> {Oslo had left} assertion reported indirect`,
		"a subject given to the cue": `
The/DET/2/det dam/NOUN/5/nsubj broke/VERB/5/ccomp/break +,/PUNCT/5/punct said/VERB/0/root/say a/DET/7/det farmer/NOUN/5/obj +./PUNCT/5/punct
----
[a farmer] <said> {The dam broke} assertion reported indirect`,
		"what stands before a cue between commas": `
Although/SCONJ/3/mark it/PRON/3/nsubj rained/VERB/6/advcl/rain +,/PUNCT/6/punct she/PRON/6/nsubj said/VERB/0/root/say +,/PUNCT/6/punct the/DET/9/det road/NOUN/10/nsubj held/VERB/6/ccomp/hold +./PUNCT/6/punct
----
[she] <said> {Although it rained … the road held} assertion reported indirect`,
		"what only seems so": `
The/DET/2/det truce/NOUN/3/nsubj seems/VERB/0/root/seem to/PART/5/mark hold/VERB/3/xcomp +./PUNCT/3/punct
----
[-] <seems> {The truce … to hold} belief believed indirect`,
		"what somebody seems to believe": `
The/DET/2/det envoy/NOUN/3/nsubj seems/VERB/0/root/seem to/PART/5/mark believe/VERB/3/xcomp it/PRON/7/nsubj failed/VERB/5/ccomp/fail +./PUNCT/3/punct
----
[The envoy] <seems to believe> {it failed} belief believed indirect`,
		"whose mind is moved": `
The/DET/2/det ruling/NOUN/3/nsubj angered/VERB/0/root/anger residents/NOUN/3/obj/resident +./PUNCT/3/punct
----
[residents] <angered> {The ruling} attitude reported indirect`,
		"in the passive": `
Residents/NOUN/3/nsubj:pass/resident were/AUX/3/aux:pass angered/VERB/0/root/anger/VBN by/ADP/6/case the/DET/6/det ruling/NOUN/3/obl:agent +./PUNCT/3/punct
----
[Residents] <were angered by> {the ruling} attitude reported indirect`,
		"things have none": `
The/DET/2/det ruling/NOUN/3/nsubj angered/VERB/0/root/anger the/DET/5/det lake/NOUN/3/obj +./PUNCT/3/punct
----
`,
		"set in behind the subject": `
The/DET/2/det dam/NOUN/8/nsubj +,/PUNCT/5/punct engineers/NOUN/5/nsubj/engineer believe/VERB/2/acl/believe/VBP +,/PUNCT/5/punct will/AUX/8/aux hold/VERB/0/root +./PUNCT/8/punct
----
[engineers] <believe> {The dam … will hold} belief believed indirect`,
		"taken for an apposition": `
The/DET/2/det dam/NOUN/8/nsubj +,/PUNCT/4/punct engineers/NOUN/2/appos/engineer believe/VERB/2/acl/believe/VBP +,/PUNCT/5/punct will/AUX/8/aux hold/VERB/0/root +./PUNCT/8/punct
----
[engineers] <believe> {The dam … will hold} belief believed indirect`,
		"without a second comma it is no such thing": `
The/DET/2/det dam/NOUN/7/nsubj +,/PUNCT/5/punct engineers/NOUN/5/nsubj/engineer believe/VERB/2/acl/believe/VBP will/AUX/7/aux hold/VERB/0/root +./PUNCT/7/punct
----
`,
		"a verb with an object of its own": `
The/DET/2/det dam/NOUN/4/nsubj is/AUX/4/cop safe/ADJ/0/root +,/PUNCT/7/punct he/PRON/7/nsubj said/VERB/4/parataxis/say/VBD goodbye/NOUN/7/obj +./PUNCT/4/punct
----
`,
		"a semicolon begins another sentence": `
The/DET/2/det dam/NOUN/4/nsubj is/AUX/4/cop safe/ADJ/0/root +;/PUNCT/7/punct he/PRON/7/nsubj said/VERB/4/parataxis/say/VBD +./PUNCT/4/punct
----
`,
		"an afterthought with a subject of its own": `
The/DET/2/det dam/NOUN/4/nsubj is/AUX/4/cop safe/ADJ/0/root +,/PUNCT/8/punct tests/NOUN/8/nsubj:pass are/AUX/8/aux:pass repeated/VERB/4/parataxis/repeat/VBN +./PUNCT/4/punct
----
[-] <are repeated> {tests} assertion reported indirect`,
	})
}
