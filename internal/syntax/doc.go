// Package syntax says how a sentence hangs together: a dependency [Tree] over its words, with their parts of speech,
// features and lemmas, as Universal Dependencies define them (version 2; XPOS are Penn tags).
//
// Terms. Every word but one hangs on its head by a relation (nsubj, obj, obl …, with subtypes such as nsubj:pass); the one
// is the root. The words that hang on a word are its dependents; a word with all that hangs below it is its subtree,
// which is mostly, not always, a stretch of the sentence. The core of the package is navigation: dependents by relation,
// subtrees, the verb group, the phrase of a noun without its relative clauses.
package syntax
