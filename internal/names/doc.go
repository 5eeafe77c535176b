// Package names finds the noun phrases of an article and says of each, coarsely, what it speaks of: a person, a body, a
// place, people, somebody by office, or something else.
//
// Terms. A mention ([event.Mention]) is one noun phrase with its modifiers. Its head is the word that the phrase hangs by in
// the tree; for a person's name Universal Dependencies make that the first word of the name. Its name is the proper name in
// it, without titles: "Jan Petersen" of "Norwegian foreign minister Jan Petersen". The title is a mention of its own, and
// so is an apposition, each conjunct, and a name that modifies a common noun ("the Sharon government").
//
// What a name is the name of is told, in this order, by the tables of facts (states, towns that are seats of
// government, bodies, people in office), by the names head, a model that labels words as parts of names of persons,
// organisations and places, by the words of the name (a title, a noun like "Council" at its end), by the head of kinds, and by
// the words around the name, like a preposition of place. What a common noun speaks of is told by the table of nouns, then by the
// head of kinds.
//
// Phrases are mentions as GUM's entity layer has them: more of them, with longer spans and its ten kinds.
package names
