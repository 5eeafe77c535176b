package segment

import (
	"example.org/demarche/internal/encoder"
	"example.org/demarche/internal/text"
)

// MaxPieces is the greatest length of a sentence in word pieces: what the encoder takes.
const MaxPieces = encoder.MaxPieces

// A limiter makes sentences out of closed stretches of words, and cuts those that are too long.
type limiter struct {
	pieces    func(word string) int
	sentences []text.Sentence
}

// close makes a sentence, or several if it is too long, of the words from c.first on; word next will be the next one.
func (l *limiter) close(c *closer, next int) {
	first, sum := c.first, 0
	paragraph := c.gapBefore(c.opened) >= hard
	for i := first; i < len(c.out); i++ {
		w := c.out[i]
		n := 1
		if l.pieces != nil {
			n = max(1, l.pieces(c.text[w.Span.Start:w.Span.End]))
		}
		if sum += n; sum > MaxPieces && i > first {
			at := surfaceStart(c.out, first, i)
			l.add(c.out, first, at, paragraph, true)
			first, sum, paragraph = at, 0, false
			i = at - 1
		}
	}
	l.add(c.out, first, len(c.out), paragraph, false)
	c.first, c.opened = len(c.out), next
}

// surfaceStart returns the first word of the surface token that word i belongs to, i itself if that begins the sentence.
func surfaceStart(words []text.Token, first, i int) int {
	k := i
	for k > first && words[k-1].Surface == words[i].Surface {
		k--
	}
	if k == first {
		return i
	}
	return k
}

// add adds the sentence of words [first, end).
func (l *limiter) add(words []text.Token, first, end int, paragraph, cut bool) {
	if first == end {
		return
	}
	l.sentences = append(l.sentences, text.Sentence{
		Span:  text.Span{Start: words[first].Span.Start, End: words[end-1].Span.End},
		First: first, End: end, Paragraph: paragraph, Cut: cut,
	})
}
