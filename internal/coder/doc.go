// Package coder writes down who did what to whom: it turns the lexicon's candidates, the trees and the layers of the
// stages before it into events and states.
//
// Terms. A candidate is a word that a frame of the lexicon matched, with the words in its slots. It becomes an [event.Event]
// if one of its sides is public (scope). Its status says how far it is asserted, by the words above it in the tree: negation,
// modality, conditions, words that embed ("failed to", "threat of"), and the statements that hold it. A deed that a speech act
// promises, asks for, refuses or threatens points at that act ("of"). Reports of one happening within the article point at
// the first of them ("same as"). A [event.State] is what holds rather than what happens.
//
// Nothing is invented: a date or a place that the words do not give is left open, and its basis says so.
package coder
