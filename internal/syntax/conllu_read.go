package syntax

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"iter"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"example.org/demarche/internal/text"
)

// Limits of what ReadCoNLLU takes.
const (
	MaxLine  = 1 << 20 // bytes in a line
	MaxWords = 1000    // words in a sentence
)

// A FormatError says what is wrong with a line of CoNLL-U, and what to do about it.
type FormatError struct {
	Line            int // from 1
	Problem, Remedy string
}

func (e *FormatError) Error() string {
	return fmt.Sprintf("line %d: %s: %s", e.Line, e.Problem, e.Remedy)
}

// ReadCoNLLU yields the documents of a CoNLL-U file. The text of a document is the "# text" of its sentences (or their
// forms, where there is none) joined by one space, with an empty line before a "# newpar". The words of a multiword token
// have the parts of its span that they are, in order; if they are no parts of it, each has the whole. Empty nodes,
// enhanced dependencies and MISC are passed over. A document without "# newdoc id" has the id "".
//
// After an error, a *FormatError or one of r, nothing more comes.
func ReadCoNLLU(r io.Reader) iter.Seq2[*Document, error] { return readDocuments(r, false) }

// ReadTokens is ReadCoNLLU for a file whose sentences and words are wanted, not their analysis, which may be missing. The
// documents have no Trees, and remember the lines that they stand in, for WriteCoNLLU.
func ReadTokens(r io.Reader) iter.Seq2[*Document, error] { return readDocuments(r, true) }

func readDocuments(r io.Reader, tokensOnly bool) iter.Seq2[*Document, error] {
	return func(yield func(*Document, error) bool) {
		lines := bufio.NewScanner(r)
		lines.Buffer(nil, MaxLine)
		p := &conlluReader{tokensOnly: tokensOnly}
		for lines.Scan() {
			p.number++
			done, err := p.line(strings.TrimSuffix(lines.Text(), "\r"))
			if err != nil {
				yield(nil, err)
				return
			}
			if done != nil && !yield(done, nil) {
				return
			}
		}
		err := lines.Err()
		if errors.Is(err, bufio.ErrTooLong) {
			p.number++
			err = p.fault("the line is longer than 1 MiB", "is it CoNLL-U? break up the line")
		}
		if err == nil {
			err = p.endSentence()
		}
		if err != nil {
			yield(nil, err)
		} else if done := p.endDocument(); done != nil {
			yield(done, nil)
		}
	}
}

// A conlluReader is in the midst of a file.
type conlluReader struct {
	tokensOnly bool // lines are kept, trees are not made
	number     int  // of the line
	id         string
	begun      bool // a "# newdoc" was read
	text       strings.Builder
	tokens     []text.Token
	sents      []text.Sentence
	trees      []*Tree
	lines      []string

	// the sentence that is being read
	comment   string // "# text"
	paragraph bool
	rows      []conlluRow
	ranges    []conlluRange
}

// A conlluRow is the line of one word, a conlluRange that of a multiword token over the words [first, end).
type (
	conlluRow struct {
		form, lemma, upos, xpos, feats, head, rel, misc string

		line int
	}
	conlluRange struct {
		first, end int
		form, misc string
	}
)

func (p *conlluReader) fault(problem, remedy string) error {
	return &FormatError{Line: p.number, Problem: problem, Remedy: remedy}
}

// line takes one line, and returns the document that it shows to be at its end.
func (p *conlluReader) line(s string) (done *Document, err error) {
	switch {
	case strings.TrimSpace(s) == "":
		return nil, p.endSentence()
	case s[0] != '#':
		return nil, p.columns(s)
	}
	key, value, _ := strings.Cut(s[1:], "=")
	value = strings.TrimSpace(value)
	switch strings.TrimSpace(key) {
	case "newdoc", "newdoc id":
		if err := p.endSentence(); err != nil {
			return nil, err
		}
		done = p.endDocument()
		p.id, p.begun = value, true
	case "newpar", "newpar id":
		p.paragraph = true
	case "text":
		p.comment = value
	}
	p.keep(s)
	return done, nil
}

// keep remembers a line, where lines are wanted.
func (p *conlluReader) keep(line string) {
	if p.tokensOnly {
		p.lines = append(p.lines, line)
	}
}

// columns takes the line of a word, a multiword token or an empty node.
func (p *conlluReader) columns(s string) error {
	col := strings.Split(s, "\t")
	if len(col) != 10 {
		return p.fault(fmt.Sprintf("%d columns", len(col)), "a line of CoNLL-U has ten, parted by tabs")
	}
	if form := strings.TrimSpace(col[1]); form == "" || form != col[1] {
		return p.fault("a word without a form, or with white space around it", "write the form in the second column")
	}
	if strings.Contains(col[0], ".") {
		return nil
	}
	next := len(p.rows) + 1
	if first, last, isRange := strings.Cut(col[0], "-"); isRange {
		a, errA := strconv.Atoi(first)
		b, errB := strconv.Atoi(last)
		overlaps := len(p.ranges) > 0 && p.ranges[len(p.ranges)-1].end >= a
		if errA != nil || errB != nil || a != next || b < a || b > MaxWords || overlaps {
			return p.fault(fmt.Sprintf("the multiword token %q is out of place", col[0]),
				fmt.Sprintf("it must begin at the next word, %d", next))
		}
		p.ranges = append(p.ranges, conlluRange{a - 1, b, col[1], col[9]})
		p.keep(s)
		return nil
	}
	if col[0] != strconv.Itoa(next) {
		return p.fault(fmt.Sprintf("the word is numbered %q", col[0]), fmt.Sprintf("it must be %d", next))
	}
	if next > MaxWords {
		return p.fault(fmt.Sprintf("a sentence of more than %d words", MaxWords), "part sentences by empty lines")
	}
	p.rows = append(p.rows, conlluRow{col[1], col[2], col[3], col[4], col[5], col[6], col[7], col[9], p.number})
	p.keep(s)
	return nil
}

// endSentence closes the sentence that is being read, if there is one.
func (p *conlluReader) endSentence() error {
	if len(p.rows) == 0 && len(p.ranges) == 0 {
		return nil
	}
	if n := len(p.ranges); n > 0 && p.ranges[n-1].end > len(p.rows) {
		return p.fault("the multiword token's words are missing", "write a line for each")
	}
	if p.comment == "" {
		p.comment = p.joinForms()
	}
	if !p.tokensOnly {
		tree, err := p.tree()
		if err != nil {
			return err
		}
		p.trees = append(p.trees, tree)
	}
	if p.text.Len() > 0 {
		p.text.WriteString(map[bool]string{false: " ", true: "\n\n"}[p.paragraph])
	}
	first := len(p.tokens)
	if err := p.spans(p.text.Len()); err != nil {
		return err
	}
	p.text.WriteString(p.comment)
	p.sents = append(p.sents, text.Sentence{
		Span:  text.Span{Start: p.tokens[first].Span.Start, End: p.tokens[len(p.tokens)-1].Span.End},
		First: first, End: len(p.tokens), Paragraph: p.paragraph || first == 0,
	})
	p.keep("")
	p.comment, p.paragraph, p.rows, p.ranges = "", false, p.rows[:0], p.ranges[:0]
	return nil
}

// surfaces yields the surface tokens: the words [first, end) of each, its form and its MISC.
func (p *conlluReader) surfaces(yield func(conlluRange) bool) {
	ranges := p.ranges
	for k := 0; k < len(p.rows); {
		s := conlluRange{k, k + 1, p.rows[k].form, p.rows[k].misc}
		if len(ranges) > 0 && ranges[0].first == k {
			s, ranges = ranges[0], ranges[1:]
		}
		if !yield(s) {
			return
		}
		k = s.end
	}
}

// joinForms makes up the sentence's text from its forms.
func (p *conlluReader) joinForms() string {
	var b strings.Builder
	for s := range p.surfaces {
		b.WriteString(s.form)
		if s.end < len(p.rows) && !strings.Contains(s.misc, "SpaceAfter=No") {
			b.WriteByte(' ')
		}
	}
	return b.String()
}

// spans finds the words in the sentence's text, which begins at byte base of the document's, and adds them to tokens.
func (p *conlluReader) spans(base int) error {
	rest := p.comment
	for s := range p.surfaces {
		rest = strings.TrimLeftFunc(rest, unicode.IsSpace)
		if !strings.HasPrefix(rest, s.form) {
			return p.textFault(s.first, fmt.Sprintf("the sentence's # text goes on %q where its words have %q", head(rest), head(s.form)))
		}
		start := base + len(p.comment) - len(rest)
		surface := text.Span{Start: start, End: start + len(s.form)}
		for _, span := range p.parts(s, surface) {
			p.tokens = append(p.tokens, text.Token{Span: span, Surface: surface})
		}
		rest = rest[len(s.form):]
	}
	if strings.TrimSpace(rest) != "" {
		return p.textFault(len(p.rows)-1, fmt.Sprintf("the sentence's # text has %q after its last word", head(rest)))
	}
	return nil
}

// textFault is a fault of "# text" that shows at a word.
func (p *conlluReader) textFault(word int, problem string) error {
	return &FormatError{p.rows[word].line, problem, "correct # text, or leave it out"}
}

// parts returns the span of each word of a surface token.
func (p *conlluReader) parts(s conlluRange, surface text.Span) []text.Span {
	spans := make([]text.Span, 0, 2)
	at := 0
	for k := s.first; k < s.end; k++ {
		form := p.rows[k].form
		i := strings.Index(s.form[at:], form)
		if i < 0 {
			for i := range s.end - s.first {
				spans = append(spans[:i], surface)
			}
			return spans
		}
		start := surface.Start + at + i
		spans = append(spans, text.Span{Start: start, End: start + len(form)})
		at += i + len(form)
	}
	return spans
}

// head is the beginning of s, for messages.
func head(s string) string {
	const most = 20
	if len(s) <= most {
		return s
	}
	n := most
	for n > 0 && !utf8.RuneStart(s[n]) {
		n--
	}
	return s[:n] + "…"
}

// tree makes the sentence's tree, still without its words.
func (p *conlluReader) tree() (*Tree, error) {
	t := New(len(p.trees), "", make([]text.Token, len(p.rows)))
	roots := 0
	for k, row := range p.rows {
		h, err := strconv.Atoi(row.head)
		if err != nil || h < 0 || h > len(p.rows) {
			return nil, &FormatError{row.line, fmt.Sprintf("the head %q", row.head), fmt.Sprintf("it must be a number from 0 to %d", len(p.rows))}
		}
		if h == 0 {
			roots++
		}
		t.Lemmas[k], t.UPOS[k], t.XPOS[k] = noUnderscore(row.lemma), noUnderscore(row.upos), noUnderscore(row.xpos)
		t.Feats[k], t.Heads[k], t.Rels[k] = noUnderscore(row.feats), int32(h-1), noUnderscore(row.rel)
		if h == 0 {
			t.Rels[k] = "root" // whatever the file calls it: rules climb until there
		}
	}
	if roots != 1 || hasCycle(t.Heads) {
		return nil, &FormatError{p.rows[0].line, "the sentence is no tree", "give one word the head 0, and let the heads of all others lead to it"}
	}
	t.Link()
	return t, nil
}

// noUnderscore is s, or "" where s is "_".
func noUnderscore(s string) string {
	if s == "_" {
		return ""
	}
	return s
}

// hasCycle reports whether the way up from some word does not end at a root. It is linear: each word is passed once.
func hasCycle(heads []int32) bool {
	seen := make([]int, len(heads)) // the walk that came by, from 1
	for i := range heads {
		w := int32(i)
		for w != NoHead && seen[w] == 0 {
			seen[w] = i + 1
			w = heads[w]
		}
		if w != NoHead && seen[w] == i+1 {
			return true
		}
	}
	return false
}

// endDocument returns the document that was being read, nil if none was begun.
func (p *conlluReader) endDocument() *Document {
	if !p.begun && len(p.sents) == 0 {
		return nil
	}
	g := &text.Segmentation{Text: p.text.String(), Tokens: p.tokens, Sentences: p.sents}
	for i, t := range p.trees {
		t.Text, t.Tokens = g.Text, g.Words(i)
	}
	d := &Document{ID: p.id, Segmentation: g, Trees: p.trees, lines: p.lines}
	*p = conlluReader{tokensOnly: p.tokensOnly, number: p.number, rows: p.rows[:0], ranges: p.ranges[:0]}
	return d
}
