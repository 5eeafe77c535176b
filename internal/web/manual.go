package web

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"
)

// An apiDocument is what the manual reads of the API's document.
type apiDocument struct {
	Info       struct{ Title, Version, Description string }
	Security   []map[string][]string
	Paths      map[string]map[string]apiOperation // by path and method
	Components struct{ Schemas map[string]apiSchema }
}

// An apiOperation is what it reads of an operation.
type apiOperation struct {
	OperationID, Summary, Description string
	Security                          *[]map[string][]string // nil is the document's
	Parameters                        []struct {
		Name, Description string
		Required          bool
		Schema            apiSchema
	}
	RequestBody struct{ Content apiContent }
	Responses   map[string]struct {
		Description string
		Content     apiContent
	}
}

// apiContent is a body by its media type.
type apiContent map[string]struct {
	Schema  apiSchema
	Example json.RawMessage
}

// An apiSchema is what the manual tells of a schema.
type apiSchema struct {
	Type        any    // a name, or several
	Ref         string `json:"$ref"`
	Description string
	Format      string
	Const       any
	Enum        []any
	Items       *apiSchema
	AnyOf       []apiSchema
	Properties  map[string]apiSchema
	Required    []string
}

// A manual is what the page of the API shows.
type manual struct {
	Title, Version, About string
	Operations            []manualOperation
	Errors                []manualAnswer
	Schemas               []manualSchema
}

type manualOperation struct {
	ID, Method, Path, Summary, About, Curl string
	Token                                  bool
	Query                                  *manualSchema // nil for none
	Bodies                                 []manualBody
	Answers                                []manualAnswer
}

type manualAnswer struct {
	Status, About string
	Bodies        []manualBody
}

type manualBody struct {
	Kind, About string
	Type        []word
}

type manualSchema struct {
	Name, About string
	Type        []word
	Fields      []manualField
}

type manualField struct {
	Name, About string
	Required    bool
	Type        []word
}

// A word is a piece of a type's name; Ref is the schema that it leads to.
type word struct{ Text, Ref string }

// meanings say what an error means here; the document has its name only.
var meanings = map[string]string{
	"400": "The body is broken: no JSON, no UTF-8, or cut off.",
	"401": "The token is missing or wrong.",
	"403": "A page of another origin made the browser send this.",
	"404": "There is nothing at this address.",
	"405": "The address does not take this method.",
	"408": "The body came too slowly.",
	"413": "The article is too long.",
	"415": "The body is neither JSON nor plain text in UTF-8, or it is compressed.",
	"421": "The server does not answer to this Host.",
	"422": "A field is missing or wrong; errors names it.",
	"429": "This client sends too many articles; Retry-After says when to go on.",
	"500": "A fault of the program.",
	"503": "Too many articles are waiting, or this one takes too long.",
}

// manual is the document as its page shows it, its operations in the order of their paths.
func (d *apiDocument) manual(order []string) manual {
	m := manual{Title: d.Info.Title, Version: d.Info.Version, About: d.Info.Description}
	for _, path := range order {
		for _, method := range slices.Sorted(maps.Keys(d.Paths[path])) {
			o := d.Paths[path][method]
			m.Operations = append(m.Operations, o.manual(path, strings.ToUpper(method), len(d.Security) > 0))
		}
	}
	for _, status := range slices.Sorted(maps.Keys(meanings)) {
		m.Errors = append(m.Errors, manualAnswer{Status: status, About: meanings[status]})
	}
	for _, name := range slices.Sorted(maps.Keys(d.Components.Schemas)) {
		m.Schemas = append(m.Schemas, d.Components.Schemas[name].manual(name))
	}
	return m
}

// manual is an operation as the page shows it; token says whether the API wants one.
func (o *apiOperation) manual(path, method string, token bool) manualOperation {
	x := manualOperation{
		ID: o.OperationID, Method: method, Path: path, Summary: o.Summary, About: o.Description, Token: token && o.Security == nil,
		Bodies: o.RequestBody.Content.bodies(),
	}
	for _, p := range o.Parameters {
		if x.Query == nil {
			x.Query = &manualSchema{Name: "Query"}
		}
		x.Query.Fields = append(x.Query.Fields, manualField{p.Name, p.Description, p.Required, p.Schema.words()})
	}
	for _, status := range slices.Sorted(maps.Keys(o.Responses)) {
		if r := o.Responses[status]; status < "400" {
			x.Answers = append(x.Answers, manualAnswer{status, r.Description, r.Content.bodies()})
		}
	}
	x.Curl = curl(x, o.RequestBody.Content)
	return x
}

// curl is a command that tries an operation.
func curl(o manualOperation, content apiContent) string {
	var b strings.Builder
	b.WriteString("curl ")
	if o.Token {
		b.WriteString(`-H "Authorization: Bearer $(cat TOKEN-FILE)" `)
	}
	if example := content["application/json"].Example; example != nil {
		var line bytes.Buffer
		if json.Compact(&line, example) == nil {
			b.WriteString("--json '" + strings.ReplaceAll(line.String(), "'", `'\''`) + "' \\\n  ")
		}
	}
	b.WriteString("http://localhost:8087" + o.Path)
	return b.String()
}

func (c apiContent) bodies() []manualBody {
	var all []manualBody
	for _, kind := range slices.Sorted(maps.Keys(c)) {
		s := c[kind].Schema
		all = append(all, manualBody{kind, s.Description, s.words()})
	}
	return all
}

// manual is a schema as the page shows it, its fields in the order in which they are required, and then by name.
func (s apiSchema) manual(name string) manualSchema {
	m := manualSchema{Name: name, About: s.Description, Type: s.words()}
	names := slices.Clone(s.Required)
	for _, n := range slices.Sorted(maps.Keys(s.Properties)) {
		if !slices.Contains(names, n) {
			names = append(names, n)
		}
	}
	for _, n := range names {
		p := s.Properties[n]
		m.Fields = append(m.Fields, manualField{n, p.Description, slices.Contains(s.Required, n), p.words()})
	}
	return m
}

// words are a type's name in words.
func (s apiSchema) words() []word {
	switch {
	case s.Ref != "":
		name := s.Ref[strings.LastIndexByte(s.Ref, '/')+1:]
		return []word{{name, name}}
	case len(s.AnyOf) > 0:
		var all []word
		for i, x := range s.AnyOf {
			if i > 0 {
				all = append(all, word{Text: " or "})
			}
			all = append(all, x.words()...)
		}
		return all
	case s.Items != nil:
		return append([]word{{Text: "list of "}}, s.Items.words()...)
	case s.Const != nil:
		return []word{{Text: fmt.Sprint(s.Const)}}
	case len(s.Enum) > 0:
		return []word{{Text: "one of " + strings.Trim(strings.Join(strings.Fields(fmt.Sprint(s.Enum)), ", "), "[]")}}
	}
	text := fmt.Sprint(s.Type)
	if several, ok := s.Type.([]any); ok {
		names := make([]string, len(several))
		for i, x := range several {
			names[i] = fmt.Sprint(x)
		}
		text = strings.Join(names, " or ")
	}
	if s.Format != "" {
		text += " (" + s.Format + ")"
	}
	return []word{{Text: text}}
}
