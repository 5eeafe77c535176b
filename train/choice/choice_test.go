package main

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"example.org/demarche/internal/event"
	"example.org/demarche/internal/ontology"
)

func onto(t *testing.T) *ontology.Ontology {
	t.Helper()
	o, err := ontology.Load(os.DirFS("../../data/ontology"))
	if err != nil {
		t.Fatal(err)
	}
	return o
}

func TestRead(t *testing.T) {
	const file = `# Two blocks.
text The guard fired on the boat, the guard said.
e ASSAULT firearms 193 | fired | guard | boat | occurred | military crime
n said | guard~2 | -

text Chad met Mali.
e CONSULT - 040 | met | Chad, Mali | Chad, Mali | occurred | -
e - - 010 | met~1 | Chad | - | hypothetical | -
`
	all, err := read(strings.NewReader(file), "a.txt", onto(t))
	if err != nil {
		t.Fatal(err)
	}
	if len(all) != 2 || all[0].place() != "a.txt:2" || len(all[0].events) != 2 || len(all[1].events) != 2 {
		t.Fatalf("%+v", all)
	}
	fired, said, met := all[0].events[0], all[0].events[1], all[1].events[0]
	word := func(s *sentence, x span) string { return s.text[x.start:x.end] }
	switch {
	case fired.typ != "ASSAULT" || fired.mode != "firearms" || fired.cameo != "193" || fired.status != event.Occurred || len(fired.contexts) != 2:
		t.Errorf("fired is %+v", fired)
	case word(all[0], fired.trigger) != "fired" || word(all[0], fired.recipients[0]) != "boat":
		t.Errorf("fired has the words %+v", fired)
	case !said.none || said.actors[0].start != strings.LastIndex(all[0].text, "guard"):
		t.Errorf("said is %+v", said)
	case met.mode != "" || met.contexts != nil || !slices.Equal(met.actors, met.recipients):
		t.Errorf("met is %+v", met)
	case all[1].events[1].typ != "":
		t.Errorf("a statement has the type %q", all[1].events[1].typ)
	}
}

func TestErrors(t *testing.T) {
	o := onto(t)
	const text = "text The guard shot the guard of the boat.\n"
	for _, c := range []struct{ file, want string }{
		{text + "e ASSAULT firearms 193 | shot | guard | boats | occurred | -", `a.txt:2: recipient "boats" is not in the text as a word`},
		{text + "e ASSAULT firearms 193 | shot | guard | boa | occurred | -", `"boa" is not in the text as a word`},
		{text + "e ASSAULT firearms 193 | shot | guard | guard~3 | occurred | -", `"guard" stands 2 times in the text, not 3`},
		{text + "e ASSAULT firearms 193 | shot | the guard | - | occurred | -", `"the guard" is more than one word`},
		{text + "e ASSAULT firearms 193 | shot, boat | guard | - | occurred | -", "is several words"},
		{text + "e ASSAULT firearms 193 | - | guard | - | occurred | -", "no trigger"},
		{text + "e ASSAULT firearms 193 | shot | shot | - | occurred | -", "the trigger is a side as well"},
		{text + "e ASSAULT firearms 193 | shot | guard, boat | guard | occurred | -", "some actors are recipients too"},
		{text + "e ASSAULT firearms 193 | shot | guard, guard | - | occurred | -", "named twice"},
		{text + "e ASSAULT firearms 193 | shot | guard,, boat | - | occurred | -", "is empty"},
		{text + "e ASSAULT firearms 193 | shot | guard | - | done | -", `"done" is no status`},
		{text + "e ASSAULT firearms 193 | shot | guard | - | occurred | war", `"war" is no context`},
		{text + "e ASSAULT visit 193 | shot | guard | - | occurred | -", `ASSAULT has no mode "visit"`},
		{text + "e ASSAULT - 040 | shot | guard | - | occurred | -", "CAMEO 040 belongs to CONSULT"},
		{text + "e ATTACK - 190 | shot | guard | - | occurred | -", `"ATTACK" is no PLOVER type`},
		{text + "e ASSAULT 193 | shot | guard | - | occurred | -", "is not TYPE MODE CAMEO"},
		{text + "e ASSAULT firearms 193 | shot | guard | occurred | -", "5 fields, want 6"},
		{text + "n shot | guard", "2 fields, want 3"},
		{text + "n shot || guard", "field 2 is empty"},
		{text + "n shot | guard | -\nn shot | guard | boat", "has such a line already"},
		{text, "neither e nor n"},
		{text + text, "a second text"},
		{"e ASSAULT firearms 193 | shot | guard | - | occurred | -", `begins with "e"`},
		{"text\nn shot | guard | -", "there is no text"},
		{text + "by shot | guard | -", `begins with "by"`},
	} {
		_, err := read(strings.NewReader(c.file), "a.txt", o)
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s\nerror %v, want one of %s", c.file, err, c.want)
		}
	}
}

func TestMasked(t *testing.T) {
	for text, want := range map[string]string{
		"The United Nations met on Friday, 3 May.":         "the * met on *",
		`"We leave," said Ada Ray. Troops left Oslo.`:      "we leave said * troops left *",
		"The U.S. Navy left; Mr. Ray and I saw 300 boats.": "the * left * and i saw * boats",
		"— the smuggler's boat":                            "the smuggler's boat",
	} {
		if got := strings.Join(masked(text), " "); got != want {
			t.Errorf("%s: %s, want %s", text, got, want)
		}
	}
}

// TestShared: names make no difference, and the fault is told once, at the sentence that is asked about.
func TestShared(t *testing.T) {
	at := func(file string, line int, text string) *sentence {
		return &sentence{file: file, line: line, text: text}
	}
	all := []*sentence{
		at("lexicon", 1, "Rebels in Chad seized the town of Ati on Monday."),
		at("a", 1, "Soldiers in Mali seized the town of Gao."),
		at("a", 4, "Men from Peru seized the towns of the coast."),
		at("b", 1, "The rebels seized a town."),
	}
	every := func(string) bool { return true }
	got := shared(all, every)
	if len(got) != 1 || !strings.HasPrefix(got[0].Error(), `a:1: shares "in * seized the town of" with lexicon:1`) {
		t.Errorf("%v", got)
	}
	got = shared(all, func(file string) bool { return file == "lexicon" })
	if len(got) != 1 || !strings.HasPrefix(got[0].Error(), "lexicon:1: shares") {
		t.Errorf("%v", got)
	}
	if got := shared(all, func(file string) bool { return file == "b" }); len(got) != 0 {
		t.Errorf("%v", got)
	}
}

// TestGold checks the sentences that are there, and that no two of them, the lexicon's examples included, share a run of words.
func TestGold(t *testing.T) {
	var files []string
	for _, pattern := range []string{"../../gold/choice/*.txt", "../../data/lexicon/*.txt"} {
		some, err := filepath.Glob(pattern)
		if err != nil || len(some) == 0 {
			t.Fatalf("%s: no files: %v", pattern, err)
		}
		files = append(files, some...)
	}
	var out bytes.Buffer
	if err := check("../..", files, &out); err != nil {
		t.Error(err)
	}
	t.Log(out.String())
}
