package syntax

import (
	"bufio"
	"io"
	"strconv"
	"strings"
	"unicode"

	"example.org/demarche/internal/text"
)

// A Document is one document of a file in CoNLL-U, the format of Universal Dependencies
// (https://universaldependencies.org/format.html): its words with, for each sentence, a tree.
type Document struct {
	ID           string // of "# newdoc id"
	Segmentation *text.Segmentation
	Trees        []*Tree // one for each sentence; nil if there is no analysis

	lines []string // of a document of ReadTokens: as they stood, an empty one after each sentence
}

// WriteCoNLLU writes a document as UD 2.16 has it, with "# newdoc id", "# newpar", "# sent_id", "# text", multiword tokens
// and SpaceAfter. What is unknown is written "_". misc, if it is not nil, gives what MISC says of a word besides
// SpaceAfter, such as "Name=B-PER", "" for nothing.
//
// A document of ReadTokens is written in the lines that it was read from: its comments, numbers and forms stay, the
// analysis takes the place of theirs, and of MISC only SpaceAfter is left. Empty nodes go, with the enhanced dependencies
// that speak of them.
func WriteCoNLLU(w io.Writer, d *Document, misc func(text.Ref) string) error {
	if misc == nil {
		misc = func(text.Ref) string { return "" }
	}
	out := &conlluWriter{Writer: bufio.NewWriter(w), Document: d, misc: misc}
	if d.lines != nil {
		out.overLines()
		return out.Flush()
	}
	out.row("# newdoc id = ", oneLine(d.ID))
	for i := range d.Segmentation.Sentences {
		out.sentence(i)
	}
	return out.Flush()
}

// A conlluWriter writes one document. Errors stay in its bufio.Writer until Flush.
type conlluWriter struct {
	*bufio.Writer
	*Document
	misc func(text.Ref) string
}

// row writes one line.
func (w *conlluWriter) row(parts ...string) {
	for _, p := range parts {
		w.WriteString(p)
	}
	w.WriteByte('\n')
}

// sentence writes sentence i with its comments.
func (w *conlluWriter) sentence(i int) {
	if w.Segmentation.Sentences[i].Paragraph {
		w.row("# newpar")
	}
	w.row("# sent_id = ", sentenceID(w.ID, i))
	w.row("# text = ", w.line(i))
	words := w.Segmentation.Words(i)
	for k := 0; k < len(words); {
		end := k + 1
		for end < len(words) && words[end].Surface == words[k].Surface {
			end++
		}
		alone := end == k+1 && words[k].Span == words[k].Surface
		if !alone {
			span := strconv.Itoa(k+1) + "-" + strconv.Itoa(end)
			w.multiword(span, w.Segmentation.Form(words[k].Surface), w.miscOf("", i, end-1))
		}
		for ; k < end; k++ {
			r := text.Ref{Sentence: i, Token: k}
			misc := w.misc(r)
			if alone {
				misc = w.miscOf(misc, i, k)
			}
			w.word(r, w.Segmentation.Form(words[k].Span), misc)
		}
	}
	w.row()
}

// overLines writes the lines that the document was read from, with its new analysis.
func (w *conlluWriter) overLines() {
	var r text.Ref
	for _, l := range w.lines {
		switch {
		case l == "":
			r = text.Ref{Sentence: r.Sentence + 1}
			w.row()
		case l[0] == '#':
			w.row(l)
		default:
			col := strings.Split(l, "\t")
			if strings.Contains(col[0], "-") {
				w.multiword(col[0], col[1], orUnderscore(spacing(col[9])))
				continue
			}
			misc := []string{w.misc(r), spacing(col[9])}
			w.word(r, col[1], strings.Trim(strings.Join(misc, "|"), "|"))
			r.Token++
		}
	}
}

// spacing is what MISC says of the white space after a word: "SpaceAfter=No", or "".
func spacing(misc string) string {
	for m := range strings.SplitSeq(misc, "|") {
		if strings.HasPrefix(m, "SpaceAfter=") {
			return m
		}
	}
	return ""
}

// multiword writes the line of a multiword token.
func (w *conlluWriter) multiword(span, form, misc string) {
	w.row(span, "\t", form, "\t_\t_\t_\t_\t_\t_\t_\t", misc)
}

// word writes the line of one word.
func (w *conlluWriter) word(r text.Ref, form, misc string) {
	col := [...]string{"_", "_", "_", "_", "_", "_"}
	if w.Trees != nil {
		t, k := w.Trees[r.Sentence], r.Token
		col = [...]string{t.Lemmas[k], t.UPOS[k], t.XPOS[k], t.Feats[k], strconv.Itoa(int(t.Heads[k]) + 1), t.Rels[k]}
	}
	w.WriteString(strconv.Itoa(r.Token + 1))
	w.WriteByte('\t')
	w.WriteString(form)
	for _, c := range col {
		w.WriteByte('\t')
		w.WriteString(orUnderscore(c))
	}
	w.row("\t_\t", orUnderscore(misc))
}

// miscOf adds SpaceAfter=No to MISC of a surface token, whose last word is given, where no white space follows.
func (w *conlluWriter) miscOf(misc string, sentence, last int) string {
	next := w.Segmentation.Sentences[sentence].First + last + 1
	tokens := w.Segmentation.Tokens
	if next == len(tokens) || tokens[next].Surface.Start > tokens[next-1].Surface.End {
		return orUnderscore(misc)
	}
	if misc != "" {
		misc += "|"
	}
	return misc + "SpaceAfter=No"
}

// line is the text of sentence i with white space made single spaces.
func (w *conlluWriter) line(i int) string {
	var b strings.Builder
	var last text.Span
	for _, t := range w.Segmentation.Words(i) {
		if t.Surface == last {
			continue
		}
		if last.End > 0 && t.Surface.Start > last.End {
			b.WriteByte(' ')
		}
		b.WriteString(w.Segmentation.Form(t.Surface))
		last = t.Surface
	}
	return b.String()
}

// orUnderscore is s, or "_" where s is empty.
func orUnderscore(s string) string {
	if s == "" {
		return "_"
	}
	return s
}

// oneLine is s with white space made single spaces.
func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// sentenceID makes an id for sentence i of a document; UD allows neither white space nor slashes in it.
func sentenceID(document string, i int) string {
	id := strings.Map(func(r rune) rune {
		if r == '/' || unicode.IsSpace(r) {
			return '_'
		}
		return r
	}, document)
	if id != "" {
		id += "-"
	}
	return id + strconv.Itoa(i+1)
}
