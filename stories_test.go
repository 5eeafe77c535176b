package demarche_test

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"example.org/demarche"
	"example.org/demarche/record/recordtest"
)

// TestStories codes the passages of gold/stories and holds what each record has otherwise than its gold part, which is the last part of
// the file, and the figures over all of them, gold/stories/scores.txt. -update writes both, and nothing else of the files.
func TestStories(t *testing.T) {
	c, _ := open(t)
	all := &tally{}
	for _, s := range readStories(t) {
		r, err := c.Code(t.Context(), demarche.Article{Text: s.text, Published: s.published})
		if err != nil {
			t.Fatal(err)
		}
		recordtest.Validate(t, r)
		got := strings.Join(append(compareStory(s, r, all).lines, ""), "\n")
		if *update {
			if err := os.WriteFile(s.file, []byte(s.gold+got), 0o644); err != nil {
				t.Fatal(err)
			}
		} else if got != s.differences {
			t.Errorf("%s: the record has otherwise\n%s\nand not what its last part says; look, then go test . -run Stories -update", s.file, got)
		}
	}
	compare(t, filepath.Join("gold", "stories", "scores.txt"), []byte(all.String()))
}

// TestStoriesReadAndCover holds that all files can be read, that the passages have every type, status and region, and that there are enough of them.
func TestStoriesReadAndCover(t *testing.T) {
	known := openOntology(t)
	var types, statuses, places []string
	stories := readStories(t)
	for _, s := range stories {
		places = append(places, s.region)
		for _, e := range s.events {
			types, statuses = append(types, e.typ), append(statuses, e.status)
		}
	}
	for _, x := range known.Types() {
		if !slices.Contains(types, x.Name) {
			t.Errorf("no event is %s", x.Name)
		}
	}
	for _, x := range known.Statuses() {
		if !slices.Contains(statuses, x.Name) {
			t.Errorf("no event is %s", x.Name)
		}
	}
	for _, x := range regions {
		if !slices.Contains(places, x) {
			t.Errorf("no passage is about %s", x)
		}
	}
	if len(stories) < 60 {
		t.Errorf("%d passages, want 60 at least", len(stories))
	}
}

// TestStoriesAreChecked holds that faults of a file are told with their lines.
func TestStoriesAreChecked(t *testing.T) {
	known := openOntology(t)
	const gold = "e COERCE arrest 173 | arrested | Police (KENCOP) -> clerks (KENCVL) | occurred | on 2011-08-08 | at Nairobi | by officials | arrested 12+ | legal\n"
	const more = "a officials | said | Police … clerks | reported\ns control | Police | Nairobi | claimed | since -\n"
	text := "Police in Nairobi arrested a dozen clerks on Monday, officials said." + strings.Repeat(" It rained in the hills.", 10)
	whole := "published 2011-08-09\nregion Africa south of the Sahara\n\n" + text + "\n----\n" + gold + more + "----\n"
	if _, err := readStory(known, "a.txt", whole); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ old, new, want string }{
		{"published 2011-08-09", "published 9 August 2011", `a.txt:1: published "9 August 2011" is no day`},
		{"region Africa south of the Sahara", "region Atlantis", `a.txt:1: region "Atlantis"`},
		{" It rained in the hills.", "", "a.txt:4: the text has "},
		{"----\n" + gold, gold, "a.txt: three parts are wanted"},
		{"| legal", "", "a.txt:6: 8 fields"},
		{"173", "199", "a.txt:6: \"199\" is no CAMEO code"},
		{"| arrested |", "| seized |", `a.txt:6: "seized" stands 0 times`},
		{"| arrested |", "| arrested~2 |", `a.txt:6: "arrested" stands 1 times`},
		{"(KENCVL)", "(KENXYZ)", `"KENXYZ" is no country with a sector`},
		{"| occurred", "| happened", `a.txt:6: "happened" is no status`},
		{"| occurred", "| occurred of 2", "arrested is of 2, which is no e line of a speech act"},
		{"| occurred", "| occurred of 1", "arrested is of 1, which is no e line of a speech act"},
		{"on 2011-08-08", "Monday", `"Monday": on DAY`},
		{"| at Nairobi |", "| at Mombasa |", `"Mombasa" stands 0 times`}, {"| at Nairobi |", "| Nairobi |", `"Nairobi": at NAME`},
		{"by officials", "officials", `"officials": by WORDS`},
		{"arrested 12+", "12 arrested", `"12 arrested" is no count`},
		{"| reported", "| told", `a.txt:7: "told" is no stance`},
		{"s control", "s rule", `a.txt:8: "rule" is no kind of state`},
		{"s control", "x control", `a.txt:8: a line begins with e, a or s`},
	} {
		if !strings.Contains(whole, c.old) {
			t.Errorf("%q is nothing to change", c.old)
		}
		if _, err := readStory(known, "a.txt", strings.ReplaceAll(whole, c.old, c.new)); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s for %s: %v, want %q", c.new, c.old, err, c.want)
		}
	}
}

// A tally counts over all passages.
type tally struct {
	passages                           int
	events, same, attributions, states figure
	fields                             []field // in the order in which they were first counted
}

// A field is how often something of a matched event, attribution or state is right.
type field struct {
	name      string
	right, of int
}

// A figure counts what gold has, what was found, and what is the same in both.
type figure struct{ gold, found, correct int }

func (f *figure) count(gold, found, same bool) {
	for _, n := range []struct {
		yes bool
		of  *int
	}{{gold, &f.gold}, {found, &f.found}, {gold && found && same, &f.correct}} {
		if n.yes {
			*n.of++
		}
	}
}

// field counts one more, which is right or wrong.
func (t *tally) field(name string, right bool) {
	i := slices.IndexFunc(t.fields, func(f field) bool { return f.name == name })
	if i < 0 {
		i = len(t.fields)
		t.fields = append(t.fields, field{name: name})
	}
	t.fields[i].of++
	if right {
		t.fields[i].right++
	}
}

// String is the figures as a table.
func (t *tally) String() string {
	var b bytes.Buffer
	fmt.Fprintf(&b, "%d passages\n\n%-20s %6s %6s %8s %10s %7s %7s\n", t.passages, "", "gold", "found", "correct", "precision", "recall", "F1")
	for _, row := range []struct {
		name string
		figure
	}{{"events", t.events}, {"same_as", t.same}, {"attributions", t.attributions}, {"states", t.states}} {
		f := row.figure
		fmt.Fprintf(&b, "%-20s %6d %6d %8d %10.2f %7.2f %7.2f\n", row.name, f.gold, f.found, f.correct,
			percent(f.correct, f.found), percent(f.correct, f.gold), percent(2*f.correct, f.found+f.gold))
	}
	fmt.Fprintf(&b, "\n%-20s %6s %6s %8s\n", "of those correct", "right", "of", "percent")
	for _, f := range t.fields {
		fmt.Fprintf(&b, "%-20s %6d %6d %8.2f\n", f.name, f.right, f.of, percent(f.right, f.of))
	}
	return b.String()
}

// percent is some of all, 0 of nothing.
func percent(some, all int) float64 { return 100 * float64(some) / float64(max(all, 1)) }
