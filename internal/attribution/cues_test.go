package attribution

import (
	"slices"
	"strings"
	"testing"
	"testing/fstest"
)

func TestKnowledge(t *testing.T) {
	c := knowledge(t)
	lemmas := map[string]bool{}
	for _, cue := range c.All {
		lemmas[cue.Lemma] = true
	}
	if len(lemmas) < 1200 {
		t.Errorf("%d lemmas, want 1200 or more", len(lemmas))
	}
	for _, cue := range c.All {
		for _, x := range cue.Examples {
			if strings.Count(x.Marked, "{") == 0 && !cue.Negated || cue.Part != Mark && strings.Count(x.Marked, "<") != 1 {
				t.Errorf("%s: the example marks no content or not one cue: %s", cue.Rule, x.Marked)
			}
		}
	}
}

// TestSlots holds that every slot is one that the program knows: a preposition is a word in small letters.
func TestSlots(t *testing.T) {
	known := []Slot{SlotClause, SlotThat, SlotQuote, SlotToDo, SlotDoing, SlotObject, SlotComplement, SlotHearer, SlotHost, SlotAlone, SlotRaised, SlotHolder, "if"}
	prepositions := strings.Fields("about against among around as at behind by for from in into of off on over through to toward towards upon with")
	for _, cue := range knowledge(t).All {
		for _, f := range cue.Frames {
			for _, s := range f {
				p := strings.TrimPrefix(string(s), "host:")
				if !slices.Contains(known, s) && !slices.Contains(prepositions, p) {
					t.Errorf("%s: slot %q is neither known nor a preposition", cue.Rule, s)
				}
			}
		}
	}
}

func TestLoadErrors(t *testing.T) {
	const good = "verb say\ntype assertion\nstance reported\ntakes clause\nexample [He] <said> {it fell}.\n"
	for want, file := range map[string]string{
		"a.txt:1: an entry begins with": strings.Replace(good, "verb", "verbal", 1),
		`a.txt:1: type "fact"`:          strings.Replace(good, "assertion", "fact", 1),
		`a.txt:1: stance "sure"`:        strings.Replace(good, "reported", "sure", 1),
		`a.txt:4: unknown key "frames"`: strings.Replace(good, "takes", "frames", 1),
		`a.txt:3: only "denied"`:        strings.Replace(good, "stance reported", "only denied", 1),
		`needs a line "takes"`:          strings.Replace(good, "takes clause\n", "", 1),
		`needs a line "example"`:        strings.Replace(good, "example [He] <said> {it fell}.\n", "", 1),
		`a.txt:2: key "word"`:           "source witness\nword resident\n" + good,
		`a.txt:1: unknown source`:       "source oracle\nwords sibyl\n\n" + good,
		"no cues":                       "# nothing\n",
	} {
		_, err := LoadCues(fstest.MapFS{"a.txt": {Data: []byte(file)}})
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("error %v, want %q", err, want)
		}
	}
	if _, err := LoadCues(fstest.MapFS{"a.txt": {Data: []byte(good)}}); err != nil {
		t.Error(err)
	}
}

func TestForms(t *testing.T) {
	for lemma, want := range map[string]string{
		"deny": "denies denied denying", "agree": "agrees agreed agreeing", "admit": "admits admited admiting admitted admitting",
		"urge": "urges urged urging", "tell": "tells telled telling", "stress": "stresses stressed stressing", "lie": "lies lied lying",
	} {
		got := verbForms(lemma)
		for w := range strings.FieldsSeq(want) {
			if !slices.Contains(got, w) {
				t.Errorf("forms of %s: %v, want %s among them", lemma, got, w)
			}
		}
	}
}
