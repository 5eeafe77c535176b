// Package linker judges by the encoder's vectors which words are cues of attributions, and what the other words of the
// sentence are to them: source, content, addressee, or part of the cue.
//
// Terms. A cue is one word here, the one that heads it; package attribution tells what cues, sources and contents are. A
// feature is one of a few values that tell what a word is (its relation in the tree, its neighbours) or how it stands to a cue
// (how far, over which path of the tree, with which marks between); the network has a row of numbers for each value.
//
// There are two networks of one hidden layer (linker.go; data/models/README.md has the formulas). The first reads each word with
// its head in the tree; the second each pair of a likely cue and a word. What they say are scores, differences of logits: what
// to make of them is the business of package attribution. train/training/statements.py trains them, on features that this
// package computes (features.go), so that training sees what the program sees.
package linker
