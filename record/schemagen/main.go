// Command schemagen writes the JSON Schema of a record from the source of package record: its types, tags and comments.
//
// A schema is draft 2020-12. Every named type becomes a definition: a struct is an object that must have all its fields
// and no others, a type with constants is an enumeration, and a comment line of the form "//schema:pattern ^x$" (also
// minimum, maximum) bounds a type. On a field, the tags pattern, minimum, maximum and minItems do the same, and
// `schema:"null"` or a pointer also lets it be null. Comments become descriptions.
package main

import (
	"flag"
	"fmt"
	"os"
)

func main() {
	dir := flag.String("dir", ".", "folder of package record")
	out := flag.String("o", "", "file to write; empty for standard output")
	flag.Parse()
	if err := run(*dir, *out); err != nil {
		fmt.Fprintln(os.Stderr, "schemagen:", err)
		os.Exit(1)
	}
}

func run(dir, out string) error {
	b, err := Generate(dir)
	if err != nil {
		return err
	}
	if out == "" {
		_, err = os.Stdout.Write(b)
		return err
	}
	return os.WriteFile(out, b, 0o644)
}
