package main

import (
	"go/ast"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestSchemaIsFresh(t *testing.T) {
	want, err := Generate("..")
	if err != nil {
		t.Fatal(err)
	}
	got, err := os.ReadFile("../../schema/record.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(string(got), string(want)); d != "" {
		t.Errorf("schema/record.schema.json is stale, run `go generate ./record`:\n%s", d)
	}
}

// TestFieldsAreDocumented holds that the schema describes every field of the record.
func TestFieldsAreDocumented(t *testing.T) {
	src, err := load("..")
	if err != nil {
		t.Fatal(err)
	}
	for name, spec := range src.types {
		st, ok := spec.Type.(*ast.StructType)
		if !ok {
			continue
		}
		for _, f := range st.Fields.List {
			if len(f.Names) > 0 && f.Comment.Text() == "" {
				t.Errorf("%s.%s has no comment", name, f.Names[0].Name)
			}
		}
	}
}

func TestGenerate(t *testing.T) {
	got := generate(t, `
// A Record is
// a test.
type Record struct {
	ID
	Kind  Kind         `+"`json:\"kind\" schema:\"null\"`"+`
	Names List[string] `+"`json:\"names\" minItems:\"1\"`"+` // what it is called
	Size  *int         `+"`json:\"size\" minimum:\"0\"`"+`
}

// Kind is what it is.
type Kind string

const (
	KindA Kind = "a"
	KindB Kind = "b"
)

type ID struct {
	ID Code `+"`json:\"id\"`"+`
}

// Code is a number.
//
//schema:pattern ^[0-9]+$
type Code string
`)
	for _, want := range []string{
		`"description": "A Record is a test."`,
		`"id": { "$ref": "#/$defs/Code" }, "kind": { "anyOf": [ { "$ref": "#/$defs/Kind" }, { "type": "null" } ] }`,
		`"names": { "description": "what it is called", "type": "array", "minItems": 1, "items": { "type": "string", "minLength": 1 } }`,
		`"size": { "type": [ "integer", "null" ], "minimum": 0 }`,
		`"required": [ "id", "kind", "names", "size" ], "additionalProperties": false`,
		`"type": "string", "enum": [ "a", "b" ] }`,
		`"description": "Code is a number.", "type": "string", "pattern": "^[0-9]+$"`,
	} {
		if !strings.Contains(got, want) {
			t.Errorf("want %s in\n%s", want, got)
		}
	}
}

// generate is the schema of a package of one file, its white space folded.
func generate(t *testing.T, src string) string {
	t.Helper()
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "x.go"), []byte("package x\n"+src), 0o600); err != nil {
		t.Fatal(err)
	}
	b, err := Generate(dir)
	if err != nil {
		t.Fatal(err)
	}
	return strings.Join(strings.Fields(string(b)), " ")
}

func TestGenerateNamesWhatItCannotDo(t *testing.T) {
	dir := t.TempDir()
	src := "package x\ntype Record struct {\n\tM map[string]int `json:\"m\"`\n}\n"
	if err := os.WriteFile(filepath.Join(dir, "x.go"), []byte(src), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := Generate(dir); err == nil || !strings.Contains(err.Error(), "Record: M: no schema for a *ast.MapType") {
		t.Errorf("got %v", err)
	}
}
