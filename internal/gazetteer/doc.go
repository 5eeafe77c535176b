// Package gazetteer looks places up by name in one sorted text, without reading it first.
//
// Terms. A gazetteer is a list of named places with coordinates. A key is a name as it is searched for: in lower case,
// without accents, articles, hyphens and apostrophes, so that "El-Brega" and "el Brega" are one. A generic part says what a
// thing is rather than what it is called: Marsa (harbour), Qasr (castle), Port; a name is found without it, but after those
// that have the name whole. A feature code is GeoNames' class of a place: PPLC a capital, PPL a town, ADM1 a division of
// the first level, PCLI a state.
//
// The text is made by data/places/make.py, which describes its form; binary search finds a key's lines in place.
package gazetteer
