// Package recordtest checks records in tests: against the JSON Schema, and for what a schema cannot say.
//
// Those invariants are: ids are unique, counted from 1 and in order of text; every reference leads to something of the
// right kind in the same record; every span lies in the text and cuts out the words that stand beside it; intervals begin
// before they end; and what one field says, no other denies.
package recordtest

import (
	"bytes"
	"errors"
	"fmt"
	"sync"
	"testing"

	"example.org/demarche/record"
	"example.org/demarche/schema"
	"github.com/santhosh-tekuri/jsonschema/v6"
)

// Validate fails the test for every fault of the record.
func Validate(t testing.TB, r record.Record) {
	t.Helper()
	if err := Check(r); err != nil {
		t.Errorf("record of article %q: %v", r.Article.SourceID, err)
	}
}

// Check returns every fault of the record, joined; nil if it has none.
func Check(r record.Record) error {
	return errors.Join(CheckSchema(r), CheckInvariants(r))
}

// compiled is the schema, ready for use.
var compiled = sync.OnceValues(func() (*jsonschema.Schema, error) {
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(schema.Record))
	if err != nil {
		return nil, err
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource("record.schema.json", doc); err != nil {
		return nil, err
	}
	return c.Compile("record.schema.json")
})

// CheckSchema writes the record as JSON and holds that against schema/record.schema.json.
func CheckSchema(r record.Record) error {
	b, err := record.Marshal(r)
	if err != nil {
		return err
	}
	return CheckJSON(b)
}

// CheckJSON holds one JSON document against schema/record.schema.json.
func CheckJSON(b []byte) error {
	s, err := compiled()
	if err != nil {
		return fmt.Errorf("schema: %w", err)
	}
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(b))
	if err != nil {
		return err
	}
	return s.Validate(doc)
}
