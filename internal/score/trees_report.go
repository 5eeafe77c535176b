package score

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"
)

// Write prints the report as a table.
func (r TreeReport) Write(w io.Writer) error {
	var b strings.Builder
	fmt.Fprintf(&b, "documents %d, not scored %d, unknown %d\n", r.Documents, len(r.Unscored), len(r.Unknown))
	const most = 20
	for _, u := range r.Unscored[:min(len(r.Unscored), most)] {
		fmt.Fprintf(&b, "  %s: %s\n", u.ID, u.Why)
	}
	b.WriteByte('\n')
	heading(&b, "")
	for m, f := range r.Figures {
		row(&b, Measure(m).String(), f)
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// MarshalJSON writes the figures by the names of their measures.
func (r TreeReport) MarshalJSON() ([]byte, error) {
	unscored := make([][2]string, len(r.Unscored))
	for i, u := range r.Unscored {
		unscored[i] = [2]string{u.ID, u.Why}
	}
	scores := map[string]Figure{}
	for m, f := range r.Figures {
		scores[Measure(m).String()] = f
	}
	return json.Marshal(struct {
		Documents int               `json:"documents"`
		NotScored [][2]string       `json:"not_scored"`
		Scores    map[string]Figure `json:"scores"`
		Unknown   []string          `json:"unknown_documents"`
	}{r.Documents, unscored, scores, append([]string{}, r.Unknown...)})
}
