// Package places finds the places that an article names, and where on earth they are.
//
// Terms. A toponym is the name of a place as it is written; most names belong to several places, and disambiguation chooses
// one. Containment is a larger place named with a smaller one: "Brega, Libya", "the Libyan town of Brega". A toponym is used
// as a location (somewhere), as a metonym (for a government, a team, a people: "Tripoli believed"), or as a modifier (part of
// another name or phrase: "the Paris agreement"). A relative place is told by others: "100 km south of Tripoli". Its anchor
// is the place that it is told by, its bearing the direction from there.
//
// Places are never invented: a place that is neither known nor computable has no coordinates, and every place says how
// far its coordinates can be trusted.
//
// Arithmetic gives the same bits on every processor: a product or quotient that is added to something is rounded first,
// float64(a*b), so that no compiler fuses the two, and of package math only those functions serve that are exact.
package places
