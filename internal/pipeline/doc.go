// Package pipeline knows the order of the stages. It is the one package that does: an article goes in, each stage adds its
// layer and never alters an earlier one, a record comes out.
//
// Terms. An [Analysis] is an article's sentences, words and trees: what the encoder and its heads see. [Layers] are the
// analysis and all that the rules found on it. A worker's scratch memory is reused from article to article.
//
// It is also the one package that turns ranges of words into ids and code points (write.go, items.go).
package pipeline
