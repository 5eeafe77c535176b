package web

import (
	"encoding/json"
	"strconv"
	"strings"

	"example.org/demarche/internal/export"
	"example.org/demarche/record"
)

// A Dossier is what the page needs to show one record and to say why: the record, what stands behind its rules and codes, and its table of
// events.
type Dossier struct {
	Record json.RawMessage   `json:"record" doc:"the record, byte for byte as demarche code prints it"`
	Rules  map[string]Entry  `json:"rules" doc:"what stands behind the rules of events, states, attributions, dates and notes, by the rules as they are written there"`
	Terms  map[string]string `json:"terms" doc:"what the codes that occur mean: event types (COERCE), modes (COERCE/seize), CAMEO codes (192), quad classes (4), contexts, statuses, sectors and countries (LBY)"`
	CSV    string            `json:"csv" doc:"the table of events, as demarche code --format csv prints it"`
	Trees  *string           `json:"trees" nullable:"true" doc:"null from the server, which has a route of their own for them; in a file the trees as CoNLL-U, gzip, base64"`
}

// NewDossier makes the dossier of a record, without trees. Where the record was made from other knowledge than the backend's, nothing stands
// behind its rules: the same line may be another entry here. It fails only where a number of the record is not finite.
func NewDossier(b *Backend, r *record.Record) (Dossier, error) {
	raw, err := record.Marshal(*r)
	if err != nil {
		return Dossier{}, err
	}
	d := Dossier{Record: raw, Rules: map[string]Entry{}, Terms: map[string]string{}}
	for rule := range rulesOf(r) {
		if e, ok := b.Entry(rule); ok && string(r.Coder.Data) == b.Data {
			d.Rules[rule] = e
		}
	}
	for code := range codesOf(r) {
		if term, ok := b.Term(code); ok {
			d.Terms[code] = term
		}
	}
	var table strings.Builder
	w, err := export.NewCSV(&table)
	if err == nil {
		err = w.Write(r)
	}
	d.CSV = table.String()
	return d, err
}

// rulesOf are the rules that a record names.
func rulesOf(r *record.Record) map[string]bool {
	rules := map[string]bool{}
	for i := range r.Events {
		rules[r.Events[i].Rule] = true
	}
	for i := range r.States {
		rules[r.States[i].Rule] = true
	}
	for i := range r.Attributions {
		rules[r.Attributions[i].Rule] = true
	}
	for i := range r.Dates {
		rules[r.Dates[i].Rule] = true
	}
	for i := range r.Notes {
		rules[string(r.Notes[i].Rule)] = true
	}
	return rules
}

// codesOf are the codes of events, entities and places in a record, modes behind their types.
func codesOf(r *record.Record) map[string]bool {
	codes := map[string]bool{}
	for i := range r.Events {
		e := &r.Events[i]
		for _, c := range []string{string(e.Type), string(e.Type) + "/" + string(e.Mode), e.CAMEO, strconv.Itoa(e.QuadClass), string(e.Status)} {
			codes[c] = true
		}
		for _, c := range e.Contexts {
			codes[string(c)] = true
		}
	}
	for i := range r.Places {
		codes[string(r.Places[i].Country)] = true
	}
	for i := range r.Entities {
		codes[string(r.Entities[i].Country)] = true
		for _, s := range r.Entities[i].Sectors {
			codes[string(s)] = true
		}
	}
	return codes
}
