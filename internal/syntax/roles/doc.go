// Package roles judges by the encoder's vectors who fills the arguments of the words of a sentence that tell of deeds and states:
// who acts and who undergoes, for verbs, nouns of events and adjectives.
//
// Terms. A predicate is a word that has arguments, an argument is one of those that PropBank numbers (syntax.Arg), and what fills it
// is told by the one word that heads the phrase. A feature is one of a few values that tell what a predicate is (its relation in the
// tree, its voice, what hangs on it) or how a word stands to it (by which path of the tree, how far, with which preposition); the network
// has a row of numbers for each value. A class is what PropBank's frames say of a word: which arguments it has, and of what sort.
//
// Only words near a predicate in the tree are looked at, its candidates (features.go): those below it, those above it, and those that hang
// on these; 99 in 100 arguments are among them. A network with two hidden layers (finder.go; data/models/README.md has the formulas)
// scores each pair of a predicate and a candidate. train/training/roles.py trains it, on features that this package computes, so that
// training sees what the program sees.
package roles
