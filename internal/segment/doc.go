// Package segment divides an article's text into sentences and words, as Universal Dependencies of English do.
//
// Terms. A chunk is what stands between white space. A chunk holds one or more surface tokens: "(Reuters)," has four. A
// surface token holds one or more words; more than one where clitics are joined: "don't" is "do" and "n't", "John's" is
// "John" and "'s", "cannot" is "can" and "not". What an abbreviation ends with is part of it ("U.S."), but where it ends
// a sentence too, its period is a token of its own ("the U.S" and "."), as in the treebanks.
//
// A byte-order mark at the beginning is left out. Other invisible characters (zero-width space, soft hyphen, NUL and other controls) are no white space: they
// belong to the token that they touch. Every byte that is not white space lies in exactly one surface token.
//
// A line is soft if its end is only where the line was full, as in mail, and hard if it ends what is said: a heading, an
// item of a list, a paragraph where each paragraph is one line. An empty line always ends a paragraph; paragraphs end
// sentences.
//
// The work has three steps, each linear in the length of the text: the lines are looked at (lines.go), the chunks become
// words (chunk.go, word.go, clitic.go, address.go), and sentences are closed (sentence.go), where they get too long by
// force (limit.go). In running text a small model has the last word (boundary.go, features.go, shape.go): it knows
// sentences that end without a mark, and the rules' judgement is one of its features.
package segment
