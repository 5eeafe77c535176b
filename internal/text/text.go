package text

import (
	"cmp"
	"slices"
	"strings"
)

// A Span is a stretch of an article's text in bytes, [Start, End).
type Span struct{ Start, End int }

// Empty reports whether the span holds nothing.
func (s Span) Empty() bool { return s.End <= s.Start }

// Len is the number of bytes in the span.
func (s Span) Len() int { return s.End - s.Start }

// Contains reports whether o lies within s.
func (s Span) Contains(o Span) bool { return s.Start <= o.Start && o.End <= s.End }

// Overlaps reports whether the two spans share a byte.
func (s Span) Overlaps(o Span) bool { return s.Start < o.End && o.Start < s.End }

// Origin says where the day of publication of an article comes from.
type Origin string

// The origins, in the order in which they are asked.
const (
	OriginGiven    Origin = "given"    // --published
	OriginField    Origin = "field"    // a field of the input
	OriginHTML     Origin = "html"     // the page's metadata
	OriginFeed     Origin = "feed"     // the feed's metadata
	OriginURL      Origin = "url"      // the address
	OriginDateline Origin = "dateline" // the text's first line
	OriginNone     Origin = "none"     // nothing tells
)

// An Article is one text as a reader hands it on. Empty strings are unknown values.
type Article struct {
	SourceID  string // the id that the input gave
	URL       string
	Title     string // a title that is not part of Text
	Publisher string
	Author    string
	Published string // calendar day, YYYY-MM-DD
	Origin    Origin // where Published comes from
	Text      string // UTF-8, kept as it was given
	Where     string // where the input stands, "file" or "file:line", for messages only
}

// A Token is one syntactic word.
type Token struct {
	Span    Span // the word's own bytes
	Surface Span // the bytes of the surface token it belongs to; equal to Span for most words
}

// A Sentence is a stretch of a Segmentation's words.
type Sentence struct {
	Span      Span // from its first word's first byte to its last word's last
	First     int  // index of its first word in Segmentation.Tokens
	End       int  // index after its last word
	Paragraph bool // whether a paragraph begins with it
	Cut       bool // whether it ends because it reached the limit of length, not because it ended
}

// A Segmentation is an article's text with its sentences and words, both in order of text.
type Segmentation struct {
	Text      string
	Tokens    []Token
	Sentences []Sentence
}

// Words returns the words of sentence s.
func (g *Segmentation) Words(s int) []Token {
	return g.Tokens[g.Sentences[s].First:g.Sentences[s].End]
}

// Form is the text of a span.
func (g *Segmentation) Form(s Span) string { return g.Text[s.Start:s.End] }

// A Ref is one word: the Token-th of sentence Sentence, both from 0.
type Ref struct{ Sentence, Token int }

// Before orders references by their place in the text.
func (r Ref) Before(o Ref) bool {
	return r.Sentence < o.Sentence || r.Sentence == o.Sentence && r.Token < o.Token
}

// A Range is a stretch of words of one sentence, [Start, End).
type Range struct{ Sentence, Start, End int }

// Empty reports whether the range holds no word.
func (r Range) Empty() bool { return r.End <= r.Start }

// Has reports whether word t of sentence s lies in the range.
func (r Range) Has(w Ref) bool {
	return w.Sentence == r.Sentence && r.Start <= w.Token && w.Token < r.End
}

// Contains reports whether o lies within r.
func (r Range) Contains(o Range) bool {
	return r.Sentence == o.Sentence && r.Start <= o.Start && o.End <= r.End
}

// Overlaps reports whether the two ranges share a word.
func (r Range) Overlaps(o Range) bool {
	return r.Sentence == o.Sentence && r.Start < o.End && o.Start < r.End
}

// Span is the bytes that a range covers; the empty span for an empty range.
func (g *Segmentation) Span(r Range) Span {
	if r.Empty() {
		return Span{}
	}
	w := g.Words(r.Sentence)
	return Span{w[r.Start].Span.Start, w[r.End-1].Span.End}
}

// Covering returns the words that share a byte with a span, of the sentence in which the span begins; an empty range if there
// are none.
func (g *Segmentation) Covering(s Span) Range {
	i, _ := slices.BinarySearchFunc(g.Sentences, s.Start, func(x Sentence, at int) int { return cmp.Compare(x.Span.End, at+1) })
	if i == len(g.Sentences) {
		return Range{}
	}
	r := Range{Sentence: i}
	for k, w := range g.Words(i) {
		if !w.Span.Overlaps(s) {
			continue
		}
		if r.End == 0 {
			r.Start = k
		}
		r.End = k + 1
	}
	return r
}

// OneSentence is the segmentation of a text that is one sentence of the given words, parted by single spaces.
func OneSentence(words []string) *Segmentation {
	g := &Segmentation{Text: strings.Join(words, " "), Tokens: make([]Token, len(words))}
	at := 0
	for i, w := range words {
		s := Span{Start: at, End: at + len(w)}
		g.Tokens[i] = Token{Span: s, Surface: s}
		at = s.End + 1
	}
	g.Sentences = []Sentence{{Span: Span{End: len(g.Text)}, End: len(words)}}
	return g
}
