package house

import (
	"fmt"
	"go/ast"
	"go/token"
	"slices"
	"strconv"
	"strings"
)

// Walls returns every breach of the table by the packages of a module, one a line: file, line, what is wrong.
func Walls(module string, rooms []Room, packages []Package, set *token.FileSet) []string {
	w := walls{module: module, rooms: rooms, set: set}
	w.table()
	for _, p := range packages {
		room := w.roomOf(p.Path)
		if room == nil {
			w.found = append(w.found, fmt.Sprintf("%s: stands in no room of the table", p.Path))
			continue
		}
		for _, f := range p.Files {
			w.file(room, f)
		}
	}
	return w.found
}

type walls struct {
	module string
	rooms  []Room
	set    *token.FileSet
	found  []string
}

func (w *walls) breach(at token.Pos, format string, args ...any) {
	w.found = append(w.found, fmt.Sprintf("%s: %s", w.set.Position(at), fmt.Sprintf(format, args...)))
}

// table checks the table itself: a room may import only from lines with a smaller number, what embeds is
// imported only by the door, a support room by none.
func (w *walls) table() {
	for _, r := range w.rooms {
		for _, name := range r.Imports {
			to := w.roomOf(name)
			switch {
			case to == nil || to.Path != name:
				w.found = append(w.found, fmt.Sprintf("table: %q imports %q, which is no room", r.Path, name))
			case to.Kind == Embed && r.Line == 7:
			case to.Line == 0 || to.Line >= r.Line:
				w.found = append(w.found, fmt.Sprintf("table: %q of line %d imports %q of line %d", r.Path, r.Line, name, to.Line))
			}
		}
	}
}

// roomOf is the room that a package stands in: the one with the longest path that holds it. The root holds only itself.
func (w *walls) roomOf(path string) *Room {
	var best *Room
	for i := range w.rooms {
		r := &w.rooms[i]
		if path == r.Path || r.Path != "" && strings.HasPrefix(path, r.Path+"/") {
			if best == nil || len(r.Path) > len(best.Path) {
				best = r
			}
		}
	}
	return best
}

// name is a room's path for people.
func (r *Room) name() string {
	if r.Path == "" {
		return "the door"
	}
	return r.Path
}

// file checks one file of a room.
func (w *walls) file(room *Room, f File) {
	names := map[string]string{} // packages by the name that the file uses
	for _, spec := range f.Syntax.Imports {
		path, err := strconv.Unquote(spec.Path.Value)
		if err != nil {
			w.breach(spec.Pos(), "%v", err)
			continue
		}
		_, name, _ := cutLast(path)
		if spec.Name != nil {
			name = spec.Name.Name
		}
		names[name] = path
		w.imported(room, spec.Pos(), path)
		if name == "." {
			w.breach(spec.Pos(), "imports %q by a dot, which hides what is used of it", path)
		}
	}
	if room.Kind == Quiet {
		w.used(f.Syntax, names)
	}
}

// imported checks one import.
func (w *walls) imported(room *Room, at token.Pos, path string) {
	ours, ok := strings.CutPrefix(path, w.module)
	if ok && (ours == "" || ours[0] == '/') {
		w.ownImport(room, at, strings.TrimPrefix(ours, "/"))
		return
	}
	if path == "embed" && room.Kind == Embed {
		return
	}
	if (room.Kind == Quiet || room.Kind == Embed) && isOutside(path) {
		w.breach(at, "%s is %s and imports %q", room.name(), room.Kind, path)
	}
}

// ownImport checks the import of a package of the house. A package below a room is the room's own affair.
func (w *walls) ownImport(room *Room, at token.Pos, path string) {
	to := w.roomOf(path)
	switch {
	case to == nil:
		w.breach(at, "%q stands in no room of the table", path)
	case to == room, room.Kind == Support:
	case to.Path != path:
		w.breach(at, "%s imports %s, which is inside %s", room.name(), path, to.Path)
	case !slices.Contains(room.Imports, path):
		w.breach(at, "%s may not import %s", room.name(), to.name())
	}
}

// isOutside reports whether a package reaches out of the program.
func isOutside(path string) bool {
	if slices.Contains(harmless, path) {
		return false
	}
	return slices.ContainsFunc(outside, func(o string) bool {
		return path == o || strings.HasSuffix(o, "/") && strings.HasPrefix(path, o)
	})
}

// used checks what a file of a quiet room uses of the packages that it may import.
func (w *walls) used(f *ast.File, names map[string]string) {
	ast.Inspect(f, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.SelectorExpr:
			if x, ok := n.X.(*ast.Ident); ok && slices.Contains(calls[names[x.Name]], n.Sel.Name) {
				w.breach(n.Pos(), "uses %s.%s in a quiet room", names[x.Name], n.Sel.Name)
			}
		case *ast.CallExpr:
			if x, ok := n.Fun.(*ast.Ident); ok && (x.Name == "print" || x.Name == "println") {
				w.breach(n.Pos(), "calls %s in a quiet room", x.Name)
			}
		}
		return true
	})
}
