// Package attribution finds who is said to have said, thought, ordered or denied what: for every such passage of an article
// an [event.Attribution], as words only. Who a source is, is the business of later stages.
//
// Terms. The source is the words for the one who speaks or thinks, the cue the words that say so, the content what is said
// or thought. "The dam is safe, said a minister" has the source "a minister", the cue "said" and the content "The dam is
// safe". A cue is a verb, a noun ("the claim that"), an adjective ("is afraid that"), an adverb ("reportedly"), a preposition
// ("according to") or a colon ("Rebels: we hold the port").
//
// What can be a cue, its type and its stance, stands in data/cues: [LoadCues] reads it. An entry names frames: which parts
// of the tree around the cue are its content. A frame is a list of slots ([Slot]), and it fits where each of them is filled.
// Voice, control, coordination, relative clauses, light verbs and negation are handled once, here, never in an entry.
//
// The layer is made in four steps, all in [Find]:
//
//  1. quotations: stretches between quotation marks, over sentences and paragraphs (quote.go);
//  2. a draft for each cue whose frame fits: the frame (frames.go, clause.go, slots.go, beside.go, host.go), the cue's words
//     (group.go), the source (source.go, inverted.go), the content (content.go, apart.go), what goes with them (setting.go, kind.go);
//     for verbs of saying at the end of a sentence that no frame fits trailing.go, for colons and dashes headline.go. If the head of
//     statements ran (package linker), it doubts cues, finds others, and chooses sources and contents where it is much surer than
//     the tree (judge.go);
//  3. quotations are given to the drafts they belong to, and run on behind them (runs.go);
//  4. statements inside statements are tied together, edges are trimmed, all is put in order (nest.go).
//
// The trees come as the parser made them, but mended where they cannot be right ([syntax.Tree.Reattach]); what commas and order tell
// beyond that, the files named above look for themselves.
//
// Words are counted over the whole article while the layer is made, since a quotation knows no sentences; what is handed on
// counts them in their sentences, as [text.Range] does.
package attribution
