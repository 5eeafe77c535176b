// Package house holds the walls of the program as a test: who may import whom, which rooms are quiet, and that what is
// written about the code is true of it.
//
// Terms. A room is a package with the packages below it that have no room of their own. Rooms stand in lines, numbered
// from 1; a room imports only from lines with a smaller number, and only what [Rooms] lists for it. A quiet room reads no
// clock, disk, network, environment or random number, and prints nothing: what it returns follows from what it is given. A
// support room serves tests and generators alone, and no room imports it.
//
// Looked at are the direct imports of files that are no tests, for every processor and build tag. The table is policy:
// nobody widens a line of it to mend a build.
package house
