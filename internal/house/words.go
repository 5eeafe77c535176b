package house

import (
	"fmt"
	"go/ast"
	"go/token"
	"regexp"
	"slices"
	"strings"
)

// Undocumented returns the packages without a package comment, and the exported names without a comment. A comment on a
// group of constants, variables or types serves all of it; Error, String and Unwrap mean what they mean everywhere.
func Undocumented(packages []Package, set *token.FileSet) []string {
	var found []string
	for _, p := range packages {
		if !slices.ContainsFunc(p.Files, func(f File) bool { return f.Syntax.Doc.Text() != "" }) {
			found = append(found, fmt.Sprintf("%s: package %s has no comment", p.Path, p.Name))
		}
		for _, f := range p.Files {
			for _, d := range f.Syntax.Decls {
				for _, name := range bare(d) {
					found = append(found, fmt.Sprintf("%s: %s has no comment", set.Position(name.Pos()), name.Name))
				}
			}
		}
	}
	return found
}

// wellKnown are methods that every reader of Go knows.
var wellKnown = []string{"Error", "String", "Unwrap"}

// bare are the exported names of a declaration that have no comment.
func bare(d ast.Decl) []*ast.Ident {
	switch d := d.(type) {
	case *ast.FuncDecl:
		if d.Doc == nil && d.Name.IsExported() && !slices.Contains(wellKnown, d.Name.Name) && ast.IsExported(receiver(d, "X")) {
			return []*ast.Ident{d.Name}
		}
	case *ast.GenDecl:
		if d.Doc != nil {
			return nil
		}
		var names []*ast.Ident
		for _, spec := range d.Specs {
			names = append(names, bareSpec(spec)...)
		}
		return names
	}
	return nil
}

func bareSpec(spec ast.Spec) []*ast.Ident {
	var names []*ast.Ident
	switch spec := spec.(type) {
	case *ast.TypeSpec:
		if spec.Doc == nil && spec.Comment == nil && spec.Name.IsExported() {
			names = append(names, spec.Name)
		}
	case *ast.ValueSpec:
		for _, n := range spec.Names {
			if spec.Doc == nil && spec.Comment == nil && n.IsExported() {
				names = append(names, n)
			}
		}
	}
	return names
}

// receiver is the name of a method's type, or other for a function.
func receiver(d *ast.FuncDecl, other string) string {
	if d.Recv == nil || len(d.Recv.List) == 0 {
		return other
	}
	t := d.Recv.List[0].Type
	for {
		switch x := t.(type) {
		case *ast.StarExpr:
			t = x.X
		case *ast.IndexExpr:
			t = x.X
		case *ast.IndexListExpr:
			t = x.X
		case *ast.Ident:
			return x.Name
		default:
			return other
		}
	}
}

// reference is a name of the code as prose writes it: `segment.Split`, `encoder.Encoder.Encode`, with or without
// brackets and what stands in them.
var reference = regexp.MustCompile("`\\(?\\*?([a-z][a-z0-9]*)\\.([A-Z]\\w*)\\)?(?:\\.([A-Z]\\w*))?(?:\\([^`]*\\))?`")

// foreign are packages of the standard library whose names prose may mention.
var foreign = []string{"bufio", "context", "fs", "io", "iter", "json", "sync", "testing", "time"}

// Untrue returns the names of the code that a document mentions and that do not exist, and how many it mentions in all.
func Untrue(document string, packages []Package) (found []string, mentioned int) {
	names := declared(packages)
	for n, line := range strings.Split(document, "\n") {
		for _, m := range reference.FindAllStringSubmatch(line, -1) {
			mentioned++
			name := m[1] + "." + m[2]
			if m[3] != "" {
				name += "." + m[3]
			}
			if !names[name] && !slices.Contains(foreign, m[1]) {
				found = append(found, fmt.Sprintf("line %d: there is no %s", n+1, name))
			}
		}
	}
	return found, mentioned
}

// declared is the set of what packages declare at their top: package.Name, and package.Type.Member for methods, fields
// and what an interface asks for.
func declared(packages []Package) map[string]bool {
	names := map[string]bool{}
	for _, p := range packages {
		for _, f := range p.Files {
			for _, d := range f.Syntax.Decls {
				switch d := d.(type) {
				case *ast.FuncDecl:
					name := p.Name
					if of := receiver(d, ""); of != "" {
						name += "." + of
					}
					names[name+"."+d.Name.Name] = true
				case *ast.GenDecl:
					declaredSpecs(names, p.Name, d)
				}
			}
		}
	}
	return names
}

func declaredSpecs(names map[string]bool, prefix string, d *ast.GenDecl) {
	for _, spec := range d.Specs {
		switch spec := spec.(type) {
		case *ast.TypeSpec:
			names[prefix+"."+spec.Name.Name] = true
			for _, member := range members(spec.Type) {
				names[prefix+"."+spec.Name.Name+"."+member] = true
			}
		case *ast.ValueSpec:
			for _, n := range spec.Names {
				names[prefix+"."+n.Name] = true
			}
		}
	}
}

// members are the names of a struct's fields or an interface's methods.
func members(t ast.Expr) []string {
	var fields *ast.FieldList
	switch t := t.(type) {
	case *ast.StructType:
		fields = t.Fields
	case *ast.InterfaceType:
		fields = t.Methods
	default:
		return nil
	}
	var names []string
	for _, f := range fields.List {
		for _, n := range f.Names {
			names = append(names, n.Name)
		}
	}
	return names
}
