// Package actors says who is who: it leads every mention that may act to a participant with a country, a sector and a
// role, and all mentions of the same one to the same participant.
//
// Terms. A state and its government are one participant: "Libya", "the Libyan government", "Gaddafi's regime" and "Tripoli"
// in "Tripoli believed" are four mentions of it. The last of them is a metonym, a place's name that stands for those who
// rule there. Officials without a name are participants of their own, until a later mention leads back to them ("the official").
//
// A sector is PLOVER's word for what somebody acts as: GOV, MIL, REB, OPP, CVL … A code is a country's code followed by the
// primary sector, LBYGOV, after CAMEO; bodies between states have codes of their own, UNO, EUR, IGO, NGO.
//
// Where a mention leads is decided in this order: its own name, by the tables of facts (dated: the president is who was
// president on the day of publication) or by a longer name before it; what stands beside it: a title, an apposition, a
// copula; a description that fits somebody spoken of before, the last one first, and for a source of statements the last
// source first; another word for somebody named near by ("the billionaire", "the 45-year-old", "the newspaper"); and
// pronouns by number and gender, and among those that fit by the clues of salience.go: where and how each was last spoken
// of, how often, and who has the floor. Inside a quotation "I" is its speaker and "we" the speaker's side; "he" is
// somebody else, and who is told of in a quotation does not speak it. A headline's family name or description is that of
// whom the text below names.
//
// Words before a noun of deed speak of its doer too: the state of "Russian bombing", the rebels of "a rebel attack". They
// are mentions, but no antecedents.
//
// The country of those who are described without one is taken from whom they belong to, from the place of their deed if they
// act where they live, else from where the article is at home, if that is clear; never from the other side of a deed. Where
// the day of publication is unknown and several bear a name, they share what the tables say of all of them and have no
// Wikidata item.
//
// Candidates are looked for among the last few participants only, so that the work grows with the article's length and
// no faster.
package actors
