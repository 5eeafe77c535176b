package main

import (
	"bytes"
	"fmt"
	"path/filepath"
	"strings"
	"testing"
)

const port = `# a passage of two paragraphs
text The minister said on Monday that rebels had claimed to hold the port. He denied it.
text "We left," she told CNN. "They stayed."
by The minister | said | that rebels had claimed to hold the port | assertion reported
by rebels | had claimed | to hold .. port | assertion claimed
by He | denied | it | assertion denied
by she | told | "We left," + "They stayed." | assertion reported | CNN

text The road was closed.
`

func TestWrite(t *testing.T) {
	passages, err := read(strings.NewReader(port), "port.txt")
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	if err := write(&out, passages); err != nil {
		t.Fatal(err)
	}
	want := `{"id":"port.txt:2","text":"The minister said on Monday that rebels had claimed to hold the port. He denied it.\n\n\"We left,\" she told CNN. \"They stayed.\"","attributions":[` +
		`{"id":"a1","source":[[0,12]],"cue":[[13,17]],"content":[[28,68]],"type":"assertion","stance":"reported","addressee":[]},` +
		`{"id":"a2","source":[[33,39]],"cue":[[40,51]],"content":[[52,68]],"type":"assertion","stance":"claimed","addressee":[]},` +
		`{"id":"a3","source":[[70,72]],"cue":[[73,79]],"content":[[80,82]],"type":"assertion","stance":"denied","addressee":[]},` +
		`{"id":"a4","source":[[96,99]],"cue":[[100,104]],"content":[[85,95],[110,124]],"type":"assertion","stance":"reported","addressee":[[105,108]]}]}` + "\n" +
		`{"id":"port.txt:9","text":"The road was closed.","attributions":[]}` + "\n"
	if out.String() != want {
		t.Errorf("got\n%swant\n%s", out.String(), want)
	}
}

// TestWhichOccurrence tells which of several places of the same words is meant.
func TestWhichOccurrence(t *testing.T) {
	for _, c := range []struct{ text, by, want string }{
		{"He said he saw it. She said he lied.", "She | said~2 | he lied | assertion reported", "19-22 23-27 28-35"},
		{"He said he saw it. She said he lied.", "he~2 | said~1 | he saw it | assertion reported", "28-30 3-7 8-17"},
		{"Élan fell. “Élan fell,” Ona said.", "Ona | said | “Élan fell,” | assertion reported", "24-27 28-32 11-23"},
		{"The war ends. The war, he said, ends.", "he | said | The war + ends | assertion reported", "23-25 26-30 14-21,32-36"},
		{"A mill and a mill and a barge sank, he said.", "he | said | a mill .. sank | assertion reported", "36-38 39-43 11-34"},
		{"Has he again said it? He said it.", "he | Has + said~1 | it | assertion reported", "4-6 0-3,13-17 18-20"},
		{"They will not stay in the U.S.", "They | will not | stay in the U.S. | intention declined", "0-4 5-13 14-30"},
		{"Asked whether he knew, he added, she, he said, lied.", "he | said | she | assertion reported", "38-40 41-45 33-36"},
		{"“I saw it,” he, the king he was, said he saw.", "he | said | he saw | assertion reported", "25-27 33-37 38-44"},
		{"“No!”", "- | - | “No!” | assertion reported", "  0-5"},
	} {
		passages, err := read(strings.NewReader("text "+c.text+"\nby "+c.by), "a.txt")
		if err != nil {
			t.Errorf("%s: %v", c.by, err)
			continue
		}
		a := passages[0].attributions[0]
		if got := list(a.source) + " " + list(a.cue) + " " + list(a.content); got != c.want {
			t.Errorf("%s: %s, want %s", c.by, got, c.want)
		}
	}
}

func TestErrors(t *testing.T) {
	const text = "text He said that the port fell, but he said it fell late.\n"
	for _, c := range []struct{ file, want string }{
		{text + "by He | said | it fell late | assertion reported", `a.txt:2: cue "said" stands 2 times in the passage; say which: said~1 is the first`},
		{text + "by He | said~3 | it | assertion reported", "stands 2 times in the passage, not 3"},
		{text + "by He | aid | it | assertion reported", "begins or ends within a word"},
		{text + "by Ada | said~1 | it | assertion reported", `source "Ada" is not in the text`},
		{text + "by He | said~1 | that .. sank | assertion reported", `"sank" is not in the text`},
		{text + "by He | said~1 | late .. port | assertion reported", `"port" does not stand behind "late"`},
		{text + "by He | said~1 | that .. fell, | assertion reported", "ends in a comma"},
		{text + "by he | said~2 | it fell late. | assertion reported", "full stop"},
		{text + "by He | said~1 | He | assertion reported", "source \"He\" stands only where words of the cue or of other pieces are"},
		{text + "by He | said~1 | He~1 | assertion reported", "source \"He\" stands only"},
		{text + "by He~1 | said~1 | He | assertion reported", "content \"He\" and source share words"},
		{text + "by He | said~1 | - | assertion reported", "only a refusal"},
		{text + "by He | - | - | refusal declined", "neither cue nor content"},
		{text + "by He | said~1 | that the port fell | assertion", `type and stance are "assertion"`},
		{text + "by He | said~1 |  | refusal declined", "field 3 is empty"},
		{text + "by He | said~1", "2 fields"},
		{text + "By He | said~1", `begins with "By"`},
		{text + "\nby He | said~1 | it | assertion reported", "a.txt:3: by without text"},
		{text + "by\n", `nothing stands behind "by"`},
		{text + "by - | said~1 | that .. fell | assertion reported\n" + text, "text behind by"},
	} {
		_, err := read(strings.NewReader(c.file), "a.txt")
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s\nerror %v, want one of %s", c.file, err, c.want)
		}
	}
	_, err := read(strings.NewReader(text+"by Ada | said | it | x y\nby Bo | said~1 | it | x y"), "a.txt")
	if n := strings.Count(err.Error(), "\n") + 1; n != 5 {
		t.Errorf("%d errors, want all five: %v", n, err)
	}
}

// TestGold checks the passages that are there.
func TestGold(t *testing.T) {
	files, err := filepath.Glob("../../gold/attribution/*.txt")
	if err != nil {
		t.Fatal(err)
	}
	if len(files) == 0 {
		t.Skip("NOT CHECKED: gold/attribution has no passages")
	}
	passages, err := readAll(files)
	if err != nil {
		t.Error(err)
	}
	var out bytes.Buffer
	if err := count(&out, passages); err != nil {
		t.Error(err)
	}
	t.Log(out.String())
}

// list shows spans: 0-3,13-17.
func list(spans []span) string {
	var all []string
	for _, s := range spans {
		all = append(all, fmt.Sprintf("%d-%d", s.start, s.end))
	}
	return strings.Join(all, ",")
}
