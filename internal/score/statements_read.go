package score

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"iter"
	"slices"
	"strconv"
	"strings"

	"example.org/demarche/record"
)

// StatementTables are what gold/statements tells of attributions beside their spans; its README.md has the conventions. A table that is
// nil is not there.
type StatementTables struct {
	Addressees  []AddresseeRow
	Antecedents []AntecedentRow
	Quotes      []QuoteRow
	Nested      []NestedRow
}

// A Drawn is an attribution that was drawn from a corpus.
type Drawn struct {
	Line        int // of its table, from 1
	Article     string
	Attribution string // its id in the article, "" in NestedRow
}

// An AddresseeRow says to whom something is said.
type AddresseeRow struct {
	Drawn
	Addressee *record.Span // nil for nobody
}

// An AntecedentRow says who stands behind a source without a name.
type AntecedentRow struct {
	Drawn
	Names []record.Span // every mention by name, or by a part of it
}

// A QuoteRow says how an attribution quotes, and its stance.
type QuoteRow struct {
	Drawn
	Quote  record.QuoteType
	Stance record.Stance
}

// A NestedRow says which attribution lies inside which other, by their cues. A sentence without such has one row, without cues.
type NestedRow struct {
	Drawn
	Inner, Outer *record.Span // both or neither
}

// ReadAddressees reads addressees.tsv: article, attribution, start, end.
func ReadAddressees(r io.Reader) ([]AddresseeRow, error) {
	return readTSV(r, []string{"article", "attribution", "start", "end"}, func(d Drawn, cells []string) (AddresseeRow, error) {
		span, err := optionalSpan(cells[2], cells[3])
		return AddresseeRow{d, span}, err
	})
}

// ReadAntecedents reads antecedents.tsv: article, attribution, start and end of the source, the antecedent's mentions.
func ReadAntecedents(r io.Reader) ([]AntecedentRow, error) {
	return readTSV(r, []string{"article", "attribution", "start", "end", "antecedent"}, func(d Drawn, cells []string) (AntecedentRow, error) {
		row := AntecedentRow{Drawn: d}
		for part := range strings.SplitSeq(cells[4], ",") {
			start, end, _ := strings.Cut(part, "-")
			span, err := readSpan(start, end)
			if err != nil {
				return row, err
			}
			row.Names = append(row.Names, span)
		}
		return row, nil
	})
}

// ReadQuotes reads quotes.tsv: article, attribution, quote, stance.
func ReadQuotes(r io.Reader) ([]QuoteRow, error) {
	return readTSV(r, []string{"article", "attribution", "quote", "stance"}, func(d Drawn, cells []string) (QuoteRow, error) {
		row := QuoteRow{d, record.QuoteType(cells[2]), record.Stance(cells[3])}
		if !slices.Contains(quoteTypes, row.Quote) {
			return row, fmt.Errorf("quote %q is none of %s", row.Quote, listed(quoteTypes))
		}
		if !slices.Contains(stances, row.Stance) {
			return row, fmt.Errorf("stance %q is none of %s", row.Stance, listed(stances))
		}
		return row, nil
	})
}

// ReadNested reads nested.tsv: sentence, start and end of the cue of the inner and of the outer attribution.
func ReadNested(r io.Reader) ([]NestedRow, error) {
	columns := []string{"sentence", "inner start", "inner end", "outer start", "outer end"}
	return readTSV(r, columns, func(d Drawn, cells []string) (NestedRow, error) {
		d.Attribution = ""
		inner, err := optionalSpan(cells[1], cells[2])
		outer, errOuter := optionalSpan(cells[3], cells[4])
		if err = errors.Join(err, errOuter); err == nil && (inner == nil) != (outer == nil) {
			err = errors.New("one cue without the other")
		}
		return NestedRow{d, inner, outer}, err
	})
}

// readTSV reads the rows of a table with such a header.
func readTSV[T any](r io.Reader, header []string, read func(Drawn, []string) (T, error)) ([]T, error) {
	var rows []T
	for cells, err := range tsvLines(r, len(header)) {
		if err != nil {
			return nil, err
		}
		if cells.line == 1 {
			if !slices.Equal(cells.cells, header) {
				return nil, fmt.Errorf("line 1: the header is %q: it ought to be %q", strings.Join(cells.cells, " "), strings.Join(header, " "))
			}
			continue
		}
		row, err := read(Drawn{cells.line, cells.cells[0], cells.cells[1]}, cells.cells)
		if err != nil {
			return nil, fmt.Errorf("line %d: %w", cells.line, err)
		}
		rows = append(rows, row)
	}
	if rows == nil {
		return nil, fmt.Errorf("there is no row in it; the header is %q", strings.Join(header, " "))
	}
	return rows, nil
}

// A tsvLine is one line of a table.
type tsvLine struct {
	line  int // from 1
	cells []string
}

// tsvLines yields the lines of a table with so many columns. After an error nothing more comes.
func tsvLines(r io.Reader, columns int) iter.Seq2[tsvLine, error] {
	return func(yield func(tsvLine, error) bool) {
		lines := bufio.NewScanner(r)
		lines.Buffer(nil, maxLine)
		n := 0
		for lines.Scan() {
			n++
			cells := strings.Split(lines.Text(), "\t")
			if len(cells) != columns {
				yield(tsvLine{}, fmt.Errorf("line %d: %d columns: it ought to have %d, parted by tabs", n, len(cells), columns))
				return
			}
			if !yield(tsvLine{n, cells}, nil) {
				return
			}
		}
		if err := lines.Err(); err != nil {
			yield(tsvLine{}, fmt.Errorf("line %d: %w", n+1, err))
		}
	}
}

// optionalSpan reads a span, nil for "-" and "-".
func optionalSpan(start, end string) (*record.Span, error) {
	if start == "-" && end == "-" {
		return nil, nil
	}
	s, err := readSpan(start, end)
	return &s, err
}

// readSpan reads a span that is not empty.
func readSpan(start, end string) (record.Span, error) {
	a, errA := strconv.Atoi(start)
	b, errB := strconv.Atoi(end)
	if errA != nil || errB != nil || a < 0 || b <= a {
		return record.Span{}, fmt.Errorf("%s to %s is no span", start, end)
	}
	return record.Span{Start: a, End: b}, nil
}

// quoteTypes and stances are the codes, in the order of tables.
var (
	quoteTypes = []record.QuoteType{record.QuoteDirect, record.QuotePartial, record.QuoteIndirect}
	stances    = []record.Stance{
		record.StanceReported, record.StanceClaimed, record.StanceConfirmed, record.StanceDenied, record.StanceAccused, record.StancePromised,
		record.StanceThreatened, record.StanceDemanded, record.StanceBelieved, record.StanceDeclined,
	}
)

// listed is a list in words.
func listed[T ~string](list []T) string {
	names := make([]string, len(list))
	for i, x := range list {
		names[i] = string(x)
	}
	return strings.Join(names, ", ")
}
