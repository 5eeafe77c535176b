package score

import (
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"
)

// A Layer is what an annotator or a program marked in documents: names, or all phrases that speak of somebody or something.
type Layer struct {
	documents []*layerDocument // in order of the file
	byID      map[string]*layerDocument
}

// A layerDocument is one document on its characters without white space, which its mentions count.
type layerDocument struct {
	id       string
	text     strings.Builder // raw, of "# text"
	chars    strings.Builder // without white space
	length   int             // of chars, in code points
	mentions []mention
	tags     []tagged // words with their IOB2 tags, where mentions are told by tags
}

// A mention is some characters that speak of something.
type mention struct {
	stretch
	kind  string
	named bool // by a proper name
}

// A tagged word has an IOB2 tag: O, B-PER, I-PER …
type tagged struct {
	stretch
	tag string
}

// A Phrase is a mention as a program finds it in a text.
type Phrase struct {
	Start, End int // code points of the text, [Start, End)
	Kind       string
	Named      bool // it has a proper name
}

// NewLayer returns an empty layer, to be filled with Add.
func NewLayer() *Layer { return &Layer{byID: map[string]*layerDocument{}} }

// Add adds what was found in the text of a document.
func (l *Layer) Add(id, text string, found []Phrase) {
	d := l.document(id)
	at := make([]int, 1, len(text)+1) // by code point: visible characters before it
	for _, r := range text {
		if !isBlank(r) {
			d.length++
		}
		at = append(at, d.length)
	}
	d.chars.WriteString(squash(text))
	for _, p := range found {
		d.mentions = append(d.mentions, mention{stretch{at[p.Start], at[p.End]}, p.Kind, p.Named})
	}
}

// Texts yields the id and the raw text of each document: the texts of its sentences joined by a space, its paragraphs parted by
// an empty line.
func (l *Layer) Texts(yield func(id, text string) bool) {
	for _, d := range l.documents {
		if !yield(d.id, d.text.String()) {
			return
		}
	}
}

// document returns the document of an id, which may be new.
func (l *Layer) document(id string) *layerDocument {
	d := l.byID[id]
	if d == nil {
		d = &layerDocument{id: id}
		l.documents, l.byID[id] = append(l.documents, d), d
	}
	return d
}

// IsIOB2 reports whether a file is of names in IOB2 as Universal NER has them, five columns, rather than CoNLL-U.
func IsIOB2(file string) bool {
	for l := range strings.Lines(file) {
		if strings.TrimSpace(l) != "" && l[0] != '#' {
			return strings.Count(l, "\t") == 4
		}
	}
	return false
}

// ReadIOB2 reads names in the form of Universal NER (https://www.universalner.org): number, word, tag, and two columns more.
func ReadIOB2(r io.Reader) (*Layer, error) {
	return readTags(r, 5, func(col []string) string { return col[2] })
}

// ReadNames reads the names of a file in CoNLL-U, which are tags in MISC: Name=B-PER, Name=I-PER and so on.
func ReadNames(r io.Reader) (*Layer, error) {
	return readTags(r, 10, func(col []string) string {
		if tag := inMisc(col[9], "Name="); tag != "" {
			return tag
		}
		return "O"
	})
}

// inMisc is the value of a key in MISC, "" if it is not there.
func inMisc(misc, key string) string {
	for m := range strings.SplitSeq(misc, "|") {
		if v, ok := strings.CutPrefix(m, key); ok {
			return v
		}
	}
	return ""
}

// readTags reads a file in which the columns of a word hold a tag.
func readTags(r io.Reader, columns int, tag func(col []string) string) (*Layer, error) {
	l, err := readLayer(r, columns, func(d *layerDocument, _ block, words []placed) error {
		for _, w := range words {
			d.tags = append(d.tags, tagged{w.stretch, tag(w.col)})
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	for _, d := range l.documents {
		d.mentions = namesOf(d.tags)
	}
	return l, nil
}

// namesOf are the names that tags tell: each begins with B-, or with an I- that continues none of its kind.
func namesOf(words []tagged) []mention {
	var out []mention
	open := false
	for _, w := range words {
		kind, inside := strings.CutPrefix(w.tag, "I-")
		if inside && open && out[len(out)-1].kind == kind {
			out[len(out)-1].end = w.end
			continue
		}
		if !inside {
			kind, inside = strings.CutPrefix(w.tag, "B-")
		}
		if open = inside && nameKinds[kind]; open {
			out = append(out, mention{w.stretch, kind, true})
		}
	}
	return out
}

// nameKinds are the kinds that are compared; train has another for what is none of them.
var nameKinds = setOf(namesCompared)

// A placed word is one with its characters.
type placed struct {
	stretch
	wordRow
}

// readLayer reads a file, handing each sentence's words with their places to take.
func readLayer(r io.Reader, columns int, take func(*layerDocument, block, []placed) error) (*Layer, error) {
	l, id, layout := NewLayer(), "", ""
	for b, err := range blocks(r, columns) {
		if err != nil {
			return nil, err
		}
		if b.newDocument {
			id = b.id
		}
		if b.layout == "" {
			b.layout = layout
		}
		layout = b.layout
		d := l.document(id)
		b.addText(&d.text)
		words, err := d.place(b.rows)
		if err == nil {
			err = take(d, b, words)
		}
		if err != nil {
			return nil, err
		}
	}
	return l, nil
}

// place adds a sentence's characters to the document and returns its words with theirs. The words of a multiword token share out
// its characters by the lengths of their forms; the last has what is left.
func (d *layerDocument) place(rows []wordRow) ([]placed, error) {
	words := make([]placed, 0, len(rows))
	until, left := 0, 0 // the last word of the multiword token that is open, its characters that are left
	for _, r := range rows {
		form := squash(r.col[1])
		n := utf8.RuneCountInString(form)
		if _, last, ok := r.multiword(); ok {
			until, left = last, n
			d.chars.WriteString(form)
			continue
		}
		number, err := strconv.Atoi(r.col[0])
		if err != nil {
			return nil, fmt.Errorf("line %d: the word is numbered %q", r.line, r.col[0])
		}
		switch {
		case number > until:
			d.chars.WriteString(form)
		case number == until:
			n = left
		default:
			n = min(n, left)
			left -= n
		}
		words = append(words, placed{stretch{d.length, d.length + n}, r})
		d.length += n
	}
	return words, nil
}
