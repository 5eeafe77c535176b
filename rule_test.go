package demarche_test

import (
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"example.org/demarche"
	"example.org/demarche/data"
	"example.org/demarche/record"
)

// notEntries are rules of notes that no entry stands behind: the text tells all.
var notEntries = map[string]bool{"language": true, "length": true}

// rulesOf are the rules that a record names.
func rulesOf(r *record.Record) []string {
	var all []string
	for _, x := range r.Events {
		all = append(all, x.Rule)
	}
	for _, x := range r.States {
		all = append(all, x.Rule)
	}
	for _, x := range r.Attributions {
		all = append(all, string(x.Rule))
	}
	for _, x := range r.Dates {
		all = append(all, string(x.Rule))
	}
	for _, x := range r.Notes {
		all = append(all, string(x.Rule))
	}
	return all
}

// TestEveryRuleOfARecordHasAnEntry: what the samples' records name, of all kinds of knowledge, can be looked up, and the line is in the text.
func TestEveryRuleOfARecordHasAnEntry(t *testing.T) {
	c, samples := open(t)
	kinds := map[string]bool{}
	for _, a := range samples {
		r, err := c.Code(t.Context(), a)
		if err != nil {
			t.Fatal(err)
		}
		for _, rule := range rulesOf(&r) {
			e, ok := c.Rule(rule)
			kinds[path.Dir(e.File)] = true
			switch {
			case rule == "" || notEntries[rule]:
			case !ok || e.Text == "":
				t.Errorf("%s: nothing stands behind %q", a.SourceID, rule)
			case !strings.HasPrefix(e.File, "models/") && !hasLine(t, e):
				t.Errorf("%q: %s does not hold %q", rule, e.File, e.Text)
			}
		}
	}
	for _, k := range []string{"lexicon", "cues", "status", "dates", "models"} {
		if !kinds[k] {
			t.Errorf("no rule of %s was looked up", k)
		}
	}
}

// hasLine reports whether the line that a rule names is part of its text.
func hasLine(t *testing.T, e demarche.Rule) bool {
	t.Helper()
	b, err := data.Text.ReadFile(e.File)
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(string(b), "\n")
	if e.Line < 1 || e.Line > len(lines) || lines[e.Line-1] == "" {
		return false
	}
	return strings.Contains("\n"+e.Text+"\n", "\n"+strings.TrimRight(lines[e.Line-1], " \t")+"\n")
}

func TestRule(t *testing.T) {
	c, _ := open(t)
	for _, x := range []struct{ rule, file, begins, holds string }{
		{"weekday.txt:13", "dates/weekday.txt", "weekday WEEKDAY\n+ The envoys met on Friday.", "| Friday = 2011-07-22"},
		{"say.txt:3 say", "cues/say.txt", "verb say\ntype assertion", "takes clause"},
		{"consult.txt:3 meet", "lexicon/consult.txt", "verb   meet\n", "+ Turkish diplomats met Greek officials"},
		{"states.txt:6 hold", "status/states.txt", "verb    control hold", "+ Government troops control"},
		{"same.txt incident", "status/same.txt", "", "incident"},
		{"same.txt zebra", "status/same.txt", "# When two reports", ""},
		{"statements.dmm", "models/statements.dmm", "statements.dmm: cues of statements", "\nnetwork: "},
		{"choice.dmm ASSAULT 0.71, COERCE 0.12", "models/choice.dmm", "choice.dmm: what relates two sides", "\nlearned from: "},
		{"roles.dmm", "models/roles.dmm", "roles.dmm: who fills", "\nnetwork: "},
		{"boundaries.bin", "models/boundaries.bin", "boundaries.bin: sentence ends", "\nmodel: "},
	} {
		e, ok := c.Rule(x.rule)
		if !ok || e.File != x.file || !strings.HasPrefix(e.Text, x.begins) || !strings.Contains(e.Text, x.holds) || strings.Contains(e.Text, "\n\n") {
			t.Errorf("%q: %t, %+v", x.rule, ok, e)
		}
	}
	for _, rule := range []string{"", "language", "length", "consult.txt:0", "consult.txt:2 meet", "consult.txt:99999999999999999999 meet", "lost.txt:3 meet", "lost.dmm", "own/consult.txt:3 meet", "../lexicon/consult.txt:3"} {
		if e, ok := c.Rule(rule); ok {
			t.Errorf("%q: %+v", rule, e)
		}
	}
}

// TestRuleFilesHaveNamesOfTheirOwn: records name files without their folders, so a name must not stand in two folders that rules come from.
func TestRuleFilesHaveNamesOfTheirOwn(t *testing.T) {
	seen := map[string]string{}
	for _, folder := range []string{"lexicon", "cues", "status", "dates"} {
		files, err := fs.Glob(data.Text, folder+"/*")
		if err != nil || files == nil {
			t.Fatal(folder, err)
		}
		for _, f := range files {
			if old := seen[path.Base(f)]; old != "" {
				t.Errorf("%s and %s: a rule could mean either", old, f)
			}
			seen[path.Base(f)] = f
		}
	}
}

// TestEveryModelHasACard: what the program embeds as a model has a card that says what it is.
func TestEveryModelHasACard(t *testing.T) {
	c, _ := open(t)
	files, err := filepath.Glob("data/models/*.[db][mi][mn]")
	if err != nil || len(files) < 9 {
		t.Fatal(files, err)
	}
	for _, f := range files {
		e, ok := c.Rule(filepath.Base(f))
		if !ok || !strings.HasPrefix(e.Text, filepath.Base(f)+": ") || strings.Count(e.Text, "\n") < 3 || strings.ContainsAny(e.Text, "|`") {
			t.Errorf("%s: %+v", f, e)
		}
	}
}

// TestRuleOfOwnFiles: rules of a user's own lexicon, over ours or alone, and of a dictionary of PETRARCH's lead to the user's files, as they were
// when the coder was opened, and say nothing about where they lie.
func TestRuleOfOwnFiles(t *testing.T) {
	dir := t.TempDir()
	file := func(name, text string) string {
		p := filepath.Join(dir, name)
		if err := os.WriteFile(p, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		return p
	}
	long := "verb laud\ncode ACCUSE\nrecipient object\n" + strings.Repeat("# a long comment, and no empty line\r\n", 1000) + "+ Kenya lauded Mali. | Kenya -> Mali\n"
	for _, x := range []struct {
		o                        demarche.Options
		rule, file, begins, ends string
	}{
		{demarche.Options{Lexicon: file("my words.txt", ownEntry)}, "own/my words.txt:1 laud", "own/my words.txt", "verb laud\n", "Kenya -> Mali"},
		{demarche.Options{Lexicon: file("say.txt", ownEntry), LexiconAlone: true}, "say.txt:1 laud", "own/say.txt", "verb laud\n", "Kenya -> Mali"},
		{demarche.Options{Lexicon: file("weekday.txt", long), LexiconAlone: true}, "weekday.txt:1 laud", "own/weekday.txt", "verb laud\ncode", "no empty line\n…"},
		{demarche.Options{Lexicon: file("long.txt", long)}, "own/long.txt:1 laud", "own/long.txt", "verb laud\ncode", "no empty line\n…"},
		{demarche.Options{PetrarchVerbs: file("verbs.txt", "--- LAUD [050] ---\nLAUD {LAUDED LAUDS}\n")}, "own/verbs.txt:2 laud", "own/verbs.txt", "--- LAUD [050] ---\nLAUD", "LAUDS}"},
	} {
		if rule, _ := lauded(t, x.o); rule != x.rule {
			t.Errorf("rule %q, want %q", rule, x.rule)
		}
		c, err := demarche.Open(x.o)
		if err != nil {
			t.Fatal(err)
		}
		e, ok := c.Rule(x.rule)
		if !ok || e.File != x.file || !strings.HasPrefix(e.Text, x.begins) || !strings.HasSuffix(e.Text, x.ends) || len(e.Text) > 9000 {
			t.Errorf("%q: %t, %+v", x.rule, ok, e)
		}
		for rule, file := range map[string]string{"say.txt:3 say": "cues/say.txt", "weekday.txt:13": "dates/weekday.txt"} {
			if e, _ := c.Rule(rule); e.File != file {
				t.Errorf("%s: %+v", rule, e)
			}
		}
	}
}

// TestEveryCodeOfARecordHasATerm: types, modes, CAMEO codes, quad classes, statuses, contexts and sectors of the samples' records.
func TestEveryCodeOfARecordHasATerm(t *testing.T) {
	c, samples := open(t)
	for _, a := range samples {
		r, err := c.Code(t.Context(), a)
		if err != nil {
			t.Fatal(err)
		}
		var codes []string
		for _, e := range r.Events {
			codes = append(codes, e.CAMEO, strconv.Itoa(e.QuadClass), string(e.Status))
			if e.Type != "" {
				codes = append(codes, string(e.Type))
			}
			if e.Mode != "" {
				codes = append(codes, string(e.Type)+"/"+string(e.Mode))
			}
			for _, x := range e.Contexts {
				codes = append(codes, string(x))
			}
		}
		for _, n := range r.Entities {
			for _, x := range n.Sectors {
				codes = append(codes, string(x))
			}
		}
		for _, code := range codes {
			if term, ok := c.Term(code); !ok || term == "" {
				t.Errorf("%s: %q has no term", a.SourceID, code)
			}
		}
	}
}

func TestTerm(t *testing.T) {
	c, _ := open(t)
	for code, want := range map[string]string{
		"COERCE":       "One side uses power over another short of violence: it arrests, deports, searches, confiscates, bans, censors, imposes a curfew, blockades, occupies, breaks into computers",
		"COERCE/seize": "Something is searched, raided, confiscated, or ground is occupied",
		"AGREE":        "One side says that it is willing to do something that brings it nearer to another: it agrees, promises, offers, invites, accepts a mediator",
		"LBY":          "Libya", "SUN": "Soviet Union", "UNO": "United Nations",
		"040": "consult", "asylum": "Asylum asked for, given, refused", "REB": "armed opposition", "4": "material conflict", "denied": "Negated, or the content of a denial or a refusal",
	} {
		if got, ok := c.Term(code); !ok || got != want {
			t.Errorf("%s: %q, want %q", code, got, want)
		}
	}
	for _, code := range []string{"", "-", "ABK", "0", "5", "9999", "COERCE/", "COERCE/visit", "/seize", "coerce", "-1", "+1"} {
		if got, ok := c.Term(code); ok {
			t.Errorf("%q: %q", code, got)
		}
	}
}

// TestRuleOfEveryEntry: every entry of the lexicon is found by its name, with all its lines.
func TestRuleOfEveryEntry(t *testing.T) {
	c, _ := open(t)
	for _, e := range c.Lexicon().Entries() {
		name := fmt.Sprintf("%s:%d %s", e.Path, e.Line, strings.ReplaceAll(e.Heads[0], "_", " "))
		r, ok := c.Rule(name)
		last := strings.Fields(e.Text)
		if !ok || r.File != "lexicon/"+e.Path || !strings.Contains(r.Text, e.Heads[0]) || !strings.Contains(r.Text, last[len(last)-1]) {
			t.Errorf("%s: %+v", name, r)
		}
	}
}
