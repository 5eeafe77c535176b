package main

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"example.org/demarche/internal/export"
	"example.org/demarche/record"
)

// A quoteTable draws statements for reading: a heading for each article, then who, how and what in columns, or below one another where
// the page is narrow.
type quoteTable struct {
	style
	w io.Writer
}

// narrow is the width of a page, in columns of characters, below which there is no room for columns side by side.
const narrow = 60

func (t quoteTable) write(r *record.Record, quotes []export.Quote) error {
	d := &dossier{style: t.style, w: t.w, r: r}
	d.print(d.rule(d.heading()))
	d.print("")
	for i := range quotes {
		q := &quotes[i]
		if t.width < narrow {
			t.stacked(d, q)
		} else {
			t.columns(d, q)
		}
		d.print("")
	}
	return d.err
}

// stacked prints a statement's cells below one another.
func (t quoteTable) stacked(d *dossier, q *export.Quote) {
	cells := quoteCells(q)
	d.print(t.wrap(strings.Join(cells[0], " "), fmt.Sprintf("  %-3s ", q.ID), "      "))
	d.print(t.wrap(strings.Join(cells[1], " · "), "      ", "      "))
	d.print(t.wrap(strings.Join(cells[2], " "), "      ", "      "))
}

// columns prints a statement's cells side by side.
func (t quoteTable) columns(d *dossier, q *export.Quote) {
	const margin, gap = 7, 2 // the id and the spaces around it; between columns
	room := t.width - margin - 2*gap
	widths := [3]int{room * 28 / 100, room * 22 / 100}
	widths[2] = room - widths[0] - widths[1]
	var columns [3][]string
	height := 0
	for i, cell := range quoteCells(q) {
		columns[i] = lines(cell, widths[i])
		height = max(height, len(columns[i]))
	}
	for n := range height {
		line := strings.Repeat(" ", margin)
		if n == 0 {
			line = fmt.Sprintf("  %-*s", margin-2, q.ID)
		}
		for i, column := range columns {
			text := ""
			if n < len(column) {
				text = column[n]
			}
			line += text + strings.Repeat(" ", max(widths[i]-shown(text), 0)+gap)
		}
		d.print(strings.TrimRight(line, " "))
	}
}

// lines breaks the parts of a cell into lines of its width; words that are longer are broken too.
func lines(cell []string, width int) []string {
	var out []string
	for _, part := range cell {
		var words []string
		for _, w := range strings.Fields(part) {
			for piece := range slices.Chunk([]rune(w), width) {
				words = append(words, string(piece))
			}
		}
		out = append(out, strings.Split(style{width: width}.wrap(strings.Join(words, " "), "", ""), "\n")...)
	}
	return out
}

// quoteCells are who speaks, how, and what is said, each in parts that begin a line of their own.
func quoteCells(q *export.Quote) [3][]string {
	return [3][]string{speakerCell(q), mannerCell(q), {saidCell(q)}}
}

// speakerCell is the words for the source; below them who that is, where the words do not tell, and for whom he speaks.
func speakerCell(q *export.Quote) []string {
	words, who := squeeze(string(q.Source)), squeeze(string(q.Who))
	if words == "" {
		return []string{"someone unnamed"}
	}
	cell := []string{words}
	if who != "" && !strings.Contains(words, who) {
		cell = append(cell, "= "+who)
	}
	if of := present(string(q.WhoCountry), squeeze(string(q.WhoRole))); of != "" {
		cell = append(cell, "("+of+")")
	}
	return cell
}

// mannerCell is the cue, what it does with the content, and to whom, when and where it was said.
func mannerCell(q *export.Quote) []string {
	cell := []string{"“" + squeeze(string(q.Cue)) + "”"}
	if q.Cue == "" {
		cell = nil
	}
	stance := string(q.Stance)
	if q.Negated {
		stance = "not " + stance
	}
	cell = append(cell, present(stance, string(q.Quote)))
	if q.Type != record.String(record.AttributionAssertion) {
		cell = append(cell, string(q.Type))
	}
	for _, x := range []struct{ before, what string }{
		{"to ", string(q.Addressee)}, {"", string(q.DateWords)}, {"in ", string(q.Place)}, {"via ", string(q.Medium)}, {"at ", string(q.Occasion)},
		{"within ", string(q.Within)},
	} {
		if x.what != "" {
			cell = append(cell, x.before+squeeze(x.what))
		}
	}
	return slices.DeleteFunc(cell, func(s string) bool { return s == "" })
}

// saidCell is what is said, its pieces parted by dots.
func saidCell(q *export.Quote) string {
	var pieces []string
	for _, s := range q.Content {
		pieces = append(pieces, squeeze(s))
	}
	if s := strings.Join(pieces, " … "); s != "" {
		return s
	}
	return "—"
}

// present joins what is not empty.
func present(parts ...string) string {
	return strings.Join(slices.DeleteFunc(parts, func(s string) bool { return s == "" }), ", ")
}
