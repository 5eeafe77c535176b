package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"go/ast"
	"go/token"
	"reflect"
	"strconv"
	"strings"
)

// Generate returns the schema of the type Record that the package in dir declares.
func Generate(dir string) ([]byte, error) {
	src, err := load(dir)
	if err != nil {
		return nil, err
	}
	g := &generator{source: src, defs: map[string]*schema{}}
	root, err := g.named("Record")
	if err != nil {
		return nil, err
	}
	root.Dialect = "https://json-schema.org/draft/2020-12/schema"
	root.Title = "The record of demarche: what is written down about one article"
	root.Defs = g.defs
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	err = e.Encode(root)
	return b.Bytes(), err
}

// A generator turns declarations into definitions.
type generator struct {
	*source
	defs map[string]*schema
}

// basic are the JSON types of Go's.
var basic = map[string]schema{
	"string":  {Type: "string", MinLength: 1},
	"int":     {Type: "integer"},
	"int64":   {Type: "integer"},
	"float64": {Type: "number"},
	"bool":    {Type: "boolean"},
}

// of is the schema of the type that an expression writes.
func (g *generator) of(e ast.Expr) (*schema, error) {
	switch e := e.(type) {
	case *ast.Ident:
		if s, ok := basic[e.Name]; ok {
			return &s, nil
		}
		return g.named(e.Name)
	case *ast.StarExpr:
		s, err := g.of(e.X)
		if err != nil {
			return nil, err
		}
		return s.orNull(), nil
	case *ast.IndexExpr: // List[T]
		items, err := g.of(e.Index)
		return &schema{Type: "array", Items: items}, err
	}
	return nil, fmt.Errorf("no schema for a %T", e)
}

// named is a reference to a named type, whose definition it makes on first sight.
func (g *generator) named(name string) (*schema, error) {
	ref := &schema{Ref: "#/$defs/" + name}
	if g.defs[name] != nil {
		return ref, nil
	}
	spec := g.types[name]
	if spec == nil {
		return nil, fmt.Errorf("no type %s", name)
	}
	def := &schema{}
	g.defs[name] = def
	made, err := g.define(spec)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	*def = *made
	return ref, nil
}

// define is the definition of a declared type.
func (g *generator) define(spec *ast.TypeSpec) (s *schema, err error) {
	if st, ok := spec.Type.(*ast.StructType); ok {
		s = &schema{Type: "object", Closed: new(false)}
		err = g.fields(s, st)
	} else {
		s, err = g.of(spec.Type)
	}
	if err != nil {
		return nil, err
	}
	s.Description = prose(g.docs[spec.Name.Name])
	if s.Enum = g.consts[spec.Name.Name]; s.Enum != nil {
		s.MinLength = 0
	}
	return s, bound(s, g.directives(spec.Name.Name))
}

// fields adds the fields of a struct to an object; those of an embedded struct stand in its place.
func (g *generator) fields(s *schema, st *ast.StructType) error {
	for _, f := range st.Fields.List {
		if len(f.Names) == 0 {
			inner, ok := g.types[f.Type.(*ast.Ident).Name].Type.(*ast.StructType)
			if !ok {
				return fmt.Errorf("embedded %v is no struct", f.Type)
			}
			if err := g.fields(s, inner); err != nil {
				return err
			}
			continue
		}
		if err := g.field(s, f); err != nil {
			return fmt.Errorf("%s: %w", f.Names[0].Name, err)
		}
	}
	return nil
}

// field adds one field to an object.
func (g *generator) field(s *schema, f *ast.Field) error {
	text, err := strconv.Unquote(f.Tag.Value)
	if err != nil {
		return err
	}
	tag := reflect.StructTag(text)
	inner := f.Type
	star, pointer := f.Type.(*ast.StarExpr)
	if pointer {
		inner = star.X
	}
	value, err := g.of(inner)
	if err != nil {
		return err
	}
	if err := bound(value, func(key string) string { return tag.Get(key) }); err != nil {
		return err
	}
	if pointer || tag.Get("schema") == "null" {
		value = value.orNull()
	}
	value.Description = prose(f.Comment.Text())
	name := tag.Get("json")
	s.Properties = append(s.Properties, property{name, value})
	s.Required = append(s.Required, name)
	return nil
}

// bound sets the keywords that a lookup has.
func bound(s *schema, get func(key string) string) error {
	if p := get("pattern"); p != "" {
		s.Pattern, s.MinLength = p, 0
	}
	for key, at := range map[string]*json.Number{"minimum": &s.Minimum, "maximum": &s.Maximum, "minItems": &s.MinItems} {
		v := get(key)
		if v == "" {
			continue
		}
		if _, err := strconv.ParseFloat(v, 64); err != nil {
			return err
		}
		*at = json.Number(v)
	}
	return nil
}

// prose is a comment as one line of text.
func prose(comment string) string { return strings.Join(strings.Fields(comment), " ") }

// unquoted is the value of a constant's literal.
func unquoted(e ast.Expr) (string, bool) {
	lit, ok := e.(*ast.BasicLit)
	if !ok || lit.Kind != token.STRING {
		return "", false
	}
	s, err := strconv.Unquote(lit.Value)
	return s, err == nil
}
