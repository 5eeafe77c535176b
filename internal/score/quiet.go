package score

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"slices"
	"sort"
	"strings"
	"unicode/utf8"

	"example.org/demarche/record"
)

// A Document is the raw text of a document of a treebank, with its sentences.
type Document struct {
	ID        string
	Text      string
	Sentences []record.Span // of Text, in order
}

// ReadDocuments reads the raw texts of a file in CoNLL-U: the "# text" of a document's sentences joined by one space, with an empty line
// before each "# newpar". Sentences without a "# text" are passed over.
func ReadDocuments(r io.Reader) ([]Document, error) {
	var all []Document
	var text strings.Builder
	length := 0 // of text, in code points
	end := func() {
		if n := len(all); n > 0 {
			all[n-1].Text = text.String()
			text.Reset()
			length = 0
		}
	}
	for b, err := range blocks(r, 10) {
		if err != nil {
			return nil, err
		}
		if b.newDocument || all == nil {
			end()
			all = append(all, Document{ID: b.id})
		}
		if b.text == "" {
			continue
		}
		before := text.Len()
		b.addText(&text)
		length += utf8.RuneCountInString(text.String()[before:])
		d := &all[len(all)-1]
		d.Sentences = append(d.Sentences, record.Span{Start: length - utf8.RuneCountInString(b.text), End: length})
	}
	end()
	all = slices.DeleteFunc(all, func(d Document) bool { return d.Text == "" })
	if len(all) == 0 {
		return nil, errors.New("there is no text in it")
	}
	return all, nil
}

// OfPrefixes are the documents whose ids begin with one of the prefixes, all if there are none; a prefix of no document is an error.
func OfPrefixes(documents []Document, prefixes []string) ([]Document, error) {
	for _, p := range prefixes {
		if !slices.ContainsFunc(documents, func(d Document) bool { return strings.HasPrefix(d.ID, p) }) {
			return nil, fmt.Errorf("no document's id begins with %q", p)
		}
	}
	var out []Document
	for _, d := range documents {
		if len(prefixes) == 0 || prefixOf(d.ID, prefixes) != "" {
			out = append(out, d)
		}
	}
	return out, nil
}

// prefixOf is the first of the prefixes with which an id begins, "" for none.
func prefixOf(id string, prefixes []string) string {
	for _, p := range prefixes {
		if strings.HasPrefix(id, p) {
			return p
		}
	}
	return ""
}

// A QuietReport tells in how many sentences of texts, which tell of next to no events, some are coded.
type QuietReport struct {
	Documents int                      `json:"documents"`
	All       Share                    `json:"all"` // sentences with an event, of all
	Kinds     []QuietKind              `json:"kinds"`
	ByType    map[record.EventType]int `json:"by_type"` // events
	Coded     []Coded                  `json:"coded,omitempty"`
}

// A QuietKind is the documents whose ids begin alike.
type QuietKind struct {
	Prefix string `json:"prefix"`
	Share  Share  `json:"sentences"`
}

// A Coded is an event in such a text.
type Coded struct {
	Document string           `json:"document"`
	Type     record.EventType `json:"event_type"`
	CAMEO    string           `json:"cameo"`
	Status   record.Status    `json:"status"`
	Trigger  string           `json:"trigger"`
	Rule     string           `json:"rule"`
	Sentence string           `json:"sentence"`
}

// CountQuiet counts; found has the record of each document, in the same order. With list, the events are told.
func CountQuiet(documents []Document, found []record.Record, prefixes []string, list bool) QuietReport {
	r := QuietReport{Documents: len(documents), ByType: map[record.EventType]int{}}
	for _, p := range prefixes {
		r.Kinds = append(r.Kinds, QuietKind{Prefix: p})
	}
	for i, d := range documents {
		coded := map[int]bool{} // sentences
		text := []rune(d.Text)
		for _, e := range found[i].Events {
			s := d.sentence(e.Position())
			coded[s] = true
			r.ByType[e.Type]++
			if list {
				r.Coded = append(r.Coded, Coded{d.ID, e.Type, e.CAMEO, e.Status, cutLine(text, e.Evidence[0]), e.Rule, cutLine(text, d.Sentences[s])})
			}
		}
		share := Share{len(coded), len(d.Sentences)}
		r.All.add(share)
		if k := slices.Index(prefixes, prefixOf(d.ID, prefixes)); k >= 0 {
			r.Kinds[k].Share.add(share)
		}
	}
	return r
}

// sentence is the number of the sentence at a position.
func (d Document) sentence(position int) int {
	return max(0, sort.Search(len(d.Sentences), func(i int) bool { return d.Sentences[i].Start > position })-1)
}

// Write prints the report as a table.
func (r QuietReport) Write(w io.Writer) error {
	var b strings.Builder
	fmt.Fprintf(&b, "documents %d\n\n%-26s %6s         %7s\n", r.Documents, "sentences with an event", "coded", "%")
	for _, k := range r.Kinds {
		row(&b, k.Prefix, k.Share)
	}
	row(&b, "all", r.All)
	if len(r.ByType) > 0 {
		b.WriteString("\nevents\n")
	}
	for _, t := range types {
		if n := r.ByType[t]; n > 0 {
			fmt.Fprintf(&b, "%-26s %6d\n", cmp.Or(string(t), "(no type)"), n)
		}
	}
	for _, c := range r.Coded {
		fmt.Fprintf(&b, "\n%s %s %s %s, %s: %s\n  %s\n", c.Document, cmp.Or(string(c.Type), "-"), c.CAMEO, c.Trigger, c.Status, c.Rule, c.Sentence)
	}
	_, err := io.WriteString(w, b.String())
	return err
}
