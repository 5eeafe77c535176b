package house

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// A Package is what a folder of the module holds, tests aside.
type Package struct {
	Path  string // below the module's root; "" is the root
	Name  string
	Files []File
}

// A File is one source file.
type File struct {
	Name   string // below the module's root
	Syntax *ast.File
}

// Load parses all packages of the module at root, in order of their paths. Folders of other modules, of tests' data, and
// those whose names begin with "_" or "." are no part of it.
func Load(root string) ([]Package, *token.FileSet, error) {
	set := token.NewFileSet()
	found := map[string]*Package{}
	err := filepath.WalkDir(root, func(name string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir():
			if name != root && passedOver(name) {
				return filepath.SkipDir
			}
			return nil
		case !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go"):
			return nil
		}
		f, err := parser.ParseFile(set, name, nil, parser.ParseComments|parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		rel, err := filepath.Rel(root, name)
		if err != nil {
			return err
		}
		add(found, filepath.ToSlash(rel), f)
		return nil
	})
	return sorted(found), set, err
}

// passedOver reports whether a folder is no part of the module.
func passedOver(name string) bool {
	base := filepath.Base(name)
	_, err := os.Stat(filepath.Join(name, "go.mod"))
	return base == "testdata" || base == "node_modules" || base[0] == '_' || base[0] == '.' || err == nil
}

// add puts a file into its package.
func add(found map[string]*Package, name string, f *ast.File) {
	dir, _, _ := cutLast(name)
	p := found[dir]
	if p == nil {
		p = &Package{Path: dir, Name: f.Name.Name}
		found[dir] = p
	}
	p.Files = append(p.Files, File{name, f})
}

// cutLast parts a path before its last element.
func cutLast(path string) (dir, base string, found bool) {
	if i := strings.LastIndexByte(path, '/'); i >= 0 {
		return path[:i], path[i+1:], true
	}
	return "", path, false
}

func sorted(found map[string]*Package) []Package {
	var all []Package
	for _, p := range found {
		all = append(all, *p)
	}
	slices.SortFunc(all, func(a, b Package) int { return strings.Compare(a.Path, b.Path) })
	return all
}
