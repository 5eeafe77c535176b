package score

import (
	"encoding/json"
	"fmt"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode"

	"example.org/demarche/record"
)

// TestPassages runs testdata/passages.txt: a name, a text, events of gold, whom pronouns stand for, events that were found ("again" is
// same_as the one before it), and lines of the report.
func TestPassages(t *testing.T) {
	raw, err := os.ReadFile("testdata/passages.txt")
	if err != nil {
		t.Fatal(err)
	}
	for _, block := range strings.Split(string(raw), "\n\n")[1:] {
		head, want, ok := strings.Cut(strings.TrimSpace(block), "\n----\n")
		lines := strings.Split(head, "\n")
		if !ok || len(lines) < 3 {
			t.Fatalf("not a case: %s", block)
		}
		t.Run(lines[0], func(t *testing.T) {
			p := passageOf(t, lines[1], lines[2:])
			report := printed(t, ComparePassages(p.gold, []record.Record{p.found}, true))
			for line := range strings.SplitSeq(want, "\n") {
				if !strings.Contains(report, "\n"+line+"\n") {
					t.Errorf("no line %q in\n%s", line, report)
				}
			}
		})
	}
}

// A passageCase is one passage of the tests with what was found in it.
type passageCase struct {
	t     *testing.T
	text  string
	gold  []Passage
	found record.Record
	json  passageJSON
}

// passageOf makes a passage of an article that begins with some other words, by way of its file.
func passageOf(t *testing.T, text string, lines []string) *passageCase {
	t.Helper()
	const before = "Für den Anfang.  "
	c := &passageCase{t: t, text: text, json: passageJSON{ID: "p001", Corpus: "own", Article: "a", From: len([]rune(before)), To: len([]rune(before + text))}}
	start := 0
	for i, r := range []rune(text) {
		if r == '.' {
			c.found.Sentences = append(c.found.Sentences, record.Span{Start: start, End: i + 1})
			start = i + 2
		}
	}
	for _, l := range lines {
		key, rest, _ := strings.Cut(l, " ")
		c.line(key, strings.Split(rest, " | "))
	}
	line, err := json.Marshal(c.json)
	if err != nil {
		t.Fatal(err)
	}
	if c.gold, err = ReadPassages(strings.NewReader(string(line))); err != nil {
		t.Fatal(err)
	}
	if err := Cut(c.gold, Texts{Articles: []Attributed{{ID: "a", page: newPage(before + text + " After.")}}}); err != nil {
		t.Fatal(err)
	}
	return c
}

// line adds an event, or who is mentioned by what.
func (c *passageCase) line(key string, parts []string) {
	if key == "who" {
		e := record.Entity{ID: record.NewID('n', len(c.found.Entities)), Country: "KEN"}
		for _, s := range c.spans(parts[0]) {
			kind := record.MentionName
			if unicode.IsLower([]rune(c.text)[s.Start]) {
				kind = record.MentionPronoun
			}
			e.Mentions = append(e.Mentions, record.Mention{Span: s, Type: kind})
		}
		c.found.Entities = append(c.found.Entities, e)
		return
	}
	code := strings.Fields(parts[0])
	e := record.Event{
		ID: record.NewID('e', len(c.found.Events)), Type: record.EventType(dash(code[0])), Mode: record.Mode(dash(code[1])), CAMEO: code[2],
		Evidence: c.spans(parts[1]), ActorMentions: c.spans(parts[2]), RecipientMentions: c.spans(parts[3]), Status: record.Status(parts[4]),
		Confidence: .75, Rule: "raid.txt:1 bomb",
	}
	for _, x := range c.found.Entities {
		if slices.ContainsFunc(x.Mentions, func(m record.Mention) bool { return slices.Contains(e.ActorMentions, m.Span) }) {
			e.Actors = append(e.Actors, x.ID)
		}
	}
	for _, count := range parts[min(6, len(parts)):] {
		e.Counts = append(e.Counts, c.count(count))
	}
	switch source := c.spans(parts[5]); key {
	case "gold":
		g := eventJSON{Type: e.Type, Mode: e.Mode, CAMEO: e.CAMEO, Status: e.Status, Triggers: pairsIn(e.Evidence), Actors: pairsIn(e.ActorMentions),
			Recipients: pairsIn(e.RecipientMentions), Counts: e.Counts}
		if source != nil {
			g.Source = pairsIn(source)[0]
		}
		c.json.Events = append(c.json.Events, g)
	case "again":
		e.SameAs = c.found.Events[len(c.found.Events)-1].ID
		c.found.Events = append(c.found.Events, e)
	case "found":
		for _, span := range source {
			a := record.Attribution{ID: record.NewID('a', len(c.found.Attributions)), Source: &record.Source{Span: span}}
			c.found.Attributions = append(c.found.Attributions, a)
			e.Attributions = append(e.Attributions, a.ID)
		}
		c.found.Events = append(c.found.Events, e)
	default:
		c.t.Fatalf("no line begins with %q", key)
	}
}

// dash is s, "" for "-".
func dash(s string) string {
	if s == "-" {
		return ""
	}
	return s
}

// spans finds phrases, "raid~2" being the second one; "-" are none.
func (c *passageCase) spans(s string) []record.Span {
	c.t.Helper()
	if s == "-" {
		return nil
	}
	var out []record.Span
	for phrase := range strings.SplitSeq(s, ", ") {
		phrase, nth, _ := strings.Cut(phrase, "~")
		n, _ := strconv.Atoi(nth)
		at := strings.Index(c.text, phrase)
		for ; n > 1 && at >= 0; n-- {
			at += 1 + strings.Index(c.text[at+1:], phrase)
		}
		if at < 0 {
			c.t.Fatalf("no %q in %q", phrase, c.text)
		}
		start := len([]rune(c.text[:at]))
		out = append(out, record.Span{Start: start, End: start + len([]rune(phrase))})
	}
	return out
}

// count reads "killed 12 12 -".
func (c *passageCase) count(s string) record.Count {
	f := strings.Fields(s)
	number := func(s string) *int {
		if n, err := strconv.Atoi(s); err == nil {
			return &n
		}
		return nil
	}
	return record.Count{Kind: record.CountKind(f[0]), Value: number(f[1]), From: number(f[2]), To: number(f[3])}
}

func pairsIn(spans []record.Span) [][]int {
	var out [][]int
	for _, s := range spans {
		out = append(out, []int{s.Start, s.End})
	}
	return out
}

func TestUnseenPassagesAreNotListed(t *testing.T) {
	lines := []string{"gold ASSAULT - 190 | raided | Rebels | town | occurred | -"}
	p := passageOf(t, "Rebels raided the town.", lines)
	unseen := slices.Clone(p.gold)
	unseen[0].Unseen = true
	for _, one := range []struct {
		gold   []Passage
		list   bool
		faults int
	}{{p.gold, true, 1}, {p.gold, false, 0}, {unseen, true, 0}} {
		if r := ComparePassages(one.gold, []record.Record{p.found}, one.list); len(r.Faults) != one.faults || r.Type.Gold != 1 {
			t.Errorf("unseen %v, list %v: %+v", one.gold[0].Unseen, one.list, r.Faults)
		}
	}
}

func TestPassagesOfGMB(t *testing.T) {
	sentences, err := ReadSentences(strings.NewReader("Talks\tNNS\tO\nbegan\tVBD\tO\n.\t.\tO\n\nAll\tDT\tO\nleft\tVBD\tO\n.\t.\tO\n"))
	if err != nil {
		t.Fatal(err)
	}
	gold := []Passage{{ID: "p002", Number: 2, Corpus: "gmb", Name: "gmb", From: 0, To: 2, Line: 1}}
	if err := Cut(gold, Texts{Sentences: sentences}); err != nil || gold[0].Text != "Talks began . All left ." {
		t.Errorf("%q, %v", gold[0].Text, err)
	}
	if gold[0].To = 3; fmt.Sprint(Cut(gold, Texts{Sentences: sentences})) != "line 1: sentences 0 to 3 of gmb: 2 are given" {
		t.Error(Cut(gold, Texts{Sentences: sentences}))
	}
}

func TestPassagesThatCannotBeRead(t *testing.T) {
	event := func(s string) string {
		return `{"id": "p1", "corpus": "own", "article": "a", "from": 0, "to": 4, "events": [` + s + `]}`
	}
	texts := Texts{Articles: []Attributed{{ID: "a", page: newPage("Rebels met.")}}}
	for _, one := range []struct{ file, want string }{
		{"", "there is no passage in it"},
		{"[]", "line 1: not JSON of a passage"},
		{`{"id": "7"}`, `line 1: its id is "7"; it ought to be like p007`},
		{`{"id": "p1", "from": 4, "to": 4}`, "line 1: from 4 to 4 is nothing"},
		{event(`{"event_type": "FIGHT"}`), `line 1: event 1: event_type "FIGHT" is none`},
		{event(`{"event_type": null, "status": "done"}`), `line 1: event 1: status "done" is none of denied,`},
		{event(`{"event_type": null, "status": "denied"}`), "line 1: event 1: it has no trigger"},
		{event(`{"event_type": null, "status": "denied", "triggers": [[1, 1]]}`), "line 1: event 1: triggers: [1 1] is no span"},
		{event(`{"event_type": null, "status": "denied", "triggers": [[1, 2]], "source": [3]}`), "line 1: event 1: source: [3] is no span"},
		{event(`{"event_type": null, "status": "denied", "triggers": [[1, 5]]}`), "line 1: event 1: 1 to 5 is no span of the passage, which has 4 code points"},
		{event("") + "\n\n" + event(""), `line 3: its id "p1" is that of line 1`},
		{`{"id": "p1", "corpus": "own", "article": "b", "from": 0, "to": 4}`, `line 1: no article "b" is given`},
		{`{"id": "p1", "corpus": "own", "article": "a", "from": 0, "to": 40}`, `line 1: 0 to 40 is no part of article "a", which has 11 code points`},
	} {
		gold, err := ReadPassages(strings.NewReader(one.file))
		if err == nil {
			err = Cut(gold, texts)
		}
		if err == nil || !strings.HasPrefix(err.Error(), one.want) {
			t.Errorf("%s: %v, want %s", one.file, err, one.want)
		}
	}
}
