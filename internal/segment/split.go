package segment

import "example.org/demarche/internal/text"

// Split divides a text into sentences and words. A sentence of more than [MaxPieces] word pieces is cut: pieces tells how
// many a word has, at least one each; nil counts every word as one. The text may be anything, also no UTF-8; time and
// memory grow with its length only.
func Split(articleText string, pieces func(word string) int) *text.Segmentation {
	s := &scanner{text: articleText, words: make([]text.Token, 0, len(articleText)/5), traits: make([]trait, 0, len(articleText)/5)}
	s.scan()
	c := &closer{scanner: s, limit: limiter{pieces: pieces, sentences: make([]text.Sentence, 0, len(s.words)/20)}}
	if d, ok := text.ParseDateline(articleText); ok {
		c.dateline = d.Span.End
	}
	c.close()
	return &text.Segmentation{Text: articleText, Tokens: c.out, Sentences: c.limit.sentences}
}
