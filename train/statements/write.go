package main

import (
	"encoding/json"
	"fmt"
	"io"
)

// document is a passage as a line of JSON, in the form of PolNeAR's files: spans are [start, end) in code points of text.
type document struct {
	ID           string      `json:"id"`
	Text         string      `json:"text"`
	Attributions []statement `json:"attributions"`
}

type statement struct {
	ID        string   `json:"id"`
	Source    [][2]int `json:"source"`
	Cue       [][2]int `json:"cue"`
	Content   [][2]int `json:"content"`
	Type      string   `json:"type"`
	Stance    string   `json:"stance"`
	Addressee [][2]int `json:"addressee"`
}

// write writes passages as JSONL.
func write(out io.Writer, passages []*passage) error {
	e := json.NewEncoder(out)
	e.SetEscapeHTML(false)
	for _, p := range passages {
		d := document{ID: p.id(), Text: string(p.text), Attributions: []statement{}}
		for i, a := range p.attributions {
			d.Attributions = append(d.Attributions, statement{
				ID: fmt.Sprintf("a%d", i+1), Source: pairs(a.source), Cue: pairs(a.cue), Content: pairs(a.content),
				Type: a.kind, Stance: a.stance, Addressee: pairs(a.addressee),
			})
		}
		if err := e.Encode(d); err != nil {
			return err
		}
	}
	return nil
}

func pairs(spans []span) [][2]int {
	all := [][2]int{}
	for _, s := range spans {
		all = append(all, [2]int{s.start, s.end})
	}
	return all
}

// count writes how many passages, sentences and attributions there are, these by type and stance.
func count(out io.Writer, passages []*passage) error {
	sentences, attributions, without := 0, 0, 0
	byKind, byStance := map[string]int{}, map[string]int{}
	for _, p := range passages {
		sentences += len(p.sentences)
		attributions += len(p.attributions)
		if len(p.attributions) == 0 {
			without++
		}
		for _, a := range p.attributions {
			byKind[a.kind]++
			byStance[a.stance]++
		}
	}
	_, err := fmt.Fprintf(out, "%d passages (%d without attributions), %d sentences, %d attributions\n%s%s",
		len(passages), without, sentences, attributions, table(kinds, byKind), table(stances, byStance))
	return err
}

// table is a line for each name with its number.
func table(names []string, number map[string]int) string {
	s := ""
	for _, n := range names {
		s += fmt.Sprintf("  %-10s %6d\n", n, number[n])
	}
	return s
}
