// Package schema holds the JSON Schema of the record, draft 2020-12, which package record's types generate.
package schema

import _ "embed"

// Record is schema/record.schema.json.
//
//go:embed record.schema.json
var Record []byte
