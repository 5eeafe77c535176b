package score

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"example.org/demarche/record"
)

// A Passage is a stretch of an article in which somebody wrote down the events. Its file holds ids, offsets and codes; [Passage.Cut]
// gives it its text.
type Passage struct {
	ID     string
	Number int // of its id: that of p007 is 7
	Corpus string
	Name   string // of the article
	From   int    // the first sentence in gmb, a code point elsewhere
	To     int    // what comes after the last one
	Line   int    // of the file, from 1
	Unseen bool   // its faults are told to nobody
	Text   string
	Date   string // the article's day of publication as its file writes it, "" for none

	page   page
	events []goldEvent
}

// A goldEvent is a happening that an annotator wrote down, with its words in the passage.
type goldEvent struct {
	kind       record.EventType
	mode       record.Mode
	cameo      string
	status     record.Status
	triggers   []record.Span // one for each mention
	actors     []record.Span // head words
	recipients []record.Span
	source     *record.Span // nil for the article's own voice
	counts     []record.Count
}

// Odd reports whether the passage has an odd number.
func (p Passage) Odd() bool { return p.Number%2 == 1 }

// passageJSON is a line of a file of passages. Spans are read as slices, so that one of three numbers is told.
type passageJSON struct {
	ID      string      `json:"id"`
	Unseen  bool        `json:"unseen"`
	Corpus  string      `json:"corpus"`
	Article string      `json:"article"`
	From    int         `json:"from"`
	To      int         `json:"to"`
	Events  []eventJSON `json:"events"`
}

type eventJSON struct {
	Type       record.EventType `json:"event_type"`
	Mode       record.Mode      `json:"mode"`
	CAMEO      string           `json:"cameo"`
	Triggers   [][]int          `json:"triggers"`
	Actors     [][]int          `json:"actors"`
	Recipients [][]int          `json:"recipients"`
	Status     record.Status    `json:"status"`
	Source     []int            `json:"source"`
	Counts     []record.Count   `json:"counts"`
}

// ReadPassages reads passages with their events, one JSON object a line, as gold/passages/build.py writes them. Spans count code points
// of the passage's own text.
func ReadPassages(r io.Reader) ([]Passage, error) {
	var all []Passage
	lines := bufio.NewScanner(r)
	lines.Buffer(nil, maxLine)
	lineOf := map[string]int{}
	for n := 1; lines.Scan(); n++ {
		if len(bytes.TrimSpace(lines.Bytes())) == 0 {
			continue
		}
		p, err := readPassage(lines.Bytes())
		if err == nil && lineOf[p.ID] > 0 {
			err = fmt.Errorf("its id %q is that of line %d", p.ID, lineOf[p.ID])
		}
		if err != nil {
			return nil, fmt.Errorf("line %d: %w", n, err)
		}
		p.Line, lineOf[p.ID] = n, n
		all = append(all, p)
	}
	if err := lines.Err(); err != nil {
		return nil, err
	}
	if all == nil {
		return nil, errors.New("there is no passage in it")
	}
	return all, nil
}

// readPassage reads one line.
func readPassage(line []byte) (Passage, error) {
	var j passageJSON
	if err := json.Unmarshal(line, &j); err != nil {
		return Passage{}, fmt.Errorf("not JSON of a passage with events: %w", err)
	}
	number, ok := strings.CutPrefix(j.ID, "p")
	n, err := strconv.Atoi(number)
	if !ok || err != nil || n < 1 {
		return Passage{}, fmt.Errorf("its id is %q; it ought to be like p007", j.ID)
	}
	if j.From < 0 || j.To <= j.From {
		return Passage{}, fmt.Errorf("from %d to %d is nothing", j.From, j.To)
	}
	p := Passage{ID: j.ID, Number: n, Unseen: j.Unseen, Corpus: j.Corpus, Name: j.Article, From: j.From, To: j.To}
	for i, e := range j.Events {
		g, err := e.read()
		if err != nil {
			return p, fmt.Errorf("event %d: %w", i+1, err)
		}
		p.events = append(p.events, g)
	}
	return p, nil
}

// read checks an event's codes and spans.
func (e eventJSON) read() (g goldEvent, err error) {
	g = goldEvent{kind: e.Type, mode: e.Mode, cameo: e.CAMEO, status: e.Status, counts: e.Counts}
	if !slices.Contains(types, e.Type) {
		return g, fmt.Errorf("event_type %q is none", e.Type)
	}
	if !slices.Contains(statuses, e.Status) {
		return g, fmt.Errorf("status %q is none of %s", e.Status, listed(statuses))
	}
	if len(e.Triggers) == 0 {
		return g, errors.New("it has no trigger")
	}
	for _, role := range []struct {
		name string
		from [][]int
		to   *[]record.Span
	}{{"triggers", e.Triggers, &g.triggers}, {"actors", e.Actors, &g.actors}, {"recipients", e.Recipients, &g.recipients}} {
		if *role.to, err = wordSpans(role.from); err != nil {
			return g, fmt.Errorf("%s: %w", role.name, err)
		}
	}
	if e.Source != nil {
		s, err := wordSpans([][]int{e.Source})
		if err != nil {
			return g, fmt.Errorf("source: %w", err)
		}
		g.source = &s[0]
	}
	return g, nil
}

// wordSpans reads spans that are not empty.
func wordSpans(in [][]int) ([]record.Span, error) {
	var out []record.Span
	for _, s := range in {
		if len(s) != 2 || s[0] < 0 || s[1] <= s[0] {
			return nil, fmt.Errorf("%v is no span; write [start, end]", s)
		}
		out = append(out, record.Span{Start: s[0], End: s[1]})
	}
	return out, nil
}

// statuses are the codes, in the order in which one wins over another.
var statuses = []record.Status{
	record.StatusDenied, record.StatusDemanded, record.StatusThreatened, record.StatusConditional, record.StatusHypothetical,
	record.StatusPlanned, record.StatusHistorical, record.StatusOngoing, record.StatusOccurred,
}

// Texts are what passages are cut from.
type Texts struct {
	Sentences []string     // of gmb: [ReadSentences]
	Articles  []Attributed // of all other corpora
}

// Cut gives passages their texts and days. It is an error if the article of one is missing, or if an event's words do not lie in the
// passage.
func Cut(passages []Passage, from Texts) error {
	at := map[string]*Attributed{}
	for i := range from.Articles {
		at[from.Articles[i].ID] = &from.Articles[i]
	}
	for i := range passages {
		if err := passages[i].cut(from.Sentences, at); err != nil {
			return fmt.Errorf("line %d: %w", passages[i].Line, err)
		}
	}
	return nil
}

// cut gives the passage its text and day.
func (p *Passage) cut(sentences []string, articles map[string]*Attributed) error {
	a := articles[p.Name]
	switch {
	case p.Corpus == "gmb":
		if p.To > len(sentences) {
			return fmt.Errorf("sentences %d to %d of gmb: %d are given", p.From, p.To, len(sentences))
		}
		p.Text = strings.Join(sentences[p.From:p.To], " ")
	case a == nil:
		return fmt.Errorf("no article %q is given", p.Name)
	case p.To > len(a.page.text):
		return fmt.Errorf("%d to %d is no part of article %q, which has %d code points", p.From, p.To, p.Name, len(a.page.text))
	default:
		p.Text, p.Date = string(a.page.text[p.From:p.To]), a.Date
	}
	p.page = newPage(p.Text)
	for i, e := range p.events {
		for _, x := range slices.Concat(e.triggers, e.actors, e.recipients, some(e.source)) {
			if x.End > len(p.page.text) {
				return fmt.Errorf("event %d: %d to %d is no span of the passage, which has %d code points", i+1, x.Start, x.End, len(p.page.text))
			}
		}
	}
	return nil
}

// Article is the passage as an article of its own.
func (p Passage) Article() Attributed {
	return Attributed{ID: p.ID, Text: p.Text, Date: p.Date, Line: p.Line, page: p.page}
}
