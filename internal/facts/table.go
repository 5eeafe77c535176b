package facts

import (
	"bufio"
	"fmt"
	"io/fs"
	"strings"
)

// A Row is one line of a table.
type Row struct {
	File string
	Line int
	Cols []string // trimmed; a column that is "-" in the file is ""
}

// List is column i as a list; nil if it is empty.
func (r Row) List(i int) []string {
	if r.Cols[i] == "" {
		return nil
	}
	return strings.Split(r.Cols[i], "|")
}

// Wrap says where a table is wrong.
func (r Row) Wrap(format string, args ...any) error {
	return fmt.Errorf("%s:%d: %s", r.File, r.Line, fmt.Sprintf(format, args...))
}

// maxLine is the longest line of a table in bytes.
const maxLine = 1 << 16

// Table reads a table in which every line has the same number of columns.
func Table(fsys fs.FS, name string, columns int) ([]Row, error) {
	f, err := fsys.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	sc := bufio.NewScanner(f)
	sc.Buffer(make([]byte, 0, 4096), maxLine)
	var rows []Row
	for n := 1; sc.Scan(); n++ {
		line := sc.Text()
		if line == "" || line[0] == '#' {
			continue
		}
		row := Row{File: name, Line: n, Cols: strings.Split(line, "\t")}
		if len(row.Cols) != columns {
			return nil, row.Wrap("%d columns, want %d; columns are parted by tabs", len(row.Cols), columns)
		}
		for i, c := range row.Cols {
			if row.Cols[i] = strings.TrimSpace(c); row.Cols[i] == "-" {
				row.Cols[i] = ""
			}
		}
		rows = append(rows, row)
	}
	return rows, sc.Err()
}

// A Term is a closed stretch of time; an empty end is open. Years and days compare as text: 1991 < 1991-03-02 < 1992.
type Term struct{ From, To string }

// ParseTerm reads "1994..2016", "..1991", "2011-09-16.." or "".
func ParseTerm(s string) Term {
	from, to, ok := strings.Cut(s, "..")
	if !ok {
		return Term{}
	}
	return Term{from, to}
}

// Holds reports whether a day (YYYY-MM-DD) lies in the term. An unknown day does if the term is still open.
func (t Term) Holds(day string) bool {
	if day == "" {
		return t.To == ""
	}
	return t.From <= day && (t.To == "" || day <= t.To || strings.HasPrefix(day, t.To))
}
