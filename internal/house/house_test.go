package house_test

import (
	"go/token"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"example.org/demarche/internal/house"
	"github.com/google/go-cmp/cmp"
)

// root is the module's folder, seen from this one.
const root = "../.."

// module is the path in go.mod, the one place that holds it.
func module(t *testing.T) string {
	t.Helper()
	b, err := os.ReadFile(filepath.Join(root, "go.mod"))
	if err != nil {
		t.Fatal(err)
	}
	line, _, _ := strings.Cut(string(b), "\n")
	path, ok := strings.CutPrefix(line, "module ")
	if !ok {
		t.Fatalf("go.mod begins with %q", line)
	}
	return strings.TrimSpace(path)
}

func load(t *testing.T) ([]house.Package, *token.FileSet) {
	t.Helper()
	packages, set, err := house.Load(root)
	if err != nil {
		t.Fatal(err)
	}
	return packages, set
}

func report(t *testing.T, found []string) {
	t.Helper()
	for _, f := range found {
		t.Error(f)
	}
}

func TestWalls(t *testing.T) {
	packages, set := load(t)
	report(t, house.Walls(module(t), house.Rooms, packages, set))
}

func TestEverythingIsDocumented(t *testing.T) {
	packages, set := load(t)
	report(t, house.Undocumented(packages, set))
}

// TestArchitectureIsTrue holds that the names in ARCHITECTURE.md exist.
func TestArchitectureIsTrue(t *testing.T) {
	b, err := os.ReadFile(filepath.Join(root, "ARCHITECTURE.md"))
	if err != nil {
		t.Fatal(err)
	}
	packages, _ := load(t)
	found, mentioned := house.Untrue(string(b), packages)
	report(t, found)
	if mentioned == 0 {
		t.Error("ARCHITECTURE.md names no package and function, as `segment.Split`")
	}
}

// write makes a module of a few files in a temporary folder.
func write(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, content := range files {
		name = filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(name), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// TestWallsFindBreaches builds a small house with every breach that there is.
func TestWallsFindBreaches(t *testing.T) {
	dir := write(t, map[string]string{
		"door.go":         "package door\nimport (\n\t_ \"m/a\"\n\t_ \"m/data\"\n\t_ \"m/a/inner\"\n\t_ \"os\"\n)\n",
		"a/a.go":          "package a\nimport (\n\t\"time\"\n\tt \"time\"\n\t\"fmt\"\n\t\"net/url\"\n)\nvar _ = time.UTC\nvar _ = t.Now\nvar _ url.URL\nfunc f() { fmt.Println(); println() }\n",
		"a/inner/i.go":    "package inner\n",
		"a/a_test.go":     "package a\nimport _ \"os\"\n",
		"a/x_arm64.go":    "//go:build arm64\n\npackage a\nimport _ \"log/slog\"\n",
		"a/testdata/t.go": "package broken (\n",
		"a/_asm/main.go":  "package broken (\n",
		"b/b.go":          "package b\nimport (\n\t_ \"m/a\"\n\t_ \"m/data\"\n\t. \"strings\"\n\t_ \"m/nowhere\"\n\t_ \"embed\"\n\t_ \"m/c\"\n)\n",
		"c/c.go":          "package c\n",
		"data/data.go":    "package data\nimport _ \"embed\"\nimport _ \"os\"\n",
		"aid/aid.go":      "package aid\nimport (\n\t_ \"m/b\"\n\t_ \"os\"\n)\n",
		"stray/s.go":      "package stray\n",
		"other/go.mod":    "module other\n",
		"other/o.go":      "package broken (\n",
	})
	packages, set, err := house.Load(dir)
	if err != nil {
		t.Fatal(err)
	}
	rooms := []house.Room{
		{Path: "a", Line: 1, Kind: house.Quiet},
		{Path: "b", Line: 2, Kind: house.Quiet, Imports: []string{"a"}},
		{Path: "c", Line: 2, Kind: house.Quiet, Imports: []string{"b", "data", "d", "aid"}},
		{Path: "", Line: 7, Kind: house.Open, Imports: []string{"a", "data"}},
		{Path: "data", Kind: house.Embed},
		{Path: "aid", Kind: house.Support},
	}
	var found []string
	for _, f := range house.Walls("m", rooms, packages, set) {
		found = append(found, strings.TrimPrefix(f, dir+string(filepath.Separator)))
	}
	want := []string{
		`table: "c" of line 2 imports "b" of line 2`,
		`table: "c" of line 2 imports "data" of line 0`,
		`table: "c" imports "d", which is no room`,
		`table: "c" of line 2 imports "aid" of line 0`,
		`door.go:5:2: the door imports a/inner, which is inside a`,
		`a/a.go:9:9: uses time.Now in a quiet room`,
		`a/a.go:11:12: uses fmt.Println in a quiet room`,
		`a/a.go:11:27: calls println in a quiet room`,
		`a/x_arm64.go:4:8: a is quiet and imports "log/slog"`,
		`b/b.go:4:2: b may not import data`,
		`b/b.go:5:2: imports "strings" by a dot, which hides what is used of it`,
		`b/b.go:6:2: "nowhere" stands in no room of the table`,
		`b/b.go:7:2: b is quiet and imports "embed"`,
		`b/b.go:8:2: b may not import c`,
		`data/data.go:3:8: data is embed and imports "os"`,
		`stray: stands in no room of the table`,
	}
	if d := cmp.Diff(want, found); d != "" {
		t.Error(d)
	}
}

func TestUndocumentedFindsNames(t *testing.T) {
	dir := write(t, map[string]string{
		"a/a.go": "package a\n\ntype T struct{}\n\nfunc (*T) M() {}\n\nfunc (*T) Error() {}\n\nfunc (t) N() {}\n\ntype t struct{}\n\n// Kinds.\nconst (\n\tA = 1\n)\n\nconst (\n\tB = 1\n\tC = 2 // is\n)\n\n// F is.\nfunc F() {}\n\nfunc G[X any]() {}\n",
		"b/b.go": "// Package b is.\npackage b\n",
	})
	packages, set, err := house.Load(dir)
	if err != nil {
		t.Fatal(err)
	}
	var found []string
	for _, f := range house.Undocumented(packages, set) {
		found = append(found, strings.TrimPrefix(f, dir+string(filepath.Separator)))
	}
	want := []string{
		"a: package a has no comment", "a/a.go:3:6: T has no comment", "a/a.go:5:11: M has no comment", "a/a.go:19:2: B has no comment", "a/a.go:26:6: G has no comment",
	}
	if d := cmp.Diff(want, found); d != "" {
		t.Error(d)
	}
}

func TestUntrueFindsNames(t *testing.T) {
	dir := write(t, map[string]string{
		"x/a/a.go": "package a\n\ntype T[X any] struct{ Field int }\n\nfunc (*T[X]) M() {}\n\nfunc Split() {}\n\nvar V, W int\n\ntype I interface{ Look() }\n",
	})
	packages, _, err := house.Load(dir)
	if err != nil {
		t.Fatal(err)
	}
	found, mentioned := house.Untrue("`a.Split` and `a.T.M`, `(*a.T).M`, `a.T.Field`, `a.I.Look()`, `a.W`, `io.Reader`,\n`a.Join(x, y)`, `b.Split`, `a.T.N`; a.Gone, `README.md`, `a.go`", packages)
	if d := cmp.Diff([]string{"line 2: there is no a.Join", "line 2: there is no b.Split", "line 2: there is no a.T.N"}, found); d != "" || mentioned != 10 {
		t.Errorf("%s of %d", d, mentioned)
	}
}
