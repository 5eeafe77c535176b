// Package text holds what was written: an [Article], and how it falls into sentences and words.
//
// A position is a byte offset into the text of the article; a [Span] is half open, [Start, End). Only the record counts
// code points, and only package pipeline converts.
//
// A [Token] is a syntactic word in the sense of Universal Dependencies: "don't" is one surface token and two words, "do"
// and "n't". A [Segmentation] keeps all words of an article in one flat slice, and its sentences as stretches of it.
// Later layers point at words by a [Range] or a [Ref]: sentence first, then the word's place in the sentence.
//
// Nothing here is altered once made: each stage adds a layer of its own beside it.
package text
