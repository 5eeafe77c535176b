package coder_test

import (
	"context"
	"strings"
	"testing"

	"example.org/demarche"
	"example.org/demarche/record"
)

// TestSameHappening: which words of an article tell one happening; one group a happening, those told once left out.
func TestSameHappening(t *testing.T) {
	c, err := demarche.Open(demarche.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, one := range []struct{ text, want string }{
		// A noun after its verb, a general noun, an outcome, who suffered it.
		{"A suicide bomber killed 12 policemen in Kabul on Monday. The attack was condemned by the United Nations.", "killed attack"},
		{"Gunmen attacked an army post near Gao on Monday. Four soldiers were killed in the attack, the ministry said.", "attacked killed attack"},
		{"Rebels shelled the town of Goma on Sunday. Ten people died in the shelling.", "shelled died shelling"},
		{"Troops shelled the town, killing six people and wounding nine.", "shelled killing wounding"},
		{"Police arrested 40 protesters in Minsk on Friday. The arrests were criticised by the European Union.", "arrested arrests"},
		{"Soldiers arrested Karim Hadi on Monday. Karim Hadi was detained at his house.", "arrested detained"},
		{"Thousands of people protested in Athens on Friday. During the protest, demonstrators threw stones at police.", "protested protest"},
		{"The rebels kidnapped two French engineers. France condemned the kidnapping. The abduction lasted a month.", "kidnapped kidnapping abduction"},
		{"The president of Kenya met the president of Uganda in Nairobi on Friday. Their talks lasted two hours.", "met talks"},
		{"Iran threatened to close the strait. The threat was made on Friday.", "threatened threat"},
		{"Afghan police arrested two journalists on Monday. Karim Hadi and Ali Said were arrested for airing music.", "arrested arrested"},
		// A headline and its report; one side left out.
		{"Kenya Suspends Aid to Somalia. Kenya has suspended military aid to Somalia and Uganda, the ministry said.", "Suspends suspended"},
		{"Lawyers criticised the FBI probe of the senator. The ministry has no influence on the FBI's probe of the senator's emails.", "probe probe"},
		{"The governor of Texas endorsed the senator on Monday. Asked about endorsing the senator, he smiled.", "endorsed endorsing"},
		// Who suffered it, under a name or taken up by a noun.
		{"Gunmen abducted a Polish engineer near Gao in May. Piotr Nowak was abducted on the road to the mine.", "abducted abducted"},
		{"Three escaped inmates were captured by police in Utah on Monday. The men were captured in a barn.", "captured captured"},
		// Nouns that no entry codes by themselves.
		{"Persian soldiers occupied the oilfield on Tuesday. Britain condemned the occupation.", "occupied occupation"},
		{"The Dutch government asked Belgium for oil. Belgium rejected the request on Friday.", "asked request"},
		{"A suicide bomber killed four soldiers at a checkpoint in Swat. Two other soldiers were hurt in the blast.", "killed hurt blast"},
		{"The widow sued the ministry on Monday. The lawsuit says that the ministry knew of the danger.", "sued lawsuit"},
		// "The attack" is the one told last, but not that of its own clause.
		{"Militants attacked a hotel in Mosul on Monday. Gunmen killed two policemen in Basra on Tuesday. The attack lasted an hour.", "killed attack"},
		{"A bomb killed 12 soldiers in Kabul. Police shot two students during protests after the bombing.", "killed bombing"},
		// A noun that tells of nobody, before the report in full; what is offered and may be done.
		{"Town calm after shooting. A week after the police shooting of a student shops are open again.", "shooting shooting"},
		{"The rebels offered to release the envoy on Friday. They said they would release the envoy if the road was opened.", "release release"},
		{"The army released 400 prisoners. The releases were announced on Saturday.", "released releases"},
		{"The rebels abducted two French engineers. A mediator met the abducted engineers.", "abducted abducted"},
		// A noun that takes up what was done, whatever is thought of it; one of a day; whose death it was.
		{"The Dutch government asked Belgium for oil. Belgium is weighing the request.", "asked request"},
		{"Israeli jets bombed a workshop in Gaza. The army said that the target of the bombing was a rebel commander.", "bombed bombing"},
		{"Gunmen attacked a hotel in Mosul on Monday. The ministry praised the guards after Monday's attack.", "attacked attack"},
		{"Shops try to open again after shooting. The police shooting of a student has shaken the town.", "shooting shooting"},
		{"Soldiers killed the bishop on Sunday. The Vatican deplored his death.", "killed death"},
		{"Soldiers killed the bishop on Sunday. The Vatican deplored the death of a nun.", ""},
		{"The minister visited Oman on Monday. He was to meet the Saudi envoy. The meeting was put off.", "meet meeting"},
		// How it came about; the same place by its division; what befell them below in the same sentence; what a relative clause tells of it.
		{"Gunmen attacked a convoy of the governor on Monday. The governor was on his way home when the gunmen fired at the convoy.", "attacked fired"},
		{"The rebels attacked the barracks on Monday. They fired rockets at the barracks. They then shelled a bridge.", "attacked fired"},
		{"A bomb wounded nine soldiers in Baquba on Thursday. Police said the bomb exploded at a gate in Diyala province.", "wounded exploded"},
		{"France condemned the bombing of a shrine in Samarra that killed nine soldiers.", "bombing killed"},
		{"Kenyan mayor rebuffs Uganda. The Kenyan mayor rejected an offer by Uganda on Monday.", "rebuffs rejected"},
		// Whom it cost; another's loss in it; who came under fire, under his name.
		{"Gunmen raided the barracks before dawn. Eleven soldiers were killed.", "raided killed"},
		{"Gunmen raided the barracks before dawn. On Friday eleven soldiers were killed.", ""},
		{"Gunmen raided the barracks before dawn. In the next valley eleven soldiers were killed.", ""},
		{"Rebels killed 16 Indian soldiers in an ambush. One rebel was wounded in the firefight.", "killed ambush wounded firefight"},
		{"Kenya condemned a sniper attack on a Kenyan soldier. Corporal Ali Said came under sniper fire at a gate.", "attack fire"},
		{"Two fugitive inmates were captured in Utah. The men were captured in a barn.", "captured captured"},
		{"A gunman killed a security official in Aden. Karim Hadi, an intelligence officer, was killed at his door.", "killed killed"},
		// What goes on; what people are named by; accusations of one ministry and its land.
		{"Protests erupted in Prague after police killed a student. The mayor said that demonstrations were peaceful.", "Protests demonstrations"},
		{"Turkey hopes for accession talks with the bloc. The commissioner spoke of difficult accession talks.", "talks talks"},
		{"A coup deposed the king of Siam. The coup leaders promised an election.", "coup deposed coup"},
		{"Thai officials repeated accusations against a bank. The ministry accused the Thai bank of fraud.", "accusations accused"},
		{"The army killed two Taliban insurgents on Monday. The militants were killed near a bridge in Helmand.", "killed killed"},
		{"Troops captured a courier and five guards on Monday. The ministry did not name the captured men.", "captured captured"},
		{"A bandit shot a judge in Oaxaca. Two soldiers were killed.", ""},
		{"Two gunmen killed the guards. The gunmen were killed by police.", ""},
		{"Rebels shot a constable in Basra. The constable died of his wounds in hospital.", "shot died"},
		{"Rebels kidnapped a constable in Basra. The constable was killed in May.", ""},
		{"A court charged a Kenyan teacher with theft on Monday. Joseph Mutua, 30, was charged in Nakuru, police said.", "charged charged"},
		// Some of those told of; the crowd again; the doers' own account; a word of assault and how it was done; whose killing, in what.
		{"Chad has charged 40 people with treason. The trial opens in May. Among those charged are two reporters.", "charged charged"},
		{"Chad has charged 40 people with treason. Two reporters were charged in Togo.", ""},
		{"Some 300 miners marched in Potosi. Protesters with whistles gathered before the town hall on Sunday.", "marched gathered"},
		{"Some 300 miners marched in Potosi. Sixty protesters gathered in Lima on Sunday.", ""},
		{"Turkish troops shot two Syrians near the border on Tuesday. The Turkish army said soldiers opened fire after the men cut the fence.", "shot opened"},
		{"Turkish troops shot two Syrians near the border on Tuesday. A witness said the Syrians had opened fire.", ""},
		{"Two guards have been charged with assaulting prisoners in Oruro. A statement says the two guards punched two prisoners.", "assaulting punched"},
		{"Villagers protested the killing of nine herders in a NATO air strike.", "killing strike"},
		{"Gunmen shelled a convoy in Helmand. Villagers deplored the killing of nine herders.", ""},
		{"Jets continued to pound rebel camps in Chad, and the army says nine rebels were killed.", "pound killed"},
		{"Malta criticised Premier Sato's visits to the shrine. Ties have worsened because of Sato's yearly visits to the shrine.", "visits visits"},
		{"Malta criticised Premier Sato's visits to the shrine. Mr. Mori's visits to the shrine were private.", ""},
		{"Jets pounded rebel camps in Chad. With the latest fighting, 120 rebels have been killed, the army says. Five soldiers were also killed in the fighting.", "killed fighting"},
		{"A grand jury in Ohio returned an indictment against a couple accused of posing as refugees.", "indictment accused"},
		{"A court in Ohio heard a couple accused of posing as refugees. Prosecutors accused the governor of fraud.", ""},
		// A day that any report of it contradicts.
		{"Israel bombs Gaza. Israel bombed Gaza on Monday. Its bombing of Gaza on Friday followed.", "bombs bombed"},
		// Two tellers.
		{"Syrian jets bombed Homs on Sunday, activists said. State television said that the Syrian jets had bombed rebels in Homs on Sunday.", "bombed bombed"},

		// Two raids, by word, day, place or number.
		{"Gunmen attacked a post near Swat on Monday. Another attack on Sunday killed two policemen in Lahore.", "attack killed"},
		{"Israel bombed Gaza on Monday. Israel bombed Gaza again on Tuesday.", ""},
		{"Troops killed three protesters in Daraa. Troops killed two protesters in Homs.", ""},
		{"Police arrested 40 protesters in Minsk on Friday. Police arrested 12 protesters in Gomel on Friday.", ""},
		{"The bank's unions endorsed the president. Other unions have also endorsed the president.", ""},
		{"The militants continue their attacks. Rebels attacked the port on Friday.", ""},
		{"The army killed at least 20 rebels in Swat. The army killed more than 100 rebels in Swat.", ""},
		{"The president met the envoy on Friday. The president regularly meets the envoy.", ""},
		{"The party called for the minister to resign. The party called for the governor to resign.", ""},
		// Two verbs of one sentence, and one deed during another.
		{"The bloc closed its borders with Niger and froze the assets of Niger.", ""},
		{"The militia kidnapped a Polish engineer in May. Three guards were killed during the kidnapping.", "kidnapped kidnapping"},
		// What is denied, planned or asked for is another thing than what was done.
		{"Russian jets bombed Idlib, activists said. Moscow denied that Russian jets had bombed Idlib.", ""},
		{"The president of Kenya met the president of Uganda on Friday. The president of Kenya will meet the president of Uganda in May.", ""},
		{"Turkey demanded that Greece release the sailors. Greece released the sailors on Friday.", ""},
	} {
		r, err := c.Code(context.Background(), demarche.Article{Text: one.text, Published: "2011-07-19"})
		if err != nil {
			t.Fatal(err)
		}
		if got := happenings(&r); got != one.want {
			t.Errorf("%s\none happening: %q, want %q\n%s", one.text, got, one.want, draw(&r))
		}
	}
}

// happenings is the words of events that tell one happening, groups parted by a bar.
func happenings(r *record.Record) string {
	groups := map[record.ID][]string{}
	var order []record.ID
	for _, e := range r.Events {
		id := e.SameAs
		if id == "" {
			id, order = e.ID, append(order, e.ID)
		}
		word, _, _ := strings.Cut(e.Evidence[0].Cut(r.Article.Text), " ")
		groups[id] = append(groups[id], word)
	}
	var told []string
	for _, id := range order {
		if len(groups[id]) > 1 {
			told = append(told, strings.Join(groups[id], " "))
		}
	}
	return strings.Join(told, " | ")
}
