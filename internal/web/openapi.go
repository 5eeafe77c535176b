package web

import (
	"encoding/json"
	"fmt"
	"net/http"
	"reflect"
	"strings"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/adapters/humago"

	"example.org/demarche/schema"
)

// components is where the API's document keeps its schemas.
const components = "#/components/schemas/"

// newHuma is an API without routes. Its document is served by us: no link to a schema enters an answer, no page comes from elsewhere.
func newHuma(mux *http.ServeMux, version string, token bool) huma.API {
	doc := &huma.OpenAPI{
		OpenAPI: "3.1.0",
		Info: &huma.Info{
			Title:   "demarche",
			Version: version,
			Description: "Who did what to whom, when, where, and according to whom. An article goes in; its record, its trees or its dossier come out. " +
				"Nothing that is sent is kept or logged.",
			License: &huma.License{Name: "Apache 2.0", Identifier: "Apache-2.0"},
		},
		Components: &huma.Components{Schemas: huma.NewMapRegistry(components, nameSchema)},
	}
	if token {
		doc.Components.SecuritySchemes = map[string]*huma.SecurityScheme{"token": {Type: "http", Scheme: "bearer", Description: "the token of --token-file"}}
		doc.Security = []map[string][]string{{"token": {}}}
	}
	return humago.New(mux, huma.Config{
		OpenAPI: doc, Formats: map[string]huma.Format{"application/json": huma.DefaultJSONFormat, "json": huma.DefaultJSONFormat}, DefaultFormat: "application/json",
		RejectUnknownQueryParameters: true,
	})
}

// nameSchema is the name of a Go type's schema; problems have the name that RFC 9457 gives them.
func nameSchema(t reflect.Type, hint string) string {
	return strings.Replace(strings.Replace(huma.DefaultSchemaNamer(t, hint), "ErrorModel", "Problem", 1), "ErrorDetail", "ProblemDetail", 1)
}

// An operation is what the API's document says of a route.
type operation struct {
	id, path, summary, about string
	gives                    string // what the answer is
	kind                     string // media type of the answer
	schema                   *huma.Schema
	open                     bool // whether it is answered without the token
}

// describe is the operation as huma takes it.
func (o operation) describe(method string, maxText int) huma.Operation {
	op := huma.Operation{
		OperationID: o.id, Method: method, Path: o.path, Summary: o.summary, Description: o.about,
		Responses: map[string]*huma.Response{"200": {Description: o.gives, Content: map[string]*huma.MediaType{o.kind: {Schema: o.schema}}}},
		Errors:    []int{http.StatusForbidden, http.StatusMisdirectedRequest, http.StatusUnprocessableEntity},
	}
	header := func(name, about string) {
		h := op.Responses["200"]
		if h.Headers == nil {
			h.Headers = map[string]*huma.Param{}
		}
		h.Headers[name] = &huma.Param{Description: about, Schema: &huma.Schema{Type: huma.TypeString}}
	}
	if o.open {
		op.Security = []map[string][]string{}
	} else {
		op.Errors = append(op.Errors, http.StatusUnauthorized)
	}
	if method == http.MethodGet {
		op.Tags = []string{"what is at hand"}
		op.Responses["304"] = &huma.Response{Description: "The client has it: its If-None-Match names the ETag"}
		header("ETag", "changes when what is answered does")
		return op
	}
	op.Tags = []string{"articles"}
	op.Description += fmt.Sprintf(" The text has at most %d bytes. One that is not English gives an answer too, in which nothing is coded and a note says why.", maxText)
	op.Errors = append(op.Errors, http.StatusBadRequest, http.StatusRequestTimeout, http.StatusRequestEntityTooLarge, http.StatusUnsupportedMediaType,
		http.StatusTooManyRequests, http.StatusServiceUnavailable)
	header("Server-Timing", "milliseconds: code;dur=… for the work, wait;dur=… for the wait before it")
	return op
}

// explain says in the document what errors mean, which huma gives their names only.
func explain(o *huma.Operation) {
	for status, r := range o.Responses {
		if m := meanings[status]; m != "" {
			r.Description = m
		}
	}
}

// requestBody is the body of a request that gives an article.
func (a *api) requestBody() *huma.RequestBody {
	example := "ACCRA (Example) - The foreign minister of Ghana arrived in Lomé on Tuesday for talks on the closed border."
	return &huma.RequestBody{
		Required:    true,
		Description: "the article: JSON, or its text alone",
		Content: map[string]*huma.MediaType{
			"application/json": {Schema: schemaOf[submission](a), Example: map[string]any{"text": example, "published": "2024-05-14"}},
			"text/plain":       {Schema: &huma.Schema{Type: huma.TypeString, MinLength: new(1), Pattern: `\S`}, Example: example},
		},
	}
}

func (a *api) components() huma.Registry { return a.huma.OpenAPI().Components.Schemas }

// ref is a reference to a schema by its name.
func (a *api) ref(name string) *huma.Schema { return &huma.Schema{Ref: components + name} }

// schemaOf is a reference to the schema of a Go type, which is put among the others.
func schemaOf[T any](a *api) *huma.Schema {
	return a.components().Schema(reflect.TypeFor[T](), true, "")
}

// addRecordSchema puts the definitions of the record's schema, which stands in schema/record.schema.json, among the schemas of the API.
func addRecordSchema(to huma.Registry) error {
	var s struct {
		Defs map[string]map[string]any `json:"$defs"`
	}
	if err := json.Unmarshal(schema.Record, &s); err != nil {
		return fmt.Errorf("schema of the record: %w", err)
	}
	for name, def := range s.Defs {
		if to.Map()[name] != nil {
			return fmt.Errorf("schema of the record: the API has another %s", name)
		}
		to.Map()[name] = &huma.Schema{Extensions: moved(def).(map[string]any)}
	}
	return nil
}

// moved is a piece of a schema with its references led to where the definitions stand now.
func moved(v any) any {
	switch v := v.(type) {
	case map[string]any:
		out := make(map[string]any, len(v))
		for key, x := range v {
			if ref, ok := x.(string); ok && key == "$ref" {
				x = components + strings.TrimPrefix(ref, "#/$defs/")
			}
			out[key] = moved(x)
		}
		return out
	case []any:
		out := make([]any, len(v))
		for i, x := range v {
			out[i] = moved(x)
		}
		return out
	}
	return v
}
