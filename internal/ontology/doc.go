// Package ontology holds the kinds of deeds that the program knows: PLOVER's and CAMEO's, and how they correspond.
//
// Terms. PLOVER sorts political deeds into 16 types (CONSULT, ASSAULT …), most with modes (how) and all with contexts
// (about what). CAMEO, older, has one code of three or four digits for a deed; its first two digits are its family. A quad class is
// one of verbal cooperation (1), material cooperation (2), verbal conflict (3), material conflict (4). A Goldstein value places a
// code between conflict (-10) and cooperation (10). A sector says what part of society an actor belongs to.
//
// Every type, mode and context has a definition in our own words, types have neighbours, and types and modes examples:
// [Ontology.WriteCodebook] prints them all. Knowledge comes from data/ontology; its README names the sources.
package ontology
