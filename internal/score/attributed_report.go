package score

import (
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"

	"example.org/demarche/record"
)

// An AttributedReport compares the attributions that were found in articles with those of gold, as PolNeAR's are measured.
type AttributedReport struct {
	Articles int
	Told     Attributions // less the found ones that lie inside right ones and that gold does not ask for
	Inner    int          // these
	Codes    bool         // gold tells types, stances and addressees
	Nested   Nesting
}

// CompareAttributed compares; found has the record of each article of gold, in the same order.
func CompareAttributed(gold []Attributed, found []record.Record) AttributedReport {
	r := AttributedReport{Articles: len(gold)}
	for i, g := range gold {
		all := statementsOf(g.page, found[i])
		flat := withoutInner(g.told, all)
		r.Inner += len(all) - len(flat)
		r.Told.compare(g.page, g.told, flat)
		r.Nested.compare(g.told, all)
		r.Codes = r.Codes || slices.ContainsFunc(g.told, func(s statement) bool { return s.Type != "" })
	}
	return r
}

// Write prints the report as tables.
func (r AttributedReport) Write(w io.Writer) error {
	var b strings.Builder
	fmt.Fprintf(&b, "articles %d, left out inside others %d\n\n", r.Articles, r.Inner)
	heading(&b, "attributions")
	r.Told.writeRoles(&b)
	if r.Nested.Pairs > 0 {
		row(&b, "inside which other", r.Nested.Within)
		fmt.Fprintf(&b, "\nof %d in gold inside another the cues of both were found in %d\n", r.Nested.Pairs, r.Nested.Shared)
	}
	fmt.Fprintf(&b, "\n%-26s %6s         %7s\n", "of the pairs by cue", "right", "%")
	row(&b, "source exact", r.Told.Source)
	row(&b, "source shares a word", r.Told.Near)
	if r.Codes {
		fmt.Fprintf(&b, "\n%-26s %6s         %7s\n", "of the linked", "right", "%")
		row(&b, "stance", r.Told.Stance)
		row(&b, "type", r.Told.Type)
		b.WriteByte('\n')
		heading(&b, "of the linked")
		row(&b, "addressee", r.Told.To)
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// MarshalJSON writes the figures by the names that the scorer of PolNeAR beside this repository gives them, and the others beside
// them.
func (r AttributedReport) MarshalJSON() ([]byte, error) {
	byRole := func(f [roles]Figure) map[string]Figure {
		m := map[string]Figure{}
		for role, name := range roleNames {
			m[name] = f[role]
		}
		return m
	}
	out := struct {
		Articles int               `json:"articles"`
		Inner    int               `json:"left_out_inside"`
		Exact    map[string]Figure `json:"exact"`
		Token    map[string]Figure `json:"token"`
		Relaxed  Figure            `json:"linked_relaxed"`
		Full     Figure            `json:"linked_exact"`
		Pairs    int               `json:"pairs"`
		Source   float64           `json:"source_exact_given_pair"`
		Near     float64           `json:"source_overlap_given_pair"`
		Nested   int               `json:"nested"`
		Shared   int               `json:"nested_cues_found"`
		Within   Figure            `json:"within"`
		Stance   *float64          `json:"stance_given_link,omitempty"`
		Type     *float64          `json:"type_given_link,omitempty"`
		To       *Figure           `json:"addressee_given_link,omitempty"`
	}{
		r.Articles, r.Inner, byRole(r.Told.Exact), byRole(r.Told.Words), r.Told.Relaxed, r.Told.Full, r.Told.Source.Of, r.Told.Source.Percent(),
		r.Told.Near.Percent(), r.Nested.Pairs, r.Nested.Shared, r.Nested.Within, nil, nil, nil,
	}
	if r.Codes {
		out.Stance, out.Type, out.To = new(r.Told.Stance.Percent()), new(r.Told.Type.Percent()), &r.Told.To
	}
	return json.Marshal(out)
}
