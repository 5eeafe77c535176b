package main

import (
	"fmt"
	"io"
	"maps"
	"slices"
)

// count writes how many sentences and events there are, these by type and mode and by status.
func count(out io.Writer, sentences []*sentence, wanted func(file string) bool) error {
	all, negatives := 0, 0
	types, modes, status := map[string]int{}, map[string]int{}, map[string]int{}
	for _, s := range sentences {
		if !wanted(s.file) {
			continue
		}
		all++
		for _, e := range s.events {
			if e.none {
				negatives++
				continue
			}
			name := e.typ
			if name == "" {
				name = "-"
			}
			types[name]++
			modes[name+" "+e.mode]++
			status[string(e.status)]++
		}
	}
	events := 0
	for _, n := range types {
		events += n
	}
	_, err := fmt.Fprintf(out, "%d sentences, %d events, %d negatives\n%s%s%s", all, events, negatives, lines(types), lines(status), lines(modes))
	return err
}

// lines is a line for each name with its number.
func lines(number map[string]int) string {
	s := ""
	for _, name := range slices.Sorted(maps.Keys(number)) {
		s += fmt.Sprintf("  %-24s %6d\n", name, number[name])
	}
	return s
}
