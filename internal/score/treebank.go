package score

import (
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

// A Treebank is a file of trees in CoNLL-U, as they are compared.
type Treebank struct {
	documents []*treeDocument // in order of the file
	byID      map[string]*treeDocument
}

// A treeDocument is one document on its characters without white space, which all its positions count.
type treeDocument struct {
	id        string
	text      strings.Builder // raw, of "# text"
	chars     strings.Builder // without white space
	length    int             // of chars, in code points
	tokens    []stretch
	sentences []stretch
	words     []treeWord
	fault     error // why the document is none, nil if it is one
}

// A stretch is some characters of a document, [start, end).
type stretch struct{ start, end int }

// A treeWord is one syntactic word with its analysis.
type treeWord struct {
	stretch       // of its surface token
	multi    bool // the token has several words
	form     string
	lemma    string
	upos     string
	xpos     string
	features string // universal ones, sorted
	rel      string // with its subtype
	head     int    // index in the document's words, or one of the two below
}

// Heads that are no words.
const (
	atRoot   = -1
	headless = -2 // none is given, or the word itself
)

// ReadTreebank reads a file in CoNLL-U. Documents go by "# newdoc id"; sentences before the first have the id "". Empty nodes,
// enhanced dependencies and MISC are passed over. The columns of analysis may be "_".
func ReadTreebank(r io.Reader) (*Treebank, error) {
	t := &Treebank{byID: map[string]*treeDocument{}}
	id := ""
	for b, err := range blocks(r, 10) {
		if err != nil {
			return nil, err
		}
		if b.newDocument {
			id = b.id
		}
		d := t.byID[id]
		if d == nil {
			d = &treeDocument{id: id}
			t.documents, t.byID[id] = append(t.documents, d), d
		}
		b.addText(&d.text)
		if err := d.sentence(b.rows); err != nil && d.fault == nil {
			d.fault = err
		}
	}
	return t, nil
}

// Fault says what is wrong with the first document that cannot be compared, nil if all can.
func (t *Treebank) Fault() error {
	for _, d := range t.documents {
		if d.fault != nil {
			return d.fault
		}
	}
	return nil
}

// Texts yields the id and the raw text of each document: the texts of its sentences joined by a space, its paragraphs parted by
// an empty line.
func (t *Treebank) Texts(yield func(id, text string) bool) {
	for _, d := range t.documents {
		if !yield(d.id, d.text.String()) {
			return
		}
	}
}

// sentence adds a sentence to the document.
func (d *treeDocument) sentence(rows []wordRow) error {
	first, begin := len(d.words), d.length
	until := 0 // the last number of the multiword token that is open
	var token stretch
	for _, r := range rows {
		number := len(d.words) - first + 1
		if strings.Contains(r.col[0], "-") {
			a, b, ok := r.multiword()
			if !ok || a != number || b < a || number <= until {
				return fmt.Errorf("line %d: the multiword token %q is out of place", r.line, r.col[0])
			}
			until, token = b, d.token(r.col[1])
			continue
		}
		multi := number <= until
		if !multi {
			token = d.token(r.col[1])
		}
		if token.start == token.end {
			return fmt.Errorf("line %d: a token without characters", r.line)
		}
		d.words = append(d.words, wordOf(r.col, token, multi))
	}
	if d.length > begin {
		d.sentences = append(d.sentences, stretch{begin, d.length})
	}
	return d.heads(rows, first, until)
}

// heads turns the heads of the words from first on, which count from 1 in their sentence, into indices.
func (d *treeDocument) heads(rows []wordRow, first, until int) error {
	n := len(d.words) - first
	if n < until {
		return fmt.Errorf("line %d: the words of a multiword token are missing", rows[len(rows)-1].line)
	}
	k := first
	for _, r := range rows {
		if strings.Contains(r.col[0], "-") {
			continue
		}
		w := &d.words[k]
		h, err := strconv.Atoi(r.col[6])
		switch {
		case r.col[6] == "_" || r.col[6] == "" || err == nil && (h < 0 || h == k-first+1):
			w.head = headless
		case err != nil || h > n:
			return fmt.Errorf("line %d: the head %q is no number from 0 to %d", r.line, r.col[6], n)
		case h == 0:
			w.head = atRoot
		default:
			w.head = first + h - 1
		}
		k++
	}
	return nil
}

// token adds a surface token to the document.
func (d *treeDocument) token(form string) stretch {
	form = squash(form)
	s := stretch{d.length, d.length + utf8.RuneCountInString(form)}
	d.chars.WriteString(form)
	d.length = s.end
	d.tokens = append(d.tokens, s)
	return s
}

// wordOf is the word of a line, still without its head.
func wordOf(col []string, token stretch, multi bool) treeWord {
	return treeWord{
		stretch: token, multi: multi, form: strings.ToLower(col[1]),
		lemma: known(col[2]), upos: known(col[3]), xpos: known(col[4]), features: universal(col[5]), rel: known(col[7]),
	}
}

// known is s, "_" where s is empty.
func known(s string) string {
	if s == "" {
		return "_"
	}
	return s
}

// universalFeatures are the features that the shared task compares; treebanks have others of their own.
var universalFeatures = map[string]bool{
	"PronType": true, "NumType": true, "Poss": true, "Reflex": true, "Foreign": true, "Abbr": true, "Gender": true, "Animacy": true,
	"Number": true, "Case": true, "Definite": true, "Degree": true, "VerbForm": true, "Mood": true, "Tense": true, "Aspect": true,
	"Voice": true, "Evident": true, "Polarity": true, "Person": true, "Polite": true,
}

// universal is the universal ones of a word's features, sorted.
func universal(features string) string {
	var kept []string
	for f := range strings.SplitSeq(features, "|") {
		if name, _, _ := strings.Cut(f, "="); universalFeatures[name] {
			kept = append(kept, f)
		}
	}
	slices.Sort(kept)
	return strings.Join(kept, "|")
}

// base is a relation without its subtype.
func base(rel string) string {
	b, _, _ := strings.Cut(rel, ":")
	return b
}
