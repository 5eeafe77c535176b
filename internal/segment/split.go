package segment

import "example.org/demarche/internal/text"

// Split divides a text into sentences and words. A sentence of more than [MaxPieces] word pieces is cut: pieces tells how
// many a word has, at least one each; nil counts every word as one. The model decides where sentences end in running
// text; nil leaves it to the rules. The text may be anything, also no UTF-8; time and memory grow with its length only.
func Split(articleText string, pieces func(word string) int, model *Boundaries) *text.Segmentation {
	c := newCloser(articleText, pieces)
	if model != nil {
		c.judge = model.judge()
	}
	c.close()
	return &text.Segmentation{Text: articleText, Tokens: c.out, Sentences: c.limit.sentences}
}

// newCloser scans a text; its sentences are still to be closed.
func newCloser(s string, pieces func(word string) int) *closer {
	words := len(s)/5 + 1 // about
	c := &closer{scanner: &scanner{text: s, words: make([]text.Token, 0, words), traits: make([]trait, 0, words)}}
	c.scan()
	c.limit = limiter{pieces: pieces, sentences: make([]text.Sentence, 0, len(c.words)/20+1)}
	if d, ok := text.ParseDateline(s); ok {
		c.dateline = d.Span.End
	}
	return c
}
