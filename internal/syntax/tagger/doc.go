// Package tagger gives the words of a sentence their parts of speech, features and lemmas: a head on the encoder's
// vectors.
//
// Terms. UPOS is the universal part of speech (VERB, NOUN, PROPN …), XPOS the Penn tag (VBD, NN, NNP …), FEATS the features
// of Universal Dependencies ("Mood=Ind|Tense=Past"), taken as one label. A lemma is the form that stands in a dictionary. It
// is looked up in the lexicon of word and Penn tag that comes with the model; where that has none, the network chooses
// an edit script, which makes a lemma of any word: "lower the case, take off three letters, append y".
//
// Each label is the one with the highest score, the first of equals.
package tagger
