package attribution

import "testing"

// TestFind: the frames and parts of speech.
func TestFind(t *testing.T) {
	compare(t, map[string]string{
		"indirect": `
The/DET/2/det envoy/NOUN/3/nsubj told/VERB/0/root/tell reporters/NOUN/3/iobj/reporter in/ADP/6/case Oslo/PROPN/3/obl that/SCONJ/9/mark talks/NOUN/9/nsubj failed/VERB/3/ccomp/fail +./PUNCT/3/punct
----
[The envoy] <told> {that talks failed} assertion reported indirect, to reporters`,
		"inverted, with a relative clause": `
"/PUNCT/3/punct +We/PRON/3/nsubj hold/VERB/7/ccomp Vora/PROPN/3/obj +,/PUNCT/3/punct +"/PUNCT/3/punct said/VERB/0/root/say a/DET/9/det rebel/NOUN/7/nsubj +,/PUNCT/12/punct who/PRON/12/nsubj resigned/VERB/9/acl:relcl/resign
----
[a rebel, who resigned] <said> {"We hold Vora,"} assertion reported direct`,
		"set into its content": `
The/DET/2/det dam/NOUN/8/nsubj +,/PUNCT/5/punct officials/NOUN/5/nsubj/official said/VERB/8/parataxis/say +,/PUNCT/5/punct is/AUX/8/cop safe/ADJ/0/root +./PUNCT/8/punct
----
[officials] <said> {The dam … is safe} assertion reported indirect`,
		"a phrase behind the cue is no content": `
The/DET/2/det dam/NOUN/4/nsubj is/AUX/4/cop safe/ADJ/0/root +,/PUNCT/7/punct he/PRON/7/nsubj said/VERB/4/parataxis/say on/ADP/9/case Monday/PROPN/4/obl +./PUNCT/4/punct
----
[he] <said> {The dam is safe} assertion reported indirect`,
		"nested": `
He/PRON/2/nsubj said/VERB/0/root/say Riga/PROPN/4/nsubj believed/VERB/2/ccomp/believe the/DET/6/det pact/NOUN/7/nsubj died/VERB/4/ccomp/die +./PUNCT/2/punct
----
[He] <said> {Riga believed the pact died} assertion reported indirect
[Riga] <believed> {the pact died} belief believed indirect, within <said>`,
		"refusal asserts nothing": `
He/PRON/2/nsubj declined/VERB/0/root/decline to/PART/4/mark say/VERB/2/xcomp who/PRON/6/nsubj fired/VERB/4/ccomp/fire +./PUNCT/2/punct
----
[He] <declined to say> {who fired} refusal declined indirect`,
		"refusal of a deed": `
He/PRON/2/nsubj refused/VERB/0/root/refuse to/PART/4/mark leave/VERB/2/xcomp +./PUNCT/2/punct
----
[He] <refused> {to leave} intention declined indirect`,
		"refusal without content": `
A/DET/2/det spokesman/NOUN/3/nsubj declined/VERB/0/root/decline to/PART/5/mark comment/VERB/3/xcomp +./PUNCT/3/punct
----
[A spokesman] <declined to comment> {} refusal declined indirect`,
		"apposition closed by a comma": `
The/DET/2/det mayor/NOUN/7/nsubj +,/PUNCT/5/punct Ada/PROPN/5/compound Holm/PROPN/2/appos +,/PUNCT/2/punct says/VERB/0/root/say it/PRON/9/nsubj fell/VERB/7/ccomp/fall +./PUNCT/7/punct
----
[The mayor, Ada Holm,] <says> {it fell} assertion reported indirect`,
		"a warning of one's own deed": `
Oslo/PROPN/2/nsubj warned/VERB/0/root/warn it/PRON/5/nsubj would/AUX/5/aux act/VERB/2/ccomp +./PUNCT/2/punct
----
[Oslo] <warned> {it would act} assertion threatened indirect`,
		"accused of planning": `
Rome/PROPN/2/nsubj accused/VERB/0/root/accuse Bonn/PROPN/2/obj of/SCONJ/5/mark planning/VERB/2/advcl/plan/VBG a/DET/7/det raid/NOUN/5/obj +./PUNCT/2/punct
----
[Rome] <accused> {Bonn of planning a raid} assertion accused indirect
[Bonn] <planning> {a raid} intention reported indirect, within <accused>`,
		"an aside at the end is no content": `
He/PRON/2/nsubj said/VERB/0/root/say it/PRON/4/nsubj fell/VERB/2/ccomp/fall +,/PUNCT/8/punct according/VERB/8/case/accord to/ADP/6/fixed Bonn/PROPN/4/obl +./PUNCT/2/punct
----
[He] <said> {it fell} assertion reported indirect, within <according to>
[Bonn] <according to> {He said it fell} assertion reported indirect`,
		"negation": `
She/PRON/4/nsubj did/AUX/4/aux not/PART/4/advmod say/VERB/0/root that/SCONJ/7/mark they/PRON/7/nsubj fled/VERB/4/ccomp/flee +./PUNCT/4/punct
----
[She] <did not say> {that they fled} assertion reported indirect, negated`,
		"failed to say": `
She/PRON/2/nsubj failed/VERB/0/root/fail to/PART/4/mark mention/VERB/2/xcomp that/SCONJ/7/mark they/PRON/7/nsubj fled/VERB/4/ccomp/flee +./PUNCT/2/punct
----
[She] <failed to mention> {that they fled} assertion reported indirect, negated`,
		"denial": `
Minsk/PROPN/2/nsubj denied/VERB/0/root/deny holding/VERB/2/xcomp/hold/VBG him/PRON/3/obj +./PUNCT/2/punct
----
[Minsk] <denied> {holding him} assertion denied indirect`,
		"passive with an agent": `
The/DET/2/det plan/NOUN/4/nsubj:pass was/AUX/4/aux:pass rejected/VERB/0/root/reject by/ADP/6/case Bonn/PROPN/4/obl:agent +./PUNCT/4/punct
----
[Bonn] <was rejected> {The plan} attitude declined indirect`,
		"passive without one": `
It/PRON/3/expl was/AUX/3/aux:pass reported/VERB/0/root/report that/SCONJ/6/mark he/PRON/6/nsubj fell/VERB/3/ccomp/fall +./PUNCT/3/punct
----
[-] <was reported> {that he fell} assertion reported indirect`,
		"raised": `
The/DET/2/det ship/NOUN/4/nsubj:pass is/AUX/4/aux:pass said/VERB/0/root/say to/PART/7/mark have/AUX/7/aux sunk/VERB/4/xcomp/sink +./PUNCT/4/punct
----
[-] <is said> {The ship … to have sunk} assertion reported indirect`,
		"control of a participle": `
He/PRON/2/nsubj left/VERB/0/root/leave +,/PUNCT/4/punct saying/VERB/2/advcl/say/VBG it/PRON/6/nsubj failed/VERB/4/ccomp/fail +./PUNCT/2/punct
----
[He] <saying> {it failed} assertion reported indirect`,
		"coordinated verbs share a subject": `
Oslo/PROPN/2/nsubj condemned/VERB/0/root/condemn and/CCONJ/4/cc denounced/VERB/2/conj/denounce the/DET/6/det raid/NOUN/2/obj +./PUNCT/2/punct
----
[Oslo] <condemned> {the raid} attitude reported indirect
[Oslo] <denounced> {the raid} attitude reported indirect`,
		"another statement coordinated with the content": `
He/PRON/2/nsubj said/VERB/0/root/say/VBD prices/NOUN/5/nsubj/price will/AUX/5/aux/will/MD fall/VERB/2/ccomp/fall/VB and/CCONJ/7/cc warned/VERB/5/conj/warn/VBD that/SCONJ/10/mark jobs/NOUN/10/nsubj/job suffer/VERB/7/ccomp/suffer +./PUNCT/2/punct
----
[He] <said> {prices will fall} assertion reported indirect
[He] <warned> {that jobs suffer} assertion reported indirect`,
		"noun with its owner": `
The/DET/2/det army/NOUN/4/nmod:poss +'s/PART/2/case claim/NOUN/8/nsubj that/SCONJ/7/mark Vora/PROPN/7/nsubj fell/VERB/4/acl/fall reached/VERB/0/root/reach us/PRON/8/obj +./PUNCT/8/punct
----
[The army's] <claim> {that Vora fell} assertion claimed indirect`,
		"light verb": `
Rome/PROPN/2/nsubj made/VERB/0/root/make no/DET/4/det promise/NOUN/2/obj to/PART/6/mark help/VERB/4/acl +./PUNCT/2/punct
----
[Rome] <made no promise> {to help} intention promised indirect, negated`,
		"adjective": `
The/DET/2/det crew/NOUN/4/nsubj was/AUX/4/cop afraid/ADJ/0/root that/SCONJ/7/mark ice/NOUN/7/nsubj formed/VERB/4/ccomp/form +./PUNCT/4/punct
----
[The crew] <was afraid> {that ice formed} belief believed indirect`,
		"according to": `
Vora/PROPN/2/nsubj fell/VERB/0/root/fall +,/PUNCT/6/punct according/VERB/6/case/accord to/ADP/4/fixed officers/NOUN/2/obl/officer +./PUNCT/2/punct
----
[officers] <according to> {Vora fell} assertion reported indirect`,
		"adverb": `
The/DET/2/det colonel/NOUN/4/nsubj reportedly/ADV/4/advmod fled/VERB/0/root/flee +./PUNCT/4/punct
----
[-] <reportedly> {The colonel … fled} assertion reported indirect`,
		"medium and occasion": `
He/PRON/2/nsubj said/VERB/0/root/say in/ADP/5/case a/DET/5/det statement/NOUN/2/obl at/ADP/9/case a/DET/9/det news/NOUN/9/compound conference/NOUN/2/obl that/SCONJ/12/mark they/PRON/12/nsubj won/VERB/2/ccomp/win +./PUNCT/2/punct
----
[He] <said> {that they won} assertion reported indirect, medium statement, occasion news conference`,
		"partial quotation": `
She/PRON/2/nsubj called/VERB/0/root/call the/DET/4/det raid/NOUN/2/obj "/PUNCT/7/punct +an/DET/7/det outrage/NOUN/2/xcomp +"/PUNCT/7/punct +./PUNCT/2/punct
----
[She] <called> {the raid "an outrage"} attitude reported partial`,
		"request": `
Paris/PROPN/2/nsubj urged/VERB/0/root/urge Sofia/PROPN/2/obj to/PART/5/mark withdraw/VERB/2/xcomp +./PUNCT/2/punct
----
[Paris] <urged> {Sofia to withdraw} assertion demanded indirect, to Sofia`,
		"headline": `
Rebels/NOUN/4/nsubj/rebel +:/PUNCT/1/punct We/PRON/4/nsubj hold/VERB/0/root the/DET/6/det port/NOUN/4/obj
----
[Rebels] <:> {We hold the port} assertion reported indirect`,
		"the article's own but": `
But/CCONJ/5/cc the/DET/3/det road/NOUN/5/nsubj is/AUX/5/cop open/ADJ/8/ccomp +,/PUNCT/8/punct he/PRON/8/nsubj said/VERB/0/root/say +./PUNCT/8/punct
----
[he] <said> {the road is open} assertion reported indirect`,
		"a court's name": `
The/DET/2/det court/NOUN/8/nsubj of/ADP/4/case appeals/NOUN/2/nmod/appeal for/ADP/7/case the/DET/7/det district/NOUN/4/nmod sat/VERB/0/root/sit +./PUNCT/8/punct
----
`,
		"a name is no judgement": `
A/DET/2/det group/NOUN/5/nsubj called/VERB/2/acl/call/VBN Hand/PROPN/3/xcomp left/VERB/0/root/leave +./PUNCT/5/punct
----
`,
		"a clause with to is no order": `
The/DET/2/det premier/NOUN/3/nsubj told/VERB/0/root/tell parliament/NOUN/3/iobj that/SCONJ/10/mark the/DET/7/det navy/NOUN/10/nsubj was/AUX/10/aux/be to/PART/10/mark blame/VERB/3/ccomp +./PUNCT/3/punct
----
[The premier] <told> {that the navy was to blame} assertion reported indirect, to parliament`,
		"names behind according to are one": `
Snow/NOUN/2/nsubj fell/VERB/0/root/fall +,/PUNCT/7/punct according/VERB/7/case/accord to/ADP/4/fixed AFL/PROPN/2/obl Holm/PROPN/2/obl +./PUNCT/2/punct
----
[AFL Holm] <according to> {Snow fell} assertion reported indirect`,
		"a label that opens a quotation": `
“/PUNCT/2/punct +Rebels/NOUN/5/nsubj/rebel +:/PUNCT/2/punct We/PRON/5/nsubj hold/VERB/0/root the/DET/7/det port/NOUN/5/obj
----
[Rebels] <:> {We hold the port} assertion reported indirect`,
		"what sounds like it and is not": `
The/DET/2/det clock/NOUN/3/nsubj told/VERB/0/root/tell the/DET/5/det time/NOUN/3/obj +./PUNCT/3/punct
He/PRON/2/nsubj said/VERB/0/root/say goodbye/NOUN/2/obj +./PUNCT/2/punct
----
`,
	})
}

// TestQuotations follows a quotation over sentences and paragraphs.
func TestQuotations(t *testing.T) {
	compare(t, map[string]string{
		"in pieces around the cue": `
“/PUNCT/2/punct +Wait/VERB/6/ccomp +,/PUNCT/2/punct +”/PUNCT/2/punct he/PRON/6/nsubj said/VERB/0/root/say +./PUNCT/6/punct
“/PUNCT/3/punct +We/PRON/3/nsubj come/VERB/0/root +./PUNCT/3/punct +”/PUNCT/3/punct
----
[he] <said> {“Wait,” … “We come.”} assertion reported direct`,
		"over sentences before the cue": `
“/PUNCT/3/punct +We/PRON/3/nsubj won/VERB/0/root/win +./PUNCT/3/punct
They/PRON/2/nsubj fled/VERB/6/ccomp/flee +,/PUNCT/2/punct +”/PUNCT/2/punct he/PRON/6/nsubj said/VERB/0/root/say +./PUNCT/6/punct
----
[he] <said> {“We won. … They fled,”} assertion reported direct`,
		"marks repeated at each paragraph": `
He/PRON/2/nsubj said/VERB/0/root/say +:/PUNCT/6/punct “/PUNCT/6/punct +We/PRON/6/nsubj won/VERB/2/ccomp/win +./PUNCT/2/punct

“/PUNCT/3/punct +They/PRON/3/nsubj fled/VERB/0/root/flee +./PUNCT/3/punct

“/PUNCT/4/punct +It/PRON/4/nsubj is/AUX/4/cop over/ADV/0/root +./PUNCT/4/punct +”/PUNCT/4/punct
----
[He] <said> {“We won. … “They fled. … “It is over.”} assertion reported direct`,
		"a paragraph of its own behind a closed one": `
"/PUNCT/3/punct +We/PRON/3/nsubj won/VERB/7/ccomp/win +,/PUNCT/3/punct +"/PUNCT/3/punct Holm/PROPN/7/nsubj said/VERB/0/root/say +./PUNCT/7/punct

"/PUNCT/3/punct +They/PRON/3/nsubj fled/VERB/0/root/flee +./PUNCT/3/punct +"/PUNCT/3/punct
----
[Holm] <said> {"We won," … "They fled."} assertion reported direct`,
		"both sides of a cue with a date": `
“/PUNCT/3/punct +We/PRON/3/nsubj know/VERB/7/ccomp +,/PUNCT/3/punct +”/PUNCT/3/punct he/PRON/7/nsubj said/VERB/0/root/say last/ADJ/9/amod month/NOUN/7/obl +,/PUNCT/7/punct “/PUNCT/13/punct +who/PRON/13/nsubj fired/VERB/7/dep/fire +./PUNCT/13/punct +”/PUNCT/13/punct
----
[he] <said> {“We know,” … “who fired.”} assertion reported direct`,
		"most of the next sentence": `
“/PUNCT/3/punct +We/PRON/3/nsubj won/VERB/7/ccomp/win +,/PUNCT/3/punct +”/PUNCT/3/punct he/PRON/7/nsubj said/VERB/0/root/say +./PUNCT/7/punct
“/PUNCT/4/punct +We/PRON/4/nsubj can/AUX/4/aux win/VERB/0/root there/ADV/4/advmod too/ADV/4/advmod +,/PUNCT/4/punct +”/PUNCT/4/punct in/ADP/10/case May/PROPN/4/obl +./PUNCT/4/punct
----
[he] <said> {“We won,” … “We can win there too,” in May} assertion reported partial`,
		"behind a verb without a subject": `
Reported/VERB/0/root/report/VBN there/ADV/1/advmod +./PUNCT/1/punct
“/PUNCT/3/punct +There/PRON/3/expl is/VERB/0/root/be no/DET/5/det plan/NOUN/3/nsubj +./PUNCT/3/punct +”/PUNCT/3/punct
----
[-] <-> {“There is no plan.”} assertion reported direct`,
		"too short to be somebody's": `
Snow/NOUN/2/nsubj fell/VERB/0/root/fall +./PUNCT/2/punct

"/PUNCT/3/punct +We/PRON/3/nsubj won/VERB/0/root/win +./PUNCT/3/punct +"/PUNCT/3/punct
----
`,
		"nobody's": `
Snow/NOUN/2/nsubj fell/VERB/0/root/fall +./PUNCT/2/punct

"/PUNCT/5/punct +We/PRON/5/nsubj will/AUX/5/aux never/ADV/5/advmod leave/VERB/0/root this/DET/7/det valley/NOUN/5/obj +./PUNCT/5/punct +"/PUNCT/5/punct
----
[-] <-> {"We will never leave this valley."} assertion reported direct`,
		"a stray mark costs one sentence": `
The/DET/3/det "/PUNCT/3/punct +bold/ADJ/0/root plan/NOUN/3/dep +./PUNCT/3/punct
Snow/NOUN/2/nsubj fell/VERB/0/root/fall on/ADP/5/case the/DET/5/det pass/NOUN/2/obl +./PUNCT/2/punct

Rain/NOUN/2/nsubj fell/VERB/0/root/fall on/ADP/5/case the/DET/5/det town/NOUN/2/obl +./PUNCT/2/punct
----
`,
		"single marks and an apostrophe": `
‘/PUNCT/3/punct +We/PRON/3/nsubj won/VERB/6/ccomp/win +,/PUNCT/3/punct +’/PUNCT/3/punct said/VERB/0/root/say the/DET/8/det sailors/NOUN/10/nmod:poss/sailor +’/PART/8/case captain/NOUN/6/nsubj +./PUNCT/6/punct
----
[the sailors’ captain] <said> {‘We won,’} assertion reported direct`,
	})
}
