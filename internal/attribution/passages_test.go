package attribution_test

import (
	"os"
	"slices"
	"strings"
	"testing"

	"example.org/demarche/internal/attribution"
	"example.org/demarche/internal/event"
	"example.org/demarche/internal/names"
)

// TestPassages holds constructions that need more than an entry: each passage must give the marked attribution, as examples of
// data/cues do ("¶" ends a paragraph), and none that the second mark forbids. The trees are those that the program makes.
func TestPassages(t *testing.T) {
	cues, err := attribution.LoadCues(os.DirFS("../../data/cues"))
	if err != nil {
		t.Fatal(err)
	}
	k, err := names.Load(os.DirFS("../../data"))
	if err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct{ passage, not string }{
		"an aside before the second part of a quotation": {
			passage: `{“That is no answer,”} [one aide] <said> late last month, {“but a muted shrug.”}`},
		"the next paragraph takes no quotation": {
			passage: `{"We have rules,"} [he] <said>. {"They are called laws."} ¶ Moreau reported from Lagos.`,
			not:     `"We have rules," he said. {"They are called laws."} ¶ [Moreau] <reported> from Lagos.`},
		"nor the next sentence that has its own": {
			passage: `{"We are farmers,"} [Ms. Adeyemi] <said>. {"We are no soldiers."} Mr. Okoro said: "The army is lying."`},
		"a quotation behind a statement without content": {
			passage: `[Sam Bello, the director of the port,] <said> in a statement. {“There are no ships to unload.} {The strike goes on.”}`,
			not:     `Sam Bello, the director of the port, said in a statement. {“There are no ships to unload.} {The strike goes on.”}`},
		"a name and its office between quotation and verb": {
			passage: `{"He would be a great senator.} {Not good, great,"} [Rep. Elias Cole (D-Ohio)] <said> in an interview.`},
		"a phrase before the quotation is no content": {
			passage: `On a visit to Accra, [the minister] <said>, {“We will rebuild the port.”}`},
		"even is no part of a source": {
			passage: `Even [China] <said> {the launch was reckless}.`},
		"nor is the year": {
			passage: `[An arbitration panel] in 2001 <found> {that the tariff was illegal}.`},
		"a verb at the end that the tree makes another deed": {
			passage: `{His refusal to answer did not go over well with the deputies, and the meeting broke up early}, <said> [one source in the room].`},
		"when is not what": {
			passage: `When the money ran out, Rome said enough.`,
			not:     `{When the money ran out}, [Rome] <said> enough.`},
		"who declined": {
			passage: `{The talks involved two generals}, <said> [a senior official, who declined to be named].`},
		"an abbreviation keeps its full stop": {
			passage: `[The harbour master] <says> {the ferry will leave at 7 p.m.}`},
		"adverbs before a preposition": {
			passage: `[The bishop] <spoke out sharply against> {the raids}.`},
		"what a deed is said of": {
			passage: `The council debated {the cuts} <proposed> by [the treasury] in May.`},
		"a chain before a light verb": {
			passage: `[The envoy] <continued to express doubts about> {the truce}.`},
		"a statement set into its sentence behind the subject": {
			passage: `{The dam}, [engineers] <believe>, {will hold}.`},
		"one with a date": {
			passage: `{The talks}, [the envoy] <warned> on Monday, {would fail}.`},
		"of two subjects the nearer one speaks": {
			passage: `A fierce critic of the dam, [Ms. Hill] <said> {that it would leak}.`},
		"a quotation that shows a judgement": {
			passage: `[He] <called> {her a genius.} {“She can sell ice.”}`},
		"another verb is no refusal to say": {
			passage: `[He] <refused> {to speak up}.`},
		"a purpose is nobody's attitude": {
			passage: `She found ways to support the arts.`,
			not:     `[She] found ways <to support> {the arts}.`},
		"a court's name makes no appeal": {
			passage: `The Court of Appeals for the district sat on Monday.`,
			not:     `The Court of <Appeals for> {the district} sat on Monday.`},
		"what is supposed to be is nobody's belief": {
			passage: `The port is supposed to open in May.`,
			not:     `{The port} <is supposed> {to open in May}.`},
		"what is told with a clause is no order": {
			passage: `[The premier] <told> parliament {that the navy was to blame for the leak}.`},
		"who is told is not what is told": {
			passage: `Residents were told on Monday.`,
			not:     `{Residents} <were told> on Monday.`},
		"who is said to be a critic": {
			passage: `[She] <was a harsh critic of> {the war}.`},
		"a purpose of what others did has no source": {
			passage: `The meeting was held <to deliver a message> {that the king must go}.`,
			not:     `[The meeting] was held <to deliver a message> {that the king must go}.`},
		"a participle behind its noun": {
			passage: `Cars were turned away by [officials] <saying> {that the road was closed}.`},
		"what somebody went on to do is no quotation": {
			passage: `He went on to praise the fleet. “It sailed well in the storm.”`,
			not:     `[He] <went on> to praise the fleet. {“It sailed well in the storm.”}`},
		"their own support": {
			passage: `[The unions] <voiced their support for> {the strike}.`},
		"believing it they fired": {
			passage: `[The guards] fired in the <belief> {that the car was stolen}.`},
		"a name is no judgement": {
			passage: `A group called Black Hand blocked the road.`,
			not:     `{A group} <called> Black Hand blocked the road.`},
		"what somebody continued to do is no quotation": {
			passage: `He continued to praise the fleet. “It sailed well in the storm.”`,
			not:     `[He] <continued> to praise the fleet. {“It sailed well in the storm.”}`},
		"what is doubtful": {
			passage: `It <is doubtful> {that the dam will hold}.`},
		"with what they proposed": {
			passage: `The miners lived with {the cuts} [the board] <proposed>.`},
		"when is no part of a cue": {
			passage: `When <asked about> {the raid}, the mayor left the room.`},
		"what he declined to identify": {
			passage: `[He] <declined to identify> {the bidders}.`},
		"officials saying": {
			passage: `[Officials] <saying> {that the road was closed} turned drivers away.`},
		"only so many": {
			passage: `[Only 52 percent of voters] <support> {the plan}.`},
		"what is answered is no refusal": {
			passage: `The company answered the letter.`,
			not:     `[The company] <answered> {the letter}.`},
		"a label is nobody": {
			passage: `Source: Central Bank of Kenya.`,
			not:     `[Source]<:> {Central Bank of Kenya}.`},
	} {
		t.Run(name, func(t *testing.T) {
			if found, all := isFound(t, c.passage, cues, k); !found && strings.Contains(c.passage, "<") {
				t.Errorf("%s\nfound %s", c.passage, all)
			}
			if found, all := isFound(t, c.not, cues, k); found && c.not != "" {
				t.Errorf("not to be found: %s\nfound %s", c.not, all)
			}
		})
	}
}

// isFound reports whether the marked attribution of a passage is found, and what is.
func isFound(t *testing.T, passage string, cues *attribution.Cues, k *names.Knowledge) (bool, string) {
	t.Helper()
	m := parseMarked(strings.ReplaceAll(passage, " ¶ ", "\n\n"))
	g, all := m.find(t, cues, k)
	return slices.ContainsFunc(all, func(a *event.Attribution) bool { return m.fits(g, a) }), drawn(g, all)
}
