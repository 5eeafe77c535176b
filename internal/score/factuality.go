package score

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"example.org/demarche/record"
)

// A JudgedSentence is a sentence of whose predicates people judged whether they happened.
type JudgedSentence struct {
	ID         string
	Tokens     []string // words
	Predicates []Judged
}

// A Judged is a predicate with the mean of the judgements.
type Judged struct {
	Token      int     // from 0
	Factuality float64 // -3 surely not to 3 surely
	Negated    bool    // a "not" or "never" hangs on it; its judgements mean two things
}

// ReadFactuality reads sentences with judged predicates, one JSON object a line, as It Happened v2 is kept beside this repository:
//
//	{"sent_id": "…", "tokens": ["She", "left", "."], "predicates": [{"token": 1, "factuality": 2.6, "negated": true}]}
//
// negated may be left out; other keys are passed over.
func ReadFactuality(r io.Reader) ([]JudgedSentence, error) {
	var all []JudgedSentence
	lines := bufio.NewScanner(r)
	lines.Buffer(nil, maxLine)
	for n := 1; lines.Scan(); n++ {
		if len(bytes.TrimSpace(lines.Bytes())) == 0 {
			continue
		}
		s, err := readJudged(lines.Bytes())
		if err != nil {
			return nil, fmt.Errorf("line %d: %w", n, err)
		}
		all = append(all, s)
	}
	if err := lines.Err(); err != nil {
		return nil, err
	}
	if all == nil {
		return nil, errors.New("there is no sentence in it")
	}
	return all, nil
}

// readJudged reads one line.
func readJudged(line []byte) (JudgedSentence, error) {
	var j struct {
		ID         string   `json:"sent_id"`
		Tokens     []string `json:"tokens"`
		Predicates []struct {
			Token      *int     `json:"token"`
			Factuality *float64 `json:"factuality"`
			Negated    bool     `json:"negated"`
		} `json:"predicates"`
	}
	if err := json.Unmarshal(line, &j); err != nil {
		return JudgedSentence{}, fmt.Errorf("not JSON of a sentence with predicates: %w", err)
	}
	if len(j.Tokens) == 0 {
		return JudgedSentence{}, errors.New("it has no tokens")
	}
	for i, t := range j.Tokens {
		if t == "" || strings.ContainsAny(t, "\t\r\n") {
			return JudgedSentence{}, fmt.Errorf("token %d: %q is no word", i, t)
		}
	}
	s := JudgedSentence{ID: j.ID, Tokens: j.Tokens}
	for i, p := range j.Predicates {
		if p.Token == nil || p.Factuality == nil || *p.Token < 0 || *p.Token >= len(j.Tokens) {
			return s, fmt.Errorf("predicate %d: it ought to have a factuality, and a token below %d", i+1, len(j.Tokens))
		}
		s.Predicates = append(s.Predicates, Judged{*p.Token, *p.Factuality, p.Negated})
	}
	return s, nil
}

// A FactualityReport compares statuses with judgements of plainly 1 or more, or -1 or less. A status is happened if it is occurred,
// ongoing or historical.
type FactualityReport struct {
	Sentences   int                      `json:"sentences"`
	Predicates  int                      `json:"predicates"` // all that were judged
	Negated     int                      `json:"negated"`    // of these, left out
	Between     int                      `json:"between"`    // of the others, left out: neither 1 or more nor -1 or less
	Sign        Share                    `json:"sign"`
	Happened    Share                    `json:"happened"` // of those at 1 or more
	NotHappened Share                    `json:"not_happened"`
	ByStatus    map[record.Status]Signed `json:"by_status"`
	Wrong       []Misjudged              `json:"wrong,omitempty"`
}

// A Signed counts judgements by their sign.
type Signed struct {
	Happened    int `json:"happened"`
	NotHappened int `json:"not_happened"`
}

// A Misjudged is a predicate whose sign is wrong.
type Misjudged struct {
	ID         string        `json:"sent_id"`
	Word       string        `json:"word"`
	Factuality float64       `json:"factuality"`
	Status     record.Status `json:"status"`
	Sentence   string        `json:"sentence"`
}

// CompareFactuality compares; found has the status of each word of each sentence. With list, the wrong ones are told.
func CompareFactuality(gold []JudgedSentence, found [][]record.Status, list bool) FactualityReport {
	r := FactualityReport{Sentences: len(gold), ByStatus: map[record.Status]Signed{}}
	for i, s := range gold {
		for _, p := range s.Predicates {
			r.Predicates++
			switch status := found[i][p.Token]; {
			case p.Negated:
				r.Negated++
			case -1 < p.Factuality && p.Factuality < 1:
				r.Between++
			case !r.compare(p, status) && list:
				r.Wrong = append(r.Wrong, Misjudged{s.ID, s.Tokens[p.Token], p.Factuality, status, strings.Join(s.Tokens, " ")})
			}
		}
	}
	return r
}

// compare counts one predicate, and reports whether it is right.
func (r *FactualityReport) compare(p Judged, s record.Status) bool {
	happened := p.Factuality > 0
	right := real(s) == happened
	r.Sign.count(right)
	n := r.ByStatus[s]
	if happened {
		r.Happened.count(right)
		n.Happened++
	} else {
		r.NotHappened.count(right)
		n.NotHappened++
	}
	r.ByStatus[s] = n
	return right
}

// Write prints the report as tables.
func (r FactualityReport) Write(w io.Writer) error {
	var b strings.Builder
	fmt.Fprintf(&b, "sentences %d, predicates %d, left out: negated %d, between 1 and -1 %d\n\n", r.Sentences, r.Predicates, r.Negated, r.Between)
	fmt.Fprintf(&b, "%-26s %6s         %7s\n", "", "right", "%")
	row(&b, "sign", r.Sign)
	row(&b, "happened", r.Happened)
	row(&b, "did not happen", r.NotHappened)
	fmt.Fprintf(&b, "\n%-26s %9s %15s\n", "status", "happened", "did not happen")
	for _, s := range slices.Backward(statuses) {
		if n, ok := r.ByStatus[s]; ok {
			fmt.Fprintf(&b, "%-26s %9d %15d\n", s, n.Happened, n.NotHappened)
		}
	}
	for _, x := range r.Wrong {
		fmt.Fprintf(&b, "\n%s %+.2f, found %s: %s\n  %s\n", x.Word, x.Factuality, x.Status, x.ID, x.Sentence)
	}
	_, err := io.WriteString(w, b.String())
	return err
}
