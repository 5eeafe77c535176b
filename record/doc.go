// Package record is what demarche writes down about one article: who did what to whom, when, where, and according to whom.
// It is the public contract of the program; schema/record.schema.json is generated from its types.
//
// Terms. A [Record] holds the article itself and six lists. An entity is a person, body or group that the article speaks of,
// with every mention of it; a place is somewhere on the map; a date is a time expression with its TIMEX3 value; an attribution
// gives words, a belief or an intention to someone; an event is a deed of the PLOVER ontology, with its CAMEO code beside it;
// a state is what holds rather than what happened. Notes say what was passed over, and why.
//
// Positions are half-open and count Unicode code points of the article's text, as the TextPositionSelector of the W3C Web
// Annotation model does. Ids ("n1", "e1") are unique within a record and numbered in order of text, by Position.
//
// What is unknown is the zero value in Go ("" or nil) and null in JSON; a field that can be so carries the tag `schema:"null"`
// or is a pointer. No list is null: a [List] without elements is written []. Numbers with a fixed precision (coordinates,
// confidences, Goldstein values) have types that write it.
//
// [Marshal] and [Write] give one line of JSON a record, always the same bytes for the same record; [Read] takes them back.
//
//go:generate go run ./schemagen -o ../schema/record.schema.json
package record
