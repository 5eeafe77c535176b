package score

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"
)

// Write prints the report as tables.
func (r StatementReport) Write(w io.Writer) error {
	var b strings.Builder
	fmt.Fprintf(&b, "%-26s %6s %10s\n", "", "drawn", "cue found")
	for _, d := range r.drawings() {
		if d.Unread {
			fmt.Fprintf(&b, "%-26s NOT MEASURED: none of its articles is given\n", d.name)
			continue
		}
		fmt.Fprintf(&b, "%-26s %6d %10d\n", d.name, d.Drawn, d.CueFound)
	}
	fmt.Fprintf(&b, "\n%-26s %6s         %7s\n", "of those whose cue is found", "right", "%")
	row(&b, "antecedent", r.Antecedent)
	row(&b, "quotation", r.Quote.Share())
	row(&b, "stance", r.Stance.Share())
	fmt.Fprintf(&b, "%-26s %22.2f\n\n", "stance, mean F1", r.Stance.MacroF1())
	heading(&b, "")
	row(&b, "addressee", r.Addressee)
	row(&b, "inside which other", r.Within)
	if !r.Quotes.Unread {
		b.WriteByte('\n')
		r.Quote.write(&b, "quotation")
		b.WriteByte('\n')
		r.Stance.write(&b, "stance")
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// A namedDrawing is a drawing of the report.
type namedDrawing struct {
	name string
	Drawing
}

// drawings are the report's, in the order of the table.
func (r StatementReport) drawings() []namedDrawing {
	return []namedDrawing{
		{"antecedent", r.Antecedents}, {"quotation, stance", r.Quotes}, {"addressee", r.Addressees}, {"inside which other", r.Nested},
	}
}

// MarshalJSON writes the figures by their names; null for what was not measured.
func (r StatementReport) MarshalJSON() ([]byte, error) {
	type drawing struct {
		Drawn    int `json:"drawn"`
		CueFound int `json:"cue_found"`
	}
	type measure struct {
		drawing
		Figures any `json:"figures"`
	}
	out := map[string]*measure{}
	for name, m := range map[string]struct {
		Drawing
		figures any
	}{
		"antecedent": {r.Antecedents, r.Antecedent}, "quote": {r.Quotes, r.Quote}, "stance": {r.Quotes, r.Stance},
		"addressee": {r.Addressees, r.Addressee}, "within": {r.Nested, r.Within},
	} {
		out[name] = nil
		if !m.Unread {
			out[name] = &measure{drawing{m.Drawn, m.CueFound}, m.figures}
		}
	}
	return json.Marshal(out)
}
