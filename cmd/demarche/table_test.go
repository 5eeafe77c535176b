package main

import (
	"errors"
	"io"
	"strings"
	"testing"
	"testing/iotest"
)

// TestTableKeepsStep: every line behind the header gives a row of the header's width, whatever is wrong with it.
func TestTableKeepsStep(t *testing.T) {
	long := strings.Repeat("x", maxRow+1)
	table, err := openTable(strings.NewReader("\ufeffa\tb\r\n1\t2\r\n"+long+"\t4\n5\n6\t7\t8\n9\t10"), "t.tsv")
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for r := range table.rows {
		line := r.where + " " + strings.Join(r.cells, ",")
		if r.err != nil {
			line += " " + strings.TrimPrefix(r.err.Error(), r.where)
		}
		got = append(got, line)
	}
	want := []string{
		"t.tsv:2 1,2",
		"t.tsv:3 , : the line is longer than 1048576 bytes; no sentence is: is a line break missing?",
		"t.tsv:4 5, : 1 columns where the header has 2; tabs part columns, and no field may hold one",
		"t.tsv:5 6,7 : 3 columns where the header has 2; tabs part columns, and no field may hold one",
		"t.tsv:6 9,10",
	}
	if g, w := strings.Join(got, "\n"), strings.Join(want, "\n"); g != w {
		t.Errorf("rows:\n%s\nwant:\n%s", g, w)
	}
}

// TestTableEndsWhereItBreaks: an input that breaks off gives its rows, then one that says so.
func TestTableEndsWhereItBreaks(t *testing.T) {
	broken := errors.New("the disk is gone")
	in := io.MultiReader(strings.NewReader("a\n1\n2\n"), iotest.ErrReader(broken))
	table, err := openTable(in, "t.tsv")
	if err != nil {
		t.Fatal(err)
	}
	rows := 0
	var last row
	for r := range table.rows {
		rows++
		last = r
	}
	if rows != 3 || !errors.Is(last.err, broken) {
		t.Errorf("%d rows, the last with %v; want 3 and %v", rows, last.err, broken)
	}
}
