package coder

import (
	"fmt"
	"strings"
	"testing"

	"example.org/demarche/internal/event"
	"example.org/demarche/internal/lexicon"
	"example.org/demarche/internal/text"
	"example.org/demarche/internal/treetest"
)

const issues = `# two sections
<ISSUE CATEGORY="OIL" TYPE="ALL">
oil
n:pipeline [PIPES]
~olive oil
~~oil painting
</ISSUE>
<ISSUE CATEGORY="MINES">
land+n:mine
v:defuse [CLEARING]
</ISSUE>
`

func TestIssues(t *testing.T) {
	inflect := loadLexicon(t).Forms
	x, err := LoadIssues("issues.txt", issues, inflect)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ text, want string }{
		{"Iraq sold oil and oil again.", "OIL 2"},
		{"Pipelines carry oil.", "OIL 1, PIPES 1"},
		{"Spain sold olive oil.", ""},
		{"Spain sold oil, and a museum an oil painting.", ""},
		{"The army defused a land mine, two landmines and a land-mine.", "CLEARING 1, MINES 3"},
		{"The mine was closed.", ""},
	} {
		_, trees, _ := treetest.Parse(t, c.text)
		e := &event.Event{Trigger: text.Ref{}}
		x.Set(trees, []*event.Event{e})
		var got []string
		for _, i := range e.Issues {
			got = append(got, fmt.Sprintf("%s %d", i.Code, i.Count))
		}
		if s := strings.Join(got, ", "); s != c.want {
			t.Errorf("%s: %s, want %s", c.text, s, c.want)
		}
	}
	for bad, want := range map[string]string{
		"oil":                       "issues.txt:1: \"oil\" has no code",
		"\n<ISSUE>":                 "issues.txt:2: a section begins with",
		"oil [":                     "issues.txt:1: \"oil [\": a code is written",
		"<ISSUE CATEGORY=\"A\">\n~": "issues.txt:2: there is no phrase",
	} {
		if _, err := LoadIssues("issues.txt", bad, func(_ lexicon.POS, w string) []string { return []string{w} }); err == nil || !strings.HasPrefix(err.Error(), want) {
			t.Errorf("%q: %v, want %s …", bad, err, want)
		}
	}
}
