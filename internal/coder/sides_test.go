package coder_test

import (
	"context"
	"strings"
	"testing"

	"example.org/demarche"
	"example.org/demarche/record"
)

// TestSides holds who acts and to whom it is done, construction by construction: type, trigger, actors > recipients of each event, in the words of
// their mentions.
func TestSides(t *testing.T) {
	c, err := demarche.Open(demarche.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, one := range []struct{ text, want string }{
		// Nouns of deed whose doer or victim the words around tell.
		{"Ugandan troops launched raids targeting rebels in the Congo.", "ASSAULT raids: Ugandan troops > rebels; ASSAULT targeting: Ugandan troops > rebels"},
		{"Kenya condemned Eritrea for the raid on its embassy.", "ACCUSE condemned: Kenya > Eritrea; ASSAULT raid: Eritrea > its embassy"},
		{"Police detained thirty students in a series of raids in Tunis.", "COERCE detained: Police > thirty students; COERCE raids: Police >"},
		{"The Angolan army completed its withdrawal from the province.", "RETREAT withdrawal: The Angolan army >"},

		// Pronouns that stand for whom the verb's own subject is not.
		{"The prime minister sacked the general on Monday night and accused him of mutiny.", "SANCTION sacked: The prime minister > the general; ACCUSE accused: The prime minister > him; PROTEST mutiny: him >"},
		{"Gunmen burst into the ward, lined up the patients and opened fire on them.", "ASSAULT opened fire: Gunmen > them"},
		{"Police fired on the miners, killing at least ten of them.", "ASSAULT fired: Police > the miners; ASSAULT killing: Police > them"},
		{"The Security Council condemned Iraq and demanded that it admit aid agencies.", "ACCUSE condemned: The Security Council > Iraq; REQUEST demanded: The Security Council > it; RETREAT admit: it > aid agencies"},
		{"The premier accused the generals of seeking to overthrow him.", "ACCUSE accused: The premier > the generals; COERCE overthrow: the generals > him"},
		{"A message from the Taliban said it had kidnapped the engineers.", "ASSAULT kidnapped: it > the engineers"},
		{"The bishop rejected the charges against him.", "REJECT rejected: The bishop >; ACCUSE charges:  > him"},

		{"When he landed, the premier condemned the raid.", "ACCUSE condemned: the premier >; ASSAULT raid:  >"},
		{"The premier sacked her over the lake.", "SANCTION sacked: The premier > her"},
		{"\"It was cold,\" she said, adding that she would vote for the senator.", "SUPPORT vote: she > the senator"},
		{"They condemned the premier.", "ACCUSE condemned: They > the premier"},
		{"They fell on the premier.", ""},

		{"Troops surrounded the office of the mayor, who vowed to stay.", "COERCE surrounded: Troops > the office of the mayor; AGREE vowed: the mayor >"},
		{"A leader of Hamas, who met Putin, condemned Israel.", "CONSULT met: A leader of Hamas > Putin; ACCUSE condemned: A leader of Hamas > Israel"},

		{"The senator called him a liar.", "ACCUSE called: The senator > him"},

		// People and blocs of whom nothing else is told.
		{"Police arrested those who had attacked the embassy.", "COERCE arrested: Police > those; ASSAULT attacked: those > the embassy"},
		{"Somebody shot the mayor.", "ASSAULT shot: Somebody > the mayor"},
		{"Somebody shot a dog.", ""},
		{"The West imposed sanctions on Syria.", "SANCTION imposed: The West > Syria"},
		{"Syria imposed curbs in the West.", ""},

		// Who does what a participle or an infinitive beside a noun says.
		{"The senator opened a rally blasting the governor.", "ACCUSE blasting: The senator > the governor"},
		{"The army shelled villages in a bid to oust the rebels.", "ASSAULT shelled: The army >; COERCE oust: The army > the rebels"},
		{"Nuns spoke of soldiers shooting at a crowd.", "ASSAULT shooting: soldiers shooting at a crowd > a crowd"},
		{"Two guards have been killed and nine rebels wounded.", "ASSAULT killed:  > Two guards; ASSAULT wounded:  > nine rebels"},

		// What belongs to a state or an army; what stands beside it.
		{"Militants attacked a security outpost near the lake.", "ASSAULT attacked: Militants > a security outpost near the lake"},
		{"Rebels attacked a barn near the lake.", "ASSAULT attacked: Rebels >"},
		{"Rebels attacked police and the president's villa.", "ASSAULT attacked: Rebels > police + the president's villa"},
		{"The ministry is probing reports that guards beat a poet.", "ACCUSE probing: The ministry > guards; ASSAULT beat: guards > a poet"},

		// Whom a deed is kept from.
		{"The council voted to protect farmers from attacks by the army.", "ASSAULT attacks: the army > farmers"},

		// Things told with those who have them; both sides of a fight; doers shared by passives.
		{"The senator has released a video that accuses the governor of fraud.", "ACCUSE accuses: The senator > the governor"},
		{"The envoy praised the role Kenya played.", "SUPPORT praised: The envoy > Kenya"},
		{"Fighting between rebels and peacekeepers has killed ten nuns.", "ASSAULT Fighting: rebels > peacekeepers; ASSAULT killed: rebels + peacekeepers > ten nuns"},
		{"Two gunmen were chased by police and shot.", "COERCE chased: police > Two gunmen; ASSAULT shot: police > Two gunmen"},

		{"The cleric condemned those responsible for the bombings.", "ACCUSE condemned: The cleric > those responsible for the bombings; ASSAULT bombings:  >"},
		{"The soldiers fired on the group, killing one of them.", "ASSAULT fired: The soldiers > the group; ASSAULT killing: The soldiers > them"},

		{"Those trailing the governor heaped criticism on the president.", "ACCUSE heaped: Those trailing the governor > the president"},
		{"Couple charged with fraud in Ohio.", "ACCUSE charged:  > Couple"},
		{"Rebels sank a freighter near the lake.", "ASSAULT sank: Rebels > a freighter"},

		// Speech acts, and the deeds they speak of.
		{"Zambia called for the mining firms to pay more tax.", "REQUEST called: Zambia > the mining firms"},
		{"Peru may be prepared to drop its objections to the plan.", "AGREE prepared: Peru >; CONCEDE drop: Peru >"},
		{"The rebels agreed to release the nurse.", "AGREE agreed: The rebels >; RETREAT release: The rebels > the nurse"},
		{"The marines refused to fire on the crowd.", "REJECT refused: The marines >; ASSAULT fire: The marines > the crowd"},
		{"The deal was brokered by Kenya with the Ugandan government.", "CONSULT brokered: Kenya > the Ugandan government"},
		{"Chad asked that troops be sent.", "REQUEST asked: Chad >"},
		{"The bishop called for the minister to be prosecuted.", "REQUEST called: The bishop >; ACCUSE prosecuted:  > the minister"},
		{"The Red Cross asked that the prisoners be freed by the rebels.", "REQUEST asked: The Red Cross > the rebels; RETREAT freed: the rebels > the prisoners"},
		{"Britons called on parliament to arrest the general.", "REQUEST called: Britons > parliament; COERCE arrest: parliament > the general"},
		{"Peru pledged to continue to support the government of Chad.", "AGREE pledged: Peru > the government of Chad; SUPPORT support: Peru > the government of Chad"},
		{"Chad threatened to launch a military operation in northern Sudan to attack the rebels.", "THREATEN threatened: Chad > the rebels; ASSAULT operation: Chad > the rebels; ASSAULT attack: Chad > the rebels"},
		{"Bolivia said it was willing to send troops to Haiti.", "AGREE willing: it >; MOBILIZE send: it >"},
	} {
		r, err := c.Code(context.Background(), demarche.Article{Text: one.text, Published: "2011-07-19"})
		if err != nil {
			t.Fatal(err)
		}
		if got := drawSides(&r); got != one.want {
			t.Errorf("%s:\ngot  %s\nwant %s", one.text, got, one.want)
		}
	}
}

// drawSides is a list of an article's events with the words of their sides.
func drawSides(r *record.Record) string {
	words := func(ms []record.Span) string {
		var all []string
		for _, m := range ms {
			all = append(all, m.Cut(r.Article.Text))
		}
		return strings.Join(all, " + ")
	}
	var all []string
	for _, e := range r.Events {
		all = append(all, strings.TrimSpace(string(e.Type)+" "+e.Evidence[0].Cut(r.Article.Text)+": "+words(e.ActorMentions)+" > "+words(e.RecipientMentions)))
	}
	return strings.Join(all, "; ")
}
