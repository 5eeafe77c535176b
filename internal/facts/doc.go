// Package facts reads the tables of what the world is like: states and their capitals, bodies and their sectors, offices and
// who held them, the common nouns that people go by. It only reads; what follows from the facts is for the stages
// names, actors and places, which share these tables and may not import one another.
//
// A table is a text file with one entry a line, its columns parted by tabs, its lists by "|"; "-" is an empty column, a
// line that begins with "#" a comment. The head of each file says what its columns are, where the facts come from and
// under which licence. An entry that holds only for a time has years or days written from..to, open at either end.
package facts
