// Package parser hangs the words of a sentence together: a head on the encoder's vectors that finds the dependency tree.
//
// Terms. An arc joins a word to its head. Every possible arc of a sentence gets a score, and so does every relation that
// an arc could have, from a vector of the word as a dependent and one of the other as a head (biaffine scores: Dozat and
// Manning 2017). A spanning tree has one arc into each word and no cycle; the tree is the one whose arcs have the
// greatest sum among those with exactly one root (Chu and Liu 1965, Edmonds 1967; in time that grows with the square of
// the sentence, after Tarjan 1977 and Gabow, Galil, Spencer and Tarjan 1986). Each arc then has the relation with the highest
// score, the first of equals; "root" belongs to the root and to nothing else.
package parser
