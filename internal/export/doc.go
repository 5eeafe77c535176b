// Package export writes records in the forms that researchers load elsewhere.
//
// Terms. A record holds lists that point at one another by id; a table has one row for each event or each statement, with what its ids point at
// written out. Several values in one cell are parted by "|". What is unknown is an empty cell. The columns are described in
// docs/csv.md and docs/quotes.md.
package export
