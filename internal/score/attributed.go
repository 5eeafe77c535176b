package score

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"

	"example.org/demarche/record"
)

// An Attributed is an article in which somebody marked who says what.
type Attributed struct {
	ID   string
	Text string
	Date string // the day of publication as the file writes it, "" for none
	Line int    // of the file, from 1

	page page
	told []statement // in the file's order
}

// ReadAttributed reads articles with their attributions, one JSON object a line:
//
//	{"id": "…", "text": "…", "date": "2016-09-12", "attributions": [{"source": [[0, 2]], "cue": [[3, 7]], "content": [[8, 20], [25, 40]]}]}
//
// Spans are [start, end) in code points of text; a role that is empty or left out is not there. An attribution may have an id, a type, a stance
// and an addressee, which is one stretch from its first piece to its last. That is the form of PolNeAR and of GUM's attributions as they are kept beside this repository, and of what
// train/statements writes; other keys are passed over.
func ReadAttributed(r io.Reader) ([]Attributed, error) {
	var all []Attributed
	lineOf := map[string]int{}
	lines := bufio.NewScanner(r)
	lines.Buffer(nil, maxLine)
	n := 0
	for lines.Scan() {
		n++
		if len(bytes.TrimSpace(lines.Bytes())) == 0 {
			continue
		}
		a, err := readAttributed(lines.Bytes())
		if err != nil {
			return nil, fmt.Errorf("line %d: %w", n, err)
		}
		if first := lineOf[a.ID]; first > 0 {
			return nil, fmt.Errorf("line %d: its id %q is that of line %d", n, a.ID, first)
		}
		a.Line, lineOf[a.ID] = n, n
		all = append(all, a)
	}
	err := lines.Err()
	switch {
	case errors.Is(err, bufio.ErrTooLong):
		return nil, fmt.Errorf("line %d: longer than %d MB: is it JSON, one object a line?", n+1, maxLine>>20)
	case err != nil:
		return nil, err
	case all == nil:
		return nil, errors.New("there is no article in it")
	}
	return all, nil
}

// attributedJSON is a line of a file of attributions.
type attributedJSON struct {
	ID           *string    `json:"id"`
	Text         *string    `json:"text"`
	Date         string     `json:"date"`
	Attributions []toldJSON `json:"attributions"`
}

// toldJSON is one attribution of such a line. Spans are read as slices, so that one of three numbers is told.
type toldJSON struct {
	ID        string                 `json:"id"`
	Source    [][]int                `json:"source"`
	Cue       [][]int                `json:"cue"`
	Content   [][]int                `json:"content"`
	Addressee [][]int                `json:"addressee"`
	Type      record.AttributionType `json:"type"`
	Stance    record.Stance          `json:"stance"`
}

// Told is how many attributions were marked in the article.
func (a Attributed) Told() int { return len(a.told) }

// readAttributed reads one line.
func readAttributed(line []byte) (Attributed, error) {
	var j attributedJSON
	if err := json.Unmarshal(line, &j); err != nil {
		return Attributed{}, fmt.Errorf("not JSON of an article with attributions: %w", err)
	}
	switch {
	case j.ID == nil:
		return Attributed{}, errors.New(`it has no "id"`)
	case j.Text == nil:
		return Attributed{}, errors.New(`it has no "text"`)
	}
	a := Attributed{ID: *j.ID, Text: *j.Text, Date: j.Date, page: newPage(*j.Text)}
	for i, t := range j.Attributions {
		s, err := a.page.statement(t)
		if err != nil {
			return a, fmt.Errorf("attribution %d: its %w", i+1, err)
		}
		a.told = appendStatement(a.told, a.page, s)
	}
	return a, nil
}

// statement finds the words of an attribution; an error begins with the name of what has none.
func (p page) statement(t toldJSON) (statement, error) {
	s := statement{Attribution: record.Attribution{ID: record.ID(t.ID), Type: t.Type, Stance: t.Stance}}
	for role, spans := range [roles][][]int{t.Source, t.Cue, t.Content} {
		pieces, err := p.pieces(spans)
		if err != nil {
			return s, fmt.Errorf("%s: %w", roleNames[role], err)
		}
		s.spans[role] = pieces
	}
	to, err := p.pieces(t.Addressee)
	if err != nil {
		return s, fmt.Errorf("addressee: %w", err)
	}
	if n := len(to); n > 0 {
		s.Addressee = &record.Addressee{Span: record.Span{Start: to[0].Start, End: to[n-1].End}}
	}
	return s, nil
}

// pieces are spans of the page's text.
func (p page) pieces(spans [][]int) ([]record.Span, error) {
	var out []record.Span
	for _, s := range spans {
		if len(s) != 2 {
			return nil, fmt.Errorf("%v is no span; write [start, end]", s)
		}
		if s[0] < 0 || s[1] < s[0] || s[1] > len(p.text) {
			return nil, fmt.Errorf("%v is no span of the text, which has %d code points", s, len(p.text))
		}
		out = append(out, record.Span{Start: s[0], End: s[1]})
	}
	return out, nil
}
