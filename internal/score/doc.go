// Package score compares what the program finds with what annotators wrote: records of events and attributions ([Events]), events of
// passages ([ComparePassages]), attributions marked in articles ([CompareAttributed]), relations ([CompareRelations]), judgements of
// what happened ([CompareFactuality]), trees of a treebank ([Trees]), names ([Names]) and mentions ([Entities]).
//
// # Records
//
// Terms. Gold is the annotator's record, found is the coder's. Both tell of one article if they have its id, the hash of text and
// address; an article without a found record counts as one in which nothing was found. Words are runs of letters and digits, and single
// punctuation marks; two phrases overlap if they share a word of the text, whatever their exact limits.
//
// An event of gold and a found one match, one to one, if
//   - their event types are the same, and
//   - their evidence overlaps; or else, side by side, their actors' words overlap and their recipients' words overlap, where a side
//     that has no words in either record is left out, and one that has words in only one record speaks against the match.
//
// The pairs with the best overlap of evidence (F1 over words) go first. Precision, recall and F1 count matched events over found
// ones and over those of gold. What matched is then asked for its fields: status, code, participants and so on ([Fields]).
//
// Participants are compared in two ways. By entity: the entities of both records are aligned one to one, those with the best overlap of
// all their mentions first, and the two sides must hold the same entities; a pronoun led back to somebody else is wrong. By words: some participant
// of one side must share a word with one of the other, in the event's clause or in any mention; two empty sides agree.
// Where gold is reciprocal, the sides may be swapped.
//
// A false occurrence is a found event presented as done, ongoing or long past whose counterpart in gold, type aside, was only planned,
// demanded, threatened, conditional, hypothetical or denied.
//
// Attributions are measured as PolNeAR is (Newell, Margolin, Ruths, "An attribution relations corpus for political news", 2018): each of
// source, cue and content by exact span and by the words it covers, and linked, one to one. Unlike PolNeAR, gold here has statements
// inside statements, so that none is left out.
//
// # Passages
//
// Gold that has ids, offsets and codes and no texts ([Passage]) is measured more strictly than records: an event is matched by its trigger or,
// failing that, by its sentence, and each column asks for what stands left of it too. Reports that a record joins by same_as are one
// happening. docs/eval.md has every rule. Confidences, of events and of relations, are held to how often they are right ([Reliability]).
//
// # Attributions
//
// In articles in which somebody marked who says what, the same figures are taken as PolNeAR's own: a found statement inside another, right
// one counts only where gold has one too (flat.go). Which statement lies inside which is compared over those that both sides have
// ([Nesting]). What such articles do not tell, who "he" is, to whom he speaks, how he is quoted, with what stance, is compared over
// drawn attributions whose cue was found ([CompareStatements]).
//
// # Trees
//
// Trees are compared as the CoNLL 2018 shared task does (Zeman et al., "CoNLL 2018 shared task: multilingual parsing from raw text
// to universal dependencies", https://universaldependencies.org/conll18/evaluation.html). Words of both sides stand on the
// characters of their document without white space. Tokens and sentences are right if gold has the same stretch; words are paired
// (align.go), and each [Measure] counts the pairs that agree in it, over all found and all gold words.
//
// # Names and mentions
//
// A mention is right if gold has one with the same first and last character, white space left out, and where kinds are asked for,
// of the same kind. So the two sides need not have the same words.
package score
