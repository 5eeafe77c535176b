// Package lexicon reads what the program knows of words for deeds, and finds in a sentence's tree the places where those
// words stand, with the words that fill their slots.
//
// Terms. A frame ([Frame]) is one entry of data/lexicon: headwords (verbs, nouns, adjectives), a code or several with
// conditions, and which slots hold actor and recipient. A slot ([Slot]) is a place beside a headword, named by grammar: subject,
// object, "with", a that-clause. Slots are deep: in "Aleppo was bombed by Russia", "Russia's bombing of Aleppo" and
// "Russia carried out a bombing of Aleppo" the subject is Russia each time. Who fills a slot is found by the role
// finder (role.go and its neighbours), the same for all frames: voice, nominalisation, light verbs, control, raising,
// coordination, relative clauses and participles are its business, never an entry's.
//
// A semantic class ([Classes]) is a named list of words, used in conditions. A candidate ([Candidate]) is a trigger word with its
// frame, its code and its fillers. Whether the deed took place, who the fillers are and when it was is not asked here.
//
// The file format is described in data/lexicon/README.md, and why it is so in decisions/0002-lexicon-format.md. Its container,
// blocks of lines ([ReadBlocks]), serves data/cues too.
package lexicon
