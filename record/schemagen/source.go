package main

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"strings"
)

// A source is what a package declares, by name.
type source struct {
	types  map[string]*ast.TypeSpec
	docs   map[string]string   // comments of types
	marks  map[string][]string // comment lines "//schema:…" of types, without the prefix
	consts map[string][]string // values of the constants of a type, in order of declaration
}

// load parses the package in dir, its tests aside.
func load(dir string) (*source, error) {
	files, err := filepath.Glob(filepath.Join(dir, "*.go")) // in order of name
	if err != nil {
		return nil, err
	}
	s := &source{map[string]*ast.TypeSpec{}, map[string]string{}, map[string][]string{}, map[string][]string{}}
	set := token.NewFileSet()
	for _, name := range files {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		f, err := parser.ParseFile(set, name, nil, parser.ParseComments)
		if err != nil {
			return nil, err
		}
		for _, d := range f.Decls {
			if d, ok := d.(*ast.GenDecl); ok {
				s.add(d)
			}
		}
	}
	return s, nil
}

// add notes the types and constants of a declaration.
func (s *source) add(d *ast.GenDecl) {
	for _, spec := range d.Specs {
		switch spec := spec.(type) {
		case *ast.TypeSpec:
			s.types[spec.Name.Name] = spec
			s.docs[spec.Name.Name] = d.Doc.Text()
			s.marks[spec.Name.Name] = marks(d.Doc)
		case *ast.ValueSpec:
			if of, ok := spec.Type.(*ast.Ident); ok && d.Tok == token.CONST {
				if v, ok := unquoted(spec.Values[0]); ok {
					s.consts[of.Name] = append(s.consts[of.Name], v)
				}
			}
		}
	}
}

// marks are the "//schema:…" lines of a comment.
func marks(doc *ast.CommentGroup) []string {
	var found []string
	if doc == nil {
		return nil
	}
	for _, c := range doc.List {
		if rest, ok := strings.CutPrefix(c.Text, "//schema:"); ok {
			found = append(found, rest)
		}
	}
	return found
}

// directives looks the bounds of a type up by keyword.
func (s *source) directives(name string) func(key string) string {
	return func(key string) string {
		for _, m := range s.marks[name] {
			if v, ok := strings.CutPrefix(m, key+" "); ok {
				return v
			}
		}
		return ""
	}
}
