package reader

import (
	"fmt"
	"strings"
)

// An Error says what could not be read, and what to do about it.
type Error struct {
	File string // the name of the input
	Line int    // from 1; 0 where it concerns the whole input
	What string // what is wrong
	Hint string // the remedy; "" where there is none
	Err  error  // the cause; nil where the reader itself found the fault
}

// Error is "file:line: what: cause; remedy".
func (e *Error) Error() string {
	var b strings.Builder
	b.WriteString(e.File)
	if e.Line > 0 {
		fmt.Fprintf(&b, ":%d", e.Line)
	}
	b.WriteString(": " + e.What)
	if e.Err != nil {
		fmt.Fprintf(&b, ": %v", e.Err)
	}
	if e.Hint != "" {
		b.WriteString("; " + e.Hint)
	}
	return b.String()
}

// Unwrap is the cause.
func (e *Error) Unwrap() error { return e.Err }

// at is the error with its place.
func (e *Error) at(file string, line int) *Error {
	e.File, e.Line = file, line
	return e
}
