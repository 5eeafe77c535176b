package demarche

import (
	"fmt"
	"io"
	"io/fs"

	"example.org/demarche/data"
	"example.org/demarche/internal/ontology"
)

// WriteCodebook prints what a deed can be, as Markdown: PLOVER's types and modes with definitions and examples, contexts, sectors,
// statuses, and CAMEO's codes. It fails only if w does.
func WriteCodebook(w io.Writer) error {
	fsys, err := fs.Sub(data.Text, "ontology")
	if err != nil {
		return err
	}
	o, err := ontology.Load(fsys)
	if err != nil {
		return fmt.Errorf("ontology: %w", err)
	}
	return o.WriteCodebook(w)
}
